// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/context.h"
#include "engine/bench/crosscheck.h"
#include "engine/report/testjson.h"

#include <QObject>

// What is said of a test: while it runs, and when it is over.
namespace sparkloom::cli {

// Says what is being measured and how long it all takes, whenever that changes; lives as long as the test.
class TestLines : public QObject {
public:
    explicit TestLines(Context &context);

private:
    void look();

    Context &m_context;
    QString m_last;
};

void showTest(Context &context, const engine::TestReport &report);
using engine::report::testJson;
// iperf3's figures beside ours, and what is to be known about them.
void showCrossCheck(Context &context, const engine::CrossCheckReport &report);
// Healthy, CheckFailed where something is wrong, NotKnown where something could not be tested.
ExitCode exitCodeOf(const engine::TestReport &report);

} // namespace sparkloom::cli
