// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "agent/firewallrules.h"
#include "agent/jobs.h"
#include "agent/nmprofiles.h"
#include "base/text.h"
#include "domain/hardware/address.h"
#include "protocol/codec.h"
#include "protocol/messages_iperf.h"

using namespace sparkloom;

// What other programs print or are called with: ufw, iptables, and what iperf3 says, command lines of what runs on a
// Spark (words at zero bytes, as in /proc).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    if (agent::ufwIsActive(text))
        fuzz::require(text.find("active") != text.npos, "active only where ufw says so");
    const std::vector<std::string> allowed = agent::ufwAllowedNetdevs(text);
    fuzz::require(allowed.size() <= 256, "the netdevs are bounded");
    for (const std::string &netdev : allowed)
        fuzz::require(domain::isInterfaceName(netdev), "a netdev is one");
    fuzz::require(agent::chainPolicy(text).find_first_of(" \n\r\x1b") == std::string::npos, "a policy is one word");
    const std::string version = protocol::iperfVersionIn(text);
    fuzz::require(version.find_first_not_of("0123456789.") == std::string::npos, "a version is one");
    if (const auto result = protocol::iperfResultIn(text)) {
        const auto again = protocol::decode<protocol::IperfResult>(protocol::encode(*result));
        fuzz::require(again.ok(), "what is read of iperf3's document can be told");
    }
    for (const std::string_view line : base::split(text, '\n')) { // nmcli's, with names that others choose
        std::size_t bytes = 0;
        for (const std::string &field : agent::terseFields(line))
            bytes += field.size();
        fuzz::require(bytes <= line.size(), "fields are within their line");
    }
    std::vector<std::string> words;
    for (const std::string_view word : base::split(text, '\0'))
        if (!word.empty())
            words.emplace_back(word);
    if (!words.empty())
        if (const auto known = agent::knownProgram(words))
            fuzz::require(!known->program.empty(), "a known program has a name");
    return 0;
}
