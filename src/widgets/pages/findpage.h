// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/findviewmodel.h"
#include "widgets/common/cardlist.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

namespace sparkloom::widgets {

namespace Ui {
class FindPage;
}

class Button;
class ChoiceCard;
class PlainLabel;

// The machines that may become a cluster, a name to type, and why one may not be listed.
class FindPage : public Page {
    Q_OBJECT
public:
    explicit FindPage(viewmodels::FindViewModel &model, QWidget *parent = nullptr);
    ~FindPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh() override;
    void refreshCards(CardList<ChoiceCard> &cards, const std::vector<viewmodels::FindCard> &values);
    void refreshOthers();
    void refreshHindrances();

    viewmodels::FindViewModel &m_model;
    std::unique_ptr<Ui::FindPage> m_ui;
    std::unique_ptr<CardList<ChoiceCard>> m_sparkCards;
    std::unique_ptr<CardList<ChoiceCard>> m_otherCards;
    struct HindranceLabels {
        PlainLabel *title;
        PlainLabel *remedy;
    };
    std::vector<HindranceLabels> m_hindrances;
    Button *m_decide;
    bool m_othersShown = false;
};

} // namespace sparkloom::widgets
