// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/pagestack.h"

#include "widgets/common/unseen.h"
#include "widgets/fabric/exportbutton.h"
#include "widgets/fabric/warmup.h"
#include "widgets/pages/applypage.h"
#include "widgets/pages/cablepage.h"
#include "widgets/pages/findpage.h"
#include "widgets/pages/interruptedpage.h"
#include "widgets/pages/livepage.h"
#include "widgets/pages/provepage.h"
#include "widgets/pages/reviewpage.h"
#include "widgets/pages/signinpage.h"
#include "widgets/pages/startpage.h"
#include "widgets/pages/testspage.h"
#include "widgets/pages/topologypage.h"
#include "widgets/shell/pageheader.h"
#include "widgets/side/aboutpage.h"
#include "widgets/side/faultspage.h"
#include "widgets/side/helppage.h"
#include "widgets/side/logpage.h"
#include "widgets/side/settingspage.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>

namespace sparkloom::widgets {

using viewmodels::SidePage;
using viewmodels::Step;

namespace {

constexpr int kFirstFrameFirstMs = 150; // what is made ahead does not keep the first frames back
constexpr int kBetweenPiecesMs = 4;     // other events come in between
constexpr int kPieceMs = 3;             // of styling; half of what a call may take

} // namespace

PageStack::PageStack(viewmodels::SetupViewModels &models, QWidget *parent) : QStackedWidget(parent), m_models(models) {}

Page *PageStack::make(Step step)
{
    switch (step) {
    case Step::Start: return new StartPage(m_models.start, this);
    case Step::Find: return new FindPage(m_models.find, this);
    case Step::SignIn: return new SignInPage(m_models.signIn, this);
    case Step::Topology: return new TopologyPage(m_models.topology, this);
    case Step::Cable: return new CablePage(m_models.cable, this);
    case Step::Review: {
        auto *page = new ReviewPage(m_models.review, this);
        // The cabling that is reviewed can be taken along on paper.
        auto *save = new ExportButton([this] { return m_models.cable.picture(); });
        save->setObjectName(QStringLiteral("exportButton"));
        page->findChild<PageHeader *>()->addTool(save);
        return page;
    }
    case Step::Apply: return new ApplyPage(m_models.apply, this);
    case Step::Prove: return new ProvePage(m_models.prove, this);
    case Step::Interrupted: return new InterruptedPage(m_models.interrupted, this);
    case Step::Live: return new LivePage(m_models.live, this);
    case Step::Tests: return new TestsPage(m_models.tests, this);
    }
    Q_UNREACHABLE();
}

Page *PageStack::make(SidePage side)
{
    switch (side) {
    case SidePage::Help: return new HelpPage(m_models.steps, this);
    case SidePage::Log: return new LogPage(m_models.log, this);
    case SidePage::Settings: return new SettingsPage(m_models.settings, this);
    case SidePage::About: return new AboutPage(m_models.about, this);
    case SidePage::Faults: return new FaultsPage(m_models.practice, this);
    }
    Q_UNREACHABLE();
}

void PageStack::take(Page *page)
{
    addWidget(page);
    Q_EMIT made(page);
}

Page *PageStack::page(Step step)
{
    Page *&page = m_pages[step];
    if (!page) {
        page = make(step);
        take(page);
    }
    return page;
}

Page *PageStack::page(SidePage side)
{
    Page *&page = m_sides[side];
    if (!page) {
        page = make(side);
        take(page);
    }
    return page;
}

void PageStack::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    if (m_pages.size() + m_sides.size() < viewmodels::kAllSteps.size() + viewmodels::kSidePages.size())
        m_ahead.start(kFirstFrameFirstMs, this);
}

void PageStack::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_ahead.timerId()) {
        QStackedWidget::timerEvent(event);
        return;
    }
    if (warmUpMap() || styleSome() || makeNext())
        m_ahead.start(kBetweenPiecesMs, this);
    else
        m_ahead.stop();
}

bool PageStack::makeNext()
{
    Page *next = nullptr;
    for (const Step step : viewmodels::kAllSteps)
        if (!next && !m_pages.contains(step))
            next = page(step);
    for (const SidePage side : viewmodels::kSidePages)
        if (!next && !m_sides.contains(side))
            next = page(side);
    if (!next)
        return false;
    m_unstyled.emplace_back(next);
    for (QWidget *child : next->findChildren<QWidget *>())
        m_unstyled.emplace_back(child);
    std::reverse(m_unstyled.begin(), m_unstyled.end()); // parents before what they hold
    return true;
}

bool PageStack::styleSome()
{
    QElapsedTimer spent;
    spent.start();
    while (!m_unstyled.empty() && spent.elapsed() < kPieceMs) {
        if (const QWidget *widget = m_unstyled.back())
            prepareUnseen(*widget);
        m_unstyled.pop_back();
    }
    return !m_unstyled.empty();
}

} // namespace sparkloom::widgets
