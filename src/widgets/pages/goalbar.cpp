// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/goalbar.h"

#include "engine/text/names.h"
#include "viewmodels/words.h"
#include "widgets/common/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace sparkloom::widgets {

namespace {

// One choice: a pill, filled where it is chosen.
class GoalButton : public QAbstractButton {
public:
    explicit GoalButton(QWidget *parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setFont(fontOf(13, QFont::Medium));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + qRound(px(28)), qRound(px(30))};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF area = QRectF(rect()).adjusted(1.2, 1.2, -1.2, -1.2);
        painter.setBrush(isChecked() ? QColor(0x17353a) : QColor(0x0c111b));
        painter.setPen(QPen(hasFocus() ? Stage::text()
                : isChecked()          ? Stage::link()
                                       : QColor(0x39, 0x46, 0x61),
            hasFocus() ? 2 : 1.2));
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        painter.setPen(isChecked() ? Stage::text() : Stage::muted());
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

GoalBar::GoalBar(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(px(6)));
}

void GoalBar::show(const std::vector<domain::Topology> &choices, std::optional<domain::Topology> chosenOne)
{
    if (choices != m_choices) {
        m_choices = choices;
        for (QAbstractButton *button : m_buttons)
            delete button;
        m_buttons.clear();
        for (const domain::Topology choice : choices) {
            auto *button = new GoalButton(this);
            button->setObjectName(QStringLiteral("goal_%1").arg(QString::fromUtf8(
                domain::toText(choice).data(), static_cast<qsizetype>(domain::toText(choice).size()))));
            layout()->addWidget(button);
            connect(button, &QAbstractButton::clicked, this, [this, choice] { Q_EMIT chosen(choice); });
            m_buttons.push_back(button);
        }
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(engine::text::topologyTitle(m_choices[i]));
        m_buttons[i]->setToolTip(viewmodels::Words::topologyHint(m_choices[i]));
        m_buttons[i]->setAccessibleDescription(viewmodels::Words::topologyHint(m_choices[i]));
        m_buttons[i]->setChecked(chosenOne == m_choices[i]);
        m_buttons[i]->updateGeometry();
    }
}

} // namespace sparkloom::widgets
