// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Pages under the hands, from values alone: where the keyboard is, what a screen reader hears, another language while
// something is asked; part of tst_testspage.
int runPageTests(const QStringList &arguments);
