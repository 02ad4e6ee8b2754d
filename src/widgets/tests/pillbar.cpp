// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/pillbar.h"

#include "widgets/common/pill.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

PillBar::PillBar(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(px(6)));
    row->addStretch(1);
}

void PillBar::show(const QString &name, const QStringList &texts, const QStringList &descriptions, int chosenPlace)
{
    while (static_cast<qsizetype>(m_buttons.size()) > texts.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (static_cast<qsizetype>(m_buttons.size()) < texts.size()) {
        const int place = static_cast<int>(m_buttons.size());
        auto *button = new PillButton(this);
        button->setOnStage(true);
        button->setObjectName(name + QString::number(place));
        connect(button, &QAbstractButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
        static_cast<QHBoxLayout *>(layout())->insertWidget(place, button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        m_buttons[i]->setText(texts[place]);
        setPlainToolTip(m_buttons[i], descriptions.value(place));
        m_buttons[i]->setAccessibleDescription(descriptions.value(place));
        m_buttons[i]->setChecked(static_cast<int>(i) == chosenPlace);
        m_buttons[i]->updateGeometry();
    }
}

} // namespace sparkloom::widgets
