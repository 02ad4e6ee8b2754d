// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sha256.h"
#include "bonding.h"
#include "harness.h"
#include "txn.h"

#include <set>

namespace sparkloom::test {

// Both halves of cage 0 are ports of a bond, by a file that also configures the management.
struct Bonded : Machine {
    const std::string path = "/etc/netplan/50-bond.yaml";
    const std::string rest = "network:\n  version: 2\n  ethernets:\n    enP7s7:\n      dhcp4: true # the desk\n";
    const std::string text = rest
        + "    enp1s0f0np0: {}\n    enP2p1s0f0np0: {}\n  bonds:\n    bond0: # 400G!\n"
          "      interfaces: [enp1s0f0np0, enP2p1s0f0np0]\n      addresses:\n        - 10.8.8.1/24\n"
          "      parameters:\n        mode: balance-xor\n";
    FakeBonding bonding{system};
    Bonded()
    {
        system.files().nodes.erase("/etc/netplan/40-cx7.yaml");
        system.files().put(path, text, 0600);
        auto &network = system.network();
        network.addressTable.clear();
        network.routeTable.clear();
        system.typed().entries.clear();
        bonding.make("bond0");
        auto &files = system.files();
        (void)files.writeSpecial("/sys/class/net/bond0/bonding/mode", "balance-xor");
        for (const char *port : {"enp1s0f0np0", "enP2p1s0f0np0"}) {
            network.link(port).adminUp = false;
            (void)files.writeSpecial("/sys/class/net/bond0/bonding/slaves", std::string("+") + port);
        }
        network.link("bond0").adminUp = true;
        network.link("bond0").mtu = 9000;
        network.give("bond0", "10.8.8.1/24");
    }

    protocol::TransactionBegin plan(const std::string &id = "00000000000000a1") const
    {
        protocol::TransactionBegin request = begin(id);
        request.config.takeOver = {{path, base::sha256Hex(text), base::sha256Hex(rest)}};
        return request;
    }

    bool apply(const std::string &id = "00000000000000a1")
    {
        Harness harness(system, Mode::Root);
        return step(harness, protocol::verb::kTransactionBegin, protocol::encode(plan(id)))
            && step(harness, protocol::verb::kTransactionTrial) && step(harness, protocol::verb::kTransactionPersist)
            && step(harness, protocol::verb::kTransactionCommit);
    }

    // As Machine::state, and which halves are in the bond.
    std::string whole()
    {
        std::string ports = bonding.exists("bond0") ? bonding.ports("bond0") : "none";
        const auto words = base::split(base::trimmed(ports), ' ');
        const std::set<std::string_view> sorted(words.begin(), words.end());
        std::string now = state() + "bond0: ";
        for (const std::string_view port : sorted)
            now += std::string(port) + ' ';
        return now + system.files().text("/sys/class/net/bond0/bonding/mode");
    }
};

} // namespace sparkloom::test
