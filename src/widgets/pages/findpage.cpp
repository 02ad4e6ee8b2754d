// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/findpage.h"

#include "ui_findpage.h"
#include "widgets/common/cardpanel.h"
#include "widgets/common/theme.h"

#include <QVBoxLayout>

namespace sparkloom::widgets {

namespace {

QVBoxLayout *columnIn(QWidget *place)
{
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(px(8)));
    return column;
}

// As many cards as values; existing ones stay, so that the focus does.
void resizeCards(std::vector<ChoiceCard *> &cards, std::size_t count, QVBoxLayout *column)
{
    while (cards.size() > count) {
        cards.back()->deleteLater();
        cards.back()->hide();
        cards.pop_back();
    }
    while (cards.size() < count) {
        cards.push_back(new ChoiceCard);
        column->addWidget(cards.back());
    }
}

} // namespace

FindPage::FindPage(viewmodels::FindViewModel &model, QWidget *parent) : Page(parent), m_model(model), m_ui(std::make_unique<Ui::FindPage>())
{
    m_ui->setupUi(this);
    m_sparkColumn = columnIn(m_ui->sparkCards);
    m_otherColumn = columnIn(m_ui->otherCards);
    m_scenarioColumn = columnIn(m_ui->scenarioCards);
    m_ui->networkHeading->setRole(PlainLabel::Role::Heading);
    m_ui->practiceHeading->setRole(PlainLabel::Role::Heading);
    m_ui->practiceHint->setRole(PlainLabel::Role::Muted);
    m_ui->othersHeading->setRole(PlainLabel::Role::Small);
    m_ui->addLabel->setRole(PlainLabel::Role::Muted);
    m_ui->addLabel->setBuddy(m_ui->addEdit);
    m_ui->emptyLabel->setRole(PlainLabel::Role::Muted);
    m_ui->addError->setRole(PlainLabel::Role::Bad);
    m_ui->addError->setHideEmpty(true);
    m_ui->addEdit->setMaxLength(300);
    m_finish = new Button({}, Button::Kind::Plain);
    m_revert = new Button({}, Button::Kind::Plain);
    m_ui->openNotice->addButton(m_revert);
    m_ui->openNotice->addButton(m_finish);
    connect(m_finish, &QAbstractButton::clicked, &m_model, &viewmodels::FindViewModel::finishOpen);
    connect(m_revert, &QAbstractButton::clicked, &m_model, &viewmodels::FindViewModel::revertOpen);
    const auto add = [this] {
        m_model.add(m_ui->addEdit->text());
        if (m_model.addError().isEmpty())
            m_ui->addEdit->clear();
    };
    connect(m_ui->addButton, &QAbstractButton::clicked, this, add);
    connect(m_ui->addEdit, &QLineEdit::returnPressed, this, add);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &FindPage::refresh);
    retranslate();
}

FindPage::~FindPage() = default;

QWidget *FindPage::firstFocus()
{
    return m_sparkCards.empty() ? static_cast<QWidget *>(m_ui->addEdit) : m_sparkCards.front();
}

void FindPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->addEdit->setAccessibleName(tr("Name or address of a Spark"));
    m_ui->foundArea->setAccessibleName(tr("Machines on this network"));
    m_ui->scenarioArea->setAccessibleName(tr("Scenarios to practise with"));
    m_finish->setText(tr("Finish it"));
    m_revert->setText(tr("Take it back"));
    refresh();
}

void FindPage::refreshCards(QVBoxLayout *column, std::vector<ChoiceCard *> &cards, const std::vector<viewmodels::FindCard> &values)
{
    const std::size_t before = cards.size();
    resizeCards(cards, values.size(), column);
    for (std::size_t i = before; i < cards.size(); ++i)
        connect(cards[i], &QAbstractButton::clicked, this, [this, &cards, &values, i] {
            if (i < values.size() && i < cards.size())
                m_model.toggle(viewmodels::FindCard(values[i]));
        });
    for (std::size_t i = 0; i < values.size(); ++i) {
        const viewmodels::FindCard &value = values[i];
        const QString corner = value.virtualSpark ? tr("virtual") : value.stale ? tr("not seen lately") : QString();
        cards[i]->show(value.name, value.subtitle, corner, value.chosen);
        cards[i]->setObjectName(QStringLiteral("card_%1").arg(value.name));
    }
}

void FindPage::refreshScenarios()
{
    const auto &scenarios = m_model.scenarios();
    const std::size_t before = m_scenarioCards.size();
    resizeCards(m_scenarioCards, scenarios.size(), m_scenarioColumn);
    for (std::size_t i = before; i < m_scenarioCards.size(); ++i)
        connect(m_scenarioCards[i], &QAbstractButton::clicked, this, [this, i] {
            if (i < m_model.scenarios().size())
                m_model.practise(QString(m_model.scenarios()[i].name));
        });
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        m_scenarioCards[i]->setTickable(false);
        m_scenarioCards[i]->setObjectName(QStringLiteral("scenario_%1").arg(scenarios[i].name));
        const bool running = scenarios[i].name == m_model.practice();
        m_scenarioCards[i]->show(scenarios[i].title, scenarios[i].hint,
            running ? (m_model.practiceStarting() ? tr("starting") : tr("running")) : tr("%n Spark(s)", nullptr, scenarios[i].sparkCount), running);
        m_scenarioCards[i]->setEnabled(!m_model.practiceStarting());
    }
}

void FindPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    refreshCards(m_sparkColumn, m_sparkCards, m_model.sparks());
    refreshCards(m_otherColumn, m_otherCards, m_model.others());
    refreshScenarios();
    m_ui->othersHeading->setVisible(!m_model.others().empty());
    m_ui->emptyLabel->setVisible(m_model.sparks().empty());
    m_ui->emptyLabel->setText(m_model.emptyText());
    m_ui->addError->show(m_model.addError());
    m_ui->practiceNotice->show(m_model.practiceProblem(), Notice::Tone::Bad);
    if (m_model.hasOpenTransaction())
        m_ui->openNotice->show({tr("A set-up of these Sparks was not finished."),
                                   tr("Some may be set up and some not. A Spark that had not kept its settings has gone back by itself."),
                                   tr("Finish what was begun, or take it back on all of them. Both can be repeated.")},
            Notice::Tone::Warn);
    else
        m_ui->openNotice->hide();
}

} // namespace sparkloom::widgets
