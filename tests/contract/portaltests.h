// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sparkloom::test {
class PrivateBus;
}

// What the desktop wishes, told by a made-up portal on this bus; part of tst_discovery_avahi, which has the bus.
int runPortalTests(const sparkloom::test::PrivateBus &bus, const QStringList &arguments);
