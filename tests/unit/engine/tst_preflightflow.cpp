// SPDX-License-Identifier: GPL-3.0-or-later
// What apply is refused for, and how a person agrees; over fake Sparks.
#include "sessionfixture.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using Consent = domain::PreflightFinding::Consent;
using domain::CageIndex;

namespace {

// Signed in and cabled; what the Sparks are doing is up to the test.
struct Desk : SessionFixture {
    Desk()
    {
        begin(2);
        sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        const auto signedIn = finish(session->signIn());
        if (!signedIn || !*signedIn)
            qFatal("nobody could sign in");
    }
    base::Result<domain::Plan> plan(int mtu = 9000)
    {
        PlanOptions options;
        options.timerSeconds = 6;
        options.mtu = mtu;
        return *finish(session->makePlan(options));
    }
    base::Result<ApplyOutcome> apply(Consents agreed = {}) { return *finish(session->apply(std::move(agreed))); }

    std::vector<std::string> findings() const
    {
        std::vector<std::string> ids;
        for (const domain::PreflightFinding &finding : session->findings())
            ids.push_back(finding.text.id);
        return ids;
    }
};

using Ids = std::vector<std::string>;

bool began(const FakeSpark &spark)
{
    return spark.count("root:txn-begin") > 0;
}

const domain::FabricJob kServer{domain::FabricJob::Kind::ModelServer, 4242, "vllm", true};

} // namespace

class TestPreflightFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void busy_isRefusedUntilInsisted()
    {
        Desk desk;
        desk.sparks.spark(1).occupation.jobs = {kServer};
        QVERIFY(desk.plan().ok());
        QCOMPARE(desk.findings(), Ids{"preflight.model-server"});
        const auto refused = desk.apply();
        QVERIFY(!refused && refused.error().kind == base::ErrorKind::Refused);
        QCOMPARE(refused.error().message.id, std::string("preflight.model-server"));
        QVERIFY(!began(desk.sparks.spark(0)) && !began(desk.sparks.spark(1)));
        const auto other = desk.apply({Consent::TakeOver});
        QVERIFY(!other);
        const auto done = desk.apply({Consent::Busy});
        QVERIFY(done.ok() && done->kind == ApplyOutcome::Kind::Applied);
        QVERIFY(desk.findings().empty()); // nothing is left to be done
    }

    // Between the review and the button somebody may start a job.
    void busy_isLookedAtAgainBeforeApply()
    {
        Desk desk;
        QVERIFY(desk.plan().ok());
        QVERIFY(desk.findings().empty());
        domain::FabricTraffic traffic{{}, "enp1s0f0np0", 87.5};
        desk.sparks.spark(0).occupation.traffic = {traffic};
        const auto refused = desk.apply();
        QVERIFY(!refused);
        QCOMPARE(refused.error().message.id, std::string("preflight.rdma-traffic"));
        QCOMPARE(desk.findings(), Ids{"preflight.rdma-traffic"});
        QVERIFY(!began(desk.sparks.spark(0)));
        desk.sparks.spark(0).occupation.traffic[0].gigabitsPerSecond = 0.4;
        const auto done = desk.apply();
        QVERIFY(done.ok() && done->kind == ApplyOutcome::Kind::Applied);
    }

    void takeOver_needsConsentAndKeepsTheAddresses()
    {
        Desk desk;
        const char *const names[] = {
            "192.168.200.12/24", "192.168.201.12/24", "192.168.200.13/24", "192.168.201.13/24"};
        for (int i = 0; i < 2; ++i) {
            std::string text = "network:\n  version: 2\n  ethernets:\n";
            for (int half = 0; half < 2; ++half) {
                domain::HalfFacts &facts = desk.sparks.spark(i).facts.halves[static_cast<std::size_t>(half)];
                facts.addresses = {*domain::Ipv4Interface::parse(names[2 * i + half])};
                text += "    " + facts.netdev + ":\n      dhcp4: no\n      addresses:\n        - " + names[2 * i + half]
                    + '\n';
            }
            desk.sparks.spark(i).netplan.push_back({"/etc/netplan/40-cx7.yaml", text});
        }
        const auto plan = desk.plan();
        QVERIFY2(plan.ok(), plan ? "" : plan.error().message.id.c_str());
        QCOMPARE(desk.findings(), (Ids{"preflight.take-over", "preflight.take-over"}));
        QCOMPARE(plan->sparks[0].network.takeOver.size(), std::size_t(1));
        for (const domain::Lane &lane : plan->addresses.lanes)
            QVERIFY(lane.subnet.toString() == "192.168.200.0/24" || lane.subnet.toString() == "192.168.201.0/24");
        const auto refused = desk.apply();
        QVERIFY(!refused && refused.error().message.id == "preflight.take-over");
        const auto done = desk.apply({Consent::TakeOver});
        QVERIFY(done.ok() && done->kind == ApplyOutcome::Kind::Applied);
    }

    void ufw_isPartOfThePlanWhereItIsOn_data()
    {
        QTest::addColumn<bool>("netplan");
        QTest::newRow("with netplan files") << true;
        QTest::newRow("without any") << false;
    }
    void ufw_isPartOfThePlanWhereItIsOn()
    {
        QFETCH(bool, netplan);
        Desk desk;
        if (!netplan) {
            for (int i = 0; i < 2; ++i)
                desk.sparks.spark(i).facts.netplanFiles.clear();
            QVERIFY(finish(desk.session->inspect())->ok());
        }
        desk.sparks.spark(0).firewall = {true, {"enp1s0f0np0"}, false, {}};
        const auto plan = desk.plan();
        QVERIFY(plan.ok());
        const domain::SparkPlan *first = plan->forSpark(desk.sparks.spark(0).facts.id);
        const domain::SparkPlan *second = plan->forSpark(desk.sparks.spark(1).facts.id);
        // What the owner allows already stays the owner's.
        QCOMPARE(first->network.firewall, std::vector<std::string>{"enP2p1s0f0np0"});
        QVERIFY(second->network.firewall.empty());
        const auto isFirewall = [](const domain::Change &change) {
            return change.kind == domain::Change::Kind::Firewall;
        };
        QCOMPARE(std::count_if(first->changes.begin(), first->changes.end(), isFirewall), 1);
        QCOMPARE(std::count_if(second->changes.begin(), second->changes.end(), isFirewall), 0);
    }

    void differences_areWarnings()
    {
        Desk desk;
        desk.sparks.spark(0).facts.versions.kernel = "6.11.0-1016-nvidia";
        desk.sparks.spark(1).facts.versions.kernel = "6.99-other";
        desk.sparks.spark(1).facts.clockUtcMs += 60'000;
        QVERIFY(desk.plan().ok());
        QCOMPARE(desk.findings(), (Ids{"preflight.kernel-differs", "preflight.clock-skew"}));
        const auto done = desk.apply();
        QVERIFY(done.ok() && done->kind == ApplyOutcome::Kind::Applied);
    }

    // Root is asked for at the second look where the plan did not need it. A no there is the end, with nothing begun.
    void refusedSudoAtTheSecondLook_isNothingBegun()
    {
        Desk desk;
        QVERIFY(desk.plan().ok());
        const auto before = desk.apply();
        QVERIFY(before.ok() && before->kind == ApplyOutcome::Kind::Applied);
        // The record says what stands in the files; only what is live differs from it.
        for (int i = 0; i < 2; ++i)
            desk.sparks.spark(i).facts.halves.front().mtu = 1500;
        const int begun = desk.sparks.spark(0).count("root:txn-begin") + desk.sparks.spark(1).count("root:txn-begin");
        const std::size_t written = desk.journal.entries.size();
        desk.sparks.spark(0).sudoPassword.clear();
        desk.person.sudoAsked.clear();
        QVERIFY(finish(desk.session->inspect())->ok());
        QVERIFY(desk.plan().ok());
        QVERIFY(desk.person.sudoAsked.empty());
        desk.person.sudo.clear();
        const auto outcome = desk.apply();
        QVERIFY2(outcome.ok(), outcome ? "" : outcome.error().message.id.c_str());
        QVERIFY(outcome->kind == ApplyOutcome::Kind::RolledBack && !outcome->begun);
        QCOMPARE(outcome->error->message.id, std::string("sudo.not-given"));
        QVERIFY(outcome->error->kind == base::ErrorKind::Refused);
        QCOMPARE(desk.sparks.spark(0).count("root:txn-begin") + desk.sparks.spark(1).count("root:txn-begin"), begun);
        QCOMPARE(desk.journal.entries.size(), written);
        QVERIFY(!desk.session->hasOpenTransaction());
        // The root agent of the Spark that said yes was let go: the next try starts a new one.
        desk.person.sudo = "root-please";
        const int started = desk.sparks.spark(0).count("privileged");
        const auto done = desk.apply();
        QVERIFY(done.ok() && done->kind == ApplyOutcome::Kind::Applied);
        QVERIFY(desk.sparks.spark(0).count("privileged") > started);
    }

    // A Spark that does not answer the question is no reason to show no plan; before an apply it is one to stop.
    void silence_stopsTheApplyOnly()
    {
        Desk desk;
        desk.sparks.spark(0).failAt["preflight"] = base::failed(base::Message());
        QVERIFY(desk.plan().ok());
        desk.sparks.spark(0).failAt["preflight"] = base::failed(base::Message());
        QVERIFY(!desk.apply());
        QVERIFY(!began(desk.sparks.spark(0)) && !began(desk.sparks.spark(1)));
    }
};

QTEST_GUILESS_MAIN(TestPreflightFlow)
#include "tst_preflightflow.moc"
