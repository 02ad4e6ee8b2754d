// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLabel>

namespace sparkloom::widgets {

// One of several choices side by side: filled where it is chosen.
class PillButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit PillButton(QWidget *parent = nullptr);
    void setOnStage(bool onStage); // on the dark stage the colours are the stage's
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_onStage = false;
};

// A word on a small coloured ground: "Recommended". Hidden where it is empty.
class Badge : public QLabel {
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    void show(const QString &text, bool warning = false);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_warning = false;
};

} // namespace sparkloom::widgets
