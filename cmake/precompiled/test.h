// SPDX-License-Identifier: GPL-3.0-or-later
// As qt.h, for the tests.
#include "qt.h"

#include <QTest>

#include "domain/plan/plan.h"
#include "protocol/messages.h"
