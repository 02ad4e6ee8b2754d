// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/planreport.h"

#include "engine/text/text.h"
#include "protocol/codec.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
namespace {

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

using report::jsonWord;

// Stable words, never translated.
QString jsonWord(domain::PreflightFinding::Consent consent)
{
    using Consent = domain::PreflightFinding::Consent;
    switch (consent) {
    case Consent::None: return u"none"_s;
    case Consent::Busy: return u"busy"_s;
    case Consent::TakeOver: return u"take-over"_s;
    }
    return {};
}

QString jsonWord(domain::HalfStep::Kind kind)
{
    using Kind = domain::HalfStep::Kind;
    switch (kind) {
    case Kind::Stays: return u"stays"_s;
    case Kind::New: return u"new"_s;
    case Kind::Changes: return u"changes"_s;
    case Kind::Goes: return u"goes"_s;
    }
    return {};
}

QJsonArray changesJson(const std::vector<domain::Change> &changes)
{
    QJsonArray array;
    for (const domain::Change &change : changes)
        array.append(QJsonObject{{u"kind"_s, jsonWord(change.kind)}, {u"title"_s, text::sentence(change.title)},
            {u"reason"_s, text::sentence(change.reason)}, {u"undo"_s, text::sentence(change.undo)},
            {u"path"_s, fromStd(change.path)}, {u"diff"_s, fromStd(change.diff)},
            {u"command"_s, fromStd(change.command)}, {u"needsRoot"_s, change.needsRoot}});
    return array;
}

} // namespace

QString jsonWord(domain::Change::Kind kind)
{
    using Kind = domain::Change::Kind;
    switch (kind) {
    case Kind::NetplanFile: return u"netplan-file"_s;
    case Kind::SysctlFile: return u"sysctl-file"_s;
    case Kind::ForeignFile: return u"foreign-file"_s;
    case Kind::AdoptedFile: return u"adopted-file"_s;
    case Kind::Firewall: return u"firewall"_s;
    case Kind::LiveState: return u"live-state"_s;
    case Kind::ClusterKey: return u"cluster-key"_s;
    case Kind::SshTrust: return u"ssh-trust"_s;
    case Kind::Receipt: return u"receipt"_s;
    case Kind::RootHelper: return u"root-helper"_s;
    case Kind::HostsFile: return u"hosts-file"_s;
    case Kind::SshAliases: return u"ssh-aliases"_s;
    }
    return {};
}

QJsonArray sentencesJson(const std::vector<base::Message> &messages)
{
    QJsonArray array;
    for (const base::Message &message : messages)
        array.append(QJsonObject{{u"id"_s, fromStd(message.id)}, {u"text"_s, text::sentence(message)}});
    return array;
}

QJsonObject planJson(const domain::Plan &plan, const std::vector<domain::PreflightFinding> &findings,
    const std::vector<domain::HalfStep> &steps)
{
    QJsonArray found;
    for (const domain::PreflightFinding &finding : findings) {
        const text::Explanation told = text::explain(base::refused(finding.text));
        found.append(QJsonObject{{u"id"_s, fromStd(finding.text.id)}, {u"needs"_s, jsonWord(finding.consent)},
            {u"spark"_s, fromStd(finding.spark.value)}, {u"seen"_s, told.seen}, {u"meaning"_s, told.meaning},
            {u"remedy"_s, told.remedy}});
    }
    QJsonArray halves;
    for (const domain::HalfStep &step : steps) {
        QJsonObject half{{u"spark"_s, fromStd(step.half.spark.value)},
            {u"half"_s, fromStd(domain::toText(step.half.half))}, {u"becomes"_s, jsonWord(step.kind)}};
        if (step.before)
            half.insert(u"before"_s, fromStd(step.before->address.toString()));
        if (step.after)
            half.insert(u"after"_s, fromStd(step.after->address.toString()));
        halves.append(half);
    }
    QJsonArray sparks;
    for (const domain::SparkPlan &spark : plan.sparks) {
        sparks.append(QJsonObject{{u"spark"_s, fromStd(spark.spark.value)}, {u"hostname"_s, fromStd(spark.hostname)},
            {u"changes"_s, changesJson(spark.changes)}});
    }
    return {{u"id"_s, fromStd(plan.id)}, {u"clusterId"_s, fromStd(plan.clusterId)},
        {u"changes"_s, plan.changesAnything()}, {u"needsRoot"_s, plan.needsRoot()},
        {u"timerSeconds"_s, plan.timerSeconds},
        {u"addresses"_s, QJsonDocument::fromJson(QByteArray::fromStdString(protocol::encode(plan.addresses))).object()},
        {u"halves"_s, halves}, {u"sparks"_s, sparks}, {u"warnings"_s, sentencesJson(plan.warnings)},
        {u"findings"_s, found}, {u"computer"_s, changesJson(plan.computer)}};
}

} // namespace sparkloom::engine::report
