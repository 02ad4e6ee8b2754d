// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/signature.h"

// The counter signature.
namespace sparkloom::protocol {
namespace json {

constexpr std::size_t kMostSamples = 1024;

void exchange(Node &node, domain::FrameSample &value)
{
    node.field("t", value.atMs, kSafeInteger);
    node.field("n", value.frames, kSafeInteger);
}

void exchange(Node &node, SignatureRequest &value)
{
    node.optional("send", value.send);
    node.field("slotMs", value.slotMs, Range{20, 200});
    node.field("framesPerSlot", value.framesPerSlot, Range{10, 200});
    node.field("leadMs", value.leadMs, Range{0, 2000});
    node.field("tailMs", value.tailMs, Range{0, 3000});
    node.field("sampleMs", value.sampleMs, Range{10, 100});
}

void exchange(Node &node, SignatureAnswer::Half &value)
{
    node.field("half", value.half);
    node.list("samples", value.samples, Count{kMostSamples});
}

void exchange(Node &node, SignatureAnswer &value)
{
    node.list("sent", value.sent, Count{kMostSamples});
    node.list("halves", value.halves, Count{kHalves});
}

} // namespace json

SPARKLOOM_JSON_TYPE(SignatureRequest)
SPARKLOOM_JSON_TYPE(SignatureAnswer)

} // namespace sparkloom::protocol
