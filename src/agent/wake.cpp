// SPDX-License-Identifier: Apache-2.0
#include "agent/halves.h"
#include "agent/handlers.h"
#include "agent/transaction/paths.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Raises halves that are administratively down, so that plugs can be seen; lowers exactly those again.
class WakeHandler : public Handler {
public:
    using Handler::Handler;
    ~WakeHandler() override { system().loop().cancel(m_timer); }

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        const auto body = bodyOf<protocol::WakeRequest>(request, reply);
        if (!body)
            return;
        if (body->seconds < 10 || body->seconds > 1800)
            return reply.fail(
                base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "seconds")));
        raiseHalves();
        // Halves may appear with the first cable (facts 1.4): they are raised as they come.
        if (!m_subscription)
            m_subscription = system().network().subscribe(guarded([this] { raiseHalves(); }));
        system().loop().cancel(m_timer);
        m_timer = system().loop().after(std::chrono::seconds(body->seconds), guarded([this] { lower(); }));
        m_request = request.id;
        protocol::WakeAnswer answer;
        for (const auto &[index, name] : m_raised)
            answer.raised.push_back(name);
        reply.done(protocol::encode(answer));
    }

    void stop(std::int64_t id) override
    {
        if (id == m_request)
            lower();
    }

    void inputEnded() override { lower(); }

    bool needsHeartbeat() const override { return m_subscription != nullptr; }

private:
    void raiseHalves()
    {
        for (const PresentHalf &half : findHalves(system())) {
            if (half.link.adminUp || m_raised.contains(half.link.index))
                continue;
            m_raised.emplace(half.link.index, half.link.name);
            if (hasAddress(half.link.index))
                m_hadAddress.insert(half.link.index);
            remember(); // before it is raised: a transaction must know that this half is down by itself
            if (!system().network().setAdminUp(half.link.index, true)) {
                m_raised.erase(half.link.index);
                remember();
            }
        }
    }

    bool hasAddress(int index)
    {
        const auto addresses = system().network().addresses();
        return addresses && std::any_of(addresses->begin(), addresses->end(), [index](const AddressInfo &address) {
            return address.index == index && address.v4.has_value();
        });
    }

    void remember()
    {
        Files &files = system().files();
        const std::string path(kWokenPath), folder(kRunFolder);
        if (m_raised.empty()) {
            (void)files.remove(path);
            const auto names = files.list(folder);
            if (names && names->empty())
                (void)files.remove(folder);
            return;
        }
        std::string text;
        for (const auto &[index, name] : m_raised)
            text += name + '\n';
        if (files.makeFolder(folder, 0755))
            (void)files.writeAtomic(path, text, 0644);
    }

    // A half that got an address meanwhile was configured by somebody: it stays up.
    void lower()
    {
        m_subscription.reset();
        system().loop().cancel(std::exchange(m_timer, 0));
        m_request = 0;
        for (const auto &[index, name] : std::exchange(m_raised, {})) {
            const bool configured = hasAddress(index) && !m_hadAddress.contains(index);
            if (!configured && !system().network().setAdminUp(index, false))
                continue; // the half is gone with its cable
        }
        m_hadAddress.clear();
        remember();
    }

    std::map<int, std::string> m_raised; // by interface index
    std::set<int> m_hadAddress;          // of these: somebody switched off a half that was configured
    std::unique_ptr<Network::Subscription> m_subscription;
    Loop::TimerId m_timer = 0;
    std::int64_t m_request = 0;
};

} // namespace

std::shared_ptr<Handler> makeWakeHandler(const Context &context)
{
    return std::make_shared<WakeHandler>(context);
}

} // namespace sparkloom::agent
