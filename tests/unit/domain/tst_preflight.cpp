// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/preflight.h"

#include <algorithm>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;
using Consent = PreflightFinding::Consent;

namespace {

// A pair whose network the plan changes on both Sparks, and nothing that speaks against it.
struct Desk {
    Desk()
    {
        for (const SparkFacts &facts : makeSparks(2)) {
            SparkPlan spark;
            spark.spark = facts.id;
            spark.hostname = facts.hostname;
            spark.networkChanges = true;
            plan.sparks.push_back(spark);
            inputs.push_back({facts, Occupation{}, {}, 1000});
            inputs.back().occupation->sawEveryProcess = true;
        }
    }

    std::vector<PreflightFinding> findings() const { return judgePreflight(plan, inputs); }
    std::vector<std::string> ids() const
    {
        std::vector<std::string> list;
        for (const PreflightFinding &finding : findings())
            list.push_back(finding.text.id);
        return list;
    }

    Plan plan;
    std::vector<PreflightInput> inputs;
};

std::string text(const PreflightFinding &finding, const char *argument)
{
    return std::get<std::string>(finding.text.arguments.at(argument));
}

using Ids = std::vector<std::string>;

} // namespace

class TestPreflight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToSay() { QCOMPARE(Desk().ids(), Ids()); }

    void trafficAboveOneGigabit()
    {
        Desk desk;
        desk.inputs[1].occupation->traffic = {
            {{}, "enp1s0f0np0", 0.99}, {{CageIndex::Zero, Side::B}, "enP2p1s0f0np0", 1.01}};
        const auto findings = desk.findings();
        QCOMPARE(desk.ids(), Ids{"preflight.rdma-traffic"});
        QVERIFY(findings[0].consent == Consent::Busy && findings[0].spark == desk.inputs[1].facts.id);
        QCOMPARE(text(findings[0], "interface"), std::string("enP2p1s0f0np0"));
        // A Spark whose network stays as it is may be busy.
        desk.plan.sparks[1].networkChanges = false;
        QCOMPARE(desk.ids(), Ids());
    }

    void jobs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("uses");
        QTest::addColumn<bool>("root");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("NCCL") << 0 << true << false << QByteArray("preflight.job");
        QTest::newRow("server on the fabric") << 2 << true << true << QByteArray("preflight.model-server");
        QTest::newRow("server, not seen") << 2 << false << false << QByteArray("preflight.maybe-busy");
        QTest::newRow("server, seen not to") << 2 << false << true << QByteArray();
        QTest::newRow("something with a device") << 3 << true << true << QByteArray("preflight.job");
    }
    void jobs()
    {
        QFETCH(int, kind);
        QFETCH(bool, uses);
        QFETCH(bool, root);
        QFETCH(QByteArray, id);
        Desk desk;
        desk.inputs[0].occupation->jobs = {{static_cast<FabricJob::Kind>(kind), 4242, "vllm", uses}};
        desk.inputs[0].occupation->sawEveryProcess = root;
        QCOMPARE(desk.ids(), id.isEmpty() ? Ids() : Ids{id.toStdString()});
        if (!id.isEmpty())
            QCOMPARE(desk.findings()[0].consent == Consent::Busy, uses);
    }

    void takenOverFilesNeedConsent()
    {
        Desk desk;
        Change change;
        change.kind = Change::Kind::ForeignFile;
        change.path = "/etc/netplan/40-cx7.yaml";
        desk.plan.sparks[0].changes = {change};
        desk.inputs[0].occupation->jobs = {{FabricJob::Kind::ModelServer, 7, "vllm", false}};
        desk.inputs[0].occupation->sawEveryProcess = false;
        // What needs a consent comes first.
        QCOMPARE(desk.ids(), (Ids{"preflight.take-over", "preflight.maybe-busy"}));
        const auto findings = desk.findings();
        QCOMPARE(text(findings[0], "file"), change.path);
        QVERIFY(withoutConsent(findings, {}) == &findings[0]);
        const std::vector<Consent> other = {Consent::Busy}, right = {Consent::TakeOver};
        QVERIFY(withoutConsent(findings, other) == &findings[0]);
        QVERIFY(!withoutConsent(findings, right));
    }

    void whatDiffersIsListed()
    {
        Desk desk;
        SparkFacts &first = desk.inputs[0].facts, &second = desk.inputs[1].facts;
        first.versions.kernel = "6.11.0-1016-nvidia";
        second.versions.kernel = "6.14.0-1013-nvidia";
        QCOMPARE(desk.ids(), Ids{"preflight.kernel-differs"});
        QCOMPARE(text(desk.findings()[0], "list"),
            first.versions.kernel + " (" + first.hostname + "), " + second.versions.kernel + " (" + second.hostname
                + ')');
        second.versions = first.versions;
        first.versions.dgxOta = "7.3.1";
        second.versions.dgxOta = "7.6.0";
        first.versions.driver = "580.1";
        second.versions.driver = "580.2";
        second.halves.front().firmware = "28.45.4028";
        first.halves.front().firmware = "28.45.4030";
        second.uid = first.uid + 1;
        QCOMPARE(desk.ids(),
            (Ids{"preflight.uid-differs", "preflight.ota-differs", "preflight.driver-differs",
                "preflight.firmware-differs"}));
        for (const PreflightFinding &finding : desk.findings())
            QVERIFY(finding.consent == Consent::None && finding.spark.value.empty());
        // Not known is no difference; other people are told about by the plan itself.
        second.versions.driver.clear();
        second.user = "somebody";
        QCOMPARE(desk.ids(), (Ids{"preflight.ota-differs", "preflight.firmware-differs"}));
    }

    void clocksMoreThanTwoSecondsApart()
    {
        Desk desk;
        desk.inputs[1].clockOffsetMs = 1000 + kMostClockSkewMs;
        QCOMPARE(desk.ids(), Ids());
        desk.inputs[1].clockOffsetMs = 1001 + kMostClockSkewMs;
        QCOMPARE(desk.ids(), Ids{"preflight.clock-skew"});
        QCOMPARE(text(desk.findings()[0], "ahead"), desk.inputs[1].facts.hostname);
        desk.inputs[1].clockOffsetMs.reset();
        QCOMPARE(desk.ids(), Ids());
    }

    void managementAndDocker()
    {
        Desk desk;
        SparkFacts &facts = desk.inputs[0].facts;
        facts.others.push_back({"wlP9s9", {}, true, true, {}});
        facts.managementInterface = "wlP9s9";
        desk.inputs[1].facts.managementInterface = desk.inputs[1].facts.halves.front().netdev;
        QCOMPARE(desk.ids(), (Ids{"preflight.management-on-wifi", "preflight.management-on-half"}));
        facts.managementInterface = facts.others.front().name;
        desk.inputs[1].facts.managementInterface = facts.managementInterface;
        desk.inputs[0].firewall = FirewallState{false, {}, true, "ACCEPT"};
        QCOMPARE(desk.ids(), Ids());
        desk.inputs[0].firewall->forwardPolicy = "DROP";
        QCOMPARE(desk.ids(), Ids{"preflight.docker-forward-drop"});
    }
};

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
