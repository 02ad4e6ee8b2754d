// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace sparkloom::widgets {

// Something to tick on the dark stage, one line.
class TickRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit TickRow(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace sparkloom::widgets
