// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sparkloom::widgets {

// As high as its content where there is room, and scrolled where there is not: what may become any number of lines does
// not push the rest of a page, or the window, any larger. The content is what setWidget() got; hidden while none of it
// is visible.
class ShrinkingArea : public QScrollArea {
    Q_OBJECT
public:
    explicit ShrinkingArea(QWidget *parent = nullptr);

    // After something of the content was shown or hidden.
    void fit();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int contentHeight() const;
    void chooseBar();
};

} // namespace sparkloom::widgets
