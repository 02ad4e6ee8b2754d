// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/treelines.h"

#include "engine/flow/views.h"
#include "viewmodels/jobmodel.h"
#include "viewmodels/planmodel.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

#include <algorithm>

namespace sparkloom::widgets {

using viewmodels::JobModel;
using viewmodels::PlanModel;
using State = engine::JobView::State;

namespace {
constexpr double kMark = 18;
constexpr double kLine = 30;
constexpr double kSecond = 18;
constexpr double kLeastWords = 120;                             // before the tree has its width
constexpr double kLeading = 36, kTrailing = 10, kStateGap = 12; // beside the words

// Broken into lines, between words where that is possible. Returns how much higher than a single line that is.
double breakLines(QTextLayout &layout, const QFont &font, double width, bool mirrored)
{
    layout.setFont(font);
    QTextOption option((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double bottom = 0, first = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, bottom});
        bottom += line.height();
        first = first > 0 ? first : line.height();
    }
    layout.endLayout();
    return std::max(0.0, bottom - first);
}

// Words that are broken need another height at another width.
class WidthWatch : public QObject {
public:
    explicit WidthWatch(QTreeView &tree) : QObject(&tree), m_tree(tree) { tree.viewport()->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize && m_tree.viewport()->width() != m_width) {
            m_width = m_tree.viewport()->width();
            QMetaObject::invokeMethod(
                &m_tree, [this] { measureAnew(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    // Where the list stood was by heights that do not hold any more.
    void measureAnew()
    {
        m_tree.doItemsLayout();
        m_tree.scrollToTop();
        m_tree.scrollTo(m_tree.currentIndex());
    }
    QTreeView &m_tree;
    int m_width = 0;
};

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
    new WidthWatch(*tree);
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

QString TreeLines::stateWord(const QModelIndex &index) const
{
    const auto state = static_cast<State>(index.data(JobModel::StateRole).toInt());
    return m_kind == Kind::Jobs && state != State::Waiting ? JobModel::stateText(state) : QString();
}

QSize TreeLines::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    const QFont font = titleFont(index), small = fontOf(12.5);
    double room = px(200);
    if (tree)
        room = tree->viewport()->width() - (isHead(index) ? 0 : tree->indentation()) - px(kLeading + kTrailing);
    room = std::max(room, px(kLeastWords));
    QTextLayout title(index.data().toString());
    double height = px(kLine) + breakLines(title, font, room - stateWidth(index), false);
    const QString second = secondLine(index);
    if (!second.isEmpty()) {
        QTextLayout quiet(second);
        height += px(kSecond) + breakLines(quiet, small, room, false);
    }
    return {qRound(px(200)), qRound(height)};
}

QFont TreeLines::titleFont(const QModelIndex &index) const
{
    return fontOf(14, isHead(index) ? QFont::DemiBold : QFont::Normal);
}

double TreeLines::stateWidth(const QModelIndex &index) const
{
    const QString state = stateWord(index);
    return state.isEmpty() ? 0 : QFontMetricsF(titleFont(index)).horizontalAdvance(state) + px(kStateGap);
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
    QRectF words = area.adjusted(px(kLeading), 0, -px(kTrailing), 0);
    if (mirrored)
        words = area.adjusted(px(kTrailing), 0, -px(kLeading), 0);
    const QRectF first(words.left(), words.top() + 1, words.width(), px(kLine));
    const QFont font = titleFont(index), small = fontOf(12.5);
    const double beside = stateWidth(index);
    QTextLayout title(index.data().toString());
    const double more = breakLines(title, font, first.width() - beside, mirrored);
    painter->setPen(theme.text);
    const QPointF begin(first.left() + (mirrored ? beside : 0), first.center().y() - QFontMetricsF(font).height() / 2);
    title.draw(painter, begin);
    painter->setFont(small);
    painter->setPen(theme.muted);
    painter->drawText(
        first, (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter, stateWord(index));
    const QString second = secondLine(index);
    if (!second.isEmpty()) {
        QTextLayout quiet(second);
        breakLines(quiet, small, words.width(), mirrored);
        quiet.draw(painter, QPointF(words.left(), area.top() + px(kLine - 4) + more));
    }
    painter->restore();
}

} // namespace sparkloom::widgets
