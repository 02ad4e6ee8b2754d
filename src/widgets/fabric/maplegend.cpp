// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/maplegend.h"

#include "viewmodels/words.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/fabricitems.h"

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

// One kind of line. slow: narrower, because the link is slower than it should be. spare: nobody needs the cable.
struct Entry {
    CableState state;
    bool slow = false;
    bool spare = false;
};
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

std::vector<Entry> entriesOf(MapLegend::Also also)
{
    std::vector<Entry> entries;
    for (const CableState state : kStates) {
        entries.push_back({state});
        if (also.slow && state == CableState::Up)
            entries.push_back({state, true});
        if (also.spare && state == CableState::HalfUp)
            entries.push_back({CableState::Up, false, true});
    }
    return entries;
}

QString wordsOf(const Entry &entry)
{
    if (entry.spare)
        return MapLegend::tr("not needed");
    return entry.slow ? MapLegend::tr("slower than %1").arg(Words::speed(domain::kDefaultLinkGbps))
                      : Words::cableState(entry.state);
}

// A line, its word and the gap after it.
double widthOf(const Entry &entry)
{
    return px(kSample + 8) + QFontMetricsF(fontOf(12.5)).horizontalAdvance(wordsOf(entry)) + px(kGap);
}

// What stands in which row: longer languages need two.
std::vector<std::vector<Entry>> rowsWithin(double width, MapLegend::Also also)
{
    std::vector<std::vector<Entry>> rows(1);
    double x = px(kFirstInset);
    for (const Entry &entry : entriesOf(also)) {
        if (!rows.back().empty() && x + widthOf(entry) > width + 1) {
            rows.emplace_back();
            x = px(kFirstInset);
        }
        rows.back().push_back(entry);
        x += widthOf(entry);
    }
    return rows;
}

void paintSample(QPainter &painter, const Entry &entry, double x, double y)
{
    for (int lane = 0; lane < 2; ++lane) {
        QPen pen = penOf(entry.state, lane);
        if (entry.slow)
            pen.setWidthF(pen.widthF() / 2);
        if (entry.spare)
            pen = QPen(spareInk(), pen.widthF() * kSpareLane, Qt::SolidLine, Qt::RoundCap);
        painter.setPen(pen);
        const double line = y + (lane == 0 ? -px(3) : px(3));
        painter.drawLine(QPointF(x, line), QPointF(x + px(kSample), line));
    }
    if (entry.state != CableState::Wrong)
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
    for (const Entry &entry : entriesOf(m_also))
        states << wordsOf(entry);
    setAccessibleDescription(toolTip() + QLatin1Char(' ') + states.join(QStringLiteral(", ")));
    updateGeometry();
}

void MapLegend::setAlso(Also also)
{
    if (also == m_also)
        return;
    m_also = also;
    describe();
    update();
}

MapLegend::Also MapLegend::alsoIn(const viewmodels::FabricPicture &picture)
{
    Also also;
    for (const viewmodels::PictureCable &cable : picture.cables) {
        also.slow |= cable.isSlow();
        also.spare |= isSpare(cable);
    }
    return also;
}

QSize MapLegend::sizeHint() const
{
    return sizeOfLegend(m_also).toSize();
}

QSize MapLegend::minimumSizeHint() const
{
    double widest = 0;
    for (const Entry &entry : entriesOf(m_also))
        widest = std::max(widest, widthOf(entry));
    return QSizeF(std::ceil(px(kFirstInset) + 2 * widest), std::round(px(kRowHeight))).toSize();
}

int MapLegend::heightForWidth(int width) const
{
    return qRound(px(kRowHeight) + px(kFurtherRow) * static_cast<double>(rowsWithin(width, m_also).size() - 1));
}

QSizeF MapLegend::sizeOfLegend(Also also)
{
    double width = px(kFirstInset);
    for (const Entry &entry : entriesOf(also))
        width += widthOf(entry);
    return {std::ceil(width), std::round(px(kRowHeight))};
}

void MapLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLegend(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_also, isRightToLeft());
}

void MapLegend::paintLegend(QPainter &painter, const QRectF &area, Also also, bool mirrored)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x2a3449), 1));
    painter.setBrush(QColor(0x0c111b));
    const double radius = std::min(area.height(), px(kRowHeight)) / 2;
    painter.drawRoundedRect(area, radius, radius);
    const int align = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const auto placed = [&](QRectF place) { // counted from where one begins to read
        if (mirrored)
            place.moveRight(area.left() + area.right() - place.left());
        return place;
    };
    const QFont font = fontOf(12.5);
    const auto rows = rowsWithin(area.width(), also);
    double y = area.center().y() - px(kFurtherRow) * static_cast<double>(rows.size() - 1) / 2;
    for (const auto &row : rows) {
        double x = area.left() + px(kFirstInset);
        for (const Entry &entry : row) {
            paintSample(painter, entry, placed(QRectF(x, y, px(kSample), 0)).left(), y);
            painter.setFont(font);
            painter.setPen(Stage::muted());
            const double words = widthOf(entry) - px(kSample + 8 + kGap) + 4;
            painter.drawText(placed(QRectF(x + px(kSample + 8), y - px(kFurtherRow) / 2, words, px(kFurtherRow))),
                align, wordsOf(entry));
            x += widthOf(entry);
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
