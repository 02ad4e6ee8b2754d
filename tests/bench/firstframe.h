// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <cstdio>
#include <ctime>

// Says on stdout when the first frame of a window has been painted, what that has cost, and ends the program.
//   painted MONOTONIC_NS CPU_MS ANONYMOUS_KIB RESIDENT_KIB
class FirstFrame : public QObject {
public:
    explicit FirstFrame(QWidget &window) { window.installEventFilter(this); }

    static long long monotonicNs() { return nanoseconds(CLOCK_MONOTONIC); }
    static double cpuMs() { return static_cast<double>(nanoseconds(CLOCK_PROCESS_CPUTIME_ID)) / 1e6; }
    // A line of /proc/self/status in KiB.
    static int statusKib(const char *name)
    {
        QFile file(QStringLiteral("/proc/self/status"));
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray &line : file.readAll().split('\n'))
                if (line.startsWith(name))
                    return line.mid(static_cast<qsizetype>(qstrlen(name))).trimmed().split(' ').first().toInt();
        return 0;
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // The frame is on its way once the event is over.
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QMetaObject::invokeMethod(this, &FirstFrame::say, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void say()
    {
        std::printf("painted %lld %.2f %d %d\n", monotonicNs(), cpuMs(), statusKib("RssAnon:"), statusKib("VmRSS:"));
        std::fflush(stdout);
        QCoreApplication::quit();
    }
    static long long nanoseconds(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
    }

    bool m_seen = false;
};
