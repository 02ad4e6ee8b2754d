// SPDX-License-Identifier: GPL-3.0-or-later
#include "tsfile.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {

void readTranslation(QXmlStreamReader &xml, TsMessage &message)
{
    message.state = xml.attributes().value(u"type"_s).toString();
    if (!message.counts) {
        message.translations << xml.readElementText();
        return;
    }
    while (xml.readNextStartElement())
        message.translations << xml.readElementText();
}

TsMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    TsMessage message;
    message.context = context;
    message.counts = xml.attributes().value(u"numerus"_s) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            message.source = xml.readElementText();
        else if (xml.name() == u"comment")
            message.comment = xml.readElementText();
        else if (xml.name() == u"translation")
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

// {name}, {name:format}, %1, sorted; %n apart, because a singular may say "one" instead.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression form(u"\\{[A-Za-z0-9-]+(?::[a-z]+)?\\}|%L?\\d{1,2}"_s);
    QStringList found;
    for (auto it = form.globalMatch(text); it.hasNext();)
        found << it.next().captured(0);
    found.sort();
    return found;
}

QString ends(const QString &text)
{
    static const QRegularExpression form(u"^(\\s*).*?(\\s*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(text);
    return match.captured(1) + u'|' + match.captured(2);
}

bool isSentence(const QString &text)
{
    static const QRegularExpression word(u"\\b[a-z]{2,}\\b"_s);
    int words = 0;
    for (auto it = word.globalMatch(text); it.hasNext(); it.next())
        ++words;
    return words >= 4;
}

} // namespace

QList<TsMessage> readTs(const QByteArray &bytes, QString *problem)
{
    QXmlStreamReader xml(bytes);
    QList<TsMessage> messages;
    if (xml.readNextStartElement() && xml.name() != u"TS")
        xml.raiseError(u"not a .ts file"_s);
    while (!xml.hasError() && xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                messages << readMessage(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError()) {
        *problem = xml.errorString();
        return {};
    }
    return messages;
}

QStringList problemsOf(const TsMessage &message, int forms)
{
    if (!message.state.isEmpty())
        return {message.state};
    QStringList problems;
    if (message.translations.size() != (message.counts ? forms : 1))
        problems << u"%1 plural forms"_s.arg(message.translations.size());
    for (qsizetype i = 0; i < message.translations.size(); ++i) {
        const QString &text = message.translations[i];
        if (text.isEmpty()) {
            problems << u"empty"_s;
            continue;
        }
        if (placeholders(text) != placeholders(message.source))
            problems << u"has %1 instead of %2"_s.arg(
                placeholders(text).join(u' '), placeholders(message.source).join(u' '));
        const bool last = i == message.translations.size() - 1; // the form of large numbers
        if (last && text.contains(u"%n"_s) != message.source.contains(u"%n"_s))
            problems << u"%n"_s;
        if (ends(text) != ends(message.source))
            problems << u"blanks at its ends"_s;
        if (text == message.source && isSentence(text))
            problems << u"is the source"_s;
    }
    return problems;
}
