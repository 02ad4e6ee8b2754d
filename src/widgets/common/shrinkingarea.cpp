// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/shrinkingarea.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace sparkloom::widgets {

namespace {
constexpr double kLeast = 84; // two lines and a tick box
} // namespace

ShrinkingArea::ShrinkingArea(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void ShrinkingArea::fit()
{
    const QObjectList &children = widget()->children();
    setVisible(std::any_of(children.begin(), children.end(), [](const QObject *child) {
        return child->isWidgetType() && !static_cast<const QWidget *>(child)->isHidden();
    }));
    updateGeometry();
}

int ShrinkingArea::contentHeight() const
{
    const QLayout *const layout = widget() ? widget()->layout() : nullptr;
    if (!layout)
        return 0;
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width()) : layout->totalSizeHint().height();
}

QSize ShrinkingArea::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), contentHeight()};
}

QSize ShrinkingArea::minimumSizeHint() const
{
    return {0, std::min(contentHeight(), qRound(px(kLeast)))};
}

// Lines wrap otherwise at another width.
void ShrinkingArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    updateGeometry();
    chooseBar();
}

// Beside a bar lines are shorter and the content is higher: left to the scroll area, a bar that came once would stay
// where all has room without it.
void ShrinkingArea::chooseBar()
{
    const bool scrolls = contentHeight() > height();
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    // A bar that comes while the content is being laid out would else leave it as wide as it was.
    // (By the area's own width: while it is hidden, that of its viewport is not true yet.)
    const int beside = width() - verticalScrollBar()->sizeHint().width();
    widget()->setMaximumWidth(scrolls && isVisible() ? std::max(0, beside) : QWIDGETSIZE_MAX);
    // A stop for the keyboard only where there is something to scroll.
    setFocusPolicy(scrolls ? Qt::StrongFocus : Qt::NoFocus);
}

bool ShrinkingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        chooseBar();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace sparkloom::widgets
