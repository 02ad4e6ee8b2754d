// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/sudoviewmodel.h"

#include <QWidget>

#include <memory>

namespace sparkloom::widgets {

namespace Ui {
class SudoStrip;
}

// Asks for a sudo password above the footer of whatever page is open, with the reason; never a dialog.
class SudoStrip : public QWidget {
    Q_OBJECT
public:
    explicit SudoStrip(viewmodels::SudoViewModel &model, QWidget *parent = nullptr);
    ~SudoStrip() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void answer();

    viewmodels::SudoViewModel &m_model;
    std::unique_ptr<Ui::SudoStrip> m_ui;
};

} // namespace sparkloom::widgets
