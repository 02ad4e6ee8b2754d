// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/evidencestore.h"

namespace sparkloom::engine {

bool EvidenceStore::add(const domain::Evidence &evidence)
{
    if (m_evidence.size() >= kMost || (m_evidence.size() >= kDetailed && knowsCages(evidence)))
        return false;
    return m_evidence.insert(evidence).second;
}

// The same kind from the same cage to the same cage, by whichever halves.
bool EvidenceStore::knowsCages(const domain::Evidence &evidence) const
{
    domain::Evidence known = evidence;
    for (const domain::Side from : {domain::Side::A, domain::Side::B})
        for (const domain::Side to : {domain::Side::A, domain::Side::B}) {
            known.from.half.side = from;
            known.to.half.side = to;
            if (m_evidence.contains(known))
                return true;
        }
    return false;
}

bool EvidenceStore::setCarrier(const domain::HalfRef &half, bool carrier)
{
    const auto [it, isNew] = m_carriers.try_emplace(half, carrier);
    if (!isNew && it->second == carrier)
        return false;
    it->second = carrier;
    if (isNew && carrier)
        return true; // the first report: what its neighbours already heard from it is not old
    std::erase_if(
        m_evidence, [&half](const domain::Evidence &evidence) { return evidence.from == half || evidence.to == half; });
    return true;
}

void EvidenceStore::dropSpark(const domain::SparkId &spark)
{
    std::erase_if(m_evidence, [&spark](const domain::Evidence &evidence) {
        return evidence.from.spark == spark || evidence.to.spark == spark;
    });
    std::erase_if(m_carriers, [&spark](const auto &entry) { return entry.first.spark == spark; });
}

void EvidenceStore::clear()
{
    m_evidence.clear();
    m_carriers.clear();
}

} // namespace sparkloom::engine
