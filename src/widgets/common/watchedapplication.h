// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/yardstick.h"

#include <QApplication>
#include <QString>

#include <memory>
#include <vector>

namespace sparkloom::widgets {

// One call on the window's thread that was too long: what was delivered to whom, and what it cost.
struct SlowCall {
    QString receiver; // class, and object name where it has one
    QString event;
    double cpuMs = 0;  // of this thread: what else runs on the machine does not count
    double wallMs = 0; // from begin to end
    int waits = 0;     // how often the thread gave the processor away by itself: it waited for something
    double yardMs = 0; // of those that used the processor for long: what known work cost just after it (Yardstick)
};

// The application, with a watchdog over its event loop: no call on the window's thread may take more than kMostMs, or
// frames are lost. A call is one event delivered by a loop, with everything that it sets off; what a nested loop
// delivers is a call of its own. Slow calls are printed and kept. On in debug builds, off in release builds.
class WatchedApplication : public QApplication {
    Q_OBJECT
public:
    static constexpr double kMostMs = 8;

    WatchedApplication(int &argc, char **argv);
    static WatchedApplication *instance() { return qobject_cast<WatchedApplication *>(QCoreApplication::instance()); }

    bool notify(QObject *receiver, QEvent *event) override;

    void setWatching(bool on) { m_watching = on; }
    // Forgets what was counted: after the start, which is measured elsewhere.
    void forgetCalls();
    quint64 calls() const { return m_calls; }
    double longestCpuMs() const { return m_longestCpuMs; }
    // Those that used the processor for too long; and those that waited for something while frames were due. At most
    // 1000 of each are kept.
    const std::vector<SlowCall> &busyCalls() const { return m_busy; }
    const std::vector<SlowCall> &waitingCalls() const { return m_waiting; }
    // What the call would have cost on this machine when nothing else takes caches and memory away from the thread, as
    // far as known work tells: at most cpuMs.
    double calmMs(const SlowCall &call);
    static QString describe(const SlowCall &call);

private:
    struct Moment {
        double cpuMs = 0, wallMs = 0;
        long waits = 0;
    };
    static Moment now();
    void judge(const QString &receiver, int event, const Moment &begin);

    std::vector<SlowCall> m_busy, m_waiting;
    std::unique_ptr<Yardstick> m_yard; // from the first slow call on
    Moment m_nested;                   // what calls in nested loops have cost since the outer one began
    quint64 m_calls = 0;
    double m_longestCpuMs = 0;
    int m_level = -1; // of the loop whose call runs, -1 for none
    bool m_watching;
};

} // namespace sparkloom::widgets
