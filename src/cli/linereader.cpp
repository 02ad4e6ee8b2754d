// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/linereader.h"

#include <QSocketNotifier>

#include <cerrno>
#include <unistd.h>

namespace sparkloom::cli {

LineReader::LineReader(int descriptor, QObject *parent)
    : QObject(parent), m_descriptor(descriptor),
      m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Read, this))
{
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &LineReader::readAvailable);
}

QFuture<std::optional<QString>> LineReader::next()
{
    m_promise.emplace();
    m_promise->start();
    const QFuture<std::optional<QString>> future = m_promise->future();
    if (m_ended)
        give(std::nullopt);
    else
        m_notifier->setEnabled(true);
    return future;
}

void LineReader::readAvailable()
{
    char byte = 0;
    const ssize_t got = ::read(m_descriptor, &byte, 1);
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got == 1 && byte != '\n') {
        m_line += byte;
        if (m_line.size() <= kMaxLine)
            return;
        m_line.clear();
    }
    m_ended = got <= 0 || byte != '\n';
    if (m_ended && m_line.isEmpty())
        return give(std::nullopt);
    give(QString::fromUtf8(std::exchange(m_line, {})));
}

void LineReader::give(std::optional<QString> line)
{
    m_notifier->setEnabled(false);
    if (!m_promise)
        return;
    m_promise->addResult(std::move(line));
    m_promise->finish();
    m_promise.reset();
}

void LineReader::cancel()
{
    m_ended = true;
    give(std::nullopt);
}

} // namespace sparkloom::cli
