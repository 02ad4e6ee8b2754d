// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// What is said and offered while a change is planned, carried out and after it failed, from values alone; part of
// tst_viewmodels.
int runChangeTests(const QStringList &arguments);
