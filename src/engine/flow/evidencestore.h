// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/cablemap.h"

#include <map>
#include <set>
#include <vector>

namespace sparkloom::engine {

// Evidence that still holds. What was seen on a half is dropped as soon as its carrier changes, either way: after a
// plug was moved nothing of the old cable may speak for the new one.
class EvidenceStore {
public:
    static constexpr std::size_t kMost = 8192;

    // True when that is news.
    bool add(const domain::Evidence &evidence);
    // The carrier of a half as it was just reported; true when that is news.
    bool setCarrier(const domain::HalfRef &half, bool carrier);
    // The Spark is gone or starts anew.
    void dropSpark(const domain::SparkId &spark);
    void clear();
    std::vector<domain::Evidence> all() const { return {m_evidence.begin(), m_evidence.end()}; }

private:
    std::set<domain::Evidence> m_evidence;
    std::map<domain::HalfRef, bool> m_carriers;
};

} // namespace sparkloom::engine
