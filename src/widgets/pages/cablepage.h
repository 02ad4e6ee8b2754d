// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cableviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

namespace sparkloom::widgets {

namespace Ui {
class CablePage;
}

class Button;
class MapTools;

// The page that guides hands: one instruction and the map.
class CablePage : public Page {
    Q_OBJECT
public:
    explicit CablePage(viewmodels::CableViewModel &model, QWidget *parent = nullptr);
    ~CablePage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void refresh();
    void refreshGoals();
    void refreshDetails();

    viewmodels::CableViewModel &m_model;
    std::unique_ptr<Ui::CablePage> m_ui;
    MapTools *m_tools;
    std::vector<domain::Topology> m_choices;
    class GoalBar *m_goals;
    Button *m_wake;
};

} // namespace sparkloom::widgets
