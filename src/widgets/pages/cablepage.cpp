// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/cablepage.h"

#include "ui_cablepage.h"
#include "widgets/common/buttons.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/maptools.h"
#include "widgets/pages/goalbar.h"

#include <QHBoxLayout>
#include <QPainter>

namespace sparkloom::widgets {

namespace {

// A tick once a cable is in place, a ring before.
class ProgressBadge : public QWidget {
public:
    explicit ProgressBadge(QWidget *parent) : QWidget(parent) { setFixedSize(qRound(px(20)), qRound(px(20))); }
    void setDone(bool done)
    {
        m_done = done;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_done)
            paintBadge(painter, Glyph::Tick, QRectF(rect()).adjusted(1, 1, -1, -1), Stage::good(), Stage::ink());
        else
            paintGlyph(painter, Glyph::Ring, QRectF(rect()), Stage::muted());
    }

private:
    bool m_done = false;
};

} // namespace

CablePage::CablePage(viewmodels::CableViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::CablePage>()), m_goals(new GoalBar),
      m_wake(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    m_ui->header->setOnStage(true);
    m_tools = new MapTools(*m_ui->map);
    m_ui->header->addTool(m_tools);
    for (PlainLabel *label : {m_ui->progressLabel, m_ui->linkLabel, m_ui->goalLabel, m_ui->detailLabel}) {
        label->setOnStage(true);
        label->setWordWrap(false);
    }
    m_ui->linkLabel->setRole(PlainLabel::Role::Muted);
    m_ui->goalLabel->setRole(PlainLabel::Role::Muted);
    m_ui->detailLabel->setRole(PlainLabel::Role::Small);
    m_ui->detailLabel->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_ui->detailLabel->setWordWrap(true);
    auto *badgePlace = new QHBoxLayout(m_ui->progressBadge);
    badgePlace->setContentsMargins(0, 0, 0, 0);
    auto *badge = new ProgressBadge(m_ui->progressBadge);
    badge->setObjectName(QStringLiteral("badge"));
    badgePlace->addWidget(badge);
    auto *goalPlace = new QHBoxLayout(m_ui->goalChoices);
    goalPlace->setContentsMargins(0, 0, 0, 0);
    goalPlace->addWidget(m_goals);
    m_ui->problemNotice->setOnStage(true);
    m_ui->noteNotice->setOnStage(true);
    m_wake->setOnStage(true);
    m_ui->noteNotice->addButton(m_wake);
    connect(m_wake, &QAbstractButton::clicked, &m_model, &viewmodels::CableViewModel::wake);
    connect(m_goals, &GoalBar::chosen, &m_model, &viewmodels::CableViewModel::chooseGoal);
    FabricMap *map = m_ui->map;
    connect(map, &FabricMap::cableDropped, &m_model, &viewmodels::CableViewModel::dropCable);
    connect(map, &FabricMap::plugRequested, &m_model, &viewmodels::CableViewModel::plugSuggested);
    connect(map, &FabricMap::unplugRequested, &m_model, &viewmodels::CableViewModel::unplug);
    connect(map, &FabricMap::takeBackRequested, &m_model, &viewmodels::CableViewModel::takeBackLooseEnd);
    connect(map, &FabricMap::currentChanged, this, &CablePage::refreshDetails);
    connect(map, &FabricMap::detailsRequested, this, &CablePage::refreshDetails);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &CablePage::refresh);
    retranslate();
}

CablePage::~CablePage() = default;

QWidget *CablePage::firstFocus()
{
    return m_tools->place();
}

void CablePage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->map->setAccessibleName(tr("Map of the cables"));
    m_wake->setText(tr("Wake them"));
    refresh();
}

void CablePage::refreshGoals()
{
    const auto choices = m_model.choices();
    const bool choice = choices.size() > 1;
    m_ui->goalLabel->setVisible(choice);
    m_ui->goalChoices->setVisible(choice);
    m_goals->show(choices, m_model.goal());
}

void CablePage::refreshDetails()
{
    const auto current = m_ui->map->current();
    QString text;
    if (current && current->cable && *current->cable < static_cast<int>(m_model.picture().cables.size()))
        text = m_model.describe(m_model.picture().cables[static_cast<std::size_t>(*current->cable)]);
    else if (current && !current->cable)
        text = m_model.describe(current->socket);
    m_ui->detailLabel->setText(text);
    m_ui->map->setAccessibleDescription(text.isEmpty() ? m_model.summary() : text);
}

void CablePage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    const QString progress = m_model.progressText();
    m_ui->progressLabel->setText(progress);
    m_ui->progressBadge->setVisible(!progress.isEmpty());
    if (auto *badge = static_cast<ProgressBadge *>(m_ui->progressBadge->findChild<QWidget *>(QStringLiteral("badge"))))
        badge->setDone(m_model.complete());
    m_ui->linkLabel->setText(m_model.linkText());
    m_ui->problemNotice->show(m_model.problem());
    m_ui->noteNotice->show(m_model.notes().join(QLatin1Char('\n')), Notice::Tone::Warn);
    m_wake->setVisible(m_model.wakeOffered());
    m_tools->setPicture(m_model.picture());
    refreshGoals();
    refreshDetails();
}

} // namespace sparkloom::widgets
