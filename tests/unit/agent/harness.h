// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/session.h"
#include "fakesystem.h"
#include "protocol/codec.h"

#include <memory>
#include <string>
#include <vector>

namespace sparkloom::test {

// A session over a fake machine, spoken to by lines.
class Harness {
public:
    explicit Harness(FakeSystem &system, Mode mode = Mode::User);

    // Sends a request and gives its id.
    std::int64_t send(std::string_view verb, const std::string &body = "{}");
    // Sends a request, lets time pass until its last line is there (at most a minute), and gives that line.
    protocol::Envelope ask(std::string_view verb, const std::string &body = "{}");
    // The last line of a request, with type "" where it has none yet.
    protocol::Envelope terminal(std::int64_t id) const;
    std::vector<protocol::Envelope> events(std::int64_t id, std::string_view type) const;

    FakeSystem &system;
    std::vector<std::string> lines;
    std::unique_ptr<Session> session;

private:
    std::int64_t m_lastId = 0;
};

// A Spark with both halves of cage 0 on a cable and a management interface 192.168.77.11.
void addHalves(FakeSystem &system);

} // namespace sparkloom::test
