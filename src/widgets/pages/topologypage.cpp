// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/topologypage.h"

#include "ui_topologypage.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/savefile.h"
#include "widgets/common/theme.h"
#include "widgets/pages/topologycard.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

namespace {

// Names of parts are Latin in every language: read from right to left, a line says that it is, and keeps the name
// together.
QString bulleted(const QStringList &lines, bool mirrored)
{
    constexpr QChar kRightToLeftMark(0x200f), kIsolate(0x2068), kEndOfIsolate(0x2069);
    QStringList points;
    for (const QString &line : lines)
        points << (mirrored ? kRightToLeftMark + u"•  "_s + kIsolate + line + kEndOfIsolate : u"•  "_s + line);
    return points.join(u'\n');
}

} // namespace

TopologyPage::TopologyPage(viewmodels::TopologyViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::TopologyPage>()),
      m_wake(new Button({}, Button::Kind::Plain)), m_again(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    m_column = new QVBoxLayout(m_ui->cards);
    setLeadingMargins(m_column, 0, 0, qRound(px(8)), 0);
    m_column->setSpacing(qRound(px(10)));
    m_column->addStretch(1);
    for (PlainLabel *heading : {m_ui->shoppingHeading, m_ui->speedHeading})
        heading->setRole(PlainLabel::Role::Heading);
    for (PlainLabel *quiet : {m_ui->switchLabel, m_ui->adviceLabel, m_ui->sourceLabel}) {
        quiet->setRole(PlainLabel::Role::Small);
        quiet->setHideEmpty(true);
    }
    for (PlainLabel *list : {m_ui->partsLabel, m_ui->splitLabel}) {
        list->setSelectable(true);
        list->setHideEmpty(true);
    }
    m_ui->copyButton->setKind(Button::Kind::Link);
    m_ui->noteNotice->addButton(m_wake);
    connect(m_wake, &QAbstractButton::clicked, &m_model, &viewmodels::TopologyViewModel::wake);
    m_again->setObjectName(QStringLiteral("lookAgainButton"));
    m_ui->problemNotice->addButton(m_again);
    connect(m_again, &QAbstractButton::clicked, &m_model, &viewmodels::TopologyViewModel::lookAgain);
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, [this] { copyText(m_model.shoppingText()); });
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &TopologyPage::refreshWhenSeen);
    retranslate();
}

TopologyPage::~TopologyPage() = default;

QWidget *TopologyPage::firstFocus()
{
    for (TopologyCardButton *card : m_cards)
        if (card->isChosen())
            return card;
    return nullptr;
}

void TopologyPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->cardArea->setAccessibleName(tr("Ways to join the Sparks"));
    m_wake->setText(tr("Wake them"));
    m_again->setText(tr("Try again"));
    for (Button *button : {m_wake, m_again})
        button->updateGeometry();
    refresh();
}

void TopologyPage::refreshCards()
{
    const auto cards = m_model.cards();
    while (m_cards.size() > cards.size()) {
        m_cards.back()->deleteLater();
        m_cards.back()->hide();
        m_cards.pop_back();
    }
    while (m_cards.size() < cards.size()) {
        auto *card = new TopologyCardButton;
        const std::size_t place = m_cards.size();
        m_column->insertWidget(static_cast<int>(place), card);
        connect(card, &QAbstractButton::clicked, this, [this, place] {
            const auto now = m_model.cards();
            if (place < now.size())
                m_model.choose(now[place].topology);
        });
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::string_view word = domain::toText(cards[i].topology);
        m_cards[i]->setObjectName(
            u"topology_%1"_s.arg(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()))));
        m_cards[i]->show(cards[i], m_model.sparkCount());
    }
}

void TopologyPage::refreshShopping()
{
    const viewmodels::ShoppingList list = m_model.shopping();
    m_ui->neededLabel->setText(list.headline);
    m_ui->partsLabel->show(bulleted(list.parts, isRightToLeft()));
    m_ui->switchLabel->show(list.forSwitch);
    m_ui->splitLabel->show(bulleted(list.splitParts, isRightToLeft()));
    m_ui->adviceLabel->show(list.advice);
    m_ui->copyButton->setVisible(!list.empty());
    m_ui->speedLabel->setText(m_model.expectation());
    m_ui->sourceLabel->show(m_model.expectation().isEmpty() ? QString() : m_model.source());
}

void TopologyPage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->problemNotice->show(m_model.problem());
    m_again->setVisible(m_model.canLookAgain());
    m_ui->noteNotice->show(m_model.notes().join(u'\n'), Notice::Tone::Warn);
    m_wake->setVisible(m_model.wakeOffered());
    refreshCards();
    refreshShopping();
}

} // namespace sparkloom::widgets
