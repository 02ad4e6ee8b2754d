// SPDX-License-Identifier: GPL-3.0-or-later
// The RemoteHost contract against the SSH server in this process.
#include "remotehostcontract.h"

#include "../support/testsshserver.h"
#include "adapters/ssh/hostfactory.h"

#include <QCoreApplication>
#include <QTest>

using namespace sparkloom;

namespace {

class InProcessHost : public test::HostUnderTest {
public:
    static test::ServerScript script()
    {
        test::ServerScript script;
        script.commands["print"].out = "one\ntwo\n";
        script.commands["print"].chunk = 1;
        script.commands["fail"].err = "problem\n";
        script.commands["fail"].exitCode = 3;
        script.commands["kill"].signal = "KILL";
        script.commands["echo"].echoInput = true;
        script.commands["hang"].out = "ready\n";
        script.commands["hang"].hang = true;
        script.commands["flood"].floodBytes = 200'000'000;
        script.commands["large"].floodBytes = 20'000'000;
        return script;
    }

    engine::Endpoint endpoint() const override { return {QStringLiteral("127.0.0.1"), m_server.port(), {}}; }
    engine::Credentials credentials() const override { return withPassword("spark"); }
    engine::Credentials wrongCredentials() const override { return withPassword("wrong"); }
    QString fingerprint() const override { return QString::fromStdString(m_server.hostKeyFingerprint()); }
    QString command(Command command) const override
    {
        switch (command) {
        case Command::Print: return QStringLiteral("print");
        case Command::Fail: return QStringLiteral("fail");
        case Command::Kill: return QStringLiteral("kill");
        case Command::Echo: return QStringLiteral("echo");
        case Command::Hang: return QStringLiteral("hang");
        case Command::Flood: return QStringLiteral("flood");
        case Command::LargeOutput: return QStringLiteral("large");
        }
        return {};
    }

private:
    static engine::Credentials withPassword(std::string_view password)
    {
        engine::Credentials credentials;
        credentials.user = QStringLiteral("nvidia");
        credentials.password = base::Secret(password);
        return credentials;
    }
    test::TestSshServer m_server{script()};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    InProcessHost server;
    ssh::SshHostFactory factory;
    test::RemoteHostContract contract(factory, server);
    return QTest::qExec(&contract, argc, argv);
}
