// SPDX-License-Identifier: GPL-3.0-or-later
// The discovery contract through the real KDNSSD library against a fake Avahi on a message bus of its own.
#include "discoverycontract.h"
#include "fakeavahi.h"

#include "adapters/kdnssd/kdnssdbackend.h"

#include <QCoreApplication>
#include <QTest>

using namespace sparkloom;

namespace {

// Interface 1 is the loopback device everywhere; the subnets are the test's own.
kdnssd::Surroundings::Interface interfaceOf(const QHostAddress &address)
{
    for (const char *subnet : {"192.168.77.0/24", "fd00::/64", "fe80::/64"})
        if (address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(subnet))))
            return {QStringLiteral("lo"), 1};
    return {};
}

class KdnssdNetwork : public test::DiscoveryUnderTest {
public:
    explicit KdnssdNetwork(const test::PrivateBus &bus) : m_avahi(bus) {}

    std::unique_ptr<engine::DiscoveryBackend> createPreferring(engine::PreferredNames preferred) override
    {
        kdnssd::Surroundings surroundings;
        // From the event loop, as the system's resolver answers.
        surroundings.lookUp = [this](const QString &host, QObject *context, kdnssd::Surroundings::Answer answer) {
            QMetaObject::invokeMethod(
                context, [this, host, answer] { answer(addressesOf(host)); }, Qt::QueuedConnection);
        };
        surroundings.interfaceOf = interfaceOf;
        surroundings.isThisComputer = [](const QHostAddress &address) {
            return address == QHostAddress(QStringLiteral("192.168.77.1"));
        };
        auto backend = std::make_unique<kdnssd::KdnssdBackend>(nullptr, surroundings);
        backend->setPreferred(std::move(preferred));
        return backend;
    }
    void announce(const test::Announcement &announcement) override
    {
        m_announced.push_back(announcement);
        m_avahi.announce(announcement);
    }
    void withdraw(const test::Announcement &announcement) override { m_avahi.withdraw(announcement); }
    void startService() override { m_avahi.appear(); }
    void stopService() override { m_avahi.vanish(); }
    void reset() override
    {
        m_announced.clear();
        m_avahi.clear();
    }
    bool givesAddresses() const override { return false; }

private:
    // What a resolver for .local says: each address once, link-local ones with their zone.
    QList<QHostAddress> addressesOf(const QString &host) const
    {
        QList<QHostAddress> found;
        for (const test::Announcement &one : m_announced) {
            QHostAddress address(one.address);
            if (address.isInSubnet(QHostAddress::parseSubnet(QStringLiteral("fe80::/64"))))
                address.setScopeId(QStringLiteral("lo"));
            if (one.host == host && !found.contains(address))
                found.push_back(address);
        }
        return found;
    }

    test::FakeAvahi m_avahi;
    std::vector<test::Announcement> m_announced;
};

} // namespace

int main(int argc, char **argv)
{
    const test::PrivateBus bus;
    if (!bus.isUsable()) {
        qWarning("skipped: no dbus-daemon");
        return 77;
    }
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toUtf8()); // before anybody asks for the system's bus
    QCoreApplication application(argc, argv);
    KdnssdNetwork network(bus);
    test::DiscoveryContract contract(network);
    return QTest::qExec(&contract, argc, argv);
}
