// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/kdnssd/surroundings.h"

#include <QHostInfo>
#include <QNetworkInterface>

namespace sparkloom::kdnssd {
namespace {

void lookUp(const QString &hostName, QObject *context, const Surroundings::Answer &answer)
{
    QHostInfo::lookupHost(hostName, context, [answer](const QHostInfo &info) { answer(info.addresses()); });
}

// The interface whose subnet the address lies in.
Surroundings::Interface interfaceOf(const QHostAddress &address)
{
    const auto known = [](const QNetworkInterface &interface) {
        return Surroundings::Interface{interface.name(), interface.index()};
    };
    if (!address.scopeId().isEmpty())
        return known(QNetworkInterface::interfaceFromName(address.scopeId()));
    if (address.isLoopback() || address.isMulticast() || address.isNull())
        return {};
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces())
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (entry.prefixLength() >= 0 && address.isInSubnet(entry.ip(), entry.prefixLength()))
                return known(interface);
    return {};
}

} // namespace

Surroundings systemSurroundings()
{
    return {lookUp, interfaceOf,
        [](const QHostAddress &address) { return QNetworkInterface::allAddresses().contains(address); }};
}

} // namespace sparkloom::kdnssd
