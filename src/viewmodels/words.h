// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "base/result.h"
#include "domain/fabric/topology.h"
#include "domain/hardware/sparkfacts.h"
#include "engine/flow/views.h"
#include "engine/prompts.h"
#include "viewmodels/fabricpicture.h"

#include <QCoreApplication>
#include <QString>

namespace sparkloom::viewmodels {

// What a scenario is for: nothing is set up yet, all is set up and well, or something is wrong.
enum class ScenarioGroup { ToSetUp, Healthy, Sick };

// Short window words for values of the domain. Whole sentences about what happened come from engine/text.
class Words {
    Q_DECLARE_TR_FUNCTIONS(sparkloom::viewmodels::Words)
public:
    // "DGX Spark", "ASUS GX10"...; the product text, cleaned and bounded, where the maker is not known.
    static QString maker(domain::Maker maker, const QString &product);
    static QString hostState(engine::HostState state);
    static QString sudoReason(engine::SudoReason reason);
    static QString cableState(CableState state);
    // With its speed where that is less than it should be: "up, 100 Gb/s".
    static QString cableState(const PictureCable &cable);
    static QString speed(double gbps);               // "100 Gb/s"
    static QString lastKnown(const QDateTime &when); // "last known 14:03"
    static QString waking();
    static QString laneProof(LaneProof proof);
    // "cage 0, next to the network plug" / "cage 1, the outer one".
    static QString socket(int cage);
    // Of the scenarios that come with Sparkloom: what their cards say, and where among the others they stand (from 0).
    static QString scenarioTitle(const QString &name, const QString &fallback);
    static QString scenarioStory(const QString &name);
    static ScenarioGroup scenarioGroup(const QString &name);
    static int scenarioRank(const QString &name);

private:
    struct ScenarioText;
    static const ScenarioText *scenarioText(const QString &name, int *rank);
};

} // namespace sparkloom::viewmodels
