// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/nccldialog.h"

#include "widgets/common/buttons.h"
#include "widgets/common/notice.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QProgressBar>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::NcclCopyModel;
using State = NcclCopyModel::State;

namespace {

constexpr double kWidth = 560, kMargin = 22, kSpacing = 14;
constexpr int kSteps = 1000; // of the progress bar

} // namespace

NcclDialog::NcclDialog(NcclCopyModel &model, QWidget *parent)
    : QDialog(parent), m_model(model), m_headline(new PlainLabel({}, PlainLabel::Role::Heading, this)),
      m_text(new PlainLabel({}, PlainLabel::Role::Body, this)), m_problem(new Notice(this)),
      m_progress(new QProgressBar(this)), m_go(new Button({}, Button::Kind::Primary, this)),
      m_leave(new Button({}, Button::Kind::Plain, this))
{
    setObjectName(u"ncclDialog"_s);
    setAttribute(Qt::WA_WindowPropagation); // the colours of the window that it belongs to
    setMinimumWidth(qRound(px(kWidth)));
    m_headline->setObjectName(u"ncclHeadline"_s);
    m_text->setObjectName(u"ncclText"_s);
    m_text->setSelectable(true);
    m_go->setObjectName(u"ncclGo"_s);
    m_leave->setObjectName(u"ncclLeave"_s);
    m_progress->setObjectName(u"ncclProgress"_s);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    auto *column = new QVBoxLayout(this);
    const int margin = qRound(px(kMargin));
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(qRound(px(kSpacing)));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_headline, m_text, m_problem, m_progress})
        column->addWidget(widget);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_leave);
    row->addWidget(m_go);
    column->addLayout(row);
    connect(m_go, &QAbstractButton::clicked, &m_model, &NcclCopyModel::go);
    connect(m_leave, &QAbstractButton::clicked, this, &NcclDialog::reject);
    connect(&m_model, &NcclCopyModel::changed, this, &NcclDialog::refresh);
    refresh();
}

void NcclDialog::reject()
{
    m_model.leave();
}

void NcclDialog::refresh()
{
    const State state = m_model.state();
    if (state == State::Idle)
        return done(Rejected);
    setWindowTitle(tr("NCCL for the tests"));
    m_progress->setAccessibleName(tr("Progress of the copy"));
    m_headline->setText(m_model.headline());
    m_text->setText(m_model.lines().join(u"\n\n"_s));
    m_text->setVisible(!m_text->text().isEmpty());
    m_problem->show(m_model.problem());
    m_progress->setVisible(state == State::Copying || state == State::Stopping);
    m_progress->setValue(qRound(m_model.part() * kSteps));
    m_go->setText(m_model.goText());
    m_go->setVisible(!m_model.goText().isEmpty());
    m_leave->setText(m_model.backText());
    m_leave->setEnabled(state != State::Stopping && state != State::TakingBack);
    if (!m_go->isVisible())
        m_leave->setFocus();
}

void NcclDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
