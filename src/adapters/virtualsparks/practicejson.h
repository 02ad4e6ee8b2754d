// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/practicecontrol.h"

#include <QJsonObject>

namespace sparkloom::virtualsparks {

// A cage or the switch, as the simulator reads it (src/sim/world/action.h).
QJsonObject socketJson(const engine::VirtualSocket &socket);
// The simulator's answer about what is wrong (src/sim/control/practice.h). What cannot be understood is left out.
engine::PracticeState practiceFrom(const QJsonObject &answer);

} // namespace sparkloom::virtualsparks
