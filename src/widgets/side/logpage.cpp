// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side/logpage.h"

#include "ui_logpage.h"
#include "widgets/common/savefile.h"
#include "widgets/common/theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::LogLine;

namespace {
constexpr std::size_t kMostShown = 200; // more would hold up the window; a filter brings up older ones
} // namespace

LogPage::LogPage(viewmodels::LogViewModel &model, QWidget *parent)
    : Page(parent), m_model(model), m_ui(std::make_unique<Ui::LogPage>())
{
    m_ui->setupUi(this);
    m_ui->noteLabel->setRole(PlainLabel::Role::Muted);
    m_ui->sparkCombo->setFont(fontOf(14));
    m_ui->searchEdit->setFont(fontOf(14));
    m_ui->searchEdit->setMaxLength(100);
    QTableWidget *table = m_ui->table;
    table->setColumnCount(3);
    table->setFont(fontOf(13.5));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(true);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    connect(m_ui->sparkCombo, &QComboBox::activated, this, &LogPage::filter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &LogPage::filter); // its button clears it, too
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, [this] {
        copyText(m_model.text());
        m_ui->copyButton->setText(tr("Copied"));
        m_ui->copyButton->updateGeometry();
    });
    connect(&m_model, &viewmodels::LogViewModel::changed, this, &LogPage::refresh);
    retranslate();
}

LogPage::~LogPage() = default;

QWidget *LogPage::firstFocus()
{
    return m_ui->searchEdit;
}

void LogPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->table->setHorizontalHeaderLabels({tr("When"), tr("Spark"), tr("What")});
    m_ui->table->setAccessibleName(tr("What was done on which Spark"));
    m_ui->sparkCombo->setAccessibleName(tr("Only this Spark"));
    m_ui->searchEdit->setAccessibleName(tr("Only lines with these words"));
    refresh();
}

void LogPage::filter()
{
    const QString spark = m_ui->sparkCombo->currentIndex() > 0 ? m_ui->sparkCombo->currentText() : QString();
    m_model.filter(spark, m_ui->searchEdit->text());
}

void LogPage::refreshSparks()
{
    const QSignalBlocker quiet(m_ui->sparkCombo);
    m_ui->sparkCombo->clear();
    m_ui->sparkCombo->addItem(tr("All Sparks"));
    m_ui->sparkCombo->addItems(m_model.sparks());
    m_ui->sparkCombo->setCurrentIndex(qMax(0, m_ui->sparkCombo->findText(m_model.spark(), Qt::MatchExactly)));
}

void LogPage::refresh()
{
    if (!isVisible())
        return; // lines come in all the time; they are put into words when somebody reads them
    refreshSparks();
    if (m_ui->searchEdit->text().trimmed() != m_model.search())
        m_ui->searchEdit->setText(m_model.search());
    std::vector<LogLine> lines = m_model.lines();
    const int all = static_cast<int>(lines.size());
    if (lines.size() > kMostShown)
        lines.erase(lines.begin(), lines.end() - kMostShown);
    const Theme theme = Theme::of(window()->palette());
    m_ui->table->setRowCount(static_cast<int>(lines.size()));
    for (int row = 0; row < m_ui->table->rowCount(); ++row) {
        const LogLine &line = lines[static_cast<std::size_t>(row)];
        int column = 0;
        for (const QString &text : {line.when, line.spark, line.text}) {
            auto *item = new QTableWidgetItem(text);
            item->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
            if (line.tone == LogLine::Tone::Bad && column == 2)
                item->setForeground(theme.bad);
            m_ui->table->setItem(row, column++, item);
        }
    }
    m_ui->table->scrollToBottom();
    m_ui->copyButton->setText(tr("Copy"));
    m_ui->copyButton->setEnabled(!lines.empty());
    m_ui->header->show(lines.empty() ? tr("Nothing has been done yet.") : tr("What was done on which Spark"), {});
    if (m_model.total() > 0 && lines.empty())
        m_ui->header->show(tr("No line is as you ask for it."), {});
    m_ui->noteLabel->setText(
        tr("%n line(s). Of earlier days the steps of every change, of today each step. Passwords and keys are never "
           "in it.",
            nullptr, all)
        + (lines.size() == kMostShown ? u' ' + tr("Only the newest are shown here; Copy takes them all.") : QString()));
}

void LogPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace sparkloom::widgets
