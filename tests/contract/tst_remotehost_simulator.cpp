// SPDX-License-Identifier: GPL-3.0-or-later
// The RemoteHost contract against the SSH front end of the simulator.
#include "remotehostcontract.h"
#include "simulatedhost.h"

#include "adapters/ssh/hostfactory.h"

#include <QCoreApplication>
#include <QTest>

using namespace sparkloom;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    test::SimulatedHost server;
    ssh::SshHostFactory factory;
    test::RemoteHostContract contract(factory, server);
    return QTest::qExec(&contract, argc, argv);
}
