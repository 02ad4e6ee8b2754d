// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sparkloom::widgets {

// A page of the window: shows its view-model whenever that changed.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    // Where the keyboard starts on this page.
    virtual QWidget *firstFocus() { return nullptr; }
    virtual void retranslate() = 0;

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace sparkloom::widgets
