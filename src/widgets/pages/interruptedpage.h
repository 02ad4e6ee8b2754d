// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/interruptedviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>

namespace sparkloom::widgets {

namespace Ui {
class InterruptedPage;
}

class StoryCard;

// A change was cut off: what happened, and the two ways on.
class InterruptedPage : public Page {
    Q_OBJECT
public:
    explicit InterruptedPage(viewmodels::InterruptedViewModel &model, QWidget *parent = nullptr);
    ~InterruptedPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh() override;

    viewmodels::InterruptedViewModel &m_model;
    std::unique_ptr<Ui::InterruptedPage> m_ui;
    StoryCard *m_finish;
    StoryCard *m_revert;
};

} // namespace sparkloom::widgets
