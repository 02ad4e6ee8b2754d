// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/announcementbounds.h"
#include "engine/ports/discoverybackend.h"

#include <QObject>

#include <memory>

namespace sparkloom::test {

// What a machine on the network says of itself.
struct Announcement {
    int interfaceIndex = 1;
    bool ipv6 = false;
    QString name;
    QString type = QStringLiteral("_ssh._tcp");
    QString host;
    QString address;
    quint16 port = 22;
    bool local = false; // this computer's own
    QList<QByteArray> txt;
};

// A network in which announcements can be made, and a backend that listens to it.
class DiscoveryUnderTest {
public:
    virtual ~DiscoveryUnderTest() = default;
    // preferred: names that find room among strangers; none where it is empty.
    virtual std::unique_ptr<engine::DiscoveryBackend> createPreferring(engine::PreferredNames preferred) = 0;
    std::unique_ptr<engine::DiscoveryBackend> createBackend() { return createPreferring({}); }
    virtual void announce(const Announcement &announcement) = 0;
    virtual void withdraw(const Announcement &announcement) = 0;
    // The service that the backend relies on.
    virtual void startService() = 0;
    virtual void stopService() = 0;
    virtual void reset() = 0; // no announcements, service running
    // KDNSSD gives a name that the resolver is asked about: without a good one there is no address.
    virtual bool givesAddresses() const { return true; }
};

// What every DiscoveryBackend must keep.
class DiscoveryContract : public QObject {
    Q_OBJECT
public:
    explicit DiscoveryContract(DiscoveryUnderTest &network) : m_network(network) {}

private Q_SLOTS:
    void init() { m_network.reset(); }
    void announcedMachines_areSighted_beforeAndAfterTheStart();
    void health_goesFromStartingToSettled();
    void withdrawnMachine_isLost_asItWasSighted();
    void sameMachine_onSeveralInterfacesAndFamilies_isSightedForEach();
    void linkLocalAddress_carriesItsZone();
    void ownMachine_isFlagged();
    void text_isCleanedAndBounded();
    void unusableAddresses_areNotOffered();
    void missingService_isUnavailable_withTheReason_andFoundWhenItComes();
    void restartedService_losesAll_andFindsAgain();
    void stoppedBackend_saysNothing_andCanStartAgain();
    void flood_isBounded();
    void flood_leavesRoomForWhoIsPreferred();

private:
    DiscoveryUnderTest &m_network;
};

} // namespace sparkloom::test
