// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/startpage.h"

#include "ui_startpage.h"
#include "widgets/common/cardpanel.h"
#include "widgets/common/pill.h"
#include "widgets/common/theme.h"
#include "widgets/pages/storycard.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

namespace {

QVBoxLayout *columnIn(QWidget *place)
{
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(px(8)));
    return column;
}

} // namespace

StartPage::StartPage(viewmodels::StartViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    m_glance = std::make_unique<CardList<ChoiceCard>>(columnIn(m_ui->glanceCards));
    m_recent = std::make_unique<CardList<ChoiceCard>>(columnIn(m_ui->recentCards));
    m_scenarios = std::make_unique<CardList<StoryCard>>(columnIn(m_ui->scenarioCards));
    for (PlainLabel *heading : {m_ui->networkHeading, m_ui->recentHeading, m_ui->practiceHeading})
        heading->setRole(PlainLabel::Role::Heading);
    for (PlainLabel *quiet : {m_ui->networkLabel, m_ui->practiceHint, m_ui->addLabel}) {
        quiet->setRole(PlainLabel::Role::Muted);
        quiet->setHideEmpty(true);
    }
    m_ui->addLabel->setBuddy(m_ui->addEdit);
    m_ui->addError->setRole(PlainLabel::Role::Bad);
    m_ui->addError->setHideEmpty(true);
    m_ui->addEdit->setMaxLength(300);
    m_ui->endPracticeButton->setKind(Button::Kind::Link);
    makePills();
    const auto add = [this] { m_model.add(m_ui->addEdit->text()); };
    connect(m_ui->addButton, &QAbstractButton::clicked, this, add);
    connect(m_ui->addEdit, &QLineEdit::returnPressed, this, add);
    connect(m_ui->endPracticeButton, &QAbstractButton::clicked, &m_model, &viewmodels::StartViewModel::endPractice);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &StartPage::refreshWhenSeen);
    retranslate();
}

StartPage::~StartPage() = default;

void StartPage::makePills()
{
    auto *row = new QHBoxLayout(m_ui->groupPills);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(px(6)));
    for (const viewmodels::ScenarioGroup group : viewmodels::kScenarioGroups) {
        auto *pill = new PillButton;
        pill->setObjectName(u"group%1"_s.arg(static_cast<int>(group)));
        connect(pill, &QAbstractButton::clicked, this, [this, group] {
            m_model.showGroup(group);
            m_ui->scenarioArea->verticalScrollBar()->setValue(0);
        });
        row->addWidget(pill);
        m_pills.push_back(pill);
    }
    row->addStretch(1);
}

QWidget *StartPage::firstFocus()
{
    if (!m_glance->empty())
        return m_glance->front();
    return m_recent->empty() ? static_cast<QWidget *>(m_ui->addEdit) : m_recent->front();
}

void StartPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->addEdit->setAccessibleName(tr("Name or address of a Spark"));
    m_ui->recentArea->setAccessibleName(tr("Clusters of before"));
    m_ui->scenarioArea->setAccessibleName(tr("Scenarios to practise with"));
    m_model.retranslate(); // and with it this page
}

void StartPage::refreshNetwork()
{
    const auto &sparks = m_model.glance();
    m_glance->resize(sparks.size(), [this](ChoiceCard *card, std::size_t number) {
        card->setTickable(false);
        connect(card, &QAbstractButton::clicked, this, [this, number] {
            if (number < m_model.glance().size())
                m_model.choose(viewmodels::GlanceCard(m_model.glance()[number]));
        });
    });
    for (std::size_t i = 0; i < sparks.size(); ++i) {
        (*m_glance)[i]->setObjectName(u"glance_%1"_s.arg(sparks[i].name));
        (*m_glance)[i]->show(
            sparks[i].name, sparks[i].subtitle, sparks[i].stale ? tr("not seen lately") : QString(), false);
    }
    m_ui->glanceCards->setVisible(!sparks.empty());
    m_ui->networkLabel->show(m_model.networkText());
    const bool practising = !m_model.practice().isEmpty();
    m_ui->addLabel->setVisible(!practising);
    m_ui->addEdit->setVisible(!practising);
    m_ui->addButton->setVisible(!practising);
    m_ui->addButton->setEnabled(m_model.ready());
    m_ui->addError->show(m_model.addError());
}

void StartPage::refreshRecent()
{
    const auto &clusters = m_model.recent();
    m_recent->resize(clusters.size(), [this](ChoiceCard *card, std::size_t number) {
        card->setTickable(false);
        connect(card, &QAbstractButton::clicked, this, [this, number] {
            if (number < m_model.recent().size())
                m_model.open(QString(m_model.recent()[number].cluster));
        });
    });
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        (*m_recent)[i]->setObjectName(u"recent_%1"_s.arg(clusters[i].cluster));
        (*m_recent)[i]->show(clusters[i].title, clusters[i].subtitle, clusters[i].corner, clusters[i].interrupted);
    }
    m_ui->recentHeading->setVisible(!clusters.empty());
    m_ui->recentArea->setVisible(!clusters.empty());
    m_ui->noRecentSpace->setVisible(clusters.empty());
}

void StartPage::refreshScenarios()
{
    std::vector<viewmodels::ScenarioCard> shown;
    for (const viewmodels::ScenarioCard &scenario : m_model.scenarios())
        if (scenario.group == m_model.group())
            shown.push_back(scenario);
    m_scenarios->resize(shown.size(), [this](StoryCard *card, std::size_t) {
        connect(card, &QAbstractButton::clicked, this,
            [this, card] { m_model.practise(card->property("scenario").toString()); });
    });
    for (std::size_t i = 0; i < shown.size(); ++i) {
        StoryCard *card = (*m_scenarios)[i];
        card->setObjectName(u"scenario_%1"_s.arg(shown[i].name));
        card->setProperty("scenario", shown[i].name);
        const bool running = shown[i].name == m_model.practice();
        card->show(shown[i].title,
            running ? (m_model.practiceStarting() ? tr("starting") : tr("running"))
                    : tr("%n Spark(s)", nullptr, shown[i].sparkCount),
            shown[i].story);
        card->setChosen(running);
        card->setEnabled(!m_model.practiceStarting());
    }
    for (std::size_t i = 0; i < m_pills.size(); ++i) {
        const viewmodels::ScenarioGroup group = viewmodels::kScenarioGroups[i];
        const auto count = std::count_if(m_model.scenarios().begin(), m_model.scenarios().end(),
            [&](const viewmodels::ScenarioCard &scenario) { return scenario.group == group; });
        m_pills[i]->setText(u"%1 · %2"_s.arg(viewmodels::StartViewModel::groupName(group)).arg(count));
        m_pills[i]->setChecked(group == m_model.group());
        m_pills[i]->updateGeometry();
    }
}

void StartPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->problemNotice->show(m_model.problem(), Notice::Tone::Bad);
    m_ui->endPracticeButton->setVisible(!m_model.practice().isEmpty() && !m_model.practiceStarting());
    refreshNetwork();
    refreshRecent();
    refreshScenarios();
}

} // namespace sparkloom::widgets
