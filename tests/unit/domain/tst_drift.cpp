// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody changed since the set-up: each kind alone, any of them together, nothing on a healthy cluster; when it
// happened, and what can be kept.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/drift.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"

#include <algorithm>
#include <functional>
#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

constexpr std::int64_t kSetUp = 1'700'000'000'000, kNow = kSetUp + 3'600'000, kChanged = kSetUp + 60'000;
constexpr std::int64_t kNs = 1'000'000;
constexpr HalfId k0A{CageIndex::Zero, Side::A}, k0B{CageIndex::Zero, Side::B}, k1A{CageIndex::One, Side::A},
    k1B{CageIndex::One, Side::B};

// Two Sparks with two cables, set up, with keys.
struct SetUpPair {
    DriftWanted wanted;
    std::vector<DriftInput> sparks;
};

SetUpPair makePair()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairTwoCabling(sparks);
    plug(sparks, cabling);
    for (int i = 0; i < 2; ++i)
        sparks[static_cast<std::size_t>(i)].clusterPublicKey = publicKey(i);
    const auto addresses = planAddresses(trueMap(sparks, cabling), sparks, {});
    std::vector<PlanInput> inputs;
    for (const SparkFacts &facts : sparks)
        inputs.push_back(inputFor(facts));
    const auto plan = makePlan(*addresses, inputs, 90, true);
    SetUpPair pair;
    pair.wanted = {*addresses, plan->clusterId};
    for (const PlanInput &before : inputs) {
        const SparkPlan &planned = *plan->forSpark(before.facts.id);
        DriftInput input;
        input.facts = applied(before, planned, *plan).facts;
        input.facts.clockUtcMs = kNow;
        input.facts.receipt->appliedUtcMs = kSetUp;
        input.facts.receipt->owner = "bob@desk";
        input.facts.receipt->files.push_back({std::string(kSysctlPath), 10, 20, 30, 40, {}});
        input.files = std::vector<SetUpFile>{{std::string(kSysctlPath), true, 10, 20, 30, 40}};
        for (const char *name :
            {"authorized_keys", "config", "sparkloom_known_hosts", "sparkloom_config", "sparkloom_cluster"})
            input.files->push_back({std::string("~/.ssh/") + name, true, 1, 1, kChanged * kNs, kChanged * kNs});
        input.trust = SshTrustState{true, renderKnownHosts(planned.trust), renderSshConfig(planned.trust), true,
            renderAuthorizedLines(planned.trust)};
        input.files->push_back({std::string(kHostsPath), true, 1, 1, kChanged * kNs, kChanged * kNs});
        input.hosts = withHostsBody("127.0.0.1 localhost\n", renderHostsBody(planned.network.hosts));
        input.names = before.names;
        pair.sparks.push_back(std::move(input));
    }
    return pair;
}

SetUpPair setUpPair()
{
    static const SetUpPair kHealthy = makePair();
    return kHealthy;
}

HalfFacts &half(DriftInput &input, HalfId id)
{
    return *std::find_if(
        input.facts.halves.begin(), input.facts.halves.end(), [&](const HalfFacts &facts) { return facts.id == id; });
}

NetplanFile &netplanFile(DriftInput &input, std::string_view path)
{
    return *std::find_if(input.facts.netplanFiles.begin(), input.facts.netplanFiles.end(),
        [&](const NetplanFile &file) { return file.path == path; });
}

struct Spoiler {
    const char *name;
    DriftKind kind;
    bool canBeKept;
    std::function<void(DriftInput &)> spoil;
};

// None stands in another one's way, so any of them can go together.
std::vector<Spoiler> spoilers()
{
    return {
        {"our file edited", DriftKind::FileChanged, false,
            [](DriftInput &in) { netplanFile(in, kNetplanPath).size += 1; }},
        {"another file gone", DriftKind::FileGone, true,
            [](DriftInput &in) {
                std::erase_if(in.facts.netplanFiles, [](const NetplanFile &file) {
                    return file.path != kNetplanPath && file.path != "/etc/netplan/90-late.yaml";
                });
            }},
        {"a file came", DriftKind::FileAdded, true,
            [](DriftInput &in) {
                in.facts.netplanFiles.push_back(
                    {"/etc/netplan/90-late.yaml", 5, 6, kChanged * kNs, kChanged * kNs, 0600, {}});
            }},
        {"sysctl file gone", DriftKind::FileGone, false,
            [](DriftInput &in) { in.files->front() = {std::string(kSysctlPath)}; }},
        {"MTU at one end", DriftKind::MtuChanged, false, [](DriftInput &in) { half(in, k0A).mtu = 1500; }},
        {"one more address", DriftKind::AddressAdded, true,
            [](DriftInput &in) { half(in, k0A).addresses.push_back(*Ipv4Interface::parse("172.30.0.9/24")); }},
        {"switched off", DriftKind::HalfDown, false,
            [](DriftInput &in) { half(in, k0B).adminUp = half(in, k0B).carrier = false; }},
        {"no link", DriftKind::HalfDark, false, [](DriftInput &in) { half(in, k1A).carrier = false; }},
        {"address gone", DriftKind::AddressGone, false, [](DriftInput &in) { half(in, k1B).addresses.clear(); }},
        {"arp_ignore", DriftKind::SettingChanged, false, [](DriftInput &in) { half(in, k1B).sysctls.arpIgnore = 0; }},
        {"IPv6 on", DriftKind::SettingChanged, true, [](DriftInput &in) { half(in, k0A).sysctls.disableIpv6 = 0; }},
        {"one more route", DriftKind::RouteAdded, true,
            [](DriftInput &in) {
                in.facts.routes.push_back({*Ipv4Prefix::parse("172.31.0.0/16"), half(in, k1B).netdev});
            }},
        {"key gone", DriftKind::KeyGone, true, [](DriftInput &in) { in.trust->hasClusterKey = false; }},
        {"login gone", DriftKind::LoginGone, true, [](DriftInput &in) { in.trust->authorizedLines.clear(); }},
        {"include gone", DriftKind::IncludeGone, true, [](DriftInput &in) { in.trust->includePresent = false; }},
        {"names gone", DriftKind::HostsChanged, true, [](DriftInput &in) { in.hosts = withHostsBody(*in.hosts, {}); }},
        {"known hosts edited", DriftKind::SshFileChanged, true, [](DriftInput &in) { in.trust->knownHosts += "x"; }},
    };
}

std::multiset<DriftKind> kindsOf(const SparkDrift &drift)
{
    std::multiset<DriftKind> kinds;
    for (const DriftFinding &finding : drift.findings)
        kinds.insert(finding.kind);
    return kinds;
}

const DriftFinding *only(const std::vector<SparkDrift> &drift, DriftKind kind)
{
    const DriftFinding *found = nullptr;
    for (const SparkDrift &spark : drift)
        for (const DriftFinding &finding : spark.findings)
            if (finding.kind == kind)
                found = &finding;
    return found;
}

std::string listed(const SparkDrift &drift)
{
    std::string text;
    for (const DriftFinding &finding : drift.findings)
        text += driftKey(finding) + '\n';
    return text;
}

} // namespace

class TestDrift : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void healthy_hasNone();
    void eachKindAlone_data();
    void eachKindAlone();
    void anyTogether();
    void recordGone_takenBack_setUpAnew();
    void absentHalf_isNoSetting();
    void mtuAtBothEnds_canBeKept();
    void addressInAnotherNetwork_cannotBeKept();
    void adoptedFile_cannotBeKept();
    void regeneratedKey_shutsThePeerOut();
    void lostKey_isToldWhereItIsLost();
    void unaskedPeer_nothingIsGuessed();
    void withoutFiles_theReceiptProvesTheSysctlFile();
    void times_areProvenOrMissing();
    void keys_tellOneFromAnother();
};

void TestDrift::healthy_hasNone()
{
    SetUpPair pair = setUpPair();
    for (const SparkDrift &drift : findDrift(pair.wanted, pair.sparks)) {
        QCOMPARE(drift.halves.size(), std::size_t(4));
        QVERIFY2(drift.findings.empty(), listed(drift).c_str());
    }
    for (DriftInput &input : pair.sparks) {
        input.files.reset();
        input.trust.reset();
    }
    for (const SparkDrift &drift : findDrift(pair.wanted, pair.sparks))
        QVERIFY2(drift.findings.empty(), listed(drift).c_str());
    // A Spark that was never set up is nothing that anybody changed.
    pair.sparks[0].facts = makeSpark(7);
    QVERIFY(findDrift(pair.wanted, std::span(pair.sparks).first(1)).front().halves.empty());
}

void TestDrift::eachKindAlone_data()
{
    QTest::addColumn<int>("index");
    const auto all = spoilers();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void TestDrift::eachKindAlone()
{
    QFETCH(int, index);
    const Spoiler spoiler = spoilers()[static_cast<std::size_t>(index)];
    SetUpPair pair = setUpPair();
    spoiler.spoil(pair.sparks[1]);
    const auto drift = findDrift(pair.wanted, pair.sparks);
    QVERIFY2(drift[0].findings.empty(), listed(drift[0]).c_str());
    QVERIFY2(drift[1].findings.size() == 1, listed(drift[1]).c_str());
    const DriftFinding &finding = drift[1].findings.front();
    QCOMPARE(finding.kind, spoiler.kind);
    QCOMPARE(finding.cannotKeep.empty(), spoiler.canBeKept);
    QVERIFY(!driftText(finding).empty());
    QCOMPARE(finding.reapplyMends, spoiler.kind != DriftKind::HalfDark && spoiler.kind != DriftKind::RouteAdded);
}

void TestDrift::anyTogether()
{
    const auto all = spoilers();
    Dice dice(20261121);
    int findings = 0;
    for (int round = 0; round < 500; ++round) {
        SetUpPair pair = setUpPair();
        std::vector<std::multiset<DriftKind>> expected(2);
        for (std::size_t spark = 0; spark < 2; ++spark)
            for (const Spoiler &spoiler : all)
                if (round == 0 || dice.chance(30)) {
                    spoiler.spoil(pair.sparks[spark]);
                    expected[spark].insert(spoiler.kind);
                }
        const auto drift = findDrift(pair.wanted, pair.sparks);
        for (std::size_t spark = 0; spark < 2; ++spark) {
            QVERIFY2(kindsOf(drift[spark]) == expected[spark], listed(drift[spark]).c_str());
            findings += static_cast<int>(drift[spark].findings.size());
        }
        QVERIFY(findDrift(pair.wanted, pair.sparks)[0].findings == drift[0].findings);
    }
    qInfo("%d findings in 500 rounds, none missing, none too many", findings);
}

void TestDrift::recordGone_takenBack_setUpAnew()
{
    SetUpPair pair = setUpPair();
    pair.sparks[0].facts.receipt.reset();
    pair.sparks[0].facts.receiptMatchesFiles = false;
    auto drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(kindsOf(drift[0]), std::multiset<DriftKind>{DriftKind::RecordGone});
    QVERIFY(!only(drift, DriftKind::RecordGone)->cannotKeep.empty());
    // Reinstalled altogether: the halves are bare, and each of that is told.
    for (HalfFacts &bare : pair.sparks[0].facts.halves)
        bare.addresses.clear();
    QVERIFY(kindsOf(findDrift(pair.wanted, pair.sparks)[0]).count(DriftKind::AddressGone) == 4);

    pair = setUpPair();
    pair.sparks[0].facts.receipt->config = {};
    pair.sparks[0].facts.receipt->appliedUtcMs = kChanged;
    drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(kindsOf(drift[0]), std::multiset<DriftKind>{DriftKind::TakenBack});
    QCOMPARE(only(drift, DriftKind::TakenBack)->changedUtcMs, std::optional(kChanged));
    QCOMPARE(only(drift, DriftKind::TakenBack)->seen, std::string("bob@desk"));

    pair = setUpPair();
    pair.sparks[0].facts.receipt->config.halves.front().mtu = 1500;
    half(pair.sparks[0], k0A).mtu = 1500; // as that other plan wants it
    drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(kindsOf(drift[0]), std::multiset<DriftKind>{DriftKind::SetUpAnew});
    QCOMPARE(only(drift, DriftKind::SetUpAnew)->cannotKeep.id, std::string("drift.keep-anew")); // it can be taken over
}

void TestDrift::absentHalf_isNoSetting()
{
    SetUpPair pair = setUpPair();
    std::erase_if(pair.sparks[0].facts.halves, [](const HalfFacts &facts) { return facts.id == k1B; });
    const auto drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(kindsOf(drift[0]), std::multiset<DriftKind>{DriftKind::HalfAbsent});
    QVERIFY(!drift[0].findings.front().reapplyMends);
}

void TestDrift::mtuAtBothEnds_canBeKept()
{
    SetUpPair pair = setUpPair();
    for (DriftInput &input : pair.sparks)
        half(input, k0A).mtu = 4000;
    auto drift = findDrift(pair.wanted, pair.sparks);
    for (const SparkDrift &each : drift)
        QVERIFY2(each.findings.size() == 1 && each.findings[0].cannotKeep.empty(), listed(each).c_str());
    // The other end cannot be asked: then it is not known to agree.
    drift = findDrift(pair.wanted, std::span(pair.sparks).first(1));
    QCOMPARE(drift[0].findings[0].cannotKeep.id, std::string("drift.keep-one-end"));
}

void TestDrift::addressInAnotherNetwork_cannotBeKept()
{
    SetUpPair pair = setUpPair();
    half(pair.sparks[0], k0A).addresses.push_back(*Ipv4Interface::parse("192.168.77.99/24")); // of management
    auto drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(only(drift, DriftKind::AddressAdded)->cannotKeep.id, std::string("drift.keep-overlap"));
    pair = setUpPair();
    const Ipv4Interface sibling = pair.sparks[0].facts.receipt->config.halves[1].address;
    half(pair.sparks[0], k0A).addresses.push_back({{sibling.address.value + 50}, 24});
    drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(only(drift, DriftKind::AddressAdded)->cannotKeep.id, std::string("drift.keep-overlap"));
}

void TestDrift::adoptedFile_cannotBeKept()
{
    SetUpPair pair = setUpPair();
    const std::string path = pair.sparks[0].facts.netplanFiles.front().path;
    pair.sparks[0].facts.receipt->config.adopted = {{path, std::string(64, 'a'), {k0A}}};
    netplanFile(pair.sparks[0], path).inode += 1;
    const auto drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(only(drift, DriftKind::FileChanged)->cannotKeep.id, std::string("drift.keep-adopted"));
}

void TestDrift::regeneratedKey_shutsThePeerOut()
{
    SetUpPair pair = setUpPair();
    pair.sparks[1].facts.clusterPublicKey = publicKey(42);
    const auto drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(kindsOf(drift[0]), (std::multiset<DriftKind>{DriftKind::LoginGone, DriftKind::LoginAdded}));
    QCOMPARE(only(drift, DriftKind::LoginGone)->subject, std::string("spark-b"));
    QVERIFY2(drift[1].findings.empty(), listed(drift[1]).c_str());

    pair = setUpPair();
    std::string &line = pair.sparks[0].trust->authorizedLines.front();
    line.replace(line.find("from=\""), 6, "from=\"10.9.9.9,");
    QCOMPARE(kindsOf(findDrift(pair.wanted, pair.sparks)[0]), std::multiset<DriftKind>{DriftKind::LoginChanged});
}

void TestDrift::lostKey_isToldWhereItIsLost()
{
    SetUpPair pair = setUpPair();
    pair.sparks[1].facts.clusterPublicKey.clear(); // its file is still there
    auto drift = findDrift(pair.wanted, pair.sparks);
    QVERIFY2(drift[0].findings.empty(), listed(drift[0]).c_str());
    QCOMPARE(kindsOf(drift[1]), std::multiset<DriftKind>{DriftKind::KeyGone});
    auto &lines = pair.sparks[0].trust->authorizedLines;
    lines.push_back(publicKey(42) + " sparkloom:" + pair.wanted.clusterId); // one more than the lost key accounts for
    drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(kindsOf(drift[0]), (std::multiset<DriftKind>{DriftKind::LoginAdded, DriftKind::LoginAdded}));
}

void TestDrift::unaskedPeer_nothingIsGuessed()
{
    SetUpPair pair = setUpPair();
    for (const bool touched : {false, true}) {
        if (touched) { // what only the peer's facts could tell
            pair.sparks[0].trust->knownHosts += "x";
            pair.sparks[0].trust->authorizedLines.clear();
        }
        const auto drift = findDrift(pair.wanted, std::span(pair.sparks).first(1));
        QCOMPARE(drift.size(), std::size_t(1));
        QVERIFY2(drift[0].findings.empty(), listed(drift[0]).c_str());
    }
}

void TestDrift::withoutFiles_theReceiptProvesTheSysctlFile()
{
    SetUpPair pair = setUpPair();
    pair.sparks[0].files.reset();
    pair.sparks[0].facts.receiptMatchesFiles = false;
    auto drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(drift[0].findings.size(), std::size_t(1));
    QCOMPARE(drift[0].findings[0].subject, std::string(kSysctlPath));
    QVERIFY(!drift[0].findings[0].changedUtcMs);
    // Where a netplan file explains it, nothing is proven about the other.
    netplanFile(pair.sparks[0], kNetplanPath).inode += 1;
    drift = findDrift(pair.wanted, pair.sparks);
    QCOMPARE(drift[0].findings.size(), std::size_t(1));
    QCOMPARE(drift[0].findings[0].subject, std::string(kNetplanPath));
}

void TestDrift::times_areProvenOrMissing()
{
    const auto timeOf = [](std::int64_t modifiedMs, std::int64_t changedMs) {
        SetUpPair pair = setUpPair();
        NetplanFile &file = netplanFile(pair.sparks[0], kNetplanPath);
        file.size += 1;
        file.modifiedNs = modifiedMs * kNs;
        file.changedNs = changedMs * kNs;
        return findDrift(pair.wanted, pair.sparks)[0].findings.at(0).changedUtcMs;
    };
    QCOMPARE(timeOf(kChanged, kChanged), std::optional(kChanged));
    QCOMPARE(timeOf(kChanged, kChanged + 5000), std::optional(kChanged));   // chmod later
    QCOMPARE(timeOf(kSetUp - 5000, kChanged), std::optional(kChanged));     // copied with its old time
    QCOMPARE(timeOf(kNow + 86'400'000, kChanged), std::optional(kChanged)); // touched into the future
    QVERIFY(!timeOf(kSetUp - 5000, kSetUp - 5000));                         // the clock was set in between
    QVERIFY(!timeOf(kNow + 86'400'000, kNow + 86'400'000));
    SetUpPair pair = setUpPair();
    half(pair.sparks[0], k0A).mtu = 1500;
    QVERIFY(!findDrift(pair.wanted, pair.sparks)[0].findings.at(0).changedUtcMs); // no file says it
}

void TestDrift::keys_tellOneFromAnother()
{
    const auto keyWithMtu = [](int mtu) {
        SetUpPair pair = setUpPair();
        half(pair.sparks[0], k0A).mtu = mtu;
        return driftKey(findDrift(pair.wanted, pair.sparks)[0].findings.at(0));
    };
    QCOMPARE(keyWithMtu(1500), keyWithMtu(1500));
    QVERIFY(keyWithMtu(1500) != keyWithMtu(4000));
    std::set<std::string> words;
    for (int kind = 0; kind <= static_cast<int>(DriftKind::HostsChanged); ++kind) {
        DriftFinding finding;
        finding.kind = static_cast<DriftKind>(kind);
        finding.subject = std::string(5000, 'x');
        QVERIFY(driftKey(finding).size() <= 255);
        words.insert(std::string(toText(finding.kind)));
    }
    QCOMPARE(words.size(), static_cast<std::size_t>(DriftKind::HostsChanged) + 1);
}

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
