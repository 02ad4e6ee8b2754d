// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminalinput.h"

#include <QSocketNotifier>

#include <cerrno>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace sparkloom::cli {

struct TerminalInput::Settings {
    termios saved{};
};

TerminalInput::TerminalInput(int input, int output, QObject *parent)
    : QObject(parent), m_input(input), m_output(output),
      m_notifier(new QSocketNotifier(input, QSocketNotifier::Read, this)), m_settings(std::make_unique<Settings>())
{
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminalInput::readAvailable);
}

TerminalInput::~TerminalInput()
{
    cancel();
}

bool TerminalInput::usable() const
{
    return isatty(m_input) != 0;
}

QFuture<std::optional<base::Secret>> TerminalInput::ask(const QString &prompt, bool hidden)
{
    Question &question = m_questions.emplace_back(Question{prompt, hidden, {}});
    question.promise.start();
    const QFuture<std::optional<base::Secret>> future = question.promise.future();
    if (m_cancelled || !usable()) {
        m_questions.back().promise.addResult(std::nullopt);
        m_questions.back().promise.finish();
        m_questions.pop_back();
    } else if (!m_asking) {
        startNext();
    }
    return future;
}

void TerminalInput::startNext()
{
    if (m_questions.empty())
        return;
    m_asking = true;
    const Question &question = m_questions.front();
    if (question.hidden)
        hideEcho();
    const QByteArray prompt = question.prompt.toUtf8();
    // A prompt that cannot be written is a terminal that went away: reading then ends the question.
    [[maybe_unused]] const auto written =
        ::write(m_output, prompt.constData(), static_cast<std::size_t>(prompt.size()));
    m_notifier->setEnabled(true);
}

// One byte at a time: what is typed ahead belongs to the next question.
void TerminalInput::readAvailable()
{
    char byte = 0;
    const ssize_t got = ::read(m_input, &byte, 1);
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0)
        return answer(std::nullopt);
    if (byte != '\n') {
        if (m_length < base::Secret::kMaxSize)
            m_line[m_length++] = byte;
        else
            m_tooLong = true;
        return;
    }
    answer(m_tooLong ? base::Secret() : base::Secret(std::string_view(m_line.data(), m_length)));
}

void TerminalInput::answer(std::optional<base::Secret> line)
{
    m_notifier->setEnabled(false);
    restoreEcho();
    base::Secret::wipe(m_line.data(), m_line.size());
    m_length = 0;
    m_tooLong = false;
    m_asking = false;
    Question question = std::move(m_questions.front());
    m_questions.pop_front();
    question.promise.addResult(std::move(line));
    question.promise.finish();
    if (!m_asking)
        startNext();
}

void TerminalInput::cancel()
{
    m_cancelled = true;
    while (!m_questions.empty())
        answer(std::nullopt);
}

void TerminalInput::hideEcho()
{
    if (tcgetattr(m_input, &m_settings->saved) != 0)
        return;
    termios quiet = m_settings->saved;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK);
    quiet.c_lflag |= ECHONL;
    m_echoHidden = tcsetattr(m_input, TCSAFLUSH, &quiet) == 0;
}

void TerminalInput::restoreEcho()
{
    if (m_echoHidden)
        tcsetattr(m_input, TCSANOW, &m_settings->saved);
    m_echoHidden = false;
}

} // namespace sparkloom::cli
