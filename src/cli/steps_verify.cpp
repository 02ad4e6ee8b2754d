// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

using Verdict = engine::Check::Verdict;

QString halfText(const std::optional<domain::HalfRef> &half)
{
    return half ? QString::fromStdString(domain::toText(half->half)) : QString();
}

// Checks of one way (from, to, half) in one row: which passed, which failed, which were not made.
struct Way {
    QString from, to, half;
    QStringList passed, failed, notTested;
};

std::vector<Way> waysOf(const engine::VerifyReport &report)
{
    std::vector<Way> ways;
    for (const engine::Check &check : report.checks) {
        const QString half = halfText(check.half);
        auto way = std::find_if(ways.begin(), ways.end(),
            [&](const Way &each) { return each.from == check.from && each.to == check.to && each.half == half; });
        if (way == ways.end())
            way = ways.insert(ways.end(), Way{check.from, check.to, half, {}, {}, {}});
        QStringList &list = check.verdict == Verdict::Passed ? way->passed
            : check.verdict == Verdict::Failed               ? way->failed
                                                             : way->notTested;
        list << word(check.kind);
    }
    return ways;
}

} // namespace

ExitCode exitCodeOf(const engine::VerifyReport &report)
{
    const auto has = [&](Verdict verdict) {
        return std::any_of(report.checks.begin(), report.checks.end(),
            [&](const engine::Check &check) { return check.verdict == verdict; });
    };
    if (has(Verdict::Failed))
        return ExitCode::CheckFailed;
    return report.checks.empty() || has(Verdict::NotTested) ? ExitCode::NotKnown : ExitCode::Healthy;
}

void showReport(Context &context, const engine::VerifyReport &report)
{
    Output &output = context.output();
    Table table(
        {Cli::tr("FROM"), Cli::tr("HALF"), Cli::tr("TO"), Cli::tr("PROVEN"), Cli::tr("FAILED"), Cli::tr("NOT TESTED")});
    for (const Way &way : waysOf(report))
        table.add({way.from, way.half, way.to, way.passed.join(u", "_s), way.failed.join(u", "_s),
            way.notTested.join(u", "_s)});
    if (!table.empty())
        output.say(table);
    for (const engine::Check &check : report.checks) {
        if (check.verdict == Verdict::Passed)
            continue;
        output.say(whereOf(check) + u": "_s + engine::text::sentence(check.text),
            check.verdict == Verdict::Failed ? Output::Tone::Bad : Output::Tone::Attention);
        if (!check.remedy.empty())
            output.say(u"  "_s + engine::text::sentence(check.remedy));
    }
    for (const base::Message &proven : report.proven)
        output.say(proven, Output::Tone::Good);
    for (const base::Message &open : report.notProven)
        output.say(open, Output::Tone::Quiet);
}

std::vector<SparkEnvironment> environments(Context &context)
{
    const std::optional<domain::AddressPlan> &applied = context.session().cluster().applied;
    return applied ? engine::report::environments(*applied, context.session().hosts())
                   : std::vector<SparkEnvironment>{};
}

} // namespace sparkloom::cli
