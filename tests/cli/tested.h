// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualshell.h"

#include <cmath>

// Tests of `sparkloomctl test` on virtual Sparks, and what they found.
namespace sparkloom::test {

struct Tested {
    int code = -1;
    QJsonObject report;
    QByteArray err;
};

inline QStringList onVirtual(const QString &scenario, const QStringList &words)
{
    return QStringList{u"--virtual"_s, scenario, u"--speed"_s, u"20"_s, u"--yes"_s} + words;
}

inline Tested tested(const QString &scenario, const QStringList &words)
{
    const Home home;
    const Run run = home.run(onVirtual(scenario, QStringList{u"--json"_s, u"test"_s} + words));
    return {run.code, run.json()[u"report"_s].toObject(), run.err};
}

inline QJsonObject rung(const QJsonObject &report, const QString &name)
{
    for (const auto &step : report[u"steps"_s].toArray())
        if (step[u"rung"_s].toString() == name)
            return step.toObject();
    return {};
}

// What a ladder found, in few words: Qt cuts messages of failures at a kilobyte.
inline QByteArray inShort(const QJsonObject &report)
{
    QString text = report[u"verdict"_s].toString();
    for (const auto &step : report[u"steps"_s].toArray()) {
        const QString verdict = step[u"verdict"_s].toString();
        if (verdict == u"good")
            continue;
        text += u"; "_s + step[u"rung"_s].toString() + u' ' + verdict;
        for (const auto &seen : step[u"seen"_s].toArray())
            text += u' ' + seen[u"text"_s].toString().left(80);
    }
    return text.toUtf8();
}

inline QStringList idsOf(const QJsonArray &sentences)
{
    QStringList ids;
    for (const auto &sentence : sentences)
        ids << sentence[u"id"_s].toString();
    return ids;
}

inline double near(double a, double b)
{
    return std::abs(a / b - 1);
}

} // namespace sparkloom::test
