// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/glyphs.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/fabricitems.h"
#include "widgets/fabric/scenetext.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::CableState;
using viewmodels::LaneProof;
using viewmodels::PictureCable;

namespace {

constexpr double kLaneOffset = 4.2;
constexpr double kLaneWidth = 4.6;
constexpr double kLabelHeight = 26;
constexpr double kFaint = 0.3;     // of a cable that the page is not about
constexpr float kSpareFaint = 0.55F;
constexpr double kProofWidth = 38; // of one lane's letter and mark
constexpr int kCoarse = 4;         // of so many points one is left
constexpr int kAlreadyFew = 30;

QString word(const char *text)
{
    return QCoreApplication::translate("sparkloom::widgets::TrayItem", text);
}

void paintSmallPlug(QPainter &painter, const QRectF &rect, const QColor &colour, const QRectF &shell)
{
    painter.fillRect(rect, colour);
    painter.fillRect(rect.adjusted(2, 2, -2, -2), QColor(0x1b2233));
    painter.fillRect(shell, QColor(0x8a94ab));
    for (const double offset : {-kLaneOffset, kLaneOffset})
        painter.fillRect(QRectF(rect.center().x() + offset - 1.2, rect.top() + 10, 2.4, rect.height() - 18), colour);
}

QPolygonF polygon(const std::vector<QPointF> &points)
{
    return QPolygonF(QList<QPointF>(points.begin(), points.end()));
}

// The first two and the last two stay: where a cable that is not plugged leads into its sockets.
QPolygonF coarse(const QPolygonF &fine)
{
    if (fine.size() <= kAlreadyFew)
        return fine;
    QPolygonF few;
    for (int i = 0; i < fine.size(); ++i)
        if (i < 2 || i >= fine.size() - 2 || i % kCoarse == 0)
            few << fine[i];
    return few;
}

} // namespace

bool isSpare(const PictureCable &cable)
{
    return cable.faint && cable.number == 0 && (cable.state == CableState::Up || cable.state == CableState::HalfUp);
}

QColor spareInk()
{
    QColor ink = Stage::good();
    ink.setAlphaF(kSpareFaint);
    return ink;
}

void paintPlug(QPainter &painter, const QRectF &rect, const QColor &colour, bool up)
{
    // The shell that goes into the opening is narrower and of metal.
    const QRectF shell(rect.left() + 4, up ? rect.bottom() - 5 : rect.top() - 1, rect.width() - 8, 6);
    if (isSmall(painter))
        return paintSmallPlug(painter, rect, colour, shell);
    painter.save();
    painter.setPen(QPen(colour, 1.7));
    painter.setBrush(QColor(0x1b2233));
    painter.drawRoundedRect(rect, 5, 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x8a94ab));
    painter.drawRoundedRect(shell, 1.5, 1.5);
    painter.setPen(QPen(colour, 2.4, Qt::SolidLine, Qt::RoundCap));
    for (const double offset : {-kLaneOffset, kLaneOffset})
        painter.drawLine(QPointF(rect.center().x() + offset, rect.top() + 10),
            QPointF(rect.center().x() + offset, rect.bottom() - 8));
    painter.restore();
}

CableItem::CableItem(const PictureCable &cable, int index, const FabricLayout &layout) : m_cable(cable)
{
    setZValue(2);
    place(index, layout);
}

void CableItem::show(const PictureCable &cable, int index, const FabricLayout &layout)
{
    if (cable == m_cable)
        return;
    prepareGeometryChange();
    m_cable = cable;
    place(index, layout);
    update();
}

void CableItem::place(int index, const FabricLayout &layout)
{
    // The normal points the other way where the curve runs leftwards: lane A stays on the same side of every cable.
    m_lanes[0] = polygon(layout.curve(index).beside(-kLaneOffset));
    m_lanes[1] = polygon(layout.curve(index).beside(kLaneOffset));
    m_plugs = {layout.plugA(index), layout.plugB(index)};
    if (!m_cable.isPlugged()) { // nothing is in the sockets yet: the line itself leads into them
        const QPointF a = layout.socketRect(layout.endA(index)).center();
        const QPointF b = layout.socketRect(layout.endB(index)).center();
        for (QPolygonF &lane : m_lanes) {
            lane.prepend(QPointF(lane.first().x(), a.y()));
            lane.append(QPointF(lane.last().x(), b.y()));
        }
    }
    m_coarseLanes = {coarse(m_lanes[0]), coarse(m_lanes[1])};
    m_bounds = m_lanes[0].boundingRect().united(m_lanes[1].boundingRect());
    for (const QRectF &plug : m_plugs)
        m_bounds = m_bounds.united(plug);
    m_bounds.adjust(-6, -6, 6, 6);
}

const std::array<QPolygonF, 2> &CableItem::lanes(const QPainter &painter) const
{
    return isSmall(painter) ? m_coarseLanes : m_lanes;
}

QRectF CableItem::boundingRect() const
{
    return m_bounds;
}

QColor CableItem::colour() const
{
    if (m_cable.state == CableState::Wrong)
        return Stage::bad();
    if (m_cable.state == CableState::NotKnown || m_cable.state == CableState::Down)
        return Stage::unknown();
    return isSpare(m_cable) ? Stage::good() : Stage::cable(m_cable.number);
}

double CableItem::share() const
{
    return isSpare(m_cable) ? std::min(kSpareLane, laneShare(m_cable)) : laneShare(m_cable);
}

double CableItem::faintness() const
{
    return !m_cable.faint ? 1 : isSpare(m_cable) ? spareInk().alphaF() : kFaint;
}

void CableItem::paintLane(QPainter *painter, int lane) const
{
    const QPolygonF &line = lanes(*painter)[static_cast<std::size_t>(lane)];
    const bool up = m_cable.lanes[static_cast<std::size_t>(lane)].up;
    QColor ink = colour();
    QPen pen(ink, kLaneWidth, Qt::SolidLine, Qt::RoundCap);
    switch (m_cable.state) {
    case CableState::Up:
    case CableState::Wrong: break;
    case CableState::HalfUp:
        if (!up) {
            pen.setWidthF(2.4);
            pen.setDashPattern({2.0, 3.2});
        }
        break;
    case CableState::ToPlug:
        pen.setWidthF(3.6);
        pen.setDashPattern({0.8, 2.3});
        break;
    case CableState::Later:
        ink.setAlphaF(0.5F);
        pen.setColor(ink);
        pen.setWidthF(3.0);
        pen.setDashPattern({0.6, 2.7});
        break;
    case CableState::Down:
        pen.setWidthF(3.0);
        pen.setDashPattern({0.1, 2.4});
        break;
    case CableState::NotKnown: pen.setWidthF(3.4); break;
    }
    pen.setWidthF(pen.widthF() * share());
    painter->setPen(pen);
    painter->drawPolyline(line);
}

void CableItem::paintLanes(QPainter *painter) const
{
    const QColor edge(0x05070c);
    const double wide = kLaneWidth * share() + 2.8;
    if (m_cable.isPlugged() && isSmall(*painter)) { // one edge around both
        const auto &[a, b] = lanes(*painter);
        QPolygonF middle;
        middle.reserve(a.size());
        for (qsizetype i = 0; i < a.size(); ++i)
            middle << (a[i] + b[i]) / 2;
        painter->setPen(QPen(edge, wide + 2 * kLaneOffset));
        painter->drawPolyline(middle);
    } else if (m_cable.isPlugged()) {
        for (const QPolygonF &lane : lanes(*painter)) {
            painter->setPen(QPen(edge, wide));
            painter->drawPolyline(lane);
        }
    }
    paintLane(painter, 0);
    paintLane(painter, 1);
}

void CableItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(faintness());
    paintLanes(painter);
    if (!m_cable.isPlugged())
        return;
    const double first = m_lanes[0].first().y();
    const double last = m_lanes[0].last().y();
    paintPlug(*painter, m_plugs[0], colour(), first < m_plugs[0].center().y());
    paintPlug(*painter, m_plugs[1], colour(), last < m_plugs[1].center().y());
}

CableLabelItem::CableLabelItem(const PictureCable &cable, const QPointF &position, double scale)
    : m_cable(cable), m_position(position), m_scale(scale)
{
    setZValue(4);
}

void CableLabelItem::show(const PictureCable &cable)
{
    if (cable == m_cable)
        return;
    prepareGeometryChange();
    m_cable = cable;
    update();
}

bool CableLabelItem::hasProof() const
{
    return m_cable.lanes[0].proof != LaneProof::None;
}

QRectF CableLabelItem::pill() const
{
    const double width = kLabelHeight + (hasProof() ? 2 * kProofWidth + 8 : 0);
    return {m_position - QPointF(width / 2, kLabelHeight / 2), QSizeF(width, kLabelHeight)};
}

QRectF CableLabelItem::boundingRect() const
{
    QRectF rect(QPointF(), pill().size() * m_scale + QSizeF(4, 4));
    rect.moveCenter(m_position);
    return rect;
}

void CableLabelItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const bool spare = isSpare(m_cable);
    painter->setOpacity(!m_cable.faint ? 1 : spare ? spareInk().alphaF() : kFaint);
    painter->translate(m_position);
    painter->scale(m_scale, m_scale);
    painter->translate(-m_position);
    const QRectF pill = this->pill();
    const QRectF disc(pill.topLeft(), QSizeF(kLabelHeight, kLabelHeight));
    if (m_cable.state == CableState::Wrong) {
        paintBadge(*painter, Glyph::Cross, disc, Stage::bad(), Stage::ink());
        return;
    }
    const QColor ground = spare                    ? Stage::good()
        : m_cable.state == CableState::NotKnown ? Stage::unknown()
                                                : Stage::cable(m_cable.number);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(pill, kLabelHeight / 2, kLabelHeight / 2);
    painter->setPen(Stage::ink());
    painter->setFont(sceneFont(14, QFont::Bold));
    const QString none = m_cable.faint ? u"–"_s : u"?"_s; // nobody needs it; or nobody knows it
    painter->drawText(disc, Qt::AlignCenter, m_cable.number > 0 ? QString::number(m_cable.number) : none);
    if (!hasProof())
        return;
    for (std::size_t lane = 0; lane < 2; ++lane) {
        const double x = disc.right() + static_cast<double>(lane) * kProofWidth;
        painter->drawText(QRectF(x, pill.top(), 16, kLabelHeight), Qt::AlignCenter, lane == 0 ? u"A"_s : u"B"_s);
        const LaneProof proof = m_cable.lanes[lane].proof;
        const Glyph glyph = proof == LaneProof::Passed ? Glyph::Tick
            : proof == LaneProof::Failed               ? Glyph::Cross
                                                       : Glyph::Dash;
        const QColor mark = proof == LaneProof::Passed ? Stage::good()
            : proof == LaneProof::Failed               ? Stage::bad()
                                                       : Stage::muted();
        paintBadge(*painter, glyph, QRectF(x + 16, pill.top() + 4, 18, 18), Stage::ink(), mark);
        painter->setPen(Stage::ink());
    }
}

TrayItem::TrayItem(const viewmodels::PictureTray &tray, const QRectF &rect, const QPointF &plug, bool busy)
    : m_tray(tray), m_rect(rect), m_plug(plug), m_busy(busy)
{}

void TrayItem::show(const viewmodels::PictureTray &tray, bool busy)
{
    if (tray == m_tray && busy == m_busy)
        return;
    m_tray = tray;
    m_busy = busy;
    update();
}

QRectF TrayItem::boundingRect() const
{
    return m_rect.adjusted(-2, -2, 2, 2);
}

void TrayItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(QColor(0x39, 0x46, 0x61), 1.2, Qt::DashLine));
    painter->setBrush(QColor(0x0c111b));
    painter->drawRoundedRect(m_rect, 14, 14);
    const bool inHand = m_tray.cables > 0 || m_tray.firstEnd;
    if (inHand && !m_busy) {
        // A coil of two lanes with its plug up.
        painter->setBrush(Qt::NoBrush);
        for (const double radius : {13.0, 17.5}) {
            painter->setPen(QPen(Stage::text(), 2.6));
            painter->drawEllipse(m_plug + QPointF(20, 4), radius, radius);
        }
        paintPlug(*painter, QRectF(m_plug - QPointF(27, 17), QSizeF(27, 34)), Stage::text(), false);
    }
    QString what = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Every cable is plugged"));
    QString how = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Delete pulls the selected one"));
    if (m_tray.firstEnd) {
        what = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Drag the loose end to a free socket"));
        how = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Esc puts the cable back"));
    } else if (m_busy) {
        what = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Plugging"));
        how.clear();
    } else if (m_tray.waiting) {
        what = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "The cable is plugged in"));
        how = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "A chip that slept takes about six seconds"));
    } else if (m_tray.pullFirst) {
        what = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "A plug is in the wrong socket"));
        how = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Click its cable, then press Delete to pull it"));
    } else if (m_tray.cables > 0) {
        what = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "Drag this cable to the glowing socket"));
        how = word(QT_TRANSLATE_NOOP("sparkloom::widgets::TrayItem", "or press P"));
    }
    const double left = inHand && !m_busy ? m_rect.left() + 96 : m_rect.left() + 24;
    const QRectF text(left, m_rect.top() + 10, m_rect.right() - left - 14, m_rect.height() - 20);
    painter->setPen(Stage::text());
    drawFitted(*painter, text, what, sceneFont(13.5, QFont::DemiBold),
        (how.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop) | Qt::AlignLeft | Qt::AlignAbsolute);
    painter->setPen(Stage::muted());
    drawFitted(*painter, text, how, sceneFont(12), Qt::AlignBottom | Qt::AlignLeft | Qt::AlignAbsolute);
}

DragItem::DragItem(const QPointF &from) : m_from(from), m_to(from)
{
    setZValue(10);
}

void DragItem::moveTo(const QPointF &position)
{
    prepareGeometryChange();
    m_to = position;
}

QRectF DragItem::boundingRect() const
{
    return QRectF(m_from, m_to).normalized().adjusted(-40, -40, 40, 140);
}

void DragItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF tail = m_to + QPointF(0, 34);
    const CableCurve curve{{tail, tail + QPointF(0, 70), m_from + QPointF(0, 40), m_from}};
    for (const double offset : {-kLaneOffset, kLaneOffset}) {
        painter->setPen(QPen(Stage::text(), 3, Qt::SolidLine, Qt::RoundCap));
        painter->drawPolyline(polygon(curve.beside(offset)));
    }
    paintPlug(*painter, QRectF(m_to - QPointF(13.5, 0), QSizeF(27, 34)), Stage::text(), false);
}

} // namespace sparkloom::widgets
