// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What is directly attached to this computer: an announcement may name any address, and only those that its own network
// could have sent are offered (measurement-and-safety 11).
namespace sparkloom::avahi {

// Whether the address lies in a subnet of an address of this interface; link-local IPv6 always does. False for
// loopback, multicast, unspecified and unreadable addresses.
bool isAttached(const QString &address, int interfaceIndex);

// "eth0" for 2; empty where there is none.
QString interfaceName(int interfaceIndex);

} // namespace sparkloom::avahi
