// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/fabric/fabrictableview.h"

namespace sparkloom::widgets {

class Button;
class ExportButton;

// The buttons beside a map: they change between the map and the table that says the same, save or print both, and in
// the table plug and pull virtual cables. The table stands where the map stands.
class MapTools : public QWidget {
    Q_OBJECT
public:
    // The map must lie in a box layout already; it outlives this.
    explicit MapTools(FabricMap &map, QWidget *parent = nullptr);

    // Shows it in both.
    void setPicture(const viewmodels::FabricPicture &picture);
    bool isTable() const;
    void showTable(bool table);
    // Of the two, the one that is shown.
    QWidget *place() const;
    void retranslate();

Q_SIGNALS:
    // Of the map or the table, whichever is shown.
    void boxMenuRequested(const QString &box, const QPoint &at);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void follow();
    void refreshPlugging();
    std::optional<MapElement> current() const; // chosen on the map, or in the table

    FabricMap &m_map;
    FabricTableView *m_table = nullptr; // until it is first asked for
    Button *m_plug;
    Button *m_pull;
    Button *m_change;
    ExportButton *m_export;
};

} // namespace sparkloom::widgets
