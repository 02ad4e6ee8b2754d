// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side/helppage.h"

#include "viewmodels/helptexts.h"
#include "widgets/common/theme.h"
#include "widgets/shell/pageheader.h"
#include "widgets/side/textcolumn.h"

#include <QVBoxLayout>

namespace sparkloom::widgets {

HelpPage::HelpPage(const viewmodels::StepsViewModel &steps, QWidget *parent)
    : Page(parent), m_steps(steps), m_header(new PageHeader), m_text(new TextColumn)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(qRound(px(32)), qRound(px(26)), qRound(px(32)), qRound(px(18)));
    column->setSpacing(qRound(px(16)));
    column->addWidget(m_header);
    column->addWidget(m_text, 1);
    m_text->setObjectName(QStringLiteral("helpText"));
    connect(&m_steps, &viewmodels::StepsViewModel::currentChanged, this, &HelpPage::retranslate);
    retranslate();
}

QWidget *HelpPage::firstFocus()
{
    return m_text;
}

void HelpPage::retranslate()
{
    const viewmodels::HelpText help = viewmodels::helpFor(m_steps.current());
    m_header->show(help.title, {});
    m_text->clear();
    m_text->setAccessibleName(help.title);
    m_text->setAccessibleDescription(help.purpose + QLatin1Char(' ') + help.how);
    m_text->add(help.purpose);
    m_text->add(help.how);
    if (!help.troubles.empty())
        m_text->add(tr("What can go wrong"), PlainLabel::Role::Heading);
    for (const auto &trouble : help.troubles)
        m_text->addPair(trouble.seen, trouble.remedy);
    m_text->add(tr("Keys"), PlainLabel::Role::Heading);
    for (const auto &key : viewmodels::helpKeys())
        m_text->addPair(key.seen, key.remedy);
    m_text->addSpace();
}

} // namespace sparkloom::widgets
