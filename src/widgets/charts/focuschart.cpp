// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/focuschart.h"

#include "widgets/charts/loadstrip.h"
#include "widgets/common/theme.h"

#include <QChart>
#include <QChartView>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::CableStrip;
using viewmodels::ChartLine;
using viewmodels::ChartReference;
using viewmodels::LiveViewModel;
using viewmodels::LoadColumn;

namespace {

constexpr int kColumns = LiveViewModel::kChartColumns;
constexpr double kBelow = -0.2; // where a line goes while nothing is known: out of the picture
constexpr int kLines = 6;
constexpr double kSame = 0.004; // of the height: less is one point, not two

QColor wayColour(int way, int cable)
{
    return way == 0 ? Stage::cable(cable) : Stage::text();
}

QPen penOf(int way, CableStrip::Line line, int cable)
{
    QPen pen(wayColour(way, cable), line == CableStrip::Line::Whole ? 1.8 : 1);
    pen.setCosmetic(true);
    if (line == CableStrip::Line::LaneA)
        pen.setDashPattern({6, 3});
    else if (line == CableStrip::Line::LaneB)
        pen.setDashPattern({1.5, 3});
    return pen;
}

} // namespace

// Series by Qt Charts; grid, references, marks, cursor and figures are painted around them, because they follow the
// scale of the model.
class FocusChart::View : public QChartView {
public:
    explicit View(LiveViewModel &model) : QChartView(new QChart), m_model(model)
    {
        QChart *const chart = this->chart();
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->setBackgroundVisible(false);
        chart->setPlotAreaBackgroundVisible(false);
        chart->legend()->hide();
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        m_x->setRange(0, kColumns);
        m_y->setRange(0, 1);
        chart->addAxis(m_x, Qt::AlignBottom);
        chart->addAxis(m_y, Qt::AlignLeft);
        m_x->setVisible(false);
        m_y->setVisible(false);
        for (int i = 0; i < kLines; ++i) {
            auto *series = new QLineSeries;
            chart->addSeries(series);
            series->attachAxis(m_x);
            series->attachAxis(m_y);
            m_series.push_back(series);
        }
        setFrameShape(QFrame::NoFrame);
        setBackgroundBrush(Qt::NoBrush);
        setStyleSheet(u"QGraphicsView { background: transparent; border: none; }"_s);
        viewport()->setAutoFillBackground(false);
        viewport()->setFocusPolicy(Qt::NoFocus);
        setRenderHint(QPainter::Antialiasing);
        setFocusPolicy(Qt::NoFocus); // the chart around it takes the keyboard
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }

    void present()
    {
        const std::vector<ChartLine> lines = m_model.chartLines();
        m_unknown.assign(kColumns, true);
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            if (i >= lines.size()) {
                m_series[i]->clear();
                continue;
            }
            const QPen pen = penOf(lines[i].way, lines[i].line, m_model.focus());
            if (m_series[i]->pen() != pen)
                m_series[i]->setPen(pen);
            fill(*m_series[i], lines[i]);
        }
        viewport()->update();
    }

    int points() const
    {
        int count = 0;
        for (const QLineSeries *series : m_series)
            count += static_cast<int>(series->count());
        return count;
    }

    QRectF plot() const { return chart()->plotArea(); }
    std::optional<double> cursor; // 0 to 1

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QChartView::resizeEvent(event);
        const double left = px(44);
        chart()->setPlotArea(QRectF(left, px(26), width() - left - px(8), height() - px(26) - px(22)));
    }

    void drawBackground(QPainter *painter, const QRectF &) override
    {
        const QRectF area = plot();
        painter->setLayoutDirection(Qt::LeftToRight);
        painter->fillRect(area, QColor(0x0c, 0x11, 0x1b));
        paintUnknown(*painter, area);
        painter->setFont(fontOf(11.5));
        const auto &scale = m_model.scale();
        for (const double tick : scale.ticks()) {
            const double y = area.bottom() - area.height() * scale.place(tick);
            painter->setPen(QPen(QColor(0x24, 0x2e, 0x42), 1));
            painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
            painter->setPen(Stage::muted());
            painter->drawText(QRectF(0, y - px(8), area.left() - px(6), px(16)), Qt::AlignRight | Qt::AlignVCenter,
                QLocale().toString(tick, 'g', 4));
        }
        const int span = m_model.span();
        const auto behind =
            static_cast<int>(std::chrono::round<std::chrono::seconds>(m_model.time() - m_model.chartTime().to).count());
        const int step = span >= 60 ? 15 : span >= 30 ? 10 : span >= 10 ? 2 : 1;
        for (int ago = 0; ago <= span; ago += step) {
            const double x = area.right() - area.width() * ago / span;
            painter->setPen(QPen(QColor(0x1b, 0x23, 0x33), 1));
            painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
            painter->setPen(Stage::muted());
            const QString text =
                ago + behind == 0 ? FocusChart::tr("now") : FocusChart::tr("%1 s").arg(-(ago + behind));
            const Qt::Alignment side = ago == 0 ? Qt::AlignRight : ago == span ? Qt::AlignLeft : Qt::AlignHCenter;
            const double wide = px(104); // longer words for seconds, too
            const double left = ago == 0 ? x - wide : ago == span ? x : x - wide / 2;
            painter->drawText(QRectF(left, area.bottom() + px(3), wide, px(16)), side | Qt::AlignVCenter, text);
        }
    }

    void drawForeground(QPainter *painter, const QRectF &) override
    {
        const QRectF area = plot();
        painter->setLayoutDirection(Qt::LeftToRight);
        const std::vector<QRectF> written = paintReferences(*painter, area);
        paintLegend(*painter, area);
        paintEvents(*painter, area, written);
        if (cursor)
            paintCursor(*painter, area);
    }

private:
    void fill(QLineSeries &series, const ChartLine &line)
    {
        m_points.clear();
        bool known = false;
        for (int i = 0; i < kColumns; ++i) {
            const LoadColumn &column = line.columns[static_cast<std::size_t>(i)];
            if (column.known()) {
                m_unknown[static_cast<std::size_t>(i)] = false;
                const double most = m_model.scale().place(static_cast<double>(column.most));
                const double least = m_model.scale().place(static_cast<double>(column.least));
                if (!known && i > 0)
                    m_points << QPointF(i + 0.3, kBelow);
                // From where the line is, so that it does not go up and down where only the load rose.
                const bool fell = !known || m_points.isEmpty() || m_points.last().y() > (most + least) / 2;
                m_points << QPointF(i + 0.3, fell ? most : least);
                if (most - least > kSame)
                    m_points << QPointF(i + 0.7, fell ? least : most);
            } else if (known) {
                m_points << QPointF(i - 0.2, kBelow);
            }
            known = column.known();
        }
        series.replace(m_points);
    }

    void paintUnknown(QPainter &painter, const QRectF &area) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(QColor(0x39, 0x43, 0x58), Qt::BDiagPattern));
        for (std::size_t i = 0; i + 1 < m_unknown.size(); ++i) { // the newest is still to be filled
            if (!m_unknown[i])
                continue;
            std::size_t end = i;
            while (end + 1 < m_unknown.size() && m_unknown[end + 1])
                ++end;
            const double left = area.left() + area.width() * static_cast<double>(i) / kColumns;
            const double right = area.left() + area.width() * static_cast<double>(end + 1) / kColumns;
            painter.drawRect(QRectF(QPointF(left, area.top()), QPointF(right, area.bottom())));
            i = end;
        }
    }

    // Where words stand then.
    std::vector<QRectF> paintReferences(QPainter &painter, const QRectF &area) const
    {
        std::vector<QRectF> written;
        const std::vector<ChartReference> references = m_model.references();
        painter.setFont(fontOf(11));
        double free = area.bottom(); // above this nothing is written yet
        for (const ChartReference &each : references) {
            const double y = area.bottom() - area.height() * m_model.scale().place(each.gbps);
            painter.setPen(QPen(Stage::warn().darker(140), 1, Qt::DashLine));
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
            const QRectF text(area.left() + px(6), y + px(1), area.width() - px(12), px(14));
            if (text.bottom() > free + 1)
                continue;
            const double wide = QFontMetricsF(painter.font()).horizontalAdvance(each.text);
            written.emplace_back(text.topLeft(), QSizeF(wide + 2, text.height()));
            painter.fillRect(written.back(), QColor(0x0c, 0x11, 0x1b, 170));
            painter.setPen(Stage::warn());
            painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, each.text);
            free = y;
        }
        return written;
    }

    // Above the plot: which line is which, with what it says now.
    void paintLegend(QPainter &painter, const QRectF &area) const
    {
        const viewmodels::LiveCableShown *cable = m_model.cable(m_model.focus());
        if (!cable)
            return;
        const QFont font = fontOf(12, QFont::Medium);
        painter.setFont(font);
        double x = area.left();
        const double y = px(11);
        const auto write = [&](const QString &text, const QColor &ink) {
            painter.setPen(ink);
            const double wide = QFontMetricsF(font).horizontalAdvance(text);
            painter.drawText(QRectF(x, 0, wide + 4, px(22)), Qt::AlignLeft | Qt::AlignVCenter, text);
            x += wide + px(8);
        };
        write(m_model.cableTitle(*cable), Stage::text());
        x += px(6);
        for (int way = 0; way < 2; ++way) {
            const auto &shown = cable->ways[static_cast<std::size_t>(way)];
            for (const CableStrip::Line line : CableStrip::kLines) {
                painter.setPen(penOf(way, line, m_model.focus()));
                painter.drawLine(QPointF(x, y), QPointF(x + px(20), y));
                x += px(25);
                const QString to = shown.to.isEmpty() ? FocusChart::tr("switch") : shown.to;
                if (line == CableStrip::Line::Whole)
                    write(FocusChart::tr("to %1: %2").arg(to, LiveViewModel::number(shown.now)),
                        wayColour(way, m_model.focus()));
                else
                    write(u"%1 %2"_s.arg(line == CableStrip::Line::LaneA ? u"A"_s : u"B"_s,
                              m_model.laneText(shown.lanes[line == CableStrip::Line::LaneA ? 0 : 1])),
                        Stage::muted());
            }
            x += px(8);
        }
    }

    // Below the words that a mark would cover.
    void paintEvents(QPainter &painter, const QRectF &area, const std::vector<QRectF> &written) const
    {
        const viewmodels::ChartTime time = m_model.chartTime();
        painter.setFont(fontOf(11));
        double free = area.left(); // marks that lie close: only the first is written out
        for (const viewmodels::LiveEvent &event : m_model.events()) {
            if (event.at < time.from || event.at > time.to || (event.cable != 0 && event.cable != m_model.focus()))
                continue;
            const double part = static_cast<double>((event.at - time.from).count())
                / static_cast<double>((time.to - time.from).count());
            const double x = area.left() + area.width() * part;
            const QColor colour = eventColour(event.kind);
            painter.setPen(QPen(colour, 1, Qt::DashDotLine));
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
            const QString words = viewmodels::said(event.text);
            const double wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + px(8);
            const double left = std::min(x + px(4), area.right() - wide);
            if (left < free)
                continue;
            QRectF text(left, area.top() + px(3), wide, px(16));
            for (auto each = written.rbegin(); each != written.rend(); ++each) // from the highest down
                if (text.intersects(*each))
                    text.moveTop(each->bottom() + px(2));
            painter.fillRect(text, QColor(0x0c, 0x11, 0x1b, 220));
            painter.setPen(colour);
            painter.drawText(text.adjusted(px(3), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
            free = text.right();
        }
    }

    void paintCursor(QPainter &painter, const QRectF &area) const
    {
        const double x = area.left() + area.width() * *cursor;
        painter.setPen(QPen(Stage::text(), 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const viewmodels::ChartTime time = m_model.chartTime();
        const auto at = time.from
            + std::chrono::nanoseconds(
                static_cast<std::int64_t>(static_cast<double>((time.to - time.from).count()) * *cursor));
        const QStringList lines = m_model.readingAt(at);
        if (lines.isEmpty())
            return;
        const QFont font = fontOf(12);
        painter.setFont(font);
        const QFontMetricsF metrics(font);
        double wide = 0;
        for (const QString &line : lines)
            wide = std::max(wide, metrics.horizontalAdvance(line));
        QRectF box(x + px(10), area.top() + px(24), wide + px(20), px(18) * static_cast<double>(lines.size()) + px(12));
        if (box.right() > area.right())
            box.moveRight(x - px(10));
        painter.setPen(QPen(Stage::line(), 1));
        painter.setBrush(QColor(0x18, 0x20, 0x2f, 235));
        painter.drawRoundedRect(box, px(7), px(7));
        painter.setPen(Stage::text());
        for (qsizetype i = 0; i < lines.size(); ++i)
            painter.drawText(
                QRectF(box.left() + px(10), box.top() + px(6) + px(18) * static_cast<double>(i), wide + 4, px(18)),
                Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
    }

    LiveViewModel &m_model;
    QValueAxis *m_x = new QValueAxis;
    QValueAxis *m_y = new QValueAxis;
    std::vector<QLineSeries *> m_series;
    QList<QPointF> m_points;
    std::vector<bool> m_unknown;
};

FocusChart::FocusChart(LiveViewModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_view(new View(model))
{
    setObjectName(u"focusChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // time runs one way everywhere
    setMinimumSize(320, 160);
    auto *place = new QVBoxLayout(this);
    place->setContentsMargins(2, 2, 2, 2);
    place->addWidget(m_view);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    retranslate();
}

FocusChart::~FocusChart() = default;

void FocusChart::retranslate()
{
    m_view->setAccessibleName(tr("Chart of one cable"));
    describe();
}

void FocusChart::present()
{
    m_view->present();
}

std::optional<double> FocusChart::cursor() const
{
    return m_view->cursor;
}

void FocusChart::setCursorAt(std::optional<double> place)
{
    m_view->cursor = place ? std::optional(std::clamp(*place, 0.0, 1.0)) : std::nullopt;
    m_view->viewport()->update();
    describe();
}

int FocusChart::pointsShown() const
{
    return m_view->points();
}

// For people who listen: what the cable is like, or what the cursor stands on.
void FocusChart::describe()
{
    QString text = m_model.cableSummary(m_model.focus());
    if (m_view->cursor) {
        const viewmodels::ChartTime time = m_model.chartTime();
        const auto behind = static_cast<double>((time.to - time.from).count()) * *m_view->cursor;
        const QStringList lines =
            m_model.readingAt(time.from + std::chrono::nanoseconds(static_cast<std::int64_t>(behind)));
        if (!lines.isEmpty())
            text = lines.join(u". "_s);
    }
    setAccessibleName(tr("Chart of cable %1").arg(m_model.focus()));
    setAccessibleDescription(text);
}

void FocusChart::keyPressEvent(QKeyEvent *event)
{
    const double step = (event->modifiers() & Qt::ShiftModifier ? 10.0 : 1.0) / kColumns;
    const double here = m_view->cursor.value_or(1);
    switch (event->key()) {
    case Qt::Key_Left: setCursorAt(here - step); return;
    case Qt::Key_Right: setCursorAt(here + step); return;
    case Qt::Key_Up: m_model.focusNext(-1); return;
    case Qt::Key_Down: m_model.focusNext(1); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_model.zoom(1); return;
    case Qt::Key_Minus: m_model.zoom(-1); return;
    case Qt::Key_PageUp: m_model.pan(-kColumns / 3); return;
    case Qt::Key_PageDown: m_model.pan(kColumns / 3); return;
    case Qt::Key_Escape:
        if (m_view->cursor)
            setCursorAt(std::nullopt);
        else
            Q_EMIT closed();
        return;
    default: event->ignore();
    }
}

bool FocusChart::eventFilter(QObject *watched, QEvent *event)
{
    const QRectF area = m_view->plot();
    switch (event->type()) {
    case QEvent::MouseMove: {
        const QPointF at = static_cast<QMouseEvent *>(event)->position();
        if (area.contains(at))
            setCursorAt((at.x() - area.left()) / std::max(1.0, area.width()));
        else if (m_view->cursor)
            setCursorAt(std::nullopt);
        break;
    }
    case QEvent::MouseButtonPress: setFocus(Qt::MouseFocusReason); break;
    case QEvent::Leave: setCursorAt(std::nullopt); break;
    case QEvent::Wheel: {
        const int turned = static_cast<QWheelEvent *>(event)->angleDelta().y();
        if (turned != 0)
            m_model.zoom(turned > 0 ? 1 : -1);
        return true;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusChart::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Stage::link(), 1.6));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(6), px(6));
}

void FocusChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    describe();
    update();
}

void FocusChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace sparkloom::widgets
