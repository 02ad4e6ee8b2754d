// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/topologycard.h"

#include "widgets/common/leadingmargins.h"
#include "widgets/common/pill.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/topologysketch.h"

#include <QBoxLayout>
#include <QPainter>

#include <cmath>

namespace sparkloom::widgets {

namespace {
constexpr QSizeF kSketch(132, 76);
constexpr double kSketchInset = 9;
constexpr double kLaneDistance = 1.6; // of a lane from the middle of its cable
} // namespace

// The drawing on a dark ground, as the map has.
class SketchView : public QWidget {
public:
    SketchView()
    {
        setFixedSize(qRound(px(kSketch.width() + 2 * kSketchInset)), qRound(px(kSketch.height() + 2 * kSketchInset)));
    }

    void show(domain::Topology topology, int sparkCount)
    {
        m_topology = topology;
        m_sparkCount = sparkCount;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Stage::bottom());
        painter.drawRoundedRect(QRectF(rect()), px(8), px(8));
        painter.translate(px(kSketchInset), px(kSketchInset));
        painter.scale(px(1), px(1));
        const TopologySketch sketch(m_topology, m_sparkCount, kSketch);
        int number = 1;
        for (const TopologySketch::Cable &cable : sketch.cables())
            paintCable(painter, sketch.start(cable), sketch.end(cable), Stage::cable(number++));
        for (const TopologySketch::Box &box : sketch.boxes())
            paintBox(painter, box);
        if (sketch.sparksShown() < m_sparkCount) {
            painter.setPen(Stage::text());
            painter.setFont(fontOf(12, QFont::Bold));
            painter.drawText(QRectF(QPointF(), kSketch), Qt::AlignCenter, QString::number(m_sparkCount));
        }
    }

private:
    static void paintCable(QPainter &painter, QPointF from, QPointF to, const QColor &colour)
    {
        const QPointF way = to - from;
        const double length = std::max(1.0, std::hypot(way.x(), way.y()));
        const QPointF beside = QPointF(-way.y(), way.x()) * (kLaneDistance / length);
        painter.setPen(QPen(colour, 1.4));
        painter.drawLine(from + beside, to + beside);
        painter.drawLine(from - beside, to - beside);
    }

    static void paintBox(QPainter &painter, const TopologySketch::Box &box)
    {
        const bool spark = box.kind == TopologySketch::Kind::Spark;
        painter.setPen(QPen(spark ? Stage::line() : Stage::muted(), 1));
        painter.setBrush(spark ? QColor(0x2a3348) : Stage::socket());
        painter.drawRoundedRect(box.rect, 3, 3);
        // Sockets, so that one sees what it is: two for a Spark, a row for a switch, discs for storage.
        const double unit = box.rect.height() / 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(spark ? Stage::socket() : Stage::line());
        if (box.kind == TopologySketch::Kind::Storage) {
            for (const double y : {0.3, 0.7})
                painter.drawRoundedRect(
                    QRectF(box.rect.left() + unit, box.rect.top() + box.rect.height() * y - unit / 3,
                        box.rect.width() - 2 * unit, unit / 1.5),
                    1, 1);
            return;
        }
        const int sockets = spark ? 2 : 6;
        const double right = box.rect.right() - unit;
        for (int i = 0; i < sockets; ++i)
            painter.drawRoundedRect(
                QRectF(right - (i + 1) * unit * 1.9, box.rect.center().y() - unit / 2, unit * 1.5, unit), 1, 1);
    }

    domain::Topology m_topology = domain::Topology::Unknown;
    int m_sparkCount = 0;
};

TopologyCardButton::TopologyCardButton(QWidget *parent)
    : CardButton(parent), m_sketch(new SketchView), m_title(new PlainLabel({}, PlainLabel::Role::Heading)),
      m_badge(new Badge), m_facts(new PlainLabel({}, PlainLabel::Role::Body)),
      m_reason(new PlainLabel({}, PlainLabel::Role::Small))
{
    auto *row = new QHBoxLayout(this);
    setLeadingMargins(row, qRound(px(12)), qRound(px(11)), qRound(px(16)), qRound(px(11)));
    row->setSpacing(qRound(px(16)));
    place(row, m_sketch);
    row->setAlignment(m_sketch, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(qRound(px(4)));
    auto *top = new QHBoxLayout;
    top->setSpacing(qRound(px(10)));
    m_title->setWordWrap(false);
    place(top, m_title);
    place(top, m_badge);
    top->addStretch(1);
    words->addLayout(top);
    place(words, m_facts);
    place(words, m_reason);
    words->addStretch(1);
    row->addLayout(words, 1);
}

void TopologyCardButton::show(const viewmodels::TopologyCard &card, int sparkCount)
{
    m_sketch->show(card.topology, sparkCount);
    m_title->setText(card.title);
    m_badge->show(card.badge);
    m_facts->setText(card.facts);
    m_reason->setText(card.reason);
    setChosen(card.chosen);
    setCheckable(true);
    setChecked(card.chosen);
    setAccessibleName(card.badge.isEmpty() ? card.title : QStringLiteral("%1, %2").arg(card.title, card.badge));
    setAccessibleDescription(QStringLiteral("%1. %2").arg(card.facts, card.reason));
}

} // namespace sparkloom::widgets
