// SPDX-License-Identifier: GPL-3.0-or-later
// `test`: measures what the cables carry.
#include "cli/command.h"
#include "cli/steps.h"
#include "cli/steps_test.h"
#include "cli/tr.h"

#include "engine/bench/benchflow.h"
#include "engine/bench/ncclplan.h"
#include "engine/report/crosscheckjson.h"
#include "engine/text/text.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr int kMostStreams = 64;
constexpr int kMostSeconds = 600;
constexpr int kMostCables = 1000;
constexpr int kMostQueuePairs = 64;
constexpr std::int64_t kMostMessage = 64 << 20; // what all queue pairs together take is refused by the agent
constexpr int kMostIterations = 10'000;
constexpr int kMostSoak = 24 * 3600;                // s
constexpr std::chrono::milliseconds kShortest{100}; // of a window
constexpr std::chrono::milliseconds kLongestWarmUp{10'000};

std::optional<engine::TestKind> kindOf(const QString &word)
{
    for (const engine::TestKind kind :
        {engine::TestKind::Tcp, engine::TestKind::Rdma, engine::TestKind::Nccl, engine::TestKind::Ladder})
        if (engine::report::jsonWord(kind) == word)
            return kind;
    return std::nullopt;
}

// A number with a unit at its end: the factor of the unit times the number; nothing where it is none of these.
std::optional<std::int64_t> withUnit(QString text, const std::map<QChar, std::int64_t> &units, std::int64_t most)
{
    std::int64_t factor = 1;
    if (const auto unit = text.isEmpty() ? units.end() : units.find(text.back().toLower()); unit != units.end()) {
        factor = unit->second;
        text.chop(1);
    }
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < 1 || number > most / factor)
        return std::nullopt;
    return number * factor;
}

base::Result<engine::TestLength> lengthOf(const Invocation &invocation)
{
    const std::pair<QString, engine::TestLength> all[] = {{u"quick"_s, engine::TestLength::Quick},
        {u"full"_s, engine::TestLength::Full}, {u"soak"_s, engine::TestLength::Soak}};
    engine::TestLength length = engine::TestLength::Normal;
    for (const auto &[option, means] : all) {
        if (!invocation.isSet(option))
            continue;
        if (length != engine::TestLength::Normal)
            return usageError("cli.one-length"_msg);
        length = means;
    }
    return length;
}

base::Result<void> readNccl(const Invocation &invocation, engine::NcclOptions &nccl)
{
    const base::Result<int> iterations = invocation.number(u"iterations"_s, nccl.iterations, 1, kMostIterations);
    if (!iterations)
        return iterations.error();
    nccl.iterations = *iterations;
    nccl.inPlace = invocation.isSet(u"in-place"_s);
    nccl.evenIfBusy = invocation.isSet(u"even-if-busy"_s);
    nccl.library = invocation.value(u"library"_s);
    for (const QString &name : invocation.values(u"collective"_s)) {
        const auto all = engine::ncclCollectives({});
        const auto known = std::find_if(
            all.begin(), all.end(), [&](protocol::NcclCollective each) { return engine::ncclName(each) == name; });
        if (known == all.end())
            return usageError(base::Message("cli.bad-collective"_msg).with("text", name.toStdString()));
        nccl.collectives.push_back(*known);
    }
    if (invocation.isSet(u"sizes"_s)) {
        // As nccl-tests has it: binary units.
        const std::map<QChar, std::int64_t> units{{u'k', 1 << 10}, {u'm', 1 << 20}, {u'g', 1 << 30}};
        const QString text = invocation.value(u"sizes"_s);
        const QStringList parts = text.split(u':');
        const auto least = withUnit(parts.front(), units, std::int64_t(16) << 30);
        const auto most = withUnit(parts.back(), units, std::int64_t(16) << 30);
        if (parts.size() > 2 || !least || !most || *least < 8 || *most < *least)
            return usageError(base::Message("cli.bad-sizes"_msg).with("text", text.toStdString()));
        nccl.minBytes = *least;
        nccl.maxBytes = *most;
    }
    return {};
}

base::Result<void> readRdma(const Invocation &invocation, engine::RdmaOptions &rdma)
{
    using Operation = engine::RdmaOptions::Operation;
    if (invocation.isSet(u"read"_s) && invocation.isSet(u"send"_s))
        return usageError("cli.one-operation"_msg);
    rdma.operation = invocation.isSet(u"read"_s) ? Operation::Read
        : invocation.isSet(u"send"_s)            ? Operation::Send
                                                 : Operation::Write;
    rdma.latencyOnly = invocation.isSet(u"latency"_s);
    const base::Result<int> pairs = invocation.number(u"qps"_s, rdma.queuePairs, 1, kMostQueuePairs);
    if (!pairs)
        return pairs.error();
    rdma.queuePairs = *pairs;
    if (invocation.isSet(u"size"_s)) {
        const std::map<QChar, std::int64_t> units{{u'k', 1 << 10}, {u'm', 1 << 20}};
        const auto size = withUnit(invocation.value(u"size"_s), units, kMostMessage);
        if (!size)
            return usageError(
                base::Message("cli.bad-size"_msg).with("text", invocation.value(u"size"_s).toStdString()));
        rdma.messageBytes = *size;
    }
    return {};
}

// Their time runs faster: what is measured for a shorter time, or less often.
void fitVirtual(engine::TestOptions &options, double speed)
{
    const auto faster = [speed](std::chrono::milliseconds time) {
        return std::chrono::milliseconds(qRound64(double(time.count()) / speed));
    };
    options.measure = std::max(faster(options.measure), kShortest);
    options.warmUp = std::min(faster(options.warmUp), kLongestWarmUp);
    options.soak = faster(options.soak);
    options.nccl.iterations = std::max(1, int(options.nccl.iterations / std::max(speed, 1.0)));
}

base::Result<engine::TestOptions> optionsOf(
    const Invocation &invocation, engine::TestKind kind, const GlobalOptions &global)
{
    engine::TestOptions options;
    const base::Result<engine::TestLength> length = lengthOf(invocation);
    if (!length)
        return length.error();
    options.length = *length;
    options.bothWays = invocation.isSet(u"both"_s);
    const int usual = int(engine::usualMeasure(kind, options.length).count() / 1000);
    const base::Result<int> streams = invocation.number(u"streams"_s, options.streams, 1, kMostStreams);
    const base::Result<int> seconds = invocation.number(u"seconds"_s, usual, 1, kMostSeconds);
    const base::Result<int> cable = invocation.number(u"cable"_s, 1, 1, kMostCables);
    for (const base::Result<int> *number : {&streams, &seconds, &cable})
        if (!*number)
            return number->error();
    if (invocation.isSet(u"cross-check"_s) && kind != engine::TestKind::Tcp)
        return usageError("cli.cross-check-tcp"_msg);
    options.streams = *streams;
    options.measure = std::chrono::seconds(*seconds);
    if (invocation.isSet(u"soak"_s)) {
        const auto time = withUnit(invocation.value(u"soak"_s), {{u's', 1}, {u'm', 60}, {u'h', 3600}}, kMostSoak);
        if (!time || kind != engine::TestKind::Ladder)
            return usageError(
                base::Message("cli.bad-soak"_msg).with("text", invocation.value(u"soak"_s).toStdString()));
        options.soak = std::chrono::seconds(*time);
    }
    if (const base::Result<void> read = readNccl(invocation, options.nccl); !read)
        return read.error();
    if (const base::Result<void> read = readRdma(invocation, options.rdma); !read)
        return read.error();
    if (global.isVirtual())
        fitVirtual(options, global.speed);
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
    const std::optional<engine::TestKind> kind = kindOf(what);
    if (!kind)
        co_return context.fail(
            invocation.command, usageError(base::Message("cli.bad-test"_msg).with("text", what.toStdString())));
    const base::Result<engine::TestOptions> options = optionsOf(invocation, *kind, context.options());
    if (!options)
        co_return context.fail(invocation.command, options.error());
    const base::Result<void> signedIn = co_await openAndSignIn(context, false);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const TestLines lines(context);
    engine::BenchFlow &bench = context.session().bench();
    bench.setResults(&context.place().adapters->testResults());
    QCoro::Task<base::Result<engine::TestReport>> testing = *kind == engine::TestKind::Tcp ? bench.testTcp(*options)
        : *kind == engine::TestKind::Rdma                                                  ? bench.testRdma(*options)
        : *kind == engine::TestKind::Nccl                                                  ? bench.testNccl(*options)
                                                                                           : bench.climb(*options);
    const base::Result<engine::TestReport> report = co_await testing;
    if (!report)
        co_return context.fail(invocation.command, report.error());
    showTest(context, *report);
    QJsonObject document{{u"test"_s, what}, {u"report"_s, testJson(*report)}};
    if (invocation.isSet(u"cross-check"_s)) {
        const base::Result<engine::CrossCheckReport> check = co_await bench.crossCheck(*options);
        if (!check)
            co_return context.fail(invocation.command, check.error());
        showCrossCheck(context, *check);
        document.insert(u"crossCheck"_s, engine::report::crossCheckJson(*check));
    }
    const ExitCode code = exitCodeOf(*report);
    context.output().document(invocation.command, document, code);
    co_return code;
}

} // namespace

Command testCommand()
{
    return {
        {u"test"_s, u"tcp|rdma|nccl|ladder"_s, Cli::tr("Measure what the cables carry, and say what that proves."),
            Cli::tr(
                "tcp: every half alone, all halves of a cable together, each direction by itself; with several cables "
                "also all of\n"
                "them at once. The receiver's figure is the result, and the counters of the receiving half must agree "
                "with it.\n"
                "rdma: the same over RDMA, which AI jobs use, with data that are compared; then the latency of each "
                "cable, idle\n"
                "and under load. libibverbs must be on every Spark.\n"
                "nccl: NCCL's collectives between all Sparks, measured and checked as nccl-tests does, without MPI.\n"
                "ladder: link, PCIe, addresses, large packets and lane, each half, both halves, both directions, "
                "latency, NCCL,\n"
                "TCP; it stops at the first rung that fails and says what was therefore not tested. --quick takes "
                "about 30 s for a\n"
                "pair, --full 3 minutes, --soak goes on under load and tells which error counters grew.\n"
                "All load the cables fully while they run, change nothing and need no root.\n"
                "Each figure is measured three times, with --quick once; what then looks slow is measured twice more."),
            {{u"cable"_s, Cli::tr("Only this cable (its number)."), u"N"_s},
                {u"host"_s, Cli::tr("Only between two Sparks; give it twice."), u"NAME"_s},
                {u"streams"_s, Cli::tr("TCP streams on each half, 1 to 64 (default: 16)."), u"N"_s},
                {u"seconds"_s, Cli::tr("Length of one run, 1 to 600 (default: 3, with --quick 2, ladder 1)."),
                    u"SECONDS"_s},
                {u"both"_s, Cli::tr("tcp, rdma: both directions at the same time, too.")},
                {u"cross-check"_s,
                    Cli::tr("tcp: then each half by iperf3, too, where the Sparks have it, with both figures and their "
                            "ratio.")},
                {u"quick"_s, Cli::tr("One run of each; tcp, rdma: only all halves together.")},
                {u"full"_s, Cli::tr("ladder: all collectives of NCCL, too.")},
                {u"soak"_s, Cli::tr("ladder: then load on everything for this time: 90s, 30m, 12h."), u"TIME"_s},
                {u"read"_s, Cli::tr("rdma: READ instead of WRITE.")},
                {u"send"_s, Cli::tr("rdma: SEND instead of WRITE.")},
                {u"qps"_s, Cli::tr("rdma: queue pairs on each half, 1 to 64 (default: 4)."), u"N"_s},
                {u"size"_s, Cli::tr("rdma: size of a message, 1 to 64M (default: 64K)."), u"BYTES"_s},
                {u"latency"_s, Cli::tr("rdma: only the latency.")},
                {u"collective"_s,
                    Cli::tr("nccl: only this one (all_gather, all_reduce, ...); may be given more than once."),
                    u"NAME"_s},
                {u"sizes"_s, Cli::tr("nccl: from the smallest to the largest size (default: 32M:1G)."), u"MIN:MAX"_s},
                {u"iterations"_s, Cli::tr("nccl: operations of each size, 1 to 10000 (default: 20)."), u"N"_s},
                {u"in-place"_s, Cli::tr("nccl: in place, too.")},
                {u"library"_s, Cli::tr("nccl: libnccl.so.2 on every Spark (default: looked for)."), u"PATH"_s},
                {u"even-if-busy"_s, Cli::tr("nccl: beside a model server or with little free memory, too.")}},
            1, 1},
        run};
}

} // namespace sparkloom::cli
