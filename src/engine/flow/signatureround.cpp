// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/signatureround.h"

#include "engine/hosts/remotecommand.h"
#include "protocol/codec.h"
#include "protocol/signature.h"

#include <QElapsedTimer>

#include <algorithm>

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kPatience{10'000};
constexpr int kListenLonger = 700; // ms: requests do not arrive everywhere at the same time
// For machines that are too busy to count every 20 ms, and that requests reach late.
constexpr int kSlowSlot = 120, kSlowFrames = 120, kSlowLead = 1000, kSlowTail = 1500;

protocol::SignatureRequest requestFor(bool slowly)
{
    protocol::SignatureRequest request;
    request.tailMs = kListenLonger;
    if (slowly) {
        request.slotMs = kSlowSlot;
        request.framesPerSlot = kSlowFrames;
        request.leadMs = kSlowLead;
        request.tailMs = kSlowTail;
    }
    return request;
}

// An answer, and when it came after the question. Everybody works for the same time, so whoever answers later began
// later.
struct TimedAnswer {
    base::Result<protocol::SignatureAnswer> answer;
    qint64 elapsedMs = 0;
};
QCoro::Task<TimedAnswer> timedCall(std::shared_ptr<AgentClient> agent, std::string body, CancelToken token)
{
    QElapsedTimer timer;
    timer.start();
    const std::string verb(protocol::verb::kSignature);
    base::Result<protocol::SignatureAnswer> answer =
        co_await call<protocol::SignatureAnswer>(agent, verb, body, token, kPatience);
    TimedAnswer timed{std::move(answer), timer.elapsed()};
    co_return timed;
}

} // namespace

QCoro::Task<SignatureOutcome> signatureRound(
    std::vector<SignatureListener> listeners, domain::HalfRef sender, bool slowly, CancelToken token)
{
    SignatureOutcome outcome;
    std::vector<QCoro::Task<TimedAnswer>> answers;
    for (const SignatureListener &listener : listeners) {
        protocol::SignatureRequest request = requestFor(slowly);
        if (listener.spark == sender.spark)
            request.send = sender.half;
        answers.push_back(timedCall(listener.agent, protocol::encode(request), token));
    }
    std::vector<domain::FrameSample> sent;
    std::vector<domain::HeardFrames> heard;
    qint64 first = 0, last = 0;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        const TimedAnswer timed = co_await answers[i];
        const base::Result<protocol::SignatureAnswer> &answer = timed.answer;
        first = i == 0 ? timed.elapsedMs : std::min(first, timed.elapsedMs);
        last = std::max(last, timed.elapsedMs);
        outcome.unsure |= !answer;
        if (!answer)
            continue;
        if (listeners[i].spark == sender.spark)
            sent = answer->sent;
        for (const protocol::SignatureAnswer::Half &half : answer->halves)
            heard.push_back({{listeners[i].spark, half.half}, half.samples});
    }
    outcome.evidence = domain::evidenceFromSignature(sender, sent, heard);
    outcome.unsure |= domain::signatureIsUnsure(sent, heard, requestFor(slowly).slotMs)
        || last - first > requestFor(slowly).leadMs; // somebody may have begun to listen too late
    co_return outcome;
}

} // namespace sparkloom::engine
