// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/signinviewmodel.h"

#include <QWidget>

class QLineEdit;

namespace sparkloom::widgets {

class Button;
class PlainLabel;

// A Spark shows another key than the one on record: both keys, what that may mean, and the way on for either case.
class ChangedKeyPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChangedKeyPanel(viewmodels::SignInViewModel &model, QWidget *parent = nullptr);
    void refresh();

private:
    viewmodels::SignInViewModel &m_model;
    QString m_name; // of the Spark that is shown
    PlainLabel *m_knownTitle;
    PlainLabel *m_known;
    PlainLabel *m_shownTitle;
    PlainLabel *m_shown;
    PlainLabel *m_otherTitle;
    PlainLabel *m_other;
    PlainLabel *m_reinstalledTitle;
    PlainLabel *m_reinstalled;
    PlainLabel *m_command;
    PlainLabel *m_confirm;
    QLineEdit *m_typedName;
    Button *m_replace;
    Button *m_close;
};

} // namespace sparkloom::widgets
