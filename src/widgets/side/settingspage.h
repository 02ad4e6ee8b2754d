// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/settingsviewmodel.h"
#include "widgets/common/buttons.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

class QVBoxLayout;

namespace sparkloom::widgets {

namespace Ui {
class SettingsPage;
}

// What holds for all windows: language, appearance, motion; where records lie, and what this computer remembers.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(viewmodels::SettingsViewModel &model, QWidget *parent = nullptr);
    ~SettingsPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    void choose();
    void refresh() override;
    void refreshChoices();
    void refreshKnown();

    viewmodels::SettingsViewModel &m_model;
    std::unique_ptr<Ui::SettingsPage> m_ui;
    QVBoxLayout *m_known;
    std::vector<QWidget *> m_knownRows;
    QStringList m_shownKnown;
    Button *m_forget;
    Button *m_keep;
};

} // namespace sparkloom::widgets
