// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace sparkloom::sim {

class World;

// The requests of the control channel about traffic and what it moves; nothing for any other verb.
//   in:  {"do":"traffic","kind":"tcp","sparks":["spark-a","spark-b"],"streams":16,"seconds":10}
//        {"do":"traffic","kind":"rdma","sparks":[...],"halves":["0A"],"queuePairs":4,"messageBytes":65536,
//         "operation":"write","bothWays":true}
//        {"do":"traffic","kind":"nccl","sparks":[...],"collective":"all_gather","bytes":1073741824}
//        {"do":"traffic-state","test":1}   {"do":"traffic-stop","test":1}
//        {"do":"counters","spark":"spark-a"}   {"do":"module","spark":"spark-a","cage":0}
//   out: "test" of a start; state answers with running, progress, gbpsNow, gbpsAverage, busGBps, limitedBy, problem;
//        counters with the names of ethtool -S for each half; module with the EEPROM of the plug in hex digits
std::optional<nlohmann::json> answerTraffic(World &world, const nlohmann::json &request);

} // namespace sparkloom::sim
