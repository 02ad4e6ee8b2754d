// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/planreport.h"

#include "base/text.h"
#include "engine/report/table.h"
#include "engine/text/names.h"
#include "engine/text/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
using namespace base::literals;
namespace {

constexpr std::size_t kMaxShownLine = 400;

// Labels that the command line has, too.
class Words {
    Q_DECLARE_TR_FUNCTIONS(cli)
};

QString fromStd(const std::string &text)
{
    return QString::fromStdString(text);
}

class Lines {
public:
    using Tone = Line::Tone;
    void say(const QString &text = {}, Tone tone = Tone::Plain) { m_lines.push_back({text, tone}); }
    void say(const Table &table)
    {
        const QStringList rows = table.lines();
        for (qsizetype i = 0; i < rows.size(); ++i)
            say(rows[i], i == 0 ? Tone::Quiet : Tone::Plain);
    }
    std::vector<Line> take() { return std::move(m_lines); }

private:
    std::vector<Line> m_lines;
};

void showDiff(Lines &lines, const std::string &diff)
{
    for (const std::string_view line : base::split(diff, '\n')) {
        if (line.empty())
            continue;
        const Line::Tone tone = line.starts_with("+") ? Line::Tone::Good
            : line.starts_with("-")                   ? Line::Tone::Bad
                                                      : Line::Tone::Plain;
        lines.say(u"      "_s + fromStd(base::cleanText(line, kMaxShownLine)), tone);
    }
}

void showChange(Lines &lines, const domain::Change &change, bool withDiff)
{
    lines.say(u"  - "_s + text::sentence(change.title) + (change.needsRoot ? Words::tr(" (root)") : QString()));
    if (!change.reason.empty())
        lines.say(u"    "_s + text::sentence(change.reason), Line::Tone::Quiet);
    if (!withDiff)
        return;
    showDiff(lines, change.diff);
    if (!change.command.empty())
        lines.say(u"      $ "_s + fromStd(base::cleanText(change.command, kMaxShownLine)), Line::Tone::Quiet);
    if (!change.undo.empty())
        lines.say(u"    "_s + text::sentence(change.undo), Line::Tone::Quiet);
}

// Sparks on which the same is done, told about once; diffs differ, so with them each Spark stands for itself.
std::vector<std::vector<const domain::SparkPlan *>> groupsOf(const domain::Plan &plan, bool each)
{
    const auto same = [](const domain::SparkPlan &a, const domain::SparkPlan &b) {
        return std::equal(a.changes.begin(), a.changes.end(), b.changes.begin(), b.changes.end(),
            [](const domain::Change &left, const domain::Change &right) {
                return left.title == right.title && left.reason == right.reason;
            });
    };
    std::vector<std::vector<const domain::SparkPlan *>> groups;
    for (const domain::SparkPlan &spark : plan.sparks) {
        const auto group = std::find_if(
            groups.begin(), groups.end(), [&](const auto &known) { return !each && same(*known.front(), spark); });
        if (group == groups.end())
            groups.push_back({&spark});
        else
            group->push_back(&spark);
    }
    return groups;
}

QString laneName(const domain::Lane &lane)
{
    const QString name = (lane.cable > 0 ? QString::number(lane.cable) : QString())
        + QString::fromLatin1(domain::letter(lane.side).data(), 1);
    return lane.role == domain::Lane::Role::Storage ? Words::tr("storage %1").arg(name) : name;
}

void showAddresses(Lines &lines, const domain::AddressPlan &addresses, const NameOf &nameOf)
{
    Table table({Words::tr("LANE"), Words::tr("SUBNET"), Words::tr("SPARK"), Words::tr("HALF"), Words::tr("INTERFACE"),
        Words::tr("ADDRESS")});
    for (const domain::Lane &lane : addresses.lanes)
        for (const domain::LaneEnd &end : lane.ends)
            table.add({laneName(lane), fromStd(lane.subnet.toString()), nameOf(end.half.spark),
                fromStd(domain::toText(end.half.half)), fromStd(end.netdev), fromStd(end.address.toString())});
    lines.say(table);
}

QString word(domain::HalfStep::Kind kind)
{
    using Kind = domain::HalfStep::Kind;
    switch (kind) {
    case Kind::Stays: return Words::tr("stays");
    case Kind::New: return Words::tr("new");
    case Kind::Changes: return Words::tr("changes");
    case Kind::Goes: return Words::tr("goes");
    }
    return {};
}

// Where a set-up stands already: what of it stays, and what does not.
void showHalfSteps(Lines &lines, const std::vector<domain::HalfStep> &steps, const NameOf &nameOf)
{
    using Kind = domain::HalfStep::Kind;
    const bool anyBefore =
        std::any_of(steps.begin(), steps.end(), [](const domain::HalfStep &step) { return step.before.has_value(); });
    const bool allStay =
        std::all_of(steps.begin(), steps.end(), [](const domain::HalfStep &step) { return step.kind == Kind::Stays; });
    if (!anyBefore || allStay)
        return;
    Table table(
        {Words::tr("SPARK"), Words::tr("HALF"), Words::tr("BEFORE"), Words::tr("AFTER"), Words::tr("THIS HALF")});
    for (const domain::HalfStep &step : steps) {
        const auto address = [](const std::optional<domain::HalfConfig> &half) {
            return half ? fromStd(half->address.toString()) : QString();
        };
        table.add({nameOf(step.half.spark), fromStd(domain::toText(step.half.half)), address(step.before),
            address(step.after), word(step.kind)});
    }
    lines.say(table);
}

// What was seen, what it means, what to do.
void showFindings(Lines &lines, const std::vector<domain::PreflightFinding> &findings)
{
    for (const domain::PreflightFinding &finding : findings) {
        const text::Explanation told = text::explain(base::refused(finding.text));
        const bool stops = finding.consent != domain::PreflightFinding::Consent::None;
        lines.say(told.seen, stops ? Line::Tone::Bad : Line::Tone::Attention);
        for (const QString &line : {told.meaning, told.remedy})
            if (!line.isEmpty())
                lines.say(u"  "_s + line, Line::Tone::Quiet);
    }
}

void showComputer(Lines &lines, const domain::Plan &plan, bool withDiff)
{
    if (plan.computer.empty())
        return;
    lines.say();
    lines.say(Words::tr("this computer"), Line::Tone::Strong);
    for (const domain::Change &change : plan.computer)
        showChange(lines, change, withDiff);
}

} // namespace

PlanContext planContext(
    const domain::Plan &plan, const std::vector<domain::PreflightFinding> &findings, const std::vector<HostView> &hosts)
{
    std::vector<domain::SparkFacts> facts;
    std::vector<std::pair<domain::SparkId, QString>> names;
    for (const HostView &host : hosts)
        if (host.facts) {
            facts.push_back(*host.facts);
            names.emplace_back(host.facts->id, host.name);
        }
    const NameOf nameOf = [names](const domain::SparkId &id) {
        const auto known = std::find_if(names.begin(), names.end(), [&](const auto &each) { return each.first == id; });
        return known == names.end() ? fromStd(id.value.substr(0, 8)) : known->second;
    };
    return {findings, domain::halfSteps(plan.addresses, facts), nameOf};
}

std::vector<Line> planLines(const domain::Plan &plan, const PlanContext &context, bool withDiff)
{
    Lines lines;
    lines.say(Words::tr("Form: %1, MTU %2").arg(text::topologyPhrase(plan.addresses.topology)).arg(plan.addresses.mtu),
        Line::Tone::Strong);
    showAddresses(lines, plan.addresses, context.nameOf);
    showHalfSteps(lines, context.steps, context.nameOf);
    for (const base::Message &warning : plan.warnings)
        lines.say(text::sentence(warning), Line::Tone::Attention);
    showFindings(lines, context.findings);
    if (!plan.changesAnything()) {
        lines.say(text::sentence("cli.plan-nothing"_msg), Line::Tone::Good);
        return lines.take();
    }
    for (const auto &group : groupsOf(plan, withDiff)) {
        QStringList together;
        for (const domain::SparkPlan *spark : group)
            together << context.nameOf(spark->spark);
        lines.say();
        lines.say(together.join(u", "_s), Line::Tone::Strong);
        if (group.front()->changes.empty())
            lines.say(u"  "_s + text::sentence("cli.plan-nothing-here"_msg));
        for (const domain::Change &change : group.front()->changes)
            showChange(lines, change, withDiff);
    }
    showComputer(lines, plan, withDiff);
    lines.say();
    return lines.take();
}

QString planText(const domain::Plan &plan, const PlanContext &context)
{
    QString text;
    for (const Line &line : planLines(plan, context, true))
        text += line.text + u'\n';
    return text;
}

} // namespace sparkloom::engine::report
