// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/shottest.h"

#include "domain/measure/linkbudget.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;

namespace {

constexpr int kRuns = 3;

bool belongsTo(const TestFigure &figure, const TestLane &lane)
{
    const TestLane &first = figure.lanes.front();
    return first.from.half.cageRef() == lane.from.half.cageRef() && first.to.half.cageRef() == lane.to.half.cageRef();
}

base::Message titleOf(const Shot &shot, const std::string &from, const std::string &to)
{
    const auto about = [&](base::MessageId id) {
        return base::Message(id)
            .with("cable", shot.cable)
            .with("from", from)
            .with("to", to)
            .with("half", domain::toText(shot.lanes.front().from.half.half));
    };
    switch (shot.kind) {
    case Shot::Kind::OneHalf: return about("bench.doing-one-half"_msg);
    case Shot::Kind::BothHalves: return about("bench.doing-both-halves"_msg);
    case Shot::Kind::BothWays: return about("bench.doing-both-ways"_msg);
    case Shot::Kind::Everything: break;
    }
    return "bench.doing-everything"_msg;
}

} // namespace

Verdict TestShot::verdict() const
{
    Verdict worst = error ? Verdict::NotTested : Verdict::Good;
    bool judged = false;
    // A test that a link did not live through, or that delivered damaged data, has found something.
    // The NIC's own word counts where counters tell nothing: one that came back with its cable begins anew.
    static constexpr std::string_view kBroken[] = {"bench.link-lost", "rdma.link-lost", "rdma.wrong-data"};
    if (error && std::find(std::begin(kBroken), std::end(kBroken), error->message.id) != std::end(kBroken))
        return Verdict::Broken;
    if (error && error->message.id == "bench.link-flapped")
        return Verdict::Degraded;
    const auto add = [&](Verdict verdict) {
        worst = domain::worse(worst, verdict);
        judged = true;
    };
    for (const TestFigure &figure : figures)
        add(figure.figure.verdict);
    for (const LatencyFigure &latency : latencies)
        if (!latency.underLoad) // nobody has published what is to be expected then
            add(latency.verdict);
    // Of NCCL some collectives have no band; the others judge it.
    for (std::size_t i = 0; nccl && i < nccl->figures.size(); ++i)
        if (nccl->figures[i].figure.verdict != Verdict::NotTested)
            add(nccl->figures[i].figure.verdict);
    return judged ? worst : Verdict::NotTested;
}

Verdict verdictOf(const std::vector<TestShot> &shots)
{
    Verdict worst = shots.empty() ? Verdict::NotTested : Verdict::Good;
    for (const TestShot &shot : shots)
        worst = domain::worse(worst, shot.verdict());
    return worst;
}

ShotTest::ShotTest(
    std::vector<TestSpark> sparks, TestOptions options, std::function<void(const TestProgress &)> onProgress)
    : m_sparks(std::move(sparks)), m_options(std::move(options)), m_onProgress(std::move(onProgress))
{}

const domain::SparkFacts *ShotTest::factsOf(const domain::SparkId &id) const
{
    const auto it =
        std::find_if(m_sparks.begin(), m_sparks.end(), [&](const TestSpark &spark) { return spark.facts.id == id; });
    return it == m_sparks.end() ? nullptr : &it->facts;
}

QString ShotTest::nameOf(const domain::SparkId &id) const
{
    const auto it =
        std::find_if(m_sparks.begin(), m_sparks.end(), [&](const TestSpark &spark) { return spark.facts.id == id; });
    return it == m_sparks.end() ? QString::fromStdString(id.value.substr(0, 8)) : it->name;
}

double ShotTest::linkOf(const TestFigure &figure) const
{
    double least = 0;
    for (const domain::LaneEnd &end : {figure.lanes.front().from, figure.lanes.front().to}) {
        const domain::SparkFacts *facts = factsOf(end.half.spark);
        const auto link = facts ? domain::linkGbps(*facts, end.half.half.cage) : std::nullopt;
        if (!link || !facts->half(end.half.half) || !facts->half(end.half.half)->pcie)
            return 0; // what a netdev without hardware says of its speed means nothing
        least = least > 0 ? std::min(least, *link) : *link;
    }
    return least;
}

std::vector<TestFigure> ShotTest::figuresOf(const Shot &shot) const
{
    std::vector<TestFigure> figures;
    for (const TestLane &lane : shot.lanes) {
        auto figure =
            std::find_if(figures.begin(), figures.end(), [&](const TestFigure &each) { return belongsTo(each, lane); });
        if (figure == figures.end())
            figure = figures.insert(figures.end(),
                TestFigure{nameOf(lane.from.half.spark), nameOf(lane.to.half.spark), lane.cable, {}, {}});
        figure->lanes.push_back(lane);
    }
    for (TestFigure &figure : figures)
        figure.figure.band = bandOf(shot, figure);
    return figures;
}

void ShotTest::add(std::vector<TestFigure> &figures, const Shot &shot, const ShotRun &run) const
{
    for (TestFigure &figure : figures) {
        domain::RunFigure one;
        bool rightHalves = true;
        for (std::size_t i = 0; i < shot.lanes.size(); ++i) {
            if (!belongsTo(figure, shot.lanes[i]))
                continue;
            const ShotRun::Lane &lane = run.lanes[i];
            one.gbps += lane.gbps;
            one.shares.push_back(lane.gbps);
            one.retransmits += lane.retransmits;
            one.streamsLost += lane.streamsLost;
            rightHalves &= lane.rightHalf;
        }
        const domain::LaneEnd &to = figure.lanes.front().to;
        const auto wire = run.wires.find(to.half.cageRef());
        if (wire != run.wires.end()) {
            one.payloadBytes = wire->second.payloadBytes;
            one.wireBytes = wire->second.wireBytes;
            one.source = wire->second.source;
        }
        const auto cores = [](const auto &table, const domain::SparkId &id) {
            return table.contains(id) ? table.at(id) : 0.0;
        };
        one.receiverCores = cores(run.receiverCores, to.half.spark);
        one.senderCores = cores(run.senderCores, figure.lanes.front().from.half.spark);
        one.wire = judgeWire(one, run.sending, linkOf(figure), figure.lanes.front().mtu);
        if (!rightHalves && one.wire == domain::WireVerdict::Agrees)
            one.wire = domain::WireVerdict::NotOnCable;
        figure.figure.runs.push_back(std::move(one));
        domain::judge(figure.figure);
    }
}

std::chrono::milliseconds ShotTest::durationOfShot() const
{
    return (m_options.quick() ? 1 : kRuns) * durationOfRun();
}

void ShotTest::tell(const Shot &shot, TestProgress progress) const
{
    if (!m_onProgress)
        return;
    progress.layer = layer();
    for (const TestLane &each : shot.lanes)
        if (std::find(progress.cables.begin(), progress.cables.end(), each.cable) == progress.cables.end())
            progress.cables.push_back(each.cable);
    m_onProgress(progress);
}

void ShotTest::tellRun(const Shot &shot, int run, int runs, double gbps, const std::optional<domain::Band> &band) const
{
    const TestLane &lane = shot.lanes.front();
    TestProgress progress;
    progress.doing =
        titleOf(shot, nameOf(lane.from.half.spark).toStdString(), nameOf(lane.to.half.spark).toStdString());
    progress.left = std::max(0, runs - run) * durationOfRun();
    progress.gbps = gbps;
    progress.band = band;
    tell(shot, progress);
}

AgentOf ShotTest::agents() const
{
    return [this](const domain::SparkId &id) {
        const auto it = std::find_if(
            m_sparks.begin(), m_sparks.end(), [&](const TestSpark &spark) { return spark.facts.id == id; });
        return it == m_sparks.end() ? std::shared_ptr<AgentClient>() : it->agent;
    };
}

std::vector<domain::PcieLink> ShotTest::pcieOf(const TestFigure &figure) const
{
    std::vector<domain::PcieLink> links;
    for (const TestLane &lane : figure.lanes)
        for (const domain::LaneEnd &end : {lane.from, lane.to}) {
            const domain::SparkFacts *facts = factsOf(end.half.spark);
            const domain::HalfFacts *half = facts ? facts->half(end.half.half) : nullptr;
            if (half && half->pcie)
                links.push_back(*half->pcie);
        }
    return links;
}

QCoro::Task<TestShot> ShotTest::measure(Shot shot, CancelToken token)
{
    TestShot done{shot.kind, shot.cable, figuresOf(shot), std::nullopt, layer()};
    const bool judged = shot.kind != Shot::Kind::Everything;
    int runs = m_options.quick() || !judged ? 1 : kRuns;
    for (int number = 0; number < runs; ++number) {
        // One figure has one band; the rates of several come as one sum.
        const auto band = done.figures.size() == 1 ? done.figures.front().figure.band : std::nullopt;
        tellRun(shot, number, runs, 0, band);
        const auto onRate = [this, shot, number, band, &runs](double gbps) { tellRun(shot, number, runs, gbps, band); };
        const base::Result<ShotRun> result = co_await run(shot.lanes, onRate, token);
        if (!result) {
            done.error = result.error();
            break;
        }
        add(done.figures, shot, *result);
        done.heard.insert(done.heard.end(), result->heard.begin(), result->heard.end());
        const bool unclear = std::any_of(done.figures.begin(), done.figures.end(),
            [](const TestFigure &figure) { return domain::wantsRepeat(figure.figure); });
        if (judged && unclear)
            runs = kRuns;
    }
    co_return done;
}

} // namespace sparkloom::engine
