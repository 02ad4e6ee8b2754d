// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/quitsignals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace sparkloom::gui {

namespace {

int pipeEnds[2] = {-1, -1};

void writeByte(int)
{
    const int before = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &byte, 1); // a full pipe says the same already
    errno = before;
}

} // namespace

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals then end the process at once, as without us
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (read(pipeEnds[0], bytes, sizeof bytes) > 0) {
        }
        Q_EMIT quitRequested();
    });
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, writeByte);
}

QuitSignals::~QuitSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, SIG_DFL);
    for (int &end : pipeEnds)
        if (end >= 0)
            close(std::exchange(end, -1));
}

} // namespace sparkloom::gui
