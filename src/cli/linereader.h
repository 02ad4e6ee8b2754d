// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace sparkloom::cli {

// Lines of a terminal, a pipe or a file, without blocking the event loop. Reads no further than the line it gives, so
// that questions in between can read from the same descriptor. Main thread.
class LineReader : public QObject {
public:
    static constexpr qsizetype kMaxLine = 4096;

    explicit LineReader(int descriptor, QObject *parent = nullptr);

    // The next line without its newline; nothing at the end, after a line that is too long, and after cancel().
    QFuture<std::optional<QString>> next();
    void cancel();

private:
    void readAvailable();
    void give(std::optional<QString> line);

    const int m_descriptor;
    QSocketNotifier *m_notifier;
    QByteArray m_line;
    std::optional<QPromise<std::optional<QString>>> m_promise;
    bool m_ended = false;
};

} // namespace sparkloom::cli
