// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/pageviewmodel.h"

#include <QWidget>

namespace sparkloom::widgets {

class Button;
class PlainLabel;

// Back, the reason why the primary action is disabled, and the one primary action. Gone where a page has none and there
// is no way back.
class Footer : public QWidget {
    Q_OBJECT
public:
    explicit Footer(QWidget *parent = nullptr);
    void show(const viewmodels::PageAction &action, bool canGoBack);
    Button *primary() const { return m_primary; }

Q_SIGNALS:
    void backClicked();
    void primaryClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Button *m_back;
    PlainLabel *m_reason;
    Button *m_primary;
};

} // namespace sparkloom::widgets
