// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "engine/hosts/agentlines.h"
#include "protocol/codec.h"
#include "protocol/limits.h"

using namespace sparkloom;
using engine::AgentLines;

namespace {

struct Taken {
    std::vector<std::string> lines;
    std::string problem;
};

Taken feed(const QByteArray &bytes, qsizetype piece)
{
    AgentLines reader;
    Taken taken;
    for (qsizetype at = 0; at < bytes.size() && taken.problem.empty(); at += piece) {
        const auto lines = reader.take(bytes.mid(at, piece), std::chrono::milliseconds(0));
        if (lines)
            taken.lines.insert(taken.lines.end(), lines->begin(), lines->end());
        else
            taken.problem = lines.error().message.id;
    }
    return taken;
}

} // namespace

// What an agent (or the shell before it) writes: the same lines however the bytes are cut, none above the bound, and
// whatever a line says, decoding it ends.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size) - 1);
    const Taken whole = feed(bytes, std::max<qsizetype>(bytes.size(), 1));
    const Taken pieces = feed(bytes, 1 + data[0]);
    // A limit that breaks in the middle of a block takes the lines of that block with it.
    if (whole.problem.empty())
        fuzz::require(pieces.problem.empty() && pieces.lines == whole.lines, "how the bytes are cut changes nothing");
    else
        fuzz::require(pieces.problem == whole.problem, "a broken limit has one name");
    for (const std::string &line : pieces.lines) {
        fuzz::require(line.size() <= protocol::kMaxMessageBytes && line.find('\n') == line.npos, "a line is bounded");
        (void)protocol::decodeLine(line);
    }
    return 0;
}
