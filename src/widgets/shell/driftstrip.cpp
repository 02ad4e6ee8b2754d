// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/driftstrip.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"
#include "widgets/pages/diffview.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkloom::widgets {

namespace {

constexpr qsizetype kMostLines = 3; // the rest is reached by scrolling
using State = viewmodels::DriftViewModel::State;

void offer(Button *button, const viewmodels::PageAction &action, bool visible)
{
    button->setVisible(visible);
    button->setText(action.text);
    button->setEnabled(action.enabled);
    button->setAccessibleName(action.text);
    button->setAccessibleDescription(action.enabled ? QString() : action.reason);
    setPlainToolTip(button, action.enabled ? QString() : action.reason);
}

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
    const QString headline = m_model.headline();
    if (m_headline->text() != headline) {
        m_headline->setText(headline);
        m_headline->setAccessibleName(headline);
        QAccessibleEvent event(m_headline, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    m_detail->show(m_model.detail());
    const QStringList lines = m_model.lines();
    m_lines->setVisible(!lines.isEmpty());
    m_lines->show(lines.join(QLatin1Char('\n')), DiffView::Form::Text);
    m_lines->setLines(static_cast<int>(std::min(kMostLines, lines.size())));
    m_lines->setMinimumHeight(qRound(px(40))); // a page that needs the room, on a small screen, gets it
    m_lines->setAccessibleName(tr("What is not as it was set up, and since when"));
    offer(m_reapply, m_model.reapply(), state == State::Drifted);
    offer(m_keep, m_model.keep(), state == State::Drifted);
    offer(m_forget, m_model.forget(), state == State::Drifted);
    offer(m_confirm, {tr("Forget"), true, {}}, state == State::Asking);
    offer(m_refuse, {tr("Do not forget"), true, {}}, state == State::Asking);
    offer(m_again, {tr("Look again"), true, {}}, state == State::Failed);
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
    QPainter painter(this);
    const Theme theme = Theme::of(window()->palette());
    const State state = m_model.state();
    painter.fillRect(rect(),
        state == State::Checking     ? theme.accentTint
            : state == State::Asking ? theme.badTint
                                     : theme.warnTint);
    painter.setPen(theme.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void DriftStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
