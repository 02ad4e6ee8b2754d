// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/local/embeddedagentimages.h"

#include <QCryptographicHash>

namespace sparkloom::local {

std::optional<engine::AgentImages::Image> EmbeddedAgentImages::forMachine(const QString &machine) const
{
    if (const auto known = m_images.constFind(machine); known != m_images.constEnd())
        return *known;
    for (const EmbeddedAgent *agent = m_agents; agent->machine; ++agent) {
        if (machine != QLatin1String(agent->machine) || agent->begin == agent->end)
            continue;
        // The bytes stay where they are: they live as long as the program.
        const Image image{
            QByteArray::fromRawData(reinterpret_cast<const char *>(agent->begin), agent->end - agent->begin), {}};
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(image.bytes, QCryptographicHash::Sha256).toHex());
        return *m_images.insert(machine, Image{image.bytes, hash});
    }
    return std::nullopt;
}

} // namespace sparkloom::local
