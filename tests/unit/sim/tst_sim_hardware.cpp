// SPDX-License-Identifier: GPL-3.0-or-later
// The hardware model of virtual Sparks: what a change of one parameter shows, and that it shows nothing else.
#include "trafficworld.h"

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = sim::TrafficRequest::Kind;

namespace {

const std::string kRdma = "/sys/class/infiniband/";

std::string pci(const char *address, const char *file)
{
    return std::string("/sys/bus/pci/devices/") + address + '/' + file;
}

} // namespace

class TestHardware : public QObject {
    Q_OBJECT

private:
    static domain::SparkFacts inventory(VirtualWorld &v, int spark)
    {
        VirtualAgent agent(v, spark);
        const auto answer = agent.ask<protocol::InventoryAnswer>(
            protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest{"127.0.0.1", "127.0.0.1"}));
        return answer ? answer->facts : domain::SparkFacts();
    }

private Q_SLOTS:
    void releaseFile_inEveryKnownForm_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("os");
        QTest::addColumn<QString>("ota");
        using Form = sim::SoftwareParameters::ReleaseForm;
        const auto add = [](const char *name, Form form, const char *os, const char *ota) {
            QTest::newRow(name) << static_cast<int>(form) << QString::fromLatin1(os) << QString::fromLatin1(ota);
        };
        add("quoted", Form::Quoted, "7.2.3", "7.6.0");
        add("unquoted", Form::Unquoted, "7.2.3", "7.6.0");
        add("never updated", Form::NeverUpdated, "7.2.3", "");
        add("absent", Form::Absent, "", "");
    }
    void releaseFile_inEveryKnownForm()
    {
        QFETCH(int, form);
        QFETCH(QString, os);
        QFETCH(QString, ota);
        TrafficWorld v("pair");
        v.world->adjustSpark(0, [form](sim::SparkParameters &spark) {
            spark.software.releaseForm = static_cast<sim::SoftwareParameters::ReleaseForm>(form);
        });
        const auto facts = inventory(v, 0);
        QCOMPARE(QString::fromStdString(facts.versions.dgxOs), os);
        QCOMPARE(QString::fromStdString(facts.versions.dgxOta), ota);
        QCOMPARE(facts.maker, domain::Maker::FoundersEdition);
        const QString text = QString::fromStdString(v.file(0, "/etc/dgx-release"));
        QCOMPARE(text.contains(u'"'), form == 0 || form == 2);
    }

    void hp_writesItsReleaseFileUnquoted()
    {
        TrafficWorld v("star");
        QVERIFY(v.file(2, "/etc/dgx-release").find("DGX_NAME=DGX Spark\n") != std::string::npos);
        QCOMPARE(inventory(v, 2).versions.dgxOta, std::string("7.6.0"));
    }

    // What tells the four halves of one NIC from each other, and from those of other Sparks (facts 1.1, 1.3).
    void halves_haveTheNamesOfOneNic()
    {
        struct Row {
            const char *netdev, *device, *port;
            std::uint64_t fromFirst; // of its MAC and its GUID
        };
        constexpr Row rows[] = {{"enp1s0f0np0", "rocep1s0f0", "p0\n", 0}, {"enp1s0f1np1", "rocep1s0f1", "p1\n", 1},
            {"enP2p1s0f0np0", "roceP2p1s0f0", "p0\n", 4}, {"enP2p1s0f1np1", "roceP2p1s0f1", "p1\n", 5}};
        TrafficWorld v("pair");
        const auto number = [](const std::string &text, char between) {
            QString digits = QString::fromStdString(text).trimmed();
            digits.remove(QLatin1Char(between));
            return static_cast<std::uint64_t>(digits.toULongLong(nullptr, 16));
        };
        std::set<std::string> images;
        for (int spark = 0; spark < 2; ++spark) {
            const auto mac = [&](const Row &row) {
                return number(v.file(spark, "/sys/class/net/" + std::string(row.netdev) + "/address"), ':');
            };
            const auto guid = [&](const Row &row, const char *file) {
                return v.file(spark, kRdma + row.device + '/' + file);
            };
            const std::string image = guid(rows[0], "sys_image_guid");
            QVERIFY(images.insert(image).second);
            for (const Row &row : rows) {
                QCOMPARE(mac(row), mac(rows[0]) + row.fromFirst);
                QCOMPARE(number(guid(row, "node_guid"), ':'), number(image, ':') + row.fromFirst);
                QCOMPARE(guid(row, "sys_image_guid"), image);
                QCOMPARE(v.file(spark, "/sys/class/net/" + std::string(row.netdev) + "/phys_port_name"),
                    std::string(row.port));
            }
            QVERIFY(v.file(spark, "/proc/meminfo").find("MemTotal:       127000000 kB") != std::string::npos);
        }
    }

    void versions_areWhatTheParametersSay()
    {
        TrafficWorld v("pair");
        const auto before = inventory(v, 0).versions;
        v.world->adjustSpark(0, [](sim::SparkParameters &spark) {
            spark.software.kernel = "7.0.0-1019-nvidia";
            spark.software.driver = "580.178.04";
            spark.software.nicFirmware = "28.43.1000";
            spark.software.bios = "5.36_0ACUM018";
            spark.software.updates.push_back({"7.7.0", "Mi 11. Nov 12:00:00 CET 2026"});
            spark.memory.cmaTotalKb = 0;
        });
        const auto facts = inventory(v, 0);
        QCOMPARE(facts.versions.kernel, std::string("7.0.0-1019-nvidia"));
        QCOMPARE(facts.versions.driver, std::string("580.178.04"));
        QCOMPARE(facts.versions.bios, std::string("5.36_0ACUM018"));
        QCOMPARE(facts.versions.dgxOta, std::string("7.7.0"));
        QCOMPARE(facts.halves[0].firmware, std::string("28.43.1000"));
        QVERIFY(v.file(0, "/proc/meminfo").find("CmaTotal:               0 kB") != std::string::npos);
        QCOMPARE(inventory(v, 1).versions, before); // the other one is as it was
    }

    void pcieLink_showsWhatItIs_andCostsWhatItIs()
    {
        TrafficWorld v("pair");
        v.world->adjustSpark(1, [](sim::SparkParameters &spark) { spark.pcie[1].width = 2; });
        QCOMPARE(v.file(1, pci("0002:01:00.0", "current_link_width")), std::string("2\n"));
        QCOMPARE(v.file(1, pci("0002:01:00.1", "current_link_width")), std::string("2\n")); // both cages share the link
        QCOMPARE(v.file(1, pci("0000:01:00.0", "current_link_width")), std::string("4\n"));
        const auto slow = v.run(TrafficWorld::request(Kind::Rdma, {half(0, 'B')}));
        QVERIFY(slow.gbpsAverage > 53 && slow.gbpsAverage < 57);
        QVERIFY(QString::fromStdString(slow.limitedBy).contains(QStringLiteral("PCIe link B (32 GT/s x2) of spark-b")));
        QVERIFY(v.statistic(1, half(0, 'A'), "tx_global_pause") > 0); // the receiver could not follow
        QVERIFY(v.run(TrafficWorld::request(Kind::Rdma, {half(0, 'A')})).gbpsAverage > 105);
        v.world->adjustSpark(1, [](sim::SparkParameters &spark) {
            spark.pcie[1] = {.gigatransfers = 2.5, .width = 1, .aerCorrectable = 3, .aerNonFatal = 0, .aerFatal = 1};
        });
        QCOMPARE(v.file(1, pci("0002:01:00.0", "current_link_speed")), std::string("2.5 GT/s PCIe\n"));
        QVERIFY(v.file(1, pci("0002:01:00.0", "aer_dev_fatal")).find("TOTAL_ERR_FATAL 1\n") != std::string::npos);
    }

    void staleInitialisation_capsAllHalvesTogether_andShowsNothing()
    {
        TrafficWorld v("pair");
        v.world->adjustSpark(0, [](sim::SparkParameters &spark) { spark.nic.initialisationCapGbps = 13.3; });
        QVERIFY(near(v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage, 13.3));
        QVERIFY(near(v.run(TrafficWorld::request(Kind::Rdma, {half(0, 'A')})).gbpsAverage, 13.3));
        QVERIFY(near(v.run(TrafficWorld::request(Kind::Tcp)).gbpsAverage, 12.9));
        QCOMPARE(v.file(0, "/sys/class/net/enp1s0f0np0/speed"), std::string("200000\n"));
        QCOMPARE(v.file(0, pci("0000:01:00.0", "current_link_width")), std::string("4\n"));
    }

    void slowCpu_slowsTcpOnly()
    {
        TrafficWorld v("pair");
        v.world->adjustSpark(1, [](sim::SparkParameters &spark) { spark.processor.clock = 0.5; });
        QVERIFY(v.run(TrafficWorld::request(Kind::Tcp)).gbpsAverage < 95);
        QVERIFY(v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage > 190);
    }

    void halves_canBeDarkOrMissing()
    {
        TrafficWorld v("pair");
        v.world->adjustSpark(
            0, [](sim::SparkParameters &spark) { spark.half(half(0, 'B')).state = sim::HalfParameters::State::Dark; });
        QVERIFY(v.netdev(0, half(0, 'B')) && !v.carrier(0, half(0, 'B')) && v.carrier(0, half(0, 'A')));
        QVERIFY(v.carrier(1, half(0, 'B')));
        v.world->adjustSpark(0,
            [](sim::SparkParameters &spark) { spark.half(half(0, 'B')).state = sim::HalfParameters::State::Missing; });
        QVERIFY(!v.netdev(0, half(0, 'B')));
        QCOMPARE(inventory(v, 0).halves.size(), std::size_t(3));
        v.world->adjustSpark(0, [](sim::SparkParameters &spark) { spark = sim::SparkParameters(); });
        QCOMPARE(inventory(v, 0).halves.size(), std::size_t(4));
        QVERIFY(v.carrier(0, half(0, 'B')));
    }

    void brokenHotplug_takesTheNicAway()
    {
        TrafficWorld v("pair");
        const auto broken = [&](bool yes) {
            v.world->adjustSpark(0, [yes](sim::SparkParameters &spark) { spark.nic.hotplugBroken = yes; });
        };
        broken(true);
        v.loop.pass(seconds(6));
        QVERIFY(!v.spark(0).nicPresent() && v.spark(1).nicPresent() && !v.carrier(1, half(0, 'A')));
        broken(false);
        v.loop.pass(seconds(7));
        QVERIFY(v.spark(0).nicPresent() && v.carrier(0, half(0, 'B')) && v.carrier(1, half(0, 'A')));
    }

    void strayAddresses_shiftTheGids()
    {
        TrafficWorld v("pair");
        const auto gid = [&](int index) {
            return v.file(0, kRdma + "rocep1s0f0/ports/1/gids/" + std::to_string(index));
        };
        const std::string mapped = "0000:0000:0000:0000:0000:ffff:0a64:0001\n";
        QCOMPARE(gid(2), mapped);
        QCOMPARE(gid(3), mapped);
        // Each address gives a v1 and a v2 entry, and the first pair is the link-local one (facts 4.5).
        for (const int index : {0, 1, 2, 3}) {
            QCOMPARE(gid(index).starts_with("fe80:"), index < 2);
            QCOMPARE(v.file(0, kRdma + "rocep1s0f0/ports/1/gid_attrs/types/" + std::to_string(index)),
                std::string(index % 2 == 0 ? "IB/RoCE v1\n" : "RoCE v2\n"));
            QCOMPARE(v.file(0, kRdma + "rocep1s0f0/ports/1/gid_attrs/ndevs/" + std::to_string(index)),
                std::string("enp1s0f0np0\n"));
        }
        v.world->adjustSpark(0, [](sim::SparkParameters &spark) { spark.half(half(0, 'A')).strayGids = 1; });
        QVERIFY(gid(3).starts_with("fe80:") && gid(4) == mapped && gid(5) == mapped);
        QCOMPARE(inventory(v, 0).halves[0].gids, (std::vector<std::string>{"10.100.0.1"}));
    }

    void plugs_nameTheirCableAtBothEnds()
    {
        TrafficWorld v("pair2");
        const auto serial = [&](int spark, int cage) {
            const std::string bytes = sim::moduleEeprom(*v.world->cableAt(v.cage(spark, cage)));
            return bytes.substr(196, 16);
        };
        QCOMPARE(serial(0, 0), serial(1, 0));
        QVERIFY(serial(0, 0) != serial(0, 1));
        const std::string bytes = sim::moduleEeprom(*v.world->cableAt(v.cage(0, 0)));
        QCOMPARE(bytes.size(), std::size_t(256));
        QCOMPARE(bytes.substr(148, 16), std::string("Amphenol        "));
        QCOMPARE(bytes.substr(168, 16), std::string("NJAAKK-N911     "));
        unsigned sum = 0;
        for (std::size_t i = 128; i < 191; ++i)
            sum += static_cast<unsigned char>(bytes[i]);
        QCOMPARE(static_cast<unsigned char>(bytes[191]), static_cast<unsigned char>(sum));
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        QVERIFY(!v.world->cableAt(v.cage(0, 0)));
        QVERIFY(v.world->plug(v.cage(1, 0), v.cage(0, 0)).ok()); // the same cable, its other plug first
        QCOMPARE(serial(0, 0), bytes.substr(196, 16));
        TrafficWorld same("pair2"), other("pair2", 9000, 2);
        QCOMPARE(same.world->cableAt(same.cage(0, 1))->serial, v.world->cableAt(v.cage(0, 1))->serial);
        QVERIFY(other.world->cableAt(other.cage(0, 1))->serial != v.world->cableAt(v.cage(0, 1))->serial);
    }

    void badCable_losesFramesWithTraffic()
    {
        TrafficWorld v("pair");
        v.loop.pass(seconds(5));
        QCOMPARE(v.statistic(0, half(0, 'A'), "rx_pcs_symbol_err_phy"), std::uint64_t(0));
        const double clean = v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage;
        QCOMPARE(v.statistic(1, half(0, 'A'), "rx_crc_errors_phy"), std::uint64_t(0));
        QVERIFY(v.statistic(1, half(0, 'A'), "rx_corrected_bits_phy") > 0); // normal with FEC
        const auto errors = [&](double rate) {
            QVERIFY(
                v.world->adjustCable(v.cage(0, 0), [rate](sim::CableParameters &cable) { cable.bitErrorRate = rate; })
                    .ok());
        };
        errors(1.2e-3);
        const double dirty = v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage;
        QVERIFY2(dirty < clean * 0.98, qPrintable(QString::number(dirty)));
        QVERIFY(v.statistic(1, half(0, 'B'), "rx_crc_errors_phy") > 1000);
        QVERIFY(v.statistic(1, half(0, 'B'), "rx_pcs_symbol_err_phy") > 1000);
        QVERIFY(std::stoull(v.file(1, kRdma + "rocep1s0f0/ports/1/hw_counters/out_of_sequence")) > 1000);
        QVERIFY(std::stoull(v.file(0, kRdma + "rocep1s0f0/ports/1/hw_counters/packet_seq_err")) > 1000);
        errors(1e-10);
        const auto frozen = v.statistic(1, half(0, 'A'), "rx_crc_errors_phy");
        QVERIFY(near(v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage, clean, 0.02));
        QCOMPARE(v.statistic(1, half(0, 'A'), "rx_crc_errors_phy"), frozen);
    }

    void cableSpeed_isThatOfBothHalves()
    {
        TrafficWorld v("pair");
        QVERIFY(
            v.world->adjustCable(v.cage(1, 0), [](sim::CableParameters &cable) { cable.speedMbps = 100'000; }).ok());
        for (int spark = 0; spark < 2; ++spark)
            for (const char *name : {"enp1s0f0np0", "enP2p1s0f0np0"})
                QCOMPARE(v.file(spark, std::string("/sys/class/net/") + name + "/speed"), std::string("100000\n"));
        QVERIFY(near(v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage, 98, 0.02));
        QVERIFY(v.world
                    ->adjustCable(v.cage(0, 0),
                        [](sim::CableParameters &cable) {
                            cable.speedMbps = 200'000;
                            cable.limitGbps = 25;
                        })
                    .ok());
        QCOMPARE(v.file(0, "/sys/class/net/enp1s0f0np0/speed"), std::string("200000\n"));
        QVERIFY(v.run(TrafficWorld::request(Kind::Rdma)).gbpsAverage < 25);
    }

    void switchPorts_haveSettingsOfTheirOwn()
    {
        TrafficWorld v("star");
        const auto port = [&](const std::function<void(sim::SwitchPortParameters &)> &change) {
            QVERIFY(v.world->adjustPort(v.cage(1, 0), change).ok());
        };
        const auto rdma = TrafficWorld::request(Kind::Rdma);
        QVERIFY(near(v.run(rdma).gbpsAverage, 196));
        port([](auto &p) { p.mtu = 1500; });
        QVERIFY(QString::fromStdString(v.run(rdma).problem).contains(QStringLiteral("a switch port carries 1500")));
        auto elsewhere = rdma;
        elsewhere.sparks = {2, 3};
        QVERIFY(near(v.run(elsewhere).gbpsAverage, 196)); // the other ports are as they were
        port([](auto &p) { p = {.speedMbps = 100'000}; });
        QVERIFY(near(v.run(rdma).gbpsAverage, 98, 0.02));
        QCOMPARE(v.file(1, "/sys/class/net/enp1s0f0np0/speed"), std::string("100000\n"));
        port([](auto &p) { p = {.hardwareOffload = false}; });
        QVERIFY(v.run(rdma).gbpsAverage <= 2 * sim::physics::kSwitchCpuGbps);
        port([](auto &p) { p = {.bridged = false}; });
        QVERIFY(v.carrier(1, half(0, 'A')) && !v.run(rdma).problem.empty());
        port([](auto &p) { p = {.fec = sim::Fec::None}; });
        QVERIFY(!v.carrier(1, half(0, 'A')) && v.carrier(0, half(0, 'A')));
        port([](auto &p) { p = {}; });
        QVERIFY(v.carrier(1, half(0, 'A')) && near(v.run(rdma).gbpsAverage, 196));
        QVERIFY(!v.world->portAt(v.cage(1, 1)) && !v.world->adjustPort(v.cage(1, 1), [](auto &) {}).ok());
    }

    // Two senders into one port: with PFC and ECN they are told, without it packets are lost.
    void incast_isSeenInTheCounters()
    {
        TrafficWorld v("star");
        const auto squeeze = [&] {
            for (const int sender : {0, 2}) {
                auto request = TrafficWorld::request(Kind::Rdma);
                request.sparks = {sender, 1};
                QVERIFY(v.world->flows().start(request).ok());
            }
            v.loop.pass(seconds(11));
        };
        const std::string folder = kRdma + "rocep1s0f0/ports/1/hw_counters/";
        squeeze();
        QVERIFY(std::stoull(v.file(1, folder + "out_of_sequence")) > 0);
        QCOMPARE(v.file(1, folder + "np_cnp_sent"), std::string("0\n"));
        QVERIFY(v.world->adjustPort(v.cage(1, 0), [](auto &port) { port.pfc = true; }).ok());
        const std::string lost = v.file(1, folder + "out_of_sequence");
        squeeze();
        QCOMPARE(v.file(1, folder + "out_of_sequence"), lost);
        QVERIFY(std::stoull(v.file(1, folder + "np_cnp_sent")) > 0);
        QVERIFY(std::stoull(v.file(0, folder + "rp_cnp_handled")) > 0);
        QVERIFY(v.statistic(0, half(0, 'A'), "rx_global_pause") > 0);
    }
};

QTEST_APPLESS_MAIN(TestHardware)
#include "tst_sim_hardware.moc"
