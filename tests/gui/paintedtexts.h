// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

class QWidget;

// Words as a widget and all of its children paint them.
struct PaintedText {
    QString text;
    QRectF ink;   // in the window
    QRectF shown; // what of the window the painter could reach: ink beyond it is cut off
};

// All that was painted.
struct Painted {
    std::vector<PaintedText> texts;
    std::vector<QRectF> marks; // filled shapes as small as a badge, in the window
};

// A surface that keeps no pixels, only the words and marks that are painted on it and where.
class TextRecorder : public QPaintDevice {
public:
    static Painted paintedBy(QWidget &widget);

    explicit TextRecorder(QSize size);
    ~TextRecorder() override;
    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};
