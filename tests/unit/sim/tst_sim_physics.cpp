// SPDX-License-Identifier: GPL-3.0-or-later
// The published measurements beside the model: must-show of the virtual Sparks.
#include <QTest>

#include "sim/physics/table.h"

#include <algorithm>
#include <cstdio>
#include <set>

using namespace sparkloom;
using namespace sparkloom::sim;
using namespace sparkloom::sim::physics;

class TestPhysics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRow_isWhatItIsSaidToBe_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < publishedRows().size(); ++i)
            QTest::addRow("%s", publishedRows()[i].id.c_str()) << static_cast<int>(i);
        std::printf("%s\n", tableText(publishedRows()).c_str());
    }
    void everyRow_isWhatItIsSaidToBe()
    {
        QFETCH(int, number);
        const Row &row = publishedRows()[static_cast<std::size_t>(number)];
        const Verdict verdict = judge(row, publishedRows());
        QVERIFY2(verdict.holds,
            qPrintable(QStringLiteral("%1 measured, %2 modelled: %3")
                           .arg(row.measured)
                           .arg(verdict.model)
                           .arg(QString::fromStdString(verdict.text))));
    }

    void theNamedFigures_comeOut_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<double>("figure");
        const auto add = [](const char *row, double figure) {
            QTest::newRow(row) << QString::fromLatin1(row) << figure;
        };
        add("tcp-1", 21);
        add("tcp-16-9000", 98);
        add("tcp-2x16", 177);
        add("002-two-cables", 172);
        add("004-send-q8", 99);
        add("rdma-both-1500", 185);
        add("rdma-both-9000", 196);
        add("rdma-alone-1500", 109);
        add("gather-16g-1500", 18.9);
        add("gather-16g-9000", 23.7);
        add("002-peak", 340);
    }
    void theNamedFigures_comeOut()
    {
        QFETCH(QString, row);
        QFETCH(double, figure);
        const auto it = std::ranges::find(publishedRows(), row.toStdString(), &Row::id);
        QVERIFY(it != publishedRows().end());
        const double model = judge(*it, publishedRows()).model;
        QVERIFY2(std::abs(figure / model - 1) <= kTolerance, qPrintable(QString::number(model)));
    }

    // At MTU 1500 each half gets 92.6 while both are busy.
    void bothHalvesBusy_shareTheWire()
    {
        const SparkParameters healthy;
        const std::vector<Machine> pair{{"a", &healthy, {200, 0}}, {"b", &healthy, {200, 0}}};
        std::vector<Flow> flows(2);
        for (std::size_t i = 0; i < 2; ++i) {
            flows[i].protocol = Protocol::Rdma;
            flows[i].from = {0, domain::HalfId{domain::CageIndex::Zero, i ? domain::Side::B : domain::Side::A}};
            flows[i].to = {1, flows[i].from.half};
        }
        const auto both = throughputOf(pair, flows);
        QVERIFY(std::abs(both[0].gbps - 92.59) < 0.02 && std::abs(both[1].gbps - 92.59) < 0.02);
        QCOMPARE(both[0].limit, LimitKind::Wire);
        const auto alone = throughputOf(pair, {flows[0]});
        QVERIFY(std::abs(alone[0].gbps - 109.0) < 1);
        QCOMPARE(alone[0].limit, LimitKind::Pcie);
    }

    // Rows must not be made to fit one by one: the same set-up gives the same figure, whoever measured it.
    void noConstantPerRow()
    {
        for (const Row &one : publishedRows())
            for (const Row &other : publishedRows())
                if (one.setUp == other.setUp && one.unit == other.unit && one.reading != Row::Reading::Doubled
                    && other.reading != Row::Reading::Doubled)
                    QCOMPARE(judge(one, publishedRows()).model, judge(other, publishedRows()).model);
        std::set<std::string> ids;
        for (const Row &row : publishedRows())
            QVERIFY2(ids.insert(row.id).second, row.id.c_str());
    }

    // The verdicts can fail: a row that is changed is not what it is said to be any more.
    void wrongRows_areSeen()
    {
        const auto changed = [](const char *id, double measured) {
            std::vector<Row> rows = publishedRows();
            const auto it = std::ranges::find(rows, id, &Row::id);
            it->measured = it->upTo = measured;
            return judge(*it, rows).holds;
        };
        QVERIFY(!changed("tcp-16-9000", 80));
        QVERIFY(!changed("tcp-16-9000", 120));
        QVERIFY(!changed("rdma-both-1500", 190)); // above the wire is never good
        QVERIFY(!changed("rdma-1m-100g", 90));
        QVERIFY(!changed("latency-1500", 1.5));
        QVERIFY(!changed("gather-ring-16g", 24));
        QVERIFY(!changed("limit-helper", 25));
        QVERIFY(!changed("004-twice-1", 43));
        QVERIFY(!changed("ceiling-9000", 198));
    }

    void malformedRows_areRefused()
    {
        QVERIFY(!parseRows("").ok());
        QVERIFY(!parseRows("[]").ok());
        QVERIFY(!parseRows(R"({"schema":"sparkloom-measurements-1","rows":[{}]})").ok());
        QVERIFY(!parseRows(R"({"schema":"sparkloom-measurements-1","rows":[{"id":"a","what":"b","source":"c",
            "measured":1,"unit":"Gb/s","setup":{"layer":"tcp","halves":"9Z"}}]})")
                     .ok());
        QVERIFY(!parseRows(std::string(2 * 1024 * 1024, ' ')).ok());
    }

    void x2Link_limitsOneHalfOnly()
    {
        SparkParameters sick;
        sick.pcie[1].width = 2;
        const SparkParameters healthy;
        const std::vector<Machine> pair{{"a", &sick, {200, 0}}, {"b", &healthy, {200, 0}}};
        Flow flow;
        flow.protocol = Protocol::Rdma;
        flow.mtu = 9000;
        flow.from = {0, domain::HalfId{domain::CageIndex::Zero, domain::Side::B}};
        flow.to = {1, flow.from.half};
        const double slow = throughputOf(pair, {flow})[0].gbps;
        QVERIFY(slow > 53 && slow < 57); // measurement-and-safety 5.1
        flow.from.half->side = domain::Side::A;
        QVERIFY(throughputOf(pair, {flow})[0].gbps > 105);
    }
};

QTEST_APPLESS_MAIN(TestPhysics)
#include "tst_sim_physics.moc"
