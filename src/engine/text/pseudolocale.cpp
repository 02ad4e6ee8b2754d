// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/pseudolocale.h"

#include "engine/text/isolates.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::text {

namespace {

constexpr QChar kRightToLeftMark(0x200F);
constexpr qsizetype kShort = 12; // short texts grow more: translations of one word are often twice as long

QChar accented(QChar letter)
{
    static const QString plain = u"AEIOUaeiouyncsz"_s, marked = u"ÅÉÎÖÛáéîöûýñçšž"_s;
    const qsizetype place = plain.indexOf(letter);
    return place < 0 ? letter : marked[place];
}

// What a text is longer by: words, so that it may be broken where it has blanks itself.
QString padding(const QString &source)
{
    const qsizetype more = source.size() <= kShort ? std::max<qsizetype>(2, source.size() / 2) : source.size() * 3 / 10;
    if (!source.contains(u' '))
        return QString(more, u'~');
    QString pad;
    while (pad.size() < more)
        pad += u" ~~~~"_s;
    return pad;
}

} // namespace

QString pseudoText(const QString &source)
{
    QString text(kRightToLeftMark);
    text += u'[';
    bool placeholder = false; // between braces: the name of an argument
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar letter = source[i];
        if (letter == u'{')
            placeholder = true;
        else if (letter == u'}')
            placeholder = false;
        const bool counts = i > 0 && source[i - 1] == u'%'; // %n, %1, %L1
        text += placeholder || counts ? letter : accented(letter);
    }
    return text + padding(source) + u']';
}

QString PseudoLocale::translate(const char *context, const char *sourceText, const char *, int) const
{
    // Qt asks its translators which way texts are read.
    if (qstrcmp(context, "QGuiApplication") == 0 && qstrcmp(sourceText, "QT_LAYOUT_DIRECTION") == 0)
        return u"RTL"_s;
    const QString source = QString::fromUtf8(sourceText);
    if (source.isEmpty())
        return {};
    return m_isolating ? isolatePlaceholders(pseudoText(source)) : pseudoText(source);
}

} // namespace sparkloom::engine::text
