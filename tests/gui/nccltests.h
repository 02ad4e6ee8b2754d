// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// NCCL's library from another Spark, asked for on the Tests page; part of tst_testspage.
int runNcclTests(const QStringList &arguments);
