// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/changedkeypanel.h"

#include "widgets/common/buttons.h"
#include "widgets/common/cardpanel.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace sparkloom::widgets {

namespace {

PlainLabel *newLabel(PlainLabel::Role role)
{
    return new PlainLabel({}, role);
}

} // namespace

ChangedKeyPanel::ChangedKeyPanel(viewmodels::SignInViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_knownTitle(newLabel(PlainLabel::Role::Small)),
      m_known(newLabel(PlainLabel::Role::Mono)), m_shownTitle(newLabel(PlainLabel::Role::Small)),
      m_shown(newLabel(PlainLabel::Role::Mono)), m_otherTitle(newLabel(PlainLabel::Role::Heading)),
      m_other(newLabel(PlainLabel::Role::Body)), m_reinstalledTitle(newLabel(PlainLabel::Role::Heading)),
      m_reinstalled(newLabel(PlainLabel::Role::Body)), m_command(newLabel(PlainLabel::Role::Mono)),
      m_confirm(newLabel(PlainLabel::Role::Muted)), m_typedName(new QLineEdit),
      m_replace(new Button({}, Button::Kind::Plain)), m_close(new Button({}, Button::Kind::Link))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(px(8)));
    auto *card = new CardPanel;
    auto *keys = new QVBoxLayout(card);
    keys->setContentsMargins(qRound(px(18)), qRound(px(14)), qRound(px(18)), qRound(px(14)));
    keys->setSpacing(qRound(px(3)));
    for (PlainLabel *key : {m_known, m_shown})
        key->setSelectable(true);
    for (PlainLabel *line : {m_knownTitle, m_known, m_shownTitle, m_shown})
        keys->addWidget(line);
    column->addWidget(card);
    column->addSpacing(qRound(px(6)));
    column->addWidget(m_otherTitle);
    column->addWidget(m_other);
    column->addSpacing(qRound(px(6)));
    column->addWidget(m_reinstalledTitle);
    column->addWidget(m_reinstalled);
    column->addWidget(m_command);
    column->addWidget(m_confirm);
    auto *row = new QHBoxLayout;
    m_typedName->setMaxLength(253);
    m_typedName->setObjectName(QStringLiteral("typedName"));
    m_typedName->setMaximumWidth(qRound(px(320)));
    m_replace->setObjectName(QStringLiteral("replaceKeyButton"));
    row->addWidget(m_typedName, 1);
    row->addWidget(m_replace);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    column->addWidget(m_close);
    connect(m_replace, &QAbstractButton::clicked, this, [this] {
        m_model.replaceKey(m_name, m_typedName->text().trimmed());
        m_model.closeChangedKey();
    });
    connect(m_close, &QAbstractButton::clicked, &m_model, &viewmodels::SignInViewModel::closeChangedKey);
    connect(m_typedName, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_replace->setEnabled(text.trimmed() == m_name); });
}

void ChangedKeyPanel::refresh()
{
    const auto changed = m_model.changedKey();
    if (!changed)
        return;
    if (m_name != changed->name)
        m_typedName->clear();
    m_name = changed->name;
    m_knownTitle->setText(tr("The key on record"));
    m_known->setText(changed->known);
    m_shownTitle->setText(tr("The key that it shows now"));
    m_shown->setText(changed->shown);
    m_otherTitle->setText(tr("You changed nothing?"));
    m_other->setText(tr(
        "Then another machine may answer at this address, by chance or on purpose. Leave this Spark out and find out "
        "which machine has its address now."));
    m_reinstalledTitle->setText(tr("You reinstalled %1?").arg(m_name));
    m_reinstalled->setText(tr("Then it made itself a new key. At the Spark, with screen and keyboard, this line prints "
                              "it; compare every character:"));
    m_command->setText(viewmodels::SignInViewModel::compareCommand());
    m_confirm->setText(tr("It is the same? Type the name of the Spark. The old key is put aside, not forgotten."));
    m_typedName->setPlaceholderText(m_name);
    m_typedName->setAccessibleName(tr("Name of the reinstalled Spark"));
    m_replace->setText(tr("Replace the key on record"));
    m_replace->updateGeometry();
    m_replace->setEnabled(m_typedName->text().trimmed() == m_name);
    m_close->setText(tr("Back to the list"));
    m_close->updateGeometry();
}

} // namespace sparkloom::widgets
