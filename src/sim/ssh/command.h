// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/world.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sparkloom::sim {

// Where a command's answers go. World thread. After exit or killed nothing more is sent.
struct CommandOutput {
    std::function<void(std::string bytes)> out;
    std::function<void(std::string bytes)> err;
    std::function<void(int code)> exit;
    std::function<void(std::string signal)> killed{}; // instead of exit: its name, "KILL"
};

// What runs behind one SSH channel of a virtual Spark. World thread.
class RemoteCommand {
public:
    virtual ~RemoteCommand() = default;
    virtual void input(std::string_view bytes) = 0;
    virtual void inputEnded() = 0;
    // The client took all that was said so far: who has much to say goes on only then, as a pipe would make it wait.
    virtual void outputTaken() {}
    // The channel or the connection is gone. True: there is nothing left to do, the command may be deleted at once.
    virtual bool hangUp() = 0;
};

// Uploads of one content are kept once for all Sparks, and their hash is computed once.
class UploadPool {
public:
    MemoryFiles::Content keep(std::string bytes, const std::string &hash);
    // SHA-256 of a stored file.
    std::string hashOf(const MemoryFiles::Content &content) const;

private:
    std::map<std::string, std::weak_ptr<const std::string>> m_byHash;
};

// What runs behind a command line.
using CommandMaker = std::function<std::unique_ptr<RemoteCommand>(
    World &world, Spark &spark, UploadPool &uploads, const std::string &commandLine, CommandOutput output)>;

// The commands that run now, by a key that the SSH side chooses. World thread. Without a maker of its own it accepts
// exactly the command lines of protocol/commandlines.h; everything else ends with exit code 127. No program is ever
// executed.
class CommandTable {
public:
    explicit CommandTable(World &world);
    CommandTable(World &world, CommandMaker maker) : m_world(world), m_maker(std::move(maker)) {}

    void start(std::uint64_t key, int spark, const std::string &commandLine, CommandOutput output);
    void input(std::uint64_t key, std::string_view bytes);
    void inputEnded(std::uint64_t key);
    void outputTaken(std::uint64_t key);
    void hangUp(std::uint64_t key);
    std::size_t size() const { return m_running.size(); }

private:
    void forget(std::uint64_t key);

    World &m_world;
    CommandMaker m_maker;
    UploadPool m_uploads;
    std::map<std::uint64_t, std::unique_ptr<RemoteCommand>> m_running;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
