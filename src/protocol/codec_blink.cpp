// SPDX-License-Identifier: Apache-2.0
#include "protocol/blink.h"
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

// The light of a socket.
namespace sparkloom::protocol {
namespace json {

void exchange(Node &node, BlinkRequest &value)
{
    node.field("cage", value.cage);
    node.field("seconds", value.seconds, Range{0, kMostBlinkSeconds});
}

void exchange(Node &node, BlinkAnswer &value)
{
    node.field("netdev", value.netdev, Text{15, isWordOrEmpty});
}

} // namespace json

SPARKLOOM_JSON_TYPE(BlinkRequest)
SPARKLOOM_JSON_TYPE(BlinkAnswer)

} // namespace sparkloom::protocol
