// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/applyviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>

namespace sparkloom::widgets {

namespace Ui {
class ApplyPage;
}

class Button;

// The jobs as they run, the time left until the Sparks go back by themselves, and the way back.
class ApplyPage : public Page {
    Q_OBJECT
public:
    explicit ApplyPage(viewmodels::ApplyViewModel &model, QWidget *parent = nullptr);
    ~ApplyPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh() override;

    viewmodels::ApplyViewModel &m_model;
    std::unique_ptr<Ui::ApplyPage> m_ui;
    Button *m_revert;
    Button *m_insist;
};

} // namespace sparkloom::widgets
