// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/local/embeddedagents.h"
#include "engine/ports/agentimages.h"

#include <QHash>

#include <future>
#include <memory>

namespace sparkloom::local {

// The agents inside this program. Main thread. They are megabytes: hashing one takes tens of milliseconds, so that is
// begun on a thread of its own before anybody asks, and done once for each agent of the program.
class EmbeddedAgentImages : public engine::AgentImages {
public:
    explicit EmbeddedAgentImages(const EmbeddedAgent *agents = embeddedAgents());

    // Whether there is an agent for it, without waiting for its hash.
    bool carries(const QString &machine) const { return find(machine) != nullptr; }
    // Waits where the hash is not there yet.
    std::optional<Image> forMachine(const QString &machine) const override;

private:
    using Hashes = QHash<const unsigned char *, std::shared_future<QString>>;
    const EmbeddedAgent *find(const QString &machine) const;

    const EmbeddedAgent *m_agents;
    std::shared_ptr<Hashes> m_hashes; // of an agent by its first byte
};

} // namespace sparkloom::local
