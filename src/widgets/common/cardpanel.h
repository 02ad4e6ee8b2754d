// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QFrame>

namespace sparkloom::widgets {

// A quiet rounded ground for things that belong together.
class CardPanel : public QFrame {
    Q_OBJECT
public:
    explicit CardPanel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

// A card to choose: title, one line below it, a small word at the right; with a tick where it is chosen. Plain text.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void show(const QString &title, const QString &subtitle, const QString &corner, bool chosen);
    void setTickable(bool tickable); // false: a card that starts something
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    QString m_title;
    QString m_subtitle;
    QString m_corner;
    bool m_chosen = false;
    bool m_tickable = true;
};

} // namespace sparkloom::widgets
