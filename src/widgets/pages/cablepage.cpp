// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/cablepage.h"

#include "ui_cablepage.h"
#include "widgets/common/buttons.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/maptools.h"

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
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::CablePage>()),
      m_wake(new Button({}, Button::Kind::Plain)), m_again(new Button({}, Button::Kind::Plain)),
      m_closer(new Button({}, Button::Kind::Plain)), m_keep(new Button({}, Button::Kind::Plain)),
      m_found(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    m_ui->header->setOnStage(true);
    m_tools = new MapTools(*m_ui->map);
    m_ui->header->addTool(m_ui->formButton); // above: long languages have no room for four in one line
    m_ui->header->addTool(m_tools);
    for (PlainLabel *label : {m_ui->progressLabel, m_ui->linkLabel, m_ui->detailLabel})
        label->setOnStage(true);
    m_ui->progressLabel->setWordWrap(false);
    m_ui->linkLabel->setRole(PlainLabel::Role::Muted);
    m_ui->detailLabel->setRole(PlainLabel::Role::Small);
    // One line also while nothing is chosen: the map does not jump at the first choice.
    const PlainLabel line(QStringLiteral("X"), PlainLabel::Role::Small);
    m_ui->detailLabel->setMinimumHeight(line.heightForWidth(m_ui->stage->width()));
    auto *badgePlace = new QHBoxLayout(m_ui->progressBadge);
    badgePlace->setContentsMargins(0, 0, 0, 0);
    auto *badge = new ProgressBadge(m_ui->progressBadge);
    badge->setObjectName(QStringLiteral("badge"));
    badgePlace->addWidget(badge);
    for (Notice *notice : {m_ui->problemNotice, m_ui->noteNotice, m_ui->findNotice})
        notice->setOnStage(true);
    for (Button *button :
        {m_wake, m_closer, m_again, m_keep, m_found, m_ui->formButton, m_ui->whichButton, m_ui->blinkButton})
        button->setOnStage(true);
    for (Button *button : {m_ui->formButton, m_ui->whichButton, m_ui->blinkButton})
        button->setKind(Button::Kind::Link);
    m_keep->setObjectName(QStringLiteral("keepButton"));
    m_found->setObjectName(QStringLiteral("foundButton"));
    m_closer->setObjectName(QStringLiteral("closerButton"));
    m_ui->noteNotice->addButton(m_wake);
    m_ui->noteNotice->addButton(m_closer);
    m_ui->noteNotice->addButton(m_keep);
    m_ui->findNotice->addButton(m_found);
    connect(m_wake, &QAbstractButton::clicked, &m_model, &viewmodels::CableViewModel::wake);
    connect(m_closer, &QAbstractButton::clicked, &m_model, &viewmodels::CableViewModel::lookCloser);
    m_again->setObjectName(QStringLiteral("lookAgainButton"));
    m_ui->problemNotice->addButton(m_again);
    connect(m_again, &QAbstractButton::clicked, &m_model, &viewmodels::CableViewModel::lookAgain);
    connect(m_keep, &QAbstractButton::clicked, &m_model, &viewmodels::CableViewModel::keepLikeThis);
    connect(m_ui->formButton, &QAbstractButton::clicked, &m_model, &viewmodels::CableViewModel::chooseOtherForm);
    connect(m_ui->whichButton, &QAbstractButton::clicked, &m_model,
        [this] { m_model.watchPulls(!m_model.watchingPulls()); });
    connect(m_found, &QAbstractButton::clicked, &m_model, [this] {
        m_model.watchPulls(false);
        m_ui->map->setFocus();
    });
    connect(m_ui->blinkButton, &QAbstractButton::clicked, this, &CablePage::blink);
    FabricMap *map = m_ui->map;
    connect(map, &FabricMap::cableDropped, &m_model, &viewmodels::CableViewModel::dropCable);
    connect(map, &FabricMap::plugRequested, &m_model, &viewmodels::CableViewModel::plugSuggested);
    connect(map, &FabricMap::unplugRequested, &m_model, &viewmodels::CableViewModel::unplug);
    connect(map, &FabricMap::takeBackRequested, &m_model, &viewmodels::CableViewModel::takeBackLooseEnd);
    connect(map, &FabricMap::currentChanged, this, &CablePage::refreshDetails);
    connect(map, &FabricMap::detailsRequested, this, &CablePage::refreshDetails);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &CablePage::refreshWhenSeen);
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
    m_closer->setText(tr("Look closer"));
    m_again->setText(tr("Try again"));
    m_keep->setText(tr("Keep it like this"));
    m_found->setText(tr("I know it now"));
    for (Button *button :
        {m_wake, m_closer, m_again, m_keep, m_found, m_ui->formButton, m_ui->whichButton, m_ui->blinkButton})
        button->updateGeometry();
    refresh();
}

// The socket that is selected on the map; of a cable its first end.
void CablePage::blink()
{
    const auto current = m_ui->map->current();
    const auto &cables = m_model.picture().cables;
    std::optional<viewmodels::SocketKey> socket;
    if (current && !current->cable)
        socket = current->socket;
    else if (current && *current->cable < static_cast<int>(cables.size()))
        socket = cables[static_cast<std::size_t>(*current->cable)].a;
    m_model.blink(socket);
}

// What somebody looks for with plug or light.
void CablePage::refreshFinding()
{
    const QString pull = m_model.pullText(), light = m_model.blinkText();
    m_ui->findNotice->show(pull.isEmpty() ? light : pull, Notice::Tone::Quiet);
    m_found->setVisible(!pull.isEmpty());
    const std::optional<int> cable = m_model.pulledCable();
    if (cable && cable != m_shownPull)
        m_ui->map->setCurrent(MapElement{cable, {}});
    m_shownPull = cable;
}

void CablePage::refreshDetails()
{
    const auto current = m_ui->map->current();
    QString text;
    if (current && current->cable && *current->cable < static_cast<int>(m_model.picture().cables.size()))
        text = m_model.describe(m_model.picture().cables[static_cast<std::size_t>(*current->cable)]);
    else if (current && !current->cable)
        text = m_model.describe(current->socket);
    m_ui->detailLabel->show(text);
    m_ui->map->setAccessibleDescription(text.isEmpty() ? m_model.summary() : text);
}

void CablePage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    const QString progress = m_model.progressText();
    m_ui->progressLabel->setText(progress);
    m_ui->progressLabel->setVisible(!progress.isEmpty());
    m_ui->progressBadge->setVisible(!progress.isEmpty());
    if (auto *badge = static_cast<ProgressBadge *>(m_ui->progressBadge->findChild<QWidget *>(QStringLiteral("badge"))))
        badge->setDone(m_model.complete());
    m_ui->linkLabel->setText(m_model.linkText());
    m_ui->problemNotice->show(m_model.problem());
    m_again->setVisible(m_model.canLookAgain());
    m_ui->noteNotice->show(m_model.notes().join(QLatin1Char('\n')), Notice::Tone::Warn);
    m_wake->setVisible(m_model.wakeOffered());
    m_closer->setVisible(m_model.lookCloserOffered());
    m_keep->setVisible(m_model.keepOffered());
    setPlainToolTip(m_ui->formButton, m_model.formText());
    m_ui->formButton->setAccessibleDescription(m_model.formText());
    m_ui->formButton->setVisible(m_model.choices().size() > 1);
    m_tools->setPicture(m_model.picture());
    m_ui->legend->setAlso(MapLegend::alsoIn(m_model.picture()));
    refreshFinding();
    refreshDetails();
}

} // namespace sparkloom::widgets
