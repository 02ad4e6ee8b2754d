// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace sparkloom::widgets {

// What the lines of the map mean.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    // The same on paper and in files: into an area of at least sizeOfLegend().
    static QSizeF sizeOfLegend();
    static void paintLegend(QPainter &painter, const QRectF &area);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
};

} // namespace sparkloom::widgets
