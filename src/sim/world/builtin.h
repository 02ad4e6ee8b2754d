// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace sparkloom::sim {

// The texts of resources/scenarios/*.json; the build writes them into the program (cmake/EmbedTexts.cmake).
std::vector<std::string_view> builtInScenarioTexts();
// resources/physics/measurements.json as compiled in.
std::string_view builtInMeasurements();

} // namespace sparkloom::sim
