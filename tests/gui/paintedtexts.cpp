// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedtexts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

#include <algorithm>

class TextRecorder::Engine : public QPaintEngine {
public:
    Engine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    Type type() const override { return User; }

    std::vector<PaintedText> texts;
};

void TextRecorder::Engine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    const QString text = item.text().trimmed();
    if (text.isEmpty())
        return;
    const QTransform toWindow = painter()->deviceTransform();
    QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(position);
    ink.setRight(std::min(ink.right(), position.x() + item.width())); // as it is hinted
    QRectF shown = systemClip().boundingRect();
    if (painter()->hasClipping()) {
        const QRectF own = toWindow.mapRect(painter()->clipBoundingRect());
        shown = shown.isNull() ? own : shown.intersected(own);
    }
    texts.push_back({text, toWindow.mapRect(ink), shown});
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

std::vector<PaintedText> TextRecorder::textsOf(QWidget &widget)
{
    TextRecorder recorder(widget.size());
    widget.render(&recorder);
    return recorder.m_engine->texts;
}
