// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabrictable.h"
#include "widgets/fabric/fabricmap.h"

#include <QTableView>

namespace sparkloom::widgets {

// The map in lines, on the dark stage. Keys as on the map: Enter asks for the map, P plugs the cable that is asked for,
// Delete pulls that of the line.
class FabricTableView : public QTableView {
    Q_OBJECT
public:
    explicit FabricTableView(QWidget *parent = nullptr);

    void setPicture(const viewmodels::FabricPicture &picture);
    // What the chosen line is about: a cable, a socket; nothing for a box.
    std::optional<MapElement> current() const;
    void setCurrent(const MapElement &element);
    void retranslate();

Q_SIGNALS:
    void lineChosen();
    void plugRequested();
    void unplugRequested(const sparkloom::viewmodels::SocketKey &socket);
    void mapRequested();
    void boxMenuRequested(const QString &box, const QPoint &at); // as on the map

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::optional<viewmodels::SocketKey> currentSocket() const;

    viewmodels::FabricPicture m_picture;
    viewmodels::FabricTable m_table;
};

} // namespace sparkloom::widgets
