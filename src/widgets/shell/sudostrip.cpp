// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/sudostrip.h"

#include "ui_sudostrip.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QPainter>

namespace sparkloom::widgets {

SudoStrip::SudoStrip(viewmodels::SudoViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_ui(std::make_unique<Ui::SudoStrip>())
{
    m_ui->setupUi(this);
    m_ui->headlineLabel->setRole(PlainLabel::Role::Heading);
    m_ui->reasonLabel->setRole(PlainLabel::Role::Muted);
    m_ui->refuseButton->setKind(Button::Kind::Link);
    m_ui->sameCheck->setFont(fontOf(14));
    connect(m_ui->answerButton, &QAbstractButton::clicked, this, &SudoStrip::answer);
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, this, &SudoStrip::answer);
    connect(m_ui->refuseButton, &QAbstractButton::clicked, &m_model, &viewmodels::SudoViewModel::refuse);
    connect(&m_model, &viewmodels::SudoViewModel::changed, this, &SudoStrip::refresh);
    refresh();
}

SudoStrip::~SudoStrip() = default;

void SudoStrip::answer()
{
    QByteArray bytes = m_ui->passwordEdit->text().toUtf8();
    const base::Secret password(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    base::Secret::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    m_ui->passwordEdit->clear();
    m_model.answer(password, m_ui->sameCheck->isVisible() && m_ui->sameCheck->isChecked());
}

void SudoStrip::refresh()
{
    const bool appears = m_model.asking() && !isVisible();
    setVisible(m_model.asking());
    m_ui->headlineLabel->setText(m_model.headline());
    m_ui->headlineLabel->setRole(m_model.wrongBefore() ? PlainLabel::Role::Bad : PlainLabel::Role::Heading);
    m_ui->reasonLabel->setText(m_model.reason());
    m_ui->passwordEdit->setAccessibleName(m_model.headline());
    m_ui->passwordEdit->setAccessibleDescription(m_model.reason());
    m_ui->sameCheck->setVisible(m_model.severalSparks());
    if (appears)
        m_ui->sameCheck->setChecked(m_model.sameSuggested());
    if (appears || m_model.wrongBefore())
        m_ui->passwordEdit->setFocus();
}

void SudoStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(window()->palette());
    painter.fillRect(rect(), m_model.wrongBefore() ? theme.badTint : theme.warnTint);
    painter.setPen(theme.line);
    painter.drawLine(0, 0, width(), 0);
}

void SudoStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
}

} // namespace sparkloom::widgets
