// SPDX-License-Identifier: GPL-3.0-or-later
#include "addresstests.h"

#include "fixtures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::AddressesViewModel;
using viewmodels::AddressRow;
using viewmodels::ReviewViewModel;

class TestAddresses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_review = std::make_unique<ReviewViewModel>();
        m_fabric = fixtures::cabledPair();
        m_plan = fixtures::planOf(m_fabric);
        m_review->setHosts(m_fabric.hosts);
        m_review->setPlan(m_plan);
    }

    void rows_areTheHalvesOfThePlan()
    {
        const auto rows = addresses().rows();
        QCOMPARE(rows.size(), std::size_t(4)); // a pair with one cable: two lanes, two ends each
        QCOMPARE(rows[0].lane, u"Cable 1, lane A"_s);
        QCOMPARE(rows[0].spark, u"spark-a"_s);
        QCOMPARE(rows[2].lane, u"Cable 1, lane B"_s);
        for (const AddressRow &row : rows) {
            QVERIFY(!row.interface.isEmpty() && !row.text.isEmpty());
            QVERIFY(row.problem.isEmpty() && !row.chosen);
        }
        QVERIFY(addresses().sound() && !addresses().pending() && !addresses().anyChosen());
    }

    void goodAddress_isAskedForAndTheLaneFollows()
    {
        QSignalSpy asked(m_review.get(), &ReviewViewModel::planRequested);
        edit(0, u"10.42.7.5"_s);
        QVERIFY(addresses().sound() && addresses().pending());
        QVERIFY2(!m_review->primaryAction().enabled, "what is shown is not what would be applied");
        addresses().commit();
        QCOMPARE(asked.size(), 1);
        const auto plan = domain::withChosen(m_plan.addresses, addresses().chosen());
        QCOMPARE(plan.lanes[0].subnet.toString(), std::string("10.42.7.0/24"));
        QCOMPARE(plan.lanes[0].ends[0].address.toString(), std::string("10.42.7.5/24"));
        QCOMPARE(plan.lanes[0].ends[1].address.toString(), std::string("10.42.7.2/24")); // keeps its last number
        QCOMPARE(plan.lanes[1], m_plan.addresses.lanes[1]);
        // The controller asks for the plan, and it comes.
        addresses().planAsked();
        domain::Plan made = m_plan;
        made.addresses = plan;
        m_review->setPlan(made);
        QVERIFY(m_review->primaryAction().enabled);
        QCOMPARE(addresses().rows()[1].text, u"10.42.7.2"_s);
        addresses().backToSuggested();
        QVERIFY(!addresses().anyChosen() && addresses().pending());
        QCOMPARE(asked.size(), 2);
    }

    void askedFor_afterAPauseToo()
    {
        QSignalSpy asked(m_review.get(), &ReviewViewModel::planRequested);
        edit(0, u"10.42.7.5"_s);
        QVERIFY(asked.isEmpty());
        QTRY_COMPARE(asked.size(), 1);
    }

    void wrongText_isSaidBesideTheField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("word") << u"spark-a"_s << u"no IPv4 address"_s;
        QTest::newRow("short") << u"10.100.0"_s << u"no IPv4 address"_s;
        QTest::newRow("leading zeros") << u"10.100.0.01"_s << u"no IPv4 address"_s;
        QTest::newRow("v6") << u"fe80::1"_s << u"no IPv4 address"_s;
        QTest::newRow("other length") << u"10.42.0.1/16"_s << u"no IPv4 address"_s;
        QTest::newRow("network") << u"10.42.0.0"_s << u"No machine"_s;
        QTest::newRow("broadcast") << u"10.42.0.255"_s << u"No machine"_s;
        QTest::newRow("loopback") << u"127.0.0.1"_s << u"No machine"_s;
        QTest::newRow("link-local") << u"169.254.1.1"_s << u"No machine"_s;
        QTest::newRow("multicast") << u"224.0.1.1"_s << u"No machine"_s;
        QTest::newRow("endless") << QString(5000, u'1') << u"no IPv4 address"_s;
    }

    void wrongText_isSaidBesideTheField()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        QSignalSpy asked(m_review.get(), &ReviewViewModel::planRequested);
        edit(1, text);
        const auto rows = addresses().rows();
        QVERIFY2(rows[1].problem.contains(says), qPrintable(rows[1].problem));
        QVERIFY(rows[0].problem.isEmpty());
        QVERIFY(rows[1].text.size() <= 40);
        addresses().commit();
        QVERIFY2(asked.isEmpty(), "no plan is asked for what cannot be");
        QVERIFY(!m_review->primaryAction().enabled);
        QVERIFY(!m_review->primaryAction().reason.isEmpty());
        edit(1, {}); // empty: the suggested one again
        QVERIFY(addresses().sound());
        QVERIFY(m_review->primaryAction().enabled);
    }

    void routeOfThisComputer_isNotOverlapped()
    {
        addresses().setAvoid({*domain::Ipv4Prefix::parse("10.42.0.0/16")});
        edit(0, u"10.42.7.5"_s);
        const QString problem = addresses().rows()[0].problem;
        QVERIFY2(problem.contains(u"10.42.0.0/16"_s), qPrintable(problem));
    }

    void networkOfASpark_isNotOverlapped()
    {
        QVERIFY(!m_fabric.sparks[0].others.empty());
        const domain::Ipv4Interface management = m_fabric.sparks[0].others.front().addresses.front();
        edit(0, QString::fromStdString(management.address.toString()));
        QVERIFY(addresses().rows()[0].problem.contains(QString::fromStdString(management.prefix().toString())));
    }

    void twoLanes_areNotInOneSubnet()
    {
        const auto &second = m_plan.addresses.lanes[1];
        edit(0, QString::fromStdString(domain::Ipv4Address{second.subnet.network.value + 9}.toString()));
        const QString problem = addresses().rows()[0].problem;
        QVERIFY2(problem.contains(u"1B"_s), qPrintable(problem));
    }

    void endsOfALane_areInOneSubnetWithTwoAddresses()
    {
        edit(0, u"10.42.7.5"_s);
        edit(1, u"10.42.8.6"_s);
        QVERIFY(addresses().rows()[1].problem.contains(u"10.42.7.0/24"_s));
        edit(1, u"10.42.7.5"_s);
        QVERIFY(addresses().rows()[1].problem.contains(u"10.42.7.5"_s));
        edit(1, u"10.42.7.6"_s);
        QVERIFY(addresses().sound());
        // A number that the other end has by suggestion: that one gives way.
        addresses().backToSuggested();
        edit(0, u"10.42.7.2"_s);
        QVERIFY(addresses().sound());
        const auto plan = domain::withChosen(m_plan.addresses, addresses().chosen());
        QCOMPARE(plan.lanes[0].ends[1].address.toString(), std::string("10.42.7.1/24"));
    }

    void pool_isJudgedByThePlanner()
    {
        addresses().setAvoid({*domain::Ipv4Prefix::parse("10.60.0.0/16")});
        addresses().editPool(u"10.60.3.0/20"_s);
        QVERIFY(addresses().poolProblem().contains(u"10.60.0.0/16"_s));
        addresses().editPool(u"10.61.0.0/24"_s); // one /24 for two lanes
        QVERIFY(!addresses().poolProblem().isEmpty());
        addresses().editPool(u"10.61.0.0/30"_s);
        QVERIFY(!addresses().poolProblem().isEmpty());
        addresses().editPool(u"home"_s);
        QVERIFY(addresses().poolProblem().contains(u"10.100.0.0/16"_s));
        QVERIFY(!addresses().sound() && !m_review->primaryAction().enabled);
        QSignalSpy asked(m_review.get(), &ReviewViewModel::planRequested);
        addresses().editPool(u"10.61.0.0/16"_s);
        QVERIFY(addresses().sound());
        addresses().commit();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(addresses().pool()->toString(), std::string("10.61.0.0/16"));
        edit(0, u"10.42.7.5"_s);
        QVERIFY2(addresses().rows()[0].problem.contains(u"10.61.0.0/16"_s), "outside the chosen network");
    }

    void wishes_askForAPlan()
    {
        addresses().begin(domain::Ipv4Prefix::parse("10.61.0.0/16"), true, false);
        QVERIFY(addresses().hostsNames() && !addresses().sshAliases() && !addresses().pending());
        QCOMPARE(addresses().poolText(), u"10.61.0.0/16"_s);
        QSignalSpy asked(m_review.get(), &ReviewViewModel::planRequested);
        addresses().wishSshAliases(true);
        QCOMPARE(asked.size(), 1);
        addresses().planAsked();
        addresses().wishHostsNames(false);
        QCOMPARE(asked.size(), 2);
    }

    // A plug was moved, and it is planned again: what was typed stays where its half is still planned, and what was
    // typed for a half that is not keeps nobody from applying.
    void addresses_stayWhereTheirHalvesStay()
    {
        edit(0, u"10.42.7.5"_s);
        addresses().planAsked();
        edit(1, u"not an address"_s);
        QVERIFY(!addresses().sound());
        const domain::HalfRef gone = addresses().rows()[1].half;
        const fixtures::Fabric moved = fixtures::fabric(
            2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::One}}, domain::Topology::Pair);
        domain::Plan plan = fixtures::planOf(moved);
        plan.addresses = domain::withChosen(plan.addresses, addresses().chosen());
        m_review->setPlan(plan);
        const auto rows = addresses().rows();
        QVERIFY(std::none_of(rows.begin(), rows.end(), [&](const AddressRow &row) { return row.half == gone; }));
        QCOMPARE(rows[0].text, u"10.42.7.5"_s);
        QVERIFY(rows[0].chosen && addresses().sound());
        QVERIFY(m_review->primaryAction().enabled);
        m_review->setPlan(m_plan); // plugged as before: said again
        QVERIFY(!addresses().sound());
    }

    void failedPlan_isNotApplied()
    {
        m_review->setProblem(base::refused(base::Message(base::MessageId("addresses.no-free-pool"))));
        QSignalSpy apply(m_review.get(), &ReviewViewModel::applyRequested);
        QSignalSpy again(m_review.get(), &ReviewViewModel::planRequested);
        m_review->triggerPrimary();
        QVERIFY(apply.isEmpty());
        QVERIFY2(again.size() == 1, "what was in the way may be gone");
        m_review->setPlanning(true);
        QVERIFY(!m_review->primaryAction().enabled);
        m_review->setPlanning(false);
        m_review->setProblem({});
        m_review->triggerPrimary();
        QCOMPARE(apply.size(), 1);
    }

    void export_isWhatTheCommandLinePrints()
    {
        using Export = ReviewViewModel::Export;
        const QString text = m_review->exported(Export::Text);
        for (const AddressRow &row : addresses().rows())
            QVERIFY2(text.contains(row.text) && text.contains(row.spark), qPrintable(text));
        QVERIFY2(text.contains(u"+"_s) && text.contains(u"$ "_s), "diffs and equivalent commands");
        const QJsonObject json = QJsonDocument::fromJson(m_review->exported(Export::Json).toUtf8()).object();
        QCOMPARE(json.value(u"schema"_s).toString(), u"sparkloom-plan"_s);
        QCOMPARE(json.value(u"plan"_s).toObject().value(u"id"_s).toString(), QString::fromStdString(m_plan.id));
        QVERIFY(m_review->exported(Export::Environment).contains(u"export NCCL_IB_HCA="_s));
        QVERIFY(ReviewViewModel().exported(Export::Text).isEmpty());
    }

private:
    AddressesViewModel &addresses() { return m_review->addresses(); }
    void edit(std::size_t row, const QString &text) { addresses().editAddress(addresses().rows()[row].half, text); }

    std::unique_ptr<ReviewViewModel> m_review;
    fixtures::Fabric m_fabric;
    domain::Plan m_plan;
};

int runAddressTests(const QStringList &arguments)
{
    TestAddresses test;
    return QTest::qExec(&test, arguments);
}

#include "addresstests.moc"
