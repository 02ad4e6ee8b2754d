// SPDX-License-Identifier: GPL-3.0-or-later
// As session.h and widgets.h, for tests of the engine and of the window.
#include "session.h"

#include <QTest>

#include "domain/plan/plan.h"
#include "protocol/messages.h"
