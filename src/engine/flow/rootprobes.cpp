// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/rootprobes.h"

#include "domain/fabric/rawframes.h"
#include "protocol/codec.h"
#include "protocol/messages_plugs.h"

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kPatience{10'000};
constexpr int kLldpPeriodMs = 31'000; // 802.1AB's default of 30 s between announcements, and a little
constexpr int kQuietMs = 2'000;

// The same question to everybody at once; answers in their order.
template <typename Answer>
QCoro::Task<std::vector<base::Result<Answer>>> askAll(std::vector<RootProber> probers, std::string verb,
    std::vector<std::string> bodies, CancelToken token, std::chrono::milliseconds patience = kPatience)
{
    std::vector<QCoro::Task<base::Result<Answer>>> asked;
    for (std::size_t i = 0; i < probers.size(); ++i)
        asked.push_back(call<Answer>(probers[i].root, verb, bodies[i], token, patience));
    std::vector<base::Result<Answer>> answers;
    for (auto &each : asked) {
        base::Result<Answer> answer = co_await each;
        answers.push_back(std::move(answer));
    }
    co_return answers;
}

std::vector<std::string> rawProbeRequests(const std::vector<RootProber> &probers, const std::string &runNonce,
    const std::string &runKey, protocol::RawProbeRequest request)
{
    request.runNonce = runNonce;
    request.runKey = runKey;
    std::vector<std::string> requests;
    for (const RootProber &prober : probers) {
        request.self = prober.spark;
        requests.push_back(protocol::encode(request));
    }
    return requests;
}

} // namespace

QCoro::Task<std::vector<HeardDevice>> listenForDevices(
    std::vector<RootProber> probers, std::string runNonce, std::string runKey, CancelToken token)
{
    protocol::RawProbeRequest request;
    request.durationMs = kLldpPeriodMs;
    request.intervalMs = kQuietMs;
    const std::vector<std::string> requests = rawProbeRequests(probers, runNonce, runKey, request);
    const std::chrono::milliseconds patience = kPatience + std::chrono::milliseconds(kLldpPeriodMs);
    const std::vector<base::Result<protocol::RawProbeAnswer>> answers = co_await askAll<protocol::RawProbeAnswer>(
        probers, std::string(protocol::verb::kRawProbe), requests, token, patience);
    std::vector<HeardDevice> found;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!answers[i])
            continue;
        for (const protocol::RawProbeAnswer::Neighbour &one : answers[i]->neighbours)
            found.push_back({{probers[i].spark, one.at}, one.device});
    }
    co_return found;
}

QCoro::Task<std::vector<domain::Evidence>> rootProbes(
    std::vector<RootProber> probers, std::string runNonce, std::string runKey, CancelToken token)
{
    const std::string modulesVerb(protocol::verb::kModules), rawProbeVerb(protocol::verb::kRawProbe);
    const std::vector<std::string> noBodies(probers.size(), "{}");
    const std::vector<base::Result<protocol::ModulesAnswer>> plugs =
        co_await askAll<protocol::ModulesAnswer>(probers, modulesVerb, noBodies, token);
    std::vector<domain::ModuleSeen> seen;
    for (std::size_t i = 0; i < plugs.size(); ++i)
        for (const auto &module : plugs[i] ? plugs[i]->modules : std::vector<protocol::ModulesAnswer::Module>())
            seen.push_back({{probers[i].spark, module.half}, module.module});
    std::vector<domain::Evidence> found = domain::evidenceFromModules(seen);

    const std::vector<std::string> requests = rawProbeRequests(probers, runNonce, runKey, protocol::RawProbeRequest());
    const std::vector<base::Result<protocol::RawProbeAnswer>> frames =
        co_await askAll<protocol::RawProbeAnswer>(probers, rawProbeVerb, requests, token);
    std::vector<domain::FramesHeard> heard;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (!frames[i])
            continue;
        domain::FramesHeard &here = heard.emplace_back();
        here.at = probers[i].spark;
        here.direct.insert(frames[i]->direct.begin(), frames[i]->direct.end());
        for (const protocol::RawProbeAnswer::Heard &frame : frames[i]->heard)
            here.frames.push_back({frame.from, frame.at, frame.direct});
    }
    const std::vector<domain::Evidence> told = domain::evidenceFromFrames(heard);
    found.insert(found.end(), told.begin(), told.end());
    co_return found;
}

} // namespace sparkloom::engine
