// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reviewpage.h"

#include "ui_reviewpage.h"
#include "widgets/common/theme.h"
#include "widgets/pages/treelines.h"

#include <QCheckBox>
#include <QItemSelectionModel>
#include <QSignalBlocker>

namespace sparkloom::widgets {

using viewmodels::PlanModel;

ReviewPage::ReviewPage(viewmodels::ReviewViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::ReviewPage>())
{
    m_ui->setupUi(this);
    m_ui->factsLabel->setRole(PlainLabel::Role::Muted);
    m_ui->factsLabel->setHideEmpty(true);
    m_ui->lanesLabel->setRole(PlainLabel::Role::Mono);
    m_ui->lanesLabel->setHideEmpty(true);
    m_ui->lanesLabel->setSelectable(true);
    m_ui->titleLabel->setRole(PlainLabel::Role::Heading);
    for (PlainLabel *label : {m_ui->undoLabel, m_ui->commandHeading, m_ui->diffHeading})
        label->setRole(PlainLabel::Role::Muted);
    m_ui->whyLabel->setHideEmpty(true);
    m_ui->undoLabel->setHideEmpty(true);
    m_ui->commandView->setLines(3);
    m_ui->tree->setModel(m_model.model());
    m_ui->tree->setItemDelegate(new TreeLines(TreeLines::Kind::Plan, m_ui->tree));
    TreeLines::prepare(m_ui->tree);
    using Consent = domain::PreflightFinding::Consent;
    connect(m_ui->busyBox, &QCheckBox::toggled, this, [this](bool on) { m_model.agree(Consent::Busy, on); });
    connect(m_ui->takeOverBox, &QCheckBox::toggled, this, [this](bool on) { m_model.agree(Consent::TakeOver, on); });
    connect(m_ui->tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::showDetails);
    connect(m_model.model(), &QAbstractItemModel::modelReset, this, &ReviewPage::selectFirstChange);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &ReviewPage::refresh);
    retranslate();
}

ReviewPage::~ReviewPage() = default;

QWidget *ReviewPage::firstFocus()
{
    return m_ui->tree;
}

void ReviewPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->tree->setAccessibleName(tr("Changes, by Spark"));
    m_ui->commandView->setAccessibleName(tr("The same by hand"));
    m_ui->diffView->setAccessibleName(tr("What changes in the file"));
    refresh();
    showDetails(m_ui->tree->currentIndex());
}

void ReviewPage::selectFirstChange()
{
    m_ui->tree->expandAll();
    const QModelIndex spark = m_model.model()->index(0, 0);
    const QModelIndex change = m_model.model()->index(0, 0, spark);
    m_ui->tree->setCurrentIndex(change.isValid() ? change : spark);
}

void ReviewPage::showDetails(const QModelIndex &index)
{
    m_ui->details->setVisible(index.isValid());
    if (!index.isValid())
        return;
    const bool isSpark = index.data(PlanModel::IsSparkRole).toBool();
    m_ui->titleLabel->setText(index.data().toString());
    m_ui->whyLabel->show(index.data(PlanModel::WhyRole).toString());
    const QString undo = index.data(PlanModel::UndoRole).toString();
    m_ui->undoLabel->show(undo.isEmpty() ? QString() : tr("Taken back: %1").arg(undo));
    const QString command = isSpark ? QString() : index.data(PlanModel::CommandRole).toString();
    const QString diff = isSpark ? QString() : index.data(PlanModel::DiffRole).toString();
    m_ui->commandHeading->setVisible(!command.isEmpty());
    m_ui->commandView->setVisible(!command.isEmpty());
    m_ui->commandView->show(command, DiffView::Form::Text);
    m_ui->diffHeading->setVisible(!diff.isEmpty());
    m_ui->diffView->setVisible(!diff.isEmpty());
    m_ui->diffView->show(diff, DiffView::Form::Diff);
}

// The notice says what was found, all of it; the box below it is the agreement.
void ReviewPage::askFor(viewmodels::ReviewViewModel::Question question, Notice *notice, QCheckBox *box)
{
    engine::text::Explanation shown = question.why;
    shown.seen = question.seen.join(QLatin1Char('\n'));
    notice->show(shown, Notice::Tone::Warn);
    const QSignalBlocker quiet(box);
    box->setText(question.text);
    box->setChecked(question.agreed);
    box->setVisible(!question.seen.isEmpty());
}

void ReviewPage::refresh()
{
    using Consent = domain::PreflightFinding::Consent;
    viewmodels::ReviewViewModel::Question busy, takeOver;
    for (const auto &question : m_model.questions())
        (question.consent == Consent::Busy ? busy : takeOver) = question;
    askFor(busy, m_ui->busyNotice, m_ui->busyBox);
    askFor(takeOver, m_ui->takeOverNotice, m_ui->takeOverBox);
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->problemNotice->show(m_model.problem());
    m_ui->warningNotice->show(m_model.warnings().join(QLatin1Char('\n')), Notice::Tone::Warn);
    m_ui->factsLabel->show(m_model.factsLine());
    m_ui->lanesLabel->show(m_model.laneLines().join(QLatin1Char('\n')));
    m_ui->tree->setVisible(m_model.hasPlan());
    m_ui->details->setVisible(m_model.hasPlan() && m_ui->tree->currentIndex().isValid());
}

} // namespace sparkloom::widgets
