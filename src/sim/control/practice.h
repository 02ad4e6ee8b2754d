// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace sparkloom::sim {

class World;
struct Socket;

// What is wrong now and what could be, for whoever offers it to a person; nothing for any other verb.
//   in:  {"do":"faults"}
//   out: {"ok":true,
//         "kinds":[{"id":"F-08","name":"bad-cable","title":"...","places":["cable"]}, ...]   (the catalogue, by id;
//                  places are spark, cage, half, cable and port)
//         "on":[{"fault":"F-08","name":"bad-cable","place":"cable:spark-a:0"}],
//         "cables":[{"a":{"spark":"spark-a","cage":0},"b":{"switch":"switch"},"gbps":25}]}   (0: without a limit)
std::optional<nlohmann::json> answerPractice(World &world, const nlohmann::json &request);

// A cage or switch, as parseSocket() takes it.
nlohmann::json socketJson(const World &world, const Socket &socket);
// The faults that are on, in the order in which they came: as "on" above.
nlohmann::json faultsJson(World &world);

} // namespace sparkloom::sim
