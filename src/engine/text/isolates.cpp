// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/isolates.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::text {

namespace {

constexpr QChar kIsolate(0x2068);
constexpr QChar kEnd(0x2069);
constexpr QChar kRightToLeft(0x200F);
// What Qt asks its translators for the direction of the window. Not for lupdate, which takes what stands in the call.
constexpr char kAsker[] = "QGuiApplication";
constexpr char kDirection[] = "QT_LAYOUT_DIRECTION";

bool isDigit(QStringView text, qsizetype at)
{
    return at < text.size() && text[at] >= u'0' && text[at] <= u'9';
}

// Where the placeholder that begins at `at` ends; `at` where none begins there.
qsizetype endOfPlaceholder(QStringView text, qsizetype at)
{
    if (text[at] == u'{') {
        const qsizetype close = text.indexOf(u'}', at);
        return close < 0 ? at : close + 1;
    }
    if (text[at] != u'%')
        return at;
    qsizetype end = at + 1;
    if (end < text.size() && text[end] == u'L')
        ++end;
    if (!isDigit(text, end))
        return at;
    ++end;
    return isDigit(text, end) ? end + 1 : end; // QString::arg() takes two digits
}

// The same, with the placeholders that are joined to it without a blank.
qsizetype endOfJoined(QStringView text, qsizetype at)
{
    qsizetype end = endOfPlaceholder(text, at);
    for (;;) {
        qsizetype next = end;
        while (next < text.size() && u":/.@_-+="_s.contains(text[next]))
            ++next;
        const qsizetype more = next < text.size() ? endOfPlaceholder(text, next) : next;
        if (more == next)
            return end;
        end = more;
    }
}

} // namespace

QString isolatePlaceholders(const QString &text)
{
    if (!text.contains(u'%') && !text.contains(u'{'))
        return text;
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        if (endOfPlaceholder(text, at) == at) {
            out += text[at++];
            continue;
        }
        const qsizetype end = endOfJoined(text, at);
        out += kIsolate + text.mid(at, end - at) + kEnd;
        at = end;
    }
    return out;
}

QString joined(const QStringList &parts, const QString &separator)
{
    if (parts.isEmpty() || QCoreApplication::translate(kAsker, kDirection) != u"RTL")
        return parts.join(separator);
    QStringList apart;
    for (const QString &part : parts)
        apart << kIsolate + part + kEnd;
    return kRightToLeft + apart.join(separator); // nothing else says in which order they are read
}

QString withoutIsolates(QString text)
{
    return text.remove(kIsolate).remove(kEnd);
}

QString IsolatingTranslator::translate(
    const char *context, const char *sourceText, const char *disambiguation, int n) const
{
    const QString text = QTranslator::translate(context, sourceText, disambiguation, n);
    return m_isolating ? isolatePlaceholders(text) : text;
}

} // namespace sparkloom::engine::text
