// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at before NCCL runs: the library, the network that the ranks meet on.
#include "engine/bench/nccltest.h"

#include "protocol/codec.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLookPatience{20'000};
// Of one Spark at the same time; its agent takes 16, and the first rank of many would be asked for more.
constexpr int kMostProbes = 12;

void addOnce(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list << text;
}

} // namespace

std::vector<std::vector<NcclTest::RankPair>> NcclTest::probeRounds(std::size_t ranks)
{
    std::set<RankPair> pairs;
    for (std::size_t i = 1; i < ranks; ++i)
        pairs.insert({{i, 0}, {0, i}, {i - 1, i}, {i, i - 1}});
    std::vector<std::vector<RankPair>> rounds;
    std::vector<std::vector<int>> busy; // by round and rank
    for (const RankPair &pair : pairs) {
        std::size_t at = 0;
        while (at < rounds.size() && std::max(busy[at][pair.first], busy[at][pair.second]) >= kMostProbes)
            ++at;
        if (at == rounds.size()) {
            rounds.emplace_back();
            busy.emplace_back(ranks, 0);
        }
        rounds[at].push_back(pair);
        ++busy[at][pair.first];
        ++busy[at][pair.second];
    }
    return rounds;
}

// The library of every rank. False: an error stands in the shot.
QCoro::Task<bool> NcclTest::look(NcclGroup group, TestShot &shot, CancelToken token)
{
    std::map<domain::SparkId, QCoro::Task<base::Result<protocol::NcclLookAnswer>>> answers;
    protocol::NcclLookRequest request;
    request.library = m_options.nccl.library.toStdString();
    request.timeoutMs = static_cast<int>(kLookPatience.count());
    for (const domain::SparkId &id : group.ranks)
        if (const TestSpark *known = spark(id); known && !m_looks.contains(id))
            answers.emplace(id,
                call<protocol::NcclLookAnswer>(known->agent, std::string(protocol::verb::kNcclLook),
                    protocol::encode(request), token, kLookPatience + milliseconds(5000)));
    for (auto &[id, task] : answers) {
        const base::Result<protocol::NcclLookAnswer> answer = co_await task;
        if (!answer && !shot.error) {
            shot.error = answer.error();
            shot.nccl->blamed = nameOf(id);
        } else if (answer) {
            m_looks[id] = *answer;
        }
    }
    if (shot.error)
        co_return false;
    // One file on all of them: other versions hang or fail when they meet.
    for (const domain::SparkId &id : group.ranks)
        if (!m_looks.contains(id) || m_looks[id].library.sha256 != m_looks[group.ranks.front()].library.sha256) {
            shot.error = base::Error{base::ErrorKind::NotKnown,
                base::Message("nccl.library-differs"_msg).with("library", m_looks[id].library.path),
                m_looks[id].library.version + " and " + m_looks[group.ranks.front()].library.version};
            shot.nccl->blamed = nameOf(id);
            co_return false;
        }
    co_return true;
}

// Ranks meet over the management network, each with the next one and with the first: a firewall there would let NCCL
// hang. False: an error stands in the shot. What is not known of that network is not probed.
QCoro::Task<bool> NcclTest::reach(NcclGroup group, TestShot &shot, CancelToken token)
{
    for (const std::vector<RankPair> &some : probeRounds(group.ranks.size())) {
        const bool reached = co_await reachThese(group, some, shot, token);
        if (!reached)
            co_return false;
    }
    co_return true;
}

// At once.
QCoro::Task<bool> NcclTest::reachThese(NcclGroup group, std::vector<RankPair> pairs, TestShot &shot, CancelToken token)
{
    const auto addressOf = [this](const domain::SparkId &id) -> std::optional<domain::Ipv4Address> {
        const domain::SparkFacts &facts = spark(id)->facts;
        for (const domain::OtherInterface &other : facts.others)
            if (other.name == facts.managementInterface && !other.addresses.empty())
                return other.addresses.front().address;
        return std::nullopt;
    };
    std::vector<std::pair<ManagementWay, QCoro::Task<base::Result<void>>>> probes;
    for (const auto &[from, to] : pairs) {
        const auto here = addressOf(group.ranks[from]);
        const auto there = addressOf(group.ranks[to]);
        if (!here || !there)
            continue;
        const ManagementWay way{group.ranks[from], group.ranks[to], spark(group.ranks[from])->facts.managementInterface,
            spark(group.ranks[to])->facts.managementInterface, *here, *there};
        probes.emplace_back(way, probeWay(way, agents(), token));
    }
    for (auto &[way, probe] : probes) {
        const base::Result<void> reached = co_await probe;
        if (reached || shot.error)
            continue;
        shot.error = reached.error();
        shot.nccl->blamed = nameOf(way.to);
        if (reached.error().message.id == "tcp.connect-timeout" || reached.error().message.id == "tcp.nobody-came")
            shot.error->message = base::Message("bench.nccl-firewall"_msg)
                                      .with("spark", nameOf(way.to).toStdString())
                                      .with("interface", way.toNetdev)
                                      .with("address", way.fromAddress.toString());
    }
    co_return !shot.error;
}

// What is said of a run before it has begun.
void NcclTest::describe(const NcclGroup &group, const protocol::NcclRunRequest &request, NcclOutcome &outcome) const
{
    const protocol::NcclLookAnswer &first = m_looks.at(group.ranks.front());
    outcome.library = QString::fromStdString(first.library.path);
    outcome.sha256 = QString::fromStdString(first.library.sha256);
    outcome.version = QString::fromStdString(first.library.version);
    outcome.said.clear();
    outcome.code.clear();
    for (const std::string &code : first.library.code)
        outcome.code << QString::fromStdString(code);
    outcome.settings = ncclSettings(m_plan, group, spark(group.ranks.front())->facts);
    NcclLoad load;
    load.maxBytes = request.maxBytes;
    outcome.memory = memoryOf(load);
    outcome.said.push_back(base::Message("bench.nccl-library"_msg)
                               .with("version", first.library.version)
                               .with("library", first.library.path)
                               .with("count", std::int64_t(group.ranks.size())));
    const std::string capability = first.gpus.empty() ? std::string() : first.gpus.front().capability;
    const auto sayCode = [&](base::MessageId id) {
        std::string all;
        for (const std::string &code : first.library.code)
            all += (all.empty() ? "" : ", ") + code;
        outcome.said.push_back(base::Message(id).with("code", all).with("gpu", capability));
    };
    switch (ncclCodeFor(first.library.code, capability)) {
    case NcclCode::Own: sayCode("bench.nccl-code-own"_msg); break;
    case NcclCode::Translated: sayCode("bench.nccl-code-translated"_msg); break;
    case NcclCode::None: sayCode("bench.nccl-code-none"_msg); break;
    case NcclCode::NotKnown: break;
    }
    outcome.said.push_back(base::Message("bench.nccl-memory"_msg)
                               .with("mib", outcome.memory >> 20)
                               .with("largest", request.maxBytes >> 20));
    const bool direct = std::any_of(first.gpus.begin(), first.gpus.end(),
        [](const protocol::NcclGpu &gpu) { return gpu.gpuDirectRdma || gpu.dmaBuf; });
    outcome.said.push_back(direct ? "bench.nccl-gpudirect"_msg : "bench.nccl-no-gpudirect"_msg);
    for (const domain::SparkId &id : group.ranks) {
        const protocol::NcclLookAnswer &answer = m_looks.at(id);
        for (const std::string &file : answer.settingsFiles)
            addOnce(outcome.settingsFiles, u"%1: %2"_s.arg(nameOf(id), QString::fromStdString(file)));
        for (const std::string &name : answer.removed)
            addOnce(outcome.removed, QString::fromStdString(name));
    }
    if (!outcome.settingsFiles.isEmpty())
        outcome.said.push_back(base::Message("bench.nccl-settings-file"_msg)
                                   .with("files", outcome.settingsFiles.join(u", "_s).toStdString()));
}

} // namespace sparkloom::engine
