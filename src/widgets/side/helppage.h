// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/steps.h"
#include "widgets/pages/page.h"

namespace sparkloom::widgets {

class PageHeader;
class TextColumn;

// What the page of the current step is for, and what can go wrong on it.
class HelpPage : public Page {
    Q_OBJECT
public:
    explicit HelpPage(const viewmodels::StepsViewModel &steps, QWidget *parent = nullptr);
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    const viewmodels::StepsViewModel &m_steps;
    PageHeader *m_header;
    TextColumn *m_text;
};

} // namespace sparkloom::widgets
