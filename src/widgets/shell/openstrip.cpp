// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/openstrip.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/shell/stripparts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sparkloom::widgets {

using viewmodels::Step;

OpenStrip::OpenStrip(viewmodels::SetupViewModels &models, QWidget *parent)
    : QWidget(parent), m_models(models), m_headline(new PlainLabel({}, PlainLabel::Role::Heading)),
      m_detail(new PlainLabel({}, PlainLabel::Role::Muted)), m_decide(new Button({}, Button::Kind::Plain))
{
    setObjectName(QStringLiteral("openStrip"));
    m_headline->setObjectName(QStringLiteral("openHeadline"));
    m_decide->setObjectName(QStringLiteral("openDecideButton"));
    auto *words = new QVBoxLayout;
    words->setSpacing(qRound(px(3)));
    words->addWidget(m_headline);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(qRound(px(24)), qRound(px(10)), qRound(px(24)), qRound(px(10)));
    row->setSpacing(qRound(px(10)));
    row->addLayout(words, 1);
    row->addWidget(m_decide);
    connect(m_decide, &QAbstractButton::clicked, this, [this] { m_models.steps.go(Step::Interrupted); });
    connect(&m_models.steps, &viewmodels::StepsViewModel::changed, this, &OpenStrip::refresh);
    connect(&m_models.apply, &viewmodels::PageViewModel::changed, this, &OpenStrip::refresh);
    refresh();
}

// The page Apply has a button of its own for what it has left half applied, or for what it was refused for.
bool OpenStrip::isNeeded(const viewmodels::SetupViewModels &models)
{
    const Step step = models.steps.current();
    const bool saidThere = step == Step::Apply && (models.apply.halfApplied() || models.apply.leftOpen());
    return tellsOfOpenChange(step, models.steps.facts()) && !saidThere;
}

void OpenStrip::refresh()
{
    const bool needed = isNeeded(m_models);
    if (needed)
        tellHeadline(m_headline, tr("A change of these Sparks was not finished."));
    m_detail->show(tr("Some may be set up and some not. Until that is decided, nothing else can be applied."));
    offerAction(m_decide, {tr("Decide now"), true, {}}, true);
    setVisible(needed);
}

void OpenStrip::paintEvent(QPaintEvent *)
{
    paintStrip(this, Theme::of(window()->palette()).warnTint);
}

void OpenStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
