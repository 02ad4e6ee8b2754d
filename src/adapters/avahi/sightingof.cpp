// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/avahi/sightingof.h"

#include "adapters/avahi/attachedsubnets.h"
#include "base/text.h"
#include "domain/hardware/address.h"

namespace sparkloom::avahi {
namespace {

constexpr std::size_t kMaxName = 63; // a DNS label
constexpr std::size_t kMaxHostName = 253;
constexpr quint16 kSshPort = 22;

QString cleaned(const QVariant &value, std::size_t maxBytes)
{
    return QString::fromStdString(base::cleanText(value.toString().toStdString(), maxBytes));
}

} // namespace

// Found: interface, protocol, name, type, domain, host, aprotocol, address, port, txt, flags
std::optional<engine::Sighting> sightingOf(
    const QVariantList &found, bool local, const std::function<bool(const QString &, int)> &isOffered)
{
    if (found.size() < 9)
        return std::nullopt;
    engine::Sighting sighting;
    sighting.interfaceIndex = found[0].toInt();
    sighting.interfaceName = interfaceName(sighting.interfaceIndex);
    sighting.name = cleaned(found[2], kMaxName);
    sighting.serviceType = found[3].toString();
    sighting.hostName = cleaned(found[5], kMaxHostName);
    sighting.ipv6 = found[6].toInt() == 1;
    sighting.address = found[7].toString();
    sighting.thisComputer = local;
    // A workstation announces the discard port; what it would be asked for is SSH.
    const uint port = sighting.serviceType == QLatin1String("_ssh._tcp") ? found[8].toUInt() : kSshPort;
    sighting.port = static_cast<quint16>(port);
    if (port == 0 || port > 65535 || !domain::isHostNameOrAddress(sighting.address.toStdString())
        || !isOffered(sighting.address, sighting.interfaceIndex))
        return std::nullopt;
    if (!domain::isHostNameOrAddress(sighting.hostName.toStdString()))
        sighting.hostName.clear();
    if (sighting.ipv6 && sighting.address.startsWith(QLatin1String("fe80:"), Qt::CaseInsensitive)) {
        if (sighting.interfaceName.isEmpty())
            return std::nullopt; // the interface went away
        sighting.address += QLatin1Char('%') + sighting.interfaceName;
    }
    return sighting;
}

} // namespace sparkloom::avahi
