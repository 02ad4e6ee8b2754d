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

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
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
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new StepRail(models.steps));
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
    connect(m_footer, &Footer::backClicked, &models.steps, &viewmodels::StepsViewModel::back);
    connect(
        m_footer, &Footer::primaryClicked, this, [this] { m_models.page(m_models.steps.current()).triggerPrimary(); });
    showStep();
}

void SetupView::showStep()
{
    Page *page = m_pages.at(m_models.steps.current());
    m_stack->setCurrentWidget(page);
    refreshFooter();
    if (QWidget *first = page->firstFocus(); first && isVisible())
        first->setFocus(Qt::OtherFocusReason);
}

void SetupView::refreshFooter()
{
    m_footer->show(m_models.page(m_models.steps.current()).primaryAction(), m_models.steps.canGoBack());
}

void SetupView::applyTheme(bool dark)
{
    const Theme &theme = dark ? Theme::darkOne() : Theme::light();
    window()->setPalette(theme.palette());
    window()->setStyleSheet(theme.styleSheet());
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
    if (QWidget *first = m_pages.at(m_models.steps.current())->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

void SetupView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(window()->palette()).window);
}

} // namespace sparkloom::widgets
