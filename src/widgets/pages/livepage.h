// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/liveviewmodel.h"
#include "widgets/pages/page.h"

#include <memory>
#include <vector>

namespace sparkloom::widgets {

namespace Ui {
class LivePage;
}

class FocusChart;
class LiveCard;

// What the cables carry now: the map with its load, or the chart of one cable, and below them a card for each cable.
// Space pauses, arrows go from cable to cable, Enter opens the chart of one and Escape closes it. Nothing is pulled or
// painted while nobody can see it.
class LivePage : public Page {
    Q_OBJECT
public:
    explicit LivePage(viewmodels::LiveViewModel &model, QWidget *parent = nullptr);
    ~LivePage() override;
    QWidget *firstFocus() override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh() override;
    void refreshFrame();
    void refreshCards();
    void refreshWords();
    void refreshDueWords();
    void sayPart(std::size_t part);
    void sayMap();
    std::size_t wordParts() const;
    void refreshControls();
    void followFocus();
    void watchWindow();
    bool pressed(int key);
    void nextScale();
    void step(int by);

    viewmodels::LiveViewModel &m_model;
    std::unique_ptr<Ui::LivePage> m_ui;
    FocusChart *m_chart;
    std::vector<LiveCard *> m_cards;
    QWidget *m_watched = nullptr; // the window whose state counts
    int m_columns = 0;
    std::chrono::nanoseconds m_worded{}; // time of the frame up to which what was due was said
    std::size_t m_nextPart = 0;          // of what a screen reader says
};

} // namespace sparkloom::widgets
