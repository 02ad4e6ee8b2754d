// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesystem.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::test {

// The kernel's bonding driver as far as its sysfs files show it (Documentation/networking/bonding.rst): bonds come and
// go through bonding_masters, a port must be down to join, and is down when it leaves.
class FakeBonding {
public:
    explicit FakeBonding(FakeSystem &system) : m_system(system)
    {
        files().put(kNet + "bonding_masters", "\n");
        files().special = [this](const std::string &path, std::string_view bytes) {
            return written(path, std::string(bytes));
        };
    }

    void make(const std::string &bond)
    {
        if (files().exists(kNet + bond))
            return;
        m_system.network().add(bond, "02:00:00:00:00:b0", false, true);
        for (const auto &[key, value] : {std::pair{"mode", "balance-rr 0\n"}, {"miimon", "0\n"}, {"slaves", "\n"}})
            files().put(kNet + bond + "/bonding/" + key, value);
    }

    std::string ports(const std::string &bond) { return files().text(kNet + bond + "/bonding/slaves"); }
    bool exists(const std::string &bond) { return files().exists(kNet + bond + "/bonding"); }

private:
    FakeFiles &files() { return m_system.files(); }

    base::Result<void> written(const std::string &path, const std::string &text)
    {
        const std::string name = text.empty() ? std::string() : text.substr(1);
        if (path == kNet + "bonding_masters") {
            text.front() == '+' ? make(name) : remove(name);
            return {};
        }
        const std::string bond = path.substr(kNet.size(), path.find('/', kNet.size()) - kNet.size());
        if (!path.ends_with("/slaves")) {
            files().put(path, text + " 1\n");
            return {};
        }
        LinkInfo &link = m_system.network().link(name);
        if (link.adminUp)
            return base::Error{base::ErrorKind::Failed, {}, "Device or resource busy"};
        const std::string before(base::trimmed(ports(bond)));
        files().put(path, before + (before.empty() ? "" : " ") + name + '\n');
        files().putLink(kNet + name + "/master", "../" + bond);
        link.adminUp = true;
        return {};
    }

    void remove(const std::string &bond)
    {
        const std::string present = ports(bond);
        for (const std::string_view port : base::split(base::trimmed(present), ' '))
            if (!port.empty()) {
                files().nodes.erase(kNet + std::string(port) + "/master");
                m_system.network().link(std::string(port)).adminUp = false;
            }
        std::erase_if(files().nodes, [&](const auto &node) {
            return node.first.starts_with(kNet + bond)
                || (node.first.starts_with("/proc/sys/") && node.first.find('/' + bond) != std::string::npos);
        });
        const int index = m_system.network().link(bond).index;
        std::erase_if(m_system.network().linkTable, [&](const LinkInfo &link) { return link.index == index; });
        std::erase_if(m_system.network().addressTable, [&](const AddressInfo &one) { return one.index == index; });
    }

    const std::string kNet = "/sys/class/net/";
    FakeSystem &m_system;
};

} // namespace sparkloom::test
