// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/testcurve.h"

#include <QWidget>

namespace sparkloom::widgets {

// What a running test measures: the curve over the whole time of the test, and behind it the band of each measurement.
class CurveView : public QWidget {
    Q_OBJECT
public:
    explicit CurveView(QWidget *parent = nullptr);
    void show(const viewmodels::TestCurve &curve);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    double x(double seconds) const;
    double y(double gbps) const;
    void paintGrid(QPainter &painter) const;
    void paintBands(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintNow(QPainter &painter) const;

    viewmodels::TestCurve m_curve;
};

} // namespace sparkloom::widgets
