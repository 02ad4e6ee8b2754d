// SPDX-License-Identifier: GPL-3.0-or-later
// A result to take along: as text and as a document.
#include "viewmodels/testsviewmodel.h"

#include "engine/report/testjson.h"
#include "engine/text/english.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

void add(QStringList &lines, const QString &indent, const QString &text)
{
    if (!text.isEmpty())
        lines << indent + text;
}

} // namespace

QString TestsViewModel::asText() const
{
    if (!m_report || m_running)
        return {};
    QStringList lines{headline(), whenText()};
    add(lines, {}, staleText());
    add(lines, {}, summaryOf(climb()));
    for (const TestBlock &block : blocks()) {
        lines << QString() << u"%1: %2"_s.arg(block.title, block.word);
        for (const QString &seen : block.seen)
            add(lines, u"  "_s, seen);
        for (const QString &remedy : block.remedies)
            add(lines, u"  "_s, remedy);
        for (const FigureLine &figure : block.figures) {
            lines << u"  %1: %2 (%3)"_s.arg(figure.title, figure.value, figure.word);
            for (const QString &text : {figure.sentence, figure.expected, figure.evidence})
                add(lines, u"    "_s, text);
        }
    }
    lines << QString();
    lines << proven() << notProven();
    return lines.join(u'\n') + u'\n';
}

QByteArray TestsViewModel::asJson() const
{
    return m_report && !m_running ? documentOf(*m_report) : QByteArray();
}

QByteArray documentOf(const engine::TestReport &report)
{
    const engine::text::InEnglish english; // documents are for programs: the same everywhere
    return QJsonDocument(engine::report::testDocument(report)).toJson(QJsonDocument::Indented);
}

} // namespace sparkloom::viewmodels
