// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/environment.h"

#include <algorithm>
#endif

#include <QProcess>
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
