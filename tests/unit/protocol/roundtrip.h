// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/codec.h"

#include "randomvalues.h"
#include "samefields.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// What must hold for every type that has a JSON form. Needs make<T>() (randomvalues.h) and, for messages, kFields<T>.
namespace sparkloom::test {

inline constexpr int kRounds = 60;

template <typename T>
void roundTrip(const char *name)
{
    Random random(42);
    for (int round = 0; round < kRounds; ++round) {
        const T value = make<T>(random);
        const std::string text = protocol::encode(value);
        QVERIFY2(text.find('\n') == std::string::npos, name);
        QVERIFY2(
            QJsonDocument::fromJson(QByteArray::fromStdString(text)).isObject(), name); // an independent reader agrees
        const base::Result<T> back = protocol::decode<T>(text);
        QVERIFY2(back.ok(),
            (std::string(name) + (back ? "" : std::get<std::string>(back.error().message.arguments.at("field"))) + text)
                .c_str());
        QVERIFY2(same(*back, value), text.c_str());
        const base::Result<T> pretty = protocol::decode<T>(protocol::encodePretty(value));
        QVERIFY2(pretty.ok() && protocol::encode(*pretty) == text, name);
        // Unknown fields are ignored: older programs read newer messages.
        const base::Result<T> newer =
            protocol::decode<T>("{\"aFieldOfTheFuture\":[1,{}]" + (text == "{}" ? "}" : "," + text.substr(1)));
        QVERIFY2(newer.ok() && protocol::encode(*newer) == text, name);
    }
}

// Takes one field away after the other; a value may only be read when an optional field is missing.
template <typename T>
void missingFields(const QStringList &optional)
{
    Random random(7);
    const QByteArray text = QByteArray::fromStdString(protocol::encode(make<T>(random)));
    const QJsonObject whole = QJsonDocument::fromJson(text).object();
    for (const QString &name : whole.keys()) {
        QJsonObject object = whole;
        object.remove(name);
        const auto read = protocol::decode<T>(QJsonDocument(object).toJson().toStdString());
        QVERIFY2(read.ok() == optional.contains(name), qPrintable(name));
        object.insert(name, QJsonValue::Null);
        QVERIFY2(!protocol::decode<T>(QJsonDocument(object).toJson().toStdString()), qPrintable(name));
    }
}

} // namespace sparkloom::test
