// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault of the catalogue: its evidence is there while it is on, nothing else changes, and it is gone afterwards.
#include <QTest>

#include "evidence.h"
#include "toldworld.h"

#include "sim/faults/catalogue.h"

#include <algorithm>
#include <regex>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
using sparkloom::sim::SeededRandom;
using Texts = std::vector<std::string>;

Q_DECLARE_METATYPE(Texts)

namespace {

// Counters say what was; they stay when a fault goes, and so do entries of neighbour tables. Netdevs that come back
// have new numbers.
const Texts kHistory = {"/carrier_changes$", "/counters/(link_downed|symbol_error|port_rcv_errors)$",
    "/statistics/rx_(length_|crc_|missed_)?errors$", "/hw_counters/", "/(ifindex|iflink)$", " neighbour "};

const std::string kBothHalves = "(enp1s0f0np0|enP2p1s0f0np0)";
const std::string kCageZero = "01:00\\.0";

Texts operator+(Texts list, const Texts &more)
{
    list.insert(list.end(), more.begin(), more.end());
    return list;
}

// A Spark whose cage lost its link: what the kernel says of netdev and RoCE device.
Texts lostLink(
    const std::string &spark, const std::string &netdevs = kBothHalves, const std::string &function = kCageZero)
{
    return {spark + " link " + netdevs + "$", spark + " file .*" + function + "/net/.*/(carrier|operstate|speed)$",
        spark + " file .*" + function + "/net/.*/carrier_changes$",
        spark + " file .*" + function + "/infiniband/.*/ports/1/(state|phys_state|rate)$",
        spark + " neighbour " + netdevs};
}

Texts countedLoss(const std::string &spark)
{
    return {spark + " file .*" + kCageZero + "/infiniband/.*/ports/1/counters/link_downed$"};
}

// Echo and TCP over both halves, and every measurement.
const Texts kNoIp = {"^way .* 0A .*echo", "^way .* 0B .*echo", "^way .* tcp$", "^rate tcp", "^rate nccl"};
const Texts kNothingPasses = kNoIp + Texts{"^rate rdma"};
const Texts kAllRates = {"^rate rdma", "^rate tcp", "^rate nccl"};
// RDMA finds its way without an IPv4 address, by the link-local GID; TCP and NCCL do not.
const Texts kIpRates = {"^rate tcp", "^rate nccl"};

Texts lostAddress(const std::string &spark, const std::string &netdev)
{
    return {spark + " address " + netdev + "$", spark + " route ",
        spark + " file .*/ports/1/(gids|gid_attrs/types|gid_attrs/ndevs)/[23]$"};
}

std::string printed(const std::map<std::string, std::string> &list)
{
    std::string text;
    for (const auto &[key, change] : list)
        text += "\n  " + key + ": " + QString::fromStdString(change).simplified().left(160).toStdString();
    return text;
}

bool fits(const std::string &text, const std::string &pattern)
{
    return std::regex_search(text, std::regex(pattern));
}

// Those that fit none of these patterns.
std::map<std::string, std::string> strangers(const std::map<std::string, std::string> &list, const Texts &known)
{
    std::map<std::string, std::string> left;
    for (const auto &[key, change] : list)
        if (std::ranges::none_of(known, [&](const std::string &pattern) { return fits(key, pattern); }))
            left[key] = change;
    return left;
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidence_data()
    {
        QTest::addColumn<std::string>("scenario");
        QTest::addColumn<Texts>("signs"); // each fits something that changes
        QTest::addColumn<Texts>("words"); // each fits a new line of a log; no other line is new
        QTest::addColumn<Texts>("also");  // what may change beside the signs; nothing else must
        // The row's name is fault and place.
        std::set<std::string> tested;
        const auto row = [&tested](const char *what, const Texts &signs, const Texts &words = {},
                             const char *scenario = "pair-ready", const Texts &also = {}) {
            tested.insert(std::string(what).substr(0, 4));
            QTest::newRow(what) << std::string(scenario) << signs << words << also;
        };
        row("F-01 spark-b", kAllRates);
        row("F-02 spark-b", Texts{"spark-b file .*/0002:01:00.[01]/current_link_width$"} + kAllRates);
        row("F-03 spark-b",
            Texts{
                "spark-b file .*/fw_ver$", "spark-b file .*/current_link_width$", "spark-b file .*/current_link_speed$"}
                + kAllRates);
        row("F-04 cable:spark-b:0",
            Texts{"spark-a file .*01:00.0/net/.*/speed$", "spark-b file .*01:00.0/net/.*/speed$",
                "01:00.0/.*/ports/1/rate$"}
                + kAllRates);
        row("F-04 port:spark-b:0",
            Texts{"spark-b file .*01:00.0/net/.*/speed$", "spark-b .*01:00.0/.*/ports/1/rate$"} + kAllRates, {},
            "star-ready", kHistory);
        row("F-05 spark-b:0", lostLink("spark-[ab]") + countedLoss("spark-[ab]") + kNothingPasses);
        row("F-05 port:spark-b:0", lostLink("spark-b") + countedLoss("spark-b") + Texts{"^way .*spark-b", "^rate "}, {},
            "star-ready", {"spark-[acd] neighbour "});
        row("F-05 spark-b:0B",
            lostLink("spark-b", "enP2p1s0f0np0", "0002:" + kCageZero)
                + Texts{"spark-a neighbour enP2p1s0f0np0", "^way .* 0B .*echo$", "^way .* 0B .*tcp$"} + kAllRates);
        row("F-06 spark-b",
            lostLink("spark-b") + countedLoss("spark-[ab]") + kNoIp
                + Texts{"spark-b link .*f1np1$",
                    "spark-b file .*01:00.1/net/.*/(carrier|operstate|speed|carrier_changes)$",
                    "spark-b file .*01:00.1/infiniband/.*/ports/1/(state|phys_state|rate)$", "spark-a neighbour "},
            {}, "pair-ready",
            {"spark-b address .*f1np1$", "spark-b neighbour .*f1np1", "spark-a file .*/carrier_changes$",
                "/rx_length_errors$", "^rate rdma"});
        row("F-07 cable:spark-b:0",
            lostAddress("spark-a", "enP2p1s0f0np0") + lostAddress("spark-b", "enP2p1s0f0np0")
                + Texts{"^way .* 0B .*echo$", "^way .* 0B .*tcp$"} + kIpRates,
            {}, "pair-ready", {"neighbour enP2p1s0f0np0"});
        row("F-07 spark-b:0",
            lostAddress("spark-b", "enP2p1s0f0np0") + Texts{"^way .* 0B .*echo$", "^way .* 0B .*tcp$"} + kIpRates, {},
            "pair-ready", {"neighbour enP2p1s0f0np0"});
        row("F-08 cable:spark-a:0",
            Texts{"spark-a file .*/counters/symbol_error$", "spark-b file .*/counters/symbol_error$",
                "spark-b file .*/statistics/rx_crc_errors$"}
                + kAllRates,
            {}, "pair-ready", kHistory);
        row("F-09 cable:spark-a:0", countedLoss("spark-a") + countedLoss("spark-b") + Texts{"/carrier_changes$"},
            {"spark-a kernel: mlx5_core .*: Link down$", "spark-b kernel: mlx5_core .*: Link up$",
                "mlx5_core .*: Link (up|down)$"},
            "pair-ready", lostLink("spark-[ab]") + kNothingPasses);
        row("F-10 spark-b", {"spark-b file .*/0000:01:00.[01]/aer_dev_fatal$"},
            {"spark-b kernel: pcieport .* AER: ", "spark-b kernel: .*mlx5_pci_slot_reset",
                "spark-b kernel: .*irisc not responding"});
        row("F-11 spark-b",
            Texts{"spark-b link en(P2)?p1s0", "spark-b file .*/000[02]:01:00.[01](/|$)",
                "spark-b file /sys/class/infiniband/", "spark-b file /sys/class/net/",
                "spark-b file /proc/sys/net/ipv[46]/conf/en", "spark-b address en(P2)?p1s0", "spark-b route 10[.]100"}
                + lostLink("spark-[ab]") + countedLoss("spark-a") + kNothingPasses,
            {"spark-b kernel: cx7-pcie-hotplug .*: Cable removal$"});
        row("F-14 spark-b:0A",
            lostAddress("spark-b", "enp1s0f0np0") + Texts{"^way .* 0A .*echo$", "^way .* 0A .*tcp$"} + kIpRates, {},
            "pair-ready", {"neighbour enp1s0f0np0"});
        row("F-15 spark-b:0",
            Texts{"spark-b address enP2p1s0f0np0$", "spark-b file .*/ports/1/gids/[23]$", "spark-b route 10[.]100[.]0",
                "^way .* 0B .*echo$", "^way .* 0B .*tcp$"}
                + kIpRates,
            {}, "pair-ready", {"spark-b route ", " neighbour ", "^rate rdma"});
        const Texts smallPackets = {
            "spark-b link ", "spark-b file .*/net/.*/mtu$", "spark-b file .*/rx_length_errors$", "^way .* echo$"};
        row("F-16 spark-b:0", smallPackets + Texts{"^rate nccl"}, {}, "pair-ready", kAllRates);
        row("F-16 spark-b:0B", smallPackets, {}, "pair-ready", kAllRates);
        row("F-16 port:spark-b:0", Texts{"^way .*spark-b.* echo$"} + kAllRates, {}, "star-ready");
        row("F-17 cable:spark-a:0",
            Texts{"spark-[ab] link ", "spark-[ab] file .*/net/.*/mtu$", "^way .* echo$", "^rate nccl"}, {},
            "pair-ready", kAllRates);
        row("F-20 spark-b",
            Texts{"spark-b address .*f0np0$", "spark-b address .*f1np1$", "spark-b route 169[.]254[.]0[.]0/16$",
                "spark-b file .*/ports/1/gids/[23]$"}
                + kNoIp,
            {}, "pair-ready", {"spark-b route ", " neighbour ", "spark-b file .*/gid_attrs/(types|ndevs)/[23]$"});
        row("F-21 spark-b", {},
            {"spark-b avahi-daemon: Host name conflict, retrying with spark-b-2$",
                "spark-b avahi-daemon: Host name conflict, retrying with spark-b-[34]$"});
        row("F-22 spark-b:0",
            Texts{"spark-b address enp1s0f0np0$", "spark-b route 192[.]168[.]78[.]0/24$", "spark-b file .*/gids/[23]$",
                "^way .* 0A .*echo$", "^way .* 0A .*tcp$"}
                + kIpRates,
            {}, "pair-ready", {"spark-b route ", " neighbour "});
        row("F-23 spark-b",
            {"spark-b file /proc/sys/net/ipv4/conf/all/rp_filter$",
                "spark-b file /proc/sys/net/ipv4/conf/en.*/rp_filter$",
                "spark-b file /proc/sys/net/ipv4/conf/default/rp_filter$"});
        row("F-24 spark-b",
            {"spark-b file /etc/ufw/ufw.conf$", "spark-b program ufw$", "^way spark-a .*tcp$",
                "^rate tcp spark-a to spark-b$"});
        row("F-25 spark-b", {"spark-b program iptables$"});
        row("F-26 spark-b", {"spark-b file /proc/sys/net/ipv4/ip_forward$"});
        row("F-32 spark-b",
            {"spark-b file /etc/dgx-release$", "spark-b file /proc/sys/kernel/osrelease$",
                "spark-b file /(sys/module/nvidia|proc/driver/nvidia)/version$", "spark-b program nvidia-smi$"});
        row("F-34 spark-b",
            {"spark-b file .*/ports/1/gids/[2-5]$", "spark-b file .*/ports/1/gid_attrs/(types|ndevs)/[2-5]$",
                "spark-b program nvidia-smi$"});
        row("F-35 spark-b", {"spark-b file /etc/nccl.conf$", "^rate nccl$"});
        const std::string library = "spark-b file /usr/lib/aarch64-linux-gnu/libnccl.so.";
        row("F-36 spark-b", {"^rate nccl$", library + "2.30.7$"});
        row("F-37 spark-b", {"^rate nccl$", library + "2.30.7$", library + "2.28.9$"});
        row("F-40 spark-b", {"spark-b file /etc/nccl.conf$", "^rate nccl$"});
        row("F-44 spark-b",
            {"spark-b file /proc/meminfo$", "spark-b file /proc/sys/kernel/osrelease$", "^rate rdma", "^rate nccl$"});
        for (const sim::FaultKind &kind : sim::faultCatalogue())
            QVERIFY2(tested.contains(std::string(kind.id)), std::string(kind.id).c_str());
    }
    void evidence()
    {
        QFETCH(std::string, scenario);
        QFETCH(Texts, signs);
        QFETCH(Texts, words);
        QFETCH(Texts, also);
        const std::string tag = QTest::currentDataTag();
        const std::string id = tag.substr(0, 4), place = tag.substr(5);
        ToldWorld told(scenario.c_str());
        QVERIFY(told.ready);
        EvidenceTaker taker(told.v);
        taker.take();
        const auto before = taker.take();
        QVERIFY(taker.newLogLines().empty());

        const auto put = told.fault(id, place);
        QVERIFY2(put.ok(), put.ok() ? "" : put.error().detail.c_str());
        told.v.loop.pass(11s);
        const auto changes = differences(before, taker.take());
        const auto lines = taker.newLogLines();
        for (const std::string &sign : signs)
            QVERIFY2(
                strangers(changes, {sign}).size() < changes.size(), ("missing " + sign + printed(changes)).c_str());
        const auto others = strangers(changes, signs + also);
        QVERIFY2(others.empty(), printed(others).c_str());
        for (const std::string &word : words)
            QVERIFY2(std::ranges::any_of(lines, [&](const auto &line) { return fits(line, word); }), word.c_str());
        for (const std::string &line : lines)
            QVERIFY2(std::ranges::any_of(words, [&](const auto &word) { return fits(line, word); }), line.c_str());

        QVERIFY(told.fault(id, place, false).ok());
        told.v.loop.pass(20s);
        taker.newLogLines();
        const auto left = strangers(differences(before, taker.take()), kHistory);
        QVERIFY2(left.empty(), printed(left).c_str());
        told.v.loop.pass(60s);
        QVERIFY(taker.newLogLines().empty()); // nothing goes on
    }

    void looking_changesNothing()
    {
        ToldWorld told("star-ready");
        EvidenceTaker taker(told.v);
        taker.take();
        const auto before = taker.take();
        QVERIFY(before.size() > 2000);
        told.v.loop.pass(60s);
        const auto unrest = differences(before, taker.take());
        QVERIFY2(unrest.empty(), printed(unrest).c_str());
        QVERIFY(taker.newLogLines().empty());
    }

    // Faults of all kinds, put and taken in any order: what is left is what was.
    void combined_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void combined()
    {
        QFETCH(int, seed);
        ToldWorld told("pair-ready");
        EvidenceTaker taker(told.v);
        taker.take();
        const auto before = taker.take();
        SeededRandom random(static_cast<std::uint64_t>(seed));
        std::vector<std::pair<std::string, std::string>> on;
        for (int i = 0; i < 8; ++i) {
            const sim::FaultKind &kind = sim::faultCatalogue()[random.below(sim::faultCatalogue().size())];
            const std::string name = random.below(2) ? "spark-a" : "spark-b";
            for (const std::string &place : {name, name + ":0", name + ":0B", "cable:" + name + ":0"})
                // Not all of them go: the half may have no address any more, or the fault may sit elsewhere.
                if (kind.fault != sim::Fault::WrongCage && told.fault(std::string(kind.id), place).ok())
                    on.emplace_back(kind.id, place);
            told.v.loop.pass(std::chrono::seconds(random.below(12)));
        }
        QVERIFY(on.size() >= 4);
        while (!on.empty()) {
            const auto it = on.begin() + static_cast<std::ptrdiff_t>(random.below(on.size()));
            QVERIFY2(told.fault(it->first, it->second, false).ok(), it->first.c_str());
            on.erase(it);
            told.v.loop.pass(std::chrono::seconds(random.below(12)));
        }
        told.v.loop.pass(30s);
        const auto left = strangers(differences(before, taker.take()), kHistory);
        QVERIFY2(left.empty(), printed(left).c_str());
        QVERIFY(told.v.world->faults().active().empty());
    }

    void whatCannotBe_isRefused()
    {
        ToldWorld told("pair-ready");
        QVERIFY(told.fault("F-01", "spark-a").ok());
        QVERIFY(!told.fault("F-01", "spark-a").ok());         // on already
        QVERIFY(!told.fault("F-01", "spark-b", false).ok());  // not on
        QVERIFY(!told.fault("F-01", "spark-a:0").ok());       // sits at a Spark
        QVERIFY(!told.fault("F-08", "cable:spark-a:1").ok()); // no cable
        QVERIFY(!told.fault("F-16", "port:spark-a:0").ok());  // no switch
        QVERIFY(!told.fault("F-14", "spark-a:1").ok());       // no address there
        QVERIFY(!told.fault("F-16", "spark-a:1").ok());       // 1500 already
        QVERIFY(!told.fault("F-98", "spark-a").ok());
        for (const char *place :
            {"", "spark-c", "spark-a:2", "spark-a:0C", "spark-a:", "cable:spark-a", "port:spark-a:0A", "cable:"})
            QVERIFY2(!sim::parseFaultPlace(told.v.world->scenario().hosts, place).ok(), place);
        for (const char *place : {"spark-a", "spark-b:1", "spark-a:0B", "cable:spark-b:0", "port:spark-a:1"})
            QCOMPARE(
                toText(told.v.world->scenario().hosts, *sim::parseFaultPlace(told.v.world->scenario().hosts, place)),
                std::string(place));
    }

    // The rules that a set-up adds where ufw is on (F-24) open the fabric, half by half; taken away, it is closed
    // again.
    void firewall_rulesLetConnectionsIn()
    {
        ToldWorld told("pair-ready");
        sim::Spark &spark = told.v.spark(1);
        const auto connects = [&](char side) {
            const domain::Ipv4Address to = told.v.netdev(1, half(0, side))->addresses.front().address;
            return told.v.world->wires().connect(told.v.spark(0), to).has_value();
        };
        QVERIFY(connects('A') && connects('B'));
        QVERIFY(told.fault("F-24", "spark-b").ok());
        QVERIFY(!connects('A') && !connects('B'));
        sim::SimSystem root(*told.v.world, spark, sim::kRoot, "/agent");
        QVERIFY(root.firewall().state()->ufwActive);
        QVERIFY(root.firewall().setAllowed("enP2p1s0f0np0", true).ok());
        QVERIFY(!connects('A') && connects('B'));
        QVERIFY(root.firewall().setAllowed("enp1s0f0np0", true).ok());
        QVERIFY(connects('A') && connects('B'));
        QCOMPARE(root.firewall().state()->ufwAllows.size(), std::size_t(2));
        sim::TrafficRequest request;
        request.kind = sim::TrafficRequest::Kind::Tcp;
        request.sparks = {0, 1};
        QVERIFY(told.v.world->flows().start(request).ok());
        for (const char *netdev : {"enp1s0f0np0", "enP2p1s0f0np0"})
            QVERIFY(root.firewall().setAllowed(netdev, false).ok());
        QVERIFY(!connects('A') && !connects('B'));
        QVERIFY(!told.v.world->flows().start(request).ok());
        QVERIFY(told.fault("F-24", "spark-b", false).ok());
        QVERIFY(connects('A') && connects('B'));
    }

    // A set-up, or somebody at the keyboard, has mended it meanwhile: taking the fault away must not undo that.
    void mendedConfiguration_staysMended()
    {
        ToldWorld told("pair-ready");
        sim::Interface &netdev = *told.v.netdev(1, half(0, 'B'));
        const auto planned = netdev.addresses;
        QVERIFY(told.fault("F-14", "spark-b:0B").ok());
        QVERIFY(netdev.addresses.empty());
        told.v.spark(1).network.setAddresses(netdev, {net("10.9.8.7/24")});
        QVERIFY(told.fault("F-16", "spark-b:0B")
                    .ok()); // another fault on the same half: the first one has no hold any more
        QCOMPARE(netdev.addresses, std::vector{net("10.9.8.7/24")});
        QVERIFY(told.fault("F-14", "spark-b:0B", false).ok());
        QCOMPARE(netdev.addresses, std::vector{net("10.9.8.7/24")});
        QVERIFY(told.fault("F-16", "spark-b:0B", false).ok());
        QCOMPARE(netdev.mtu, 9000);
    }

    void slowCable_isSlowAndSaysNothing()
    {
        ToldWorld told("pair-ready");
        EvidenceTaker taker(told.v);
        taker.take();
        const auto before = taker.take();
        QVERIFY(told.v.world->faults().slow(told.v.cage(1, 0), 25).ok());
        const auto changes = differences(before, taker.take());
        QVERIFY2(strangers(changes, kAllRates).empty() && changes.size() == 5, printed(changes).c_str());
        QVERIFY(told.v.world->faults().slow(told.v.cage(0, 0), 0).ok()); // named by its other end
        const auto left = differences(before, taker.take());
        QVERIFY2(left.empty(), printed(left).c_str());
        QVERIFY(!told.v.world->faults().slow(told.v.cage(0, 1), 10).ok());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_sim_faults.moc"
