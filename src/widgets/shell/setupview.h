// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <QStackedWidget>
#include <QWidget>

#include <map>

namespace sparkloom::widgets {

class Footer;
class Page;
class StepRail;
class SudoStrip;

// Everything inside the window: rail, page, footer. Knows view-models only, so that every state can be rendered from
// values.
class SetupView : public QWidget {
    Q_OBJECT
public:
    explicit SetupView(viewmodels::SetupViewModels &models, QWidget *parent = nullptr);

    Page *page(viewmodels::Step step) const { return m_pages.at(step); }
    Page *page(viewmodels::SidePage page) const { return m_sides.at(page); }
    // Colours of the window: of the palette's lightness, or forced.
    void applyTheme(bool dark);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeSides();
    void showStep();
    Page *shownPage() const;
    void goBack();
    void triggerPrimary();
    void refreshFooter();

    viewmodels::SetupViewModels &m_models;
    QStackedWidget *m_stack;
    Footer *m_footer;
    std::map<viewmodels::Step, Page *> m_pages;
    std::map<viewmodels::SidePage, Page *> m_sides;
};

} // namespace sparkloom::widgets
