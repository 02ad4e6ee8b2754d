// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <cstdio>
#include <ctime>
#include <functional>
#include <utility>

// Says on stdout when the first frame of a window has been painted and what that has cost; then the same of the first
// frame with all that belongs to it; then it ends the program.
//   painted|complete MONOTONIC_NS CPU_MS ANONYMOUS_KIB RESIDENT_KIB
class FirstFrame : public QObject {
public:
    // isComplete: whether all is there that the first page needs.
    explicit FirstFrame(
        QWidget &window, std::function<bool()> isComplete = [] { return true; })
        : m_isComplete(std::move(isComplete))
    {
        window.installEventFilter(this);
    }

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
        const bool first = event->type() == QEvent::Paint && !m_seen;
        const bool next = m_seen && (event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest);
        if (first || (next && m_isComplete()))
            QMetaObject::invokeMethod(
                this, [this, first] { say(first); }, Qt::QueuedConnection);
        m_seen |= first;
        return false;
    }

private:
    void say(bool first)
    {
        const auto told = [](const char *what) {
            std::printf(
                "%s %lld %.2f %d %d\n", what, monotonicNs(), cpuMs(), statusKib("RssAnon:"), statusKib("VmRSS:"));
        };
        if (first)
            told("painted");
        if (first && !m_isComplete())
            return;
        told("complete");
        std::fflush(stdout);
        QCoreApplication::quit();
    }
    static long long nanoseconds(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
    }

    std::function<bool()> m_isComplete;
    bool m_seen = false;
};
