// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QWidget>

#include <functional>

// What a test paints, black on white.
class PaintedWidget : public QWidget {
public:
    explicit PaintedWidget(std::function<void(QPainter &)> paint) : m_paint(std::move(paint)) { resize(420, 24); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        painter.setPen(Qt::black);
        m_paint(painter);
    }

private:
    std::function<void(QPainter &)> m_paint;
};

// Where an image is not white, in device-independent pixels.
inline QRectF inkOf(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
    return {QPointF(ink.topLeft()) / image.devicePixelRatio(), QSizeF(ink.size()) / image.devicePixelRatio()};
}
