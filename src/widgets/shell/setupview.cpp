// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/setupview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/warmup.h"
#include "widgets/pages/page.h"
#include "widgets/shell/adoptstrip.h"
#include "widgets/shell/driftstrip.h"
#include "widgets/shell/footer.h"
#include "widgets/shell/leavedialog.h"
#include "widgets/shell/openstrip.h"
#include "widgets/shell/pagestack.h"
#include "widgets/shell/steprail.h"
#include "widgets/shell/sudostrip.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace sparkloom::widgets {

using viewmodels::Step;

SetupView::SetupView(viewmodels::SetupViewModels &models, QWidget *parent)
    : QWidget(parent), m_models(models), m_stack(new PageStack(models, this))
{
    m_stack->hide(); // until it has its place beside the rail
    connect(m_stack, &PageStack::made, this, &SetupView::pageMade);
}

SetupView::~SetupView()
{
    qApp->disconnect(this); // the focus leaves while its parts go
}

void SetupView::build()
{
    if (m_footer)
        return;
    m_footer = new Footer(this);
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    m_column->addWidget(m_stack, 1);
    m_column->addWidget(m_footer);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new StepRail(m_models.steps, m_models.side, this));
    row->addLayout(m_column, 1);
    connectSides();
    connectModels();
    addStrips();
    refreshFooter();
}

void SetupView::connectModels()
{
    connect(&m_models.drift, &viewmodels::DriftViewModel::changed, this, &SetupView::addStrips);
    connect(&m_models.sudo, &viewmodels::SudoViewModel::changed, this, &SetupView::addStrips);
    connect(&m_models.adopt, &viewmodels::AdoptViewModel::changed, this, &SetupView::addStrips);
    connect(&m_models.leave, &viewmodels::LeaveViewModel::changed, this, &SetupView::addStrips);
    connect(&m_models.steps, &viewmodels::StepsViewModel::changed, this, &SetupView::addStrips);
    connect(&m_models.steps, &viewmodels::StepsViewModel::currentChanged, this, &SetupView::showStep);
    connect(&m_models.steps, &viewmodels::StepsViewModel::changed, this, &SetupView::refreshFooter);
    for (const Step step : viewmodels::kAllSteps)
        connect(&m_models.page(step), &viewmodels::PageViewModel::changed, this, [this, step] {
            if (m_models.steps.current() == step) // the others are not in the footer
                refreshFooter();
        });
    connect(m_footer, &Footer::backClicked, this, &SetupView::goBack);
    connect(m_footer, &Footer::primaryClicked, this, &SetupView::triggerPrimary);
    connect(qApp, &QApplication::focusChanged, this, &SetupView::keepFocus);
}

// What had the keyboard was disabled or hidden, by what happened and not by a person: it stays on the page, where the
// news are, instead of falling to whatever comes next.
void SetupView::keepFocus(QWidget *left, QWidget *fellTo)
{
    const bool ours = left && isAncestorOf(left) && (!fellTo || isAncestorOf(fellTo));
    if (!ours || (left->isEnabled() && left->isVisible()))
        return;
    const auto mend = [this, fallen = QPointer<QWidget>(fellTo)] {
        Page *page = shownPage();
        if (!m_shown || !isActiveWindow() || window()->focusWidget() != fallen
            || (fallen && page->isAncestorOf(fallen)))
            return; // somebody gave it a place since
        QWidget *first = page->firstFocus();
        if (!first || !first->isEnabled() || !first->isVisible())
            first = page->findChild<QWidget *>(QStringLiteral("headline")); // a reader says it when it changes
        if (first)
            first->setFocus(Qt::OtherFocusReason);
    };
    QMetaObject::invokeMethod(this, mend, Qt::QueuedConnection); // once all that changed is shown
}

Page *SetupView::page(viewmodels::Step step) const
{
    return m_stack->page(step);
}

Page *SetupView::page(viewmodels::SidePage side) const
{
    return m_stack->page(side);
}

// What is rarely needed is made when it first has something to say.
void SetupView::addStrips()
{
    if (!m_drift && m_models.drift.state() != viewmodels::DriftViewModel::State::Hidden) {
        m_drift = new DriftStrip(m_models.drift, this);
        m_column->insertWidget(0, m_drift);
    }
    if (!m_adopt && m_models.adopt.state() != viewmodels::AdoptViewModel::State::Hidden) {
        m_adopt = new AdoptStrip(m_models.adopt, this);
        m_column->insertWidget(0, m_adopt);
    }
    if (!m_open && OpenStrip::isNeeded(m_models)) {
        m_open = new OpenStrip(m_models, this);
        m_column->insertWidget(0, m_open);
    }
    if (!m_leave && m_models.leave.asking()) {
        m_leave = new LeaveDialog(m_models.leave, this);
        m_leave->setAttribute(Qt::WA_DeleteOnClose);
        m_leave->open();
    }
    if (!m_sudo && m_models.sudo.asking()) {
        m_sudo = new SudoStrip(m_models.sudo, this);
        m_column->insertWidget(m_column->indexOf(m_footer), m_sudo);
    }
}

void SetupView::connectSides()
{
    using viewmodels::SidePage;
    viewmodels::SidePagesViewModel *side = &m_models.side;
    connect(side, &viewmodels::SidePagesViewModel::changed, this, &SetupView::showStep);
    // What goes on on the way comes first.
    connect(&m_models.steps, &viewmodels::StepsViewModel::currentChanged, side, [side] { side->close(); });
    const auto key = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(Qt::Key_F1, [side] { side->toggle(SidePage::Help); });
    key(Qt::ALT | Qt::Key_Left, [this] { goBack(); });
    // Other pages have an Escape of their own.
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setEnabled(false);
    connect(escape, &QShortcut::activated, side, [side] { side->close(); });
    connect(side, &viewmodels::SidePagesViewModel::changed, escape,
        [side, escape] { escape->setEnabled(side->current().has_value()); });
}

void SetupView::goBack()
{
    if (m_models.side.current())
        m_models.side.close();
    else if (m_models.steps.canGoBack())
        m_models.steps.back();
}

void SetupView::triggerPrimary()
{
    if (m_models.side.current())
        m_models.side.close();
    else
        m_models.page(m_models.steps.current()).triggerPrimary();
}

Page *SetupView::shownPage() const
{
    return m_models.side.current() ? page(*m_models.side.current()) : page(m_models.steps.current());
}

bool SetupView::isMade() const
{
    return m_models.side.current() ? m_stack->isMade(*m_models.side.current())
                                   : m_stack->isMade(m_models.steps.current());
}

void SetupView::showStep()
{
    if (!m_shown)
        return; // the page that is then the current one is made after the first frame
    // A page that is not there yet is made in a call of its own, so that none is long: the one before it stays in sight
    // until then.
    if (!isMade()) {
        refreshFooter();
        QMetaObject::invokeMethod(this, &SetupView::makePage, Qt::QueuedConnection);
        return;
    }
    Page *page = shownPage();
    page->catchUp();
    m_stack->show();
    m_stack->setCurrentWidget(page);
    refreshFooter();
    if (QWidget *first = page->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

void SetupView::makePage()
{
    if (!isMade() && !warmUpMap())
        shownPage();
    QMetaObject::invokeMethod(this, &SetupView::showStep, Qt::QueuedConnection);
}

void SetupView::refreshFooter()
{
    if (m_models.side.current()) {
        m_footer->show({tr("Done"), true, {}}, true);
        return;
    }
    m_footer->show(m_models.page(m_models.steps.current()).primaryAction(), m_models.steps.canGoBack());
}

void SetupView::applyTheme(bool dark)
{
    const Theme &theme = dark ? Theme::darkOne() : Theme::light();
    window()->setStyleSheet(theme.styleSheet());
    window()->setPalette(theme.palette()); // after it: a new style sheet brings back the palette before the old one
}

void SetupView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_footer)
        refreshFooter();
}

void SetupView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(window()->palette()).window);
    if (m_shown && !m_pagePainted) {
        m_pagePainted = true;
        Q_EMIT pagePainted();
    }
    if (m_painted)
        return;
    m_painted = true;
    // In three calls, so that none is long: rail and footer, the page, and all of it laid out.
    const auto later = [this](auto what) { QMetaObject::invokeMethod(this, what, Qt::QueuedConnection); };
    later([this, later] {
        build();
        later([this, later] {
            shownPage();
            later([this] {
                m_shown = true;
                showStep();
            });
        });
    });
}

} // namespace sparkloom::widgets
