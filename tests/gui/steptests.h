// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Which step is open when, and the pages Find and Sign in, from values alone; part of tst_viewmodels.
int runStepTests(const QStringList &arguments);
