// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/logviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>

namespace sparkloom::widgets {

namespace Ui {
class LogPage;
}

// What was done on which Spark: a table with a filter, to copy.
class LogPage : public Page {
    Q_OBJECT
public:
    explicit LogPage(viewmodels::LogViewModel &model, QWidget *parent = nullptr);
    ~LogPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh() override;
    void refreshSparks();
    void filter();

    viewmodels::LogViewModel &m_model;
    std::unique_ptr<Ui::LogPage> m_ui;
};

} // namespace sparkloom::widgets
