// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/virtualsparks.h"

namespace sparkloom::virtualsparks {

struct SimulatorSettings {
    double speed = 1;     // divides simulated delays, 0.01 to 1000
    quint64 seed = 1;     // same seed, same machines
    QString architecture; // what every Spark says it is ("x86_64"); empty: as in the scenario, aarch64
    QString program;      // empty: found by findSimulator()
};

// Runs sparkloom-sim. Main thread.
class SimulatorFactory : public engine::VirtualSparksFactory {
public:
    explicit SimulatorFactory(SimulatorSettings settings = {}) : m_settings(std::move(settings)) {}
    std::unique_ptr<engine::VirtualSparks> create() override;
    std::vector<engine::ScenarioInfo> scenarios() const override;

private:
    SimulatorSettings m_settings;
};

// The program: in $SPARKLOOM_BIN_DIR, beside this program, or in ../libexec/sparkloom or ../lib/sparkloom from there.
// Empty where it is nowhere.
QString findSimulator();

} // namespace sparkloom::virtualsparks
