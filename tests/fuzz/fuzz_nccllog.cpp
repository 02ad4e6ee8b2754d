// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "agent/nccl/fatbinary.h"
#include "agent/nccl/nccllog.h"
#include "agent/nccl/packagetext.h"
#include "base/text.h"
#include "protocol/codec.h"
#include "protocol/ncclcopy.h"

using namespace sparkloom;

// NCCL's log, whole and in pieces: the same outcome, within its bounds, and fit to travel. The same bytes taken for a
// library, and for what apt and dpkg say of a package of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view text = fuzz::asText(data + 1, size - 1);
    agent::NcclLog whole, pieces;
    whole.add(text);
    for (std::size_t at = 0; at < text.size(); at += 1 + data[0])
        pieces.add(text.substr(at, 1 + data[0]));
    const std::string seen = protocol::encode(whole.transport());
    fuzz::require(seen == protocol::encode(pieces.transport()), "how the bytes are cut changes nothing");
    fuzz::require(protocol::decode<protocol::NcclTransport>(seen).ok(), "what was read can be sent");
    fuzz::require(whole.lastForeign().size() <= 512 && whole.lastWarning().size() <= 512, "last words are bounded");
    fuzz::require(agent::gpuCodeIn(text).size() <= 64, "the list of code is bounded");
    std::vector<std::string> lines;
    for (const std::string_view line : base::split(text, '\n'))
        lines.emplace_back(line);
    if (const auto contents = agent::packageContents(lines)) {
        const std::string inside = '/' + contents->library + '/';
        fuzz::require(contents->library.starts_with('/') == false && inside.find("/../") == std::string::npos,
            "the library of a package lies in it");
        fuzz::require(contents->size > 0 && contents->size <= contents->unpacked, "sizes are bounded");
    }
    if (const auto candidate = agent::candidateIn(text))
        fuzz::require(protocol::isPackageVersion(candidate->version), "a version is no option");
    agent::packageSizeIn(text);
    fuzz::require(agent::packageError(text).detail.size() <= 300, "details are bounded");
    return 0;
}
