// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic through the control channel's requests.
#include "trafficworld.h"

#include "sim/control/traffic.h"
#include "sim/options.h"

#include <nlohmann/json.hpp>

using namespace sparkloom;
using namespace sparkloom::test;
using nlohmann::json;
using std::chrono::milliseconds;

class TestTrafficControl : public QObject {
    Q_OBJECT

private:
    static json ask(TrafficWorld &v, const char *request)
    {
        const auto answer = sim::answerTraffic(*v.world, json::parse(request));
        return answer ? *answer : json("not a verb of traffic");
    }
    static bool refused(TrafficWorld &v, const char *request)
    {
        const json answer = ask(v, request);
        return answer.is_object() && answer.value("ok", true) == false && !answer.value("reason", "").empty();
    }

private Q_SLOTS:
    void startStateStop()
    {
        TrafficWorld v("pair");
        const json started = ask(v, R"({"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"queuePairs":8})");
        QCOMPARE(started.value("test", 0), 1);
        v.loop.pass(milliseconds(1000));
        const json state = ask(v, R"({"do":"traffic-state","test":1})");
        QVERIFY(state.value("running", false));
        QVERIFY(near(state.value("gbpsNow", 0.0), 196, 0.02));
        QVERIFY(!state.value("limitedBy", "").empty());
        QVERIFY(!refused(v, R"({"do":"traffic-stop","test":1})"));
        QVERIFY(refused(v, R"({"do":"traffic-stop","test":1})"));
        QVERIFY(!ask(v, R"({"do":"traffic-state","test":1})").value("running", true));
    }

    void bothWays_carryTheSameEachWay()
    {
        TrafficWorld v("pair");
        ask(v, R"({"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"bothWays":true,"seconds":5})");
        v.loop.pass(milliseconds(5001));
        const json state = ask(v, R"({"do":"traffic-state","test":1})");
        QCOMPARE(state.value("progress", 0.0), 1.0);
        QVERIFY(
            near(state.value("gbpsAverage", 0.0), 196, 0.02) && near(state.value("gbpsBackAverage", 0.0), 196, 0.02));
    }

    void collective_hasItsBusBandwidth()
    {
        TrafficWorld v("pair");
        ask(v, R"({"do":"traffic","kind":"nccl","sparks":["spark-a","spark-b"],"collective":"all_reduce",
            "bytes":17179869184,"seconds":2})");
        v.loop.pass(milliseconds(2001));
        QVERIFY(near(ask(v, R"({"do":"traffic-state","test":1})").value("busGBps", 0.0), 23.7));
    }

    void countersAndModule_areThere()
    {
        TrafficWorld v("pair");
        ask(v,
            R"({"do":"traffic","kind":"tcp","sparks":["spark-b","spark-a"],"halves":["0B"],"streams":1,"seconds":1})");
        v.loop.pass(milliseconds(1001));
        const json halves = ask(v, R"({"do":"counters","spark":"spark-a"})").at("halves");
        QVERIFY(halves.at("0A").at("rx_bytes_phy") == halves.at("0B").at("rx_bytes_phy"));
        QVERIFY(halves.at("0B").at("rx_bytes") > 2'000'000'000 && halves.at("0A").at("rx_bytes") < 10'000);
        const json module = ask(v, R"({"do":"module","spark":"spark-a","cage":0})");
        QCOMPARE(module.at("eeprom").get<std::string>().size(), std::size_t(512));
        QVERIFY(module.at("serial") == ask(v, R"({"do":"module","spark":"spark-b","cage":0})").at("serial"));
        QVERIFY(refused(v, R"({"do":"module","spark":"spark-a","cage":1})"));
    }

    void hostileRequests_areRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        for (const char *request : {R"({"do":"traffic"})", R"({"do":"traffic","kind":7})",
                 R"({"do":"traffic","kind":"tcp","sparks":"spark-a"})",
                 R"({"do":"traffic","kind":"tcp","sparks":[1,2]})",
                 R"({"do":"traffic","kind":"tcp","sparks":["spark-a","nobody"]})",
                 R"({"do":"traffic","kind":"tcp","sparks":["spark-a","spark-b"],"seconds":-1})",
                 R"({"do":"traffic","kind":"tcp","sparks":["spark-a","spark-b"],"seconds":1e300})",
                 R"({"do":"traffic","kind":"tcp","sparks":["spark-a","spark-b"],"streams":99999999999})",
                 R"({"do":"traffic","kind":"tcp","sparks":["spark-a","spark-b"],"streams":"many"})",
                 R"({"do":"traffic","kind":"tcp","sparks":["spark-a","spark-b"],"halves":["2A"]})",
                 R"({"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"messageBytes":-5})",
                 R"({"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"operation":"steal"})",
                 R"({"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"bothWays":1})",
                 R"({"do":"traffic","kind":"nccl","sparks":["spark-a","spark-b"],"collective":"all_of_it"})",
                 R"({"do":"traffic-state"})", R"({"do":"traffic-state","test":-1})", R"({"do":"counters"})",
                 R"({"do":"counters","spark":[]})", R"({"do":"module","spark":"spark-a","cage":2})"})
            QTest::newRow(request) << QByteArray(request);
    }
    void hostileRequests_areRefused()
    {
        QFETCH(QByteArray, request);
        TrafficWorld v("pair");
        QVERIFY(refused(v, request.constData()));
        QVERIFY(v.world->flows().running().empty());
    }

    void otherVerbs_areLeftToOthers()
    {
        TrafficWorld v("pair");
        QVERIFY(!sim::answerTraffic(*v.world, json::parse(R"({"do":"plug"})")));
        QVERIFY(!sim::answerTraffic(*v.world, json::parse(R"({"do":12})")));
        QVERIFY(!sim::answerTraffic(*v.world, json::parse(R"({})")));
    }

    void physicsOption()
    {
        QVERIFY(sim::parseOptions({"--physics"})->what == sim::Options::What::Physics);
        QVERIFY(sim::helpText().find("--physics") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTrafficControl)
#include "tst_sim_trafficcontrol.moc"
