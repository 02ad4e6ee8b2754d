// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/notice.h"

#include "widgets/common/commandlines.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QAccessibleWidget>
#include <QBoxLayout>
#include <QPainter>

namespace sparkloom::widgets {

namespace {

QColor inkOf(Notice::Tone tone, const Theme &theme)
{
    switch (tone) {
    case Notice::Tone::Bad: return theme.bad;
    case Notice::Tone::Warn: return theme.warn;
    case Notice::Tone::Good: return theme.good;
    case Notice::Tone::Quiet: break;
    }
    return theme.accentText;
}

QColor tintOf(Notice::Tone tone, const Theme &theme)
{
    switch (tone) {
    case Notice::Tone::Bad: return theme.badTint;
    case Notice::Tone::Warn: return theme.warnTint;
    case Notice::Tone::Good: return theme.goodTint;
    case Notice::Tone::Quiet: break;
    }
    return theme.accentTint;
}

// An alert for screen readers: they say it when it appears, wherever the focus is.
QAccessibleInterface *alertOf(const QString &className, QObject *object)
{
    if (className == QLatin1String(Notice::staticMetaObject.className()))
        return new QAccessibleWidget(static_cast<Notice *>(object), QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent), m_seen(new PlainLabel({}, PlainLabel::Role::Strong)), m_rest(new PlainLabel),
      m_commands(makeCommandLabel())
{
    auto *words = new QVBoxLayout;
    words->setSpacing(qRound(px(3)));
    words->addWidget(m_seen);
    words->addWidget(m_rest);
    m_rest->setHideEmpty(true);
    m_seen->setSelectable(true);
    m_rest->setSelectable(true);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(qRound(px(8)));
    auto *column = new QVBoxLayout(this);
    setLeadingMargins(column, qRound(px(46)), qRound(px(11)), qRound(px(14)), qRound(px(11)));
    column->setSpacing(qRound(px(6)));
    auto *row = new QHBoxLayout;
    row->setSpacing(qRound(px(16)));
    column->addLayout(row);
    column->addWidget(m_commands);
    row->addLayout(words, 1);
    row->addLayout(m_buttons);
    hide();
    QAccessible::installFactory(alertOf); // once: the same one again changes nothing
}

void Notice::show(const engine::text::Explanation &explanation, Tone tone)
{
    m_tone = tone;
    QStringList rest;
    for (const QString &part : {explanation.meaning, explanation.remedy})
        if (!part.isEmpty())
            rest << part;
    m_seen->show(explanation.seen);
    const CommandLines told = commandLinesOf(rest.join(QLatin1Char(' ')));
    m_rest->show(told.words);
    m_commands->show(told.commands);
    const QString words = (QStringList{explanation.seen} + rest).join(QLatin1Char(' '));
    const bool news = !explanation.seen.isEmpty() && (words != accessibleName() || isHidden());
    setAccessibleName(words);
    setVisible(!explanation.seen.isEmpty());
    update();
    if (news)
        announce();
}

void Notice::announce()
{
    for (const QAccessible::Event kind : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(this, kind);
        QAccessible::updateAccessibility(&event);
    }
}

void Notice::show(const QString &text, Tone tone)
{
    show(engine::text::Explanation{text, {}, {}}, tone);
}

void Notice::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

void Notice::setOnStage(bool onStage)
{
    m_onStage = onStage;
    m_seen->setOnStage(onStage);
    m_rest->setOnStage(onStage);
    m_commands->setOnStage(onStage);
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = m_onStage ? Theme::darkOne() : Theme::of(window()->palette());
    const QColor ink = inkOf(m_tone, theme);
    QColor border = ink;
    border.setAlphaF(0.45F);
    painter.setPen(QPen(border, 1));
    painter.setBrush(tintOf(m_tone, theme));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10));
    const Glyph glyph = m_tone == Tone::Good ? Glyph::Tick : m_tone == Tone::Quiet ? Glyph::Dot : Glyph::Exclamation;
    const double side = px(20);
    const double left = layoutDirection() == Qt::RightToLeft ? width() - px(14) - side : px(14);
    paintBadge(
        painter, glyph, QRectF(left, px(11), side, side), ink, m_onStage || theme.dark ? Stage::ink() : theme.card);
}

} // namespace sparkloom::widgets
