// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QJsonObject>

// A test as a document: the same from the command line and from the window (resources/schemas/test.schema.json).
namespace sparkloom::engine::report {

QString jsonWord(TestKind kind); // "ladder", "tcp", "rdma", "nccl"
// The "report" of the document.
QJsonObject testJson(const TestReport &report);
// Healthy (0), something is wrong (1), something could not be tested (3): as sparkloomctl(1) has it.
int exitCodeOf(const TestReport &report);
// The whole document, as `sparkloomctl test --json` prints it.
QJsonObject testDocument(const TestReport &report);

} // namespace sparkloom::engine::report
