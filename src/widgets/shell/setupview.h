// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace sparkloom::widgets {

class AdoptStrip;
class DriftStrip;
class Footer;
class LeaveDialog;
class OpenStrip;
class Page;
class PageStack;
class SudoStrip;

// Everything inside the window: rail, page, footer. Knows view-models only, so that every state can be rendered from
// values. The first frame is its ground in the right colours: fonts are read, rail and page made while it is shown.
class SetupView : public QWidget {
    Q_OBJECT
public:
    explicit SetupView(viewmodels::SetupViewModels &models, QWidget *parent = nullptr);
    ~SetupView() override;

    // Pages are made when they are first shown or asked for here, or when nothing else is to be done.
    Page *page(viewmodels::Step step) const;
    Page *page(viewmodels::SidePage side) const;
    // Colours of the window: of the palette's lightness, or forced.
    void applyTheme(bool dark);

    // Whether the page was painted yet, for the first time.
    bool isPagePainted() const { return m_pagePainted; }

Q_SIGNALS:
    // The first frame with a page is on its way to the screen.
    void pagePainted();
    // A page came to be.
    void pageMade(sparkloom::widgets::Page *page);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    // Rail and footer; once.
    void build();
    void connectModels();
    void connectSides();
    void addStrips();
    void showStep();
    void makePage(); // that is to be shown
    void keepFocus(QWidget *left, QWidget *fellTo);
    Page *shownPage() const;
    bool isMade() const; // that one
    void goBack();
    void triggerPrimary();
    void refreshFooter();

    viewmodels::SetupViewModels &m_models;
    QVBoxLayout *m_column = nullptr;
    PageStack *m_stack;
    Footer *m_footer = nullptr;
    DriftStrip *m_drift = nullptr;
    AdoptStrip *m_adopt = nullptr;
    QPointer<LeaveDialog> m_leave;
    SudoStrip *m_sudo = nullptr;
    OpenStrip *m_open = nullptr;
    bool m_painted = false;
    bool m_shown = false; // the page: once something was painted
    bool m_pagePainted = false;
};

} // namespace sparkloom::widgets
