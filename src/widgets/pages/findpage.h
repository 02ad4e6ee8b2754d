// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/findviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

class QVBoxLayout;

namespace sparkloom::widgets {

namespace Ui {
class FindPage;
}

class ChoiceCard;

// Start page: the machines on this network, a name to type, scenarios to practise with.
class FindPage : public Page {
    Q_OBJECT
public:
    explicit FindPage(viewmodels::FindViewModel &model, QWidget *parent = nullptr);
    ~FindPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh();
    void refreshCards(QVBoxLayout *column, std::vector<ChoiceCard *> &cards, const std::vector<viewmodels::FindCard> &values);
    void refreshScenarios();

    viewmodels::FindViewModel &m_model;
    std::unique_ptr<Ui::FindPage> m_ui;
    QVBoxLayout *m_sparkColumn;
    QVBoxLayout *m_otherColumn;
    QVBoxLayout *m_scenarioColumn;
    std::vector<ChoiceCard *> m_sparkCards;
    std::vector<ChoiceCard *> m_otherCards;
    std::vector<ChoiceCard *> m_scenarioCards;
    class Button *m_finish;
    class Button *m_revert;
};

} // namespace sparkloom::widgets
