// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxservices.h"

#include "agent/linux/linuxprocesses.h"
#include "base/text.h"

#include <ctime>

namespace sparkloom::agent {

using namespace base::literals;
using std::chrono::seconds;

namespace {

constexpr seconds kServiceBound{10};

base::Result<void> require(const std::vector<std::string> &argv)
{
    const ProcessResult result = runAndWait(argv, kServiceBound);
    if (result.exitCode == 0)
        return {};
    return base::failed(base::Message("system.program-failed"_msg)
                            .with("program", argv[0] + ' ' + (argv.size() > 1 ? argv[1] : std::string()))
                            .with("code", result.exitCode)
                            .with("reason", base::cleanText(base::trimmed(result.errors), 300)),
        base::cleanText(result.errors, 2000, true));
}

long long monotonicUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000LL + now.tv_nsec / 1000;
}

// When the timer is due, counted from the start of the service manager: with --on-active every daemon-reload (netplan
// generate makes one) would start the time anew, measured with systemd 257.
std::string dueOption(seconds after)
{
    const ProcessResult result =
        runAndWait({"systemctl", "show", "--value", "--property=UserspaceTimestampMonotonic"}, kServiceBound);
    const auto start = base::parseInteger(base::trimmed(result.output), 0, INT64_MAX / 1000);
    const long long now = monotonicUs();
    if (result.exitCode != 0 || !start || *start > now)
        return "--on-active=" + std::to_string(after.count()) + "s";
    const long long dueMs = (now - *start) / 1000 + after.count() * 1000;
    return "--on-startup=" + std::to_string(dueMs) + "ms";
}

std::string bootUnitPath(const std::string &unit)
{
    return "/etc/systemd/system/" + unit + ".service";
}

// The object path of a unit: every byte but letters and digits as _hex (sd_bus_path_encode).
std::string objectPath(const std::string &unit)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string path = "/org/freedesktop/systemd1/unit/";
    for (const char c : unit) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            path += c;
        } else {
            path += '_';
            path += kDigits[static_cast<unsigned char>(c) >> 4];
            path += kDigits[static_cast<unsigned char>(c) & 15];
        }
    }
    return path;
}

} // namespace

LinuxServices::LinuxServices(Files &files) : m_files(files) {}

base::Result<void> LinuxServices::armTimer(const std::string &unit, seconds after, std::vector<std::string> argv)
{
    std::vector<std::string> command = {"systemd-run", "--quiet", "--collect", "--unit=" + unit, dueOption(after),
        "--timer-property=AccuracySec=100ms",
        // A disk that is full or read-only now may not be later: what could not be taken back is tried again.
        "--property=Restart=on-failure", "--property=RestartSec=30s", "--property=RestartPreventExitStatus=3",
        "--description=Sparkloom: takes an unconfirmed network change back", "--"};
    command.insert(command.end(), argv.begin(), argv.end());
    return require(command);
}

base::Result<void> LinuxServices::disarmTimer(const std::string &unit)
{
    if (!timerArmed(unit))
        return {};
    return require({"systemctl", "stop", unit + ".timer"});
}

bool LinuxServices::timerArmed(const std::string &unit)
{
    return runAndWait({"systemctl", "is-active", "--quiet", unit + ".timer"}, kServiceBound).exitCode == 0;
}

std::chrono::milliseconds LinuxServices::timerLeft(const std::string &unit)
{
    const ProcessResult result =
        runAndWait({"busctl", "get-property", "org.freedesktop.systemd1", objectPath(unit + ".timer"),
                       "org.freedesktop.systemd1.Timer", "NextElapseUSecMonotonic"},
            kServiceBound);
    // "t 123456789": microseconds of CLOCK_MONOTONIC
    const std::string_view text = base::trimmed(result.output);
    if (result.exitCode != 0 || !text.starts_with("t "))
        return std::chrono::milliseconds(0);
    const auto due = base::parseInteger(text.substr(2), 1, INT64_MAX / 1000);
    const long long now = monotonicUs();
    return std::chrono::milliseconds(due && *due > now ? (*due - now) / 1000 : 0);
}

base::Result<void> LinuxServices::installBootUnit(const std::string &unit, std::vector<std::string> argv)
{
    const std::string text =
        "# Written by Sparkloom. Takes a network change back that was under way when the power went.\n"
        "[Unit]\n"
        "Description=Sparkloom: recovery of an interrupted network change\n"
        "DefaultDependencies=no\n"
        "After=local-fs.target systemd-sysctl.service systemd-udev-trigger.service\n"
        "Before=network-pre.target systemd-networkd.service NetworkManager.service\n"
        "Wants=network-pre.target\n"
        "ConditionPathIsDirectory=/var/lib/sparkloom\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        "ExecStart="
        + base::joined(argv, " ")
        // A boot may be slow, and is not to end between two states; it may hang, and is not to keep the network away
        // for ever. What failed is tried again, beside the network that runs by then.
        + "\nTimeoutStartSec=120\n"
          "Restart=on-failure\n"
          "RestartSec=30\n"
          "RestartPreventExitStatus=3\n"
          "\n"
          "[Install]\n"
          "WantedBy=multi-user.target\n";
    const auto present = m_files.read(bootUnitPath(unit), 64 * 1024);
    if (present && *present == text && hasBootUnit(unit))
        return {};
    if (auto written = m_files.writeAtomic(bootUnitPath(unit), text, 0644, Files::Owner{0, 0}); !written)
        return written;
    // enable reloads the manager itself
    return require({"systemctl", "enable", "--quiet", unit + ".service"});
}

base::Result<void> LinuxServices::removeBootUnit(const std::string &unit)
{
    if (m_files.info(bootUnitPath(unit)).kind == FileInfo::Kind::Missing)
        return {};
    if (auto disabled = require({"systemctl", "disable", "--now", "--quiet", unit + ".service"}); !disabled)
        return disabled;
    if (auto removed = m_files.remove(bootUnitPath(unit)); !removed)
        return removed;
    return require({"systemctl", "daemon-reload"});
}

bool LinuxServices::hasBootUnit(const std::string &unit)
{
    return runAndWait({"systemctl", "is-enabled", "--quiet", unit + ".service"}, kServiceBound).exitCode == 0;
}

} // namespace sparkloom::agent
