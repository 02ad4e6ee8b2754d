// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <QWidget>

class QVBoxLayout;

namespace sparkloom::widgets {

class DriftStrip;
class Footer;
class Page;
class PageStack;
class SudoStrip;

// Everything inside the window: rail, page, footer. Knows view-models only, so that every state can be rendered from
// values.
class SetupView : public QWidget {
    Q_OBJECT
public:
    explicit SetupView(viewmodels::SetupViewModels &models, QWidget *parent = nullptr);

    // Pages are made when they are first shown or asked for here, or when nothing else is to be done.
    Page *page(viewmodels::Step step) const;
    Page *page(viewmodels::SidePage side) const;
    // Colours of the window: of the palette's lightness, or forced.
    void applyTheme(bool dark);

Q_SIGNALS:
    // A page came to be.
    void pageMade(sparkloom::widgets::Page *page);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectSides();
    void addStrips();
    void showStep();
    Page *shownPage() const;
    void goBack();
    void triggerPrimary();
    void refreshFooter();

    viewmodels::SetupViewModels &m_models;
    QVBoxLayout *m_column;
    PageStack *m_stack;
    Footer *m_footer;
    DriftStrip *m_drift = nullptr;
    SudoStrip *m_sudo = nullptr;
    bool m_shown = false; // once
};

} // namespace sparkloom::widgets
