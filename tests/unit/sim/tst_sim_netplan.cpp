// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualhands.h"

#include "domain/plan/render.h"
#include "sim/world/renderer.h"
#include "sim/world/yaml.h"

using namespace sparkloom;
using namespace sparkloom::test;

namespace {

std::vector<domain::HalfConfig> twoHalves()
{
    return {{half(0, 'A'), "enp1s0f0np0", net("10.100.0.1/24"), 9000},
        {half(0, 'B'), "enP2p1s0f0np0", net("10.100.1.1/24"), 9000}};
}

} // namespace

class TestNetplan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yaml_readsWhatNetplanFilesAreWrittenIn()
    {
        const auto document =
            sim::parseYaml("# c\nnetwork:\n  version: 2 # two\n  ethernets:\n    \"en#1\":\n      addresses: [ "
                           "10.0.0.1/24, \"10.0.1.1/24\" ]\n"
                           "      nameservers:\n        addresses:\n        - 1.1.1.1\n        - '8.8.8.8'\n      "
                           "dhcp4: no\n      routes:\n      - to: default\n        via: 10.0.0.254\n");
        QVERIFY2(document.ok(), document.ok() ? "" : document.error().detail.c_str());
        const sim::YamlValue *const one = document->find("network")->find("ethernets")->find("en#1");
        QVERIFY(one);
        QCOMPARE(one->find("addresses")->items.size(), std::size_t(2));
        QCOMPARE(one->find("nameservers")->find("addresses")->items.at(1).scalar, std::string("8.8.8.8"));
        QVERIFY(!one->find("dhcp4")->isTrue());
        QCOMPARE(one->find("routes")->items.at(0).find("via")->scalar, std::string("10.0.0.254"));
    }

    void yaml_refusesTheRest_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("tab") << std::string("a:\n\tb: 1\n");
        QTest::newRow("twice") << std::string("a: 1\na: 2\n");
        QTest::newRow("indent") << std::string("a:\n    b: 1\n  c: 2\n");
        QTest::newRow("no key") << std::string("a: 1\nhello\n");
        QTest::newRow("quote") << std::string("a: \"x\n");
        QTest::newRow("bracket") << std::string("a: [1, 2\n");
        QTest::newRow("anchor") << std::string("a: &x 1\n");
        QTest::newRow("deep") << [] {
            std::string text;
            for (int i = 0; i < 40; ++i)
                text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
            return text;
        }();
    }
    void yaml_refusesTheRest()
    {
        QFETCH(std::string, text);
        QVERIFY(!sim::parseYaml(text).ok());
    }

    void ourOwnText_isUnderstood()
    {
        VirtualWorld v("pair");
        v.spark(0).files.putFile("/etc/netplan/60-sparkloom.yaml", domain::renderNetplan(twoHalves()), 0600);
        const auto merged = sim::mergedNetplan(v.spark(0));
        QVERIFY2(merged.ok(), merged.ok() ? "" : merged.error().detail.c_str());
        QCOMPARE(merged->at("enp1s0f0np0").addresses, (std::vector{net("10.100.0.1/24")}));
        QCOMPARE(merged->at("enP2p1s0f0np0").addresses, (std::vector{net("10.100.1.1/24")}));
        QCOMPARE(merged->at("enp1s0f0np0").mtu.value_or(0), 9000);
        QVERIFY(!merged->at("enp1s0f0np0").dhcp4);
    }

    void files_joinAddressesAndRunShadowsEtc()
    {
        VirtualWorld v("pair");
        auto &files = v.spark(0).files;
        const auto text = [](const std::string &address, const std::string &mtu) {
            return "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      addresses: [" + address
                + "]\n      mtu: " + mtu + "\n";
        };
        files.putFile("/etc/netplan/40-cx7.yaml", text("192.168.100.10/24", "1500"), 0600);
        files.putFile("/etc/netplan/60-x.yaml", text("10.0.0.1/24", "9000"), 0600);
        auto merged = sim::mergedNetplan(v.spark(0));
        QVERIFY(merged.ok());
        QCOMPARE(merged->at("enp1s0f0np0").addresses.size(), std::size_t(2));
        QCOMPARE(merged->at("enp1s0f0np0").mtu.value_or(0), 9000);
        files.putFile("/run/netplan/40-cx7.yaml", "", 0600);
        merged = sim::mergedNetplan(v.spark(0));
        QCOMPARE(merged->at("enp1s0f0np0").addresses, (std::vector{net("10.0.0.1/24")}));
        files.putFile("/etc/netplan/70-broken.yaml",
            "network:\n  version: 2\n  ethernets:\n    x:\n      addresses: [nonsense]\n", 0600);
        QVERIFY(!sim::mergedNetplan(v.spark(0)).ok());
    }

    void files_hiddenOnesAreNotRead_andAMacIsItsNetdev()
    {
        VirtualWorld v("pair");
        auto &files = v.spark(0).files;
        const std::string start = "network:\n  version: 2\n  ethernets:\n";
        files.putFile("/etc/netplan/.40-cx7.yaml", "nonsense", 0600);
        files.putFile("/etc/netplan/40 cx7 old.yaml",
            start + "    fabric:\n      match:\n        macaddress: \"" + v.netdev(0, half(0, 'A'))->mac.toString()
                + "\"\n      addresses: [192.168.100.10/24]\n    elsewhere:\n      match:\n        macaddress: "
                  "02:00:00:00:00:01\n      addresses: [192.168.101.10/24]\n",
            0600);
        const auto merged = sim::mergedNetplan(v.spark(0));
        QVERIFY2(merged.ok(), merged.ok() ? "" : merged.error().detail.c_str());
        QCOMPARE(merged->at("enp1s0f0np0").addresses, (std::vector{net("192.168.100.10/24")}));
        QVERIFY(!merged->contains("fabric") && !merged->contains("elsewhere"));
    }

    void profile_isBroughtUpByItsFile()
    {
        VirtualWorld v("pair");
        v.loop.pass(std::chrono::seconds(3));
        const std::string path = "/etc/NetworkManager/system-connections/fabric.nmconnection";
        v.spark(0).files.putFile(path,
            "[connection]\nid=fabric\ntype=ethernet\ninterface-name=enp1s0f0np0\n[ethernet]\nmtu=9000\n"
            "[ipv4]\naddress1=10.100.0.1/24\nmethod=manual\n",
            0600);
        QVERIFY(sim::activateNetdevs(v.spark(0), {"enp1s0f0np0"}).ok());
        QVERIFY(v.netdev(0, half(0, 'A'))->addresses.empty());
        sim::activateProfile(v.spark(0), "enP2p1s0f0np0", path); // not its own
        QVERIFY(v.netdev(0, half(0, 'B'))->addresses.empty());
        sim::activateProfile(v.spark(0), "enp1s0f0np0", path);
        QVERIFY(v.netdev(0, half(0, 'A'))->owns(ip("10.100.0.1")));
        QCOMPARE(v.netdev(0, half(0, 'A'))->mtu, 9000);
    }

    void activate_setsAddressesMtuAndUp()
    {
        for (const auto renderer : {domain::Renderer::NetworkManager, domain::Renderer::Networkd}) {
            VirtualWorld v("pair", 1, 1, renderer);
            v.loop.pass(std::chrono::seconds(3));
            QCOMPARE(v.netdev(0, half(0, 'A'))->adminUp, renderer == domain::Renderer::NetworkManager);
            v.spark(0).files.putFile("/run/netplan/60-sparkloom.yaml", domain::renderNetplan(twoHalves()), 0600);
            QVERIFY(sim::activateNetdevs(v.spark(0), {"enp1s0f0np0", "enP2p1s0f0np0"}).ok());
            QVERIFY(v.netdev(0, half(0, 'A'))->carrier() && v.netdev(0, half(0, 'A'))->owns(ip("10.100.0.1")));
            QCOMPARE(v.netdev(0, half(0, 'B'))->mtu, 9000);
            QVERIFY(v.netdev(0, half(1, 'A'))->addresses.empty());
            v.spark(0).files.removeTree("/run/netplan/60-sparkloom.yaml");
            QVERIFY(sim::activateNetdevs(v.spark(0), {"enp1s0f0np0", "enP2p1s0f0np0"}).ok());
            QVERIFY(v.netdev(0, half(0, 'A'))->addresses.empty());
            // NetworkManager gives the MTU back, networkd leaves it.
            QCOMPARE(v.netdev(0, half(0, 'A'))->mtu, renderer == domain::Renderer::NetworkManager ? 1500 : 9000);
        }
    }

    void sysctlFiles_takeHoldWhenTheNetdevComesBack()
    {
        VirtualWorld v("pair");
        v.spark(0).files.putFile("/etc/sysctl.d/90-sparkloom.conf", domain::renderSysctl(twoHalves()));
        v.spark(0).files.putFile("/etc/netplan/60-sparkloom.yaml", domain::renderNetplan(twoHalves()), 0600);
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        v.loop.pass(std::chrono::seconds(20));
        QVERIFY(!v.spark(0).nicPresent());
        QVERIFY(v.world->plug(v.cage(0, 0), v.cage(1, 0)).ok());
        v.loop.pass(std::chrono::seconds(20));
        sim::Interface *const a = v.netdev(0, half(0, 'A'));
        QVERIFY(a && a->carrier());
        QCOMPARE(a->sysctls.arpIgnore, 1);
        QCOMPARE(a->sysctls.arpAnnounce, 2);
        QCOMPARE(a->sysctls.disableIpv6, 1);
        QVERIFY(a->linkLocal == sim::Interface::LinkLocal::None);
        QVERIFY(a->owns(ip("10.100.0.1")));
    }

    // The star that somebody set up by hand says "all" in such a file; without it each half would answer for the other.
    void sysctlFiles_takeHoldAtTheStart()
    {
        VirtualWorld v("star-untuned");
        for (const char side : {'A', 'B'}) {
            const auto effective = v.spark(0).network.effective(*v.netdev(0, half(0, side)));
            QCOMPARE(effective.arpIgnore, 1);
            QCOMPARE(effective.arpAnnounce, 2);
            QCOMPARE(effective.rpFilter, 2); // Ubuntu's own file
        }
        v.loop.pass(std::chrono::seconds(20));
        for (int from = 0; from < 4; ++from)
            for (int to = 0; to < 4; ++to)
                for (const char side : {'A', 'B'})
                    if (const std::string subnet = side == 'A' ? "192.168.100." : "192.168.101."; to != from)
                        QCOMPARE(v.world->wires().resolve(v.spark(from), *v.netdev(from, half(0, side)),
                                     ip((subnet + std::to_string(to + 1)).c_str())),
                            std::optional(v.netdev(to, half(0, side))->mac));
    }
};

QTEST_GUILESS_MAIN(TestNetplan)
#include "tst_sim_netplan.moc"
