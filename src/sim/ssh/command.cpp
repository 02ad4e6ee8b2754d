// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/command.h"

#include "base/sha256.h"
#include "sim/ssh/commands.h"

namespace sparkloom::sim {

MemoryFiles::Content UploadPool::keep(std::string bytes, const std::string &hash)
{
    std::erase_if(m_byHash, [](const auto &entry) { return entry.second.expired(); });
    if (auto known = m_byHash[hash].lock())
        return known;
    auto content = std::make_shared<const std::string>(std::move(bytes));
    m_byHash[hash] = content;
    return content;
}

std::string UploadPool::hashOf(const MemoryFiles::Content &content) const
{
    for (const auto &[hash, known] : m_byHash)
        if (known.lock() == content)
            return hash;
    return base::sha256Hex(*content);
}

CommandTable::CommandTable(World &world) : CommandTable(world, makeCommand) {}

void CommandTable::start(std::uint64_t key, int spark, const std::string &commandLine, CommandOutput output)
{
    // The command is deleted on a later turn of the loop: exit may be called from inside it.
    const auto forgetLater = [this, key, alive = std::weak_ptr(m_alive)] {
        m_world.loop().after(std::chrono::milliseconds(0), [this, key, alive] {
            if (!alive.expired())
                forget(key);
        });
    };
    output.exit = [exit = std::move(output.exit), forgetLater](int code) {
        exit(code);
        forgetLater();
    };
    output.killed = [killed = std::move(output.killed), forgetLater](std::string signal) {
        killed(std::move(signal));
        forgetLater();
    };
    m_running[key] = m_maker(m_world, m_world.spark(spark), m_uploads, commandLine, std::move(output));
}

void CommandTable::forget(std::uint64_t key)
{
    m_running.erase(key);
}

void CommandTable::input(std::uint64_t key, std::string_view bytes)
{
    if (const auto it = m_running.find(key); it != m_running.end())
        it->second->input(bytes);
}

void CommandTable::inputEnded(std::uint64_t key)
{
    if (const auto it = m_running.find(key); it != m_running.end())
        it->second->inputEnded();
}

void CommandTable::outputTaken(std::uint64_t key)
{
    if (const auto it = m_running.find(key); it != m_running.end())
        it->second->outputTaken();
}

void CommandTable::hangUp(std::uint64_t key)
{
    if (const auto it = m_running.find(key); it != m_running.end() && it->second->hangUp())
        forget(key);
}

} // namespace sparkloom::sim
