// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/footer.h"

#include "widgets/common/buttons.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace sparkloom::widgets {

Footer::Footer(QWidget *parent)
    : QWidget(parent), m_back(new Button(tr("Back"), Button::Kind::Link)),
      m_reason(new PlainLabel({}, PlainLabel::Role::Muted)), m_primary(new Button({}, Button::Kind::Primary))
{
    setFixedHeight(qRound(px(60)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(qRound(px(24)), 0, qRound(px(24)), 0);
    row->setSpacing(qRound(px(18)));
    row->addWidget(m_back);
    row->addWidget(m_reason, 1);
    row->addWidget(m_primary);
    m_reason->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    connect(m_back, &QAbstractButton::clicked, this, &Footer::backClicked);
    connect(m_primary, &QAbstractButton::clicked, this, &Footer::primaryClicked);
}

void Footer::show(const viewmodels::PageAction &action, bool canGoBack)
{
    if (m_primary->text() != action.text) {
        m_primary->setText(action.text);
        m_primary->updateGeometry();
    }
    m_primary->setVisible(!action.text.isEmpty());
    m_primary->setEnabled(action.enabled);
    m_primary->setAccessibleDescription(action.reason);
    m_reason->setText(action.enabled ? QString() : action.reason);
    m_back->setVisible(canGoBack);
    setVisible(canGoBack || !action.text.isEmpty());
}

void Footer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(window()->palette());
    painter.fillRect(rect(), theme.rail);
    painter.setPen(theme.line);
    painter.drawLine(0, 0, width(), 0);
}

void Footer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_back->setText(tr("Back"));
}

} // namespace sparkloom::widgets
