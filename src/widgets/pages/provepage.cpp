// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/provepage.h"

#include "ui_provepage.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/leadingmargins.h"
#include "widgets/common/savefile.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/maptools.h"

#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace sparkloom::widgets {

using viewmodels::LaneProof;
using viewmodels::ProofLine;

namespace {

constexpr double kMarkTop = 2, kMarkSide = 18;
constexpr double kLeastClimb = 300; // a rung has its name and its figure

// One sentence with its verdict.
class VerdictLine : public QWidget {
public:
    VerdictLine(const ProofLine &line, QWidget *parent) : QWidget(parent), m_verdict(line.verdict)
    {
        auto *column = new QVBoxLayout(this);
        setLeadingMargins(column, qRound(px(30)), 0, 0, 0);
        column->setSpacing(0);
        setMinimumHeight(qRound(px(kMarkTop + kMarkSide + 1))); // a single line of text is lower than the mark
        auto *text = new PlainLabel(line.text);
        text->setOnStage(true);
        column->addWidget(text);
        if (!line.remedy.isEmpty()) {
            auto *remedy = new PlainLabel(line.remedy, PlainLabel::Role::Small);
            remedy->setOnStage(true);
            column->addWidget(remedy);
        }
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double side = px(kMarkSide);
        const QRectF mark(layoutDirection() == Qt::RightToLeft ? width() - side : 0, px(kMarkTop), side, side);
        if (m_verdict == LaneProof::Passed)
            paintBadge(painter, Glyph::Tick, mark, Stage::good(), Stage::ink());
        else if (m_verdict == LaneProof::Failed)
            paintBadge(painter, Glyph::Cross, mark, Stage::bad(), Stage::ink());
        else
            paintBadge(painter, Glyph::Dash, mark, Stage::unknown(), Stage::ink());
    }

private:
    LaneProof m_verdict;
};

} // namespace

ProvePage::ProvePage(viewmodels::ProveViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::ProvePage>()),
      m_undoNow(new Button({}, Button::Kind::Plain)), m_keep(new Button({}, Button::Kind::Plain))
{
    m_ui->setupUi(this);
    m_ui->header->setOnStage(true);
    m_tools = new MapTools(*m_ui->map);
    m_ui->header->addTool(m_ui->undoButton); // of the whole set-up; and long languages need the room beside the Sparks
    m_ui->header->addTool(m_tools);
    for (PlainLabel *label : {m_ui->tallyLabel, m_ui->detailLabel, m_ui->environmentLabel}) {
        label->setOnStage(true);
        label->setRole(PlainLabel::Role::Muted);
    }
    m_ui->environmentLabel->setWordWrap(false);
    m_ui->climbView->setMinimumWidth(qRound(px(kLeastClimb)));
    m_ui->detailLabel->setHideEmpty(true);
    m_ui->tallyLabel->setHideEmpty(true);
    m_lineColumn = new QVBoxLayout(m_ui->linesContent);
    setLeadingMargins(m_lineColumn, 0, 0, qRound(px(8)), 0);
    m_lineColumn->setSpacing(qRound(px(8)));
    for (Button *button : {m_ui->copyButton, m_ui->undoButton})
        button->setKind(Button::Kind::Link);
    for (Button *button : {m_ui->copyButton, m_ui->undoButton, m_undoNow, m_keep})
        button->setOnStage(true);
    m_ui->problemNotice->setOnStage(true);
    m_ui->undoNotice->setOnStage(true);
    m_ui->undoNotice->addButton(m_keep);
    m_ui->undoNotice->addButton(m_undoNow);
    m_ui->sparkCombo->setFont(fontOf(13));
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, [this] {
        copyText(m_ui->environmentView->toPlainText());
        m_ui->copyButton->setText(tr("Copied"));
        m_ui->copyButton->updateGeometry();
    });
    connect(m_ui->undoButton, &QAbstractButton::clicked, this, [this] {
        askUndo();
        m_keep->setFocus();
    });
    connect(m_tools, &MapTools::boxMenuRequested, this, &ProvePage::offerForBox);
    connect(m_keep, &QAbstractButton::clicked, m_ui->undoNotice, &QWidget::hide);
    connect(m_undoNow, &QAbstractButton::clicked, this, [this] {
        m_ui->undoNotice->hide();
        m_model.undo();
    });
    connect(m_ui->sparkCombo, &QComboBox::currentIndexChanged, this, &ProvePage::refreshEnvironment);
    connect(m_ui->map, &FabricMap::currentChanged, this, &ProvePage::refreshDetails);
    connect(&m_model, &viewmodels::PageViewModel::changed, this, &ProvePage::refreshWhenSeen);
    retranslate();
}

ProvePage::~ProvePage() = default;

void ProvePage::askUndo()
{
    const QString names = m_model.sparkNames().join(QStringLiteral(", "));
    m_ui->undoNotice->show({tr("Undo the set-up of %1?").arg(names),
                               tr("Their network settings go back to what they were before, byte for byte. Signing in "
                                  "stays possible."),
                               {}},
        Notice::Tone::Warn);
}

QWidget *ProvePage::firstFocus()
{
    return m_tools->place();
}

void ProvePage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->map->setAccessibleName(tr("Map of what was proven"));
    m_ui->climbView->setAccessibleName(tr("Rungs"));
    m_ui->linesArea->setAccessibleName(tr("What was proven and what was not"));
    m_ui->sparkCombo->setAccessibleName(tr("Spark"));
    m_ui->environmentView->setAccessibleName(tr("Environment"));
    m_undoNow->setText(tr("Undo it"));
    m_keep->setText(tr("Keep it"));
    if (!m_ui->undoNotice->isHidden())
        askUndo();
    m_shownLines.clear();
    refresh();
}

void ProvePage::refreshLines()
{
    QString wanted;
    for (const ProofLine &line : m_model.lines())
        wanted += line.text + line.remedy + QLatin1Char('\n');
    if (wanted == m_shownLines)
        return;
    m_shownLines = wanted;
    while (QLayoutItem *item = m_lineColumn->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ProofLine &line : m_model.lines())
        m_lineColumn->addWidget(new VerdictLine(line, m_ui->linesContent));
    m_lineColumn->addStretch(1);
}

void ProvePage::refreshEnvironment()
{
    const QString text = m_model.environmentText(m_ui->sparkCombo->currentText());
    m_ui->environmentView->show(text, DiffView::Form::Text);
    m_ui->copyButton->setText(tr("Copy"));
    m_ui->copyButton->updateGeometry();
    m_ui->copyButton->setEnabled(!text.isEmpty());
}

void ProvePage::refreshDetails()
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

void ProvePage::refresh()
{
    m_ui->header->show(m_model.headline(), m_model.detail());
    m_ui->tallyLabel->show(m_model.tally());
    const bool stale = m_model.isStale();
    m_ui->problemNotice->show(stale && m_model.problem().seen.isEmpty() ? m_model.staleness() : m_model.problem(),
        stale ? Notice::Tone::Warn : Notice::Tone::Bad);
    m_tools->setPicture(m_model.picture());
    const QStringList names = m_model.sparkNames();
    QStringList shown;
    for (int i = 0; i < m_ui->sparkCombo->count(); ++i)
        shown << m_ui->sparkCombo->itemText(i);
    if (shown != names) {
        m_ui->sparkCombo->clear();
        m_ui->sparkCombo->addItems(names);
    }
    const bool done = m_model.hasReport() && !m_model.verifying();
    m_ui->environmentPanel->setVisible(done);
    m_ui->undoButton->setVisible(done);
    // Once the speed is being measured, the climb says more than the list of checks, which the tally still counts.
    const bool climbing = m_model.measured().has_value() && !m_model.verifying() && !stale;
    m_ui->climbView->setVisible(climbing);
    m_ui->climbView->show(m_model.climb());
    m_ui->linesArea->setVisible(done && !climbing && !stale);
    refreshLines();
    refreshEnvironment();
    refreshDetails();
}

void ProvePage::offerForBox(const QString &box, const QPoint &at)
{
    if (!m_model.isMember(box))
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("boxMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(fontOf(14));
    connect(menu->addAction(tr("Take %1 out of the cluster…").arg(box)), &QAction::triggered, this,
        [this, box] { m_model.takeOut(box); });
    menu->popup(at);
}

} // namespace sparkloom::widgets
