// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/driftstrip.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/pages/diffview.h"
#include "widgets/shell/stripparts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkloom::widgets {

namespace {

constexpr qsizetype kMostLines = 3; // the rest is reached by scrolling
using State = viewmodels::DriftViewModel::State;

} // namespace

DriftStrip::DriftStrip(viewmodels::DriftViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_headline(new PlainLabel({}, PlainLabel::Role::Heading)),
      m_detail(new PlainLabel({}, PlainLabel::Role::Muted)), m_lines(new DiffView),
      m_reapply(new Button({}, Button::Kind::Plain)), m_keep(new Button({}, Button::Kind::Plain)),
      m_forget(new Button({}, Button::Kind::Link)), m_confirm(new Button({}, Button::Kind::Plain)),
      m_refuse(new Button({}, Button::Kind::Link)), m_again(new Button({}, Button::Kind::Plain))
{
    m_detail->setHideEmpty(true);
    m_headline->setObjectName(QStringLiteral("driftHeadline"));
    m_lines->setObjectName(QStringLiteral("driftLines"));
    m_lines->setFont(fontOf(14));
    m_lines->keepLinesWhole();
    m_reapply->setObjectName(QStringLiteral("driftReapplyButton"));
    m_keep->setObjectName(QStringLiteral("driftKeepButton"));
    m_forget->setObjectName(QStringLiteral("driftForgetButton"));
    m_confirm->setObjectName(QStringLiteral("driftConfirmButton"));
    m_refuse->setObjectName(QStringLiteral("driftRefuseButton"));
    m_again->setObjectName(QStringLiteral("driftAgainButton"));
    auto *words = new QVBoxLayout;
    words->setSpacing(qRound(px(3)));
    words->addWidget(m_headline);
    words->addWidget(m_detail);
    auto *top = new QHBoxLayout;
    top->setSpacing(qRound(px(10)));
    top->addLayout(words, 1);
    for (Button *button : {m_reapply, m_keep, m_forget, m_confirm, m_refuse, m_again})
        top->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(qRound(px(24)), qRound(px(10)), qRound(px(24)), qRound(px(10)));
    column->setSpacing(qRound(px(8)));
    column->addLayout(top);
    column->addWidget(m_lines);
    connect(m_reapply, &QAbstractButton::clicked, &m_model, &viewmodels::DriftViewModel::triggerReapply);
    connect(m_keep, &QAbstractButton::clicked, &m_model, &viewmodels::DriftViewModel::triggerKeep);
    connect(m_forget, &QAbstractButton::clicked, &m_model, &viewmodels::DriftViewModel::triggerForget);
    connect(m_confirm, &QAbstractButton::clicked, &m_model, &viewmodels::DriftViewModel::confirmForget);
    connect(m_refuse, &QAbstractButton::clicked, &m_model, &viewmodels::DriftViewModel::refuseForget);
    connect(m_again, &QAbstractButton::clicked, &m_model, &viewmodels::DriftViewModel::lookAgain);
    connect(&m_model, &viewmodels::DriftViewModel::changed, this, &DriftStrip::refresh);
    refresh();
}

void DriftStrip::refresh()
{
    const State state = m_model.state();
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused), refused = focused == m_refuse;
    tellHeadline(m_headline, m_model.headline());
    m_detail->show(m_model.detail());
    const QStringList lines = m_model.lines();
    m_lines->setVisible(!lines.isEmpty());
    m_lines->show(lines.join(QLatin1Char('\n')), DiffView::Form::Text);
    m_lines->setLines(static_cast<int>(std::min(kMostLines, lines.size())));
    m_lines->setMinimumHeight(qRound(px(40))); // a page that needs the room, on a small screen, gets it
    m_lines->setAccessibleName(tr("What is not as it was set up, and since when"));
    offerAction(m_reapply, m_model.reapply(), state == State::Drifted);
    offerAction(m_keep, m_model.keep(), state == State::Drifted);
    offerAction(m_forget, m_model.forget(), state == State::Drifted);
    offerAction(m_confirm, {tr("Forget"), true, {}}, state == State::Asking);
    offerAction(m_refuse, {tr("Do not forget"), true, {}}, state == State::Asking);
    offerAction(m_again, {tr("Look again"), true, {}}, state == State::Failed);
    setVisible(state != State::Hidden);
    // Who pressed a key here goes on with one: the harmless answer first.
    if (hadFocus && state == State::Asking)
        m_refuse->setFocus(Qt::OtherFocusReason);
    else if (hadFocus && state == State::Drifted && refused)
        m_forget->setFocus(Qt::OtherFocusReason);
    update();
}

void DriftStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(window()->palette());
    const State state = m_model.state();
    paintStrip(this,
        state == State::Checking     ? theme.accentTint
            : state == State::Asking ? theme.badTint
                                     : theme.warnTint);
}

void DriftStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
