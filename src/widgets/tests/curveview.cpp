// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/curveview.h"

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::TestCurve;

namespace {

constexpr double kAxis = 46; // room for the numbers at the left
constexpr double kNow = 150; // room for the figure of now at the right
constexpr double kFoot = 22; // room for the seconds
constexpr double kHead = 8;
constexpr int kLines = 5; // of the grid
constexpr double kLeastSeconds = 5;

QColor veil(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

} // namespace

CurveView::CurveView(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(qRound(px(120)));
}

QSize CurveView::sizeHint() const
{
    return {qRound(px(600)), qRound(px(190))};
}

void CurveView::show(const TestCurve &curve)
{
    m_curve = curve;
    setAccessibleDescription(curve.summary());
    update();
}

QRectF CurveView::plot() const
{
    return QRectF(rect()).adjusted(px(kAxis), px(kHead), -px(kNow), -px(kFoot));
}

double CurveView::x(double seconds) const
{
    const QRectF area = plot();
    return area.left() + area.width() * seconds / std::max(m_curve.end(), kLeastSeconds);
}

double CurveView::y(double gbps) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * std::min(gbps / m_curve.top(), 1.0);
}

void CurveView::paintGrid(QPainter &painter) const
{
    const QRectF area = plot();
    painter.setFont(fontOf(11.5));
    for (int i = 0; i <= kLines; ++i) {
        const double value = m_curve.top() * i / kLines;
        const double at = y(value);
        painter.setPen(QPen(veil(Stage::line(), i == 0 ? 0.9 : 0.4), 1));
        painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
        painter.setPen(Stage::muted());
        painter.drawText(QRectF(0, at - px(9), area.left() - px(8), px(18)), Qt::AlignRight | Qt::AlignVCenter,
            QLocale().toString(value, 'f', value < 10 && value > 0 ? 1 : 0));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + px(3), area.width(), px(kFoot)), Qt::AlignLeft | Qt::AlignTop,
        tr("Gb/s over time"));
    painter.drawText(QRectF(area.left(), area.bottom() + px(3), area.width(), px(kFoot)), Qt::AlignRight | Qt::AlignTop,
        tr("%1 s", "seconds").arg(qRound(std::max(m_curve.end(), kLeastSeconds))));
}

void CurveView::paintBands(QPainter &painter) const
{
    const QRectF area = plot();
    const auto &stretches = m_curve.stretches();
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const TestCurve::Stretch &stretch = stretches[i];
        const double left = x(stretch.from);
        const double right = i + 1 < stretches.size() ? x(stretches[i + 1].from) : std::max(x(stretch.to), left + 2);
        if (i > 0) {
            painter.setPen(QPen(veil(Stage::muted(), 0.35), 1, Qt::DotLine));
            painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()));
        }
        if (!stretch.band)
            continue;
        const double upper = stretch.band->impossible > 0 ? y(stretch.band->impossible) : area.top();
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil(Stage::good(), 0.22));
        painter.drawRect(QRectF(QPointF(left, upper), QPointF(right, y(stretch.band->good))));
        painter.setBrush(veil(Stage::warn(), 0.16));
        painter.drawRect(QRectF(QPointF(left, y(stretch.band->good)), QPointF(right, y(stretch.band->ok))));
        painter.setPen(QPen(veil(Stage::good(), 0.8), 1.2, Qt::DashLine));
        painter.drawLine(QPointF(left, y(stretch.band->good)), QPointF(right, y(stretch.band->good)));
    }
}

void CurveView::paintCurve(QPainter &painter) const
{
    QPolygonF line;
    int shot = 0;
    const auto draw = [&] {
        painter.setPen(QPen(Stage::link(), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        if (line.size() == 1)
            painter.drawPoint(line.first());
        else
            painter.drawPolyline(line);
        line.clear();
    };
    for (const TestCurve::Point &point : m_curve.points()) {
        if (point.shot != shot)
            draw();
        shot = point.shot;
        line << QPointF(x(point.at), y(point.gbps));
    }
    draw();
}

void CurveView::paintNow(QPainter &painter) const
{
    const QRectF area(plot().right() + px(14), px(kHead), px(kNow - 14), plot().height());
    const std::optional<double> now = m_curve.now();
    const bool banded = now && !m_curve.stretches().empty() && m_curve.stretches().back().band;
    const double ok = banded ? m_curve.stretches().back().band->ok : 0;
    painter.setFont(fontOf(26, QFont::Bold));
    painter.setPen(banded && *now < ok ? Stage::warn() : Stage::text());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, now ? QLocale().toString(*now, 'f', 1) : u"–"_s);
    painter.setFont(fontOf(12.5));
    painter.setPen(Stage::muted());
    const QString unit = tr("Gb/s now");
    painter.drawText(area.adjusted(0, px(34), 0, 0), Qt::AlignLeft | Qt::AlignTop, unit);
    if (banded)
        painter.drawText(area.adjusted(0, px(56), 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
            tr("expected: %1 or more", "Gb/s").arg(QLocale().toString(m_curve.stretches().back().band->good, 'f', 0)));
}

void CurveView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x0c111b));
    painter.drawRoundedRect(rect(), px(10), px(10));
    if (m_curve.empty() && m_curve.stretches().empty()) {
        painter.setPen(Stage::muted());
        painter.setFont(fontOf(14));
        painter.drawText(rect(), Qt::AlignCenter, tr("The curve begins with the first measurement."));
        return;
    }
    paintGrid(painter);
    paintBands(painter);
    paintCurve(painter);
    paintNow(painter);
}

} // namespace sparkloom::widgets
