// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/driftviewmodel.h"

#include <QWidget>

namespace sparkloom::widgets {

class Button;
class DiffView;
class PlainLabel;

// Above whatever page is open: what somebody changed since when, and what can be done about it; never a dialog.
class DriftStrip : public QWidget {
    Q_OBJECT
public:
    explicit DriftStrip(viewmodels::DriftViewModel &model, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    viewmodels::DriftViewModel &m_model;
    PlainLabel *m_headline;
    PlainLabel *m_detail;
    DiffView *m_lines;
    Button *m_reapply;
    Button *m_keep;
    Button *m_forget;
    Button *m_confirm;
    Button *m_refuse;
    Button *m_again;
};

} // namespace sparkloom::widgets
