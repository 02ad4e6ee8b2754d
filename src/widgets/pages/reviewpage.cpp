// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reviewpage.h"

#include "engine/text/isolates.h"
#include "ui_reviewpage.h"
#include "widgets/common/savefile.h"
#include "widgets/common/theme.h"
#include "widgets/pages/treelines.h"

#include <QCheckBox>
#include <QItemSelectionModel>
#include <QMenu>
#include <QSignalBlocker>

namespace sparkloom::widgets {

using viewmodels::PlanModel;

ReviewPage::ReviewPage(viewmodels::ReviewViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::ReviewPage>()), m_room(new QWidget(this))
{
    m_ui->setupUi(this);
    m_room->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    layout()->addWidget(m_room);
    m_ui->factsLabel->setRole(PlainLabel::Role::Muted);
    m_ui->titleLabel->setRole(PlainLabel::Role::Heading);
    for (PlainLabel *label : {m_ui->undoLabel, m_ui->riskLabel, m_ui->commandHeading, m_ui->diffHeading})
        label->setRole(PlainLabel::Role::Muted);
    m_ui->riskLabel->setHideEmpty(true);
    m_ui->whyLabel->setHideEmpty(true);
    m_ui->undoLabel->setHideEmpty(true);
    m_ui->commandView->setLines(3);
    m_ui->tree->setModel(m_model.model());
    m_ui->tree->setItemDelegate(new TreeLines(TreeLines::Kind::Plan, m_ui->tree));
    TreeLines::prepare(m_ui->tree);
    prepareViews();
    prepareAddresses();
    using Consent = domain::PreflightFinding::Consent;
    connect(m_ui->busyBox, &QCheckBox::toggled, this, [this](bool on) { m_model.agree(Consent::Busy, on); });
    connect(m_ui->takeOverBox, &QCheckBox::toggled, this, [this](bool on) { m_model.agree(Consent::TakeOver, on); });
    connect(m_ui->tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::showDetails);
    connect(m_model.model(), &QAbstractItemModel::modelReset, this, &ReviewPage::selectFirstChange);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &ReviewPage::refreshWhenSeen);
    retranslate();
    // The plan may be older than the page. In a call of its own: making the page is long enough.
    QMetaObject::invokeMethod(this, &ReviewPage::selectFirstChange, Qt::QueuedConnection);
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::prepareViews()
{
    m_ui->keepPlanButton->setKind(Button::Kind::Link);
    m_ui->changesPill->setChecked(true);
    m_ui->changesView->setStretchFactor(0, 2);
    m_ui->changesView->setStretchFactor(1, 3);
    connect(m_ui->changesPill, &QAbstractButton::clicked, this, [this] { m_model.showAddresses(false); });
    connect(m_ui->addressesPill, &QAbstractButton::clicked, this, [this] { m_model.showAddresses(true); });
    connect(m_ui->keepPlanButton, &QAbstractButton::clicked, this, &ReviewPage::offerExport);
}

void ReviewPage::prepareAddresses()
{
    viewmodels::AddressesViewModel &addresses = m_model.addresses();
    m_ui->lanesHint->setRole(PlainLabel::Role::Muted);
    m_ui->poolLabel->setBuddy(m_ui->poolEdit);
    m_ui->poolLabel->setWordWrap(false);
    m_ui->poolProblem->setRole(PlainLabel::Role::Bad);
    m_ui->suggestedButton->setKind(Button::Kind::Link);
    m_ui->poolEdit->setFont(fontOf(14));
    for (QCheckBox *box : {m_ui->hostsBox, m_ui->aliasesBox})
        box->setFont(fontOf(14));
    connect(m_ui->poolEdit, &QLineEdit::textEdited, &addresses, &viewmodels::AddressesViewModel::editPool);
    connect(m_ui->poolEdit, &QLineEdit::editingFinished, &addresses, &viewmodels::AddressesViewModel::commit);
    connect(m_ui->addressTable, &AddressTable::edited, &addresses, &viewmodels::AddressesViewModel::editAddress);
    connect(m_ui->addressTable, &AddressTable::committed, &addresses, &viewmodels::AddressesViewModel::commit);
    connect(
        m_ui->suggestedButton, &QAbstractButton::clicked, &addresses, &viewmodels::AddressesViewModel::backToSuggested);
    connect(m_ui->hostsBox, &QCheckBox::clicked, &addresses, &viewmodels::AddressesViewModel::wishHostsNames);
    connect(m_ui->aliasesBox, &QCheckBox::clicked, &addresses, &viewmodels::AddressesViewModel::wishSshAliases);
}

void ReviewPage::offerExport()
{
    using Export = viewmodels::ReviewViewModel::Export;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(fontOf(14));
    connect(menu->addAction(tr("Copy it as text")), &QAction::triggered, this, [this] {
        copyText(m_model.exported(Export::Text));
        tellExport(tr("Copied."));
    });
    connect(menu->addAction(tr("Save it as text…")), &QAction::triggered, this, [this] { save(Export::Text); });
    connect(menu->addAction(tr("Save it as JSON…")), &QAction::triggered, this, [this] { save(Export::Json); });
    connect(menu->addAction(tr("Save the environment for jobs…")), &QAction::triggered, this,
        [this] { save(Export::Environment); });
    menu->popup(m_ui->keepPlanButton->mapToGlobal(QPoint(0, m_ui->keepPlanButton->height())));
}

void ReviewPage::save(viewmodels::ReviewViewModel::Export form)
{
    saveTextAs(this, tr("Export the plan"), viewmodels::ReviewViewModel::fileNameFor(form), m_model.exported(form),
        [this](const QString &path, const QString &problem) {
            tellExport(
                problem.isEmpty() ? tr("Saved as %1.").arg(path) : tr("%1 was not written: %2").arg(path, problem));
        });
}

void ReviewPage::tellExport(const QString &text)
{
    m_exportTold = text;
    refresh();
}

void ReviewPage::refreshAddresses()
{
    const viewmodels::AddressesViewModel &addresses = m_model.addresses();
    const bool shown = m_model.addressesShown();
    m_ui->addressesPill->setChecked(shown);
    m_ui->changesPill->setChecked(!shown);
    m_ui->views->setCurrentWidget(shown ? static_cast<QWidget *>(m_ui->addressesView) : m_ui->changesView);
    m_ui->hostsBox->setChecked(addresses.hostsNames());
    m_ui->aliasesBox->setChecked(addresses.sshAliases());
    if (m_ui->poolEdit->text() != addresses.poolText())
        m_ui->poolEdit->setText(addresses.poolText());
    m_ui->poolEdit->setPlaceholderText(addresses.poolHint());
    m_ui->poolProblem->setText(addresses.poolProblem());
    m_ui->poolEdit->setAccessibleDescription(addresses.poolProblem());
    m_ui->suggestedButton->setEnabled(addresses.anyChosen());
    if (shown) // of 64 Sparks they are 128 fields
        m_ui->addressTable->show(addresses.rows());
}

QWidget *ReviewPage::firstFocus()
{
    return m_ui->tree;
}

void ReviewPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->noticesArea->setAccessibleName(tr("What to know first"));
    m_ui->tree->setAccessibleName(tr("Changes, by Spark"));
    m_ui->commandView->setAccessibleName(tr("The same by hand"));
    m_ui->diffView->setAccessibleName(tr("What changes in the file"));
    m_ui->poolEdit->setAccessibleName(tr("Network that the addresses are taken from"));
    m_ui->addressesView->setAccessibleName(tr("Addresses and names"));
    m_exportTold.clear();
    refresh();
    showDetails(m_ui->tree->currentIndex());
}

void ReviewPage::selectFirstChange()
{
    m_exportTold.clear();
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
    QStringList risk;
    if (!isSpark) {
        risk << index.data(PlanModel::RiskRole).toString();
        if (index.data(PlanModel::NeedsRootRole).toBool())
            risk << tr("with administrator rights");
        if (const QString path = index.data(PlanModel::PathRole).toString(); !path.isEmpty())
            risk << path;
    }
    m_ui->riskLabel->show(engine::text::joined(risk, QStringLiteral(" · ")));
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
    m_ui->staleNotice->show(m_model.staleness(), Notice::Tone::Warn);
    m_ui->warningNotice->show(m_model.warnings().join(QLatin1Char('\n')), Notice::Tone::Warn);
    m_ui->noticesArea->fit();
    m_ui->factsLabel->setText(m_exportTold.isEmpty() ? m_model.factsLine() : m_exportTold);
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_ui->changesPill, m_ui->addressesPill, m_ui->keepPlanButton, m_ui->views})
        widget->setVisible(m_model.hasPlan());
    m_ui->addressesPill->setVisible(m_model.hasPlan() && m_model.addressesOffered());
    refreshAddresses();
    m_room->setVisible(!m_model.hasPlan());
    m_ui->tree->setVisible(m_model.hasPlan());
    m_ui->details->setVisible(m_model.hasPlan() && m_ui->tree->currentIndex().isValid());
}

} // namespace sparkloom::widgets
