// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace fixtures {

using domain::CageIndex;
using domain::Side;

namespace {

std::string nameOf(int index)
{
    return index < 26 ? std::string("spark-") + static_cast<char>('a' + index)
                      : std::string("spark-") + std::to_string(index + 1);
}

domain::CableEnd endOf(const Fabric &fabric, int spark, CageIndex cage)
{
    if (spark < 0)
        return {std::nullopt, 0};
    return {domain::CageRef{fabric.sparks[static_cast<std::size_t>(spark)].id, cage}, -1};
}

engine::JobView job(
    int id, int parent, const char *spark, base::Message title, engine::JobView::State state, base::Message detail = {})
{
    engine::JobView view;
    view.id = id;
    view.parent = parent;
    view.spark = QString::fromLatin1(spark);
    view.title = std::move(title);
    view.state = state;
    view.detail = std::move(detail);
    return view;
}

} // namespace

domain::SparkFacts facts(int index, const std::vector<CageIndex> &litCages, domain::Maker maker)
{
    domain::SparkFacts facts;
    facts.id.value = std::string(31, '0') + static_cast<char>('1' + index);
    facts.hostname = nameOf(index);
    facts.maker = maker;
    facts.product = "NVIDIA_DGX_Spark";
    facts.architecture = "aarch64";
    facts.versions.dgxOs = "7.2.3";
    facts.memoryBytes = 128'000'000'000;
    facts.user = "ann";
    facts.uid = 1000;
    facts.renderer = domain::Renderer::Networkd;
    facts.managementInterface = "enP7s7";
    facts.hostKeys = {{"ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAI" + std::string(43, static_cast<char>('A' + index))}};
    domain::OtherInterface rj45;
    rj45.name = "enP7s7";
    rj45.up = true;
    rj45.addresses = {*domain::Ipv4Interface::parse("192.168.7." + std::to_string(21 + index) + "/24")};
    facts.others = {rj45};
    facts.routes = {{*domain::Ipv4Prefix::parse("192.168.7.0/24"), "enP7s7"}};
    if (litCages.empty())
        return facts;
    for (const domain::HalfId half : domain::kAllHalves) {
        domain::HalfFacts one;
        one.id = half;
        one.netdev = domain::documentedNetdev(half);
        one.rdmaDevice = domain::documentedRdmaDevice(half);
        one.mac.bytes = {0x4c, 0xbb, 0x47, 0x00, static_cast<std::uint8_t>(0xa0 + index),
            static_cast<std::uint8_t>(domain::macOffset(half))};
        one.adminUp = true;
        one.carrier = std::find(litCages.begin(), litCages.end(), half.cage) != litCages.end();
        one.speedMbps = one.carrier ? std::optional<int>(200000) : std::nullopt;
        one.mtu = 1500;
        one.maxMtu = 9978;
        facts.halves.push_back(one);
    }
    return facts;
}

engine::HostView host(const domain::SparkFacts &facts, engine::HostState state, bool virtualSpark)
{
    engine::HostView view = host(QString::fromStdString(facts.hostname), state);
    view.virtualSpark = virtualSpark;
    view.keyLogin = true;
    view.facts = facts;
    return view;
}

engine::HostView host(const QString &name, engine::HostState state)
{
    engine::HostView view;
    view.name = name;
    view.endpoint.host = name + u".local"_s;
    view.user = u"ann"_s;
    view.state = state;
    return view;
}

Fabric fabric(int sparkCount, const std::vector<Plugged> &cables, domain::Topology goal, bool virtualSparks)
{
    static const std::array makers = {
        domain::Maker::FoundersEdition, domain::Maker::Asus, domain::Maker::Dell, domain::Maker::Hp};
    Fabric fabric;
    for (int i = 0; i < sparkCount; ++i) {
        std::vector<CageIndex> lit;
        for (const Plugged &cable : cables) {
            if (cable.a == i)
                lit.push_back(cable.cageA);
            if (cable.b == i)
                lit.push_back(cable.cageB);
        }
        fabric.sparks.push_back(facts(i, lit, makers[static_cast<std::size_t>(i) % makers.size()]));
        fabric.hosts.push_back(host(fabric.sparks.back(), engine::HostState::Ready, virtualSparks));
    }
    engine::CablingView &view = fabric.cabling;
    view.running = true;
    view.goal = goal;
    for (const Plugged &cable : cables) {
        const domain::CableEnd a = endOf(fabric, cable.a, cable.cageA);
        const domain::CableEnd b = endOf(fabric, cable.b, cable.cageB);
        if (cable.b < 0)
            view.map.switchCount = 1;
        view.map.cables.push_back({a, b, domain::Certainty::Certain, {}});
        if (!cable.secondHalfDark)
            continue;
        for (const domain::CableEnd &end : {a, b}) // the second half has not come up yet
            for (domain::SparkFacts &spark : fabric.sparks)
                for (domain::HalfFacts &half : spark.halves)
                    if (end.cage && end.cage->spark == spark.id && half.id.cage == end.cage->cage
                        && half.id.side == Side::B)
                        half.carrier = false;
    }
    std::sort(view.map.cables.begin(), view.map.cables.end(),
        [](const auto &x, const auto &y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    for (int i = 0; i < sparkCount; ++i) {
        const domain::SparkFacts &spark = fabric.sparks[static_cast<std::size_t>(i)];
        fabric.hosts[static_cast<std::size_t>(i)].facts = spark;
        for (const domain::HalfId id : domain::kAllHalves) {
            const domain::HalfFacts *half = spark.half(id);
            view.halves.push_back({{spark.id, id}, half != nullptr, half && half->adminUp, half && half->carrier});
        }
    }
    view.recognised = domain::recogniseTopology(view.map, fabric.sparks);
    view.status = domain::matchTopology(goal, view.map, fabric.sparks);
    return fabric;
}

viewmodels::FabricPicture pictureOf(const Fabric &fabric)
{
    return viewmodels::pictureOfCabling(fabric.hosts, fabric.cabling);
}

Fabric sealedPair(bool virtualSparks)
{
    return fabric(2, {}, domain::Topology::Pair, virtualSparks);
}

Fabric cabledPair()
{
    return fabric(2, {{0, CageIndex::Zero, 1, CageIndex::Zero}}, domain::Topology::Pair);
}

Fabric unknownPair()
{
    Fabric pair = cabledPair();
    engine::CablingView &view = pair.cabling;
    view.map.cables.clear();
    for (const domain::SparkFacts &spark : pair.sparks)
        view.map.unknown.push_back({spark.id, CageIndex::Zero});
    view.recognised = domain::recogniseTopology(view.map, pair.sparks);
    view.status = domain::matchTopology(*view.goal, view.map, pair.sparks);
    view.probeOffered = true;
    return pair;
}

Fabric ringInWork()
{
    return fabric(3, {{0, CageIndex::Zero, 1, CageIndex::One}}, domain::Topology::Ring);
}

Fabric starOfFour()
{
    return fabric(4,
        {{0, CageIndex::Zero, -1, CageIndex::Zero}, {1, CageIndex::Zero, -1, CageIndex::Zero},
            {2, CageIndex::Zero, -1, CageIndex::Zero, true}},
        domain::Topology::Star);
}

Fabric wrongRing()
{
    // Two cables between the same two Sparks: one of them is in the way of the ring.
    return fabric(
        3, {{0, CageIndex::Zero, 1, CageIndex::One}, {0, CageIndex::One, 1, CageIndex::Zero}}, domain::Topology::Ring);
}

Fabric cabledRing(domain::Topology goal)
{
    return fabric(3,
        {{0, CageIndex::Zero, 1, CageIndex::One}, {1, CageIndex::Zero, 2, CageIndex::One},
            {2, CageIndex::Zero, 0, CageIndex::One}},
        goal);
}

Fabric lostSpark()
{
    Fabric lost = cabledPair();
    lost.hosts[1].state = engine::HostState::Lost;
    lost.hosts[1].lastKnown = QDateTime(QDate(2026, 11, 22), QTime(14, 3)).toUTC();
    return lost;
}

Fabric wakingPair()
{
    Fabric pair = sealedPair(false);
    for (engine::LiveHalf &half : pair.cabling.halves)
        half.carrier = false;
    for (const domain::SparkFacts &spark : pair.sparks) {
        for (const domain::HalfId half : domain::kAllHalves)
            if (half == domain::kAllHalves.front() || spark.id == pair.sparks[1].id)
                pair.cabling.halves.push_back({{spark.id, half}, true, true, false});
        pair.cabling.waking.push_back(spark.id);
    }
    return pair;
}

domain::Plan planOf(const Fabric &fabric)
{
    const auto addresses = domain::planAddresses(fabric.cabling.map, fabric.sparks, {});
    if (!addresses)
        qFatal("fixture: no addresses");
    std::vector<domain::PlanInput> inputs;
    for (const domain::SparkFacts &spark : fabric.sparks)
        inputs.push_back({spark, std::vector<domain::NetplanText>{}, {}, {}, {spark.hostname}});
    const auto plan = domain::makePlan(*addresses, inputs);
    if (!plan)
        qFatal("fixture: no plan");
    return *plan;
}

engine::VerifyReport passedReport(const Fabric &fabric, const domain::Plan &plan)
{
    using namespace base::literals;
    using Check = engine::Check;
    engine::VerifyReport report;
    for (const domain::Lane &lane : plan.addresses.lanes)
        for (const domain::LaneEnd &end : lane.ends)
            for (const Check::Kind kind : {Check::Kind::Address, Check::Kind::Mtu, Check::Kind::RightLane}) {
                Check check;
                check.kind = kind;
                check.verdict = Check::Verdict::Passed;
                check.half = end.half;
                check.cable = lane.cable;
                report.checks.push_back(check);
            }
    Q_UNUSED(fabric)
    report.proven = {base::Message("verify.proven-addresses"_msg).with("count", 4),
        base::Message("verify.proven-lanes"_msg).with("count", 4),
        base::Message("verify.proven-mtu"_msg).with("mtu", 9000),
        base::Message("verify.proven-ssh"_msg).with("count", 6)};
    report.notProven = {base::Message("verify.speed-not-proven"_msg)};
    return report;
}

engine::VerifyReport failedReport(const Fabric &fabric, const domain::Plan &plan)
{
    using namespace base::literals;
    engine::VerifyReport report = passedReport(fabric, plan);
    engine::Check &bad = report.checks.back();
    bad.verdict = engine::Check::Verdict::Failed;
    bad.text = base::Message("verify.no-answer"_msg)
                   .with("from", "spark-b")
                   .with("to", "spark-a")
                   .with("half", "0B")
                   .with("address", "10.100.1.1");
    bad.remedy =
        base::Message("verify.no-answer-remedy"_msg).with("from", "spark-b").with("to", "spark-a").with("half", "0B");
    report.proven = {};
    return report;
}

std::vector<engine::JobView> jobsAt(std::size_t step)
{
    using State = engine::JobView::State;
    using namespace base::literals;
    const std::vector<base::Message> phases = {"apply.step-root"_msg, "apply.step-begin"_msg, "apply.step-trial"_msg,
        "apply.step-prove"_msg, "apply.step-persist"_msg, "apply.step-commit"_msg};
    std::vector<engine::JobView> jobs;
    int id = 1;
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const State state = i < step ? State::Done : i == step ? State::Running : State::Waiting;
        const int head = id++;
        jobs.push_back(job(head, -1, "", phases[i], state));
        for (const char *spark : {"spark-a", "spark-b"})
            jobs.push_back(job(id++, head, spark, phases[i], state));
    }
    return jobs;
}

std::vector<engine::JobView> jobsHalfway()
{
    return jobsAt(3);
}

std::vector<engine::JobView> jobsDone()
{
    std::vector<engine::JobView> jobs = jobsHalfway();
    for (engine::JobView &view : jobs)
        view.state = engine::JobView::State::Done;
    return jobs;
}

std::vector<engine::JobView> jobsRolledBack()
{
    using State = engine::JobView::State;
    using namespace base::literals;
    std::vector<engine::JobView> jobs = jobsHalfway();
    for (engine::JobView &view : jobs)
        view.state = view.state == State::Running ? State::Failed
            : view.state == State::Waiting        ? State::Cancelled
                                                  : view.state;
    jobs[10].error = base::failed(
        base::Message("remote.trial-not-taken-up"_msg).with("interface", "enp1s0f0np0").with("what", "link"));
    return jobs;
}

std::vector<engine::SparkStatus> driftedStatus()
{
    const Fabric fabric = cabledPair();
    const domain::Plan plan = planOf(fabric);
    std::vector<domain::DriftInput> inputs;
    for (const domain::SparkFacts &spark : fabric.sparks) {
        domain::DriftInput input;
        input.facts = spark;
        input.facts.clockUtcMs = 1'795'280'000'000;
        domain::Receipt receipt;
        receipt.clusterId = plan.clusterId;
        receipt.appliedUtcMs = input.facts.clockUtcMs - 7'200'000;
        receipt.config = plan.forSpark(spark.id)->network;
        input.facts.receipt = receipt;
        input.facts.receiptMatchesFiles = true;
        input.facts.netplanFiles.clear();
        input.facts.routes.clear();
        for (domain::HalfFacts &half : input.facts.halves)
            for (const domain::HalfConfig &wanted : receipt.config.halves)
                if (half.id == wanted.half) {
                    half.adminUp = half.carrier = true;
                    half.addresses = {wanted.address};
                    half.mtu = wanted.mtu;
                    half.sysctls = {1, 2, 2, 1};
                }
        inputs.push_back(std::move(input));
    }
    domain::SparkFacts &changed = inputs[0].facts;
    const std::int64_t when = (changed.clockUtcMs - 3'600'000) * 1'000'000;
    changed.netplanFiles.push_back({"/etc/netplan/40-cx7.yaml", 300, 4, when, when, 0600, {}});
    changed.halves.front().mtu = 1500;
    changed.halves.front().addresses.push_back(*domain::Ipv4Interface::parse("192.168.100.10/24"));
    std::vector<engine::SparkStatus> all;
    for (const domain::SparkDrift &drift : domain::findDrift({plan.addresses, plan.clusterId}, inputs)) {
        engine::SparkStatus status;
        status.name = fabric.hosts[all.size()].name;
        status.state =
            drift.findings.empty() ? engine::SparkStatus::State::AsPlanned : engine::SparkStatus::State::Differs;
        for (const domain::DriftFinding &finding : drift.findings)
            status.drift.push_back({finding, changed.clockUtcMs - 5'400'000, changed.clockUtcMs, false});
        all.push_back(std::move(status));
    }
    engine::SparkStatus offline;
    offline.name = QStringLiteral("spark-c");
    offline.state = engine::SparkStatus::State::Unreachable;
    all.push_back(offline);
    return all;
}

std::vector<engine::ScenarioInfo> scenarios()
{
    return {{u"sealed-pair"_s, u"Sealed pair"_s, 2}, {u"pair"_s, u"Pair"_s, 2},
        {u"pair2"_s, u"Pair with two cables"_s, 2}, {u"ring"_s, u"Ring of three"_s, 3},
        {u"star"_s, u"Star of four"_s, 4}, {u"pair-ready"_s, u"Pair, ready"_s, 2}, {u"stale-init"_s, u"Stuck"_s, 2},
        {u"foreign-netplan"_s, u"Configured before"_s, 2}, {u"star-untuned"_s, u"Untuned"_s, 4}};
}

std::vector<engine::FoundHost> foundHosts()
{
    std::vector<engine::FoundHost> found(4);
    found[0] = {u"1"_s, u"spark-1a2b"_s, u"spark-1a2b.local"_s, {u"192.168.7.21"_s}, {u"wlan0"_s}, 22, true, false,
        true, false};
    found[1] = {
        u"2"_s, u"gx10-9641"_s, u"gx10-9641.local"_s, {u"192.168.7.22"_s}, {u"wlan0"_s}, 22, true, false, false, false};
    found[2] = {u"3"_s, u"promaxgb10-5cd4"_s, u"promaxgb10-5cd4.local"_s, {u"192.168.7.23"_s}, {u"wlan0"_s, u"eth0"_s},
        22, true, false, false, true};
    found[3] = {u"4"_s, u"nas"_s, u"nas.local"_s, {u"192.168.7.5"_s}, {u"wlan0"_s}, 22, false, false, false, false};
    return found;
}

std::vector<viewmodels::KnownCluster> knownClusters()
{
    const auto clusterOf = [](const QString &name, const QStringList &members, std::optional<domain::Topology> goal) {
        engine::Cluster cluster;
        cluster.name = name;
        cluster.goal = goal;
        for (const QString &member : members) {
            cluster.members.emplace_back();
            cluster.members.back().name = member;
        }
        return cluster;
    };
    engine::Cluster ring =
        clusterOf(u"default"_s, {u"spark-1a2b"_s, u"gx10-9641"_s, u"promaxgb10-5cd4"_s}, domain::Topology::Ring);
    ring.applied.emplace();
    const auto at = [](int day) { return QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC); };
    return {{ring, at(20), false}, {clusterOf(u"lab"_s, {u"spark-77aa"_s, u"spark-77ab"_s}, {}), at(12), false},
        {clusterOf(u"class"_s, {u"spark-0001"_s, u"spark-0002"_s}, domain::Topology::Pair), at(2), true},
        {clusterOf(u"emptied"_s, {}, {}), at(19), false}};
}

std::vector<engine::HostKeyQuestion> keyQuestions()
{
    std::vector<engine::HostKeyQuestion> questions(2);
    questions[0] = {u"spark-1a2b"_s, u"192.168.7.21"_s,
        {u"ssh-ed25519"_s, {}, u"SHA256:uQ8hdjVYjB1vA0cDEk2wYhM9nFQ3rT7xS5sLzPq4oIg"_s}, {}};
    questions[1] = {u"gx10-9641"_s, u"192.168.7.22"_s,
        {u"ssh-ed25519"_s, {}, u"SHA256:bW3kzR1pX7uN0tGfQ9yLhVd2eJ5mC8aS4oIxT6vYwEs"_s}, {u"spark-3995"_s}};
    return questions;
}

base::Message deniedSignIn()
{
    using namespace base::literals;
    return base::Message("ssh.auth-denied"_msg)
        .with("user", "ann")
        .with("tried", "own-key,password")
        .with("offered", "publickey,password");
}

} // namespace fixtures
