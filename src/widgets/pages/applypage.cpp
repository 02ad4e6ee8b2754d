// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/applypage.h"

#include "ui_applypage.h"
#include "widgets/pages/treelines.h"

namespace sparkloom::widgets {

ApplyPage::ApplyPage(viewmodels::ApplyViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::ApplyPage>()),
      m_revert(new Button({}, Button::Kind::Plain)), m_insist(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    m_ui->tree->setModel(m_model.model());
    m_ui->tree->setItemDelegate(new TreeLines(TreeLines::Kind::Jobs, m_ui->tree));
    TreeLines::prepare(m_ui->tree);
    QSizePolicy room = m_ui->tree->sizePolicy();
    room.setRetainSizeWhenHidden(true); // else what is above would spread over the page
    m_ui->tree->setSizePolicy(room);
    m_insist->setObjectName(QStringLiteral("insistButton"));
    m_ui->problemNotice->addButton(m_revert);
    m_ui->problemNotice->addButton(m_insist);
    connect(m_insist, &QAbstractButton::clicked, &m_model, &viewmodels::ApplyViewModel::insist);
    connect(m_revert, &QAbstractButton::clicked, &m_model, &viewmodels::ApplyViewModel::revert);
    connect(m_ui->cancelButton, &QAbstractButton::clicked, &m_model, &viewmodels::ApplyViewModel::cancel);
    connect(m_model.model(), &QAbstractItemModel::modelReset, m_ui->tree, &QTreeView::expandAll);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &ApplyPage::refreshWhenSeen);
    m_ui->tree->expandAll(); // the work may be older than the page
    retranslate();
}

ApplyPage::~ApplyPage() = default;

QWidget *ApplyPage::firstFocus()
{
    return m_ui->tree;
}

void ApplyPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->tree->setAccessibleName(tr("Steps of the work"));
    m_revert->setText(tr("Take it back on all"));
    refresh();
}

void ApplyPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    const bool armed = !m_model.timerText().isEmpty();
    m_ui->timerBar->show(
        m_model.timerShare(), m_model.timerFigure(), armed ? m_model.timerText() : m_model.timerNote());
    m_ui->timerBar->setVisible(m_model.running());
    m_ui->timerBar->setAccessibleName(armed ? m_model.timerText() : m_model.timerNote());
    engine::text::Explanation problem = m_model.problem();
    if (m_model.halfApplied() && problem.seen.isEmpty())
        problem.seen = m_model.headline();
    m_ui->problemNotice->show(problem, m_model.halfApplied() ? Notice::Tone::Warn : Notice::Tone::Bad);
    m_ui->tree->setVisible(m_model.running() || m_model.model()->rowCount() > 0);
    m_revert->setVisible(m_model.revertOffered());
    m_insist->setText(m_model.insistText());
    m_insist->setVisible(m_model.insistOffered());
    m_ui->cancelButton->setText(m_model.cancelText());
    m_ui->cancelButton->setVisible(m_model.cancelOffered());
    m_ui->cancelButton->setEnabled(!m_model.cancelling());
}

} // namespace sparkloom::widgets
