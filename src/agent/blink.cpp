// SPDX-License-Identifier: Apache-2.0
#include "protocol/blink.h"
#include "agent/halves.h"
#include "agent/handlers.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// One light at a time: a second request moves it. It goes out with the session, however that ends.
class BlinkHandler : public Handler {
public:
    using Handler::Handler;
    ~BlinkHandler() override { system().loop().cancel(m_timer); }

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        const auto body = bodyOf<protocol::BlinkRequest>(request, reply);
        if (!body)
            return;
        putOut();
        if (body->seconds == 0)
            return reply.done(protocol::encode(protocol::BlinkAnswer{}));
        // Both halves of a cage are behind the same light.
        const auto halves = findHalves(system());
        const auto half = std::find_if(
            halves.begin(), halves.end(), [&](const PresentHalf &each) { return each.id.cage == body->cage; });
        if (half == halves.end())
            return reply.fail({base::ErrorKind::NotKnown, "remote.blink-no-card"_msg, {}});
        auto blinking = system().network().blink(half->link.name, std::chrono::seconds(body->seconds));
        if (!blinking)
            return reply.fail(blinking.error());
        m_blinking = std::move(blinking).value();
        m_timer = system().loop().after(std::chrono::seconds(body->seconds), guarded([this] { putOut(); }));
        reply.done(protocol::encode(protocol::BlinkAnswer{half->link.name}));
    }

    void inputEnded() override { putOut(); }
    bool needsHeartbeat() const override { return m_blinking != nullptr; }

private:
    void putOut()
    {
        system().loop().cancel(std::exchange(m_timer, 0));
        m_blinking.reset();
    }

    std::unique_ptr<Network::Blinking> m_blinking;
    Loop::TimerId m_timer = 0;
};

} // namespace

std::shared_ptr<Handler> makeBlinkHandler(const Context &context)
{
    return std::make_shared<BlinkHandler>(context);
}

} // namespace sparkloom::agent
