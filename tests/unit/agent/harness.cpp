// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"

namespace sparkloom::test {

Harness::Harness(FakeSystem &fake, Mode mode) : system(fake)
{
    session = std::make_unique<Session>(system, mode, [this](std::string line) { lines.push_back(std::move(line)); });
    session->start();
}

std::int64_t Harness::send(std::string_view verb, const std::string &body)
{
    session->receive(protocol::requestLine(++m_lastId, verb, body) + '\n');
    return m_lastId;
}

protocol::Envelope Harness::ask(std::string_view verb, const std::string &body)
{
    const std::int64_t id = send(verb, body);
    protocol::Envelope answer = terminal(id);
    for (int i = 0; i < 600 && answer.type.empty(); ++i) {
        const std::size_t before = lines.size();
        system.loop().advance(std::chrono::milliseconds(100));
        if (lines.size() != before)
            answer = terminal(id);
    }
    return answer;
}

protocol::Envelope Harness::terminal(std::int64_t id) const
{
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto envelope = protocol::decodeLine(*line);
        if (envelope && envelope->id == id && (envelope->type == "done" || envelope->type == "error"))
            return *envelope;
    }
    return {};
}

std::vector<protocol::Envelope> Harness::events(std::int64_t id, std::string_view type) const
{
    std::vector<protocol::Envelope> found;
    for (const std::string &line : lines) {
        const auto envelope = protocol::decodeLine(line);
        if (envelope && envelope->id == id && envelope->type == type)
            found.push_back(*envelope);
    }
    return found;
}

void addHalves(FakeSystem &system)
{
    FakeNetwork &network = system.network();
    network.add("enP7s7", "3c:6d:66:00:00:01");
    network.give("enP7s7", "192.168.77.11/24");
    RouteInfo route;
    route.destination = *domain::Ipv4Prefix::parse("192.168.77.0/24");
    route.index = network.link("enP7s7").index;
    network.routeTable.push_back(route);
    route.destination = *domain::Ipv4Prefix::parse("0.0.0.0/0");
    route.gateway = domain::Ipv4Address::parse("192.168.77.1");
    network.routeTable.push_back(route);
    network.add("enp1s0f0np0", "4c:bb:47:00:a1:00", false);
    network.add("enP2p1s0f0np0", "4c:bb:47:00:a1:04", false);
}

} // namespace sparkloom::test
