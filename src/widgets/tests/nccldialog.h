// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/ncclcopymodel.h"

#include <QDialog>

class QProgressBar;

namespace sparkloom::widgets {

class Button;
class Notice;
class PlainLabel;

// What a copy of NCCL would do, to be read and agreed to; then how far it is, with Stop; then how it ended. Shows
// itself and goes as the model says.
class NcclDialog : public QDialog {
    Q_OBJECT
public:
    NcclDialog(viewmodels::NcclCopyModel &model, QWidget *parent);

    void reject() override; // Escape, and the frame's own button

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    viewmodels::NcclCopyModel &m_model;
    PlainLabel *m_headline;
    PlainLabel *m_text;
    Notice *m_problem;
    QProgressBar *m_progress;
    Button *m_go;
    Button *m_leave;
};

} // namespace sparkloom::widgets
