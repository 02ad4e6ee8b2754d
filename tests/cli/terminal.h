// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

// A pseudo-terminal: the test sits at `person`, the code under test has `program` as its terminal.
class Terminal {
public:
    Terminal()
    {
        if (openpty(&person, &program, nullptr, nullptr, nullptr) == 0)
            fcntl(person, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        close(person);
        close(program);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void type(const QByteArray &text) const
    {
        [[maybe_unused]] const auto written = write(person, text.constData(), static_cast<std::size_t>(text.size()));
    }
    // Everything that was shown so far.
    QByteArray screen()
    {
        char bytes[4096];
        for (ssize_t got = read(person, bytes, sizeof bytes); got > 0; got = read(person, bytes, sizeof bytes))
            m_screen.append(bytes, static_cast<qsizetype>(got));
        return m_screen;
    }
    bool echoes() const
    {
        termios settings{};
        tcgetattr(program, &settings);
        return settings.c_lflag & ECHO;
    }

    int person = -1;
    int program = -1;

private:
    QByteArray m_screen;
};
