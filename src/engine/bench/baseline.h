// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QByteArray>

#include <map>

namespace sparkloom::engine {

// What a cluster reached at its best, by measurement, in one environment (kernel, driver, firmware, MTU, PCIe links).
// A measurement is named by layer, kind, ends and sizes, so that another cabling or another NCCL has its own.
struct TestBaseline {
    QString fingerprint;
    std::map<QString, double> gbps; // the best median
};

// Untrusted text, bounded; what is no baseline gives an empty one.
TestBaseline baselineFromJson(const QByteArray &json);
QByteArray baselineToJson(const TestBaseline &baseline);

// Says what lies more than 5 % below the baseline, and lets the verdict of the report follow. Only where the
// environment is the same.
void compareWithBaseline(TestReport &report, const TestBaseline &baseline);
// Takes what is good in this report into the baseline: a better figure, or all of them where the environment is
// another one. False: nothing changed.
bool learn(TestBaseline &baseline, const TestReport &report);

} // namespace sparkloom::engine
