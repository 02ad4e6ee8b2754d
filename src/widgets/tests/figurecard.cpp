// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/figurecard.h"

#include "widgets/common/leadingmargins.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/tests/testmarks.h"

#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::FigureLine;
using viewmodels::TestBlock;

namespace {

constexpr double kMark = 18;
constexpr double kScaleWidth = 190, kScaleHeight = 26;
constexpr double kInset = 14, kTextFrom = 42;
constexpr std::size_t kMostFigures = 12; // of a card; the text and the JSON have all

QColor veil(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

PlainLabel *label(const QString &text, PlainLabel::Role role)
{
    auto *made = new PlainLabel(text, role);
    made->setOnStage(true);
    return made;
}

class ScaleView : public QWidget {
public:
    explicit ScaleView(const FigureLine &line) : m_line(line)
    {
        setFixedSize(qRound(px(kScaleWidth)), qRound(px(kScaleHeight)));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintScale(painter, QRectF(rect()), m_line);
    }

private:
    FigureLine m_line;
};

// The verdict of one figure where the card has several.
class SmallMark : public QWidget {
public:
    explicit SmallMark(domain::Verdict verdict) : m_mark(viewmodels::markOf(verdict))
    {
        setFixedSize(qRound(px(kMark)), qRound(px(kMark)));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintMark(painter, m_mark, QRectF(rect()).adjusted(1, 1, -1, -1));
    }

private:
    viewmodels::TestMark m_mark;
};

int weight(const FigureLine &figure)
{
    return domain::isWrong(figure.verdict) ? 0 : domain::isFine(figure.verdict) ? 2 : 1;
}

// Where there are many, the worst.
std::vector<FigureLine> shownOf(const TestBlock &block)
{
    std::vector<FigureLine> figures = block.figures;
    if (figures.size() > kMostFigures) {
        std::stable_sort(figures.begin(), figures.end(),
            [](const FigureLine &a, const FigureLine &b) { return weight(a) < weight(b); });
        figures.resize(kMostFigures);
    }
    return figures;
}

QString spoken(const TestBlock &block)
{
    QStringList parts{u"%1: %2."_s.arg(block.title, block.word)};
    parts += block.seen;
    for (const FigureLine &figure : shownOf(block))
        parts += {u"%1: %2, %3."_s.arg(figure.title, figure.value, figure.word), figure.sentence, figure.expected,
            figure.evidence};
    parts += block.remedies;
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

void paintScale(QPainter &painter, const QRectF &area, const FigureLine &line)
{
    if (!line.hasScale || line.top <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = area.center().y();
    const QRectF bar(area.left() + 2, middle - area.height() * 0.16, area.width() - 4, area.height() * 0.32);
    const auto x = [&](double value) { return bar.left() + bar.width() * qBound(0.0, value / line.top, 1.0); };
    painter.setPen(Qt::NoPen);
    const auto zone = [&](double from, double to, const QColor &colour) {
        painter.setBrush(colour);
        painter.drawRect(QRectF(QPointF(x(from), bar.top()), QPointF(x(to), bar.bottom())));
    };
    zone(0, line.ok, veil(Stage::bad(), 0.35));
    zone(line.ok, line.good, veil(Stage::warn(), 0.55));
    zone(line.good, line.top, veil(Stage::good(), 0.6));
    for (const double run : line.runs) {
        painter.setBrush(Stage::text());
        painter.setPen(QPen(Stage::ink(), 1));
        painter.drawRoundedRect(
            QRectF(x(run) - 2.2, area.top() + area.height() * 0.12, 4.4, area.height() * 0.76), 2, 2);
    }
    painter.restore();
}

TestCard::TestCard(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_title(label({}, PlainLabel::Role::Heading)),
      m_word(label({}, PlainLabel::Role::Strong))
{
    setLeadingMargins(m_column, qRound(px(kTextFrom)), qRound(px(10)), qRound(px(kInset)), qRound(px(12)));
    m_column->setSpacing(qRound(px(4)));
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    m_word->setWordWrap(false);
    top->addWidget(m_word);
    m_column->addLayout(top);
}

void TestCard::addText(const QString &text, bool strong)
{
    m_body->layout()->addWidget(label(text, strong ? PlainLabel::Role::Body : PlainLabel::Role::Muted));
}

void TestCard::addFigure(const FigureLine &figure)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(qRound(px(10)));
    row->addWidget(new SmallMark(figure.verdict));
    auto *title = label(figure.title, PlainLabel::Role::Body);
    row->addWidget(title, 1);
    if (figure.hasScale)
        row->addWidget(new ScaleView(figure));
    auto *value = label(figure.value, PlainLabel::Role::Heading);
    value->setWordWrap(false);
    row->addWidget(value);
    static_cast<QBoxLayout *>(m_body->layout())->addLayout(row);
    for (const QString &text : {figure.sentence, figure.expected, figure.evidence})
        if (!text.isEmpty())
            m_body->layout()->addWidget(label(text, PlainLabel::Role::Small));
}

void TestCard::show(const TestBlock &block)
{
    if (m_body && block == m_block)
        return;
    m_block = block;
    setAccessibleName(spoken(block));
    m_title->setText(block.title);
    m_word->setText(block.word);
    const viewmodels::TestMark mark = viewmodels::markOf(block.verdict);
    m_word->setRole(domain::isFine(block.verdict)   ? PlainLabel::Role::Good
            : mark == viewmodels::TestMark::Bad     ? PlainLabel::Role::Bad
            : mark == viewmodels::TestMark::Suspect ? PlainLabel::Role::Warn
                                                    : PlainLabel::Role::Muted);
    delete m_body;
    m_body = new QWidget(this);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(qRound(px(4)));
    for (const QString &seen : block.seen)
        addText(seen, true);
    for (const FigureLine &figure : shownOf(block))
        addFigure(figure);
    if (block.figures.size() > kMostFigures)
        addText(tr("%n more figure(s), none of them worse: the text and the JSON have all.", nullptr,
                    static_cast<int>(block.figures.size() - kMostFigures)),
            false);
    for (const QString &remedy : block.remedies)
        addText(tr("What to do: %1").arg(remedy), true);
    m_body->setVisible(body->count() > 0);
    m_column->addWidget(m_body);
    update();
}

void TestCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void TestCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x30, 0x3a, 0x50), 1));
    painter.setBrush(QColor(0x0f1520));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10));
    const double left = layoutDirection() == Qt::RightToLeft ? width() - px(kInset) - px(kMark) : px(kInset);
    paintMark(painter, viewmodels::markOf(m_block.verdict), QRectF(left, px(11), px(kMark), px(kMark)));
}

} // namespace sparkloom::widgets
