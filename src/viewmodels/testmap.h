// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"
#include "viewmodels/fabricpicture.h"

#include <optional>
#include <set>
#include <vector>

namespace sparkloom::viewmodels {

// A cable that can be chosen for a test: one between two Sparks, or from a Spark to a switch.
struct TestCable {
    int number = 0;
    QString text;                       // "Cable 1, spark-a – spark-b"
    std::vector<domain::CageRef> cages; // of Sparks, at its ends
    friend bool operator==(const TestCable &, const TestCable &) = default;
};

// The addresses that tests go by: those that were set up, else those that are there.
domain::AddressPlan testedPlan(
    const std::vector<engine::HostView> &hosts, const std::optional<domain::AddressPlan> &applied);
// Links as the Sparks' facts tell them, where nothing is being watched.
std::vector<engine::LiveHalf> liveFromFacts(const std::vector<engine::HostView> &hosts);

// In the order of the picture's cables.
std::vector<TestCable> testCablesOf(const FabricPicture &picture, const std::vector<engine::HostView> &hosts);

// The map with what tests found on each half; cables that are not in `chosen` (by place) are drawn faintly.
FabricPicture pictureOfTests(const std::vector<engine::HostView> &hosts, const domain::AddressPlan &plan,
    const std::optional<engine::TestReport> &report, const std::set<int> &chosen);

} // namespace sparkloom::viewmodels
