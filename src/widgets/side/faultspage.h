// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/practiceviewmodel.h"
#include "widgets/pages/page.h"

#include <optional>
#include <vector>

class QComboBox;
class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace sparkloom::widgets {

class Button;
class Notice;
class PageHeader;
class PlainLabel;

// Where a person lets something go wrong with virtual Sparks, sees what is wrong with them now, and takes it away
// again. Nothing is typed here: everything that there is can be chosen.
class FaultsPage : public Page {
    Q_OBJECT
public:
    explicit FaultsPage(viewmodels::PracticeViewModel &model, QWidget *parent = nullptr);
    QWidget *firstFocus() override;
    void retranslate() override;

private:
    using Choices = std::vector<viewmodels::PracticeViewModel::Choice>;
    using Troubles = std::vector<viewmodels::PracticeViewModel::Trouble>;

    QWidget *chooser();
    QWidget *nowColumn();
    void refresh() override;
    void refreshFaults();
    void refreshTroubles();
    // The row of a trouble: what is wrong, and a button that takes it away.
    QWidget *rowOf(const viewmodels::PracticeViewModel::Trouble &trouble);

    viewmodels::PracticeViewModel &m_model;
    PageHeader *m_header;
    Notice *m_problem;
    PlainLabel *m_faultHeading;
    QListWidget *m_faults;
    PlainLabel *m_whereLabel;
    QComboBox *m_places;
    PlainLabel *m_whyNot;
    Button *m_put;
    PlainLabel *m_slowHeading;
    QComboBox *m_cables;
    QComboBox *m_speeds;
    PlainLabel *m_whyNotSlow;
    Button *m_slow;
    PlainLabel *m_nowHeading;
    PlainLabel *m_nothing;
    QScrollArea *m_area;
    QVBoxLayout *m_rows;
    Button *m_takeAll;
    Choices m_shownFaults;
    std::optional<Troubles> m_shownTroubles;
    std::vector<QWidget *> m_rowWidgets;
    std::vector<Button *> m_takes; // one in each row
};

} // namespace sparkloom::widgets
