// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/signinviewmodel.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace sparkloom::widgets {

// The new fingerprints of one step in one table; none is marked at first.
class KeyTable : public QWidget {
    Q_OBJECT
public:
    explicit KeyTable(viewmodels::SignInViewModel &model, QWidget *parent = nullptr);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    // Adds the lines of one key from this line on; the first line after them.
    int addKey(QGridLayout *grid, int line, int number, const viewmodels::KeyRow &key);

    viewmodels::SignInViewModel &m_model;
    QVBoxLayout *m_column;
    QStringList m_shown; // fingerprints that the cards are of
};

} // namespace sparkloom::widgets
