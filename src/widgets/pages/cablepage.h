// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cableviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>
#include <optional>

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
    void refresh() override;
    void refreshFinding();
    void blink();
    void refreshDetails();

    viewmodels::CableViewModel &m_model;
    std::unique_ptr<Ui::CablePage> m_ui;
    MapTools *m_tools;
    Button *m_wake;
    Button *m_again; // looks at the cables
    Button *m_closer;
    Button *m_keep;
    Button *m_found;
    std::optional<int> m_shownPull; // the cable that was told last
};

} // namespace sparkloom::widgets
