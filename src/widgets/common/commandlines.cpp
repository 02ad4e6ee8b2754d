// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/commandlines.h"

#include "widgets/common/plainlabel.h"

#include <QStringList>

namespace sparkloom::widgets {

CommandLines commandLinesOf(const QString &text)
{
    QStringList words, commands;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("  ")))
            commands << line.mid(2);
        else
            words << line;
    }
    return {words.join(QLatin1Char('\n')), commands.join(QLatin1Char('\n'))};
}

PlainLabel *makeCommandLabel(QWidget *parent)
{
    auto *label = new PlainLabel({}, PlainLabel::Role::Mono, parent);
    label->setObjectName(QStringLiteral("commandLines"));
    label->setSelectable(true);
    label->setHideEmpty(true);
    return label;
}

} // namespace sparkloom::widgets
