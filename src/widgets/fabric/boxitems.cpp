// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"
#include "widgets/fabric/backpanel.h"
#include "widgets/fabric/fabricitems.h"
#include "widgets/fabric/scenetext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::PictureBox;
using viewmodels::PictureSocket;
using viewmodels::SocketState;

namespace {

constexpr double kGlow = 12; // room around a socket for its pulse
constexpr double kNoteHeight = 22;
constexpr double kTextInset = 16;
constexpr double kSwitchName = 110; // room at least
constexpr double kMostDigits = 1.8; // scale of words up to which cages have their number
constexpr double kHalfPlug = 15;    // with its edge
constexpr double kMostNetwork = 84; // up to the next opening of the panel

QString boxWord(const char *text)
{
    return QCoreApplication::translate("sparkloom::widgets::BoxItem", text);
}

void paintPill(QPainter *painter, const QRectF &rect, const QString &text, double scale = 1)
{
    painter->setPen(QPen(Stage::warn(), 0.8));
    painter->setBrush(QColor(0x2a, 0x24, 0x14, 200));
    painter->drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter->setPen(Stage::warn());
    drawFitted(*painter, rect.adjusted(5, 0, -5, 0), text, sceneFont(9.5 * scale, QFont::DemiBold));
}

} // namespace

BoxItem::BoxItem(const PictureBox &box, const FabricLayout &layout)
    : m_box(box), m_rect(layout.boxRect(box.key)), m_scale(layout.textScale())
{
    for (int i = 0; i < layout.socketCount(box.key); ++i) {
        m_sockets.push_back(layout.socketRect({box.key, i}));
        const auto [down, up] = layout.waysOf({box.key, i});
        m_names.push_back({down || !up, down && up, down || up});
    }
    takeSockets(m_box);
}

// They have items of their own; here only what stands beside them is written.
void BoxItem::takeSockets(PictureBox &box)
{
    m_unknown.clear();
    for (const PictureSocket &socket : box.sockets)
        m_unknown.push_back(!socket.otherEndKnown);
    box.sockets.clear();
}

void BoxItem::show(PictureBox box)
{
    const std::vector<bool> unknown = m_unknown;
    takeSockets(box);
    if (box == m_box && unknown == m_unknown)
        return;
    m_box = std::move(box);
    update();
}

QRectF BoxItem::boundingRect() const
{
    return m_rect.adjusted(-2, -2, 2, kNoteHeight * m_scale);
}

void BoxItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(m_box.reachable ? 1.0 : 0.55);
    if (m_box.kind == PictureBox::Kind::Switch)
        paintSwitch(painter);
    else
        paintSpark(painter);
}

void BoxItem::paintSpark(QPainter *painter) const
{
    BackPanel::paint(*painter, m_rect, m_box.maker);
    paintNames(painter, m_rect.top() + 41);
    paintSocketNames(painter);
    const QFont font = sceneFont(11.5 * m_scale);
    if (!m_box.note.isEmpty() && isReadable(*painter, font)) {
        painter->setPen(Stage::muted());
        const double room = m_rect.width() * 0.64; // the rest is the cables'
        const bool fits = widthOf(m_box.note, font) <= room;
        painter->setFont(font);
        painter->drawText(QRectF(m_rect.left(), m_rect.bottom() + 4, room, kNoteHeight * m_scale - 4),
            Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
            fits ? m_box.note : QFontMetricsF(font).elidedText(m_box.note, Qt::ElideRight, room));
    }
}

void BoxItem::paintSwitch(QPainter *painter) const
{
    QLinearGradient body(m_rect.topLeft(), m_rect.bottomLeft());
    body.setColorAt(0, QColor(0x2b3347));
    body.setColorAt(1, QColor(0x20273a));
    painter->setPen(QPen(Stage::line(), 1.2));
    painter->setBrush(body);
    painter->drawRoundedRect(m_rect, 8, 8);
    // Ears of a rack device, so that it is not taken for a Spark.
    painter->setBrush(Stage::socket());
    for (const double x : {m_rect.left() + 7, m_rect.right() - 7})
        for (const double y : {m_rect.top() + 16, m_rect.bottom() - 16})
            painter->drawEllipse(QPointF(x, y), 2.6, 2.6);
    paintNames(painter, m_rect.center().y() + 5);
}

void BoxItem::paintNames(QPainter *painter, double baseline) const
{
    const bool big = m_scale > 1; // there is room for the name alone
    const double left = m_rect.left() + kTextInset + (m_box.kind == PictureBox::Kind::Switch ? 6 : 0);
    const double toSockets = m_sockets.empty() ? m_rect.width() - 2 * kTextInset : m_sockets.front().left() - left - 6;
    const bool isSwitch = m_box.kind == PictureBox::Kind::Switch;
    const double room = !isSwitch || (big && !m_sockets.empty()) ? toSockets
        : m_sockets.empty()                                      ? kSwitchName
                                                                 : std::max(kSwitchName, toSockets);
    const QFont nameFont = sceneFont(15 * m_scale, QFont::Bold);
    const bool hasRoom = widthOf(m_box.name, nameFont) <= room;
    const QString name = hasRoom ? m_box.name : QFontMetricsF(nameFont).elidedText(m_box.name, Qt::ElideRight, room);
    painter->setFont(nameFont);
    painter->setPen(Stage::text());
    painter->drawText(QPointF(left, baseline), name);
    const QFont smallFont = sceneFont(11.5);
    const double used = widthOf(name, nameFont) + 12;
    if (m_box.virtualSpark && big) {
        paintPill(painter, QRectF(m_rect.right() - 62 * m_scale, m_rect.top() + 4, 62 * m_scale, 17 * m_scale),
            boxWord(QT_TRANSLATE_NOOP("sparkloom::widgets::BoxItem", "virtual")), m_scale);
        return;
    }
    if (m_box.virtualSpark) { // instead of the maker: nobody shall take it for a real one
        paintPill(painter, QRectF(left + used, baseline - 13, 62, 17),
            boxWord(QT_TRANSLATE_NOOP("sparkloom::widgets::BoxItem", "virtual")));
        return;
    }
    if (big || m_box.subtitle.isEmpty() || room - used < 30 || !isReadable(*painter, smallFont))
        return;
    painter->setFont(smallFont);
    painter->setPen(Stage::muted());
    painter->drawText(QPointF(left + used, baseline),
        QFontMetricsF(smallFont).elidedText(m_box.subtitle, Qt::ElideRight, room - used));
}

QString BoxItem::named(std::size_t socket, const QString &name) const
{
    const bool asks = m_names[socket].inUse && socket < m_unknown.size() && m_unknown[socket];
    return asks ? name + (name.size() > 1 ? u" ?"_s : u"?"_s) : name;
}

// The number alone; among very many it could not be read, and the drawing tells the cages apart.
void BoxItem::paintDigits(QPainter *painter) const
{
    const QFont digits = sceneFont(10 * m_scale, QFont::DemiBold);
    for (std::size_t i = 0; i < m_sockets.size(); ++i) {
        const QRectF &socket = m_sockets[i];
        const QString text = named(i, m_scale <= kMostDigits ? QString::number(i) : QString());
        const double top = m_names[i].above ? socket.top() - 14 * m_scale : socket.bottom() + 3;
        QRectF place(socket.left(), top, socket.width(), 12 * m_scale);
        if (m_names[i].beside)
            place.translate(i == 0 ? -socket.width() / 2 : socket.width() / 2, 0);
        drawFitted(*painter, place, text, digits);
    }
}

void BoxItem::paintSocketNames(QPainter *painter) const
{
    painter->setPen(Stage::muted());
    if (m_scale > 1)
        return paintDigits(painter);
    // The RJ45 of both drawings stands left of cage 0: it tells a person which cage is which. Longer words grow to its
    // left, where the panel is empty.
    const QFont font = sceneFont(9.5);
    const QString network = boxWord(QT_TRANSLATE_NOOP("sparkloom::widgets::BoxItem", "network"));
    const double right = m_sockets.empty() ? m_rect.right() : m_sockets.front().left() + 4;
    const double wide = std::clamp(widthOf(network, font) + 2, 56.0, kMostNetwork);
    drawFitted(*painter, QRectF(right - wide, m_rect.bottom() - 27, wide, 14), network, font);
    const QFont bold = sceneFont(10, QFont::DemiBold);
    for (std::size_t i = 0; i < m_sockets.size(); ++i) {
        const QRectF &socket = m_sockets[i];
        const double top = m_names[i].above ? socket.top() - 24 : socket.bottom() + 11;
        QRectF place(socket.left() - 4, top, socket.width() + 8, 13);
        if (m_names[i].beside && i == 0) // of the plug and the line there, away from the other cage's name
            place.setRight(socket.center().x() - kHalfPlug);
        else if (m_names[i].beside)
            place.setLeft(socket.center().x() + kHalfPlug);
        const QString name = boxWord(QT_TRANSLATE_NOOP("sparkloom::widgets::BoxItem", "cage %1")).arg(i);
        // Where the word has no room its number says it, as on the machine.
        const bool fits = widthOf(name, bold) * kLeastFit <= place.width();
        drawFitted(*painter, place, named(i, fits ? name : QString::number(i)), bold);
    }
}

SocketItem::SocketItem(const PictureSocket &socket, const QRectF &rect, bool inUse)
    : m_socket(socket), m_rect(rect), m_inUse(inUse)
{
    setZValue(1);
}

void SocketItem::show(const PictureSocket &socket)
{
    if (socket == m_socket)
        return;
    m_socket = socket;
    update();
}

QRectF SocketItem::boundingRect() const
{
    return m_rect.adjusted(-kGlow, -kGlow, kGlow, kGlow);
}

void SocketItem::setPulse(double phase)
{
    m_pulse = phase;
    update();
}

void SocketItem::paintGlow(QPainter *painter) const
{
    const QColor base = Stage::cable(m_socket.cableNumber);
    const double wave = 0.5 - 0.5 * std::cos(m_pulse * 2 * 3.14159265358979);
    painter->setBrush(Qt::NoBrush);
    QColor outer = base;
    outer.setAlphaF(static_cast<float>(0.15 + 0.35 * wave));
    painter->setPen(QPen(outer, 3));
    const double spread = 6 + 3.5 * wave;
    painter->drawRoundedRect(m_rect.adjusted(-spread, -spread, spread, spread), 11, 11);
    QColor inner = base;
    inner.setAlphaF(0.9F);
    painter->setPen(QPen(inner, 2.2));
    painter->drawRoundedRect(m_rect.adjusted(-3.5, -3.5, 3.5, 3.5), 7, 7);
}

void SocketItem::paintSmall(QPainter *painter, const QColor &frame) const
{
    painter->fillRect(m_rect.adjusted(-1, -1, 1, 1), frame);
    painter->fillRect(m_rect.adjusted(1, 1, -1, -1), Stage::socket());
    for (std::size_t half = 0; half < 2; ++half) {
        const double y = m_rect.top() + m_rect.height() * (half == 0 ? 0.33 : 0.67);
        painter->fillRect(QRectF(m_rect.left() + 5.5, y - 1.5, m_rect.width() - 11, 3),
            m_socket.halfUp[half] ? Stage::good() : Stage::line());
    }
}

void SocketItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    QColor frame = Stage::line();
    if (m_socket.state == SocketState::Lit)
        frame = Stage::good();
    else if (m_socket.state == SocketState::HalfLit)
        frame = Stage::warn();
    if (m_socket.wanted) {
        paintGlow(painter);
        frame = Stage::cable(m_socket.cableNumber);
    }
    if (isSmall(*painter) && m_socket.state != SocketState::NotKnown && m_socket.otherEndKnown) {
        paintSmall(painter, frame);
        return;
    }
    painter->setPen(QPen(frame, 1.7, m_socket.state == SocketState::NotKnown ? Qt::DotLine : Qt::SolidLine));
    painter->setBrush(Stage::socket());
    painter->drawRoundedRect(m_rect, 4, 4);
    // One opening, two halves: two lines, each lit by its own link.
    for (std::size_t half = 0; half < 2; ++half) {
        const double y = m_rect.top() + m_rect.height() * (half == 0 ? 0.33 : 0.67);
        const QColor line = m_socket.halfUp[half] ? Stage::good() : Stage::line();
        painter->setPen(QPen(line, 3, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(m_rect.left() + 7, y), QPointF(m_rect.right() - 7, y));
    }
    if (!m_socket.otherEndKnown && !m_inUse) {
        painter->setPen(Stage::text());
        painter->setFont(sceneFont(15, QFont::Bold));
        painter->drawText(m_rect, Qt::AlignCenter, u"?"_s);
    }
}

} // namespace sparkloom::widgets
