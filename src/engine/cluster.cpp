// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cluster.h"

namespace sparkloom::engine {

const ClusterMember *Cluster::member(const QString &nameOrIdOrHost) const
{
    for (const ClusterMember &member : members)
        if (member.name == nameOrIdOrHost || (!member.sparkId.isEmpty() && member.sparkId == nameOrIdOrHost)
            || member.endpoint.host == nameOrIdOrHost)
            return &member;
    return nullptr;
}

} // namespace sparkloom::engine
