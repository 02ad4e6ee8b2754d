// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/maplegend.h"

#include "viewmodels/words.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sparkloom::widgets {

using viewmodels::CableState;
using viewmodels::Words;

namespace {

constexpr std::array kStates = {CableState::Up, CableState::HalfUp, CableState::ToPlug, CableState::Later,
    CableState::Wrong, CableState::Down, CableState::NotKnown};
constexpr double kSample = 26;
constexpr double kGap = 20;
constexpr double kFirstInset = 18; // before the first line
constexpr double kRowHeight = 34, kFurtherRow = 22;

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

// A line, its word and the gap after it.
double widthOf(CableState state)
{
    return px(kSample + 8) + QFontMetricsF(fontOf(12.5)).horizontalAdvance(Words::cableState(state)) + px(kGap);
}

// What stands in which row: longer languages need two.
std::vector<std::vector<CableState>> rowsWithin(double width)
{
    std::vector<std::vector<CableState>> rows(1);
    double x = px(kFirstInset);
    for (const CableState state : kStates) {
        if (!rows.back().empty() && x + widthOf(state) > width + 1) {
            rows.emplace_back();
            x = px(kFirstInset);
        }
        rows.back().push_back(state);
        x += widthOf(state);
    }
    return rows;
}

void paintSample(QPainter &painter, CableState state, double x, double y)
{
    for (int lane = 0; lane < 2; ++lane) {
        painter.setPen(penOf(state, lane));
        const double line = y + (lane == 0 ? -px(3) : px(3));
        painter.drawLine(QPointF(x, line), QPointF(x + px(kSample), line));
    }
    if (state != CableState::Wrong)
        return;
    const QPointF middle(x + px(kSample) / 2, y);
    painter.setPen(QPen(Stage::text(), 2));
    painter.drawLine(middle - QPointF(px(5), px(6)), middle + QPointF(px(5), px(6)));
    painter.drawLine(middle - QPointF(px(5), -px(6)), middle + QPointF(px(5), -px(6)));
}

} // namespace

MapLegend::MapLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void MapLegend::describe()
{
    setAccessibleName(tr("What the lines mean"));
    setPlainToolTip(this, tr("A cable is two lines, because it has two lanes: one per half of the cage."));
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

QSize MapLegend::minimumSizeHint() const
{
    double widest = 0;
    for (const CableState state : kStates)
        widest = std::max(widest, widthOf(state));
    return QSizeF(std::ceil(px(kFirstInset) + 2 * widest), std::round(px(kRowHeight))).toSize();
}

int MapLegend::heightForWidth(int width) const
{
    return qRound(px(kRowHeight) + px(kFurtherRow) * static_cast<double>(rowsWithin(width).size() - 1));
}

QSizeF MapLegend::sizeOfLegend()
{
    double width = px(kFirstInset);
    for (const CableState state : kStates)
        width += widthOf(state);
    return {std::ceil(width), std::round(px(kRowHeight))};
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
    const double radius = std::min(area.height(), px(kRowHeight)) / 2;
    painter.drawRoundedRect(area, radius, radius);
    const QFont font = fontOf(12.5);
    const auto rows = rowsWithin(area.width());
    double y = area.center().y() - px(kFurtherRow) * static_cast<double>(rows.size() - 1) / 2;
    for (const auto &row : rows) {
        double x = area.left() + px(kFirstInset);
        for (const CableState state : row) {
            paintSample(painter, state, x, y);
            painter.setFont(font);
            painter.setPen(Stage::muted());
            const double words = widthOf(state) - px(kSample + 8 + kGap) + 4;
            painter.drawText(QRectF(x + px(kSample + 8), y - px(kFurtherRow) / 2, words, px(kFurtherRow)),
                Qt::AlignVCenter | Qt::AlignLeft, Words::cableState(state));
            x += widthOf(state);
        }
        y += px(kFurtherRow);
    }
}

void MapLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace sparkloom::widgets
