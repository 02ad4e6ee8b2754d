// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/crosscheck.h"

#include "engine/bench/streamedvalue.h"
#include "protocol/codec.h"
#include "protocol/messages_iperf.h"

#include <QVersionNumber>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int kWarmUpSeconds = 1; // iperf3 knows whole seconds only
constexpr milliseconds kOverhead{1500};
// Beyond the agents' own deadlines nothing comes any more.
constexpr milliseconds kSlack{30'000};
// How far two measurements one after the other may lie apart, in shares of theirs.
constexpr double kAlike = 0.1;
const QVersionNumber kThreads(3, 16); // from here on iperf3 has a thread for each stream

seconds wholeSeconds(milliseconds time)
{
    return std::clamp(std::chrono::ceil<seconds>(time), seconds(1), seconds(protocol::kMaxIperfSeconds));
}

QCoro::Task<base::Result<protocol::IperfResult>> measureByIperf(
    TestLane lane, TestOptions options, AgentOf agents, CancelToken token)
{
    const seconds window = wholeSeconds(options.measure);
    const milliseconds patience = window + seconds(kWarmUpSeconds) + kSlack;
    const protocol::IperfServeRequest serve{lane.to.half.half, lane.to.address.address, int(patience.count())};
    const StreamedValue<protocol::IperfListening> server(agents(lane.to.half.spark), protocol::verb::kIperfServe,
        protocol::event::kIperfListening, protocol::encode(serve));
    server.expireAfter(kSlack);
    const base::Result<protocol::IperfListening> listening = co_await server.value().wait(token);
    if (!listening)
        co_return listening.error();
    protocol::IperfRunRequest run;
    run.half = lane.from.half.half;
    run.local = lane.from.address.address;
    run.peer = lane.to.address.address;
    run.port = listening->port;
    run.streams = options.streams;
    run.warmUpSeconds = kWarmUpSeconds;
    run.seconds = int(window.count());
    const StreamedValue<protocol::IperfResult> client(
        agents(lane.from.half.spark), protocol::verb::kIperfRun, protocol::event::kIperfResult, protocol::encode(run));
    client.expireAfter(patience);
    const base::Result<protocol::IperfResult> result = co_await client.value().wait(token);
    co_return base::Result<protocol::IperfResult>(result);
}

std::vector<base::Message> wordsOf(const CrossCheckReport &report)
{
    std::vector<base::Message> said;
    QStringList lacking;
    for (const CrossCheckReport::Program &program : report.programs)
        if (program.version.isEmpty())
            lacking << program.spark;
    if (!lacking.isEmpty()) {
        said.push_back(base::Message("bench.iperf-missing"_msg).with("sparks", lacking.join(u", "_s).toStdString()));
        return said;
    }
    double least = 0, most = 0;
    for (const CrossCheckLane &lane : report.lanes)
        if (const auto ratio = lane.ratio()) {
            least = least > 0 ? std::min(least, *ratio) : *ratio;
            most = std::max(most, *ratio);
        }
    if (most > 0) {
        const bool alike = least >= 1 - kAlike && most <= 1 + kAlike;
        said.push_back(base::Message(alike ? "bench.iperf-agrees"_msg : "bench.iperf-apart"_msg)
                           .with("least", least)
                           .with("most", most));
    }
    for (const CrossCheckReport::Program &program : report.programs)
        if (QVersionNumber::fromString(program.version) < kThreads) {
            said.push_back(base::Message("bench.iperf-one-thread"_msg)
                               .with("spark", program.spark.toStdString())
                               .with("version", program.version.toStdString()));
            break;
        }
    if (most > 0)
        said.push_back("bench.iperf-differs"_msg);
    return said;
}

} // namespace

milliseconds CrossCheck::durationOf(const TestOptions &options, std::size_t lanes)
{
    const milliseconds ours = options.warmUp + options.measure + kOverhead;
    const milliseconds theirs = seconds(kWarmUpSeconds) + wholeSeconds(options.measure) + kOverhead;
    return 2 * static_cast<int>(lanes) * (ours + theirs);
}

std::shared_ptr<AgentClient> CrossCheck::agentOf(const domain::SparkId &id) const
{
    const auto it =
        std::find_if(m_sparks.begin(), m_sparks.end(), [&](const TestSpark &spark) { return spark.facts.id == id; });
    return it == m_sparks.end() ? nullptr : it->agent;
}

QString CrossCheck::nameOf(const domain::SparkId &id) const
{
    const auto it =
        std::find_if(m_sparks.begin(), m_sparks.end(), [&](const TestSpark &spark) { return spark.facts.id == id; });
    return it == m_sparks.end() ? QString() : it->name;
}

void CrossCheck::tell(const TestLane &lane, milliseconds left) const
{
    if (!m_onProgress)
        return;
    TestProgress progress;
    progress.doing = base::Message("bench.doing-cross-check"_msg)
                         .with("cable", lane.cable)
                         .with("half", domain::toText(lane.from.half.half))
                         .with("from", nameOf(lane.from.half.spark).toStdString())
                         .with("to", nameOf(lane.to.half.spark).toStdString());
    progress.left = left;
    progress.cables = {lane.cable};
    m_onProgress(progress);
}

QCoro::Task<base::Result<CrossCheckReport>> CrossCheck::look(CancelToken token)
{
    std::vector<QCoro::Task<base::Result<protocol::IperfLookAnswer>>> asked;
    for (const TestSpark &spark : m_sparks)
        asked.push_back(
            call<protocol::IperfLookAnswer>(spark.agent, std::string(protocol::verb::kIperfLook), "{}", token));
    CrossCheckReport report;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const base::Result<protocol::IperfLookAnswer> answer = co_await asked[i];
        if (!answer)
            co_return answer.error();
        report.programs.push_back({m_sparks[i].name, QString::fromStdString(answer->version)});
    }
    co_return base::Result<CrossCheckReport>(report);
}

QCoro::Task<base::Result<CrossCheckLane>> CrossCheck::compare(TestLane lane, milliseconds left, CancelToken token)
{
    CrossCheckLane both;
    both.lane = lane;
    both.from = nameOf(lane.from.half.spark);
    both.to = nameOf(lane.to.half.spark);
    tell(lane, left);
    const AgentOf agents = [this](const domain::SparkId &id) { return agentOf(id); };
    ShotSettings settings;
    settings.streams = m_options.streams;
    settings.warmUp = m_options.warmUp;
    settings.measure = m_options.measure;
    const std::vector<TestLane> alone(1, lane);
    const base::Result<ShotRun> ours = co_await runShot(alone, settings, agents, nullptr, token);
    if (token.isCancelled())
        co_return cancelledError();
    if (!ours) {
        both.error = ours.error();
        co_return base::Result<CrossCheckLane>(both);
    }
    both.gbps = ours->lanes.front().gbps;
    const base::Result<protocol::IperfResult> theirs = co_await measureByIperf(lane, m_options, agents, token);
    if (token.isCancelled())
        co_return cancelledError();
    if (theirs) {
        both.iperfGbps = theirs->gbps;
        both.iperfCores = std::max(theirs->senderCores, theirs->receiverCores);
        both.iperfRetransmits = theirs->retransmits;
    } else {
        both.error = theirs.error();
    }
    co_return base::Result<CrossCheckLane>(both);
}

QCoro::Task<base::Result<CrossCheckReport>> CrossCheck::run(std::vector<TestLane> lanes, CancelToken token)
{
    base::Result<CrossCheckReport> report = co_await look(token);
    if (!report)
        co_return report.error();
    const bool everywhere = std::none_of(report->programs.begin(), report->programs.end(),
        [](const auto &program) { return program.version.isEmpty(); });
    for (std::size_t i = 0; everywhere && i < 2 * lanes.size(); ++i) { // there, then back
        const TestLane way = i % 2 == 0 ? lanes[i / 2] : lanes[i / 2].reversed();
        const milliseconds left = durationOf(m_options, lanes.size()) * (2 * lanes.size() - i) / (2 * lanes.size());
        const base::Result<CrossCheckLane> both = co_await compare(way, left, token);
        if (!both)
            co_return both.error();
        report->lanes.push_back(*both);
    }
    report->said = wordsOf(*report);
    co_return base::Result<CrossCheckReport>(*report);
}

} // namespace sparkloom::engine
