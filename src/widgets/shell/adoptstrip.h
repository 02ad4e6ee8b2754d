// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/adoptviewmodel.h"

#include <QWidget>

namespace sparkloom::widgets {

class Button;
class PlainLabel;

// Above whatever page is open: a cluster that this computer does not know, and the offer to take it over; never a
// dialog.
class AdoptStrip : public QWidget {
    Q_OBJECT
public:
    explicit AdoptStrip(viewmodels::AdoptViewModel &model, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    viewmodels::AdoptViewModel &m_model;
    PlainLabel *m_headline;
    PlainLabel *m_lines;
    PlainLabel *m_detail;
    Button *m_takeOver;
    Button *m_join;
    Button *m_leaveOut;
    Button *m_prove;
    Button *m_aside;
};

} // namespace sparkloom::widgets
