// SPDX-License-Identifier: GPL-3.0-or-later
// The discovery contract against a fake Avahi on a message bus of its own, and what is Avahi's alone.
#include "discoverycontract.h"
#include "fakeavahi.h"
#include "portaltests.h"

#include "adapters/avahi/attachedsubnets.h"
#include "adapters/avahi/avahibackend.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using engine::DiscoveryBackend;

namespace {

// Interface 1 is the loopback device everywhere; the subnets are the test's own.
bool isOffered(const QString &address, int interfaceIndex)
{
    return interfaceIndex == 1
        && (address.startsWith(QLatin1String("192.168.77.")) || address.startsWith(QLatin1String("fd00::"))
            || address.startsWith(QLatin1String("fe80::")));
}

class AvahiNetwork : public test::DiscoveryUnderTest {
public:
    explicit AvahiNetwork(const test::PrivateBus &bus) : m_bus(bus), m_avahi(bus) {}

    std::unique_ptr<DiscoveryBackend> createPreferring(engine::PreferredNames preferred) override
    {
        auto backend = std::make_unique<avahi::AvahiBackend>(m_bus.connectAs(QStringLiteral("backend")), isOffered);
        backend->setPreferred(std::move(preferred));
        return backend;
    }
    void announce(const test::Announcement &announcement) override { m_avahi.announce(announcement); }
    void withdraw(const test::Announcement &announcement) override { m_avahi.withdraw(announcement); }
    void startService() override { m_avahi.appear(); }
    void stopService() override { m_avahi.vanish(); }
    void reset() override { m_avahi.clear(); }
    test::FakeAvahi &fake() { return m_avahi; }

private:
    const test::PrivateBus &m_bus;
    test::FakeAvahi m_avahi;
};

} // namespace

class TestAvahi : public QObject {
    Q_OBJECT
public:
    explicit TestAvahi(AvahiNetwork &network) : m_network(network) {}

private Q_SLOTS:
    void init() { m_network.reset(); }

    void changedAddress_isLostAndSightedAgain()
    {
        const auto backend = m_network.createBackend();
        QSignalSpy sighted(backend.get(), &DiscoveryBackend::sighted), lost(backend.get(), &DiscoveryBackend::lost);
        m_network.announce(announcement());
        backend->start();
        QTRY_COMPARE_WITH_TIMEOUT(sighted.count(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_network.fake().liveObjects() == 3, 20'000);
        m_network.fake().changeAddress(QStringLiteral("spark-a"), QStringLiteral("192.168.77.99"));
        QTRY_COMPARE_WITH_TIMEOUT(sighted.count(), 2, 20'000);
        QCOMPARE(lost.count(), 1);
        QCOMPARE(sighted.last().first().value<engine::Sighting>().address, QStringLiteral("192.168.77.99"));
    }

    void failedResolver_isTriedAgain()
    {
        m_network.fake().failResolvers(2);
        m_network.announce(announcement());
        const auto backend = m_network.createBackend();
        QSignalSpy sighted(backend.get(), &DiscoveryBackend::sighted);
        backend->start();
        QTRY_COMPARE_WITH_TIMEOUT(sighted.count(), 1, 20'000);
    }

    // "All for now" comes before the addresses: whoever stops searching then would have found nobody.
    void settled_onlyOnceTheAddressesAreKnown()
    {
        m_network.fake().failResolvers(1);
        m_network.announce(announcement());
        const auto backend = m_network.createBackend();
        QSignalSpy sighted(backend.get(), &DiscoveryBackend::sighted);
        qsizetype sightedBefore = -1;
        connect(backend.get(), &DiscoveryBackend::healthChanged, this, [&](const engine::DiscoveryHealth &health) {
            if (health.state == engine::DiscoveryHealth::State::Settled && sightedBefore < 0)
                sightedBefore = sighted.count();
        });
        backend->start();
        QTRY_VERIFY_WITH_TIMEOUT(sightedBefore >= 0, 20'000);
        QCOMPARE(sightedBefore, 1);
    }

    void objectsInTheDaemon_areFreed()
    {
        m_network.announce(announcement());
        const auto backend = m_network.createBackend();
        QSignalSpy sighted(backend.get(), &DiscoveryBackend::sighted), lost(backend.get(), &DiscoveryBackend::lost);
        backend->start();
        QTRY_COMPARE_WITH_TIMEOUT(sighted.count(), 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_network.fake().liveObjects(), 3, 20'000); // two browsers, one resolver
        m_network.withdraw(announcement());
        QTRY_COMPARE_WITH_TIMEOUT(m_network.fake().liveObjects(), 2, 20'000);
        backend->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_network.fake().liveObjects(), 0, 20'000);
    }

    void missingBus_isUnavailable()
    {
        avahi::AvahiBackend backend(QDBusConnection(QStringLiteral("no such connection")), isOffered);
        engine::DiscoveryHealth last;
        connect(&backend, &DiscoveryBackend::healthChanged, &backend,
            [&](const engine::DiscoveryHealth &health) { last = health; });
        backend.start();
        QCOMPARE(last.state, engine::DiscoveryHealth::State::Unavailable);
        QCOMPARE(last.problem.id, std::string("discovery.no-dbus"));
    }

    void attachedSubnets_leaveOutWhatNobodyHereCouldHaveSent()
    {
        for (const char *address :
            {"127.0.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "::", "::1", "ff02::1", "x", "8.8.8.8"})
            QVERIFY2(!avahi::isAttached(QString::fromLatin1(address), 1), address);
        QVERIFY(avahi::isAttached(QStringLiteral("fe80::1"), 1));
        QCOMPARE(avahi::interfaceName(1), QStringLiteral("lo"));
        QVERIFY(avahi::interfaceName(0).isEmpty());
    }

private:
    static test::Announcement announcement()
    {
        test::Announcement one;
        one.name = QStringLiteral("spark-a");
        one.host = QStringLiteral("spark-a.local");
        one.address = QStringLiteral("192.168.77.11");
        return one;
    }
    AvahiNetwork &m_network;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const test::PrivateBus bus;
    if (!bus.isUsable()) {
        qWarning("skipped: no dbus-daemon");
        return 77;
    }
    AvahiNetwork network(bus);
    test::DiscoveryContract contract(network);
    TestAvahi own(network);
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&own, argc, argv)
        + runPortalTests(bus, application.arguments());
}
#include "tst_discovery_avahi.moc"
