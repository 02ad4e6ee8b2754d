// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/cableplan.h"

#include "viewmodels/words.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/mapfiles.h"

#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::PictureBox;
using viewmodels::PictureCable;
using viewmodels::SocketKey;
using viewmodels::Words;

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kHeadHeight = 62; // title and its line
constexpr double kMapShare = 0.42; // of the first page's height
constexpr double kRowHeight = 32;
constexpr QSizeF kLabel(236, 66); // 8.3 cm x 2.3 cm: one face 4.1 cm wide
constexpr double kLabelGap = 12;
constexpr double kDisc = 20;

const QColor kInk(0x14, 0x18, 0x22);
const QColor kQuiet(0x55, 0x5d, 0x70);
const QColor kLine(0xb8, 0xbf, 0xcc);

QFont paperFont(double points, QFont::Weight weight = QFont::Normal)
{
    QFont font = fontOf(points, weight);
    font.setPixelSize(qMax(1, qRound(points))); // the page is in points already
    return font;
}

void text(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &ink, const QString &words)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(
        rect, Qt::AlignLeading | Qt::AlignVCenter, QFontMetricsF(font).elidedText(words, Qt::ElideRight, rect.width()));
}

void number(QPainter &painter, const QPointF &middle, int cable)
{
    painter.setPen(QPen(kInk, 0.8));
    painter.setBrush(Stage::cable(cable));
    painter.drawEllipse(middle, kDisc / 2, kDisc / 2);
    painter.setPen(kInk);
    painter.setFont(paperFont(cable > 99 ? 8 : 11, QFont::Bold));
    painter.drawText(QRectF(middle - QPointF(kDisc / 2, kDisc / 2), QSizeF(kDisc, kDisc)), Qt::AlignCenter,
        cable > 0 ? QString::number(cable) : u"?"_s);
}

int pagesFor(int things, int perPage)
{
    return things <= 0 ? 0 : (things + perPage - 1) / perPage;
}

} // namespace

CablePlan::CablePlan(viewmodels::FabricPicture picture) : m_picture(std::move(picture))
{
    for (const PictureCable &cable : m_picture.cables) {
        if (cable.number < 1)
            continue; // not one that the goal asks for
        m_labels.push_back({cable.number, cable.a, cable.b});
        m_labels.push_back({cable.number, cable.b, cable.a});
    }
}

QString CablePlan::title()
{
    return tr("Cable plan");
}

int CablePlan::rowsOnFirst(QSizeF page) const
{
    return std::max(1, static_cast<int>((page.height() * (1 - kMapShare) - kHeadHeight - kRowHeight) / kRowHeight));
}

int CablePlan::rowsOnOthers(QSizeF page) const
{
    return std::max(1, static_cast<int>((page.height() - 2 * kRowHeight) / kRowHeight));
}

int CablePlan::listPages(QSizeF page) const
{
    const int cables = static_cast<int>(m_picture.cables.size());
    return 1 + pagesFor(cables - rowsOnFirst(page), rowsOnOthers(page));
}

int CablePlan::labelsPerPage(QSizeF page) const
{
    const int across = std::max(1, static_cast<int>((page.width() + kLabelGap) / (kLabel.width() + kLabelGap)));
    const double room = page.height() - kHeadHeight;
    const int down = std::max(1, static_cast<int>((room + kLabelGap) / (kLabel.height() + kLabelGap)));
    return across * down;
}

int CablePlan::pageCount(QSizeF page) const
{
    return listPages(page) + pagesFor(static_cast<int>(m_labels.size()), labelsPerPage(page));
}

void CablePlan::paintPage(QPainter &painter, int page, QSizeF size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int lists = listPages(size);
    if (page == 0)
        paintFirst(painter, size);
    else if (page < lists)
        paintRows(painter, rowsOnFirst(size) + (page - 1) * rowsOnOthers(size), rowsOnOthers(size), 0, size);
    else
        paintLabels(painter, (page - lists) * labelsPerPage(size), size);
}

bool CablePlan::print(QPagedPaintDevice &device) const
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.scale(device.logicalDpiX() / kPointsPerInch, device.logicalDpiY() / kPointsPerInch);
    const QSizeF page = QSizeF(device.pageLayout().paintRectPoints().size());
    for (int i = 0; i < pageCount(page); ++i) {
        if (i > 0 && !device.newPage())
            return false;
        paintPage(painter, i, page);
    }
    return painter.end();
}

void CablePlan::paintFirst(QPainter &painter, QSizeF page) const
{
    QStringList names;
    for (const PictureBox &box : m_picture.boxes)
        names << box.name;
    text(painter, QRectF(0, 0, page.width(), 30), paperFont(22, QFont::Bold), kInk, title());
    text(painter, QRectF(0, 32, page.width(), 18), paperFont(10), kQuiet, names.join(u", "_s));
    MapPicture map(m_picture, page.width() / (page.height() * kMapShare));
    map.paint(painter, QRectF(0, kHeadHeight, page.width(), page.height() * kMapShare - 12));
    paintRows(painter, 0, rowsOnFirst(page), kHeadHeight + page.height() * kMapShare, page);
}

// A list to go through with a pencil: a box to tick, the cable, both ends, and what it is now.
void CablePlan::paintRows(QPainter &painter, int from, int count, double top, QSizeF page) const
{
    const std::array<double, 4> left = {24, 24 + kDisc + 14, page.width() * 0.44, page.width() * 0.82};
    const std::array<QString, 4> heads = {QString(), tr("One end"), tr("Other end"), tr("Now")};
    const auto cell = [&](std::size_t column) {
        const double right = column + 1 < left.size() ? left[column + 1] - 8 : page.width();
        return QRectF(left[column], top, right - left[column], kRowHeight);
    };
    for (std::size_t i = 1; i < heads.size(); ++i)
        text(painter, cell(i), paperFont(9, QFont::DemiBold), kQuiet, heads[i]);
    const int last = std::min(static_cast<int>(m_picture.cables.size()), from + count);
    for (int i = from; i < last; ++i) {
        top += kRowHeight;
        const PictureCable &cable = m_picture.cables[static_cast<std::size_t>(i)];
        painter.setPen(QPen(kLine, 0.6));
        painter.drawLine(QPointF(0, top), QPointF(page.width(), top));
        painter.setPen(QPen(kInk, 0.9));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(2, top + kRowHeight / 2 - 6, 12, 12));
        number(painter, QPointF(left[0] + kDisc / 2, top + kRowHeight / 2), cable.number);
        const auto end = [&](std::size_t column, const SocketKey &key) { // the socket below its Spark
            const QRectF area = cell(column).adjusted(0, 3, 0, -3);
            text(painter, area.adjusted(0, 0, 0, -area.height() / 2), paperFont(9.5, QFont::DemiBold), kInk,
                boxName(key));
            text(painter, area.adjusted(0, area.height() / 2, 0, 0), paperFont(8), kInk, socketName(key));
        };
        end(1, cable.a);
        end(2, cable.b);
        text(painter, cell(3), paperFont(9), kQuiet, Words::cableState(cable));
    }
}

void CablePlan::paintLabels(QPainter &painter, int from, QSizeF page) const
{
    text(painter, QRectF(0, 0, page.width(), 24), paperFont(15, QFont::Bold), kInk, tr("Labels to cut out"));
    text(painter, QRectF(0, 26, page.width(), 18), paperFont(9.5), kQuiet,
        tr("Fold each in the middle around its end of the cable and stick the halves together."));
    const int across = std::max(1, static_cast<int>((page.width() + kLabelGap) / (kLabel.width() + kLabelGap)));
    const int last = std::min(static_cast<int>(m_labels.size()), from + labelsPerPage(page));
    for (int i = from; i < last; ++i) {
        const int place = i - from;
        const QPointF corner((place % across) * (kLabel.width() + kLabelGap),
            kHeadHeight + (place / across) * (kLabel.height() + kLabelGap));
        paintLabel(painter, m_labels[static_cast<std::size_t>(i)], QRectF(corner, kLabel));
    }
}

void CablePlan::paintLabel(QPainter &painter, const Label &label, const QRectF &rect) const
{
    painter.setPen(QPen(kQuiet, 0.7, Qt::DashLine)); // cut here
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.setPen(QPen(kLine, 0.7, Qt::DotLine)); // fold here
    painter.drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()));
    // The same on both faces: it is read from either side.
    for (const double left : {rect.left(), rect.center().x()})
        paintFace(painter, label, QRectF(left, rect.top(), rect.width() / 2, rect.height()).adjusted(6, 5, -6, -5));
}

void CablePlan::paintFace(QPainter &painter, const Label &label, const QRectF &face) const
{
    painter.fillRect(QRectF(face.left(), face.bottom() - 3, face.width(), 3), Stage::cable(label.cable));
    number(painter, face.topLeft() + QPointF(kDisc / 2, kDisc / 2), label.cable);
    text(painter, QRectF(face.left() + kDisc + 5, face.top(), face.width() - kDisc - 5, kDisc),
        paperFont(11, QFont::Bold), kInk, boxName(label.here));
    painter.setFont(paperFont(8));
    painter.setPen(kInk);
    const QRectF where(face.left(), face.top() + kDisc + 2, face.width(), 19);
    painter.drawText(where, Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, socketName(label.here));
    text(painter, QRectF(face.left(), face.bottom() - 14, face.width(), 10), paperFont(7), kQuiet,
        tr("other end: %1").arg(boxName(label.there)));
}

QString CablePlan::boxName(const SocketKey &key) const
{
    const PictureBox *box = m_picture.box(key.box);
    return box ? box->name : key.box;
}

QString CablePlan::socketName(const SocketKey &key) const
{
    const PictureBox *box = m_picture.box(key.box);
    const bool any = key.socket == SocketKey::kAnySocket || (box && box->kind == PictureBox::Kind::Switch);
    return any ? tr("any free socket") : Words::socket(key.socket);
}

} // namespace sparkloom::widgets
