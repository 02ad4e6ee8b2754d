// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// A change that stands half applied is settled, with and without all of its Sparks; part of tst_clustersession.
int runSettlingTests(const QStringList &arguments);
