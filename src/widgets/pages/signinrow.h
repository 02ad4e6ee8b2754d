// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/signinviewmodel.h"
#include "widgets/common/cardpanel.h"

class QLineEdit;
class QVBoxLayout;

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
    // The password field of a Spark that asks; nullptr where it does not.
    QWidget *firstFocus() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildQuestion();
    void showQuestion(bool asks, bool isNew);
    void ownChanged();
    QVBoxLayout *column() const;
    void buildError();
    void showError();
    void offerLeave();

    viewmodels::SignInViewModel &m_model;
    viewmodels::SignInRow m_row;
    bool m_shown = false;
    PlainLabel *m_name;
    PlainLabel *m_state;
    PlainLabel *m_facts;
    // Until they are first needed: of 64 Sparks most never do.
    PlainLabel *m_notes = nullptr;
    PlainLabel *m_noteCommands = nullptr;
    Notice *m_error = nullptr;     // with its two buttons
    QWidget *m_question = nullptr; // with the next five: until it first asks
    PlainLabel *m_problem = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    Button *m_answer = nullptr;
    Button *m_giveUp = nullptr;
    Button *m_retry = nullptr;
    Button *m_changedKey = nullptr;
    Button *m_leave = nullptr;
};

} // namespace sparkloom::widgets
