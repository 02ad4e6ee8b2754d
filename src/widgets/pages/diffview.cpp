// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/diffview.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

namespace sparkloom::widgets {

DiffView::DiffView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight); // files and commands are never mirrored
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont mono = fontOf(12.5);
    mono.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    setFont(mono);
}

void DiffView::show(const QString &text, Form form)
{
    if (toPlainText() == text && m_form == form)
        return;
    m_form = form;
    setLineWrapMode(form == Form::Diff ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    setPlainText(text);
    colour();
}

void DiffView::setLines(int lines)
{
    setFixedHeight(qRound(fontMetrics().lineSpacing() * lines + px(26)));
}

void DiffView::keepLinesWhole()
{
    m_wholeLines = true;
    showWholeLines();
}

// Below the last whole line nothing is shown.
void DiffView::showWholeLines()
{
    if (!m_wholeLines)
        return;
    const int room = viewport()->height() + viewportMargins().bottom();
    QTextLayout sample(QStringLiteral("X"), font()); // lines are a little higher than the font says
    sample.beginLayout();
    QTextLine only = sample.createLine();
    only.setLineWidth(viewport()->width());
    sample.endLayout();
    const int line = std::max(1, qCeil(only.height())), inset = qRound(document()->documentMargin());
    const int rest = room > inset + line ? (room - inset) % line : 0;
    if (rest != viewportMargins().bottom())
        setViewportMargins(0, 0, 0, rest);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    showWholeLines();
}

void DiffView::colour()
{
    QList<QTextEdit::ExtraSelection> tints;
    const Theme theme = Theme::of(palette());
    for (QTextBlock block = document()->begin(); m_form == Form::Diff && block.isValid(); block = block.next()) {
        const QString line = block.text();
        const bool comes = line.startsWith(QLatin1Char('+')) && !line.startsWith(QLatin1String("+++"));
        const bool goes = line.startsWith(QLatin1Char('-')) && !line.startsWith(QLatin1String("---"));
        if (!comes && !goes)
            continue;
        QTextEdit::ExtraSelection tint;
        tint.format.setBackground(comes ? theme.goodTint : theme.badTint);
        tint.format.setProperty(QTextFormat::FullWidthSelection, true);
        tint.cursor = QTextCursor(block);
        tints << tint;
    }
    setExtraSelections(tints);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace sparkloom::widgets
