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
    // Before it comes to the front: shows what it missed behind another page, so that what is new comes with it.
    void catchUp();

protected:
    // Shows what the view-model holds now.
    virtual void refresh() {}
    // Refreshes at once where somebody sees it. Behind another page of a stack once it comes to the front: news of 64
    // Sparks cost one page, not all.
    void refreshWhenSeen();
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool isBehindAnother() const;

    bool m_stale = false;
};

} // namespace sparkloom::widgets
