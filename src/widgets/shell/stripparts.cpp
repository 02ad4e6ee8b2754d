// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/stripparts.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QAccessible>
#include <QPainter>

namespace sparkloom::widgets {

void offerAction(Button *button, const viewmodels::PageAction &action, bool visible)
{
    button->setVisible(visible);
    button->setText(action.text);
    button->setEnabled(action.enabled);
    button->setAccessibleName(action.text);
    button->setAccessibleDescription(action.enabled ? QString() : action.reason);
    setPlainToolTip(button, action.enabled ? QString() : action.reason);
    button->updateGeometry();
}

void tellHeadline(PlainLabel *label, const QString &headline)
{
    if (label->text() == headline)
        return;
    label->setText(headline);
    label->setAccessibleName(headline);
    QAccessibleEvent event(label, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void paintStrip(QWidget *strip, const QColor &ground)
{
    QPainter painter(strip);
    painter.fillRect(strip->rect(), ground);
    painter.setPen(Theme::of(strip->window()->palette()).line);
    painter.drawLine(0, strip->height() - 1, strip->width(), strip->height() - 1);
}

} // namespace sparkloom::widgets
