// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "domain/fabric/cablemap.h"
#include "domain/plan/addressplan.h"
#include "protocol/codec.h"

using namespace sparkloom;
using namespace sparkloom::protocol;

namespace {

template <typename T>
void value(std::string_view text)
{
    const auto read = decode<T>(text);
    if (!read)
        return;
    const auto again = decode<T>(encodePretty(*read));
    fuzz::require(again.ok() && *again == *read, "a value comes back as it was");
}

} // namespace

// Documents that are stored or travel whole; facts of a Spark also go through what works with them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    value<domain::SparkFacts>(text);
    value<domain::CableMap>(text);
    value<domain::CablingStatus>(text);
    value<domain::AddressPlan>(text);
    value<domain::Plan>(text);
    value<domain::Receipt>(text);
    value<domain::NetworkConfig>(text);
    value<base::Message>(text);
    if (const auto facts = decode<domain::SparkFacts>(text)) {
        const std::vector<domain::SparkFacts> sparks = {*facts};
        (void)domain::needsNetplanText(*facts);
        (void)domain::matchTopology(domain::Topology::Pair, domain::buildCableMap(sparks, {}), sparks);
    }
    if (const auto map = decode<domain::CableMap>(text)) {
        (void)domain::recogniseTopology(*map, {});
        for (const domain::Topology goal : {domain::Topology::Pair, domain::Topology::Ring, domain::Topology::Star})
            (void)domain::matchTopology(goal, *map, std::vector<domain::SparkFacts>(3));
    }
    return 0;
}
