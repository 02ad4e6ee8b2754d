// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/liveviewmodel.h"

#include <QWidget>

namespace sparkloom::widgets {

// One cable in a chart: both directions, whole and by lane, with lines of reference, marks of what happened, and a
// cursor. Arrows left and right move the cursor, + and - zoom, Page Up and Down go through what was paused, Escape
// leaves. All of Qt Charts that Sparkloom uses lies behind this (its successor has no chart for widgets).
class FocusChart : public QWidget {
    Q_OBJECT
public:
    explicit FocusChart(viewmodels::LiveViewModel &model, QWidget *parent = nullptr);
    ~FocusChart() override;

    void present(); // what the model holds now
    void retranslate();
    // Where the cursor is, 0 (oldest) to 1 (newest); nothing: nowhere.
    std::optional<double> cursor() const;
    void setCursorAt(std::optional<double> place);
    int pointsShown() const; // in all lines together

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    class View;
    void describe();

    viewmodels::LiveViewModel &m_model;
    View *m_view;
};

} // namespace sparkloom::widgets
