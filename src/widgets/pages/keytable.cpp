// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/keytable.h"

#include "widgets/common/cardpanel.h"
#include "widgets/common/commandlines.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace sparkloom::widgets {

KeyTable::KeyTable(viewmodels::SignInViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_column(new QVBoxLayout(this))
{
    setLeadingMargins(m_column, 0, 0, qRound(px(8)), 0);
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

void KeyTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_shown.empty())
        rebuild();
}

void KeyTable::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *card = new CardPanel;
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(qRound(px(18)), qRound(px(14)), qRound(px(18)), qRound(px(16)));
    grid->setHorizontalSpacing(qRound(px(24)));
    grid->setVerticalSpacing(qRound(px(4)));
    grid->setColumnStretch(1, 1);
    int column = 0;
    for (const QString &heading : {tr("Spark"), tr("Fingerprint"), tr("Compared")})
        grid->addWidget(new PlainLabel(heading, PlainLabel::Role::Small), 0, column++);
    const auto &keys = m_model.keys();
    int line = 1;
    for (int i = 0; i < static_cast<int>(keys.size()); ++i)
        line = addKey(grid, line, i, keys[static_cast<std::size_t>(i)]);
    m_column->addWidget(card);
    m_column->addStretch(1);
}

int KeyTable::addKey(QGridLayout *grid, int line, int number, const viewmodels::KeyRow &key)
{
    const auto label = [](const QString &text, PlainLabel::Role role) {
        auto *made = new PlainLabel(text, role);
        made->setWordWrap(false);
        return made;
    };
    grid->setRowMinimumHeight(line, qRound(px(10)));
    ++line;
    grid->addWidget(label(key.name, PlainLabel::Role::Heading), line, 0);
    auto *fingerprint = label(key.fingerprint, PlainLabel::Role::Mono);
    fingerprint->setSelectable(true);
    grid->addWidget(fingerprint, line, 1);
    auto *mark = new QCheckBox(tr("is the same"));
    mark->setAccessibleName(tr("I compared it: this is %1").arg(key.name));
    mark->setAccessibleDescription(key.fingerprint);
    mark->setObjectName(QStringLiteral("acceptKey%1").arg(number));
    mark->setFont(fontOf(14));
    mark->setChecked(key.accepted); // in another language it stays compared
    connect(mark, &QCheckBox::toggled, this, [this, number](bool on) { m_model.acceptKey(number, on); });
    grid->addWidget(mark, line, 2);
    ++line;
    grid->addWidget(label(key.address, PlainLabel::Role::Small), line, 0);
    grid->addWidget(label(key.type, PlainLabel::Role::Small), line, 1);
    ++line;
    if (const QString warning = viewmodels::SignInViewModel::cloneWarning(key); !warning.isEmpty()) {
        const CommandLines told = commandLinesOf(warning);
        grid->addWidget(new PlainLabel(told.words, PlainLabel::Role::Warn), line++, 0, 1, 3);
        auto *commands = makeCommandLabel();
        commands->show(told.commands);
        grid->addWidget(commands, line++, 0, 1, 3);
    }
    return line;
}

} // namespace sparkloom::widgets
