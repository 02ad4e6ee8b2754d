// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// What the map says of cables and Sparks beyond where they are; part of tst_fabriclayout.
int runMapStateTests(const QStringList &arguments);
