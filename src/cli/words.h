// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/cablemap.h"
#include "domain/fabric/topology.h"
#include "engine/flow/views.h"

#include <QString>

#include <vector>

namespace sparkloom::cli {

// Spark ids as the names that the user knows.
class Names {
public:
    explicit Names(const std::vector<engine::HostView> &hosts);
    QString of(const domain::SparkId &id) const;
    QString of(const domain::CageRef &cage) const; // "spark-a cage 0"
    QString of(const domain::CableEnd &end) const; // "spark-a cage 0", "switch"
    // "spark-a:0", "switch": how `plug` takes it and JSON documents say it.
    QString socket(const domain::CableEnd &end) const;

private:
    std::vector<std::pair<domain::SparkId, QString>> m_names;
};

// Single words and short labels for tables.
QString word(domain::GoalCable::State state);
QString word(domain::Certainty certainty);
QString word(domain::EvidenceKind kind);
QString word(engine::HostState state);
QString word(engine::SparkStatus::State state);
QString word(engine::Check::Kind kind);
QString word(domain::Maker maker);
QString word(domain::Renderer renderer);
// Where a check was made: "spark-a 0A", "spark-a" where it is about no half.
QString whereOf(const engine::Check &check);
// The kinds of evidence of a cable, each once.
QString evidenceWords(const domain::Cable &cable);

// What a person can do about what differs; nothing where nothing does.
std::vector<base::MessageId> driftOffers(const std::vector<engine::SparkStatus> &status);

// The same values as stable words of JSON documents, never translated.
QString jsonWord(domain::GoalCable::State state);
QString jsonWord(domain::PlugStep::Kind kind);
QString jsonWord(domain::EvidenceKind kind);
QString jsonWord(engine::HostState state);
QString jsonWord(engine::SparkStatus::State state);
QString jsonWord(engine::Check::Kind kind);
QString jsonWord(engine::Check::Verdict verdict);

} // namespace sparkloom::cli
