// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/foreignfiles.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/netplanscan.h"

#include <algorithm>
#include <map>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

using Addresses = std::map<std::string, std::string>; // netdev, address

// A Spark where the halves of these names have links and addresses.
SparkFacts sparkWith(const Addresses &addresses)
{
    SparkFacts facts = makeSparks(1)[0];
    for (HalfFacts &half : facts.halves)
        if (const auto found = addresses.find(half.netdev); found != addresses.end()) {
            half.carrier = half.adminUp = true;
            half.addresses = {*Ipv4Interface::parse(found->second)};
        }
    return facts;
}

std::vector<HalfConfig> configOf(const SparkFacts &facts, const Addresses &addresses, int mtu)
{
    std::vector<HalfConfig> config;
    for (const HalfFacts &half : facts.halves)
        if (const auto found = addresses.find(half.netdev); found != addresses.end())
            config.push_back({half.id, half.netdev, *Ipv4Interface::parse(found->second), mtu});
    return config;
}

// In the style of NVIDIA's playbooks; extra goes into every definition.
std::string cx7File(const Addresses &addresses, const std::string &extra = {})
{
    std::string text = "network:\n  version: 2\n  ethernets:\n";
    for (const auto &[netdev, address] : addresses)
        text += "    " + netdev + ":\n      dhcp4: no\n      addresses:\n        - " + address + '\n' + extra;
    return text;
}

struct PublishedPlan {
    const char *name;
    std::vector<Addresses> nodes;
};

// The addresses that NVIDIA's playbooks give (connect-two-sparks, performance guide, connect-three-sparks, switch).
std::vector<PublishedPlan> publishedPlans()
{
    return {{"pair, cage 1",
                {{{"enp1s0f1np1", "192.168.100.10/24"}, {"enP2p1s0f1np1", "192.168.101.10/24"}},
                    {{"enp1s0f1np1", "192.168.100.11/24"}, {"enP2p1s0f1np1", "192.168.101.11/24"}}}},
        {"pair, cage 0",
            {{{"enp1s0f0np0", "192.168.200.12/24"}, {"enP2p1s0f0np0", "192.168.201.12/24"}},
                {{"enp1s0f0np0", "192.168.200.13/24"}, {"enP2p1s0f0np0", "192.168.201.13/24"}}}},
        {"ring of three",
            {{{"enp1s0f0np0", "192.168.0.1/24"}, {"enP2p1s0f0np0", "192.168.1.1/24"}, {"enp1s0f1np1", "192.168.2.1/24"},
                 {"enP2p1s0f1np1", "192.168.3.1/24"}},
                {{"enp1s0f0np0", "192.168.4.1/24"}, {"enP2p1s0f0np0", "192.168.5.1/24"},
                    {"enp1s0f1np1", "192.168.0.2/24"}, {"enP2p1s0f1np1", "192.168.1.2/24"}},
                {{"enp1s0f0np0", "192.168.2.2/24"}, {"enP2p1s0f0np0", "192.168.3.2/24"},
                    {"enp1s0f1np1", "192.168.4.2/24"}, {"enP2p1s0f1np1", "192.168.5.2/24"}}}},
        {"switch",
            {{{"enp1s0f1np1", "192.168.100.1/24"}, {"enP2p1s0f1np1", "192.168.101.1/24"}},
                {{"enp1s0f1np1", "192.168.100.2/24"}, {"enP2p1s0f1np1", "192.168.101.2/24"}},
                {{"enp1s0f1np1", "192.168.100.3/24"}, {"enP2p1s0f1np1", "192.168.101.3/24"}},
                {{"enp1s0f1np1", "192.168.100.4/24"}, {"enP2p1s0f1np1", "192.168.101.4/24"}}}}};
}

std::string reasonOf(const SparkFacts &facts, const std::vector<HalfConfig> &wanted, std::vector<NetplanText> files)
{
    const auto read = readForeignFiles(facts, wanted, files);
    if (!read)
        return read.error().message.id;
    return read->takeOver.empty() ? (read->adopted.empty() ? "nothing" : "adopted") : read->takeOver[0].reason.id;
}

// A random netplan file: definitions of halves between definitions of others, with comments, blank lines, odd indents,
// flow style, lists at the indent of their key and values over several lines.
struct RandomFile {
    std::string text;
    std::string others; // the lines that are not about a half
    int halves = 0;     // definitions that go: of halves, and of a bond of them
    int bonds = 0;      // of those
};

class FileMaker {
public:
    FileMaker(Dice &dice, const SparkFacts &facts) : m_dice(dice), m_facts(facts) {}

    RandomFile make()
    {
        m_file = {};
        m_indent = 1 + m_dice.below(4);
        m_newline = m_dice.chance(15) ? "\r\n" : "\n";
        noise();
        other("network:");
        if (m_dice.chance(80))
            other(pad(1) + "version: 2");
        if (m_dice.chance(40))
            other(pad(1) + "renderer: networkd   # all");
        ethernets();
        if (m_dice.chance(50))
            bonds();
        if (m_dice.chance(50))
            otherSection();
        if (m_dice.chance(20)) { // no newline at the end
            m_file.text.resize(m_file.text.size() - m_newline.size());
            if (m_lastIsOther)
                m_file.others.resize(m_file.others.size() - m_newline.size());
        }
        return m_file;
    }

private:
    std::string pad(int level) const { return std::string(static_cast<std::size_t>(level * m_indent), ' '); }
    void line(const std::string &text)
    {
        m_file.text += text + m_newline;
        m_lastIsOther = false;
    }
    void other(const std::string &text)
    {
        line(text);
        m_file.others += text + m_newline;
        m_lastIsOther = true;
    }
    void noise()
    {
        while (m_dice.chance(25))
            other(m_dice.chance(50) ? std::string() : pad(m_dice.below(3)) + "# enp1s0f0np0: not configured here");
    }

    void ethernets()
    {
        const int count = 1 + m_dice.below(6);
        std::vector<int> kinds; // 0..3 a half, 4.. something else
        for (int i = 0; i < count; ++i)
            kinds.push_back(m_dice.below(8));
        std::sort(kinds.begin(), kinds.end());
        kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
        m_dice.shuffle(kinds);
        const bool onlyHalves = std::all_of(kinds.begin(), kinds.end(), [](int kind) { return kind < 4; });
        onlyHalves ? line(pad(1) + "ethernets:") : other(pad(1) + "ethernets:");
        for (const int kind : kinds) {
            noise();
            kind < 4 ? half(m_facts.halves[static_cast<std::size_t>(kind)]) : stranger(kind);
        }
        noise();
    }

    // In any of the forms that people write.
    void half(const HalfFacts &facts)
    {
        ++m_file.halves;
        const std::string head = pad(2);
        switch (m_dice.below(4)) {
        case 0:
            line(head + facts.netdev + ": {dhcp4: true,");
            line(head + "   addresses: [10.0.0.1/24]}");
            return;
        case 1:
            line(head + "fabric" + std::to_string(m_file.halves) + ":");
            line(pad(3) + "match:");
            line(pad(4) + "macaddress: \"" + facts.mac.toString() + '"');
            break;
        case 2: line(head + '"' + facts.netdev + "\": # quoted"); break;
        default: line(head + facts.netdev + ":"); break;
        }
        line(pad(3) + "dhcp4: no");
        if (m_dice.chance(50)) {
            line("");
            line(pad(3) + "# a remark about this half");
        }
        line(pad(3) + "addresses:");
        const bool deep = m_dice.chance(50);
        line(pad(deep ? 4 : 3) + "- 10.0.0.1/24");
        if (m_dice.chance(30)) {
            line(pad(3) + "nameservers:");
            line(pad(4) + "search: [a,");
            line(pad(4) + "  b]");
        }
    }

    void stranger(int kind)
    {
        static const std::vector<std::string> kNames = {"enP7s7", "eth9", "usb0", "enx001122334455"};
        other(pad(2) + kNames[static_cast<std::size_t>(kind - 4)] + ":");
        other(pad(3) + "dhcp4: true" + (m_dice.chance(30) ? "   " : ""));
        if (m_dice.chance(50)) {
            other(pad(3) + "routes:");
            other(pad(3) + "- to: default");
            other(pad(3) + "  via: 192.168.77.1");
        }
    }

    // One of our halves, one of others, or both, in either order.
    void bonds()
    {
        const bool ours = m_dice.chance(60), theirs = !ours || m_dice.chance(50), oursFirst = m_dice.chance(50);
        theirs ? other(pad(1) + "bonds:") : line(pad(1) + "bonds:");
        if (ours && oursFirst)
            ourBond();
        if (theirs) {
            other(pad(2) + "bond9:");
            other(pad(3) + "interfaces: [eth7, \"eth8\"] # not enp1s0f0np0");
        }
        if (ours && !oursFirst)
            ourBond();
    }

    void ourBond()
    {
        ++m_file.halves;
        ++m_file.bonds;
        line(pad(2) + "bond0:");
        line(pad(3) + "addresses: [10.8.8.1/24]");
        const std::string &a = m_facts.halves[0].netdev, &b = m_facts.halves[2].netdev;
        if (m_dice.chance(50)) {
            line(pad(3) + "interfaces: [" + a + ", '" + b + "']");
        } else {
            line(pad(3) + "interfaces:");
            const int level = m_dice.chance(50) ? 4 : 3;
            line(pad(level) + "- " + a);
            line(pad(level) + "- \"" + b + '"');
        }
        if (m_dice.chance(50)) {
            line(pad(3) + "parameters:");
            line(pad(4) + "mode: balance-xor");
        }
    }

    void otherSection()
    {
        other(pad(1) + "wifis:");
        other(pad(2) + "wlP9s9:");
        other(pad(3) + "access-points:");
        other(pad(4) + "\"enp1s0f0np0: the net\":");
        other(pad(5) + "password: \"not # a comment\"");
        noise();
    }

    Dice &m_dice;
    const SparkFacts &m_facts;
    RandomFile m_file;
    int m_indent = 2;
    bool m_lastIsOther = false;
    std::string m_newline;
};

} // namespace

class TestForeignCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedPlansAreUnderstood();
    void rightOnesAreAdopted_data();
    void rightOnesAreAdopted();
    void oneSubnetForBothHalves();
    void whatOthersConfigureStaysByteForByte();
};

// Taken over for what they leave open, with their addresses; adopted as soon as MTU and IPv6 are settled in them.
void TestForeignCut::publishedPlansAreUnderstood()
{
    for (const PublishedPlan &plan : publishedPlans()) {
        for (const Addresses &node : plan.nodes) {
            const SparkFacts facts = sparkWith(node);
            const std::string path = "/etc/netplan/40-cx7.yaml";
            const auto jumbo = configOf(facts, node, 9000), standard = configOf(facts, node, 1500);
            QCOMPARE(reasonOf(facts, jumbo, {{path, cx7File(node)}}), std::string("plan.foreign-mtu-reason"));
            QCOMPARE(reasonOf(facts, standard, {{path, cx7File(node)}}), std::string("plan.foreign-ipv6-reason"));
            QCOMPARE(
                reasonOf(facts, standard, {{path, cx7File(node, "      link-local: []\n")}}), std::string("adopted"));
            QCOMPARE(reasonOf(facts, jumbo, {{path, cx7File(node, "      mtu: 9000\n      link-local: [ ]\n")}}),
                std::string("adopted"));
        }
    }
}

void TestForeignCut::rightOnesAreAdopted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *body, const char *reason) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(reason);
    };
    // The community script writes it like this (98-spark-vllm-docker.yaml).
    row("right", "dhcp4: no\n      dhcp6: no\n      link-local: []\n      mtu: 9000\n      addresses: [10.9.1.1/24]",
        "adopted");
    row("right, quoted", "mtu: \"9000\"\n      link-local: [ ]\n      addresses:\n      - \"10.9.1.1/24\"", "adopted");
    row("right, by MAC",
        "match:\n        macaddress: 4C:BB:47:00:01:00\n      set-name: enp1s0f0np0\n      link-local: []\n      mtu: "
        "9000\n      addresses: [10.9.1.1/24]",
        "adopted");
    row("another address", "mtu: 9000\n      link-local: []\n      addresses: [10.9.1.7/24]",
        "plan.foreign-address-reason");
    row("two addresses", "mtu: 9000\n      link-local: []\n      addresses: [10.9.1.1/24, 10.9.7.1/24]",
        "plan.foreign-address-reason");
    row("an address with settings",
        "mtu: 9000\n      link-local: []\n      addresses:\n        - 10.9.1.1/24:\n"
        "            label: x",
        "plan.foreign-address-reason");
    row("another length", "mtu: 9000\n      link-local: []\n      addresses: [10.9.1.1/16]",
        "plan.foreign-address-reason");
    row("DHCP", "dhcp4: true\n      mtu: 9000\n      link-local: []\n      addresses: [10.9.1.1/24]",
        "plan.foreign-dhcp-reason");
    row("no MTU", "link-local: []\n      addresses: [10.9.1.1/24]", "plan.foreign-mtu-reason");
    row("IPv4 link-local", "mtu: 9000\n      link-local: [ipv4]\n      addresses: [10.9.1.1/24]",
        "plan.foreign-ipv6-reason");
    row("a route",
        "mtu: 9000\n      link-local: []\n      addresses: [10.9.1.1/24]\n      routes:\n      - to: "
        "default\n        via: 10.9.1.9",
        "plan.foreign-more-reason");
}

void TestForeignCut::rightOnesAreAdopted()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, reason);
    const Addresses node = {{"enp1s0f0np0", "10.9.1.1/24"}};
    const SparkFacts facts = sparkWith(node);
    const std::string text =
        "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      " + body.toStdString() + '\n';
    QCOMPARE(reasonOf(facts, configOf(facts, node, 9000), {{"/etc/netplan/98-spark-vllm-docker.yaml", text}}),
        reason.toStdString());
    // Two files about one half are joined by netplan: neither is right.
    if (reason == "adopted")
        QCOMPARE(reasonOf(facts, configOf(facts, node, 9000),
                     {{"/etc/netplan/98.yaml", text}, {"/etc/netplan/99.yaml", text}}),
            std::string("plan.foreign-twice-reason"));
}

// What NVIDIA's old helper wrote: 192.168.L.1 and .2 of one /24 on the two halves of a cage.
void TestForeignCut::oneSubnetForBothHalves()
{
    const Addresses node = {{"enp1s0f0np0", "192.168.177.1/24"}, {"enP2p1s0f0np0", "192.168.177.2/24"}};
    const SparkFacts facts = sparkWith(node);
    const std::string extra = "      mtu: 9000\n      link-local: []\n";
    QCOMPARE(reasonOf(facts, configOf(facts, node, 9000), {{"/etc/netplan/40-cx7.yaml", cx7File(node, extra)}}),
        std::string("plan.foreign-subnet-reason"));
    // Also where the two stand in two files.
    const Addresses a = {*node.begin()}, b = {*node.rbegin()};
    QCOMPARE(reasonOf(facts, configOf(facts, node, 9000),
                 {{"/etc/netplan/40-a.yaml", cx7File(a, extra)}, {"/etc/netplan/41-b.yaml", cx7File(b, extra)}}),
        std::string("plan.foreign-subnet-reason"));
}

void TestForeignCut::whatOthersConfigureStaysByteForByte()
{
    Dice dice(20261121);
    int cut = 0, whole = 0, bonds = 0;
    for (int round = 0; round < 3000; ++round) {
        const SparkFacts facts = makeSpark(dice.below(200));
        const RandomFile file = FileMaker(dice, facts).make();
        const NetplanScan before = scanNetplan(file.text);
        QVERIFY2(before.understood, file.text.c_str());
        const std::string rest = restOfForeignFile(facts, file.text);
        const bool nothingElse = static_cast<int>(before.definitions.size()) == file.halves && !before.hasRenderer;
        QCOMPARE(rest.empty(), nothingElse);
        QCOMPARE(bondsOfHalves(facts, file.text).size(), static_cast<std::size_t>(file.bonds));
        bonds += file.bonds;
        ++(rest.empty() ? whole : cut);
        if (rest.empty())
            continue;
        // Exactly the lines of others, in their order, each with its own bytes.
        QVERIFY2(rest == file.others, (file.text + "\n--- became ---\n" + rest).c_str());
        // And they mean what they meant.
        const NetplanScan after = scanNetplan(rest);
        QVERIFY(after.understood && after.hasRenderer == before.hasRenderer);
        const ForeignHalves halves(facts);
        std::vector<std::string> left, kept;
        for (const NetplanDefinition &definition : after.definitions)
            left.push_back(definition.section + ' ' + definition.id);
        for (const NetplanDefinition &definition : before.definitions)
            if (halves.definedBy(definition).empty() && halves.portsOfOwnBond(before, definition).empty())
                kept.push_back(definition.section + ' ' + definition.id);
        QVERIFY2(left == kept, rest.c_str());
    }
    QVERIFY(cut > 1000 && whole > 50 && bonds > 500);
    qInfo("3000 random netplan files: %d cut, %d taken as a whole, %d bonds taken out", cut, whole, bonds);
}

QTEST_GUILESS_MAIN(TestForeignCut)
#include "tst_foreigncut.moc"
