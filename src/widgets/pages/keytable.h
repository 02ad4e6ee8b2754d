// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/signinviewmodel.h"

#include <QWidget>

class QVBoxLayout;

namespace sparkloom::widgets {

// The new fingerprints of one step, one card each; none is marked at first.
class KeyTable : public QWidget {
    Q_OBJECT
public:
    explicit KeyTable(viewmodels::SignInViewModel &model, QWidget *parent = nullptr);
    void refresh();

private:
    void rebuild();

    viewmodels::SignInViewModel &m_model;
    QVBoxLayout *m_column;
    QStringList m_shown; // fingerprints that the cards are of
};

} // namespace sparkloom::widgets
