// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/loadstrip.h"

#include <QWidget>

namespace sparkloom::widgets {

// One cable on the Live page: what it carries now, in both directions and together, its peaks and totals, its lanes,
// and its last minute. Painted as a whole, and only where it can be seen.
class LiveCard : public QWidget {
    Q_OBJECT
public:
    explicit LiveCard(viewmodels::LiveViewModel &model, QWidget *parent = nullptr);

    void setCable(int number);
    int cable() const { return m_cable; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int cable);
    void opened(int cable); // its chart

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void paintTitle(QPainter &painter, const QRectF &area, const viewmodels::LiveCableShown &cable) const;
    void paintWay(
        QPainter &painter, const QRectF &area, const viewmodels::LiveCableShown &cable, std::size_t way) const;
    void paintLane(QPainter &painter, const QRectF &area, const viewmodels::LiveLaneShown &lane, std::size_t place,
        const QColor &colour) const;

    viewmodels::LiveViewModel &m_model;
    LoadStrip m_strip;
    int m_cable = 0;
};

} // namespace sparkloom::widgets
