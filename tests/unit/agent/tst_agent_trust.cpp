// SPDX-License-Identifier: GPL-3.0-or-later
// Trust between Sparks: what is written, that it is exactly the shared rendering, and that it goes without a trace.
#include "agent/sshcheck.h"
#include "domain/plan/sshtrust.h"
#include "harness.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;

namespace {

const std::string kKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
const std::string kSsh = "/home/nvidia/.ssh/";

domain::SshTrust trust()
{
    domain::SshTrust trust;
    trust.clusterId = "c0ffee";
    domain::SshPeer peer;
    peer.spark = {std::string(32, '2')};
    peer.user = "nvidia";
    peer.names = {"spark-b", "192.168.77.12", "10.100.0.2"};
    peer.hostKeys = {{"ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAA"}};
    peer.publicKey = kKey;
    trust.peers = {peer};
    trust.allowedFrom = {"10.100.0.0/24", "192.168.77.12"};
    return trust;
}

domain::SshTrustState stateOf(Harness &harness)
{
    const auto answer =
        harness.ask(protocol::verb::kTrustState, protocol::encode(protocol::TrustStateRequest{"c0ffee"}));
    const auto state = protocol::decode<domain::SshTrustState>(answer.body);
    return state ? *state : domain::SshTrustState();
}

} // namespace

class TestAgentTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void apply_isThenCurrentAndTwiceIsTheSame()
    {
        FakeSystem system;
        system.files().put(kSsh + "sparkloom_cluster", "secret", 0600);
        system.files().nodes["/home/nvidia/.ssh"].info.mode = 0700;
        Harness harness(system);
        QVERIFY(!domain::trustIsCurrent(trust(), stateOf(harness)));
        QCOMPARE(harness.ask(protocol::verb::kTrustApply, protocol::encode(protocol::TrustApplyRequest{trust()})).type,
            std::string("done"));
        QVERIFY(domain::trustIsCurrent(trust(), stateOf(harness)));
        QCOMPARE(system.files().info(kSsh + "sparkloom_known_hosts").mode, 0600u);
        const std::string before = system.files().listing({"/home"});
        system.loop().advance(std::chrono::seconds(5));
        QCOMPARE(harness.ask(protocol::verb::kTrustApply, protocol::encode(protocol::TrustApplyRequest{trust()})).type,
            std::string("done"));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void apply_thenRemoveLeavesNothing()
    {
        FakeSystem system;
        system.files().put(kSsh + "config", "Host *\n  Compression yes", 0644);
        system.files().put(kSsh + "authorized_keys", "# mine\n", 0600);
        system.files().nodes["/home/nvidia/.ssh"].info.mode = 0700;
        const std::string before = system.files().listing({"/home"});
        Harness harness(system);
        QCOMPARE(harness.ask(protocol::verb::kTrustApply, protocol::encode(protocol::TrustApplyRequest{trust()})).type,
            std::string("done"));
        QVERIFY(system.files().text(kSsh + "config").starts_with(domain::includeLine()));
        system.files().put(kSsh + "sparkloom_cluster", "secret", 0600);
        const auto removal = protocol::TrustRemoveRequest{"c0ffee", true};
        QCOMPARE(harness.ask(protocol::verb::kTrustRemove, protocol::encode(removal)).type, std::string("done"));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void apply_onABareHomeThenRemoveLeavesNothing()
    {
        FakeSystem system;
        const std::string before = system.files().listing({"/home"});
        Harness harness(system);
        harness.ask(protocol::verb::kTrustApply, protocol::encode(protocol::TrustApplyRequest{trust()}));
        QVERIFY(system.files().exists(kSsh + "config"));
        harness.ask(protocol::verb::kTrustRemove, protocol::encode(protocol::TrustRemoveRequest{"c0ffee", true}));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void remove_keepsTheClusterKeyUnlessAsked()
    {
        FakeSystem system;
        system.files().put(kSsh + "sparkloom_cluster", "secret", 0600);
        system.files().nodes["/home/nvidia/.ssh"].info.mode = 0700;
        Harness harness(system);
        harness.ask(protocol::verb::kTrustApply, protocol::encode(protocol::TrustApplyRequest{trust()}));
        harness.ask(protocol::verb::kTrustRemove, protocol::encode(protocol::TrustRemoveRequest{"c0ffee", false}));
        QVERIFY(system.files().exists(kSsh + "sparkloom_cluster"));
        QVERIFY(!system.files().exists(kSsh + "sparkloom_known_hosts"));
    }

    void apply_refusesValuesThatCouldLeaveTheirLine_data()
    {
        QTest::addColumn<int>("what");
        for (int i = 0; i < 7; ++i)
            QTest::addRow("%d", i) << i;
    }

    void apply_refusesValuesThatCouldLeaveTheirLine()
    {
        QFETCH(int, what);
        domain::SshTrust bad = trust();
        switch (what) {
        case 0: bad.peers[0].names[0] = "spark-b\nHost *"; break;
        case 1: bad.peers[0].user = "-oProxyCommand=x"; break;
        case 2: bad.peers[0].hostKeys[0].base64 = "AAAA\n* ssh-rsa BBBB"; break;
        case 3: bad.peers[0].publicKey = kKey + "\nssh-rsa AAAA"; break;
        case 4: bad.allowedFrom[0] = "*\",command=\"x"; break;
        case 5: bad.clusterId = "a b"; break;
        default: bad.peers[0].hostKeys[0].type = "@cert-authority *"; break;
        }
        FakeSystem system;
        const std::string before = system.files().listing({"/home"});
        Harness harness(system);
        QCOMPARE(harness.ask(protocol::verb::kTrustApply, protocol::encode(protocol::TrustApplyRequest{bad})).type,
            std::string("error"));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void sshCheck_runsSshInBatchModeAndTellsTheLastLine()
    {
        FakeSystem system;
        const protocol::SshCheckRequest request{"nvidia", "spark-b", 8000};
        system.processes().answer = [&](const std::vector<std::string> &argv) {
            return argv == *sshCheckCommand(request) ? ProcessResult{0, "spark-b\n", "Warning: x\n"}
                                                     : ProcessResult{255, {}, "one\nHost key verification failed.\n"};
        };
        Harness harness(system);
        auto answer = protocol::decode<protocol::SshCheckAnswer>(
            harness.ask(protocol::verb::kSshCheck, protocol::encode(request)).body);
        QVERIFY(answer.ok() && answer->ok);
        QCOMPARE(answer->hostname, std::string("spark-b"));
        auto other = request;
        other.name = "spark-c";
        answer = protocol::decode<protocol::SshCheckAnswer>(
            harness.ask(protocol::verb::kSshCheck, protocol::encode(other)).body);
        QVERIFY(answer.ok() && !answer->ok);
        QCOMPARE(answer->problem, std::string("Host key verification failed."));
    }

    void sshCheck_refusesOptionsAsNames()
    {
        QVERIFY(!sshCheckCommand({"nvidia", "-oProxyCommand=reboot", 8000}));
        QVERIFY(!sshCheckCommand({"Nvidia; reboot", "spark-b", 8000}));
        QVERIFY(!sshCheckCommand({"nvidia", "spark b", 8000}));
        QVERIFY(!sshCheckCommand({"nvidia", "spark-b", 100}));
    }
};

QTEST_GUILESS_MAIN(TestAgentTrust)
#include "tst_agent_trust.moc"
