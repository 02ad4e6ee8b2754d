// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualhands.h"

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;

class TestWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealedSpark_hasNoNic()
    {
        VirtualWorld v("sealed-pair");
        QVERIFY(!v.spark(0).nicPresent());
        QVERIFY(!v.netdev(0, half(0, 'A')));
        QVERIFY(v.spark(0).files.list(sim::kRoot, "/sys/class/infiniband")->empty());
        QVERIFY(v.spark(0).network.byName("enP7s7")->carrier());
    }

    void plug_takesSixSecondsAndHalfAComesFirst()
    {
        VirtualWorld v("sealed-pair");
        QVERIFY(v.world->plug(v.cage(0, 0), v.cage(1, 1)).ok());
        v.loop.pass(milliseconds(3900));
        QVERIFY(!v.spark(0).nicPresent());
        v.loop.pass(milliseconds(200)); // 4.1 s
        QVERIFY(v.spark(0).nicPresent() && v.spark(1).nicPresent());
        QCOMPARE(v.spark(0).files.list(sim::kRoot, "/sys/class/infiniband")->size(), std::size_t(4));
        QVERIFY(!v.carrier(0, half(0, 'A')));
        v.loop.pass(milliseconds(1000)); // 5.1 s
        QVERIFY(v.carrier(0, half(0, 'A')) && !v.carrier(0, half(0, 'B')));
        QVERIFY(v.carrier(1, half(1, 'A')) && !v.carrier(1, half(1, 'B')));
        v.loop.pass(milliseconds(1000)); // 6.1 s
        QVERIFY(v.carrier(0, half(0, 'B')) && v.carrier(1, half(1, 'B')));
        QVERIFY(!v.carrier(0, half(1, 'A')) && !v.carrier(1, half(0, 'A')));
    }

    void speed_dividesTheTimeline()
    {
        VirtualWorld v("sealed-pair", 50);
        QVERIFY(v.world->plug(v.cage(0, 0), v.cage(1, 0)).ok());
        v.loop.pass(milliseconds(119));
        QVERIFY(!v.carrier(0, half(0, 'B')));
        v.loop.pass(milliseconds(2));
        QVERIFY(v.carrier(0, half(0, 'B')));
    }

    void secondCable_findsTheNicAwake()
    {
        VirtualWorld v("pair");
        QVERIFY(v.world->plug(v.cage(0, 1), v.cage(1, 1)).ok());
        v.loop.pass(milliseconds(1100));
        QVERIFY(v.carrier(0, half(1, 'A')) && !v.carrier(0, half(1, 'B')));
        v.loop.pass(milliseconds(1000));
        QVERIFY(v.carrier(0, half(1, 'B')));
    }

    void unplug_darkensAtOnceAndTheNicGoesLater()
    {
        VirtualWorld v("pair");
        QVERIFY(v.carrier(0, half(0, 'A')));
        QVERIFY(v.world->unplug(v.cage(1, 0)).ok());
        QVERIFY(!v.carrier(0, half(0, 'A')) && !v.carrier(1, half(0, 'B')));
        v.loop.pass(milliseconds(4000));
        QVERIFY(v.spark(0).nicPresent());
        v.loop.pass(milliseconds(2000));
        QVERIFY(!v.spark(0).nicPresent() && !v.spark(1).nicPresent());
    }

    void replugInTime_keepsTheNic()
    {
        VirtualWorld v("pair");
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        v.loop.pass(milliseconds(3000));
        QVERIFY(v.world->plug(v.cage(0, 1), v.cage(1, 0)).ok());
        v.loop.pass(milliseconds(10000));
        QVERIFY(v.spark(0).nicPresent());
        QVERIFY(v.carrier(0, half(1, 'B')) && !v.carrier(0, half(0, 'A')));
    }

    void plugThatIsPulledBeforeItTrained_staysDark()
    {
        VirtualWorld v("sealed-pair");
        QVERIFY(v.world->plug(v.cage(0, 0), v.cage(1, 0)).ok());
        v.loop.pass(milliseconds(4500));
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        v.loop.pass(milliseconds(30000));
        QVERIFY(!v.spark(0).nicPresent() && !v.spark(1).nicPresent());
    }

    void impossiblePlugs_areRefused()
    {
        VirtualWorld v("pair");
        QVERIFY(!v.world->plug(v.cage(0, 0), v.cage(1, 1)).ok());
        QVERIFY(!v.world->plug(v.cage(0, 1), v.cage(0, 1)).ok());
        QVERIFY(!v.world->unplug(v.cage(0, 1)).ok());
        VirtualWorld star("star");
        QVERIFY(!star.world->plug(sim::Socket::ofSwitch(0), sim::Socket::ofSwitch(0)).ok());
        QVERIFY(!star.world->unplug(sim::Socket::ofSwitch(0)).ok());
    }

    void linkLocal_isTentativeForASecond()
    {
        VirtualWorld v("pair");
        using State = sim::Interface::LinkLocal;
        QVERIFY(v.netdev(0, half(0, 'A'))->linkLocal == State::Tentative);
        v.loop.pass(milliseconds(1100));
        QVERIFY(v.netdev(0, half(0, 'A'))->linkLocal == State::Ready);
        v.spark(0).network.setSysctl("enp1s0f0np0", "disable_ipv6", 1);
        QVERIFY(v.netdev(0, half(0, 'A'))->linkLocal == State::None);
        QVERIFY(v.netdev(0, half(0, 'B'))->linkLocal == State::Ready);
    }

    void networkd_leavesUnconfiguredHalvesDown()
    {
        VirtualWorld v("pair", 1, 1, domain::Renderer::Networkd);
        QVERIFY(v.netdev(0, half(0, 'A')));
        QVERIFY(!v.carrier(0, half(0, 'A')));
        v.spark(0).network.setAdminUp(*v.netdev(0, half(0, 'A')), true);
        QVERIFY(v.carrier(0, half(0, 'A')));
    }

    void subscribers_areToldOncePerTurn()
    {
        VirtualWorld v("pair");
        v.loop.pass(milliseconds(3000));
        int told = 0;
        auto subscription = v.spark(0).network.subscribe([&told] { ++told; });
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        QCOMPARE(told, 0); // never from inside the call
        v.loop.pass(milliseconds(1));
        QCOMPARE(told, 1);
        subscription.reset();
        v.loop.pass(milliseconds(10000));
        QCOMPARE(told, 1);
    }

    void sameSeed_givesTheSameMachines()
    {
        VirtualWorld one("ring", 1, 7), two("ring", 1, 7), other("ring", 1, 8);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(one.spark(i).baseMac == two.spark(i).baseMac);
            QCOMPARE(one.spark(i).machineId, two.spark(i).machineId);
            QCOMPARE(one.spark(i).bootId, two.spark(i).bootId);
            QCOMPARE(one.spark(i).random.hex(32), two.spark(i).random.hex(32));
            QVERIFY(one.spark(i).machineId != other.spark(i).machineId);
        }
        QVERIFY(one.spark(0).baseMac != one.spark(1).baseMac);
        QCOMPARE(one.spark(0).macOf(half(1, 'B')), one.spark(0).baseMac.plus(5));
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_sim_world.moc"
