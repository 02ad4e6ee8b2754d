// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/foreignprofiles.h"
#include "domain/plan/keyfile.h"
#include "domain/plan/render.h"
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

const char kStart[] = "network:\n  version: 2\n  ethernets:\n";

// A Spark whose cage 0 is to be configured; cage 1 is dark.
SparkFacts spark(Renderer renderer = Renderer::Networkd)
{
    std::vector<SparkFacts> sparks = makeSparks(1);
    light(sparks, cage(sparks, 0, 0));
    sparks[0].renderer = renderer;
    return sparks[0];
}

std::vector<HalfConfig> wanted()
{
    return {{{CageIndex::Zero, Side::A}, "enp1s0f0np0", *Ipv4Interface::parse("10.100.0.1/24"), 9000},
        {{CageIndex::Zero, Side::B}, "enP2p1s0f0np0", *Ipv4Interface::parse("10.100.1.1/24"), 9000}};
}

std::string definition(const char *id, const char *body = "dhcp4: false")
{
    return std::string("    ") + id + ":\n      " + body + '\n';
}

} // namespace

class TestForeignFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verdict_data();
    void verdict();
    void sameNameInRunHidesEtc();
    void patternUnderNetworkManagerIsAWarning();
    void pluggedHalfOutsideThePlanIsKept();
    void messagesNameFileAndLine();
    void ourFileAndOthersAreIgnored();
    void profile_data();
    void profile();
    void profile_besideAnotherFile();
    void profile_ofABondGoesWithItsPorts();
    void profilePaths();
    void brokenProfiles();
};

void TestForeignFiles::verdict_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result"); // "", "take" (all of it), "cut" (its halves), or the id of the error
    const auto row = [](const char *name, const std::string &text, const char *result) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(result);
    };
    const std::string start = kStart;
    row("only our halves",
        start + definition("enp1s0f0np0", "addresses: [192.168.100.10/24]") + definition("enP2p1s0f0np0"), "take");
    row("all four, the others dark",
        start + definition("enp1s0f0np0") + definition("enp1s0f1np1") + definition("enP2p1s0f1np1"), "take");
    row("only dark halves", start + definition("enp1s0f1np1"), "");
    row("only the management", start + definition("enP7s7", "dhcp4: true"), "");
    row("with the management", start + definition("enp1s0f0np0") + definition("enP7s7", "dhcp4: true"), "cut");
    row("with the renderer of all", "network:\n  renderer: NetworkManager\n  ethernets:\n" + definition("enp1s0f0np0"),
        "cut");
    row("by MAC", start + "    fabric:\n      match:\n        macaddress: 4c:bb:47:00:01:00\n      mtu: 9000\n",
        "take");
    row("by MAC, upper case", start + "    fabric:\n      match: \n        macaddress: \"4C:BB:47:00:01:04\"\n",
        "take");
    row("by exact name", start + "    x:\n      match:\n        name: enp1s0f0np0\n", "take");
    row("by a pattern for halves only", start + "    x:\n      match:\n        name: enp1s0f*\n", "take");
    row("by a pattern for all", start + "    x:\n      match:\n        name: en*\n", "plan.foreign-pattern");
    row("by an empty match", start + "    x:\n      match: {}\n      dhcp4: true\n", "plan.foreign-pattern");
    row("by driver", start + "    x:\n      match:\n        driver: mlx5*\n", "take");
    row("by another driver", start + "    x:\n      match:\n        driver: r8127\n", "");
    row("id is a half's name, but matches another", start + "    enp1s0f0np0:\n      match:\n        name: wlan0\n",
        "");
    row("renamed to a half's name",
        start + "    x:\n      match:\n        macaddress: 02:00:00:00:00:09\n      set-name: enp1s0f0np0\n",
        "plan.foreign-uses-half");
    const std::string bond = "network:\n  bonds:\n    bond0:\n      addresses: [10.8.8.1/24]\n      interfaces:\n";
    const std::string ports = "        - enp1s0f0np0\n        - enP2p1s0f0np0\n";
    row("in a bond", bond + ports, "take");
    row("in a bond, with the management", bond + ports + "  ethernets:\n" + definition("enP7s7", "dhcp4: true"), "cut");
    row("in a bond, flow style", "network:\n  bonds:\n    b: {interfaces: [enp1s0f0np0]}\n", "plan.foreign-uses-half");
    row("in a bond, dark ones too", bond + ports + "        - enp1s0f1np1\n", "take");
    row("in a bond with the management", bond + ports + "        - enP7s7\n", "plan.foreign-uses-half");
    row("in a bond under a VLAN", bond + ports + "  vlans:\n    v7:\n      id: 7\n      link: bond0\n",
        "plan.foreign-uses-half");
    const std::string byMac = "  ethernets:\n    fast:\n      match:\n        macaddress: 4c:bb:47:00:01:00\n";
    row("in a bond, by an id", bond + "        - fast\n" + byMac, "take");
    row("in a bond with another, by an id", bond + "        - fast\n        - eth9\n" + byMac,
        "plan.foreign-uses-half");
    row("in a bridge", "network:\n  bridges:\n    br0: {interfaces: [enp1s0f0np0], dhcp4: true}\n",
        "plan.foreign-uses-half");
    row("under a VLAN", "network:\n  vlans:\n    v7:\n      id: 7\n      link: enp1s0f0np0\n",
        "plan.foreign-uses-half");
    row("bond of others", "network:\n  bonds:\n    bond0:\n      interfaces: [eth0, eth1]\n", "");
    row("not understood, names a half", "network: {ethernets: {enp1s0f0np0: {dhcp4: true}}}\n", "take");
    row("not understood, names a half and the management",
        "network: {ethernets: {enp1s0f0np0: {dhcp4: true}, enP7s7: {dhcp4: true}}}\n", "plan.foreign-not-understood");
    row("not understood, names a half and Wi-Fi", "network: {wifis: {w: {}}, ethernets: {enp1s0f0np0: {}}}\n",
        "plan.foreign-not-understood");
    row("not understood, names its MAC", "network: {ethernets: {x: {match: {macaddress: \"4C:BB:47:00:01:00\"}}}}\n",
        "plan.foreign-not-understood");
    row("broken, about a half outside the plan", "network:\n  ethernets:\n    enp1s0f1np1:\n\t\tdhcp4: true\n",
        "plan.foreign-not-understood");
    row("broken", "network:\n  ethernets:\n    enp1s0f0np0:\n\t\tdhcp4: true\n", "take");
    row("not understood, names neither", "network: {ethernets: {eth0: {dhcp4: true}}}\n", "");
    row("named in a comment", "network:\n  # enp1s0f0np0 is done by hand\n  version: 2\n", "");
    row("empty", "", "");
}

void TestForeignFiles::verdict()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, result);
    const std::vector<NetplanText> files = {{"/etc/netplan/40-cx7.yaml", text.toStdString()}};
    const auto read = readForeignFiles(spark(), wanted(), files);
    if (!read) {
        QCOMPARE(read.error().message.id, result.toStdString());
        QVERIFY(read.error().kind == base::ErrorKind::Refused);
        return;
    }
    if (read->takeOver.empty()) {
        QCOMPARE(QByteArray(), result);
        return;
    }
    QCOMPARE(QByteArray(read->takeOver[0].rest.empty() ? "take" : "cut"), result);
    QVERIFY(read->takeOver.size() == 1 && read->takeOver[0].file == files[0] && !read->takeOver[0].reason.empty());
}

void TestForeignFiles::sameNameInRunHidesEtc()
{
    const std::string takes = kStart + definition("enp1s0f0np0");
    const std::vector<NetplanText> hidden = {
        {"/etc/netplan/40-cx7.yaml", takes}, {"/run/netplan/40-cx7.yaml", ""}, {"/lib/netplan/40-cx7.yaml", takes}};
    QVERIFY(readForeignFiles(spark(), wanted(), hidden)->takeOver.empty());
    const std::vector<NetplanText> elsewhere = {{"/run/netplan/50-x.yaml", takes}};
    QCOMPARE(
        readForeignFiles(spark(), wanted(), elsewhere).error().message.id, std::string("plan.foreign-outside-etc"));
}

// NetworkManager activates a profile per interface: a general one does not win over ours.
void TestForeignFiles::patternUnderNetworkManagerIsAWarning()
{
    const std::vector<NetplanText> files = {
        {"/etc/netplan/90-NM-1.yaml", std::string(kStart) + "    NM-1:\n      match: {}\n      dhcp4: true\n"}};
    const auto read = readForeignFiles(spark(Renderer::NetworkManager), wanted(), files);
    QVERIFY(read.ok() && read->takeOver.empty());
    QCOMPARE(read->warnings.size(), std::size_t(1));
    QCOMPARE(read->warnings[0].id, std::string("plan.foreign-generic"));
}

void TestForeignFiles::pluggedHalfOutsideThePlanIsKept()
{
    const std::vector<NetplanText> files = {{"/etc/netplan/40-cx7.yaml",
        kStart + definition("enp1s0f0np0") + definition("enp1s0f1np1", "addresses: [192.168.5.1/24]")}};
    SparkFacts facts = spark();
    auto read = readForeignFiles(facts, wanted(), files);
    QVERIFY(read.ok() && read->takeOver.size() == 1);
    QCOMPARE(read->warnings.at(0).id, std::string("plan.foreign-drops-half"));
    facts.halves[2].carrier = true; // storage, for instance
    read = readForeignFiles(facts, wanted(), files);
    QCOMPARE(read.error().message.id, std::string("plan.foreign-other-half"));
}

void TestForeignFiles::messagesNameFileAndLine()
{
    const std::vector<NetplanText> files = {{"/etc/netplan/a.yaml",
        "network:\n  version: 2\n  bonds:\n    bond0:\n      interfaces: [enp1s0f0np0, eth9]\n"}};
    const auto arguments = readForeignFiles(spark(), wanted(), files).error().message.arguments;
    QCOMPARE(std::get<std::string>(arguments.at("file")), std::string("/etc/netplan/a.yaml"));
    QCOMPARE(std::get<std::int64_t>(arguments.at("line")), std::int64_t(4));
    QCOMPARE(std::get<std::string>(arguments.at("definition")), std::string("bond0"));
}

void TestForeignFiles::ourFileAndOthersAreIgnored()
{
    const std::vector<NetplanText> files = {{std::string(kNetplanPath), renderNetplan(wanted())},
        {std::string(kNetplanRunPath), renderNetplan(wanted())},
        {"/etc/netplan/99-nvidia-sync-cluster.yaml.sync-disabled-1", kStart + definition("enp1s0f0np0")},
        {"/etc/netplan/.40-cx7.yaml", kStart + definition("enp1s0f0np0")}}; // glob(3) leaves it out
    const auto read = readForeignFiles(spark(), wanted(), files);
    QVERIFY(read.ok() && read->takeOver.empty() && read->warnings.empty());
}

namespace {

const std::string kProfile = std::string(kKeyfileFolder) + "Wired connection 1.nmconnection";
// What the plan wants, as NetworkManager itself would write it.
const std::string kRight =
    "[connection]\nid=fabric\nuuid=6f1bcf32-1\ntype=ethernet\ninterface-name=enp1s0f0np0\n\n[ethernet]\nmtu=9000\n\n"
    "[ipv4]\naddress1=10.100.0.1/24\nmethod=manual\n\n[ipv6]\naddr-gen-mode=default\nmethod=disabled\n\n[proxy]\n";

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    const std::size_t at = text.find(what);
    if (at == std::string::npos)
        qFatal("%s is not in the profile", what.c_str());
    return text.replace(at, what.size(), by);
}

base::Result<ForeignFiles> readProfiles(const std::vector<NetplanText> &files)
{
    const SparkFacts facts = spark(Renderer::NetworkManager);
    auto found = readForeignFiles(facts, wanted(), files);
    if (found)
        if (const auto added = addForeignProfiles(*found, facts, wanted(), files); !added)
            return added.error();
    return found;
}

} // namespace

void TestForeignFiles::profile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result"); // "" stays, "adopted", or the id of the reason or of the error
    const auto row = [](const char *name, const std::string &text, const char *result) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(result);
    };
    const std::string automatic = "[connection]\nid=Wired connection 1\ntype=ethernet\n";
    row("right", kRight, "adopted");
    row("right, by MAC in capitals",
        replaced(replaced(kRight, "interface-name=enp1s0f0np0\n", ""), "mtu=9000\n",
            "mac-address=4C:BB:47:00:01:00\nmtu=9000\n"),
        "adopted");
    row("right, in earlier words",
        replaced(replaced(kRight, "type=ethernet", "type=802-3-ethernet"), "[ethernet]", "[802-3-ethernet]"),
        "adopted");
    row("automatic", automatic + "interface-name=enp1s0f0np0\n", "plan.foreign-dhcp-reason");
    row("automatic, named by a person", automatic + "interface-name=enp1s0f0np0\n[ipv4]\nmethod=auto\n",
        "plan.foreign-dhcp-reason");
    row("another address", replaced(kRight, "10.100.0.1", "10.9.9.1"), "plan.foreign-address-reason");
    row("with a gateway", replaced(kRight, "1/24", "1/24,10.100.0.254"), "plan.foreign-address-reason");
    row("another MTU", replaced(kRight, "mtu=9000", "mtu=1500"), "plan.foreign-mtu-reason");
    row("no MTU", replaced(kRight, "mtu=9000\n", ""), "plan.foreign-mtu-reason");
    row("IPv6", replaced(kRight, "method=disabled", "method=auto"), "plan.foreign-ipv6-reason");
    row("a second address", replaced(kRight, "method=manual", "address2=10.9.9.1/24\nmethod=manual"),
        "plan.foreign-more-reason");
    row("a route", replaced(kRight, "method=manual", "route1=10.9.0.0/16\nmethod=manual"), "plan.foreign-more-reason");
    row("shared", replaced(kRight, "method=manual", "method=shared"), "plan.foreign-reason");
    row("brought up by hand", replaced(kRight, "[ethernet]", "autoconnect=false\n[ethernet]"), "");
    row("of the management", automatic + "interface-name=enP7s7\n", "");
    row("of any card", automatic, "");
    row("of another card of that name", replaced(kRight, "mtu=9000", "mac-address=00:00:00:00:00:09\nmtu=9000"), "");
    row("Wi-Fi", "[connection]\ntype=wifi\ninterface-name=wlP9s9\n[wifi-security]\npsk=secret\n", "");
    row("with a secret", kRight + "[802-1x]\npassword=secret\n", "");
    row("a half that is not planned", replaced(kRight, "enp1s0f0np0", "enp1s0f1np1"), "");
    row("port of a bond", replaced(kRight, "[ethernet]", "master=bond0\nslave-type=bond\n[ethernet]"),
        "plan.foreign-port");
    row("port of a bridge", replaced(kRight, "[ethernet]", "controller=br0\nport-type=bridge\n[ethernet]"),
        "plan.foreign-port");
}

void TestForeignFiles::profile()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, result);
    const std::vector<NetplanText> files = {{kProfile, text.toStdString()}};
    const auto read = readProfiles(files);
    if (!read) {
        QCOMPARE(QByteArray::fromStdString(read.error().message.id), result);
    } else if (!read->takeOver.empty()) {
        QCOMPARE(QByteArray::fromStdString(read->takeOver[0].reason.id), result);
        QVERIFY(read->takeOver.size() == 1 && read->takeOver[0].file == files[0] && read->takeOver[0].rest.empty());
        QVERIFY(read->adopted.empty());
    } else {
        QCOMPARE(QByteArray(read->adopted.empty() ? "" : "adopted"), result);
    }
}

// Two that are right are one too many: NetworkManager would take either.
void TestForeignFiles::profile_besideAnotherFile()
{
    const std::string yaml =
        kStart + definition("enp1s0f0np0", "addresses: [10.100.0.1/24]\n      mtu: 9000\n      link-local: []");
    const auto read = readProfiles({{"/etc/netplan/98-x.yaml", yaml}, {kProfile, kRight}});
    QVERIFY(read.ok());
    QCOMPARE(read->adopted.size(), std::size_t(1));
    QCOMPARE(read->adopted[0].path, std::string("/etc/netplan/98-x.yaml"));
    QCOMPARE(read->takeOver.at(0).reason.id, std::string("plan.foreign-profile-twice-reason"));
}

void TestForeignFiles::profile_ofABondGoesWithItsPorts()
{
    const std::string folder(kKeyfileFolder);
    const auto port = [&](const char *netdev, const char *controller) {
        return NetplanText{folder + netdev + ".nmconnection",
            std::string("[connection]\ntype=ethernet\ninterface-name=") + netdev + "\n" + controller + '\n'};
    };
    const NetplanText bond{
        folder + "fast.nmconnection", "[connection]\nid=fast\nuuid=u1\ntype=bond\ninterface-name=bond0\n"};
    const std::vector<NetplanText> files = {port("enP2p1s0f0np0", "master=bond0"), port("enp1s0f0np0", "controller=u1"),
        port("enp1s0f1np1", "controller=fast"), bond};
    SparkFacts facts = spark(Renderer::NetworkManager);
    const auto judged = [&](const std::vector<NetplanText> &all) {
        ForeignFiles found;
        const auto added = addForeignProfiles(found, facts, wanted(), all);
        return added ? base::Result<ForeignFiles>(found) : base::Result<ForeignFiles>(added.error());
    };
    const auto taken = judged(files);
    QVERIFY(taken.ok());
    QCOMPARE(taken->takeOver.size(), files.size()); // the dark half's, too
    for (const TakeOver &one : taken->takeOver)
        QVERIFY(one.reason.id == "plan.foreign-bond-reason" && one.rest.empty());
    QCOMPARE(
        judged({files[1]}).error().message.id, std::string("plan.foreign-port")); // the agent kept the bond to itself
    facts.managementInterface = "bond0";
    QCOMPARE(judged(files).error().message.id, std::string("plan.management-on-half"));
    facts.managementInterface.clear();
    facts.halves[2].carrier = true; // what the bond carries beside the plan would be cut off
    QCOMPARE(judged(files).error().message.id, std::string("plan.foreign-other-half"));
}

void TestForeignFiles::profilePaths()
{
    const std::string folder(kKeyfileFolder);
    for (const char *name : {"fabric.nmconnection", "Wired connection 12.nmconnection", "f\xc3\xbcr.nmconnection"})
        QVERIFY2(isKeyfilePath(folder + name), name);
    for (const char *name : {".hidden.nmconnection", "fabric", "../x.nmconnection", "a/b.nmconnection", ".nmconnection",
             "a\n.nmconnection", ""})
        QVERIFY2(!isKeyfilePath(folder + name), name);
    QVERIFY(!isKeyfilePath("/etc/netplan/x.nmconnection"));
}

void TestForeignFiles::brokenProfiles()
{
    for (const std::string &text :
        {std::string("id=x\n"), std::string("[connection\nid=x\n"), std::string("[a]\nword\n"),
            std::string("[a]\n=x\n"), std::string("[]\n"), '#' + std::string(kMostKeyfile, 'x')})
        QVERIFY(!readKeyfile(text));
    std::string many = "[a]\n";
    for (int i = 0; i < 600; ++i)
        many += 'k' + std::to_string(i) + "=1\n";
    QVERIFY(!readKeyfile(many));
    const auto read = readKeyfile("# by hand\r\n\n[ a ]\n[a]\nk = 1\nk=2=3\n");
    QVERIFY(read);
    QCOMPARE(read->value("a", "k"), std::string("2=3"));
    QVERIFY(readProfiles({{kProfile, "id=x\n"}})->takeOver.empty()); // NetworkManager does not read it either
}

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
