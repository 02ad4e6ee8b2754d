// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/blinkflow.h"

#include "protocol/blink.h"
#include "protocol/codec.h"

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

// Putting it out after a cancel: the agent does it by itself where this does not get through.
constexpr std::chrono::milliseconds kPutOutTimeout{2'000};

QCoro::Task<base::Result<protocol::BlinkAnswer>> ask(std::shared_ptr<AgentClient> root, domain::CageIndex cage,
    std::chrono::seconds time, std::chrono::milliseconds timeout, CancelToken token)
{
    const protocol::BlinkRequest request{cage, static_cast<int>(time.count())};
    const base::Result<protocol::BlinkAnswer> answer = co_await call<protocol::BlinkAnswer>(
        root, std::string(protocol::verb::kBlink), protocol::encode(request), token, timeout);
    co_return answer;
}

} // namespace

QCoro::Task<base::Result<void>> blinkSocket(std::shared_ptr<SessionCore> core, QString name, domain::CageIndex cage,
    std::chrono::seconds time, std::function<void(const QString &netdev)> begun)
{
    const auto busy = core->busyScope();
    const CancelToken token = core->work();
    const SessionCore::Connection connection = core->connection(name);
    if (!connection || !connection->ready())
        co_return base::Error{base::ErrorKind::Unreachable,
            base::Message("apply.spark-not-ready"_msg).with("spark", name.toStdString()), {}};
    const bool hadRoot = connection->hasRoot();
    const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(SudoReason::Blink, token);
    if (!root)
        co_return root.error();
    const base::Result<protocol::BlinkAnswer> answer =
        co_await ask(root.value(), cage, time, AgentClient::kRequestTimeout, token);
    base::Result<void> ended = answer ? base::Result<void>() : base::Result<void>(answer.error());
    if (answer) {
        begun(QString::fromStdString(answer->netdev));
        const Pending<void> pause = pendingTimer(time);
        const base::Result<void> waited = co_await pause.wait(token);
        ended = waited;
        const base::Result<protocol::BlinkAnswer> out =
            co_await ask(root.value(), cage, std::chrono::seconds(0), kPutOutTimeout, core->alive());
        static_cast<void>(out);
    }
    if (!hadRoot)
        connection->closeRoot();
    co_return ended;
}

} // namespace sparkloom::engine
