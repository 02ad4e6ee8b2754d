// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/interruptedpage.h"

#include "ui_interruptedpage.h"
#include "widgets/common/theme.h"
#include "widgets/pages/storycard.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace sparkloom::widgets {

using viewmodels::InterruptedViewModel;

InterruptedPage::InterruptedPage(InterruptedViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::InterruptedPage>()), m_finish(new StoryCard),
      m_revert(new StoryCard)
{
    m_ui->setupUi(this);
    m_ui->sparksLabel->setRole(PlainLabel::Role::Muted);
    m_ui->questionHeading->setRole(PlainLabel::Role::Heading);
    auto *column = new QVBoxLayout(m_ui->answers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(px(10)));
    column->addWidget(m_finish);
    column->addWidget(m_revert);
    m_ui->answers->setMaximumWidth(qRound(px(720)));
    m_ui->happenedLabel->setMaximumWidth(qRound(px(720)));
    m_finish->setObjectName(QStringLiteral("finishCard"));
    m_revert->setObjectName(QStringLiteral("revertCard"));
    connect(
        m_finish, &QAbstractButton::clicked, this, [this] { m_model.choose(InterruptedViewModel::Choice::Finish); });
    connect(
        m_revert, &QAbstractButton::clicked, this, [this] { m_model.choose(InterruptedViewModel::Choice::Revert); });
    m_ui->withoutLabel->setRole(PlainLabel::Role::Muted);
    m_ui->withoutLabel->setMaximumWidth(qRound(px(720)));
    connect(m_ui->withoutBox, &QCheckBox::toggled, this, [this](bool on) { m_model.setWithoutMissing(on); });
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &InterruptedPage::refreshWhenSeen);
    retranslate();
}

InterruptedPage::~InterruptedPage() = default;

QWidget *InterruptedPage::firstFocus()
{
    return m_finish;
}

void InterruptedPage::retranslate()
{
    m_ui->retranslateUi(this);
    refresh();
}

void InterruptedPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->happenedLabel->setText(m_model.happened());
    m_ui->sparksLabel->setText(tr("It concerns: %1").arg(m_model.sparksText()));
    m_ui->sparksLabel->setVisible(m_model.interrupted() && !m_model.sparksText().isEmpty());
    m_ui->questionHeading->setVisible(m_model.revertPossible());
    m_ui->answers->setVisible(m_model.interrupted());
    m_finish->show(m_model.finishTitle(), {}, m_model.finishText());
    m_finish->setChosen(m_model.choice() == InterruptedViewModel::Choice::Finish);
    m_revert->show(m_model.revertTitle(), {}, m_model.revertText());
    m_revert->setChosen(m_model.choice() == InterruptedViewModel::Choice::Revert);
    m_revert->setVisible(m_model.revertPossible());
    if (m_model.choice() == InterruptedViewModel::Choice::Finish)
        m_finish->setAccessibleName(tr("%1, chosen").arg(m_model.finishTitle()));
    else if (m_model.choice() == InterruptedViewModel::Choice::Revert)
        m_revert->setAccessibleName(tr("%1, chosen").arg(m_model.revertTitle()));
    m_ui->withoutBox->setText(m_model.withoutText());
    m_ui->withoutBox->setVisible(m_model.withoutOffered());
    m_ui->withoutBox->setChecked(m_model.withoutMissing());
    m_ui->withoutLabel->setText(m_model.withoutDetail());
    m_ui->withoutLabel->setVisible(m_model.withoutMissing());
}

} // namespace sparkloom::widgets
