// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/fabricmap.h"

#include "widgets/common/theme.h"
#include "widgets/fabric/backpanel.h"
#include "widgets/fabric/fabricitems.h"
#include "widgets/fabric/mapscene.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace sparkloom::widgets {

using viewmodels::SocketKey;

namespace {

constexpr double kMostZoom = 1.7;    // that is only to fit
constexpr double kMostCloseness = 2; // that a person can zoom to: pixels of a unit of the scene
constexpr double kZoomStep = 1.25;   // of one key, or one notch of the wheel
constexpr double kSeenAround = 40;   // pixels around what is selected
constexpr double kDropReach = 46;    // scene units around the middle of a socket
constexpr int kPulseMs = 1600;
constexpr double kLabelReach = 18;
constexpr double kAlongCable = 0.25; // what lies along the cable counts as this much nearer
constexpr double kCableReach = 11;
constexpr int kCableSteps = 64;
constexpr std::size_t kMostAtOnce = 8; // boxes that are painted in one call with the page around them
constexpr int kBands = 3;

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// Scrolls so that this place of the scene lies there in the viewport. Rounded: centerOn() cuts, and what is done again
// and again would drift.
void keepAt(const QGraphicsView &view, const QPointF &inScene, const QPointF &inViewport)
{
    const QPointF off = view.viewportTransform().map(inScene) - inViewport;
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + qRound(off.x()));
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + qRound(off.y()));
}

} // namespace

FabricMap::FabricMap(QWidget *parent) : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setFocusPolicy(Qt::NoFocus); // the map itself takes the keyboard
    setStyleSheet(QStringLiteral("QGraphicsView { background: transparent; border: none; }"));
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 180);
    setLayoutDirection(Qt::LeftToRight); // a drawing of hardware is never mirrored
    setAccessibleName(tr("Map of the cables"));
    m_pulse.setStartValue(0.0);
    m_pulse.setEndValue(1.0);
    m_pulse.setDuration(kPulseMs);
    m_pulse.setLoopCount(-1);
    connect(&m_pulse, &QVariantAnimation::valueChanged, this, [this](const QVariant &phase) {
        for (SocketItem *item : m_wanted)
            item->setPulse(phase.toDouble());
    });
}

void FabricMap::setPicture(const viewmodels::FabricPicture &picture)
{
    if (picture == m_picture)
        return;
    const bool samePlaces = haveSamePlaces(picture, m_picture) && aspect() == m_aspect;
    m_picture = picture;
    if (samePlaces && m_items)
        showNewsOnly();
    else
        rebuild();
}

void FabricMap::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (m_items)
        showNewsOnly();
    else
        rebuild();
}

double FabricMap::aspect() const
{
    return height() > 0 ? static_cast<double>(width()) / height() : 2;
}

void FabricMap::showNewsOnly()
{
    showNews(*m_items, m_picture, m_layout, m_busy);
    m_wanted = m_items->wanted();
    animate();
}

void FabricMap::rebuild()
{
    m_aspect = aspect();
    m_layout = FabricLayout(m_picture, BackPanel::geometry(), m_aspect);
    const QPointF held = m_drag ? m_drag->mapToScene(m_drag->boundingRect().center()) : QPointF();
    m_drag = nullptr;
    m_wanted.clear();
    scene()->clear();
    m_items = fillScene(*scene(), m_picture, m_layout, m_busy);
    m_wanted = m_items->wanted();
    if (!keepsItems())
        m_items.reset();
    if (!held.isNull()) { // news while a cable is in the hand: it stays there
        m_drag = new DragItem(m_dragStart);
        m_drag->moveTo(held);
        scene()->addItem(m_drag);
    }
    dress();
    if (m_current && rectOf(*m_current).isNull())
        setCurrent(std::nullopt);
    fit();
    animate();
}

void FabricMap::animate()
{
    const bool moving = !m_wanted.empty() && wantsMotion(this);
    if (moving && m_pulse.state() != QAbstractAnimation::Running)
        m_pulse.start();
    else if (!moving)
        m_pulse.stop();
}

double FabricMap::fittingScale() const
{
    const QRectF bounds = m_layout.bounds();
    if (bounds.isEmpty() || width() <= 0 || height() <= 0)
        return 0;
    return std::min({width() / bounds.width(), height() / bounds.height(), kMostZoom * px(1)});
}

// As close as it was, at the place that was in the middle.
void FabricMap::fit()
{
    const double fitting = fittingScale();
    if (fitting <= 0)
        return;
    m_zoom = std::clamp(m_zoom, 1.0, std::max(1.0, kMostCloseness * px(1) / fitting));
    const bool close = m_zoom > 1;
    const QPointF middle = inScene(QRectF(viewport()->rect()).center());
    setHorizontalScrollBarPolicy(close ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(close ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setTransform(QTransform::fromScale(fitting * m_zoom, fitting * m_zoom));
    if (close)
        keepAt(*this, middle, QRectF(viewport()->rect()).center());
    else
        centerOn(m_layout.bounds().center());
}

void FabricMap::zoomTo(double zoom, const QPointF &fixed)
{
    const QPointF before = inScene(fixed);
    m_zoom = zoom;
    fit();
    if (m_zoom > 1)
        keepAt(*this, before, fixed);
}

// In fractions of pixels.
QPointF FabricMap::inScene(const QPointF &inViewport) const
{
    return viewportTransform().inverted().map(inViewport);
}

void FabricMap::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    fit();
}

// Many boxes are painted after the page around them, in bands: all at once was the longest call of the window.
void FabricMap::showEvent(QShowEvent *event)
{
    m_bandsToCome = m_picture.boxes.size() > kMostAtOnce ? kBands : 0;
    QGraphicsView::showEvent(event);
}

void FabricMap::paintEvent(QPaintEvent *event)
{
    if (m_bandsToCome < kBands)
        QGraphicsView::paintEvent(event);
    if (m_bandsToCome > 0)
        QMetaObject::invokeMethod(this, &FabricMap::paintNextBand, Qt::QueuedConnection);
}

void FabricMap::paintNextBand()
{
    if (m_bandsToCome == 0)
        return;
    const int band = kBands - m_bandsToCome--;
    const int top = viewport()->height() * band / kBands, end = viewport()->height() * (band + 1) / kBands;
    viewport()->update(0, top, viewport()->width(), end - top);
}

void FabricMap::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->angleDelta().y() != 0) {
        zoomTo(m_zoom * std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
    } else if (m_zoom > 1) {
        QGraphicsView::wheelEvent(event);
    } else {
        event->ignore(); // all of it is there; nothing to scroll
    }
}

std::vector<FabricMap::Spot> FabricMap::spots() const
{
    std::vector<Spot> spots;
    for (const SocketKey &key : m_layout.sockets())
        spots.push_back({{std::nullopt, key}, m_layout.socketRect(key).center()});
    for (int i = 0; i < m_layout.cableCount(); ++i)
        spots.push_back({{i, {}}, m_layout.labelPosition(i)});
    return spots;
}

QRectF FabricMap::rectOf(const MapElement &element) const
{
    if (!element.cable)
        return m_layout.socketRect(element.socket);
    if (*element.cable < 0 || *element.cable >= m_layout.cableCount())
        return {};
    QRectF label(QPointF(), labelSize() * m_layout.labelScale());
    label.moveCenter(m_layout.labelPosition(*element.cable));
    return label;
}

void FabricMap::setCurrent(const std::optional<MapElement> &element)
{
    if (m_current == element)
        return;
    m_current = element;
    if (m_current && m_zoom > 1)
        ensureVisible(rectOf(*m_current), qRound(kSeenAround), qRound(kSeenAround));
    viewport()->update();
    Q_EMIT currentChanged();
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool FabricMap::joined(const MapElement &a, const MapElement &b) const
{
    if (a.cable.has_value() == b.cable.has_value())
        return false;
    const int cable = a.cable ? *a.cable : *b.cable;
    const SocketKey &socket = a.cable ? b.socket : a.socket;
    return m_layout.endA(cable) == socket || m_layout.endB(cable) == socket;
}

// To the nearest thing that lies mostly in this direction; along a cable before anything else.
void FabricMap::step(const QPointF &direction)
{
    const std::vector<Spot> all = spots();
    if (all.empty())
        return;
    if (!m_current) {
        setCurrent(all.front().element);
        return;
    }
    const QPointF from = rectOf(*m_current).center();
    const Spot *best = nullptr;
    double bestCost = 0;
    for (const Spot &spot : all) {
        const QPointF way = spot.centre - from;
        const double along = QPointF::dotProduct(way, direction);
        if (spot.element == *m_current || along < 1)
            continue;
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        double cost = along + 2 * aside;
        if (joined(*m_current, spot.element) && aside < 3 * along)
            cost *= kAlongCable;
        if (!best || cost < bestCost) {
            best = &spot;
            bestCost = cost;
        }
    }
    if (best)
        setCurrent(best->element);
}

void FabricMap::keyPressEvent(QKeyEvent *event)
{
    const auto zoomBy = [this](double factor) {
        zoomTo(m_zoom * factor, placeToLookAt());
        if (m_current && m_zoom > 1) // not behind a scroll bar that came
            ensureVisible(rectOf(*m_current), qRound(kSeenAround), qRound(kSeenAround));
    };
    switch (event->key()) {
    case Qt::Key_Left: step({-1, 0}); return;
    case Qt::Key_Right: step({1, 0}); return;
    case Qt::Key_Up: step({0, -1}); return;
    case Qt::Key_Down: step({0, 1}); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT detailsRequested(); return;
    case Qt::Key_Space: // where no cables are chosen, it is the page's
        if (!isSignalConnected(QMetaMethod::fromSignal(&FabricMap::cableActivated)))
            break;
        if (m_current && m_current->cable)
            Q_EMIT cableActivated(*m_current->cable);
        return;
    case Qt::Key_P: Q_EMIT plugRequested(); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(kZoomStep); return;
    case Qt::Key_Minus: zoomBy(1 / kZoomStep); return;
    case Qt::Key_0: zoomTo(1, placeToLookAt()); return;
    case Qt::Key_Delete:
        if (m_current)
            Q_EMIT unplugRequested(m_current->cable ? m_layout.endA(*m_current->cable) : m_current->socket);
        return;
    case Qt::Key_Escape:
        if (m_drag || m_picture.tray.firstEnd) {
            endDrag();
            Q_EMIT takeBackRequested();
            return;
        }
        break;
    default: break;
    }
    QGraphicsView::keyPressEvent(event);
}

// In the viewport: what is selected, or the middle.
QPointF FabricMap::placeToLookAt() const
{
    return m_current ? viewportTransform().map(rectOf(*m_current).center()) : QRectF(viewport()->rect()).center();
}

std::optional<SocketKey> FabricMap::socketNear(const QPointF &position, double reach) const
{
    std::optional<SocketKey> nearest;
    double best = reach;
    for (const SocketKey &key : m_layout.sockets()) {
        const double far = distance(m_layout.socketRect(key).center(), position);
        if (far <= best) {
            best = far;
            nearest = key;
        }
    }
    return nearest;
}

std::optional<MapElement> FabricMap::elementAt(const QPointF &position) const
{
    for (int i = 0; i < m_layout.cableCount(); ++i)
        if (distance(m_layout.labelPosition(i), position) < kLabelReach || rectOf({i, {}}).contains(position))
            return MapElement{i, {}};
    for (const SocketKey &key : m_layout.sockets())
        if (m_layout.socketRect(key).adjusted(-5, -5, 5, 5).contains(position))
            return MapElement{std::nullopt, key};
    for (int i = 0; i < m_layout.cableCount(); ++i)
        for (int at = 0; at <= kCableSteps; ++at)
            if (distance(m_layout.curve(i).at(static_cast<double>(at) / kCableSteps), position) < kCableReach)
                return MapElement{i, {}};
    return std::nullopt;
}

QString FabricMap::boxAt(const QPointF &position) const
{
    for (const viewmodels::PictureBox &box : m_picture.boxes)
        if (m_layout.boxRect(box.key).contains(position))
            return box.key;
    return {};
}

void FabricMap::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const bool onSocket = m_current && !m_current->cable;
    const QString box = !byKey ? boxAt(mapToScene(event->pos())) : onSocket ? m_current->socket.box : QString();
    if (box.isEmpty())
        return;
    Q_EMIT boxMenuRequested(
        box, byKey ? viewport()->mapToGlobal(viewportPosition(m_current->socket)) : event->globalPos());
}

void FabricMap::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const QPointF position = mapToScene(event->pos());
    const bool hasCable = m_picture.tray.cables > 0 || m_picture.tray.firstEnd;
    if (event->button() == Qt::LeftButton && hasCable && !m_busy && m_layout.trayRect().contains(position)) {
        m_dragStart = m_layout.trayPlug() + QPointF(20, 4);
        m_drag = new DragItem(m_dragStart);
        m_drag->moveTo(position - QPointF(0, 17));
        scene()->addItem(m_drag);
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    setCurrent(elementAt(position));
    if (m_current && m_current->cable)
        Q_EMIT cableActivated(*m_current->cable);
}

void FabricMap::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = mapToScene(event->pos());
    if (!m_drag) {
        const bool grab =
            (m_picture.tray.cables > 0 || m_picture.tray.firstEnd) && m_layout.trayRect().contains(position);
        setCursor(grab ? Qt::OpenHandCursor : elementAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    m_drag->moveTo(position - QPointF(0, 17));
    const auto target = socketNear(position, kDropReach);
    if (target != m_dropTarget) {
        m_dropTarget = target;
        viewport()->update();
    }
}

void FabricMap::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    const auto target = socketNear(mapToScene(event->pos()), kDropReach);
    endDrag();
    if (target)
        Q_EMIT cableDropped(*target);
}

void FabricMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (elementAt(mapToScene(event->pos())))
        Q_EMIT detailsRequested();
}

void FabricMap::endDrag()
{
    delete m_drag;
    m_drag = nullptr;
    m_dropTarget.reset();
    unsetCursor();
    viewport()->update();
}

void FabricMap::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    if (m_dropTarget) {
        painter->setPen(QPen(Stage::text(), 2.4));
        painter->drawRoundedRect(m_layout.socketRect(*m_dropTarget).adjusted(-8, -8, 8, 8), 10, 10);
    }
    if (m_current && hasFocus()) {
        painter->setPen(QPen(Stage::link(), 2.2));
        painter->drawRoundedRect(rectOf(*m_current).adjusted(-6, -6, 6, 6), 9, 9);
    }
}

void FabricMap::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (!m_current && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)) {
        const auto wanted =
            std::find_if(m_layout.sockets().begin(), m_layout.sockets().end(), [this](const SocketKey &key) {
                const viewmodels::PictureSocket *socket = m_picture.socket(key);
                return socket && socket->wanted;
            });
        if (wanted != m_layout.sockets().end())
            setCurrent(MapElement{std::nullopt, *wanted});
        else if (!m_layout.sockets().empty())
            setCurrent(MapElement{std::nullopt, m_layout.sockets().front()});
    }
    viewport()->update();
}

void FabricMap::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void FabricMap::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    if (m_items)
        viewport()->update(); // boxes have words of their own
    else
        rebuild(); // painted once and kept
}

bool FabricMap::isMoving() const
{
    return m_pulse.state() == QAbstractAnimation::Running;
}

QPoint FabricMap::viewportPosition(const SocketKey &socket) const
{
    return mapFromScene(m_layout.socketRect(socket).center());
}

QPoint FabricMap::trayPosition() const
{
    return mapFromScene(m_layout.trayPlug());
}

} // namespace sparkloom::widgets
