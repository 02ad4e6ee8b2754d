// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/setupview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/exportbutton.h"
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
#include "widgets/shell/driftstrip.h"
#include "widgets/shell/footer.h"
#include "widgets/shell/pageheader.h"
#include "widgets/shell/steprail.h"
#include "widgets/shell/sudostrip.h"
#include "widgets/side/aboutpage.h"
#include "widgets/side/helppage.h"
#include "widgets/side/logpage.h"
#include "widgets/side/settingspage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace sparkloom::widgets {

using viewmodels::Step;

SetupView::SetupView(viewmodels::SetupViewModels &models, QWidget *parent)
    : QWidget(parent), m_models(models), m_stack(new QStackedWidget), m_footer(new Footer)
{
    m_pages = {{Step::Start, new StartPage(models.start)}, {Step::Find, new FindPage(models.find)},
        {Step::SignIn, new SignInPage(models.signIn)}, {Step::Topology, new TopologyPage(models.topology)},
        {Step::Cable, new CablePage(models.cable)}, {Step::Review, new ReviewPage(models.review)},
        {Step::Apply, new ApplyPage(models.apply)}, {Step::Prove, new ProvePage(models.prove)},
        {Step::Interrupted, new InterruptedPage(models.interrupted)}, {Step::Live, new LivePage(models.live)},
        {Step::Tests, new TestsPage(models.tests)}};
    for (const auto &[step, page] : m_pages)
        m_stack->addWidget(page);
    // The cabling that is reviewed can be taken along on paper.
    auto *save = new ExportButton([this] { return m_models.cable.picture(); });
    save->setObjectName(QStringLiteral("exportButton"));
    m_pages.at(Step::Review)->findChild<PageHeader *>()->addTool(save);
    makeSides();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new StepRail(models.steps, models.side));
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(new DriftStrip(models.drift));
    column->addWidget(m_stack, 1);
    column->addWidget(new SudoStrip(models.sudo));
    column->addWidget(m_footer);
    row->addLayout(column, 1);

    connect(&models.steps, &viewmodels::StepsViewModel::currentChanged, this, &SetupView::showStep);
    connect(&models.steps, &viewmodels::StepsViewModel::changed, this, &SetupView::refreshFooter);
    for (const Step step : viewmodels::kAllSteps)
        connect(&models.page(step), &viewmodels::PageViewModel::changed, this, &SetupView::refreshFooter);
    connect(m_footer, &Footer::backClicked, this, &SetupView::goBack);
    connect(m_footer, &Footer::primaryClicked, this, &SetupView::triggerPrimary);
    showStep();
}

void SetupView::makeSides()
{
    using viewmodels::SidePage;
    m_sides = {{SidePage::Help, new HelpPage(m_models.steps)}, {SidePage::Log, new LogPage(m_models.log)},
        {SidePage::Settings, new SettingsPage(m_models.settings)}, {SidePage::About, new AboutPage(m_models.about)}};
    for (const auto &[side, page] : m_sides)
        m_stack->addWidget(page);
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
    return m_models.side.current() ? m_sides.at(*m_models.side.current()) : m_pages.at(m_models.steps.current());
}

void SetupView::showStep()
{
    Page *page = shownPage();
    m_stack->setCurrentWidget(page);
    refreshFooter();
    if (QWidget *first = page->firstFocus(); first && isVisible())
        first->setFocus(Qt::OtherFocusReason);
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
    if (event->type() == QEvent::LanguageChange)
        refreshFooter();
}

void SetupView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (QWidget *first = shownPage()->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

void SetupView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(window()->palette()).window);
}

} // namespace sparkloom::widgets
