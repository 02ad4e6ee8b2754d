// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/startviewmodel.h"
#include "widgets/common/cardlist.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

namespace sparkloom::widgets {

namespace Ui {
class StartPage;
}

class ChoiceCard;
class PillButton;
class StoryCard;

// The first page: the Sparks on this network, a name to type, what was set up before, scenarios to practise with.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(viewmodels::StartViewModel &model, QWidget *parent = nullptr);
    ~StartPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void makePills();
    void refresh() override;
    void refreshNetwork();
    void refreshRecent();
    void refreshScenarios();

    viewmodels::StartViewModel &m_model;
    std::unique_ptr<Ui::StartPage> m_ui;
    std::unique_ptr<CardList<ChoiceCard>> m_glance;
    std::unique_ptr<CardList<ChoiceCard>> m_recent;
    std::unique_ptr<CardList<StoryCard>> m_scenarios;
    std::vector<PillButton *> m_pills; // one per group
};

} // namespace sparkloom::widgets
