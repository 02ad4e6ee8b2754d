// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

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
    // slow: there are cables on the map that are slower than they should be, and drawn narrower.
    void setSlow(bool slow);
    static bool isSlow(const viewmodels::FabricPicture &picture);
    // The same on paper and in files: into an area of at least sizeOfLegend().
    static QSizeF sizeOfLegend(bool slow);
    static void paintLegend(QPainter &painter, const QRectF &area, bool slow);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    bool m_slow = false;
};

} // namespace sparkloom::widgets
