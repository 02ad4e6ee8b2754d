// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/fill.h"

#include "base/text.h"
#include "engine/text/english.h"
#include "engine/text/names.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <optional>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::text {
namespace {

constexpr std::size_t kMaxArgumentBytes = 300;

QString plain(const base::Message::Argument &argument)
{
    if (const auto *whole = std::get_if<std::int64_t>(&argument))
        return QString::number(*whole);
    if (const auto *real = std::get_if<double>(&argument)) {
        QLocale locale = numbersWanted(); // a comma in German; no groups, as whole numbers have none
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        return locale.toString(*real, 'g', 4);
    }
    return cleaned(std::get<std::string>(argument));
}

// A word of the code and what a person reads instead.
struct Row {
    const char *word;
    const char *text;
};

constexpr Row kSockets[] = {
    {"0", QT_TRANSLATE_NOOP("text", "the socket next to the network plug")},
    {"1", QT_TRANSLATE_NOOP("text", "the outer socket, farther from the network plug")},
};

constexpr Row kUnsafe[] = {
    {"link", QT_TRANSLATE_NOOP("text", "it is a link")},
    {"not-a-folder", QT_TRANSLATE_NOOP("text", "it is not a folder")},
    {"not-a-file", QT_TRANSLATE_NOOP("text", "it is not a file")},
    {"owner", QT_TRANSLATE_NOOP("text", "it belongs to somebody else")},
    {"writable-by-others", QT_TRANSLATE_NOOP("text", "others may write to it")},
};

constexpr Row kTaken[] = {
    {"link", QT_TRANSLATE_NOOP("text", "the link")},
    {"address", QT_TRANSLATE_NOOP("text", "its address")},
    {"mtu", QT_TRANSLATE_NOOP("text", "its MTU")},
};

constexpr Row kSecrets[] = {
    {"password", QT_TRANSLATE_NOOP("text", "password")},
    {"sudo password", QT_TRANSLATE_NOOP("text", "sudo password")},
};

QString wordsFor(std::span<const Row> table, const QString &word)
{
    for (const Row &row : table)
        if (word == QLatin1StringView(row.word))
            return translated(row.text);
    return word;
}

QString topologyWords(const QString &word)
{
    const std::optional<domain::Topology> topology = domain::topologyFromText(word.toStdString());
    return topology ? topologyPhrase(*topology) : word;
}

QString formatted(const base::Message::Argument &argument, QStringView format)
{
    const QString text = plain(argument);
    if (format == u"socket")
        return wordsFor(kSockets, text);
    if (format == u"topology")
        return topologyWords(text);
    if (format == u"unsafe")
        return wordsFor(kUnsafe, text);
    if (format == u"taken")
        return wordsFor(kTaken, text);
    if (format == u"secret")
        return wordsFor(kSecrets, text);
    if (format == u"seconds")
        return QString::number(qRound(text.toDouble() / 1000.0));
    if (format == u"moment")
        return datesWanted().toString(QDateTime::fromMSecsSinceEpoch(text.toLongLong()), QLocale::ShortFormat);
    return text;
}

} // namespace

QString cleaned(const std::string &text)
{
    return QString::fromStdString(base::cleanText(text, kMaxArgumentBytes));
}

QString filled(const QString &sentence, const base::Message &message)
{
    QString out;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = sentence.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : sentence.indexOf(u'}', open);
        if (close < 0)
            return out + sentence.mid(at);
        const QStringView inside = QStringView(sentence).mid(open + 1, close - open - 1);
        const qsizetype colon = inside.indexOf(u':');
        const QStringView name = colon < 0 ? inside : inside.left(colon);
        const auto argument = message.arguments.find(name.toString().toStdString());
        out += QStringView(sentence).mid(at, open - at);
        out += argument == message.arguments.end()
            ? u"?"_s
            : formatted(argument->second, colon < 0 ? QStringView() : inside.mid(colon + 1));
        at = close + 1;
    }
}

} // namespace sparkloom::engine::text
