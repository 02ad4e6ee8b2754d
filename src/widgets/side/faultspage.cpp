// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side/faultspage.h"

#include "widgets/common/buttons.h"
#include "widgets/common/notice.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/shell/pageheader.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::PracticeViewModel;

namespace {

constexpr int kSpeeds[] = {1, 5, 10, 25, 50, 100, 150}; // Gb/s, of the 200 of a cable
constexpr int kWordsOfPlace = 16;                       // letters that a box of places shows at least

// Shows these choices with the chosen one, without telling anybody. Nothing moves under the hand where all is the same.
void fill(QComboBox *box, const std::vector<PracticeViewModel::Choice> &choices, const QString &chosen)
{
    const QSignalBlocker quiet(box);
    bool same = box->count() == static_cast<int>(choices.size());
    for (int i = 0; same && i < box->count(); ++i)
        same = box->itemData(i).toString() == choices[static_cast<std::size_t>(i)].key
            && box->itemText(i) == choices[static_cast<std::size_t>(i)].text;
    if (!same) {
        box->clear();
        for (const PracticeViewModel::Choice &choice : choices)
            box->addItem(choice.text, choice.key);
    }
    box->setCurrentIndex(box->findData(chosen));
    box->setEnabled(!choices.empty());
}

void offer(Button *button, PlainLabel *whyNot, const viewmodels::PageAction &action)
{
    whyNot->setText(action.reason);
    if (button->text() != action.text) {
        button->setText(action.text);
        button->updateGeometry();
    }
    button->setEnabled(action.enabled);
    button->setAccessibleDescription(action.reason);
}

QComboBox *comboBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setFont(fontOf(14));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

QVBoxLayout *columnOf(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(px(8)));
    return column;
}

QHBoxLayout *lineOf(std::initializer_list<QWidget *> parts, QWidget *wide)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(qRound(px(10)));
    for (QWidget *part : parts)
        line->addWidget(part, part == wide ? 1 : 0);
    return line;
}

} // namespace

FaultsPage::FaultsPage(PracticeViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_header(new PageHeader), m_problem(new Notice),
      m_faultHeading(new PlainLabel({}, PlainLabel::Role::Heading)), m_faults(new QListWidget),
      m_whereLabel(new PlainLabel), m_places(comboBox(u"faultPlaces"_s)),
      m_whyNot(new PlainLabel({}, PlainLabel::Role::Muted)), m_put(new Button({}, Button::Kind::Plain)),
      m_slowHeading(new PlainLabel({}, PlainLabel::Role::Heading)), m_cables(comboBox(u"slowCables"_s)),
      m_speeds(comboBox(u"slowSpeeds"_s)), m_whyNotSlow(new PlainLabel({}, PlainLabel::Role::Muted)),
      m_slow(new Button({}, Button::Kind::Plain)), m_nowHeading(new PlainLabel({}, PlainLabel::Role::Heading)),
      m_nothing(new PlainLabel({}, PlainLabel::Role::Muted)), m_area(new QScrollArea), m_rows(nullptr),
      m_takeAll(new Button({}, Button::Kind::Plain))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(qRound(px(32)), qRound(px(26)), qRound(px(32)), qRound(px(18)));
    column->setSpacing(qRound(px(12)));
    column->addWidget(m_header);
    column->addWidget(m_problem);
    auto *both = new QHBoxLayout;
    both->setSpacing(qRound(px(28)));
    both->addWidget(chooser(), 3);
    both->addWidget(nowColumn(), 2);
    column->addLayout(both, 1);
    connect(m_faults, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_model.chooseFault(item->data(Qt::UserRole).toString());
    });
    connect(m_places, &QComboBox::activated, this, [this] { m_model.choosePlace(m_places->currentData().toString()); });
    connect(m_cables, &QComboBox::activated, this, [this] { m_model.chooseCable(m_cables->currentData().toString()); });
    connect(m_put, &QAbstractButton::clicked, &m_model, &PracticeViewModel::put);
    connect(m_slow, &QAbstractButton::clicked, this, [this] { m_model.slow(m_speeds->currentData().toInt()); });
    connect(m_takeAll, &QAbstractButton::clicked, &m_model, &PracticeViewModel::takeAll);
    connect(&m_model, &PracticeViewModel::changed, this, &FaultsPage::refresh);
    retranslate();
}

QWidget *FaultsPage::chooser()
{
    m_faults->setObjectName(u"faultList"_s);
    m_faults->setFont(fontOf(14));
    m_faults->setWordWrap(true);
    m_faults->setTextElideMode(Qt::ElideNone);
    m_faults->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_faults->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_faults->setResizeMode(QListView::Adjust);
    m_put->setObjectName(u"putFault"_s);
    m_slow->setObjectName(u"slowCable"_s);
    m_places->setMinimumContentsLength(kWordsOfPlace);
    m_cables->setMinimumContentsLength(kWordsOfPlace);
    m_speeds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_whereLabel->setBuddy(m_places);
    for (PlainLabel *whyNot : {m_whyNot, m_whyNotSlow})
        whyNot->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
    auto *widget = new QWidget;
    auto *column = columnOf(widget);
    column->addWidget(m_faultHeading);
    column->addWidget(m_faults, 1);
    column->addLayout(lineOf({m_whereLabel, m_places}, m_places));
    column->addLayout(lineOf({m_whyNot, m_put}, m_whyNot));
    column->addWidget(m_slowHeading);
    column->addWidget(m_cables);
    column->addLayout(lineOf({m_whyNotSlow, m_speeds, m_slow}, m_whyNotSlow));
    return widget;
}

QWidget *FaultsPage::nowColumn()
{
    auto *content = new QWidget;
    m_rows = columnOf(content);
    m_rows->addWidget(m_nothing);
    m_rows->addStretch(1);
    m_area->setObjectName(u"faultsNow"_s);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    m_nothing->setObjectName(u"nothingWrong"_s);
    m_takeAll->setObjectName(u"takeAllFaults"_s);
    auto *widget = new QWidget;
    auto *column = columnOf(widget);
    column->addWidget(m_nowHeading);
    column->addWidget(m_area, 1);
    column->addWidget(m_takeAll, 0, Qt::AlignLeading);
    return widget;
}

QWidget *FaultsPage::firstFocus()
{
    return m_faults;
}

void FaultsPage::retranslate()
{
    m_faultHeading->setText(tr("What is to go wrong"));
    m_faults->setAccessibleName(tr("What is to go wrong"));
    m_whereLabel->setText(tr("Where"));
    m_places->setAccessibleName(tr("Where it is to go wrong"));
    m_slowHeading->setText(tr("A slow cable"));
    m_cables->setAccessibleName(tr("The cable that is to be slow"));
    m_speeds->setAccessibleName(tr("What it still carries in each direction"));
    m_nowHeading->setText(tr("What is wrong now"));
    m_area->setAccessibleName(tr("What is wrong now"));
    m_nothing->setText(tr("Nothing. Each Spark, cable and switch is as it should be."));
    m_takeAll->setText(tr("Take everything away"));
    m_takeAll->updateGeometry();
    const int speed = m_speeds->currentData().toInt();
    m_speeds->clear();
    for (const int each : kSpeeds)
        m_speeds->addItem(tr("%1 Gb/s").arg(each), each);
    m_speeds->setCurrentIndex(m_speeds->findData(speed > 0 ? speed : PracticeViewModel::kUsual));
    m_shownTroubles.reset();
    refresh();
}

void FaultsPage::refreshFaults()
{
    const Choices faults = m_model.faults();
    const QSignalBlocker quiet(m_faults);
    if (faults != m_shownFaults) {
        m_shownFaults = faults;
        m_faults->clear();
        for (const PracticeViewModel::Choice &fault : faults) {
            auto *item = new QListWidgetItem(fault.text, m_faults);
            item->setData(Qt::UserRole, fault.key);
        }
    }
    for (int row = 0; row < m_faults->count(); ++row)
        if (m_faults->item(row)->data(Qt::UserRole).toString() == m_model.fault() && row != m_faults->currentRow())
            m_faults->setCurrentRow(row);
}

QWidget *FaultsPage::rowOf(const PracticeViewModel::Trouble &trouble)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(qRound(px(10)));
    auto *words = new PlainLabel(trouble.text);
    words->setWordWrap(true);
    auto *take = new Button(tr("Take away"), Button::Kind::Link);
    take->setObjectName(u"takeFault_%1_%2"_s.arg(trouble.fault, trouble.place));
    take->setAccessibleName(tr("Take away: %1").arg(trouble.text));
    connect(take, &QAbstractButton::clicked, this, [this, trouble] { m_model.take(trouble); });
    line->addWidget(words, 1);
    line->addWidget(take, 0, Qt::AlignTop);
    m_takes.push_back(take);
    return row;
}

void FaultsPage::refreshTroubles()
{
    const Troubles troubles = m_model.troubles();
    m_nothing->setVisible(troubles.empty());
    const bool hadFocus = m_takeAll->hasFocus();
    m_takeAll->setEnabled(!troubles.empty());
    if (m_shownTroubles != troubles) {
        m_shownTroubles = troubles;
        const auto focused =
            std::find_if(m_takes.begin(), m_takes.end(), [](Button *take) { return take->hasFocus(); });
        const auto at = static_cast<std::size_t>(focused - m_takes.begin());
        const bool rowHadFocus = focused != m_takes.end();
        m_takes.clear();
        for (QWidget *row : m_rowWidgets)
            row->deleteLater();
        m_rowWidgets.clear();
        for (const PracticeViewModel::Trouble &trouble : troubles) {
            m_rowWidgets.push_back(rowOf(trouble));
            m_rows->insertWidget(m_rows->count() - 1, m_rowWidgets.back());
        }
        // Who took something away with the keyboard goes on with the next one.
        if (rowHadFocus && !m_takes.empty())
            m_takes[std::min(at, m_takes.size() - 1)]->setFocus(Qt::OtherFocusReason);
        else if (rowHadFocus || (hadFocus && troubles.empty()))
            m_faults->setFocus(Qt::OtherFocusReason);
    }
}

void FaultsPage::refresh()
{
    m_header->show(tr("Let something go wrong"),
        tr("With these virtual Sparks only. The pages Live, Tests and Prove then show what it looks like."));
    m_problem->show(m_model.problem(), Notice::Tone::Bad);
    refreshFaults();
    fill(m_places, m_model.places(), m_model.place());
    fill(m_cables, m_model.cables(), m_model.cable());
    m_speeds->setEnabled(m_model.slowAction().enabled);
    offer(m_put, m_whyNot, m_model.putAction());
    offer(m_slow, m_whyNotSlow, m_model.slowAction());
    refreshTroubles();
}

} // namespace sparkloom::widgets
