// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdint>

// A running sparkloom-sim with this many virtual Sparks on one switch, and what it costs.
class SimulatorRun {
public:
    explicit SimulatorRun(int sparks);
    ~SimulatorRun();

    bool isUp() const { return !m_first.isEmpty(); }
    int port(int spark) const;
    double secondsUntilUp() const { return m_upSeconds; } // its first line
    // From the start of the program until every Spark has sent the banner of its SSH server, in seconds; 0: one did
    // not.
    double secondsUntilAllAccept();
    // Of the process, now.
    double anonymousMib() const;
    double cpuSeconds() const;

private:
    QByteArray procFile(const char *name) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_first;
    std::int64_t m_startedNs = 0;
    double m_upSeconds = 0;
};

// Of a clock that only goes forward.
std::int64_t nowNs();
// CPU that a process and all its threads have used, in seconds, to the nanosecond; 0: it is gone.
double cpuSecondsOf(qint64 process);
