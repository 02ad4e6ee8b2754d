// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/findpage.h"

#include "ui_findpage.h"
#include "widgets/common/cardpanel.h"
#include "widgets/common/theme.h"

#include <QVBoxLayout>

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

FindPage::FindPage(viewmodels::FindViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::FindPage>()),
      m_decide(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    m_sparkCards = std::make_unique<CardList<ChoiceCard>>(columnIn(m_ui->sparkCards));
    m_otherCards = std::make_unique<CardList<ChoiceCard>>(columnIn(m_ui->otherCards));
    columnIn(m_ui->hindrances)->setSpacing(qRound(px(3)));
    m_ui->addLabel->setRole(PlainLabel::Role::Heading);
    m_ui->addLabel->setBuddy(m_ui->addEdit);
    m_ui->hindranceHeading->setRole(PlainLabel::Role::Heading);
    m_ui->emptyLabel->setRole(PlainLabel::Role::Muted);
    m_ui->addError->setRole(PlainLabel::Role::Bad);
    m_ui->addError->setHideEmpty(true);
    m_ui->addEdit->setMaxLength(300);
    m_ui->othersToggle->setKind(Button::Kind::Link);
    m_ui->openNotice->addButton(m_decide);
    connect(m_decide, &QAbstractButton::clicked, &m_model, &viewmodels::FindViewModel::showInterrupted);
    connect(m_ui->othersToggle, &QAbstractButton::clicked, this, [this] {
        m_othersShown = !m_othersShown;
        refreshOthers();
    });
    const auto add = [this] {
        m_model.add(m_ui->addEdit->text());
        if (m_model.addError().isEmpty())
            m_ui->addEdit->clear();
    };
    connect(m_ui->addButton, &QAbstractButton::clicked, this, add);
    connect(m_ui->addEdit, &QLineEdit::returnPressed, this, add);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &FindPage::refreshWhenSeen);
    retranslate();
}

FindPage::~FindPage() = default;

QWidget *FindPage::firstFocus()
{
    return m_sparkCards->empty() ? static_cast<QWidget *>(m_ui->addEdit) : m_sparkCards->front();
}

void FindPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->addEdit->setAccessibleName(tr("Name or address of a Spark"));
    m_ui->foundArea->setAccessibleName(tr("Machines on this network"));
    m_decide->setText(tr("Decide now"));
    refresh();
}

void FindPage::refreshCards(CardList<ChoiceCard> &cards, const std::vector<viewmodels::FindCard> &values)
{
    cards.resize(values.size(), [this, &values](ChoiceCard *card, std::size_t number) {
        connect(card, &QAbstractButton::clicked, this, [this, &values, number] {
            if (number < values.size())
                m_model.toggle(viewmodels::FindCard(values[number]));
        });
    });
    for (std::size_t i = 0; i < values.size(); ++i) {
        const viewmodels::FindCard &value = values[i];
        const QString corner = value.virtualSpark ? tr("virtual") : value.stale ? tr("not seen lately") : QString();
        cards[i]->show(value.name, value.subtitle, corner, value.chosen);
        cards[i]->setObjectName(u"card_%1"_s.arg(value.name));
    }
}

// Machines that are hardly Sparks stay out of the way until they are asked for.
void FindPage::refreshOthers()
{
    const int count = static_cast<int>(m_model.others().size());
    m_ui->othersToggle->setVisible(count > 0);
    m_ui->othersToggle->setText(
        m_othersShown ? tr("Hide the other machines") : tr("Show %n other machine(s) with SSH", nullptr, count));
    m_ui->othersToggle->updateGeometry();
    m_ui->otherCards->setVisible(m_othersShown && count > 0);
    refreshCards(*m_otherCards, m_model.others());
}

void FindPage::refreshHindrances()
{
    const auto all = m_model.hindrances();
    while (m_hindrances.size() < all.size()) {
        HindranceLabels labels{
            new PlainLabel({}, PlainLabel::Role::Strong), new PlainLabel({}, PlainLabel::Role::Muted)};
        m_ui->hindrances->layout()->addWidget(labels.title);
        m_ui->hindrances->layout()->addWidget(labels.remedy);
        m_hindrances.push_back(labels);
    }
    for (std::size_t i = 0; i < m_hindrances.size(); ++i) {
        const bool shown = i < all.size();
        m_hindrances[i].title->setVisible(shown);
        m_hindrances[i].remedy->setVisible(shown);
        if (!shown)
            continue;
        m_hindrances[i].title->setText(all[i].title);
        m_hindrances[i].title->setRole(all[i].certain ? PlainLabel::Role::Warn : PlainLabel::Role::Strong);
        m_hindrances[i].remedy->setText(all[i].remedy);
    }
    m_ui->hindranceHeading->setVisible(!all.empty());
}

void FindPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    refreshCards(*m_sparkCards, m_model.sparks());
    m_ui->sparkCards->setVisible(!m_model.sparks().empty());
    refreshOthers();
    m_ui->emptyLabel->setVisible(m_model.sparks().empty());
    m_ui->emptyLabel->setText(m_model.emptyText());
    m_ui->addError->show(m_model.addError());
    for (QWidget *adding : std::initializer_list<QWidget *>{m_ui->addLabel, m_ui->addEdit, m_ui->addButton})
        adding->setVisible(!m_model.practice());
    refreshHindrances();
    m_ui->leftNotice->show(m_model.leftAlone(), Notice::Tone::Warn);
    if (m_model.interrupted())
        m_ui->openNotice->show(
            {tr("A change of these Sparks was not finished."), tr("Some may be set up and some not."),
                tr("Finish what was begun, or take it back.")},
            Notice::Tone::Warn);
    else
        m_ui->openNotice->hide();
}

} // namespace sparkloom::widgets
