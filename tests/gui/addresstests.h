// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Addresses and names on the page Review, from values alone; part of tst_viewmodels.
int runAddressTests(const QStringList &arguments);
