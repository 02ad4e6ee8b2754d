// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/signinviewmodel.h"
#include "widgets/common/cardpanel.h"

class QLineEdit;

namespace sparkloom::widgets {

class Button;
class Notice;
class PlainLabel;

// One Spark on the sign-in page: how far it is, what it wants, what went wrong.
class SignInRowWidget : public CardPanel {
    Q_OBJECT
public:
    explicit SignInRowWidget(viewmodels::SignInViewModel &model, QWidget *parent = nullptr);
    void show(const viewmodels::SignInRow &row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildQuestion();
    void ownChanged();

    viewmodels::SignInViewModel &m_model;
    viewmodels::SignInRow m_row;
    PlainLabel *m_name;
    PlainLabel *m_state;
    PlainLabel *m_facts;
    PlainLabel *m_notes;
    Notice *m_error;
    QWidget *m_question;
    PlainLabel *m_problem;
    QLineEdit *m_user;
    QLineEdit *m_password;
    Button *m_answer;
    Button *m_giveUp;
    Button *m_retry;
    Button *m_changedKey;
};

} // namespace sparkloom::widgets
