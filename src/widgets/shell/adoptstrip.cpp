// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/adoptstrip.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/shell/stripparts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sparkloom::widgets {

using viewmodels::AdoptViewModel;
using State = AdoptViewModel::State;

AdoptStrip::AdoptStrip(AdoptViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_headline(new PlainLabel({}, PlainLabel::Role::Heading)),
      m_lines(new PlainLabel), m_detail(new PlainLabel({}, PlainLabel::Role::Muted)),
      m_takeOver(new Button({}, Button::Kind::Plain)), m_join(new Button({}, Button::Kind::Plain)),
      m_leaveOut(new Button({}, Button::Kind::Link)), m_prove(new Button({}, Button::Kind::Plain)),
      m_aside(new Button({}, Button::Kind::Link))
{
    m_headline->setObjectName(QStringLiteral("adoptHeadline"));
    m_lines->setObjectName(QStringLiteral("adoptLines"));
    m_takeOver->setObjectName(QStringLiteral("adoptButton"));
    m_join->setObjectName(QStringLiteral("adoptJoinButton"));
    m_leaveOut->setObjectName(QStringLiteral("adoptLeaveOutButton"));
    m_prove->setObjectName(QStringLiteral("adoptProveButton"));
    m_aside->setObjectName(QStringLiteral("adoptAsideButton"));
    m_lines->setHideEmpty(true);
    m_detail->setHideEmpty(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(qRound(px(3)));
    for (PlainLabel *label : {m_headline, m_lines, m_detail})
        words->addWidget(label);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(qRound(px(24)), qRound(px(10)), qRound(px(24)), qRound(px(10)));
    row->setSpacing(qRound(px(10)));
    row->addLayout(words, 1);
    for (Button *button : {m_takeOver, m_join, m_leaveOut, m_prove, m_aside})
        row->addWidget(button);
    connect(m_takeOver, &QAbstractButton::clicked, &m_model, &AdoptViewModel::triggerTakeOver);
    connect(m_join, &QAbstractButton::clicked, &m_model, &AdoptViewModel::triggerSignInToo);
    connect(m_leaveOut, &QAbstractButton::clicked, &m_model, &AdoptViewModel::triggerLeaveOut);
    connect(m_prove, &QAbstractButton::clicked, &m_model, &AdoptViewModel::triggerProve);
    connect(m_aside, &QAbstractButton::clicked, &m_model, &AdoptViewModel::putAside);
    connect(&m_model, &AdoptViewModel::changed, this, &AdoptStrip::refresh);
    refresh();
}

void AdoptStrip::refresh()
{
    const State state = m_model.state();
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    tellHeadline(m_headline, m_model.headline());
    m_lines->show(m_model.lines().join(QLatin1Char('\n')));
    m_detail->show(m_model.detail());
    offerAction(m_takeOver, m_model.takeOver(), state == State::Offered || state == State::Failed);
    offerAction(m_join, m_model.signInToo(), state == State::Missing);
    offerAction(m_leaveOut, m_model.leaveOut(), state == State::Missing);
    offerAction(m_prove, m_model.prove(), state == State::Done);
    const bool over = state == State::Done;
    offerAction(m_aside, {over ? tr("Close") : tr("Not now"), true, {}}, state != State::Reading);
    setVisible(state != State::Hidden);
    // Who pressed a key here goes on with one.
    focused = window()->focusWidget();
    if (hadFocus && state != State::Hidden && (!focused || !focused->isVisibleTo(this)))
        for (Button *button : {m_join, m_prove, m_takeOver, m_aside})
            if (button->isVisibleTo(this) && button->isEnabled()) {
                button->setFocus(Qt::OtherFocusReason);
                break;
            }
    update();
}

void AdoptStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(window()->palette());
    const State state = m_model.state();
    paintStrip(this, state == State::Failed ? theme.badTint : state == State::Done ? theme.goodTint : theme.accentTint);
}

void AdoptStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
