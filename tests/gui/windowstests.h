// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Several windows, their language, and what they keep; part of tst_window.
int runWindowsTests(const QStringList &arguments);
