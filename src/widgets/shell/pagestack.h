// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <QBasicTimer>
#include <QPointer>
#include <QStackedWidget>

#include <map>
#include <vector>

namespace sparkloom::widgets {

class Page;

// The pages of the window. A page is made when it is first shown, so that the window starts with one; the others are
// made and styled in small pieces while there is nothing else to do, so that no click waits for a whole page.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(viewmodels::SetupViewModels &models, QWidget *parent = nullptr);

    // Makes it where it is not there yet.
    Page *page(viewmodels::Step step);
    Page *page(viewmodels::SidePage side);
    bool isMade(viewmodels::Step step) const { return m_pages.contains(step); }
    bool isMade(viewmodels::SidePage side) const { return m_sides.contains(side); }

Q_SIGNALS:
    // A page came to be; it shows what its view-model holds.
    void made(sparkloom::widgets::Page *page);

protected:
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    Page *make(viewmodels::Step step);
    Page *make(viewmodels::SidePage side);
    void take(Page *page);
    // The next page that nobody has seen yet; false: all are there.
    bool makeNext();
    // Styles some of what was made ahead; false: nothing is left to style.
    bool styleSome();

    viewmodels::SetupViewModels &m_models;
    std::map<viewmodels::Step, Page *> m_pages;
    std::map<viewmodels::SidePage, Page *> m_sides;
    std::vector<QPointer<QWidget>> m_unstyled;
    QBasicTimer m_ahead;
};

} // namespace sparkloom::widgets
