// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

#include <QCoreApplication>
#include <QSizeF>
#include <QString>

class QPagedPaintDevice;
class QPainter;

namespace sparkloom::widgets {

// The cabling on paper: the map and a list to tick off, then a label for each end of each cable, to cut out and fold
// around it. Pages of any size from 300 by 300 points up. Main thread.
class CablePlan {
    Q_DECLARE_TR_FUNCTIONS(sparkloom::widgets::CablePlan)
public:
    explicit CablePlan(viewmodels::FabricPicture picture);

    static QString title();
    int pageCount(QSizeF page) const;
    // number: 0 to pageCount() - 1; in points.
    void paintPage(QPainter &painter, int number, QSizeF page) const;
    // All pages on printer or PDF; false where the device refused.
    bool print(QPagedPaintDevice &device) const;

private:
    struct Label {
        int cable = 0;
        viewmodels::SocketKey here;
        viewmodels::SocketKey there;
    };
    int rowsOnFirst(QSizeF page) const;
    int rowsOnOthers(QSizeF page) const;
    int listPages(QSizeF page) const;
    int labelsPerPage(QSizeF page) const;
    void paintFirst(QPainter &painter, QSizeF page) const;
    void paintRows(QPainter &painter, int from, int count, double top, QSizeF page) const;
    void paintLabels(QPainter &painter, int from, QSizeF page) const;
    void paintLabel(QPainter &painter, const Label &label, const QRectF &rect) const;
    void paintFace(QPainter &painter, const Label &label, const QRectF &face) const;
    QString boxName(const viewmodels::SocketKey &key) const;
    QString socketName(const viewmodels::SocketKey &key) const;

    viewmodels::FabricPicture m_picture;
    std::vector<Label> m_labels;
};

} // namespace sparkloom::widgets
