// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/local/embeddedagents.h"
#include "engine/ports/agentimages.h"

#include <QHash>

namespace sparkloom::local {

// The agents inside this program. Hashes each at its first use. Main thread.
class EmbeddedAgentImages : public engine::AgentImages {
public:
    explicit EmbeddedAgentImages(const EmbeddedAgent *agents = embeddedAgents()) : m_agents(agents) {}

    std::optional<Image> forMachine(const QString &machine) const override;

private:
    const EmbeddedAgent *m_agents;
    mutable QHash<QString, Image> m_images;
};

} // namespace sparkloom::local
