// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/topologyviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

class QVBoxLayout;

namespace sparkloom::widgets {

namespace Ui {
class TopologyPage;
}

class Button;
class TopologyCardButton;

// The ways to join the Sparks, side by side with what has to be bought for the chosen one.
class TopologyPage : public Page {
    Q_OBJECT
public:
    explicit TopologyPage(viewmodels::TopologyViewModel &model, QWidget *parent = nullptr);
    ~TopologyPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh() override;
    void refreshCards();
    void refreshShopping();

    viewmodels::TopologyViewModel &m_model;
    std::unique_ptr<Ui::TopologyPage> m_ui;
    QVBoxLayout *m_column;
    std::vector<TopologyCardButton *> m_cards;
    Button *m_wake;
    Button *m_again; // looks at the cables
};

} // namespace sparkloom::widgets
