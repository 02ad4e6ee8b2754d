// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "agent/session.h"
#include "fakesystem.h"
#include "protocol/codec.h"

#include <algorithm>

using namespace sparkloom;

// Whatever reaches an agent's stdin (first byte: as the user or as root; then how many bytes come at a time): it
// answers in lines of the protocol, and it ends when its input does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t piece = 1 + data[1];
    std::string_view text = fuzz::asText(data + 2, size - 2);
    test::FakeSystem system;
    system.network().add("enp1s0f0np0", "4c:bb:47:00:00:01");
    const agent::Mode mode = data[0] % 2 ? agent::Mode::Root : agent::Mode::User;
    agent::Session session(system, mode, [](const std::string &line) {
        fuzz::require(line.find('\n') == std::string::npos, "a line is one line");
        fuzz::require(protocol::decodeLine(line).ok(), "every line is of the protocol");
    });
    session.start();
    for (; !text.empty(); text.remove_prefix(std::min(piece, text.size())))
        session.receive(text.substr(0, piece));
    system.loop().advance(std::chrono::milliseconds(500));
    session.inputEnded();
    system.loop().advance(std::chrono::minutes(5));
    fuzz::require(session.finished(), "it ends with its input");
    return 0;
}
