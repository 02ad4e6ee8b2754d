// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/sidepages.h"
#include "viewmodels/steps.h"

#include <QAbstractButton>

#include <vector>

class QGridLayout;

namespace sparkloom::widgets {

class Button;
class PlainLabel;

// One step in the rail: its state by icon, text and colour.
class StepButton : public QAbstractButton {
    Q_OBJECT
public:
    StepButton(viewmodels::Step step, int number, QWidget *parent);
    void show(const QString &name, viewmodels::StepState state, const QString &stateText, bool current, bool open);
    viewmodels::Step step() const { return m_step; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintMark(QPainter &painter, const QRectF &rect) const;

    viewmodels::Step m_step;
    int m_number;
    viewmodels::StepState m_state = viewmodels::StepState::Locked;
    QString m_stateText;
    bool m_current = false;
};

// The rail at the left: the steps, free to move between those that are valid, and below them the pages beside the way.
// Up and Down move the focus.
class StepRail : public QWidget {
    Q_OBJECT
public:
    StepRail(viewmodels::StepsViewModel &steps, viewmodels::SidePagesViewModel &side, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QWidget *sideLinks();
    void placeLinks();

    viewmodels::StepsViewModel &m_steps;
    viewmodels::SidePagesViewModel &m_side;
    PlainLabel *m_subtitle;
    QWidget *m_divider;
    std::vector<StepButton *> m_buttons;
    std::vector<Button *> m_links; // in the order of kSidePages
    QGridLayout *m_linkPlaces = nullptr;
    int m_linkColumns = 0;
};

} // namespace sparkloom::widgets
