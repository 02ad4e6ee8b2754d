// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

namespace sparkloom::agent {

// systemd through its own programs: systemd-run, systemctl and busctl.
class LinuxServices : public Services {
public:
    explicit LinuxServices(Files &files);

    base::Result<void> armTimer(
        const std::string &unit, std::chrono::seconds after, std::vector<std::string> argv) override;
    base::Result<void> disarmTimer(const std::string &unit) override;
    bool timerArmed(const std::string &unit) override;
    std::chrono::milliseconds timerLeft(const std::string &unit) override;
    base::Result<void> installBootUnit(const std::string &unit, std::vector<std::string> argv) override;
    base::Result<void> removeBootUnit(const std::string &unit) override;
    bool hasBootUnit(const std::string &unit) override;

private:
    Files &m_files;
};

} // namespace sparkloom::agent
