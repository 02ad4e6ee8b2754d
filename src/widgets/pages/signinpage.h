// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/signinviewmodel.h"
#include "widgets/pages/page.h"

#include <QTimer>

#include <map>
#include <memory>

class QVBoxLayout;

namespace sparkloom::widgets {

namespace Ui {
class SignInPage;
}

class Button;
class ChangedKeyPanel;
class KeyTable;
class SignInRowWidget;

// One form for all Sparks, one row per Spark, and the table of fingerprints while it is asked for.
class SignInPage : public Page {
    Q_OBJECT
public:
    explicit SignInPage(viewmodels::SignInViewModel &model, QWidget *parent = nullptr);
    ~SignInPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectForm();
    void fitForm();
    void refresh() override;
    void refreshRows();
    void revealRows();
    void refreshForm();
    void followQuestion();

    viewmodels::SignInViewModel &m_model;
    std::unique_ptr<Ui::SignInPage> m_ui;
    QVBoxLayout *m_rowColumn;
    KeyTable *m_keys;
    ChangedKeyPanel *m_changed = nullptr; // until a Spark shows another key
    Button *m_cancel;
    std::map<QString, SignInRowWidget *> m_rows;
    QTimer m_moreRows; // runs while rows are still to be made
    bool m_wasAskingKeys = false;
};

} // namespace sparkloom::widgets
