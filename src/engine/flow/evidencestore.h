// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/cablemap.h"

#include <map>
#include <set>
#include <vector>

namespace sparkloom::engine {

// Evidence that still holds. What was seen on a half is dropped as soon as its carrier changes, either way: after a
// plug was moved nothing of the old cable may speak for the new one.
//
// On a switch everybody hears everybody: 64 Sparks with one cable each tell of 16,128 pairs of halves by one kind
// alone. A map needs each pair of cages (2,016 of them), so beyond kDetailed only what is new of two cages is kept:
// whoever speaks first and often must not take the room of those who speak last.
class EvidenceStore {
public:
    static constexpr std::size_t kDetailed = 2048;
    static constexpr std::size_t kMost = 65536; // 64 Sparks with both cages on a switch, each pair by four kinds

    // True when that is news that was kept.
    bool add(const domain::Evidence &evidence);
    // The carrier of a half as it was just reported; true when that is news.
    bool setCarrier(const domain::HalfRef &half, bool carrier);
    // The Spark is gone or starts anew.
    void dropSpark(const domain::SparkId &spark);
    void clear();
    std::vector<domain::Evidence> all() const { return {m_evidence.begin(), m_evidence.end()}; }

private:
    bool knowsCages(const domain::Evidence &evidence) const;

    std::set<domain::Evidence> m_evidence;
    std::map<domain::HalfRef, bool> m_carriers;
};

} // namespace sparkloom::engine
