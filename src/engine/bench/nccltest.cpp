// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/nccltest.h"

#include "domain/measure/linkbudget.h"
#include "protocol/codec.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;
using domain::WireVerdict;
using std::chrono::milliseconds;

namespace {

constexpr std::int64_t kChecking = 48 << 20; // bytes beside the two buffers, for making and comparing data
constexpr double kExpectedGbps = 180;        // for how long it will take, where there is no band
constexpr double kMostlyRdma = 0.8;          // of the job's bytes
constexpr int kRuns = 3;
constexpr int kLeastTimed = 30'000; // ms; at 1 GB/s 20 times 1 GiB take 21 s

// Rows of one size and way, by rank: nccl-tests prints the mean over the ranks.
struct Mean {
    double timeUs = 0;
    double algBw = 0;
    double busBw = 0;
    double slowest = 0;
    std::optional<std::int64_t> wrong;
};
Mean meanOf(const std::vector<std::vector<protocol::NcclRow>> &rows, std::size_t index)
{
    Mean mean;
    for (const auto &ofRank : rows) {
        const protocol::NcclRow &row = ofRank[index];
        mean.timeUs += row.timeUs / static_cast<double>(rows.size());
        mean.slowest = std::max(mean.slowest, row.timeUs);
        if (row.wrong)
            mean.wrong = mean.wrong.value_or(0) + *row.wrong;
    }
    // Bandwidth is made of the mean time, as nccl-tests makes it.
    const protocol::NcclRow &first = rows.front()[index];
    const double ratio = mean.timeUs > 0 ? first.timeUs / mean.timeUs : 0;
    mean.algBw = first.algBw * ratio;
    mean.busBw = first.busBw * ratio;
    return mean;
}

NcclFigure &figureFor(NcclOutcome &outcome, const protocol::NcclRow &row)
{
    const auto known = std::find_if(outcome.figures.begin(), outcome.figures.end(), [&](const NcclFigure &figure) {
        return figure.collective == row.collective && figure.inPlace == row.inPlace && figure.bytes == row.bytes;
    });
    if (known != outcome.figures.end())
        return *known;
    NcclFigure figure;
    figure.collective = row.collective;
    figure.inPlace = row.inPlace;
    figure.bytes = row.bytes;
    return outcome.figures.emplace_back(std::move(figure));
}

// The lanes of a group in the direction to this Spark.
std::vector<TestLane> lanesTo(const NcclGroup &group, const domain::SparkId &id)
{
    std::vector<TestLane> lanes;
    for (const TestWay &way : group.ways)
        for (const TestLane &lane : way.lanes)
            for (const TestLane &each : {lane, lane.reversed()})
                if (each.to.half.spark == id && std::none_of(lanes.begin(), lanes.end(), [&](const TestLane &known) {
                        return known.to.half == each.to.half;
                    }))
                    lanes.push_back(each);
    return lanes;
}

std::vector<TestLane> allLanes(const NcclGroup &group)
{
    std::vector<TestLane> lanes;
    for (const TestWay &way : group.ways)
        lanes.insert(lanes.end(), way.lanes.begin(), way.lanes.end());
    return lanes;
}

// A rank says how much memory it may take at most: as much as that allows, unless not even the smallest size fits.
bool shrink(protocol::NcclRunRequest &request, const base::Error &error)
{
    const auto cap = error.message.arguments.find("cap");
    if (error.message.id != "nccl.memory-cap" || cap == error.message.arguments.end())
        return false;
    const auto *mib = std::get_if<std::int64_t>(&cap->second);
    const std::int64_t room = mib ? ((*mib << 20) - kChecking) / 2 : 0;
    std::int64_t size = request.maxBytes;
    while (size > room && size / request.factor >= request.minBytes)
        size /= request.factor;
    if (size > room || size == request.maxBytes)
        return false;
    request.maxBytes = size;
    return true;
}

void addOnce(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list << text;
}

} // namespace

WireVerdict judgeNccl(const NcclEvidence &evidence)
{
    domain::WireEvidence wire;
    wire.jobBytes = static_cast<std::uint64_t>(evidence.jobBytes);
    wire.wireOctets = evidence.wireBytes;
    wire.window = evidence.window;
    wire.linkGbps = evidence.linkGbps;
    const WireVerdict verdict = domain::judgeAgainstWire(wire);
    if (verdict != WireVerdict::Agrees || evidence.network != u"IB")
        return verdict;
    // RDMA, says the log: then the counters of the RoCE devices moved, and not only the port.
    const bool byRdma = !evidence.rdmaBytes || double(*evidence.rdmaBytes) >= kMostlyRdma * evidence.jobBytes;
    return byRdma ? verdict : WireVerdict::NotOnCable;
}

NcclTest::NcclTest(std::vector<TestSpark> sparks, domain::AddressPlan plan, const std::vector<TestWay> &ways,
    TestOptions options, std::function<void(const TestProgress &)> onProgress)
    : m_sparks(std::move(sparks)), m_plan(std::move(plan)), m_groups(ncclGroups(m_plan, ways)),
      m_options(std::move(options)), m_onProgress(std::move(onProgress))
{}

NcclLoad NcclTest::load() const
{
    const NcclOptions &chosen = m_options.nccl;
    return {ncclCollectives(chosen), chosen.minBytes, chosen.maxBytes, chosen.factor, chosen.iterations,
        std::min(chosen.iterations, 5), chosen.inPlace, m_options.quick() ? 1 : kRuns};
}

std::int64_t NcclTest::memoryOf(const NcclLoad &load)
{
    return 2 * load.maxBytes + kChecking;
}

const TestSpark *NcclTest::spark(const domain::SparkId &id) const
{
    const auto it =
        std::find_if(m_sparks.begin(), m_sparks.end(), [&](const TestSpark &each) { return each.facts.id == id; });
    return it == m_sparks.end() ? nullptr : &*it;
}

QString NcclTest::nameOf(const domain::SparkId &id) const
{
    const TestSpark *known = spark(id);
    return known ? known->name : QString::fromStdString(id.value.substr(0, 8));
}

AgentOf NcclTest::agents() const
{
    return [this](const domain::SparkId &id) {
        const TestSpark *known = spark(id);
        return known ? known->agent : std::shared_ptr<AgentClient>();
    };
}

protocol::NcclRunRequest NcclTest::requestOf(const NcclGroup &group, const NcclLoad &load) const
{
    protocol::NcclRunRequest request;
    request.ranks = static_cast<int>(group.ranks.size());
    request.library = m_options.nccl.library.toStdString();
    request.sha256 = m_looks.at(group.ranks.front()).library.sha256;
    request.collectives = load.collectives;
    request.minBytes = load.minBytes;
    request.maxBytes = load.maxBytes;
    request.factor = load.factor;
    request.iterations = load.iterations;
    request.warmUps = load.warmUps;
    request.inPlace = load.inPlace;
    request.evenIfBusy = m_options.nccl.evenIfBusy;
    request.memoryCap = m_options.nccl.memoryCap;
    // 20 s for a few, 5 s more for each four (measurement-and-safety 1.9).
    request.deadlines.init += 5000 * (request.ranks / 4);
    // At least what 1 GB/s would need for one size.
    const auto slow =
        static_cast<int>(static_cast<double>(load.maxBytes) / 1e9 * 2 * (load.iterations + load.warmUps) * 1000);
    request.deadlines.timed = std::max(kLeastTimed, slow);
    request.deadlines.warmUp = std::max(kLeastTimed, slow);
    return request;
}

std::chrono::milliseconds NcclTest::durationOf(const NcclGroup &group, const NcclLoad &load) const
{
    protocol::NcclRunRequest request;
    request.ranks = static_cast<int>(group.ranks.size());
    request.collectives = load.collectives;
    request.minBytes = load.minBytes;
    request.maxBytes = load.maxBytes;
    request.factor = load.factor;
    request.iterations = load.iterations;
    request.warmUps = load.warmUps;
    request.inPlace = load.inPlace;
    const auto band =
        domain::ncclBand(ncclExpectation(group, m_plan, m_sparks, protocol::NcclCollective::AllGather, load.maxBytes));
    return load.runs * ncclDuration(request, band ? band->good : kExpectedGbps);
}

QCoro::Task<base::Result<NcclTest::Measured>> NcclTest::run(
    NcclGroup group, NcclLoad load, int number, protocol::NcclRunRequest request, CancelToken token)
{
    const std::vector<TestLane> lanes = allLanes(group);
    const base::Result<Snapshots> before = co_await countersOf(lanes, agents(), token);
    if (!before)
        co_return before.error();
    std::vector<NcclRank> ranks;
    for (const domain::SparkId &id : group.ranks)
        ranks.push_back({nameOf(id), spark(id)->agent, asProtocol(ncclSettings(m_plan, group, spark(id)->facts))});
    QElapsedTimer clock;
    clock.start();
    Measured measured;
    measured.before = *before;
    // Named: GCC 12 destroys what a lambda inside a co_await captured twice.
    const std::function<void(const protocol::NcclRow &)> onRow =
        [this, group, load, number](const protocol::NcclRow &row) { tell(group, load, number, row.busBw * 8); };
    measured.result = co_await runNccl(std::move(ranks), request, onRow, token);
    measured.window = std::chrono::nanoseconds(clock.nsecsElapsed());
    if (token.isCancelled())
        co_return cancelledError();
    const base::Result<Snapshots> after = co_await countersOf(lanes, agents(), token);
    if (const auto lost = after ? lostLink(lanes, *before, *after) : std::nullopt)
        co_return base::Error(*lost); // whatever NCCL made of it
    if (measured.result.error)
        co_return Measured(measured);
    if (!after)
        co_return after.error();
    measured.after = *after;
    co_return Measured(measured);
}

void NcclTest::tell(const NcclGroup &group, const NcclLoad &load, int run, double gbps) const
{
    if (!m_onProgress)
        return;
    TestProgress progress;
    progress.layer = TestLayer::Nccl;
    progress.doing = base::Message("bench.doing-nccl"_msg).with("count", std::int64_t(group.ranks.size()));
    progress.left = durationOf(group, load) * std::max(load.runs - run, 0) / std::max(load.runs, 1);
    progress.gbps = gbps;
    for (const TestWay &way : group.ways)
        if (std::find(progress.cables.begin(), progress.cables.end(), way.cable) == progress.cables.end())
            progress.cables.push_back(way.cable);
    m_onProgress(progress);
}

// The rows of one run, each beside the wire of the whole run.
void NcclTest::add(
    TestShot &shot, const NcclGroup &group, const protocol::NcclRunRequest &request, const Measured &measured) const
{
    NcclOutcome &outcome = *shot.nccl;
    for (const protocol::NcclRunAnswer &answer : measured.result.answers) {
        const protocol::NcclTransport &transport = answer.transport;
        if (outcome.network.isEmpty() || transport.network == "Socket") // one that does is one too many
            outcome.network = QString::fromStdString(transport.network);
        for (const std::string &device : transport.devices)
            addOnce(outcome.devices, QString::fromStdString(device));
        outcome.gpuDirect |= transport.gpuDirect;
        for (const std::string &name : answer.removed)
            addOnce(outcome.removed, QString::fromStdString(name));
    }
    domain::RunFigure wire; // of the rank where it looks worst
    wire.wire = WireVerdict::Agrees;
    for (std::size_t rank = 0; rank < group.ranks.size(); ++rank) {
        const std::vector<TestLane> lanes = lanesTo(group, group.ranks[rank]);
        NcclEvidence evidence;
        evidence.jobBytes = ncclTraffic(request, static_cast<int>(rank)).all;
        evidence.network = outcome.network;
        evidence.window = measured.window;
        const auto wires = wiresOf(lanes, std::vector<ShotRun::Lane>(lanes.size()), measured.before, measured.after);
        domain::WireSource source = domain::WireSource::Port;
        for (const auto &[cage, each] : wires) {
            if (each.wireBytes)
                evidence.wireBytes = evidence.wireBytes.value_or(0) + *each.wireBytes;
            source = each.source == domain::WireSource::Port ? source : each.source;
            const TestSpark *known = spark(cage.spark);
            const auto link = known ? domain::linkGbps(known->facts, cage.cage) : std::nullopt;
            evidence.linkGbps += link.value_or(0);
        }
        for (const TestLane &lane : lanes)
            if (const auto bytes = moved(measured.before, measured.after, lane.to.half,
                    [](const protocol::CounterSnapshot::Half &half) { return half.rdmaRxBytes; }))
                evidence.rdmaBytes = evidence.rdmaBytes.value_or(0) + *bytes;
        const WireVerdict verdict = judgeNccl(evidence);
        if (rank > 0 && (verdict == WireVerdict::Agrees || wire.wire != WireVerdict::Agrees))
            continue;
        wire.wire = verdict;
        wire.payloadBytes = static_cast<std::uint64_t>(evidence.jobBytes);
        wire.wireBytes = evidence.wireBytes;
        wire.source = evidence.wireBytes ? source : domain::WireSource::None;
    }
    const std::size_t rows = measured.result.rows.front().size();
    for (std::size_t i = 0; i < rows; ++i) {
        const protocol::NcclRow &row = measured.result.rows.front()[i];
        if (std::any_of(measured.result.rows.begin(), measured.result.rows.end(), [&](const auto &ofRank) {
                return ofRank.size() <= i || ofRank[i].bytes != row.bytes || ofRank[i].collective != row.collective;
            })) {
            shot.error = base::protocolError("bench.nccl-rows-differ"_msg);
            return;
        }
        const Mean mean = meanOf(measured.result.rows, i);
        NcclFigure &figure = figureFor(outcome, row);
        figure.timeUs = mean.timeUs;
        figure.algBw = mean.algBw;
        figure.slowestTimeUs = mean.slowest;
        if (mean.wrong)
            figure.wrong = figure.wrong.value_or(0) + *mean.wrong;
        figure.figure.band = domain::ncclBand(ncclExpectation(group, m_plan, m_sparks, row.collective, row.bytes));
        domain::RunFigure run = wire;
        run.gbps = mean.busBw * 8;
        figure.figure.runs.push_back(std::move(run));
    }
}

void NcclTest::conclude(NcclOutcome &outcome) const
{
    const bool sockets = outcome.network == u"Socket";
    for (NcclFigure &figure : outcome.figures) {
        // Over sockets on another network the cable stands still, and NCCL says so itself: no mistake of measuring.
        const bool beside = sockets
            && std::all_of(figure.figure.runs.begin(), figure.figure.runs.end(),
                [](const domain::RunFigure &run) { return run.wire == WireVerdict::NotOnCable; });
        if (beside) {
            figure.figure.verdict = Verdict::Broken;
            figure.figure.reason = "bench.nccl-beside-cable"_msg;
        } else {
            domain::judge(figure.figure);
        }
        if (figure.wrong.value_or(0) > 0) {
            figure.figure.verdict = Verdict::Broken;
            figure.figure.reason = base::Message("bench.nccl-wrong"_msg).with("count", *figure.wrong);
        }
    }
}

// The way that the data took.
void NcclTest::sayTransport(NcclOutcome &outcome)
{
    const bool onCable = std::none_of(outcome.figures.begin(), outcome.figures.end(),
        [](const NcclFigure &figure) { return figure.figure.reason.id == "bench.nccl-beside-cable"; });
    const std::string devices = outcome.devices.join(u", "_s).toStdString();
    if (outcome.network == u"Socket")
        outcome.said.push_back(base::Message(onCable ? "bench.nccl-sockets"_msg : "bench.nccl-sockets-beside"_msg)
                                   .with("devices", devices));
    else if (!outcome.network.isEmpty())
        outcome.said.push_back(base::Message("bench.nccl-rdma"_msg).with("devices", devices));
}

QCoro::Task<TestShot> NcclTest::measure(NcclGroup group, NcclLoad load, CancelToken token)
{
    TestShot shot;
    shot.kind = Shot::Kind::Everything;
    shot.cable = group.ways.size() == 1 ? group.ways.front().cable : 0;
    shot.layer = TestLayer::Nccl;
    shot.nccl.emplace();
    for (const domain::SparkId &id : group.ranks)
        shot.nccl->ranks << nameOf(id);
    tell(group, load, 0, 0);
    const bool found = co_await look(group, shot, token);
    if (!found)
        co_return TestShot(shot);
    const bool reached = co_await reach(group, shot, token);
    if (!reached)
        co_return TestShot(shot);
    protocol::NcclRunRequest request = requestOf(group, load);
    describe(group, request, *shot.nccl);
    for (int run = 0, runs = load.runs; run < runs; ++run) {
        tell(group, load, run, 0);
        const base::Result<Measured> measured = co_await this->run(group, load, run, request, token);
        if (!measured) {
            shot.error = measured.error();
            break;
        }
        if (measured->result.error && shrink(request, *measured->result.error)) {
            describe(group, request, *shot.nccl);
            --run;
            continue;
        }
        if (measured->result.error) {
            shot.error = measured->result.error;
            if (measured->result.blamed)
                shot.nccl->blamed = nameOf(group.ranks[*measured->result.blamed]);
            break;
        }
        add(shot, group, request, *measured);
        if (shot.error)
            break;
        conclude(*shot.nccl);
        const bool unclear = std::any_of(shot.nccl->figures.begin(), shot.nccl->figures.end(),
            [](const NcclFigure &figure) { return domain::wantsRepeat(figure.figure); });
        if (unclear)
            runs = std::max(runs, kRuns);
    }
    if (!shot.nccl->figures.empty())
        sayTransport(*shot.nccl);
    co_return TestShot(shot);
}

} // namespace sparkloom::engine
