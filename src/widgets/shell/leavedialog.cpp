// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/leavedialog.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/pages/storycard.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::LeaveViewModel;
using Way = LeaveViewModel::Way;

namespace {

constexpr double kWidth = 600, kMargin = 22, kSpacing = 12;

QString nameOf(Way way)
{
    switch (way) {
    case Way::Clean: return u"leaveClean"_s;
    case Way::Gone: return u"leaveGone"_s;
    case Way::ListOnly: break;
    }
    return u"leaveListOnly"_s;
}

} // namespace

LeaveDialog::LeaveDialog(LeaveViewModel &model, QWidget *parent)
    : QDialog(parent), m_model(model), m_headline(new PlainLabel({}, PlainLabel::Role::Heading, this)),
      m_others(new PlainLabel({}, PlainLabel::Role::Body, this)),
      m_reason(new PlainLabel({}, PlainLabel::Role::Muted, this)), m_go(new Button({}, Button::Kind::Primary, this)),
      m_stay(new Button({}, Button::Kind::Plain, this))
{
    setObjectName(u"leaveDialog"_s);
    setAttribute(Qt::WA_WindowPropagation); // the colours of the window that it belongs to
    setMinimumWidth(qRound(px(kWidth)));
    m_headline->setObjectName(u"leaveHeadline"_s);
    m_others->setObjectName(u"leaveOthers"_s);
    m_go->setObjectName(u"leaveGo"_s);
    m_stay->setObjectName(u"leaveStay"_s);
    auto *column = new QVBoxLayout(this);
    const int margin = qRound(px(kMargin));
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(qRound(px(kSpacing)));
    column->addWidget(m_headline);
    column->addWidget(m_others);
    for (const Way way : {Way::Clean, Way::Gone, Way::ListOnly}) {
        auto *card = new StoryCard(this);
        card->setObjectName(nameOf(way));
        column->addWidget(card);
        connect(card, &QAbstractButton::clicked, this, [this, way] { m_model.choose(way); });
        m_ways.emplace(way, card);
    }
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(qRound(px(kSpacing)));
    row->addWidget(m_reason, 1);
    row->addWidget(m_stay);
    row->addWidget(m_go);
    column->addLayout(row);
    connect(m_go, &QAbstractButton::clicked, &m_model, &LeaveViewModel::proceed);
    connect(m_stay, &QAbstractButton::clicked, this, &LeaveDialog::reject);
    connect(&m_model, &LeaveViewModel::changed, this, &LeaveDialog::refresh);
    refresh();
    m_stay->setFocus(); // the harmless answer first
}

void LeaveDialog::reject()
{
    m_model.close();
}

void LeaveDialog::refresh()
{
    if (!m_model.asking())
        return done(Rejected);
    setWindowTitle(tr("A Spark leaves"));
    m_headline->setText(m_model.headline());
    setAccessibleName(m_model.headline());
    m_others->setText(m_model.othersText());
    const std::vector<Way> ways = m_model.ways();
    for (const auto &[way, card] : m_ways) {
        card->setVisible(std::find(ways.begin(), ways.end(), way) != ways.end());
        const bool chosen = m_model.chosen() == way;
        card->show(LeaveViewModel::title(way), {}, m_model.text(way));
        card->setChosen(chosen);
        if (chosen)
            card->setAccessibleName(tr("%1, chosen").arg(LeaveViewModel::title(way)));
    }
    const viewmodels::PageAction action = m_model.action();
    m_go->setText(action.text);
    m_go->setEnabled(action.enabled);
    m_go->setAccessibleDescription(action.reason);
    m_go->updateGeometry();
    m_reason->setText(action.enabled ? QString() : action.reason);
    m_stay->setText(tr("Change nothing"));
    m_stay->updateGeometry();
}

void LeaveDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
