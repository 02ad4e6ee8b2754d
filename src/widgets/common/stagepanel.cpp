// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/stagepanel.h"

#include "widgets/common/theme.h"

#include <QLinearGradient>
#include <QPainter>

namespace sparkloom::widgets {

StagePanel::StagePanel(QWidget *parent) : QWidget(parent)
{
    // Fields and boxes on the stage are dark in light windows too.
    setPalette(Theme::darkOne().palette());
    setStyleSheet(Theme::darkOne().styleSheet());
}

void StagePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QLinearGradient ground(0, 0, 0, height());
    ground.setColorAt(0, Stage::top());
    ground.setColorAt(1, Stage::bottom());
    painter.fillRect(rect(), ground);
}

} // namespace sparkloom::widgets
