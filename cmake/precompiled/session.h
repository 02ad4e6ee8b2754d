// SPDX-License-Identifier: GPL-3.0-or-later
// As qt.h, for what works with a session of the engine.
#include "qt.h"

#include <QCoroTask>

#include "engine/flow/clustersession.h"
