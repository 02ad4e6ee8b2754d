// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QBoxLayout;

namespace sparkloom::widgets {

// A card that is a button: what lies on it is laid out by whoever makes it, and is as high as that needs. What lies on
// it takes no clicks. The accessible name has to be given.
class CardButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit CardButton(QWidget *parent = nullptr);
    // Puts it on the card, as part of the picture.
    void place(QBoxLayout *layout, QWidget *part, int stretch = 0);
    void setChosen(bool chosen);
    bool isChosen() const { return m_chosen; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool m_chosen = false;
};

} // namespace sparkloom::widgets
