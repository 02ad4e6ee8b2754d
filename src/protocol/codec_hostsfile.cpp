// SPDX-License-Identifier: Apache-2.0
#include "protocol/hostsfile.h"
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

// Names on a Spark.
namespace sparkloom::protocol {
namespace json {

void exchange(Node &node, HostsFileAnswer &value)
{
    node.field("text", value.text, Text{kMaxNetplanFile * 3}); // a byte that is no UTF-8 takes three in JSON
}

} // namespace json

SPARKLOOM_JSON_TYPE(HostsFileAnswer)

} // namespace sparkloom::protocol
