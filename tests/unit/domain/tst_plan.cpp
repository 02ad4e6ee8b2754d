// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "base/sha256.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"

#include <algorithm>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

struct Case {
    std::vector<SparkFacts> sparks;
    CableMap map;
    AddressPlan addresses;
    std::vector<PlanInput> inputs;
};

Case makeCase(int count)
{
    Case made;
    made.sparks = makeSparks(count);
    const Cabling cabling = count == 2 ? pairCabling(made.sparks)
        : count == 3                   ? ringCabling(made.sparks)
                                       : starCabling(made.sparks);
    plug(made.sparks, cabling);
    made.map = trueMap(made.sparks, cabling);
    made.addresses = *planAddresses(made.map, made.sparks, {});
    for (const SparkFacts &spark : made.sparks)
        made.inputs.push_back(inputFor(spark));
    return made;
}

// Carries a plan out in the facts, with keys made and the trust files written.
std::vector<PlanInput> afterwards(const Plan &plan, std::vector<PlanInput> inputs)
{
    int number = 0;
    for (PlanInput &input : inputs) {
        input = applied(input, *plan.forSpark(input.facts.id), plan);
        if (input.facts.clusterPublicKey.empty())
            input.facts.clusterPublicKey = publicKey(number);
        ++number;
    }
    return inputs;
}

void writeTrust(const Plan &plan, std::vector<PlanInput> &inputs)
{
    for (PlanInput &input : inputs) {
        const SshTrust &trust = plan.forSpark(input.facts.id)->trust;
        input.trust = {true, renderKnownHosts(trust), renderSshConfig(trust), true, renderAuthorizedLines(trust)};
    }
}

bool hasChange(const SparkPlan &plan, Change::Kind kind)
{
    return std::any_of(
        plan.changes.begin(), plan.changes.end(), [&](const Change &change) { return change.kind == kind; });
}

std::string idOf(const base::Result<Plan> &plan)
{
    return plan ? std::string() : plan.error().message.id;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstPlan();
    void sameInputSamePlan();
    void onTopOfAppliedPlanNothingChanges_data();
    void onTopOfAppliedPlanNothingChanges();
    void receiptDecidesWhatIsRead();
    void liveStateThatDiffersIsAChange_data();
    void liveStateThatDiffersIsAChange();
    void changedMtuChangesTheFile();
    void foreignFileIsTakenOver();
    void rightFileIsAdopted();
    void namesAreABlockOfTheHostsFile();
    void editedFileIsWarnedAbout();
    void trustListsPeersAndLanes();
    void trustFollowsKeys();
    void takingTheConfigurationAway();
    void errors();
    void warnings();
};

void TestPlan::firstPlan()
{
    const Case c = makeCase(2);
    const auto plan = makePlan(c.addresses, c.inputs);
    QVERIFY(plan.ok());
    QVERIFY(plan->changesAnything() && plan->needsRoot());
    QCOMPARE(plan->id.size(), std::size_t(16));
    QCOMPARE(plan->clusterId.size(), std::size_t(16));
    QCOMPARE(plan->sparks.size(), std::size_t(2));
    QVERIFY(plan->sparks[0].spark < plan->sparks[1].spark);
    std::vector<SparkId> ids = {c.sparks[1].id, c.sparks[0].id};
    QCOMPARE(plan->clusterId, clusterIdOf(ids));
    for (const SparkPlan &spark : plan->sparks) {
        QVERIFY(spark.networkChanges && spark.trustChanges);
        QCOMPARE(spark.network.halves.size(), std::size_t(2));
        QVERIFY(spark.network.takeOver.empty());
        for (const Change::Kind kind : {Change::Kind::NetplanFile, Change::Kind::SysctlFile, Change::Kind::ClusterKey,
                 Change::Kind::SshTrust, Change::Kind::Receipt, Change::Kind::RootHelper})
            QVERIFY(hasChange(spark, kind));
        QVERIFY(!hasChange(spark, Change::Kind::LiveState) && !hasChange(spark, Change::Kind::ForeignFile));
        for (const Change &change : spark.changes) {
            QVERIFY(!change.title.empty() && !change.reason.empty() && !change.undo.empty());
            if (change.kind == Change::Kind::NetplanFile) {
                QCOMPARE(change.path, std::string(kNetplanPath));
                QVERIFY(change.needsRoot && change.diff.find("+      mtu: 9000") != std::string::npos
                    && !change.command.empty());
            }
        }
    }
}

void TestPlan::sameInputSamePlan()
{
    Dice dice(1);
    for (int count = 2; count <= 5; ++count) {
        Case c = makeCase(count);
        const auto plan = makePlan(c.addresses, c.inputs);
        QVERIFY(plan.ok());
        for (int round = 0; round < 5; ++round) {
            dice.shuffle(c.inputs);
            const auto again = makePlan(c.addresses, c.inputs);
            QVERIFY(again.ok() && *again == *plan);
        }
        const auto other = makePlan(c.addresses, c.inputs, 60);
        QVERIFY(other.ok() && other->id != plan->id && other->clusterId == plan->clusterId);
        c.inputs[0].names.push_back("another-name");
        const auto renamed = makePlan(c.addresses, c.inputs);
        QVERIFY(renamed.ok() && renamed->id != plan->id);
    }
}

void TestPlan::onTopOfAppliedPlanNothingChanges_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {2, 3, 5})
        QTest::addRow("%d Sparks", count) << count;
}

void TestPlan::onTopOfAppliedPlanNothingChanges()
{
    QFETCH(int, count);
    const Case c = makeCase(count);
    const auto first = makePlan(c.addresses, c.inputs);
    QVERIFY(first.ok());
    std::vector<PlanInput> inputs = afterwards(*first, c.inputs);
    // The keys were made while the plan was carried out: now they are known, and so are the lines that let them in.
    const auto withKeys = makePlan(c.addresses, inputs);
    QVERIFY(withKeys.ok() && !withKeys->needsRoot());
    writeTrust(*withKeys, inputs);

    std::vector<SparkFacts> facts;
    for (const PlanInput &input : inputs) {
        facts.push_back(input.facts);
        QVERIFY(!needsNetplanText(input.facts));
    }
    const auto addresses = planAddresses(c.map, facts, {});
    QVERIFY(addresses.ok() && *addresses == c.addresses);
    const auto second = makePlan(*addresses, inputs);
    QVERIFY(second.ok());
    QVERIFY(!second->changesAnything() && !second->needsRoot());
    for (const SparkPlan &spark : second->sparks)
        QVERIFY2(spark.changes.empty(), spark.changes.empty() ? "" : spark.changes[0].title.id.c_str());

    // The same when the files were read all the same.
    for (PlanInput &input : inputs)
        input.netplan =
            std::vector<NetplanText>{{std::string(kNetplanPath), renderNetplan(addresses->halvesOf(input.facts.id))}};
    const auto third = makePlan(*addresses, inputs);
    QVERIFY(third.ok() && !third->changesAnything());
}

void TestPlan::receiptDecidesWhatIsRead()
{
    const Case c = makeCase(2);
    QVERIFY(needsNetplanText(c.sparks[0]));
    SparkFacts bare = c.sparks[0];
    bare.netplanFiles.clear();
    QVERIFY(needsNetplanText(bare)); // profiles and rules of the firewall may be there all the same

    const auto plan = makePlan(c.addresses, c.inputs);
    const SparkFacts after = afterwards(*plan, c.inputs)[0].facts;
    QVERIFY(!needsNetplanText(after));
    SparkFacts changed = after;
    changed.receiptMatchesFiles = false;
    QVERIFY(needsNetplanText(changed));
    changed = after;
    changed.netplanFiles.push_back({"/etc/netplan/99-new.yaml", 1, 2, 3, 4, 0600, ""});
    QVERIFY(needsNetplanText(changed));
    for (const auto member : {&NetplanFile::modifiedNs, &NetplanFile::changedNs}) {
        changed = after;
        ++(changed.netplanFiles[0].*member);
        QVERIFY(needsNetplanText(changed));
    }
    changed = after;
    ++changed.netplanFiles[0].inode;
    QVERIFY(needsNetplanText(changed));

    std::vector<PlanInput> unread = c.inputs;
    unread[0].netplan.reset();
    const auto refused = makePlan(c.addresses, unread);
    QCOMPARE(idOf(refused), std::string("plan.netplan-not-read"));
    QVERIFY(refused.error().kind == base::ErrorKind::NotKnown);
}

void TestPlan::liveStateThatDiffersIsAChange_data()
{
    QTest::addColumn<int>("what");
    const char *names[] = {"down", "no address", "other address", "extra address", "mtu", "arp_ignore", "rp_filter",
        "IPv6 is on", "absent"};
    for (int i = 0; i < 9; ++i)
        QTest::newRow(names[i]) << i;
}

void TestPlan::liveStateThatDiffersIsAChange()
{
    QFETCH(int, what);
    const Case c = makeCase(2);
    std::vector<PlanInput> inputs = afterwards(*makePlan(c.addresses, c.inputs), c.inputs);
    writeTrust(*makePlan(c.addresses, inputs), inputs);
    HalfFacts &half = inputs[0].facts.halves[0];
    switch (what) {
    case 0: half.adminUp = false; break;
    case 1: half.addresses.clear(); break;
    case 2: half.addresses[0].address.value += 5; break;
    case 3: half.addresses.push_back(*Ipv4Interface::parse("169.254.3.4/16")); break;
    case 4: half.mtu = 1500; break;
    case 5: half.sysctls.arpIgnore = 0; break;
    case 6: half.sysctls.rpFilter = 1; break;
    case 7: half.sysctls.disableIpv6 = 0; break;
    default: inputs[0].facts.halves.erase(inputs[0].facts.halves.begin());
    }
    const auto plan = makePlan(c.addresses, inputs);
    QVERIFY(plan.ok());
    const SparkPlan &spark = *plan->forSpark(inputs[0].facts.id);
    QVERIFY(spark.networkChanges && hasChange(spark, Change::Kind::LiveState));
    QVERIFY(!hasChange(spark, Change::Kind::NetplanFile) && !hasChange(spark, Change::Kind::RootHelper));
    QVERIFY(!plan->forSpark(inputs[1].facts.id)->networkChanges);
}

void TestPlan::namesAreABlockOfTheHostsFile()
{
    Case c = makeCase(2);
    for (PlanInput &input : c.inputs)
        input.hosts = "127.0.0.1 localhost\n";
    const auto without = makePlan(c.addresses, c.inputs);
    const auto plan = makePlan(c.addresses, c.inputs, 90, true);
    QVERIFY(plan.ok() && plan->id != without->id && !hasChange(without->sparks[0], Change::Kind::HostsFile));
    for (const SparkPlan &spark : plan->sparks) {
        QCOMPARE(spark.network.hosts.size(), std::size_t(2));
        QVERIFY(!spark.trust.peers[0].fabricNames.empty());
        const auto change = std::find_if(spark.changes.begin(), spark.changes.end(),
            [](const Change &each) { return each.kind == Change::Kind::HostsFile; });
        QVERIFY(change != spark.changes.end() && change->needsRoot && change->path == kHostsPath);
        QVERIFY(change->diff.find("-fabric") != std::string::npos && change->diff.find("\n-127") == std::string::npos);
    }
    // Written: nothing is left to do; not read: the receipt tells; edited by somebody: it is a change again.
    std::vector<PlanInput> inputs = afterwards(*plan, c.inputs);
    for (PlanInput &input : inputs)
        input.hosts = withHostsBody(*input.hosts, renderHostsBody(plan->forSpark(input.facts.id)->network.hosts));
    writeTrust(*makePlan(c.addresses, inputs, 90, true), inputs);
    QVERIFY(!makePlan(c.addresses, inputs, 90, true)->changesAnything());
    std::vector<PlanInput> edited = inputs;
    edited[0].hosts = "127.0.0.1 localhost\n";
    QVERIFY(hasChange(*makePlan(c.addresses, edited, 90, true)->forSpark(edited[0].facts.id), Change::Kind::HostsFile));
    // Not wanted any more.
    const auto gone = makePlan(c.addresses, inputs);
    QVERIFY(gone.ok() && gone->sparks[0].networkChanges && gone->sparks[0].network.hosts.empty());
    QVERIFY(hasChange(gone->sparks[0], Change::Kind::HostsFile));
    inputs[0].hosts = "10.1.1.1 " + plan->forSpark(inputs[0].facts.id)->network.hosts[0].names[0] + '\n';
    QCOMPARE(makePlan(c.addresses, inputs, 90, true)->warnings.back().id, std::string("plan.hosts-name-taken"));
}

void TestPlan::changedMtuChangesTheFile()
{
    const Case c = makeCase(2);
    std::vector<PlanInput> inputs = afterwards(*makePlan(c.addresses, c.inputs), c.inputs);
    AddressPlan smaller = c.addresses;
    smaller.mtu = 1500;
    // A plan that changes something reads the files first: the receipt cannot know what others wrote about its halves.
    QCOMPARE(idOf(makePlan(smaller, inputs)), std::string("plan.netplan-not-read"));
    for (PlanInput &input : inputs)
        input.netplan = {{std::string(kNetplanPath), renderNetplan(input.facts.receipt->config.halves)}};
    const auto plan = makePlan(smaller, inputs);
    QVERIFY(plan.ok() && plan->needsRoot());
    for (const SparkPlan &spark : plan->sparks) {
        QVERIFY(hasChange(spark, Change::Kind::NetplanFile) && !hasChange(spark, Change::Kind::SysctlFile));
        const auto change = std::find_if(spark.changes.begin(), spark.changes.end(),
            [](const Change &each) { return each.kind == Change::Kind::NetplanFile; });
        QVERIFY(change->diff.find("-      mtu: 9000") != std::string::npos
            && change->diff.find("+      mtu: 1500") != std::string::npos);
    }
}

void TestPlan::foreignFileIsTakenOver()
{
    Case c = makeCase(2);
    const std::string text = "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      dhcp4: false\n      "
                             "addresses: [192.168.100.10/24]\n";
    c.inputs[0].netplan->push_back({"/etc/netplan/40-cx7.yaml", text});
    const auto plan = makePlan(c.addresses, c.inputs);
    QVERIFY(plan.ok());
    const SparkPlan &spark = *plan->forSpark(c.inputs[0].facts.id);
    QCOMPARE(spark.network.takeOver.size(), std::size_t(1));
    QCOMPARE(spark.network.takeOver[0].path, std::string("/etc/netplan/40-cx7.yaml"));
    QCOMPARE(spark.network.takeOver[0].sha256.size(), std::size_t(64));
    QVERIFY(spark.changes[0].kind == Change::Kind::ForeignFile && spark.changes[0].risk == Change::Risk::Medium);
    QVERIFY(spark.changes[0].diff.find("-      addresses: [192.168.100.10/24]") != std::string::npos);
    // Afterwards the file is gone and there is nothing to do.
    std::vector<PlanInput> inputs = afterwards(*plan, c.inputs);
    writeTrust(*makePlan(c.addresses, inputs), inputs);
    QVERIFY(!makePlan(c.addresses, inputs)->changesAnything());

    // Beside the management only the halves are cut out.
    const std::string management = "    enP7s7:\n      dhcp4: true\n";
    c.inputs[0].netplan->back().text += management;
    const auto cut = makePlan(c.addresses, c.inputs);
    QVERIFY(cut.ok());
    const SparkPlan &part = *cut->forSpark(c.inputs[0].facts.id);
    const std::string rest = "network:\n  version: 2\n  ethernets:\n" + management;
    QCOMPARE(part.network.takeOver[0].restSha256, base::sha256Hex(rest));
    QVERIFY(part.changes[0].diff.find("enP7s7:\n") == part.changes[0].diff.find("enP7s7"));
    QVERIFY(part.changes[0].diff.find("-    enP7s7") == std::string::npos);
}

// A file that is right stays: nothing of ours is written for these halves, the receipt names it, and planning again
// needs neither root nor a change.
void TestPlan::rightFileIsAdopted()
{
    Case c = makeCase(2);
    const SparkId id = c.inputs[0].facts.id;
    std::string text = "network:\n  version: 2\n  ethernets:\n";
    for (const HalfConfig &half : c.addresses.halvesOf(id))
        text += "    " + half.netdev + ":\n      addresses: [" + half.address.toString()
            + "]\n      dhcp4: no\n      link-local: []\n      mtu: 9000\n";
    c.inputs[0].netplan->push_back({"/etc/netplan/98-spark-vllm-docker.yaml", text});
    const auto plan = makePlan(c.addresses, c.inputs);
    QVERIFY(plan.ok());
    const SparkPlan &spark = *plan->forSpark(id);
    QVERIFY(spark.network.takeOver.empty() && spark.network.written().empty());
    QCOMPARE(spark.network.adopted.size(), std::size_t(1));
    QCOMPARE(spark.network.adopted[0].halves.size(), std::size_t(2));
    QVERIFY(hasChange(spark, Change::Kind::AdoptedFile) && hasChange(spark, Change::Kind::SysctlFile));
    QVERIFY(!hasChange(spark, Change::Kind::NetplanFile) && !hasChange(spark, Change::Kind::ForeignFile));
    // The other Spark has no such file and gets ours.
    QVERIFY(hasChange(*plan->forSpark(c.inputs[1].facts.id), Change::Kind::NetplanFile));

    std::vector<PlanInput> inputs = afterwards(*plan, c.inputs);
    writeTrust(*makePlan(c.addresses, inputs), inputs);
    const auto again = makePlan(c.addresses, inputs);
    QVERIFY(again.ok() && !again->changesAnything());
    QVERIFY(again->forSpark(id)->network.adopted == spark.network.adopted);

    // Another MTU: the file is not right any more, and without its text nothing is decided.
    AddressPlan smaller = c.addresses;
    smaller.mtu = 1500;
    QCOMPARE(idOf(makePlan(smaller, inputs)), std::string("plan.netplan-not-read"));
    inputs[0].netplan = c.inputs[0].netplan;
    inputs[1].netplan = c.inputs[1].netplan;
    inputs[1].netplan->push_back({std::string(kNetplanPath), renderNetplan(c.addresses.halvesOf(inputs[1].facts.id))});
    const auto taken = makePlan(smaller, inputs);
    QVERIFY(taken.ok());
    QVERIFY(hasChange(*taken->forSpark(id), Change::Kind::ForeignFile));
    QVERIFY(taken->forSpark(id)->network.adopted.empty());
    QCOMPARE(taken->forSpark(id)->changes[0].reason.id, std::string("plan.foreign-mtu-reason"));
}

void TestPlan::editedFileIsWarnedAbout()
{
    Case c = makeCase(2);
    std::string text = renderNetplan(c.addresses.halvesOf(c.inputs[0].facts.id));
    text.replace(text.find("9000"), 4, "4000");
    c.inputs[0].netplan->push_back({std::string(kNetplanPath), text});
    const auto plan = makePlan(c.addresses, c.inputs);
    QVERIFY(plan.ok());
    QVERIFY(std::any_of(plan->warnings.begin(), plan->warnings.end(),
        [](const base::Message &message) { return message.id == "plan.our-file-edited"; }));
    QVERIFY(hasChange(*plan->forSpark(c.inputs[0].facts.id), Change::Kind::NetplanFile));
}

void TestPlan::trustListsPeersAndLanes()
{
    Case c = makeCase(3);
    c.inputs[1].names.push_back("fe80::1%eth0");
    c.inputs[1].names.push_back("bad name; rm -rf /");
    const auto plan = makePlan(c.addresses, c.inputs);
    QVERIFY(plan.ok());
    const SshTrust &trust = plan->forSpark(c.inputs[0].facts.id)->trust;
    QCOMPARE(trust.clusterId, plan->clusterId);
    QCOMPARE(trust.peers.size(), std::size_t(2));
    QVERIFY(trust.peers[0].spark < trust.peers[1].spark);
    const auto peer = std::find_if(trust.peers.begin(), trust.peers.end(),
        [&](const SshPeer &each) { return each.spark == c.inputs[1].facts.id; });
    QCOMPARE(peer->user, std::string("nvidia"));
    QCOMPARE(peer->names[0], c.inputs[1].facts.hostname);
    QCOMPARE(peer->names.size(), std::size_t(4 + 2)); // two names, two management addresses, two lanes
    QVERIFY(std::find(peer->names.begin(), peer->names.end(), "fe80::1") != peer->names.end());
    QVERIFY(
        std::find(trust.allowedFrom.begin(), trust.allowedFrom.end(), "192.168.77.0/24") != trust.allowedFrom.end());
    QVERIFY(std::is_sorted(trust.allowedFrom.begin(), trust.allowedFrom.end()));
    // The lanes of the other two do not lead here.
    for (const Lane &lane : c.addresses.lanes) {
        const bool here = std::any_of(lane.ends.begin(), lane.ends.end(),
            [&](const LaneEnd &end) { return end.half.spark == c.inputs[0].facts.id; });
        QCOMPARE(std::find(trust.allowedFrom.begin(), trust.allowedFrom.end(), lane.subnet.toString())
                != trust.allowedFrom.end(),
            here);
    }
}

void TestPlan::trustFollowsKeys()
{
    const Case c = makeCase(2);
    std::vector<PlanInput> inputs = afterwards(*makePlan(c.addresses, c.inputs), c.inputs);
    const auto withKeys = makePlan(c.addresses, inputs);
    writeTrust(*withKeys, inputs);
    QVERIFY(!makePlan(c.addresses, inputs)->changesAnything());
    // A Spark was reinstalled: new host key, new cluster key. Only the other one's files change, without root.
    inputs[1].facts.clusterPublicKey = publicKey(77);
    inputs[1].facts.hostKeys = {{"ssh-ed25519", publicKey(78).substr(12)}};
    const auto plan = makePlan(c.addresses, inputs);
    QVERIFY(plan.ok() && !plan->needsRoot());
    const SparkPlan &changed = *plan->forSpark(inputs[0].facts.id);
    QVERIFY(changed.trustChanges && !changed.networkChanges);
    QCOMPARE(changed.changes.size(), std::size_t(2));
    for (const Change &change : changed.changes)
        QVERIFY(!change.needsRoot && !change.diff.empty());
    QVERIFY(!plan->forSpark(inputs[1].facts.id)->trustChanges);
    // A file of the key's name that is no working key: made anew there, and the other one waits for it.
    inputs[1].facts.clusterPublicKey.clear();
    QVERIFY(inputs[1].trust.hasClusterKey);
    const auto anew = makePlan(c.addresses, inputs);
    QVERIFY(anew->forSpark(inputs[0].facts.id)->trustChanges);
    QVERIFY(!hasChange(*anew->forSpark(inputs[0].facts.id), Change::Kind::ClusterKey));
    QVERIFY(anew->forSpark(inputs[1].facts.id)->trustChanges);
    QVERIFY(hasChange(*anew->forSpark(inputs[1].facts.id), Change::Kind::ClusterKey));
}

void TestPlan::takingTheConfigurationAway()
{
    const Case c = makeCase(2);
    std::vector<PlanInput> inputs = afterwards(*makePlan(c.addresses, c.inputs), c.inputs);
    const auto plan = makePlan(AddressPlan(), inputs);
    QVERIFY(plan.ok());
    for (const SparkPlan &spark : plan->sparks) {
        QVERIFY(spark.networkChanges && spark.network.halves.empty());
        QVERIFY(hasChange(spark, Change::Kind::NetplanFile) && hasChange(spark, Change::Kind::SysctlFile));
        QVERIFY(spark.changes[0].diff.find("+++ /dev/null") != std::string::npos);
    }
    // A Spark that never had any is left alone.
    std::vector<PlanInput> fresh = c.inputs;
    const auto nothing = makePlan(AddressPlan(), fresh);
    QVERIFY(nothing.ok() && !nothing->needsRoot());
    for (const SparkPlan &spark : nothing->sparks)
        QVERIFY(!spark.networkChanges);
}

void TestPlan::errors()
{
    Case c = makeCase(2);
    QCOMPARE(idOf(makePlan(c.addresses, c.inputs, 4)), std::string("plan.timer-out-of-range"));
    QCOMPARE(idOf(makePlan(c.addresses, c.inputs, 301)), std::string("plan.timer-out-of-range"));
    QCOMPARE(idOf(makePlan(c.addresses, std::span(c.inputs).first(1))), std::string("plan.unknown-spark"));
    std::vector<PlanInput> twice = c.inputs;
    twice.push_back(c.inputs[0]);
    QCOMPARE(idOf(makePlan(c.addresses, twice)), std::string("plan.duplicate-spark"));
    c.inputs[0].facts.managementInterface = "enP2p1s0f0np0";
    const auto refused = makePlan(c.addresses, c.inputs);
    QCOMPARE(idOf(refused), std::string("plan.management-on-half"));
    QVERIFY(refused.error().kind == base::ErrorKind::Refused);
}

void TestPlan::warnings()
{
    Case c = makeCase(5);
    c.inputs[0].facts.user = "someone";
    c.inputs[1].facts.hostKeys.clear();
    c.inputs[2].facts.managementInterface.clear();
    const auto plan = makePlan(c.addresses, c.inputs);
    QVERIFY(plan.ok());
    const auto warned = [&](const char *id) {
        return std::any_of(plan->warnings.begin(), plan->warnings.end(),
            [&](const base::Message &message) { return message.id == id; });
    };
    QVERIFY(warned("plan.users-differ") && warned("plan.no-host-keys") && warned("plan.management-not-known")
        && warned("plan.switch-mtu"));
    QVERIFY(!warned("plan.spark-not-cabled"));
    for (const base::Message &message : plan->warnings)
        if (message.id == "plan.users-differ") {
            QCOMPARE(message.arguments.count("list"), std::size_t(1)); // who
            const std::string list = std::get<std::string>(message.arguments.at("list"));
            QVERIFY2(list.find("someone (" + c.inputs[0].facts.hostname + ')') != std::string::npos, list.c_str());
        }
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
