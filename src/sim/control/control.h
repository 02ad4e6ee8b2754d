// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/world.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::sim {

// What the first line of the simulator tells about one virtual Spark.
struct Announced {
    std::string name;
    int port = 0;
    std::string fingerprint; // "SHA256:..."
    std::string user;
    std::string password;
};

// The control channel of sparkloom-sim: one JSON object per line, both ways. World thread.
//   in:  {"id":1,"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":1}}
//        {"id":2,"do":"unplug","a":{"spark":"spark-a","cage":0}}   {"id":3,"do":"state"}   {"id":4,"do":"list"}
//        {"id":5,"do":"snapshot"}   {"id":6,"do":"stop"}   a switch is {"switch":"switch"}
//   out: {"id":1,"ok":true}   {"id":1,"ok":false,"reason":"..."}   list, state and snapshot answer with more fields
class ControlChannel {
public:
    static constexpr std::size_t kMaxLine = 64 * 1024;

    // send gets whole lines without newline; stop is called after its answer was sent.
    ControlChannel(
        World &world, std::vector<Announced> sparks, std::function<void(std::string)> send, std::function<void()> stop);

    // The first line: {"sparkloom-sim":1,"scenario":...,"seed":...,"speed":...,"sparks":[...]}.
    void announce();
    // Bytes of stdin. Lines that are too long or no JSON get an answer with id 0.
    void receive(std::string_view bytes);

private:
    void handle(const std::string &line);

    World &m_world;
    std::vector<Announced> m_sparks;
    std::function<void(std::string)> m_send;
    std::function<void()> m_stop;
    std::string m_buffer;
    bool m_skipping = false; // the rest of a line that is too long
};

} // namespace sparkloom::sim
