// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/routeshere.h"

#include "base/sha256.h"
#include "engine/flow/sessioncore.h"

#include <QSysInfo>

#include <algorithm>

namespace sparkloom::engine {

std::vector<domain::Ipv4Prefix> routesHere(const SessionCore &core)
{
    const QString here = identityHere();
    const std::vector<ClusterMember> &members = core.cluster().members;
    const bool isMember = !here.isEmpty()
        && std::any_of(members.begin(), members.end(), [&here](const auto &member) { return member.sparkId == here; });
    const LocalSystem *local = core.environment().local;
    return local && !isMember ? local->routes() : std::vector<domain::Ipv4Prefix>();
}

QString identityHere()
{
    const QByteArray machineId = QSysInfo::machineUniqueId();
    if (machineId.isEmpty())
        return {};
    return QString::fromStdString(base::sha256Hex("sparkloom" + machineId.toStdString()).substr(0, 32));
}

} // namespace sparkloom::engine
