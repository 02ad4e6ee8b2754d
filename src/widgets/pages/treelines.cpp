// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/treelines.h"

#include "engine/flow/views.h"
#include "viewmodels/jobmodel.h"
#include "viewmodels/planmodel.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTreeView>

namespace sparkloom::widgets {

using viewmodels::JobModel;
using viewmodels::PlanModel;
using State = engine::JobView::State;

namespace {
constexpr double kMark = 18;
constexpr double kLine = 30;
constexpr double kSecond = 18;
} // namespace

TreeLines::TreeLines(Kind kind, QObject *parent) : PlainTipDelegate(parent), m_kind(kind) {}

void TreeLines::prepare(QTreeView *tree)
{
    tree->setHeaderHidden(true);
    tree->setRootIsDecorated(false);
    tree->setItemsExpandable(false);
    tree->setExpandsOnDoubleClick(false);
    tree->setUniformRowHeights(false);
    tree->setIndentation(qRound(px(16)));
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

bool TreeLines::isHead(const QModelIndex &index) const
{
    return !index.parent().isValid();
}

QString TreeLines::secondLine(const QModelIndex &index) const
{
    if (m_kind == Kind::Plan)
        return index.data(index.data(PlanModel::IsSparkRole).toBool() ? PlanModel::WhyRole : PlanModel::NoteRole)
            .toString();
    return index.data(JobModel::DetailRole).toString();
}

QSize TreeLines::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool two = !secondLine(index).isEmpty();
    return {qRound(px(200)), qRound(px(kLine + (two ? kSecond : 0)))};
}

void TreeLines::paintMark(QPainter *painter, const QRectF &rect, const QModelIndex &index, const QWidget *widget) const
{
    const Theme theme = Theme::of(widget->window()->palette());
    if (m_kind == Kind::Plan) {
        if (index.data(PlanModel::IsSparkRole).toBool())
            paintGlyph(*painter, Glyph::Dot, rect, theme.accentText);
        else if (index.data(PlanModel::NeedsRootRole).toBool())
            paintGlyph(*painter, Glyph::Lock, rect.adjusted(-1, -1, 1, 1), theme.muted);
        else
            paintGlyph(*painter, Glyph::Dash, rect, theme.muted);
        return;
    }
    switch (static_cast<State>(index.data(JobModel::StateRole).toInt())) {
    case State::Waiting: paintGlyph(*painter, Glyph::Ring, rect, theme.line.darker(theme.dark ? 60 : 130)); break;
    case State::Running: paintGlyph(*painter, Glyph::Arc, rect, theme.accentText); break;
    case State::Done: paintBadge(*painter, Glyph::Tick, rect, theme.good, theme.card); break;
    case State::Skipped: paintGlyph(*painter, Glyph::Dash, rect, theme.muted); break;
    case State::Failed: paintBadge(*painter, Glyph::Exclamation, rect, theme.bad, theme.card); break;
    case State::Cancelled: paintBadge(*painter, Glyph::Cross, rect, theme.muted, theme.card); break;
    case State::RolledBack: paintBadge(*painter, Glyph::Dash, rect, theme.warn, theme.card); break;
    }
}

void TreeLines::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QWidget *widget = option.widget;
    const Theme theme = Theme::of(widget->window()->palette());
    const QRectF area(option.rect);
    const bool focused = option.state & QStyle::State_HasFocus;
    if (option.state & QStyle::State_Selected) {
        painter->setPen(focused ? QPen(theme.accentText, 1.4) : QPen(Qt::NoPen));
        painter->setBrush(theme.accentTint);
        painter->drawRoundedRect(area.adjusted(1, 1, -1, -1), px(7), px(7));
    }
    const bool mirrored = option.direction == Qt::RightToLeft;
    const double side = px(kMark);
    const double markLeft = mirrored ? area.right() - px(8) - side : area.left() + px(8);
    paintMark(painter, QRectF(markLeft, area.top() + px(kLine) / 2 - side / 2 + 1, side, side), index, widget);
    QRectF words = area.adjusted(px(36), 0, -px(10), 0);
    if (mirrored)
        words = area.adjusted(px(10), 0, -px(36), 0);
    const int align = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const QFont font = fontOf(14, isHead(index) ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(theme.text);
    const QRectF first(words.left(), words.top() + 1, words.width(), px(kLine));
    QString state;
    if (m_kind == Kind::Jobs && index.data(JobModel::StateRole).toInt() != static_cast<int>(State::Waiting))
        state = JobModel::stateText(static_cast<State>(index.data(JobModel::StateRole).toInt()));
    const double stateWidth = state.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(state) + px(12);
    painter->drawText(first.adjusted(mirrored ? stateWidth : 0, 0, mirrored ? 0 : -stateWidth, 0), align,
        QFontMetricsF(font).elidedText(index.data().toString(), Qt::ElideRight, first.width() - stateWidth));
    const QFont small = fontOf(12.5);
    painter->setFont(small);
    painter->setPen(theme.muted);
    painter->drawText(first, (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter, state);
    const QString second = secondLine(index);
    if (!second.isEmpty())
        painter->drawText(QRectF(words.left(), area.top() + px(kLine - 4), words.width(), px(kSecond)), align,
            QFontMetricsF(small).elidedText(second, Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace sparkloom::widgets
