// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/environmentreport.h"

#include "engine/report/planreport.h"
#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {

std::vector<SparkEnvironment> environments(const domain::AddressPlan &plan, const std::vector<HostView> &hosts)
{
    std::vector<SparkEnvironment> all;
    for (const HostView &host : hosts) {
        if (!host.facts)
            continue;
        std::vector<domain::EnvironmentVariable> variables = domain::clusterEnvironment(plan, *host.facts);
        const auto same = std::find_if(
            all.begin(), all.end(), [&](const SparkEnvironment &each) { return each.variables == variables; });
        if (same != all.end())
            same->sparks << host.name;
        else
            all.push_back({{host.name}, std::move(variables), domain::environmentNotes(plan)});
    }
    return all;
}

QString environmentText(const SparkEnvironment &environment)
{
    std::vector<std::string> reasons, notes;
    for (const base::Message &note : environment.notes)
        notes.push_back(text::sentence(note).toStdString());
    for (const domain::EnvironmentVariable &variable : environment.variables)
        reasons.push_back(text::sentence(variable.reason).toStdString());
    return QString::fromStdString(domain::environmentAsShell(environment.variables, reasons, notes));
}

QString environmentsText(const std::vector<SparkEnvironment> &environments)
{
    QString text;
    for (const SparkEnvironment &environment : environments) {
        if (environments.size() > 1)
            text += u"# "_s + environment.sparks.join(u", "_s) + u'\n';
        text += environmentText(environment);
        if (!text.endsWith(u'\n'))
            text += u'\n';
    }
    return text;
}

QJsonObject environmentJson(const std::vector<SparkEnvironment> &environments)
{
    QJsonArray blocks;
    for (const SparkEnvironment &environment : environments) {
        QJsonArray variables;
        for (const domain::EnvironmentVariable &variable : environment.variables)
            variables.append(QJsonObject{{u"name"_s, QString::fromStdString(variable.name)},
                {u"value"_s, QString::fromStdString(variable.value)}, {u"reason"_s, text::sentence(variable.reason)}});
        blocks.append(QJsonObject{{u"sparks"_s, QJsonArray::fromStringList(environment.sparks)},
            {u"notes"_s, sentencesJson(environment.notes)}, {u"variables"_s, variables}});
    }
    return {{u"environments"_s, blocks}};
}

} // namespace sparkloom::engine::report
