// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace sparkloom::sim {

// What the kernel and the services of a simulated Spark have written since it was started: the text of
// /var/log/syslog and /var/log/kern.log, of dmesg and of journalctl. World thread.
class SystemLog {
public:
    static constexpr std::size_t kMostLines = 2000; // older ones go

    // nowNs: UTC in nanoseconds since the epoch.
    SystemLog(std::string hostname, std::function<std::int64_t()> nowNs);

    void kernel(std::string text);
    void service(std::string name, std::string text);
    // Whole lines as rsyslog writes them; unit: of this service only ("kernel" is one), empty: all.
    std::string text(std::string_view unit = {}) const;
    std::size_t size() const { return m_lines.size(); }

private:
    struct Line {
        std::int64_t atNs = 0;
        std::string unit;
        std::string text;
    };
    void add(std::string unit, std::string text);

    std::string m_hostname;
    std::function<std::int64_t()> m_nowNs;
    std::deque<Line> m_lines;
};

} // namespace sparkloom::sim
