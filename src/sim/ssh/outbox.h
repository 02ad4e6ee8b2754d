// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace sparkloom::sim {

// What the world thread has to say on the channels of one SSH connection; the connection's thread takes it. Any thread.
class Outbox {
public:
    struct Item {
        enum class Kind { Output, Errors, Exit, Killed };
        std::uint64_t channel = 0;
        Kind kind = Kind::Output;
        std::string bytes; // Killed: the name of the signal
        int code = 0;
    };
    // More than this waiting means that the other side does not read: the connection is dropped.
    static constexpr std::size_t kMaxWaiting = 32 * 1024 * 1024;

    Outbox();
    ~Outbox();
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    void put(Item item);
    std::vector<Item> take();
    // Ends the connection; also called from outside when the simulator stops.
    void end();
    bool ended();
    int descriptor() const { return m_descriptor; } // readable when there is something to take

private:
    void wake();

    std::mutex m_mutex;
    std::vector<Item> m_items;
    std::size_t m_waiting = 0;
    bool m_ended = false;
    int m_descriptor;
};

} // namespace sparkloom::sim
