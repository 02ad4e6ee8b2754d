// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedtexts.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <algorithm>

namespace {
constexpr double kSmallestMark = 10, kLargestMark = 32; // pixels: badges; not dots, cards and buttons
constexpr int kSeenThrough = 100;                       // of 255: what is fainter covers no letter
} // namespace

class TextRecorder::Engine : public QPaintEngine {
public:
    Engine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    Type type() const override { return User; }

    Painted painted;

private:
    QRectF shown() const;
};

// What clipping leaves, in the window's pixels; null where nothing clips.
QRectF TextRecorder::Engine::shown() const
{
    const QRectF system = systemClip().boundingRect();
    if (!painter()->hasClipping())
        return system;
    const QRectF own = painter()->deviceTransform().mapRect(painter()->clipBoundingRect());
    return system.isNull() ? own : system.intersected(own);
}

void TextRecorder::Engine::drawPath(const QPainterPath &path)
{
    const QBrush &fill = painter()->brush();
    const QRectF area = painter()->deviceTransform().mapRect(path.boundingRect());
    const auto isSmall = [](double side) { return side >= kSmallestMark && side <= kLargestMark; };
    if (fill.style() == Qt::NoBrush || fill.color().alpha() <= kSeenThrough || !isSmall(area.width())
        || !isSmall(area.height()))
        return;
    const QRectF room = shown();
    const QRectF seen = room.isNull() ? area : area.intersected(room); // a list that scrolls ends in the middle of one
    if (!seen.isEmpty())
        painted.marks.push_back(seen);
}

void TextRecorder::Engine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    const QString text = item.text().trimmed();
    if (text.isEmpty())
        return;
    const QTransform toWindow = painter()->deviceTransform();
    QPainterPath letters; // exact: metrics of hinted letters are rounded up to whole pixels, as much as lines are apart
    letters.addText(position, item.font(), item.text());
    QRectF ink = letters.boundingRect();
    if (item.renderFlags() & QTextItem::RightToLeft) // blanks and brackets run from right to left, too
        ink.moveLeft(2 * position.x() + item.width() - ink.right());
    ink.setRight(std::min(ink.right(), position.x() + item.width())); // as it is hinted
    painted.texts.push_back({text, toWindow.mapRect(ink), shown()});
}

TextRecorder::TextRecorder(QSize size) : m_size(size), m_engine(std::make_unique<Engine>()) {}

TextRecorder::~TextRecorder() = default;

QPaintEngine *TextRecorder::paintEngine() const
{
    return m_engine.get();
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth: return m_size.width();
    case PdmHeight: return m_size.height();
    case PdmWidthMM: return m_size.width() * 254 / 960;
    case PdmHeightMM: return m_size.height() * 254 / 960;
    case PdmNumColors: return 1 << 24;
    case PdmDepth: return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return 96;
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
    }
    return 0;
}

Painted TextRecorder::paintedBy(QWidget &widget)
{
    TextRecorder recorder(widget.size());
    widget.render(&recorder);
    return recorder.m_engine->painted;
}
