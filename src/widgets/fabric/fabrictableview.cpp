// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/fabrictableview.h"

#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::FabricTable;
using viewmodels::SocketKey;

namespace {

constexpr int kCellPadding = 8; // as in the style sheet below

// Qt 6.4 measures a wrapped text without the style sheet's padding: what just fits without is cut off.
class PaddedDelegate : public PlainTipDelegate {
public:
    using PlainTipDelegate::PlainTipDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem inside(option);
        if (option.rect.width() > 2 * kCellPadding)
            inside.rect.setWidth(option.rect.width() - 2 * kCellPadding);
        return PlainTipDelegate::sizeHint(inside, index);
    }
};

} // namespace

FabricTableView::FabricTableView(QWidget *parent) : QTableView(parent)
{
    setModel(&m_table);
    setItemDelegate(new PaddedDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {FabricTable::From, FabricTable::To, FabricTable::State})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    setFont(fontOf(13.5));
    horizontalHeader()->setFont(fontOf(12.5, QFont::DemiBold));
    const Theme &theme = Theme::darkOne();
    setStyleSheet(
        u"QTableView { background: %1; color: %2; border: 1px solid %3; border-radius: 10px; }"
        "QTableView:focus { border: 2px solid %4; }"
        "QTableView::item { padding: 6px 8px; border-bottom: 1px solid %3; }"
        "QTableView::item:selected { background: %5; color: %2; }"
        "QHeaderView { background: transparent; }"
        "QHeaderView::section { background: transparent; color: %6; border: none; border-bottom: 1px solid %3;"
        " padding: 7px 8px; }"_s.arg(theme.window.name(), theme.text.name(), theme.line.name(), theme.accentText.name(),
            theme.accentTint.name(), theme.muted.name()));
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FabricTableView::lineChosen);
    retranslate();
}

void FabricTableView::retranslate()
{
    setAccessibleName(tr("Table of the cables and sockets"));
    setAccessibleDescription(tr("Says what the map shows, line by line."));
    m_table.retranslate();
}

void FabricTableView::setPicture(const viewmodels::FabricPicture &picture)
{
    if (picture == m_picture)
        return;
    m_picture = picture;
    const std::optional<MapElement> before = current();
    m_table.setPicture(picture);
    if (before)
        setCurrent(*before);
}

std::optional<MapElement> FabricTableView::current() const
{
    const FabricTable::Line *line = m_table.line(currentIndex().row());
    if (!currentIndex().isValid() || !line)
        return std::nullopt;
    if (line->cable)
        return MapElement{line->cable, {}};
    if (line->socket)
        return MapElement{std::nullopt, *line->socket};
    return std::nullopt;
}

void FabricTableView::setCurrent(const MapElement &element)
{
    const int row = element.cable ? m_table.rowOfCable(*element.cable) : m_table.rowOf(element.socket);
    if (row >= 0)
        setCurrentIndex(m_table.index(row, 0));
}

std::optional<SocketKey> FabricTableView::currentSocket() const
{
    const auto element = current();
    if (!element)
        return std::nullopt;
    return element->cable ? m_picture.cables[static_cast<std::size_t>(*element->cable)].a : element->socket;
}

void FabricTableView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_P: Q_EMIT plugRequested(); return;
    case Qt::Key_Delete:
        if (const auto socket = currentSocket())
            Q_EMIT unplugRequested(*socket);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT mapRequested(); return;
    default: QTableView::keyPressEvent(event);
    }
}

void FabricTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const FabricTable::Line *line = index.isValid() ? m_table.line(index.row()) : nullptr;
    if (!line || !line->socket)
        return;
    Q_EMIT boxMenuRequested(
        line->socket->box, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void FabricTableView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && m_table.rowCount() > 0)
        setCurrentIndex(m_table.index(0, 0));
    QTableView::focusInEvent(event);
}

// Columns are as wide as the view lets them: lines wrap, so their heights follow.
void FabricTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    resizeRowsToContents();
}

} // namespace sparkloom::widgets
