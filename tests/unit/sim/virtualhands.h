// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/session.h"
#include "manualloop.h"
#include "protocol/codec.h"
#include "sim/system/simsystem.h"
#include "sim/world/scenario.h"
#include "sim/world/wires.h"
#include "sim/world/world.h"

#include <QTest>

#include <deque>
#include <memory>

namespace sparkloom::test {

inline domain::HalfId half(int cage, char side)
{
    return {
        cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One, side == 'A' ? domain::Side::A : domain::Side::B};
}

inline domain::Ipv4Address ip(const char *text)
{
    return *domain::Ipv4Address::parse(text);
}
inline domain::Ipv4Interface net(const char *text)
{
    return *domain::Ipv4Interface::parse(text);
}

// A world on a manual clock, from a scenario that is compiled in.
struct VirtualWorld {
    explicit VirtualWorld(const char *scenario, double speed = 1, std::uint64_t seed = 1,
        domain::Renderer renderer = domain::Renderer::NetworkManager)
    {
        auto loaded = sim::loadScenario(scenario);
        if (!loaded)
            qFatal("no such scenario");
        sim::Scenario chosen = *loaded;
        std::vector<std::string> keys;
        for (auto &host : chosen.hosts) {
            host.renderer = renderer;
            keys.push_back(
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + std::string(42, 'A') + std::to_string(keys.size()));
        }
        world = std::make_unique<sim::World>(loop, std::move(chosen), sim::WorldOptions{speed, seed}, keys);
    }
    sim::Spark &spark(int number) { return world->spark(number); }
    sim::Interface *netdev(int spark, domain::HalfId which) { return world->spark(spark).network.byHalf(which); }
    bool carrier(int spark, domain::HalfId which)
    {
        const sim::Interface *const interface = netdev(spark, which);
        return interface && interface->carrier();
    }
    sim::Socket cage(int spark, int number)
    {
        return sim::Socket::ofSpark(spark, number == 0 ? domain::CageIndex::Zero : domain::CageIndex::One);
    }

    ManualLoop loop;
    std::unique_ptr<sim::World> world;
};

// One agent of a virtual Spark, as the application would talk to it.
class VirtualAgent {
public:
    VirtualAgent(VirtualWorld &virtualWorld, int spark, bool root = false)
        : m_world(virtualWorld),
          m_system(*virtualWorld.world, virtualWorld.spark(spark), root ? sim::kRoot : virtualWorld.spark(spark).user,
              "/usr/local/libexec/sparkloom/sparkloom-agent-0123456789abcdef"),
          m_session(m_system, root ? agent::Mode::Root : agent::Mode::User,
              [this](std::string line) { lines.push_back(std::move(line)); })
    {
        if (root)
            virtualWorld.spark(spark).files.putFile(m_system.identity().agentPath, "an agent", 0755);
        m_session.start();
    }

    std::int64_t send(std::string_view verb, std::string_view body = "{}")
    {
        m_session.receive(protocol::requestLine(++m_lastId, verb, body) + '\n');
        return m_lastId;
    }
    void stop(std::int64_t id) { m_session.receive(protocol::requestLine(id, protocol::verb::kStop) + '\n'); }
    void hangUp() { m_session.inputEnded(); }

    // The terminal answer to a request, waiting at most this simulated time.
    std::optional<protocol::Envelope> answer(
        std::int64_t id, std::chrono::milliseconds patience = std::chrono::seconds(30))
    {
        for (std::chrono::milliseconds waited{0}; waited <= patience; waited += std::chrono::milliseconds(20)) {
            for (const std::string &line : lines) {
                const auto envelope = protocol::decodeLine(line);
                if (envelope && envelope->id == id && (envelope->type == "done" || envelope->type == "error"))
                    return *envelope;
            }
            m_world.loop.pass(std::chrono::milliseconds(20));
        }
        return std::nullopt;
    }
    template <typename Answer>
    std::optional<Answer> ask(std::string_view verb, std::string_view body = "{}")
    {
        const auto envelope = answer(send(verb, body));
        if (!envelope || envelope->type != "done") {
            qWarning("%.*s: %s", static_cast<int>(verb.size()), verb.data(),
                envelope && envelope->error ? envelope->error->message.id.c_str() : "no answer");
            return std::nullopt;
        }
        auto value = protocol::decode<Answer>(envelope->body);
        return value ? std::optional<Answer>(std::move(value).value()) : std::nullopt;
    }

    std::deque<std::string> lines;

private:
    VirtualWorld &m_world;
    sim::SimSystem m_system;
    agent::Session m_session;
    std::int64_t m_lastId = 0;
};

} // namespace sparkloom::test
