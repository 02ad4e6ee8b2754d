// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/netlink.h"
#include "agent/typedentries.h"

namespace sparkloom::agent {

// Asks the kernel over rtnetlink, and gives back what it said: an entry's message is the header of its kind and the
// attributes that add takes, whatever they mean, so that nothing of an entry is lost that this program does not know.
class LinuxTyped : public TypedEntries {
public:
    LinuxTyped();
    base::Result<std::vector<TypedEntry>> list() override;
    base::Result<void> add(const TypedEntry &entry) override;

private:
    base::Result<void> listAddresses(std::vector<TypedEntry> &found);
    base::Result<void> listRoutes(std::vector<TypedEntry> &found);
    base::Result<void> listRules(int family, std::vector<TypedEntry> &found);

    NetlinkSocket m_route;
};

} // namespace sparkloom::agent
