// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/local/embeddedagentimages.h"

#include <QCryptographicHash>

namespace sparkloom::local {

namespace {

// The bytes stay where they are: they live as long as the program.
QByteArray bytesOf(const EmbeddedAgent &agent)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(agent.begin), agent.end - agent.begin);
}

} // namespace

EmbeddedAgentImages::EmbeddedAgentImages(const EmbeddedAgent *agents) : m_agents(agents)
{
    // Those of the program itself are always the same: every place that is opened shares their hashes.
    static const auto ofProgram = std::make_shared<Hashes>();
    m_hashes = agents == embeddedAgents() ? ofProgram : std::make_shared<Hashes>();
    for (const EmbeddedAgent *agent = agents; agent->machine; ++agent)
        if (agent->begin != agent->end && !m_hashes->contains(agent->begin))
            m_hashes->insert(agent->begin, std::async(std::launch::async, [bytes = bytesOf(*agent)] {
                return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
            }).share());
}

const EmbeddedAgent *EmbeddedAgentImages::find(const QString &machine) const
{
    for (const EmbeddedAgent *agent = m_agents; agent->machine; ++agent)
        if (machine == QLatin1String(agent->machine) && agent->begin != agent->end)
            return agent;
    return nullptr;
}

std::optional<engine::AgentImages::Image> EmbeddedAgentImages::forMachine(const QString &machine) const
{
    const EmbeddedAgent *agent = find(machine);
    if (!agent)
        return std::nullopt;
    return Image{bytesOf(*agent), m_hashes->value(agent->begin).get()};
}

} // namespace sparkloom::local
