// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace sparkloom::cli {

// SIGINT, SIGTERM and SIGHUP as a signal of the event loop, through a pipe to itself. One object per process.
class Interrupts : public QObject {
    Q_OBJECT
public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;
    // How often it happened.
    int count() const { return m_count; }

Q_SIGNALS:
    void interrupted(int count);

private:
    QSocketNotifier *m_notifier = nullptr;
    int m_count = 0;
};

} // namespace sparkloom::cli
