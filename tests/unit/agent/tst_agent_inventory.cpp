// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent says about a machine: makers, halves, management, netplan files, receipt.
#include "agent/inventory.h"
#include "agent/machine.h"
#include "agent/netplanfiles.h"
#include "agent/smallfiles.h"
#include "base/sha256.h"
#include "harness.h"

#include "agent/halfcache.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;

namespace {

// sysfs of one half on real hardware (facts 1.1).
void putHardware(FakeSystem &system, const std::string &netdev, const std::string &pci, const std::string &port,
    const std::string &rdma, const std::string &guid)
{
    FakeFiles &files = system.files();
    const std::string folder = "/sys/class/net/" + netdev;
    files.putLink(folder + "/device", "../../../" + pci);
    files.put(folder + "/phys_port_name", port + "\n");
    files.put(folder + "/speed", "200000\n");
    files.put(folder + "/device/vendor", "0x15b3\n");
    files.put(folder + "/device/current_link_speed", "32.0 GT/s PCIe\n");
    files.put(folder + "/device/current_link_width", "4\n");
    files.put(folder + "/device/max_link_width", "4\n");
    files.putFolder(folder + "/device/infiniband/" + rdma);
    const std::string device = "/sys/class/infiniband/" + rdma;
    files.put(device + "/sys_image_guid", guid + "\n");
    files.put(device + "/fw_ver", "28.45.4028\n");
    files.put(device + "/ports/1/gids/0", "fe80:0000:0000:0000:0000:0000:0000:0001\n");
    files.put(device + "/ports/1/gids/1", "0000:0000:0000:0000:0000:ffff:0a64:0001\n");
    files.put(device + "/ports/1/gid_attrs/types/1", "RoCE v2\n");
    files.put(device + "/ports/1/gid_attrs/ndevs/1", netdev + "\n");
}

domain::SparkFacts factsOf(FakeSystem &system, const std::string &serverAddress = {})
{
    Harness harness(system);
    const auto answer = harness.ask(
        protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest{"192.168.77.1", serverAddress}));
    const auto decoded = protocol::decode<protocol::InventoryAnswer>(answer.body);
    return decoded ? decoded->facts : domain::SparkFacts();
}

} // namespace

class TestAgentInventory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void maker_data()
    {
        QTest::addColumn<QString>("vendor");
        QTest::addColumn<QString>("product");
        QTest::addColumn<bool>("dgxRelease");
        QTest::addColumn<int>("maker");
        const auto row = [](const char *name, const char *vendor, const char *product, bool dgx, domain::Maker maker) {
            QTest::newRow(name) << QString::fromLatin1(vendor) << QString::fromLatin1(product) << dgx
                                << static_cast<int>(maker);
        };
        row("founders", "NVIDIA", "NVIDIA_DGX_Spark", true, domain::Maker::FoundersEdition);
        row("asus", "ASUSTeK COMPUTER INC.", "GX10", true, domain::Maker::Asus);
        row("dell", "Dell Inc.", "Dell Pro Max with GB10 FCM1253", false, domain::Maker::Dell);
        row("hp", "HP", "HP ZGX Nano G1n AI Station", false, domain::Maker::Hp);
        row("lenovo", "LENOVO", "ThinkStation PGX", false, domain::Maker::Lenovo);
        row("msi", "Micro-Star International Co., Ltd.", "MS-C931", false, domain::Maker::Msi);
        row("gigabyte", "Gigabyte Technology", "AI TOP ATOM", false, domain::Maker::Gigabyte);
        row("acer", "Acer", "Veriton GN100", false, domain::Maker::Acer);
        row("other product of a maker", "Dell Inc.", "XPS 13", false, domain::Maker::Unknown);
        row("other product with dgx-release", "ASUSTeK COMPUTER INC.", "something", true, domain::Maker::Asus);
        row("nobody", "", "", false, domain::Maker::Unknown);
    }

    void maker()
    {
        QFETCH(QString, vendor);
        QFETCH(QString, product);
        QFETCH(bool, dgxRelease);
        QFETCH(int, maker);
        QCOMPARE(static_cast<int>(makerOf(vendor.toStdString(), product.toStdString(), dgxRelease)), maker);
    }

    void release_lastUpdateWinsAndQuotesAreOptional()
    {
        FakeSystem system;
        system.files().put("/etc/dgx-release",
            "DGX_NAME=\"DGX Spark\"\nDGX_SWBUILD_VERSION=7.2.3\nDGX_OTA_VERSION=\"7.3.1\"\nDGX_OTA_DATE=\"Di 4. "
            "Nov\"\nDGX_OTA_VERSION=\"7.6.0\"\n");
        const auto versions = versionsOf(system.files(), system.identity());
        QCOMPARE(versions.dgxOs, std::string("7.2.3"));
        QCOMPARE(versions.dgxOta, std::string("7.6.0"));
        QCOMPARE(versions.kernel, std::string("6.17.0-1008-nvidia"));
    }

    void id_isAHashAndNeverTheMachineId()
    {
        FakeSystem system;
        const auto facts = factsOf(system);
        QVERIFY(facts.rootHelperInstalled);
        QCOMPARE(facts.id.value, base::sha256Hex("sparkloom0123456789abcdef0123456789abcdef").substr(0, 32));
    }

    void halves_noneWithoutACable()
    {
        FakeSystem system;
        system.network().add("enP7s7", "3c:6d:66:00:00:01");
        const auto facts = factsOf(system);
        QVERIFY(!facts.nicPresent());
        QCOMPARE(facts.others.size(), std::size_t(1));
    }

    void halves_byDocumentedNameWhereThereIsNoHardware()
    {
        FakeSystem system;
        addHalves(system);
        const auto facts = factsOf(system);
        QCOMPARE(facts.halves.size(), std::size_t(2));
        QCOMPARE(domain::toText(facts.halves[0].id), std::string("0A"));
        QCOMPARE(domain::toText(facts.halves[1].id), std::string("0B"));
        QVERIFY(facts.halves[0].grouping == domain::HalfFacts::Grouping::DocumentedName);
        QVERIFY(!facts.halves[0].pcie);
        QCOMPARE(facts.halves[0].sysctls.rpFilter, 2);
    }

    void halves_byPortNameAndDomainWhateverTheNetdevIsCalled()
    {
        FakeSystem system;
        const std::string guid = "30c5:9903:003e:6a13";
        system.network().add("renamed0", "30:c5:99:3e:6a:14");
        system.network().add("renamed1", "30:c5:99:3e:6a:17");
        system.network().add("other0", "b8:3f:d2:00:00:01");
        putHardware(system, "renamed0", "0000:01:00.1", "p1", "rocep1s0f1", guid);
        putHardware(system, "renamed1", "0002:01:00.0", "p0", "roceP2p1s0f0", guid);
        putHardware(system, "other0", "0000:81:00.0", "p0", "mlx5_9", "b83f:d203:0000:0001"); // another card
        const auto facts = factsOf(system);
        QCOMPARE(facts.halves.size(), std::size_t(2));
        QCOMPARE(facts.halves[0].netdev, std::string("renamed1"));
        QCOMPARE(domain::toText(facts.halves[0].id), std::string("0B"));
        QCOMPARE(domain::toText(facts.halves[1].id), std::string("1A"));
        QVERIFY(facts.halves[0].grouping == domain::HalfFacts::Grouping::PortName);
        QCOMPARE(facts.sysImageGuid, guid);
        QCOMPARE(facts.halves[0].pcie->width, 4);
        QCOMPARE(facts.halves[0].pcie->gigatransfersPerSecond, 32.0);
        QCOMPARE(facts.halves[0].firmware, std::string("28.45.4028"));
        QCOMPARE(facts.halves[0].gids, std::vector<std::string>{"10.100.0.1"});
        QCOMPARE(*facts.halves[0].speedMbps, 200000);
        QVERIFY(facts.halfByNetdev("other0") == nullptr);
    }

    void management_isTheInterfaceWithTheServerAddress()
    {
        FakeSystem system;
        addHalves(system);
        QCOMPARE(factsOf(system, "192.168.77.11").managementInterface, std::string("enP7s7"));
        const auto &network = system.network();
        QCOMPARE(interfaceWithAddress(network.linkTable, network.addressTable, "::FFFF:192.168.77.11"),
            std::string("enP7s7"));
        system.network().giveLinkLocal("enP7s7", "fe80::3e6d:66ff:fe00:1");
        QCOMPARE(factsOf(system, "fe80::3e6d:66ff:fe00:1%eth0").managementInterface, std::string("enP7s7"));
        // Through a forwarded port the address is not ours: the default route says it, but never a half.
        QCOMPARE(factsOf(system, "10.1.2.3").managementInterface, std::string("enP7s7"));
        for (RouteInfo &route : system.network().routeTable)
            route.index = system.network().link("enp1s0f0np0").index;
        QVERIFY(factsOf(system, "10.1.2.3").managementInterface.empty());
    }

    // Whatever a network is routed by, also to nowhere and over several interfaces: it is taken.
    void routes_areAllThatDecideWhereTrafficGoes()
    {
        FakeSystem system;
        addHalves(system);
        auto &table = system.network().routeTable;
        table.clear();
        const auto add = [&](const char *destination, int index, int metric = 0) {
            table.push_back({*domain::Ipv4Prefix::parse(destination), std::nullopt, index, 254, metric, 3});
        };
        add("0.0.0.0/0", 0); // unreachable, as some VPNs write it: nothing is reached by it
        add("0.0.0.0/0", system.network().link("enP7s7").index, 100);
        add("10.244.0.0/26", 0);
        add("10.8.0.0/24", system.network().add("tun0", "00:00:00:00:00:00"));
        const auto facts = factsOf(system);
        const auto has = [&](const char *destination, const char *interface) {
            return std::count(facts.routes.begin(), facts.routes.end(),
                domain::Route{*domain::Ipv4Prefix::parse(destination), interface});
        };
        QVERIFY(has("10.244.0.0/26", "") && has("10.8.0.0/24", "tun0"));
        QCOMPARE(facts.managementInterface, std::string("enP7s7"));
    }

    void netplan_filesAreListedWithoutRootAndHashedWhereReadable()
    {
        FakeSystem system;
        system.files().put("/etc/netplan/40-cx7.yaml", "network: {}\n", 0600);
        system.files().put("/lib/netplan/00-base.yaml", "network: {}\n", 0644);
        system.files().put("/etc/netplan/readme.txt", "x");
        system.files().uid = 1000;
        const auto facts = factsOf(system);
        QCOMPARE(facts.netplanFiles.size(), std::size_t(2));
        QCOMPARE(facts.netplanFiles[0].path, std::string("/etc/netplan/40-cx7.yaml"));
        QVERIFY(facts.netplanFiles[0].sha256.empty());
        QVERIFY(facts.netplanFiles[0].inode > 0);
        QCOMPARE(facts.netplanFiles[1].sha256, base::sha256Hex("network: {}\n"));
    }

    void receipt_matchesUntilAFileChangesComesOrGoes()
    {
        FakeSystem system;
        FakeFiles &files = system.files();
        files.put("/etc/netplan/60-sparkloom.yaml", "ours\n", 0600);
        domain::Receipt receipt;
        receipt.clusterId = "c1";
        receipt.files = receiptFiles(files);
        QCOMPARE(receipt.files.size(), std::size_t(1));
        files.put("/var/lib/sparkloom/receipt.json", protocol::encode(receipt));
        QVERIFY(factsOf(system).receiptMatchesFiles);
        files.put("/etc/netplan/90-new.yaml", "x");
        QVERIFY(!factsOf(system).receiptMatchesFiles);
        files.nodes.erase("/etc/netplan/90-new.yaml");
        QVERIFY(factsOf(system).receiptMatchesFiles);
        files.put("/etc/netplan/60-sparkloom.yaml", "ours\n", 0600); // same bytes, another inode
        QVERIFY(!factsOf(system).receiptMatchesFiles);
        files.nodes.erase("/etc/netplan/60-sparkloom.yaml");
        QVERIFY(!factsOf(system).receiptMatchesFiles);
    }

    void receipt_thatIsDamagedCountsAsNone()
    {
        FakeSystem system;
        system.files().put("/var/lib/sparkloom/receipt.json", "{\"clusterId\":");
        QVERIFY(!factsOf(system).receipt);
    }

    void hostKeys_areReadAndSorted()
    {
        FakeSystem system;
        system.files().put("/etc/ssh/ssh_host_rsa_key.pub", "ssh-rsa AAAAB3Nz root@spark\n");
        system.files().put("/etc/ssh/ssh_host_ed25519_key.pub", "ssh-ed25519 AAAAC3Nz root@spark\n");
        system.files().put("/etc/ssh/ssh_host_ed25519_key", "secret", 0600);
        const auto keys = hostKeysOf(system.files());
        QCOMPARE(keys.size(), std::size_t(2));
        QCOMPARE(keys[0].type, std::string("ssh-ed25519"));
        QCOMPARE(keys[0].base64, std::string("AAAAC3Nz"));
    }

    void numbers_areBounded()
    {
        FakeSystem system;
        system.files().put("/sys/x", "-1\n");
        system.files().put("/sys/y", "999999\n");
        QCOMPARE(readNumber(system.files(), "/sys/x", 7, -1, 100), -1LL);
        QCOMPARE(readNumber(system.files(), "/sys/x", 7, 0, 100), 7LL);
        QCOMPARE(readNumber(system.files(), "/sys/y", 7, 0, 100), 7LL);
        QCOMPARE(readNumber(system.files(), "/sys/none", 7, 0, 100), 7LL);
    }

    void counters_giveRdmaBytesInBytes()
    {
        FakeSystem system;
        addHalves(system);
        system.network().counterTable["enp1s0f0np0"] = {1000, 2000, 10, 20, {}, 3};
        system.files().put("/sys/class/infiniband/rocep1s0f0/ports/1/gid_attrs/ndevs/0", "enp1s0f0np0\n");
        system.files().put("/sys/class/infiniband/rocep1s0f0/ports/1/counters/port_xmit_data", "250\n");
        Harness harness(system);
        const auto snapshot = protocol::decode<protocol::CounterSnapshot>(harness.ask(protocol::verb::kCounters).body);
        QVERIFY(snapshot.ok());
        QCOMPARE(snapshot->halves.size(), std::size_t(2));
        QCOMPARE(*snapshot->halves[0].cageTxOctets, std::uint64_t(1000));
        QCOMPARE(*snapshot->halves[0].rdmaTxBytes, std::uint64_t(1000));
        QVERIFY(!snapshot->halves[0].rdmaRxBytes);
        QVERIFY(!snapshot->halves[1].cageTxOctets);
    }

    // Twenty times a second: which netdev is which half is looked up again only when that may have changed.
    void counters_lookUpTheHalvesSeldom()
    {
        FakeSystem system;
        addHalves(system);
        for (const auto &[device, netdev] :
            {std::pair("rocep1s0f0", "enp1s0f0np0"), {"roceP2p1s0f0", "enP2p1s0f0np0"}}) {
            const std::string folder = std::string("/sys/class/infiniband/") + device;
            system.files().put(folder + "/ports/1/gid_attrs/ndevs/0", std::string(netdev) + "\n");
            system.files().put(folder + "/ports/1/counters/port_xmit_data", "250\n");
        }
        int lookUps = 0;
        system.files().beforeRead = [&lookUps](
                                        const std::string &path) { lookUps += path.ends_with("/gid_attrs/ndevs/0"); };
        Harness harness(system);
        const auto ask = [&] {
            lookUps = 0;
            return protocol::decode<protocol::CounterSnapshot>(harness.ask(protocol::verb::kCounters).body).value();
        };
        QCOMPARE(ask().halves.size(), std::size_t(2));
        QVERIFY(lookUps > 0);
        system.files().put("/sys/class/infiniband/rocep1s0f0/ports/1/counters/port_xmit_data", "500\n");
        QCOMPARE(*ask().halves[0].rdmaTxBytes, std::uint64_t(2000));
        QCOMPARE(lookUps, 0);
        // The cable was pulled and is in again: the driver's netdev is a new one.
        std::erase_if(system.network().linkTable, [](const LinkInfo &link) { return link.name == "enp1s0f0np0"; });
        QCOMPARE(ask().halves.size(), std::size_t(1));
        system.network().add("enp1s0f0np0", "4c:bb:47:00:a1:00");
        QCOMPARE(ask().halves.size(), std::size_t(2));
        QVERIFY(lookUps > 0);
        ask();
        QCOMPARE(lookUps, 0);
        system.loop().advance(HalfCache::kAgain);
        ask();
        QVERIFY(lookUps > 0);
    }
};

QTEST_GUILESS_MAIN(TestAgentInventory)
#include "tst_agent_inventory.moc"
