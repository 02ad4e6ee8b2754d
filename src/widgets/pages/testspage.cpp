// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/testspage.h"

#include "ui_testspage.h"
#include "widgets/common/cardlist.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/savefile.h"
#include "widgets/common/theme.h"
#include "widgets/tests/figurecard.h"
#include "widgets/tests/historyrow.h"
#include "widgets/tests/nccldialog.h"
#include "widgets/tests/testsheet.h"

#include <QDir>
#include <QFileDialog>
#include <QFontMetrics>
#include <QSaveFile>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::TestMark;
using viewmodels::TestsViewModel;
using viewmodels::TestWords;
using State = TestsViewModel::State;
using Others = TestsViewModel::Others;

namespace {

constexpr int kTopRow = 3, kBottomRow = 4; // of the form
constexpr std::size_t kFewCables = 3;
constexpr std::size_t kMostCards = 48;

QVBoxLayout *columnIn(QWidget *content, double spacing)
{
    auto *column = new QVBoxLayout(content);
    setLeadingMargins(column, 0, 0, qRound(px(8)), 0);
    column->setSpacing(qRound(px(spacing)));
    column->addStretch(1);
    return column;
}

bool writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

bool writePicture(const QString &path, const QImage &picture)
{
    QSaveFile file(path);
    return !picture.isNull() && file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit();
}

} // namespace

TestsPage::TestsPage(TestsViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::TestsPage>())
{
    m_ui->setupUi(this);
    m_ui->header->setOnStage(true);
    for (Notice *notice : {m_ui->problemNotice, m_ui->staleNotice})
        notice->setOnStage(true);
    for (PlainLabel *label : {m_ui->choiceLabel, m_ui->lengthLabel, m_ui->estimateLabel, m_ui->cablesLabel,
             m_ui->historyLabel, m_ui->noHistoryLabel, m_ui->savedLabel})
        label->setOnStage(true);
    for (PlainLabel *label : {m_ui->choiceLabel, m_ui->lengthLabel, m_ui->noHistoryLabel, m_ui->savedLabel})
        label->setRole(PlainLabel::Role::Small);
    m_ui->estimateLabel->setRole(PlainLabel::Role::Strong);
    m_ui->cablesLabel->setRole(PlainLabel::Role::Heading);
    m_ui->historyLabel->setRole(PlainLabel::Role::Heading);
    for (Button *button : {m_ui->allButton, m_ui->anotherButton, m_ui->copyButton, m_ui->jsonButton,
             m_ui->pictureButton, m_ui->ncclButton, m_ui->ncclBackButton}) {
        button->setKind(Button::Kind::Link);
        button->setOnStage(true);
    }
    for (Button *button : {m_ui->ncclButton, m_ui->ncclBackButton})
        button->hide(); // until there is a reason for them
    makeLists();
    connectChoices();
    connectResults();
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &TestsPage::refreshWhenSeen);
    retranslate();
}

TestsPage::~TestsPage() = default;

void TestsPage::makeLists()
{
    m_cables = std::make_unique<CardList<TickRow>>(columnIn(m_ui->cablesContent, 1));
    m_history = std::make_unique<CardList<HistoryRow>>(columnIn(m_ui->historyContent, 1));
    m_cards = std::make_unique<CardList<TestCard>>(columnIn(m_ui->cardsContent, 8));
    m_proven = std::make_unique<CardList<MarkLine>>(columnIn(m_ui->provenContent, 8));
}

void TestsPage::connectChoices()
{
    connect(m_ui->kindBar, &PillBar::chosen, this,
        [this](int place) { m_model.setKind(m_model.kinds()[static_cast<std::size_t>(place)]); });
    connect(m_ui->lengthBar, &PillBar::chosen, this,
        [this](int place) { m_model.setLength(m_model.lengths()[static_cast<std::size_t>(place)]); });
    connect(m_ui->bothCheck, &QAbstractButton::clicked, &m_model, &TestsViewModel::setBothWays);
    connect(m_ui->allButton, &QAbstractButton::clicked, &m_model, &TestsViewModel::chooseAll);
    const auto choosing = [this](int cable) {
        if (m_model.state() == State::Choosing)
            m_model.toggleCable(cable);
    };
    connect(m_ui->map, &FabricMap::cableActivated, this, choosing);
    connect(m_ui->map, &FabricMap::detailsRequested, this, [this, choosing] {
        if (const auto current = m_ui->map->current(); current && current->cable)
            choosing(*current->cable);
    });
    connect(m_ui->map, &FabricMap::currentChanged, this, &TestsPage::refreshMap);
}

void TestsPage::connectResults()
{
    connect(m_ui->climbView, &ClimbView::rungChosen, this, &TestsPage::showCardOf);
    connect(m_ui->anotherButton, &QAbstractButton::clicked, this, [this] {
        m_model.chooseAnother();
        m_ui->map->setFocus();
    });
    connect(m_ui->ncclButton, &QAbstractButton::clicked, &m_model.ncclCopy(), &viewmodels::NcclCopyModel::ask);
    connect(m_ui->ncclBackButton, &QAbstractButton::clicked, &m_model.ncclCopy(), &viewmodels::NcclCopyModel::askBack);
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, [this] {
        copyText(m_model.asText());
        m_ui->savedLabel->setText(tr("Copied."));
    });
    connect(m_ui->jsonButton, &QAbstractButton::clicked, this, [this] {
        saveAs(tr("Save the result as JSON"), u"json"_s,
            [this](const QString &path) { return writeWhole(path, m_model.asJson()); });
    });
    connect(m_ui->pictureButton, &QAbstractButton::clicked, this, [this] {
        saveAs(tr("Save the result as a picture"), u"png"_s,
            [this](const QString &path) { return writePicture(path, sheetOf(m_model)); });
    });
}

void TestsPage::saveAs(const QString &title, const QString &ending, const std::function<bool(const QString &)> &save)
{
    if (!m_model.report())
        return;
    const QString moment = m_model.report()->when.toLocalTime().toString(u"yyyyMMdd-HHmm"_s);
    auto *dialog = new QFileDialog(this, title, QDir::homePath(), u"*."_s + ending);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(u"sparkloom-test-%1.%2"_s.arg(moment, ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString &path) {
        const QString shown = QDir::toNativeSeparators(path);
        m_ui->savedLabel->setText(save(path) ? tr("Saved: %1").arg(shown) : tr("%1 could not be written.").arg(shown));
    });
    dialog->open();
}

QWidget *TestsPage::firstFocus()
{
    return m_ui->map;
}

void TestsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->map->setAccessibleName(tr("Map of the cables and what was measured on them"));
    m_ui->cablesArea->setAccessibleName(tr("Cables to measure"));
    m_ui->historyArea->setAccessibleName(tr("Results so far"));
    m_ui->cardsArea->setAccessibleName(tr("Results"));
    m_ui->provenArea->setAccessibleName(tr("What this proves and what not"));
    m_ui->climbView->setAccessibleName(tr("Rungs"));
    m_ui->curveView->setAccessibleName(tr("What is measured now"));
    refresh();
}

void TestsPage::refreshChoices()
{
    QStringList texts, abouts;
    int chosen = 0;
    for (std::size_t i = 0; i < m_model.kinds().size(); ++i) {
        texts << TestWords::kind(m_model.kinds()[i]);
        abouts << TestWords::about(m_model.kinds()[i]);
        if (m_model.kinds()[i] == m_model.kind())
            chosen = static_cast<int>(i);
    }
    m_ui->kindBar->show(u"testKind"_s, texts, abouts, chosen);
    texts.clear();
    abouts.clear();
    const auto lengths = m_model.lengths();
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        texts << TestWords::length(lengths[i]);
        abouts << TestWords::aboutLength(m_model.kind(), lengths[i]);
        if (lengths[i] == m_model.length())
            chosen = static_cast<int>(i);
    }
    m_ui->lengthBar->show(u"testLength"_s, texts, abouts, chosen);
    m_ui->choiceLabel->setText(m_model.choiceText());
    m_ui->lengthLabel->setText(m_model.lengthText());
    m_ui->bothCheck->setVisible(m_model.bothWaysOffered());
    m_ui->bothCheck->setChecked(m_model.bothWays());
    m_ui->estimateLabel->setText(m_model.estimateText());
    const Others others = m_model.others();
    m_ui->othersLine->show(others == Others::Nobody ? TestMark::Good
            : others == Others::Somebody            ? TestMark::Suspect
                                                    : TestMark::Waiting,
        m_model.othersText());
}

void TestsPage::refreshCables()
{
    const auto &cables = m_model.cables();
    m_cables->resize(cables.size(), [this](TickRow *box, std::size_t place) {
        connect(box, &QAbstractButton::clicked, this, [this, place] { m_model.toggleCable(static_cast<int>(place)); });
    });
    for (std::size_t i = 0; i < cables.size(); ++i) {
        TickRow *box = (*m_cables)[i];
        box->setObjectName(u"testCable%1"_s.arg(i));
        box->setText(cables[i].text);
        box->setChecked(m_model.isChosen(static_cast<int>(i)));
    }
    m_ui->cablesLabel->setVisible(!cables.empty());
    m_ui->allButton->setVisible(cables.size() > 1);
    m_ui->allButton->setEnabled(!m_model.allChosen());
}

void TestsPage::refreshHistory()
{
    const auto &history = m_model.history();
    m_history->resize(history.size(), [this](HistoryRow *row, std::size_t place) {
        connect(row, &QAbstractButton::clicked, this, [this, place] { m_model.showEntry(static_cast<int>(place)); });
    });
    for (std::size_t i = 0; i < history.size(); ++i)
        (*m_history)[i]->show(history[i], static_cast<int>(i) == m_model.shownEntry(), m_model.isOutdated(history[i]));
    m_ui->noHistoryLabel->setVisible(history.empty());
}

void TestsPage::refreshResult()
{
    auto blocks = m_model.blocks();
    if (blocks.size() > kMostCards) { // the rungs, the text and the JSON have all
        std::stable_sort(blocks.begin(), blocks.end(),
            [](const auto &a, const auto &b) { return domain::isWrong(a.verdict) && !domain::isWrong(b.verdict); });
        blocks.resize(kMostCards);
    }
    m_cards->resize(blocks.size(), [](TestCard *, std::size_t) {});
    m_cardRungs.clear();
    for (const viewmodels::TestBlock &block : blocks)
        m_cardRungs.push_back(block.rung);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        (*m_cards)[i]->show(blocks[i]);
    const QStringList proven = m_model.proven(), open = m_model.notProven();
    m_proven->resize(static_cast<std::size_t>(proven.size() + open.size()), [](MarkLine *, std::size_t) {});
    for (qsizetype i = 0; i < proven.size() + open.size(); ++i) {
        const bool isProven = i < proven.size();
        (*m_proven)[static_cast<std::size_t>(i)]->show(
            isProven ? TestMark::Good : TestMark::NotTested, isProven ? proven[i] : open[i - proven.size()]);
    }
}

// What went wrong is what a person looks for.
void TestsPage::showWorstCard()
{
    m_wantsWorst = true;
    QTimer::singleShot(0, this, &TestsPage::scrollToWorst); // once the cards have their places
}

void TestsPage::scrollToWorst()
{
    if (!isVisible() || !m_wantsWorst) // places are dealt out when the page is shown
        return;
    m_wantsWorst = false;
    const auto blocks = m_model.blocks();
    const auto worst =
        std::find_if(blocks.begin(), blocks.end(), [](const auto &block) { return domain::isWrong(block.verdict); });
    if (worst != blocks.end())
        showCardOf(worst->rung);
    else
        m_ui->cardsArea->verticalScrollBar()->setValue(0);
}

void TestsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    QTimer::singleShot(0, this, &TestsPage::scrollToWorst);
}

void TestsPage::showCardOf(int rung)
{
    const auto card = std::find(m_cardRungs.begin(), m_cardRungs.end(), rung);
    if (card != m_cardRungs.end())
        m_ui->cardsArea->verticalScrollBar()->setValue(
            (*m_cards)[static_cast<std::size_t>(card - m_cardRungs.begin())]->y());
}

void TestsPage::refreshMap()
{
    m_ui->map->setPicture(m_model.picture());
    const auto current = m_ui->map->current();
    const bool onCable =
        current && current->cable && *current->cable < static_cast<int>(m_model.picture().cables.size());
    m_ui->map->setAccessibleDescription(onCable
            ? m_model.describe(m_model.picture().cables[static_cast<std::size_t>(*current->cable)])
            : m_model.summary());
}

// Where the test missed the library; its way back stays as long as the copy does.
void TestsPage::refreshNccl()
{
    viewmodels::NcclCopyModel &copy = m_model.ncclCopy();
    m_ui->ncclButton->setVisible(m_model.ncclCopyOffered());
    m_ui->ncclBackButton->setVisible(copy.backOffered());
    if (copy.state() == viewmodels::NcclCopyModel::State::Idle || m_ncclDialog)
        return;
    m_ncclDialog = new NcclDialog(copy, this);
    m_ncclDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_ncclDialog->open();
}

void TestsPage::refresh()
{
    const State state = m_model.state();
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->problemNotice->show(m_model.problem());
    m_ui->staleNotice->show(m_model.staleText(), Notice::Tone::Warn);
    const bool climbing = state == State::Running || state == State::Done;
    m_ui->sideStack->setCurrentWidget(climbing ? m_ui->climbPage : m_ui->choosePage);
    m_ui->bottomStack->setCurrentWidget(state == State::Running ? m_ui->curvePage
            : state == State::Done                              ? m_ui->resultPage
                                                                : m_ui->listsPage);
    m_ui->sideStack->setVisible(climbing || state == State::Choosing);
    // Before there are results the map is what matters, unless there are many cables to choose from.
    const bool roomy = !climbing && m_model.cables().size() <= kFewCables;
    m_ui->layout2->setStretch(kTopRow, roomy ? 3 : 4);
    m_ui->layout2->setStretch(kBottomRow, roomy ? 1 : 3);
    if (state != m_shownState)
        m_ui->savedLabel->setText({});
    refreshMap();
    refreshChoices();
    refreshCables();
    refreshHistory();
    refreshNccl();
    m_ui->climbView->show(m_model.climb());
    m_ui->curveView->show(m_model.curve());
    if (state == State::Done) {
        refreshResult();
        if (m_shownState != State::Done)
            showWorstCard();
    }
    m_shownState = state;
}

} // namespace sparkloom::widgets
