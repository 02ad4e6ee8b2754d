// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/testsviewmodel.h"
#include "widgets/pages/page.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace sparkloom::widgets {

namespace Ui {
class TestsPage;
}

class HistoryRow;
class MarkLine;
class NcclDialog;
class TestCard;
class TickRow;
template <typename Card>
class CardList;

// Measurements: choose, watch, read what came out and take it along.
class TestsPage : public Page {
    Q_OBJECT
public:
    explicit TestsPage(viewmodels::TestsViewModel &model, QWidget *parent = nullptr);
    ~TestsPage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeLists();
    void connectChoices();
    void connectResults();
    void refresh() override;
    void refreshChoices();
    void refreshCables();
    void refreshHistory();
    void refreshResult();
    void refreshNccl();
    void refreshMap();
    void showCardOf(int rung);
    void showWorstCard();
    void scrollToWorst();
    void saveAs(const QString &title, const QString &ending, const std::function<bool(const QString &)> &save);

    viewmodels::TestsViewModel &m_model;
    std::unique_ptr<Ui::TestsPage> m_ui;
    std::unique_ptr<CardList<TickRow>> m_cables;
    std::unique_ptr<CardList<HistoryRow>> m_history;
    std::unique_ptr<CardList<TestCard>> m_cards;
    std::unique_ptr<CardList<MarkLine>> m_proven;
    std::vector<int> m_cardRungs; // which rung a card is of
    bool m_wantsWorst = false;    // a new result: its worst card comes into sight
    QPointer<NcclDialog> m_ncclDialog;
    viewmodels::TestsViewModel::State m_shownState = viewmodels::TestsViewModel::State::NobodyReady;
};

} // namespace sparkloom::widgets
