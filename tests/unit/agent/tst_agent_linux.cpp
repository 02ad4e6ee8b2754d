// SPDX-License-Identifier: GPL-3.0-or-later
// The real System in a network namespace of its own: two halves joined by a veth pair. Needs root; else skipped.
#include "agent/linux/linuxsystem.h"
#include "agent/session.h"
#include "domain/fabric/lldp.h"
#include "protocol/codec.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>
using namespace sparkloom;
using namespace sparkloom::agent;
using namespace std::chrono_literals;

namespace {

const QString kHalf = QStringLiteral("enp1s0f0np0"); // the far end of the pair is kFar, which plays the other Spark
const QString kFar = QStringLiteral("enp1s0f1np1");
const std::string kNonce(32, 'a');
const std::string kKey(64, 'b');

bool ip(const QString &arguments)
{
    return QProcess::execute(QStringLiteral("ip"), arguments.split(QLatin1Char(' '))) == 0;
}

// A session over this machine, driven by its epoll loop.
struct Local {
    explicit Local(LinuxSystem &linuxSystem)
        : system(linuxSystem), session(linuxSystem, Mode::User, [this](std::string line) {
              const auto envelope = protocol::decodeLine(line);
              if (envelope)
                  lines.push_back(*envelope);
          })
    {
        session.start();
    }

    void send(std::int64_t id, std::string_view verb, const std::string &body = "{}")
    {
        session.receive(protocol::requestLine(id, verb, body) + "\n");
    }

    // Runs the loop until this holds; false after ten seconds.
    bool until(const std::function<bool()> &holds)
    {
        QElapsedTimer timer;
        timer.start();
        while (!holds() && timer.elapsed() < 10000) {
            system.loop().after(10ms, [this] { system.loop().stop(); });
            system.loop().run();
        }
        return holds();
    }

    int count(std::int64_t id, std::string_view type) const
    {
        return static_cast<int>(std::count_if(
            lines.begin(), lines.end(), [&](const auto &line) { return line.id == id && line.type == type; }));
    }

    const protocol::Envelope &last(std::int64_t id) const
    {
        return *std::find_if(lines.rbegin(), lines.rend(), [id](const auto &line) { return line.id == id; });
    }

    LinuxSystem &system;
    std::vector<protocol::Envelope> lines;
    Session session;
};

} // namespace

class TestAgentLinux : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LinuxSystem> m_system;

private Q_SLOTS:
    void initTestCase() { m_system = std::make_unique<LinuxSystem>("/nowhere/sparkloom-agent"); }

    void init()
    {
        QVERIFY(ip(QStringLiteral("link add %1 type veth peer name %2").arg(kHalf, kFar)));
        QVERIFY(ip(QStringLiteral("link add enP7s7 type veth peer name wire")));
        QVERIFY(ip(QStringLiteral("addr add 192.168.77.11/24 dev enP7s7")));
        QVERIFY(ip(QStringLiteral("link set enP7s7 up")));
    }

    void cleanup()
    {
        ip(QStringLiteral("link del %1").arg(kHalf));
        ip(QStringLiteral("link del enP7s7"));
    }

    void inventory_seesHalvesAddressesAndManagement()
    {
        QVERIFY(ip(QStringLiteral("addr add 10.100.0.1/24 dev %1").arg(kHalf)));
        Local local(*m_system);
        local.send(1, protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest{"", "192.168.77.11"}));
        const auto answer = protocol::decode<protocol::InventoryAnswer>(local.last(1).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->facts.managementInterface, std::string("enP7s7"));
        const auto *half = answer->facts.halfByNetdev(kHalf.toStdString());
        QVERIFY(half && !half->adminUp && half->mtu == 1500);
        QCOMPARE(half->addresses.size(), std::size_t(1));
        QCOMPARE(half->addresses[0].toString(), std::string("10.100.0.1/24"));
        QVERIFY(half->sysctls.rpFilter >= 0);
    }

    void inventory_hasEveryRouteThatTakesANetwork()
    {
        QVERIFY(ip(QStringLiteral("route add blackhole 10.66.0.0/16")));
        QVERIFY(ip(QStringLiteral("route add 10.67.0.0/16 via 192.168.77.1 table 52")));
        QVERIFY(ip(QStringLiteral("route add 10.68.0.0/16 nexthop via 192.168.77.1 nexthop via 192.168.77.2")));
        Local local(*m_system);
        local.send(1, protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest{"", "192.168.77.11"}));
        const auto answer = protocol::decode<protocol::InventoryAnswer>(local.last(1).body);
        QVERIFY(answer.ok());
        const auto has = [&](const char *destination, const char *interface) {
            const auto &routes = answer->facts.routes;
            return std::count(
                routes.begin(), routes.end(), domain::Route{*domain::Ipv4Prefix::parse(destination), interface});
        };
        QVERIFY(has("10.66.0.0/16", "") && has("10.67.0.0/16", "enP7s7") && has("10.68.0.0/16", ""));
        QVERIFY(ip(QStringLiteral("route del blackhole 10.66.0.0/16")));
    }

    void watch_tellsPlugAndUnplugInOrder()
    {
        Local local(*m_system);
        local.send(1, protocol::verb::kWatch);
        const auto carrier = [&](bool wanted) {
            return local.until([&] {
                const auto event = protocol::decode<protocol::WatchEvent>(local.last(1).body);
                return event.ok() && !event->halves.empty() && event->halves[0].carrier == wanted;
            });
        };
        QVERIFY(carrier(false));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        QVERIFY(carrier(true));
        qInfo("carrier seen %lld ms after ip was started", timer.elapsed());
        QVERIFY(ip(QStringLiteral("link set %1 down").arg(kFar)));
        QVERIFY(carrier(false));
        std::uint64_t last = 0;
        for (const auto &line : local.lines) {
            if (line.type != protocol::event::kWatch)
                continue;
            const auto event = protocol::decode<protocol::WatchEvent>(line.body);
            QVERIFY(event.ok() && event->sequence > last);
            last = event->sequence;
        }
    }

    void neighbours_hearEachOtherWithoutAnyAddress()
    {
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        Local one(*m_system), two(*m_system);
        one.send(1, protocol::verb::kNeighbours,
            protocol::encode(protocol::NeighboursRequest{kNonce, kKey, {std::string(32, '1')}, 100}));
        two.send(1, protocol::verb::kNeighbours,
            protocol::encode(protocol::NeighboursRequest{kNonce, kKey, {std::string(32, '2')}, 100}));
        // IPv6 needs a moment for its link-local address; nothing but the kernel's events is waited for.
        const bool heard = two.until(
            [&] { return one.count(1, protocol::event::kHeard) > 0 && two.count(1, protocol::event::kHeard) > 0; });
        if (!heard && access("/proc/sys/net/ipv6", F_OK) != 0)
            QSKIP("no IPv6 in this kernel");
        QVERIFY(heard);
        bool fromOtherEnd = false;
        for (const auto &line : one.lines) {
            if (line.type != protocol::event::kHeard)
                continue;
            const auto event = protocol::decode<protocol::NeighbourHeard>(line.body);
            QVERIFY(event.ok());
            if (!event->from)
                continue;
            QCOMPARE(event->from->spark.value, std::string(32, '2'));
            fromOtherEnd |= event->at != event->from->half;
        }
        QVERIFY(fromOtherEnd);
    }

    // What a switch at the other end says of itself comes beside our own frames: to its group address, with no IP at
    // all.
    void rawProbe_hearsOurFramesAndLldp()
    {
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        std::vector<std::string> heard, far;
        auto &network = m_system->network();
        const auto here = network.openProbe(kHalf.toStdString(), Network::ProbeKind::Raw,
            [&](std::string_view payload) { heard.emplace_back(payload); });
        const auto there = network.openProbe(
            kFar.toStdString(), Network::ProbeKind::Raw, [&](std::string_view payload) { far.emplace_back(payload); });
        QVERIFY(here.ok() && there.ok());
        const domain::LldpNeighbour port{"4c:5e:0c:00:00:01", "qsfp56-dd-1-1", "crs804"};
        const std::string frame = domain::renderLldp(port);
        const int sender = socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        QVERIFY(sender >= 0);
        sockaddr_ll to{};
        to.sll_family = AF_PACKET;
        to.sll_protocol = htons(domain::kLldpEtherType);
        to.sll_ifindex = static_cast<int>(if_nametoindex(kFar.toLatin1().constData()));
        to.sll_halen = ETH_ALEN;
        const unsigned char group[ETH_ALEN] = {0x01, 0x80, 0xc2, 0x00, 0x00, 0x0e};
        std::copy(std::begin(group), std::end(group), to.sll_addr);
        QCOMPARE(sendto(sender, frame.data(), frame.size(), 0, reinterpret_cast<const sockaddr *>(&to), sizeof to),
            static_cast<ssize_t>(frame.size()));
        close(sender);
        QVERIFY((*there)->send("ours").ok());
        Local loop(*m_system);
        QVERIFY(loop.until([&] { return heard.size() >= 2; }));
        QVERIFY(std::ranges::any_of(heard, [&](const auto &one) { return domain::parseLldp(one) == port; }));
        QVERIFY(std::ranges::any_of(heard, [](const auto &one) { return one.starts_with("ours"); }));
        QVERIFY(far.empty()); // never what this computer itself sends there
    }

    // Beside frames to everybody: to the group that no switch passes on. Each comes to its own kind of socket.
    void directProbe_isToldFromTheBroadcast()
    {
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        using Kind = Network::ProbeKind;
        std::map<Kind, std::set<std::string>> heard;
        auto &network = m_system->network();
        std::vector<base::Result<std::unique_ptr<Network::Probe>>> here, there;
        for (const Kind kind : {Kind::Raw, Kind::Direct}) {
            here.push_back(network.openProbe(kHalf.toStdString(), kind,
                [&heard, kind](std::string_view payload) { heard[kind].insert(std::string(payload.substr(0, 4))); }));
            there.push_back(network.openProbe(kFar.toStdString(), kind, [](std::string_view) {}));
            QVERIFY(here.back().ok() && there.back().ok());
        }
        Local loop(*m_system);
        QVERIFY((*there[1])->send("near").ok());
        QVERIFY((*there[0])->send("wide").ok());
        QVERIFY(loop.until([&] { return heard.size() == 2; }));
        QVERIFY(heard[Kind::Raw] == std::set<std::string>{"wide"});
        QVERIFY(heard[Kind::Direct] == std::set<std::string>{"near"});
    }

    void neighbours_hearEachOtherByIpv4Broadcast()
    {
        QProcess::execute(QStringLiteral("sysctl"),
            {QStringLiteral("-qw"), QStringLiteral("net.ipv6.conf.%1.disable_ipv6=1").arg(kHalf),
                QStringLiteral("net.ipv6.conf.%1.disable_ipv6=1").arg(kFar)});
        QVERIFY(ip(QStringLiteral("addr add 10.100.0.1/24 dev %1").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("addr add 10.100.0.2/24 dev %1").arg(kFar)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        Local one(*m_system), two(*m_system);
        one.send(1, protocol::verb::kNeighbours,
            protocol::encode(protocol::NeighboursRequest{kNonce, kKey, {std::string(32, '1')}, 100}));
        two.send(1, protocol::verb::kNeighbours,
            protocol::encode(protocol::NeighboursRequest{kNonce, kKey, {std::string(32, '2')}, 100}));
        const auto methods = protocol::decode<protocol::NeighbourMethods>(one.last(1).body);
        QVERIFY(methods.ok());
        QVERIFY(methods->halves[0].ipv4);
        QVERIFY(!methods->halves[0].ipv6);
    }

    void typedEntries_comeBackAsTheyWere()
    {
        const auto list = [] {
            QProcess show;
            show.start(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                    QStringLiteral("ip -6 address show dev %1 scope global; ip -6 route show dev %1 proto boot;"
                                   "ip rule show; ip -6 rule show")
                        .arg(kHalf)});
            return show.waitForFinished() ? show.readAllStandardOutput() : QByteArray();
        };
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)) && ip(QStringLiteral("link set %1 up").arg(kFar)));
        const QByteArray bare = list();
        QVERIFY(ip(QStringLiteral("-6 address add fd00:7::1/64 dev %1 nodad").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("-6 route add fd00:8::/64 via fd00:7::2 dev %1 metric 77 mtu 1400").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("rule add not from 10.77.0.0/16 fwmark 0x10/0xff lookup 100 priority 500 "
                                  "suppress_prefixlength 0")));
        QVERIFY(ip(QStringLiteral("-6 rule add iif %1 to fd00:9::/48 lookup 101 priority 501").arg(kHalf)));
        const QByteArray typed = list();
        QVERIFY(typed != bare);
        TypedEntries &entries = m_system->typed();
        const auto saved = entries.list();
        QVERIFY2(saved.ok(), saved ? "" : saved.error().detail.c_str());
        QCOMPARE(std::count_if(saved->begin(), saved->end(),
                     [](const TypedEntry &entry) { return entry.table == 100 || entry.table == 101; }),
            2);
        QVERIFY(ip(QStringLiteral("rule del priority 500")) && ip(QStringLiteral("-6 rule del priority 501")));
        QVERIFY(ip(QStringLiteral("-6 address flush dev %1 scope global").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("-6 route flush dev %1 proto boot").arg(kHalf)));
        QCOMPARE(list(), bare);
        for (int time = 0; time < 2; ++time) { // what is there already is no error
            for (const TypedEntry &entry : *saved)
                QVERIFY(entries.add(entry).ok());
            QCOMPARE(list(), typed);
        }
        QVERIFY(ip(QStringLiteral("rule del priority 500")) && ip(QStringLiteral("-6 rule del priority 501")));
    }

    void counters_countWhatWasSent()
    {
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        Local local(*m_system);
        local.send(1, protocol::verb::kCounters);
        const auto snapshot = protocol::decode<protocol::CounterSnapshot>(local.last(1).body);
        QVERIFY(snapshot.ok());
        QCOMPARE(snapshot->halves.size(), std::size_t(2));
        QVERIFY(!snapshot->halves[0].cageTxOctets); // a veth has no eth-mac group
        QVERIFY(snapshot->halves[0].carrierChanges > 0);
    }

    void ping_aHalfWithoutPeerLosesEverything()
    {
        QVERIFY(ip(QStringLiteral("addr add 10.100.0.1/24 dev %1").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kHalf)));
        QVERIFY(ip(QStringLiteral("link set %1 up").arg(kFar)));
        Local local(*m_system);
        protocol::PingRequest ping;
        ping.half = *domain::halfOfDocumentedNetdev(kHalf.toStdString());
        ping.target = *domain::Ipv4Address::parse("10.100.0.9");
        ping.payloadSizes = {56, 4000};
        ping.count = 1;
        ping.timeoutMs = 100;
        local.send(1, protocol::verb::kPing, protocol::encode(ping));
        QVERIFY(local.until([&] { return local.count(1, "done") == 1; }));
        const auto answer = protocol::decode<protocol::PingAnswer>(local.last(1).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->sizes[0].received, 0);
        QCOMPARE(answer->sizes[1].received, 0);
        QVERIFY(!answer->sizes[1].problem.empty()); // longer than the MTU: the kernel says so
        QCOMPARE(answer->routeInterface, kHalf.toStdString());
        QVERIFY(!answer->neighbourMac);
    }
};

int main(int argc, char **argv)
{
    // sysfs shows the network namespace that it was mounted in.
    if (geteuid() != 0 || unshare(CLONE_NEWNET | CLONE_NEWNS) != 0
        || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || mount("sysfs", "/sys", "sysfs", 0, nullptr) != 0) {
        qInfo("skipped: needs root, network and mount namespaces");
        return 77;
    }
    ip(QStringLiteral("link set lo up"));
    QCoreApplication application(argc, argv);
    TestAgentLinux test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_agent_linux.moc"
