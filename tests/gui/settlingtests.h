// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// The window's side of a change that stands half applied, on Sparks in memory; part of tst_viewmodels.
int runSettlingTests(const QStringList &arguments);
