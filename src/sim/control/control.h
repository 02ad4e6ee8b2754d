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

// Answers requests about the world, one JSON object per line. World thread.
//   in:  {"id":1,"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":1}}
//        {"id":2,"do":"unplug","a":{"spark":"spark-a","cage":0}}   a switch is {"switch":"switch"}
//        {"id":3,"do":"slow","a":{"spark":"spark-a","cage":0},"gbps":25}   (0: as fast as it is)
//        {"id":4,"do":"fault","fault":"F-08","place":"cable:spark-a:0","on":true}
//        (practice.h, colleague.h, traffic.h: what can be wrong; somebody changes a Spark by hand; traffic)
//        {"id":5,"do":"state"}   {"id":6,"do":"list"}   {"id":7,"do":"snapshot"}   {"id":8,"do":"stop"}
//   out: {"id":1,"ok":true}   {"id":1,"ok":false,"reason":"..."}   list, state and snapshot answer with more fields
class Control {
public:
    // stop is called by the request of that name; its answer is still to be sent then.
    Control(World &world, std::vector<Announced> sparks, std::function<void()> stop);
    // "@sparkloom-sim-...": the control socket (socket.h), for the first line.
    void setSocket(std::string name) { m_socket = std::move(name); }

    // {"sparkloom-sim":1,"scenario":...,"seed":...,"speed":...,"sparks":[...],"control":"@..."}, without newline.
    std::string firstLine() const;
    std::string answer(const std::string &line);

private:
    World &m_world;
    std::vector<Announced> m_sparks;
    std::string m_socket;
    std::function<void()> m_stop;
};

// One way to reach it: stdin and stdout, or a connection of the socket. World thread.
class ControlChannel {
public:
    static constexpr std::size_t kMaxLine = 64 * 1024;

    // send gets whole lines without newline.
    ControlChannel(Control &control, std::function<void(std::string)> send);
    // Bytes that came in. Lines that are too long or no JSON get an answer with id 0.
    void receive(std::string_view bytes);

private:
    Control &m_control;
    std::function<void(std::string)> m_send;
    std::string m_buffer;
    bool m_skipping = false; // the rest of a line that is too long
};

} // namespace sparkloom::sim
