// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sparkloom::widgets {

class PlainLabel;

// The dead-man timer: how many seconds are left, large; a bar that runs out; and what happens then.
class TimerBar : public QWidget {
    Q_OBJECT
public:
    explicit TimerBar(QWidget *parent = nullptr);
    // share: 0 to 1. An empty figure: no timer runs, the text says why.
    void show(double share, const QString &figure, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_figure;
    PlainLabel *m_text;
    double m_share = 0;
};

} // namespace sparkloom::widgets
