// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/livepage.h"

#include "ui_livepage.h"
#include "widgets/charts/focuschart.h"
#include "widgets/charts/livecard.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::LiveCableShown;
using viewmodels::LiveLaneShown;
using viewmodels::LiveViewModel;
using viewmodels::LoadScale;

namespace {

constexpr std::chrono::seconds kSayAgain{1}; // screen readers are told no faster than that
constexpr std::size_t kMostRows = 2;         // of cards that are seen without scrolling

CableLoad loadOf(const LiveViewModel &model, const LiveCableShown &cable)
{
    CableLoad load;
    load.number = cable.number;
    for (std::size_t way = 0; way < cable.ways.size(); ++way) {
        for (std::size_t lane = 0; lane < 2; ++lane) {
            const LiveLaneShown &shown = cable.ways[way].lanes[lane];
            load.shares[way][lane] = shown.share;
            load.silent[lane] = load.silent[lane] || shown.state == LiveLaneShown::State::Silent;
        }
        if (cable.ways[way].now)
            load.figures[way] = LiveViewModel::number(cable.ways[way].now);
    }
    if (!cable.fresh)
        load.note = model.ageText(cable);
    return load;
}

} // namespace

LivePage::LivePage(LiveViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::LivePage>()), m_chart(new FocusChart(model))
{
    m_ui->setupUi(this);
    m_ui->header->setOnStage(true);
    m_ui->problemNotice->setOnStage(true);
    m_ui->warnNotice->setOnStage(true);
    m_ui->views->addWidget(m_chart);
    for (PlainLabel *label : {m_ui->statusLabel, m_ui->missingLabel}) {
        label->setOnStage(true);
        label->setRole(PlainLabel::Role::Small);
        label->setWordWrap(true);
        label->setHideEmpty(label == m_ui->missingLabel);
    }
    for (Button *button :
        {m_ui->scaleButton, m_ui->spanButton, m_ui->pauseButton, m_ui->chartButton, m_ui->clearButton}) {
        button->setOnStage(true);
        button->setKind(Button::Kind::Link);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    connect(m_ui->scaleButton, &QAbstractButton::clicked, this, &LivePage::nextScale);
    connect(m_ui->spanButton, &QAbstractButton::clicked, this, [this] {
        const auto &spans = LiveViewModel::kSpans;
        const auto here = std::find(spans.begin(), spans.end(), m_model.span());
        m_model.setSpan(here == spans.end() || here + 1 == spans.end() ? spans.front() : *(here + 1));
    });
    connect(m_ui->pauseButton, &QAbstractButton::clicked, this, [this] { m_model.setPaused(!m_model.paused()); });
    connect(
        m_ui->chartButton, &QAbstractButton::clicked, this, [this] { m_model.setChartShown(!m_model.chartShown()); });
    connect(m_ui->clearButton, &QAbstractButton::clicked, &m_model, &LiveViewModel::clearTotals);
    connect(m_chart, &FocusChart::closed, this, [this] { m_model.setChartShown(false); });
    connect(m_ui->map, &FabricMap::detailsRequested, this, [this] { m_model.setChartShown(true); });
    connect(m_ui->map, &FabricMap::currentChanged, this, &LivePage::followFocus);
    connect(&m_model, &LiveViewModel::frame, this, &LivePage::refreshFrame);
    connect(&m_model, &LiveViewModel::focusChanged, this, &LivePage::refreshWhenSeen);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &LivePage::refreshWhenSeen);
    retranslate();
    refreshFrame(); // where figures are held or have ended no frame would come
}

LivePage::~LivePage() = default;

QWidget *LivePage::firstFocus()
{
    return m_model.chartShown() ? static_cast<QWidget *>(m_chart) : m_ui->map;
}

void LivePage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->map->setAccessibleName(tr("Map of the cables with what they carry"));
    m_ui->cardArea->setAccessibleName(tr("Cables"));
    m_ui->clearButton->setText(tr("New peaks"));
    setPlainToolTip(m_ui->clearButton, tr("Peaks and totals begin anew"));
    m_ui->clearButton->setAccessibleDescription(m_ui->clearButton->toolTip());
    setPlainToolTip(m_ui->scaleButton, tr("The next scale: automatic, linear, logarithmic"));
    setPlainToolTip(m_ui->spanButton, tr("How much time the chart shows"));
    setPlainToolTip(m_ui->pauseButton, tr("Space"));
    m_chart->retranslate();
    refresh();
    if (isVisible())
        refreshFrame(); // figures are written otherwise, also where none come any more
}

void LivePage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->problemNotice->show(m_model.problem());
    const QStringList warnings = m_model.warnings();
    QString warning = warnings.value(0);
    if (warnings.size() > 1)
        warning += u' ' + tr("(and %n more)", nullptr, static_cast<int>(warnings.size()) - 1);
    m_ui->warnNotice->show(warning, Notice::Tone::Warn);
    setPlainToolTip(m_ui->warnNotice, warnings.join(u'\n'));
    const QStringList missing = m_model.missing();
    m_ui->missingLabel->show(missing.isEmpty() ? QString() : tr("Not in the picture: %1").arg(missing.join(u' ')));
    m_ui->map->setPicture(m_model.picture());
    QWidget *view = m_model.chartShown() ? static_cast<QWidget *>(m_chart) : m_ui->map;
    if (m_ui->views->currentWidget() != view) {
        m_ui->views->setCurrentWidget(view);
        if (isVisible())
            view->setFocus(Qt::OtherFocusReason);
    }
    refreshCards();
    refreshControls();
    refreshWords();
}

void LivePage::refreshCards()
{
    const auto &cables = m_model.cables();
    const int columns = cables.size() > 1 && width() > px(860) ? 2 : 1;
    const bool otherShape = columns != m_columns || cables.size() != m_cards.size();
    m_columns = columns;
    while (m_cards.size() > cables.size()) {
        m_cards.back()->hide();
        m_cards.back()->deleteLater();
        m_cards.pop_back();
    }
    while (m_cards.size() < cables.size()) {
        auto *card = new LiveCard(m_model);
        card->installEventFilter(this);
        connect(card, &LiveCard::chosen, &m_model, &LiveViewModel::setFocus);
        connect(card, &LiveCard::opened, this, [this](int number) {
            m_model.setFocus(number);
            m_model.setChartShown(true);
        });
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < cables.size(); ++i)
        if (m_cards[i]->cable() != cables[i].number)
            m_cards[i]->setCable(cables[i].number);
    if (otherShape) {
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            m_ui->cardGrid->addWidget(m_cards[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        const std::size_t rows =
            (m_cards.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
        const auto shown = static_cast<int>(std::min(rows, kMostRows));
        const int height = m_cards.empty() ? 0 : m_cards.front()->sizeHint().height();
        m_ui->cardArea->setFixedHeight(
            shown == 0 ? 0 : shown * height + (shown - 1) * m_ui->cardGrid->verticalSpacing() + 2);
        m_ui->cardArea->setVisible(shown > 0);
    }
    for (LiveCard *card : m_cards) {
        card->setAccessibleName(tr("Cable %1").arg(card->cable()));
        card->update();
    }
}

void LivePage::refreshControls()
{
    const bool any = !m_model.cables().empty();
    m_ui->scaleButton->setText(m_model.scaleText());
    m_ui->scaleButton->setAccessibleName(tr("Scale: %1").arg(m_model.scaleText()));
    m_ui->spanButton->setText(tr("%1 s").arg(m_model.span()));
    m_ui->spanButton->setAccessibleName(tr("The chart shows %n second(s)", nullptr, m_model.span()));
    m_ui->pauseButton->setText(m_model.paused() ? tr("Go on") : tr("Pause"));
    m_ui->chartButton->setText(m_model.chartShown() ? tr("Map") : tr("Chart"));
    m_ui->spanButton->setVisible(any && m_model.chartShown());
    for (Button *button : {m_ui->scaleButton, m_ui->pauseButton, m_ui->chartButton, m_ui->clearButton})
        button->setVisible(any);
    for (Button *button :
        {m_ui->scaleButton, m_ui->spanButton, m_ui->pauseButton, m_ui->chartButton, m_ui->clearButton})
        button->updateGeometry();
    m_ui->statusLabel->setText(m_model.statusText());
}

// What a screen reader says of cables, chart and map: all of it, because something else is shown.
void LivePage::refreshWords()
{
    for (std::size_t part = 0; part < wordParts(); ++part)
        sayPart(part);
    m_worded = m_model.time();
}

// Each part once a second, a few in every frame: all in one frame make it late.
void LivePage::refreshDueWords()
{
    const std::chrono::nanoseconds now = m_model.time();
    if (now < m_worded || now - m_worded >= kSayAgain)
        return refreshWords();
    const std::chrono::nanoseconds each = std::chrono::nanoseconds(kSayAgain) / static_cast<int>(wordParts());
    for (; now - m_worded >= each; m_worded += each) {
        m_nextPart = (m_nextPart + 1) % wordParts();
        sayPart(m_nextPart);
    }
}

std::size_t LivePage::wordParts() const
{
    return m_cards.size() + 3; // map, chart, Sparks on the map
}

void LivePage::sayPart(std::size_t part)
{
    if (part < m_cards.size()) {
        LiveCard *const card = m_cards[part];
        const QString summary = m_model.cableSummary(card->cable());
        card->setAccessibleDescription(summary);
        setPlainToolTip(card, summary); // longer languages are shortened on the card
    } else if (part == m_cards.size()) {
        sayMap();
    } else if (part == m_cards.size() + 1) {
        m_chart->retranslate();
    } else {
        std::map<QString, QString> texts;
        for (const engine::LiveSpark &spark : m_model.sparks())
            texts[spark.name] = m_model.sparkText(spark);
        m_ui->map->setSparkTexts(texts);
    }
}

void LivePage::sayMap()
{
    const auto current = m_ui->map->current();
    const bool one = current && current->cable && *current->cable < static_cast<int>(m_model.picture().cables.size());
    m_ui->map->setAccessibleDescription(one
            ? m_model.cableSummary(m_model.picture().cables[static_cast<std::size_t>(*current->cable)].number)
            : m_model.summary());
}

void LivePage::refreshFrame()
{
    if (m_model.chartShown()) {
        m_chart->present();
    } else {
        std::vector<CableLoad> loads;
        for (const LiveCableShown &cable : m_model.cables())
            loads.push_back(loadOf(m_model, cable));
        m_ui->map->setLoads(loads);
    }
    for (LiveCard *card : m_cards)
        card->update(); // those that are scrolled away are not painted
    if (m_ui->scaleButton->text() != m_model.scaleText())
        refreshControls();
    refreshDueWords();
}

// What is chosen on the map is what the chart shows.
void LivePage::followFocus()
{
    const auto current = m_ui->map->current();
    const auto &cables = m_model.picture().cables;
    if (current && current->cable && *current->cable < static_cast<int>(cables.size()))
        m_model.setFocus(cables[static_cast<std::size_t>(*current->cable)].number);
    refreshWords();
}

void LivePage::nextScale()
{
    const LoadScale::Kind now = m_model.scale().kind();
    m_model.setScale(now == LoadScale::Kind::Automatic ? LoadScale::Kind::Linear
            : now == LoadScale::Kind::Linear           ? LoadScale::Kind::Logarithmic
                                                       : LoadScale::Kind::Automatic);
}

void LivePage::step(int by)
{
    m_model.focusNext(by);
    for (LiveCard *card : m_cards)
        if (card->cable() == m_model.focus()) {
            card->setFocus(Qt::OtherFocusReason);
            m_ui->cardArea->ensureWidgetVisible(card);
        }
}

bool LivePage::pressed(int key)
{
    switch (key) {
    case Qt::Key_Space: m_model.setPaused(!m_model.paused()); return true;
    case Qt::Key_Left: step(-1); return true;
    case Qt::Key_Right: step(1); return true;
    case Qt::Key_Up: step(-m_columns); return true;
    case Qt::Key_Down: step(m_columns); return true;
    case Qt::Key_Escape: m_model.setChartShown(false); return true;
    default: return false;
    }
}

void LivePage::keyPressEvent(QKeyEvent *event)
{
    if (!pressed(event->key()))
        Page::keyPressEvent(event);
}

void LivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_watched != window()) {
        if (m_watched)
            m_watched->removeEventFilter(this);
        m_watched = window();
        m_watched->installEventFilter(this);
    }
    watchWindow();
}

void LivePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setShown(false);
}

bool LivePage::eventFilter(QObject *watched, QEvent *event)
{
    // The list of cards would scroll.
    if (event->type() == QEvent::KeyPress && qobject_cast<LiveCard *>(watched)
        && pressed(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (watched == m_watched
        && (event->type() == QEvent::WindowStateChange || event->type() == QEvent::ActivationChange))
        watchWindow();
    return Page::eventFilter(watched, event);
}

void LivePage::watchWindow()
{
    m_model.setFocused(window()->isActiveWindow());
    m_model.setShown(isVisible() && !window()->isMinimized());
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    refreshCards();
}

} // namespace sparkloom::widgets
