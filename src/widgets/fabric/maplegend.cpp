// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/maplegend.h"

#include "viewmodels/words.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <cmath>

namespace sparkloom::widgets {

using viewmodels::CableState;
using viewmodels::Words;

namespace {

constexpr std::array kStates = {CableState::Up, CableState::HalfUp, CableState::ToPlug, CableState::Later,
    CableState::Wrong, CableState::Down, CableState::NotKnown};
constexpr double kSample = 26;
constexpr double kGap = 20;

QPen penOf(CableState state, int lane)
{
    QPen pen(Stage::cable(2), 2.6, Qt::SolidLine, Qt::RoundCap);
    switch (state) {
    case CableState::Up: pen.setColor(Stage::cable(1)); break;
    case CableState::HalfUp:
        pen.setColor(Stage::cable(1));
        if (lane == 1)
            pen.setDashPattern({1.2, 2.4});
        break;
    case CableState::ToPlug: pen.setDashPattern({1.2, 2.4}); break;
    case CableState::Later:
        pen.setColor(Stage::cable(3));
        pen.setDashPattern({0.3, 2.8});
        break;
    case CableState::Wrong: pen.setColor(Stage::bad()); break;
    case CableState::Down:
        pen.setColor(Stage::unknown());
        pen.setDashPattern({0.1, 2.0});
        break;
    case CableState::NotKnown: pen.setColor(Stage::unknown()); break;
    }
    return pen;
}

} // namespace

MapLegend::MapLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void MapLegend::describe()
{
    setAccessibleName(tr("What the lines mean"));
    setToolTip(tr("A cable is two lines, because it has two lanes: one per half of the cage."));
    QStringList states;
    for (const CableState state : kStates)
        states << Words::cableState(state);
    setAccessibleDescription(toolTip() + QLatin1Char(' ') + states.join(QStringLiteral(", ")));
    updateGeometry();
}

QSize MapLegend::sizeHint() const
{
    return sizeOfLegend().toSize();
}

QSizeF MapLegend::sizeOfLegend()
{
    const QFontMetricsF metrics(fontOf(12.5));
    double width = px(14);
    for (const CableState state : kStates)
        width += px(kSample + 8) + metrics.horizontalAdvance(Words::cableState(state)) + px(kGap);
    return {std::ceil(width), std::round(px(34))};
}

void MapLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLegend(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void MapLegend::paintLegend(QPainter &painter, const QRectF &area)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x2a3449), 1));
    painter.setBrush(QColor(0x0c111b));
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    const QFont font = fontOf(12.5);
    const QFontMetricsF metrics(font);
    double x = area.left() + px(18);
    const double y = area.center().y();
    for (const CableState state : kStates) {
        for (int lane = 0; lane < 2; ++lane) {
            painter.setPen(penOf(state, lane));
            const double line = y + (lane == 0 ? -px(3) : px(3));
            painter.drawLine(QPointF(x, line), QPointF(x + px(kSample), line));
        }
        if (state == CableState::Wrong) {
            const QPointF middle(x + px(kSample) / 2, y);
            painter.setPen(QPen(Stage::text(), 2));
            painter.drawLine(middle - QPointF(px(5), px(6)), middle + QPointF(px(5), px(6)));
            painter.drawLine(middle - QPointF(px(5), -px(6)), middle + QPointF(px(5), -px(6)));
        }
        x += px(kSample + 8);
        const QString word = Words::cableState(state);
        painter.setFont(font);
        painter.setPen(Stage::muted());
        painter.drawText(QRectF(x, area.top(), metrics.horizontalAdvance(word) + 4, area.height()),
            Qt::AlignVCenter | Qt::AlignLeft, word);
        x += metrics.horizontalAdvance(word) + px(kGap);
    }
}

void MapLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace sparkloom::widgets
