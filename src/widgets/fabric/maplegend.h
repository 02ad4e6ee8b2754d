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
    // What has a line of its own only where the map shows such cables.
    struct Also {
        bool slow = false;  // slower than they should be, and drawn narrower
        bool spare = false; // plugged, and not needed
        friend bool operator==(const Also &, const Also &) = default;
    };
    static Also alsoIn(const viewmodels::FabricPicture &picture);
    void setAlso(Also also);
    // The same on paper and in files: into an area of at least sizeOfLegend(). mirrored: read from right to left.
    static QSizeF sizeOfLegend(Also also);
    static void paintLegend(QPainter &painter, const QRectF &area, Also also, bool mirrored);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    Also m_also;
};

} // namespace sparkloom::widgets
