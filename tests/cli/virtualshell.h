// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Commands for virtual Sparks in one shell, and what they printed.
namespace sparkloom::test {

using namespace Qt::Literals::StringLiterals;

// The JSON documents that a shell session printed, in order.
inline QList<QJsonObject> documentsOf(const QByteArray &out)
{
    QList<QJsonObject> documents;
    QByteArray text;
    for (const QByteArray &line : out.split('\n')) {
        text += line + '\n';
        if (line == "}") {
            documents << QJsonDocument::fromJson(text).object();
            text.clear();
        }
    }
    return documents;
}

inline QString outcome(const QJsonObject &document)
{
    return document[u"outcome"_s].toString();
}

inline bool changesAnything(const QJsonObject &document)
{
    return document[u"plan"_s][u"changes"_s].toBool();
}

// Commands for the same virtual Sparks, each with its document.
inline QList<QJsonObject> shell(const QString &scenario, const QByteArrayList &lines, QByteArray *err = nullptr)
{
    const Home home;
    const Run run = home.run({u"--virtual"_s, scenario, u"--speed"_s, u"20"_s, u"--yes"_s, u"--json"_s, u"shell"_s},
        lines.join('\n') + '\n');
    if (err)
        *err = run.err;
    return documentsOf(run.out);
}

// A scenario of ours as a file of its own, every Spark of which also has this: its path.
inline QString scenarioWith(const QString &thing, const QString &name, const QString &path)
{
    QFile ours(
        QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR")) + u"/resources/scenarios/"_s + name + u".json"_s);
    QFile own(path);
    if (!ours.open(QIODevice::ReadOnly) || !own.open(QIODevice::WriteOnly))
        return {};
    QJsonObject scenario = QJsonDocument::fromJson(ours.readAll()).object();
    QJsonArray hosts;
    for (const auto &each : scenario[u"hosts"_s].toArray()) {
        QJsonObject host = each.toObject();
        host.insert(thing, true);
        hosts << host;
    }
    scenario.insert(u"hosts"_s, hosts);
    own.write(QJsonDocument(scenario).toJson());
    return path;
}

} // namespace sparkloom::test
