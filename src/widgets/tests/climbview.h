// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/climb.h"

#include <QAbstractButton>
#include <QScrollArea>

#include <vector>

namespace sparkloom::widgets {

// One rung: state by icon, word and colour. A button, so that its card can be looked at.
class RungButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit RungButton(QWidget *parent = nullptr);
    void show(const viewmodels::Rung &rung, bool lowest, bool highest);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    viewmodels::Rung m_rung;
    bool m_lowest = false;
    bool m_highest = false;
};

// A climb: the first rung at the bottom, the next above it. Scrolls where it is higher than its place, and keeps the
// rung in sight that is being climbed. Up and Down go from rung to rung.
class ClimbView : public QScrollArea {
    Q_OBJECT
public:
    explicit ClimbView(QWidget *parent = nullptr);
    void show(const viewmodels::Climb &climb);

Q_SIGNALS:
    void rungChosen(int rung); // by its place, the lowest is 0

private:
    QWidget *m_content;
    std::vector<RungButton *> m_rungs; // the lowest first
    viewmodels::Climb m_climb;
};

} // namespace sparkloom::widgets
