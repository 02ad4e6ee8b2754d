// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/keytable.h"

#include "widgets/common/cardpanel.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace sparkloom::widgets {

KeyTable::KeyTable(viewmodels::SignInViewModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, qRound(px(8)), 0);
    m_column->setSpacing(qRound(px(8)));
}

void KeyTable::refresh()
{
    QStringList wanted;
    for (const viewmodels::KeyRow &key : m_model.keys())
        wanted << key.name + key.fingerprint;
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    rebuild();
}

void KeyTable::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto &keys = m_model.keys();
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
        const viewmodels::KeyRow &key = keys[static_cast<std::size_t>(i)];
        auto *card = new CardPanel;
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(qRound(px(16)), qRound(px(12)), qRound(px(16)), qRound(px(12)));
        column->setSpacing(qRound(px(4)));
        auto *top = new QHBoxLayout;
        auto *name = new PlainLabel(key.name, PlainLabel::Role::Heading);
        name->setWordWrap(false);
        auto *where = new PlainLabel(QStringLiteral("%1 · %2").arg(key.address, key.type), PlainLabel::Role::Small);
        where->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
        top->addWidget(name);
        top->addWidget(where, 1);
        column->addLayout(top);
        auto *fingerprint = new PlainLabel(key.fingerprint, PlainLabel::Role::Mono);
        fingerprint->setSelectable(true);
        fingerprint->setWordWrap(false);
        column->addWidget(fingerprint);
        if (!key.cloneWarning.isEmpty())
            column->addWidget(new PlainLabel(key.cloneWarning, PlainLabel::Role::Warn));
        auto *mark = new QCheckBox(tr("I compared it: this is %1").arg(key.name));
        mark->setObjectName(QStringLiteral("acceptKey%1").arg(i));
        mark->setFont(fontOf(14));
        column->addWidget(mark);
        connect(mark, &QCheckBox::toggled, this, [this, i](bool on) { m_model.acceptKey(i, on); });
        m_column->addWidget(card);
    }
    m_column->addStretch(1);
}

} // namespace sparkloom::widgets
