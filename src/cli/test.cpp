// SPDX-License-Identifier: GPL-3.0-or-later
// `test`: measures what the cables carry.
#include "cli/command.h"
#include "cli/steps.h"
#include "cli/steps_test.h"
#include "cli/tr.h"

#include "engine/bench/benchflow.h"
#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr int kMostStreams = 64;
constexpr int kMostSeconds = 600;
constexpr int kQuickSeconds = 2;
constexpr int kSeconds = 3;
constexpr int kMostCables = 1000;
constexpr std::chrono::milliseconds kShortest{100}; // of a window
constexpr std::chrono::milliseconds kLongestWarmUp{10'000};

base::Result<engine::TestOptions> optionsOf(const Invocation &invocation, const GlobalOptions &global)
{
    engine::TestOptions options;
    if (invocation.isSet(u"quick"_s))
        options.length = engine::TestLength::Quick;
    options.bothWays = invocation.isSet(u"both"_s);
    const base::Result<int> streams = invocation.number(u"streams"_s, options.streams, 1, kMostStreams);
    const base::Result<int> seconds =
        invocation.number(u"seconds"_s, options.quick() ? kQuickSeconds : kSeconds, 1, kMostSeconds);
    const base::Result<int> cable = invocation.number(u"cable"_s, 1, 1, kMostCables);
    for (const base::Result<int> *number : {&streams, &seconds, &cable})
        if (!*number)
            return number->error();
    options.streams = *streams;
    options.measure = std::chrono::seconds(*seconds);
    if (global.isVirtual()) { // their time runs faster
        const auto faster = [&](std::chrono::milliseconds time) {
            return std::chrono::milliseconds(qRound64(double(time.count()) / global.speed));
        };
        options.measure = std::max(faster(options.measure), kShortest);
        options.warmUp = std::min(faster(options.warmUp), kLongestWarmUp);
    }
    if (invocation.isSet(u"cable"_s))
        options.cable = *cable;
    options.pair = invocation.values(u"host"_s);
    if (!options.pair.isEmpty() && options.pair.size() != 2)
        return usageError("cli.two-hosts"_msg);
    return options;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const QString what = invocation.arguments.front();
    if (what != u"tcp" && what != u"ladder")
        co_return context.fail(
            invocation.command, usageError(base::Message("cli.bad-test"_msg).with("text", what.toStdString())));
    const base::Result<engine::TestOptions> options = optionsOf(invocation, context.options());
    if (!options)
        co_return context.fail(invocation.command, options.error());
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> signedIn = co_await signIn(context, false);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const TestLines lines(context);
    engine::BenchFlow &bench = context.session().bench();
    QCoro::Task<base::Result<engine::TestReport>> testing =
        what == u"tcp" ? bench.testTcp(*options) : bench.climb(*options);
    const base::Result<engine::TestReport> report = co_await testing;
    if (!report)
        co_return context.fail(invocation.command, report.error());
    showTest(context, *report);
    const ExitCode code = exitCodeOf(*report);
    context.output().document(invocation.command, {{u"test"_s, what}, {u"report"_s, testJson(*report)}}, code);
    co_return code;
}

} // namespace

Command testCommand()
{
    return {
        {u"test"_s, u"tcp|ladder"_s, Cli::tr("Measure what the cables carry, and say what that proves."),
            Cli::tr(
                "tcp: every half alone, all halves of a cable together, each direction by itself; with several cables "
                "also all of\n"
                "them at once. The receiver's figure is the result, and the counters of the receiving half must agree "
                "with it.\n"
                "ladder: link, PCIe, addresses, large packets and lane, then TCP; it stops at the first rung that "
                "fails and says\n"
                "what was therefore not tested. Both load the cables fully while they run, change nothing and need no "
                "root.\n"
                "Each figure is measured three times, with --quick once; what then looks slow is measured twice more."),
            {{u"cable"_s, Cli::tr("Only this cable (its number)."), u"N"_s},
                {u"host"_s, Cli::tr("Only between two Sparks; give it twice."), u"NAME"_s},
                {u"streams"_s, Cli::tr("TCP streams on each half, 1 to 64 (default: 16)."), u"N"_s},
                {u"seconds"_s, Cli::tr("Length of one run, 1 to 600 (default: 3, with --quick 2)."), u"SECONDS"_s},
                {u"both"_s, Cli::tr("tcp: both directions at the same time, too.")},
                {u"quick"_s, Cli::tr("One run of each; tcp: only all halves together.")}},
            1, 1},
        run};
}

} // namespace sparkloom::cli
