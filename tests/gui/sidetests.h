// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Help, log, settings, finding a cable, the strips that ask, and the pseudo-locale, from values alone; part of
// tst_viewmodels.
int runSideTests(const QStringList &arguments);
