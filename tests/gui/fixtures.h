// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "viewmodels/setupviewmodels.h"

#include <vector>

// Made-up but consistent states of a set-up, to fill the view-models with: the domain's own functions make the cabling
// status and the plan, so that what is shown is what really would be.
namespace fixtures {

using namespace sparkloom;

// Facts of Spark `index` (0..): name spark-a.., halves where the cage is in `litCages`.
domain::SparkFacts facts(
    int index, const std::vector<domain::CageIndex> &litCages, domain::Maker maker = domain::Maker::FoundersEdition);
engine::HostView host(
    const domain::SparkFacts &facts, engine::HostState state = engine::HostState::Ready, bool virtualSpark = false);
engine::HostView host(const QString &name, engine::HostState state);

struct Fabric {
    std::vector<domain::SparkFacts> sparks;
    std::vector<engine::HostView> hosts;
    engine::CablingView cabling;
};
// Cable of a fabric: Spark and cage at both ends; b < 0 is the switch.
struct Plugged {
    int a = 0;
    domain::CageIndex cageA = domain::CageIndex::Zero;
    int b = 0;
    domain::CageIndex cageB = domain::CageIndex::Zero;
    bool secondHalfDark = false;
};
Fabric fabric(int sparkCount, const std::vector<Plugged> &cables, domain::Topology goal, bool virtualSparks = false);
// As the page Cable draws it.
viewmodels::FabricPicture pictureOf(const Fabric &fabric);

Fabric sealedPair(bool virtualSparks);
Fabric cabledPair();
// A lit socket on each, of which nothing told without root where its cable leads.
Fabric unknownPair();
Fabric ringInWork();
Fabric starOfFour();
Fabric wrongRing();
// A whole ring of three, whatever was asked for.
Fabric cabledRing(domain::Topology goal = domain::Topology::Ring);

// spark-b was lost at 14:03 of this computer's clock.
Fabric lostSpark();
// Both network chips of a pair start: one half is there, at the other all of them, and no link yet.
Fabric wakingPair();

domain::Plan planOf(const Fabric &fabric);
engine::VerifyReport passedReport(const Fabric &fabric, const domain::Plan &plan);
engine::VerifyReport failedReport(const Fabric &fabric, const domain::Plan &plan);
// An apply whose steps before this one are done: 0 asks for root, 1 begins, 2 tries the settings, 3 proves them.
std::vector<engine::JobView> jobsAt(std::size_t step);
std::vector<engine::JobView> jobsHalfway();
std::vector<engine::JobView> jobsDone();
std::vector<engine::JobView> jobsRolledBack();

// One Spark as set up, one on which a colleague changed several things, one that cannot be reached.
std::vector<engine::SparkStatus> driftedStatus();

std::vector<engine::ScenarioInfo> scenarios();
std::vector<engine::FoundHost> foundHosts();
// A ring that is set up, a pair that is not, and one whose change was interrupted.
std::vector<viewmodels::KnownCluster> knownClusters();
std::vector<engine::HostKeyQuestion> keyQuestions();
// What a Spark says to a wrong password.
base::Message deniedSignIn();

} // namespace fixtures
