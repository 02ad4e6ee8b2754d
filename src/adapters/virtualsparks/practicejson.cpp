// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/virtualsparks/practicejson.h"

#include <QJsonArray>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::virtualsparks {

namespace {

using Place = engine::VirtualFaultKind::Place;

constexpr qsizetype kMostEntries = 4096;
constexpr qsizetype kMostText = 300;

QString textOf(const QJsonObject &object, const QString &field)
{
    return object.value(field).toString().left(kMostText);
}

QJsonArray listOf(const QJsonObject &object, const QString &field)
{
    QJsonArray list = object.value(field).toArray();
    while (list.size() > kMostEntries)
        list.removeLast();
    return list;
}

std::optional<Place> placeFrom(const QString &word)
{
    static const std::pair<QString, Place> words[] = {{u"spark"_s, Place::Spark}, {u"cage"_s, Place::Cage},
        {u"half"_s, Place::Half}, {u"cable"_s, Place::Cable}, {u"port"_s, Place::SwitchPort}};
    for (const auto &[name, place] : words)
        if (name == word)
            return place;
    return std::nullopt;
}

engine::VirtualSocket socketFrom(const QJsonObject &object)
{
    if (object.contains(u"switch"_s))
        return {textOf(object, u"switch"_s), domain::CageIndex::Zero, true};
    const bool second = object.value(u"cage"_s).toInt() == 1;
    return {textOf(object, u"spark"_s), second ? domain::CageIndex::One : domain::CageIndex::Zero, false};
}

} // namespace

QJsonObject socketJson(const engine::VirtualSocket &socket)
{
    if (socket.isSwitch)
        return {{u"switch"_s, socket.spark.isEmpty() ? u"switch"_s : socket.spark}};
    return {{u"spark"_s, socket.spark}, {u"cage"_s, domain::number(socket.cage)}};
}

engine::PracticeState practiceFrom(const QJsonObject &answer)
{
    engine::PracticeState state;
    for (const auto &value : listOf(answer, u"kinds"_s)) {
        const QJsonObject object = value.toObject();
        engine::VirtualFaultKind kind{
            textOf(object, u"id"_s), textOf(object, u"name"_s), textOf(object, u"title"_s), {}};
        for (const auto &word : listOf(object, u"places"_s))
            if (const auto place = placeFrom(word.toString()))
                kind.places.push_back(*place);
        if (!kind.id.isEmpty() && !kind.places.empty())
            state.kinds.push_back(std::move(kind));
    }
    for (const auto &value : listOf(answer, u"on"_s)) {
        const QJsonObject object = value.toObject();
        state.on.push_back({textOf(object, u"fault"_s), textOf(object, u"place"_s)});
    }
    for (const auto &value : listOf(answer, u"cables"_s)) {
        const QJsonObject object = value.toObject();
        const engine::VirtualCable cable{socketFrom(object.value(u"a"_s).toObject()),
            socketFrom(object.value(u"b"_s).toObject()), object.value(u"gbps"_s).toDouble()};
        if (!cable.a.isSwitch && !cable.a.spark.isEmpty())
            state.cables.push_back(cable);
    }
    return state;
}

} // namespace sparkloom::virtualsparks
