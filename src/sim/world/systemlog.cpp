// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/systemlog.h"

#include <cstdio>
#include <ctime>

namespace sparkloom::sim {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

// "2026-11-21T13:40:01.123456+00:00", as rsyslog of Ubuntu 24.04.
std::string stamp(std::int64_t atNs)
{
    const std::time_t seconds = static_cast<std::time_t>(atNs / kSecond);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char day[40], text[60];
    std::strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text, sizeof text, "%s.%06d+00:00", day, static_cast<int>(atNs % kSecond / 1000));
    return text;
}

} // namespace

SystemLog::SystemLog(std::string hostname, std::function<std::int64_t()> nowNs)
    : m_hostname(std::move(hostname)), m_nowNs(std::move(nowNs))
{}

void SystemLog::add(std::string unit, std::string text)
{
    m_lines.push_back({m_nowNs(), std::move(unit), std::move(text)});
    if (m_lines.size() > kMostLines)
        m_lines.pop_front();
}

void SystemLog::kernel(std::string text)
{
    add("kernel", std::move(text));
}

void SystemLog::service(std::string name, std::string text)
{
    add(std::move(name), std::move(text));
}

std::string SystemLog::text(std::string_view unit) const
{
    std::string all;
    for (const Line &line : m_lines)
        if (unit.empty() || line.unit == unit)
            all += stamp(line.atNs) + ' ' + m_hostname + ' ' + line.unit + ": " + line.text + '\n';
    return all;
}

} // namespace sparkloom::sim
