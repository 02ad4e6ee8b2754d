// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/leaveviewmodel.h"

#include <QDialog>

#include <map>

namespace sparkloom::widgets {

class Button;
class PlainLabel;
class StoryCard;

// Whether and how a Spark leaves: what that does, before there is a plan. Shows itself and goes as the model says;
// nothing waits for it.
class LeaveDialog : public QDialog {
    Q_OBJECT
public:
    LeaveDialog(viewmodels::LeaveViewModel &model, QWidget *parent);

    void reject() override; // Escape, and the frame's own button

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    viewmodels::LeaveViewModel &m_model;
    PlainLabel *m_headline;
    PlainLabel *m_others;
    std::map<viewmodels::LeaveViewModel::Way, StoryCard *> m_ways;
    PlainLabel *m_reason;
    Button *m_go;
    Button *m_stay;
};

} // namespace sparkloom::widgets
