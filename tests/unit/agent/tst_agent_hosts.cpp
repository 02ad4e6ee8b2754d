// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the other Sparks in /etc/hosts: typed values only, one block, and nothing else of the file.
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"
#include "protocol/hostsfile.h"
#include "txn.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
namespace verb = protocol::verb;

namespace {

const std::string kPath = "/etc/hosts";
const std::string kOwn = "127.0.0.1 localhost\n10.0.0.9 printer\n";
const std::string kLines = "10.100.0.2 spark-b-fabric spark-b-fabric-1a\n10.100.1.2 spark-b-fabric-1b\n";

struct Desk : Machine {
    Desk() { system.files().put(kPath, kOwn, 0640); }
    std::string hosts() { return system.files().text(kPath); }
    bool name(const std::string &id = "00000000000000a1")
    {
        auto wanted = begin(id);
        wanted.config.hosts = hostsOfTwo();
        return carryOut(wanted);
    }
    bool carryOut(const protocol::TransactionBegin &wanted)
    {
        Harness harness(system, Mode::Root);
        return step(harness, verb::kTransactionBegin, protocol::encode(wanted))
            && step(harness, verb::kTransactionTrial) && step(harness, verb::kTransactionPersist)
            && step(harness, verb::kTransactionCommit);
    }
};

} // namespace

class TestAgentHosts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_areOneBlock_inTheReceipt_andUndone()
    {
        Desk desk;
        const std::string before = desk.state();
        QVERIFY(desk.name());
        QCOMPARE(domain::hostsBody(desk.hosts()), kLines);
        QVERIFY(desk.hosts().starts_with(kOwn));
        QVERIFY(desk.system.files().info(kPath).mode == 0640);
        const auto receipt =
            protocol::decode<domain::Receipt>(desk.system.files().text(std::string(domain::kReceiptPath)));
        QVERIFY(receipt && receipt->config.hosts == hostsOfTwo());
        QVERIFY(desk.undoWhole());
        QCOMPARE(desk.hosts(), kOwn);
        QCOMPARE(desk.state(), before);
        QVERIFY(desk.nothingLeftBehind());
    }

    // What others write there between set-up and undo is theirs.
    void linesOfOthers_outliveTheUndo()
    {
        Desk desk;
        QVERIFY(desk.name());
        desk.system.files().put(kPath, "# new\n" + desk.hosts() + "10.0.0.7 scanner\n", 0644);
        QVERIFY(desk.undoWhole());
        QCOMPARE(desk.hosts(), "# new\n" + kOwn + "10.0.0.7 scanner\n");
        QVERIFY(desk.system.files().info(kPath).mode == 0644);
    }

    void missingFile_comesAndGoes()
    {
        Desk desk;
        desk.system.files().nodes.erase(kPath);
        QVERIFY(desk.name());
        QCOMPARE(domain::hostsBody(desk.hosts()), kLines);
        QVERIFY(desk.undoWhole());
        QVERIFY(!desk.system.files().exists(kPath));
    }

    void rollback_takesTheBlockOutAgain()
    {
        Desk desk;
        const std::string before = desk.state();
        auto wanted = desk.begin();
        wanted.config.hosts = hostsOfTwo();
        Harness harness(desk.system, Mode::Root);
        QVERIFY(desk.step(harness, verb::kTransactionBegin, protocol::encode(wanted)).has_value());
        QVERIFY(desk.step(harness, verb::kTransactionTrial).has_value());
        QCOMPARE(desk.hosts(), kOwn); // the trial is what a reboot forgets
        QVERIFY(desk.step(harness, verb::kTransactionPersist).has_value());
        QVERIFY(desk.hosts() != kOwn);
        QVERIFY(desk.step(harness, verb::kTransactionRollback).has_value());
        QCOMPARE(desk.state(), before);
    }

    void undoOfTheSecond_bringsTheFirstNamesBack()
    {
        Desk desk;
        QVERIFY(desk.name());
        const std::string first = desk.hosts();
        auto second = desk.begin("00000000000000a2");
        QVERIFY(desk.carryOut(second)); // without names
        QCOMPARE(desk.hosts(), kOwn);
        QVERIFY(desk.undoWhole());
        QCOMPARE(desk.hosts(), first);
    }

    void forget_wantsTheUndoFirst()
    {
        Desk desk;
        QVERIFY(desk.name());
        desk.system.files().nodes.erase(std::string(domain::kNetplanPath));
        desk.system.files().nodes.erase(std::string(domain::kSysctlPath));
        Harness harness(desk.system, Mode::Root);
        const auto refused = harness.ask(verb::kForget);
        QCOMPARE(refused.error->message.id, std::string("remote.forget-needs-undo"));
        QCOMPARE(std::get<std::string>(refused.error->message.arguments.at("path")), kPath);
    }

    void link_isRefused_andNotFollowed()
    {
        Desk desk;
        desk.system.files().nodes.erase(kPath);
        desk.system.files().put("/home/me/hosts", kOwn);
        desk.system.files().putLink(kPath, "/home/me/hosts");
        QVERIFY(!desk.name());
        QCOMPARE(desk.error->message.id, std::string("remote.not-a-plain-file"));
        QCOMPARE(desk.system.files().text("/home/me/hosts"), kOwn);
        QVERIFY(desk.nothingLeftBehind());
    }

    void values_areCheckedAgain_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        QTest::newRow("address of nobody's lane") << "10.9.0.2"
                                                  << "spark-b-fabric";
        QTest::newRow("our own address") << "10.100.0.1"
                                         << "spark-b-fabric";
        QTest::newRow("loopback") << "127.0.0.1"
                                  << "spark-b-fabric";
        QTest::newRow("a name of the world") << "10.100.0.2"
                                             << "github.com";
        QTest::newRow("localhost") << "10.100.0.2"
                                   << "localhost";
        QTest::newRow("two words") << "10.100.0.2"
                                   << "x y-fabric";
        QTest::newRow("two lines") << "10.100.0.2"
                                   << "x-fabric\n1.2.3.4 y-fabric";
        QTest::newRow("given twice") << "10.100.0.2"
                                     << "spark-b-fabric-1b";
    }
    void values_areCheckedAgain()
    {
        QFETCH(QString, address);
        QFETCH(QString, name);
        Desk desk;
        const std::string before = desk.state();
        auto wanted = desk.begin();
        wanted.config.hosts = hostsOfTwo();
        wanted.config.hosts[0] = {*domain::Ipv4Address::parse(address.toStdString()), {name.toStdString()}};
        QVERIFY(!desk.carryOut(wanted));
        QVERIFY(desk.error->kind == base::ErrorKind::Protocol);
        QCOMPARE(desk.state(), before);
    }

    void file_isReadWithoutRoot()
    {
        Desk desk;
        Harness user(desk.system);
        QCOMPARE(protocol::decode<protocol::HostsFileAnswer>(user.ask(verb::kHostsFile).body)->text, kOwn);
        desk.system.files().nodes.erase(kPath);
        QCOMPARE(protocol::decode<protocol::HostsFileAnswer>(user.ask(verb::kHostsFile).body)->text, std::string());
    }
};

QTEST_GUILESS_MAIN(TestAgentHosts)
#include "tst_agent_hosts.moc"
