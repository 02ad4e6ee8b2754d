// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/watchedapplication.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QScopeGuard>
#include <QThread>

#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <utility>

namespace sparkloom::widgets {

namespace {

constexpr std::size_t kMostKept = 1000;
constexpr int kYards = 4;       // measured after a slow call
constexpr int kCalmYards = 100; // measured to find a calm moment
Q_LOGGING_CATEGORY(lcWatchdog, "sparkloom.window.watchdog", QtInfoMsg)

double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

#ifdef NDEBUG
constexpr bool kWatchFromStart = false;
#else
constexpr bool kWatchFromStart = true;
#endif

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv) : QApplication(argc, argv), m_watching(kWatchFromStart)
{}

WatchedApplication::Moment WatchedApplication::now()
{
    rusage use{};
    getrusage(RUSAGE_THREAD, &use);
    return {milliseconds(CLOCK_THREAD_CPUTIME_ID), milliseconds(CLOCK_MONOTONIC), use.ru_nvcsw};
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Other threads have no frames to lose, and events that a call sends itself belong to it.
    if (QThread::currentThread() != thread() || !m_watching)
        return QApplication::notify(receiver, event);
    const int level = QThread::currentThread()->loopLevel();
    if (level <= m_level)
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QString who = QString::fromLatin1(receiver->metaObject()->className())
        + (receiver->objectName().isEmpty() ? QString() : QLatin1Char(' ') + receiver->objectName());
    const int type = event->type();
    const int outerLevel = std::exchange(m_level, level);
    const Moment outerNested = std::exchange(m_nested, Moment{});
    const Moment begin = now();
    const auto end = qScopeGuard([&] {
        judge(who, type, begin);
        const Moment after = now();
        m_level = outerLevel;
        m_nested = outerNested;
        if (outerLevel >= 0) { // this one ran in a nested loop: it does not count for the call that opened the loop
            m_nested.cpuMs += after.cpuMs - begin.cpuMs;
            m_nested.wallMs += after.wallMs - begin.wallMs;
            m_nested.waits += after.waits - begin.waits;
        }
    });
    return QApplication::notify(receiver, event);
}

void WatchedApplication::judge(const QString &receiver, int event, const Moment &begin)
{
    const Moment end = now();
    SlowCall call;
    call.receiver = receiver;
    call.cpuMs = end.cpuMs - begin.cpuMs - m_nested.cpuMs;
    call.wallMs = end.wallMs - begin.wallMs - m_nested.wallMs;
    call.waits = static_cast<int>(end.waits - begin.waits - m_nested.waits);
    ++m_calls;
    m_longestCpuMs = std::max(m_longestCpuMs, call.cpuMs);
    const bool busy = call.cpuMs > kMostMs;
    const bool waited = !busy && call.waits > 0 && call.wallMs > kMostMs;
    if (!busy && !waited)
        return;
    if (busy) {
        if (!m_yard)
            m_yard = std::make_unique<Yardstick>();
        for (int i = 0; i < kYards; ++i)
            call.yardMs += m_yard->measure() / kYards;
    }
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    call.event = name ? QString::fromLatin1(name) : QString::number(event);
    qCInfo(lcWatchdog).noquote() << describe(call);
    std::vector<SlowCall> &kept = busy ? m_busy : m_waiting;
    if (kept.size() < kMostKept)
        kept.push_back(call);
}

double WatchedApplication::calmMs(const SlowCall &call)
{
    if (!m_yard || call.yardMs <= 0)
        return call.cpuMs;
    for (int i = 0; i < kCalmYards; ++i)
        m_yard->measure();
    return call.cpuMs * std::min(1.0, m_yard->bestMs() / call.yardMs);
}

QString WatchedApplication::describe(const SlowCall &call)
{
    return QStringLiteral("%1 took %2 ms of the processor, %3 ms in all, %4 waits: %5")
        .arg(call.event)
        .arg(call.cpuMs, 0, 'f', 1)
        .arg(call.wallMs, 0, 'f', 1)
        .arg(call.waits)
        .arg(call.receiver);
}

void WatchedApplication::forgetCalls()
{
    m_busy.clear();
    m_waiting.clear();
    m_calls = 0;
    m_longestCpuMs = 0;
}

} // namespace sparkloom::widgets
