// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/signatureround.h"

#include "engine/hosts/remotecommand.h"
#include "protocol/codec.h"
#include "protocol/signature.h"

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kPatience{10'000};
constexpr int kListenLonger = 700; // ms: requests do not arrive everywhere at the same time

} // namespace

QCoro::Task<std::vector<domain::Evidence>> signatureRound(
    std::vector<SignatureListener> listeners, domain::HalfRef sender, CancelToken token)
{
    std::vector<QCoro::Task<base::Result<protocol::SignatureAnswer>>> answers;
    for (const SignatureListener &listener : listeners) {
        protocol::SignatureRequest request;
        request.tailMs = kListenLonger;
        if (listener.spark == sender.spark)
            request.send = sender.half;
        answers.push_back(call<protocol::SignatureAnswer>(listener.agent, std::string(protocol::verb::kSignature),
            protocol::encode(request), token, kPatience));
    }
    std::vector<domain::FrameSample> sent;
    std::vector<domain::HeardFrames> heard;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        const base::Result<protocol::SignatureAnswer> answer = co_await answers[i];
        if (!answer)
            continue;
        if (listeners[i].spark == sender.spark)
            sent = answer->sent;
        for (const protocol::SignatureAnswer::Half &half : answer->halves)
            heard.push_back({{listeners[i].spark, half.half}, half.samples});
    }
    co_return domain::evidenceFromSignature(sender, sent, heard);
}

} // namespace sparkloom::engine
