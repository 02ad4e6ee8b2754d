// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/leadingmargins.h"

#include <QEvent>
#include <QLayout>
#include <QMargins>
#include <QWidget>

namespace sparkloom::widgets {

namespace {

class DirectionWatch : public QObject {
public:
    DirectionWatch(QLayout *layout, const QMargins &margins)
        : QObject(layout), m_layout(layout), m_margins(margins), m_widget(layout->parentWidget())
    {
        m_widget->installEventFilter(this);
        fit();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        QMargins margins = m_margins;
        if (m_widget->layoutDirection() == Qt::RightToLeft) {
            margins.setLeft(m_margins.right());
            margins.setRight(m_margins.left());
        }
        m_layout->setContentsMargins(margins);
    }

    QLayout *m_layout;
    QMargins m_margins; // left is leading
    QWidget *m_widget;
};

} // namespace

void setLeadingMargins(QLayout *layout, int leading, int top, int trailing, int bottom)
{
    new DirectionWatch(layout, QMargins(leading, top, trailing, bottom));
}

} // namespace sparkloom::widgets
