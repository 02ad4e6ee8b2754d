// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/documents.h"

#include "cli/output.h"
#include "engine/text/fill.h"
#include "engine/text/text.h"
#include "protocol/codec.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
namespace {

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject cableJson(const domain::Cable &cable, const Names &names)
{
    QJsonArray evidence;
    for (const domain::Evidence &each : cable.evidence)
        if (const QString text = jsonWord(each.kind); !evidence.contains(text))
            evidence.append(text);
    return {{u"a"_s, names.socket(cable.a)}, {u"b"_s, names.socket(cable.b)},
        {u"certain"_s, cable.certainty == domain::Certainty::Certain}, {u"evidence"_s, evidence}};
}

QJsonArray socketsJson(const std::vector<domain::CageRef> &cages, const Names &names)
{
    QJsonArray array;
    for (const domain::CageRef &cage : cages)
        array.append(names.socket({cage, -1}));
    return array;
}

QJsonObject checkJson(const engine::Check &check)
{
    QJsonObject json{{u"kind"_s, jsonWord(check.kind)}, {u"verdict"_s, jsonWord(check.verdict)},
        {u"from"_s, check.from}, {u"to"_s, check.to}, {u"seen"_s, engine::text::sentence(check.text)}};
    if (check.half)
        json.insert(u"half"_s, fromStd(domain::toText(check.half->half)));
    if (check.peer)
        json.insert(u"peerHalf"_s, fromStd(domain::toText(check.peer->half)));
    if (check.cable > 0)
        json.insert(u"cable"_s, check.cable);
    if (!check.remedy.empty())
        json.insert(u"remedy"_s, engine::text::sentence(check.remedy));
    return json;
}

} // namespace

QJsonObject objectOf(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

QJsonObject foundJson(const engine::FoundHost &host)
{
    return {{u"name"_s, host.name}, {u"hostName"_s, host.hostName},
        {u"addresses"_s, QJsonArray::fromStringList(host.addresses)},
        {u"networks"_s, QJsonArray::fromStringList(host.networks)}, {u"port"_s, host.port},
        {u"likelySpark"_s, host.likelySpark}, {u"virtual"_s, host.virtualSpark}, {u"member"_s, host.chosen}};
}

QJsonObject hostJson(const engine::HostView &host)
{
    QJsonObject json{{u"name"_s, host.name}, {u"host"_s, host.endpoint.host}, {u"port"_s, host.endpoint.port},
        {u"user"_s, host.user}, {u"virtual"_s, host.virtualSpark}, {u"state"_s, jsonWord(host.state)},
        {u"keyLogin"_s, host.keyLogin}, {u"notes"_s, sentencesJson(host.notes)}};
    if (host.hostKey)
        json.insert(
            u"hostKey"_s, QJsonObject{{u"type"_s, host.hostKey->type}, {u"fingerprint"_s, host.hostKey->fingerprint}});
    if (host.error)
        json.insert(u"error"_s, errorJson(*host.error));
    return json;
}

QJsonArray hostsJson(const std::vector<engine::HostView> &hosts)
{
    QJsonArray array;
    for (const engine::HostView &host : hosts)
        array.append(hostJson(host));
    return array;
}

QJsonObject cablingJson(const engine::CablingView &cabling, const Names &names)
{
    QJsonArray cables, goal, misplaced, contradictions, steps;
    for (const domain::Cable &cable : cabling.map.cables)
        cables.append(cableJson(cable, names));
    for (const domain::GoalCable &cable : cabling.status.cables)
        goal.append(QJsonObject{{u"number"_s, cable.number}, {u"a"_s, names.socket(cable.a)},
            {u"b"_s, names.socket(cable.b)}, {u"state"_s, jsonWord(cable.state)}});
    for (const domain::Cable &cable : cabling.status.misplaced)
        misplaced.append(cableJson(cable, names));
    for (const domain::PlugStep &step : cabling.status.steps)
        steps.append(QJsonObject{{u"kind"_s, jsonWord(step.kind)}, {u"from"_s, names.socket(step.from)},
            {u"to"_s, names.socket(step.to)}, {u"text"_s, engine::text::sentence(step.text)}});
    for (const domain::Contradiction &contradiction : cabling.map.contradictions)
        contradictions.append(names.socket({contradiction.cage, -1}));
    QJsonObject json{{u"topology"_s, fromStd(domain::toText(cabling.recognised))}, {u"cables"_s, cables},
        {u"notKnown"_s, socketsJson(cabling.map.unknown, names)}, {u"contradictions"_s, contradictions},
        {u"notes"_s, sentencesJson(cabling.notes)}};
    if (cabling.goal) {
        json.insert(u"goal"_s,
            QJsonObject{{u"topology"_s, fromStd(domain::toText(*cabling.goal))},
                {u"complete"_s, cabling.status.complete}, {u"cables"_s, goal}, {u"misplaced"_s, misplaced},
                {u"steps"_s, steps}, {u"instruction"_s, engine::text::sentence(cabling.status.instruction)},
                {u"sockets"_s, socketsJson(cabling.status.highlight, names)}});
    }
    return json;
}

QJsonObject reportJson(const engine::VerifyReport &report)
{
    QJsonArray checks;
    bool passed = !report.checks.empty();
    for (const engine::Check &check : report.checks) {
        checks.append(checkJson(check));
        passed &= check.verdict == engine::Check::Verdict::Passed;
    }
    return {{u"when"_s, report.when.toUTC().toString(Qt::ISODate)}, {u"passed"_s, passed}, {u"checks"_s, checks},
        {u"proven"_s, sentencesJson(report.proven)}, {u"notProven"_s, sentencesJson(report.notProven)}};
}

QJsonObject driftJson(const engine::DriftView &view)
{
    const domain::DriftFinding &finding = view.finding;
    QJsonObject json{{u"kind"_s, fromStd(domain::toText(finding.kind))},
        {u"what"_s, engine::text::sentence(view.what())}, {u"since"_s, engine::text::sentence(view.since())},
        {u"kept"_s, view.kept}, {u"canBeKept"_s, view.canBeKept()}, {u"reapplyMends"_s, finding.reapplyMends}};
    const auto moment = [&json](const QString &name, qint64 utcMs) {
        if (utcMs > 0)
            json.insert(name, QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODate));
    };
    moment(u"changed"_s, finding.changedUtcMs.value_or(0));
    moment(u"notYet"_s, view.notYetUtcMs);
    moment(u"firstSeen"_s, view.firstSeenUtcMs);
    if (finding.half)
        json.insert(u"half"_s, fromStd(domain::toText(*finding.half)));
    const auto text = [&json](const QString &name, const std::string &value) {
        if (!value.empty())
            json.insert(name, engine::text::cleaned(value));
    };
    text(u"interface"_s, finding.netdev);
    text(u"subject"_s, finding.subject);
    text(u"wanted"_s, finding.wanted);
    if (finding.half) // of a file it is no value that a person could read
        text(u"seen"_s, finding.seen);
    if (!finding.cannotKeep.empty())
        json.insert(u"cannotKeep"_s, engine::text::sentence(finding.cannotKeep));
    return json;
}

QJsonArray statusJson(const std::vector<engine::SparkStatus> &status)
{
    QJsonArray array;
    for (const engine::SparkStatus &each : status) {
        QJsonArray drift;
        for (const engine::DriftView &view : each.drift)
            drift.append(driftJson(view));
        QJsonObject json{{u"name"_s, each.name}, {u"state"_s, jsonWord(each.state)}, {u"drift"_s, drift}};
        if (each.openTransaction)
            json.insert(u"openTransaction"_s, *each.openTransaction);
        array.append(json);
    }
    return array;
}

} // namespace sparkloom::cli
