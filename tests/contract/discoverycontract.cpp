// SPDX-License-Identifier: GPL-3.0-or-later
#include "discoverycontract.h"

#include <QTest>

#include <algorithm>
#include <vector>

namespace sparkloom::test {
using engine::DiscoveryBackend;
using engine::DiscoveryHealth;
using engine::Sighting;
namespace {

// All that a backend said.
class Listener : public QObject {
public:
    explicit Listener(DiscoveryBackend &backend)
    {
        connect(&backend, &DiscoveryBackend::sighted, this,
            [this](const Sighting &sighting) { sighted.push_back(sighting); });
        connect(
            &backend, &DiscoveryBackend::lost, this, [this](const Sighting &sighting) { lost.push_back(sighting); });
        connect(&backend, &DiscoveryBackend::healthChanged, this,
            [this](const DiscoveryHealth &one) { health.push_back(one); });
    }
    bool waitForSightings(std::size_t count)
    {
        return QTest::qWaitFor([&] { return sighted.size() >= count; }, 20'000);
    }
    bool waitForLosses(std::size_t count)
    {
        return QTest::qWaitFor([&] { return lost.size() >= count; }, 20'000);
    }
    bool waitForState(DiscoveryHealth::State state)
    {
        return QTest::qWaitFor([&] { return !health.empty() && health.back().state == state; }, 20'000);
    }
    bool saw(const QString &name) const
    {
        return std::any_of(sighted.begin(), sighted.end(), [&](const Sighting &one) { return one.name == name; });
    }

    std::vector<Sighting> sighted;
    std::vector<Sighting> lost;
    std::vector<DiscoveryHealth> health;
};

Announcement spark(const char *name, const char *address)
{
    Announcement announcement;
    announcement.name = QString::fromLatin1(name);
    announcement.host = announcement.name + QStringLiteral(".local");
    announcement.address = QString::fromLatin1(address);
    return announcement;
}

} // namespace

void DiscoveryContract::announcedMachines_areSighted_beforeAndAfterTheStart()
{
    m_network.announce(spark("spark-a", "192.168.77.11"));
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(1));
    Announcement second = spark("spark-b", "192.168.77.12");
    second.port = 2222;
    m_network.announce(second);
    QVERIFY(listener.waitForSightings(2));
    QCOMPARE(listener.sighted[0].name, QStringLiteral("spark-a"));
    QCOMPARE(listener.sighted[0].hostName, QStringLiteral("spark-a.local"));
    QCOMPARE(listener.sighted[0].address, QStringLiteral("192.168.77.11"));
    QCOMPARE(listener.sighted[0].port, quint16(22));
    QCOMPARE(listener.sighted[0].interfaceIndex, 1);
    QVERIFY(!listener.sighted[0].interfaceName.isEmpty());
    QVERIFY(!listener.sighted[0].ipv6);
    QVERIFY(!listener.sighted[0].thisComputer);
    QCOMPARE(listener.sighted[1].port, quint16(2222));
}

void DiscoveryContract::health_goesFromStartingToSettled()
{
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForState(DiscoveryHealth::State::Settled));
    QCOMPARE(listener.health.front().state, DiscoveryHealth::State::Starting);
}

void DiscoveryContract::withdrawnMachine_isLost_asItWasSighted()
{
    const Announcement announcement = spark("spark-a", "192.168.77.11");
    m_network.announce(announcement);
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(1));
    m_network.withdraw(announcement);
    QVERIFY(listener.waitForLosses(1));
    QVERIFY(listener.lost[0] == listener.sighted[0]);
}

void DiscoveryContract::sameMachine_onSeveralInterfacesAndFamilies_isSightedForEach()
{
    Announcement other = spark("spark-a", "192.168.77.11");
    m_network.announce(other);
    other.ipv6 = true;
    other.address = QStringLiteral("fd00::11");
    m_network.announce(other);
    other.type = QStringLiteral("_workstation._tcp");
    other.port = 9;
    m_network.announce(other);
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(3));
    for (const Sighting &sighting : listener.sighted)
        QCOMPARE(sighting.port, quint16(22)); // also that of the workstation, whose own port says nothing
}

void DiscoveryContract::linkLocalAddress_carriesItsZone()
{
    Announcement announcement = spark("spark-a", "fe80::4ebb:47ff:fe00:a105");
    announcement.ipv6 = true;
    m_network.announce(announcement);
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(1));
    QCOMPARE(
        listener.sighted[0].address, QStringLiteral("fe80::4ebb:47ff:fe00:a105%") + listener.sighted[0].interfaceName);
    QVERIFY(listener.sighted[0].ipv6);
}

void DiscoveryContract::ownMachine_isFlagged()
{
    Announcement announcement = spark("laptop", "192.168.77.1");
    announcement.local = true;
    m_network.announce(announcement);
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(1));
    QVERIFY(listener.sighted[0].thisComputer);
}

void DiscoveryContract::text_isCleanedAndBounded()
{
    Announcement announcement = spark("x", "192.168.77.11");
    announcement.name = QStringLiteral("evil\u202e\u200b\x1b[31m\n<img src=http://x>") + QString(200, QLatin1Char('a'));
    if (m_network.givesAddresses()) {
        announcement.host = QStringLiteral("a b;reboot");
    } else {
        Announcement evil = spark("evil", "192.168.77.12");
        evil.host = QStringLiteral("a b;reboot");
        m_network.announce(evil);
    }
    m_network.announce(announcement);
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForState(DiscoveryHealth::State::Settled));
    QCOMPARE(listener.sighted.size(), std::size_t(1));
    const QString name = listener.sighted[0].name;
    QVERIFY(name.toUtf8().size() <= 63);
    QVERIFY(name.startsWith(QStringLiteral("evil\\x1b[31m\\x0a<img")));
    QCOMPARE(listener.sighted[0].hostName.isEmpty(),
        m_network.givesAddresses()); // no host name, so it is not offered as one
}

void DiscoveryContract::unusableAddresses_areNotOffered()
{
    const char *bad[] = {"127.0.0.1", "0.0.0.0", "8.8.8.8", "224.0.0.251", "192.168.77.11;id", "", "::1"};
    int number = 0;
    for (const char *address : bad) {
        Announcement announcement = spark("bad", address);
        announcement.name += QString::number(number++);
        m_network.announce(announcement);
    }
    Announcement noPort = spark("no-port", "192.168.77.13");
    noPort.port = 0;
    m_network.announce(noPort);
    m_network.announce(spark("good", "192.168.77.11")); // the last one: all others were looked at before
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(1));
    QCOMPARE(listener.sighted.size(), std::size_t(1));
    QCOMPARE(listener.sighted[0].name, QStringLiteral("good"));
}

void DiscoveryContract::missingService_isUnavailable_withTheReason_andFoundWhenItComes()
{
    m_network.stopService();
    m_network.announce(spark("spark-a", "192.168.77.11"));
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForState(DiscoveryHealth::State::Unavailable));
    QVERIFY(!listener.health.back().problem.empty());
    m_network.startService();
    QVERIFY(listener.waitForSightings(1));
    QVERIFY(listener.waitForState(DiscoveryHealth::State::Settled));
}

void DiscoveryContract::restartedService_losesAll_andFindsAgain()
{
    m_network.announce(spark("spark-a", "192.168.77.11"));
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(1));
    m_network.stopService();
    QVERIFY(listener.waitForLosses(1));
    QVERIFY(listener.waitForState(DiscoveryHealth::State::Unavailable));
    m_network.startService();
    QVERIFY(listener.waitForSightings(2));
}

void DiscoveryContract::stoppedBackend_saysNothing_andCanStartAgain()
{
    m_network.announce(spark("spark-a", "192.168.77.11"));
    const auto backend = m_network.createBackend();
    {
        Listener listener(*backend);
        backend->start();
        QVERIFY(listener.waitForSightings(1));
    }
    backend->stop();
    backend->stop();
    Listener silent(*backend);
    const auto second = m_network.createBackend();
    Listener other(*second);
    second->start();
    m_network.announce(spark("spark-b", "192.168.77.12"));
    QVERIFY(other.waitForSightings(2)); // so the news went round
    QVERIFY(silent.sighted.empty() && silent.lost.empty() && silent.health.empty());
    backend->start();
    QVERIFY(silent.waitForSightings(2));
}

void DiscoveryContract::flood_isBounded()
{
    m_network.announce(spark("spark-a", "192.168.77.11"));
    for (int i = 0; i < 3000; ++i)
        m_network.announce(spark(QByteArray("fake" + QByteArray::number(i)).constData(), "192.168.77.66"));
    const auto backend = m_network.createBackend();
    Listener listener(*backend);
    backend->start();
    QVERIFY(listener.waitForSightings(500));
    QVERIFY(listener.saw(QStringLiteral("spark-a"))); // who was there first stays
    QVERIFY(listener.waitForState(DiscoveryHealth::State::Settled));
    QCOMPARE(listener.sighted.size(), std::size_t(500));
}

// It comes when strangers have taken all the room, and does not wait until all of them were looked up.
void DiscoveryContract::flood_leavesRoomForWhoIsPreferred()
{
    for (int i = 0; i < 1000; ++i)
        m_network.announce(spark(QByteArray("fake" + QByteArray::number(i)).constData(), "192.168.77.66"));
    m_network.announce(spark("spark-a", "192.168.77.11"));
    const auto backend =
        m_network.createPreferring([](const QString &name) { return name.startsWith(QLatin1String("spark-")); });
    Listener listener(*backend);
    backend->start();
    QVERIFY(QTest::qWaitFor([&] { return listener.saw(QStringLiteral("spark-a")); }, 20'000));
    QVERIFY2(listener.sighted.size() < std::size_t(engine::kMostAnnouncements), "it was the last one");
    QVERIFY(listener.sighted.size() - listener.lost.size() <= std::size_t(engine::kMostAnnouncements));
}

} // namespace sparkloom::test
