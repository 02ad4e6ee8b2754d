// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/addressesviewmodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLineEdit;

namespace sparkloom::widgets {

class PlainLabel;

// The address of every half in a field of its own, with what speaks against it beside it. Fields stay while the halves
// do, so that typing goes on where a new plan comes in. Of many the first come at once, the others in short calls.
class AddressTable : public QWidget {
    Q_OBJECT
public:
    explicit AddressTable(QWidget *parent = nullptr);
    void show(const std::vector<viewmodels::AddressRow> &rows);
    QWidget *firstField() const;

Q_SIGNALS:
    void edited(const sparkloom::domain::HalfRef &half, const QString &text);
    void committed();

private:
    struct Field {
        domain::HalfRef half;
        PlainLabel *lane;
        PlainLabel *spark;
        PlainLabel *interface;
        QLineEdit *edit;
        PlainLabel *problem;
    };
    void clear();
    void addField(const viewmodels::AddressRow &row);
    void fill();

    QGridLayout *m_grid;
    std::vector<viewmodels::AddressRow> m_rows; // that are shown, or will be
    std::vector<Field> m_fields;                // of the first of them
    QTimer m_more;
};

} // namespace sparkloom::widgets
