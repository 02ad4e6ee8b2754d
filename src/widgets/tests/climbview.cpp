// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/climbview.h"

#include "widgets/common/leadingmargins.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"
#include "widgets/tests/testmarks.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::Rung;
using viewmodels::TestMark;

namespace {

constexpr double kRungHeight = 27;
constexpr double kMark = 18;
constexpr double kRail = 14; // from the side to the first rail
constexpr double kGap = 10;
constexpr double kWidth = 300;
constexpr double kLeastWidth = 180;
constexpr double kMostEnd = 0.6; // of the words: what was measured leaves room for what it is called

} // namespace

RungButton::RungButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RungButton::show(const Rung &rung, bool lowest, bool highest)
{
    m_rung = rung;
    m_lowest = lowest;
    m_highest = highest;
    setText(rung.title);
    setAccessibleName(rung.figure.isEmpty() ? u"%1: %2"_s.arg(rung.title, rung.word)
                                            : u"%1: %2, %3"_s.arg(rung.title, rung.word, rung.figure));
    setAccessibleDescription(QStringList(rung.seen + rung.remedies).join(u' '));
    setPlainToolTip(
        this, (QStringList{accessibleName()} + rung.seen + rung.remedies).join(u'\n')); // whatever had no room
    update();
}

QSize RungButton::sizeHint() const
{
    return {qRound(px(kWidth)), qRound(px(kRungHeight))};
}

QSize RungButton::minimumSizeHint() const
{
    return {qRound(px(kLeastWidth)), qRound(px(kRungHeight))};
}

void RungButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (mirrored) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const double middle = height() / 2.0;
    const QColor colour = colourOf(m_rung.mark);
    // The rails of the ladder, and the rung between them.
    const double left = px(kRail), right = left + px(kMark + 16);
    painter.setPen(QPen(QColor(0x39, 0x46, 0x61), px(2.4), Qt::SolidLine, Qt::FlatCap));
    for (const double x : {left, right})
        painter.drawLine(QPointF(x, m_highest ? middle - px(8) : 0), QPointF(x, m_lowest ? middle + px(10) : height()));
    const bool open = m_rung.mark == TestMark::Waiting || m_rung.mark == TestMark::NotTested;
    painter.setPen(QPen(colour, px(open ? 1.4 : 2.6), open ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    painter.resetTransform();
    QRectF mark((left + right - px(kMark)) / 2, middle - px(kMark) / 2, px(kMark), px(kMark));
    if (mirrored) // a tick is a tick in every direction of writing
        mark.moveRight(width() - mark.left());
    painter.setPen(Qt::NoPen);
    painter.setBrush(Stage::bottom());
    painter.drawEllipse(mark.adjusted(-2, -2, 2, 2));
    paintMark(painter, m_rung.mark, mark);

    QRectF words(right + px(kGap), 0, width() - right - px(kGap) - px(8), height());
    if (mirrored)
        words.moveLeft(px(8));
    if (hasFocus() || underMouse()) {
        painter.setPen(hasFocus() ? QPen(Stage::link(), 2) : QPen(Qt::NoPen));
        painter.setBrush(QColor(255, 255, 255, 14));
        painter.drawRoundedRect(words.adjusted(-px(5), 1.5, px(5), -1.5), px(7), px(7));
    }
    const auto near = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    const auto far = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    const QFont small = fontOf(12.5, m_rung.mark == TestMark::Bad ? QFont::DemiBold : QFont::Normal);
    const QFontMetricsF smallMetrics(small);
    const QString end =
        smallMetrics.elidedText(m_rung.figure.isEmpty() ? m_rung.word : u"%1 · %2"_s.arg(m_rung.figure, m_rung.word),
            Qt::ElideRight, words.width() * kMostEnd);
    const double endWidth = smallMetrics.horizontalAdvance(end);
    painter.setFont(small);
    painter.setPen(open ? Stage::muted() : colour);
    painter.drawText(words, far | Qt::AlignVCenter, end);
    const QFont font = fontOf(13.5, m_rung.mark == TestMark::Running ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(open ? Stage::muted() : Stage::text());
    QRectF title = words;
    if (mirrored)
        title.setLeft(words.left() + endWidth + px(10));
    else
        title.setRight(words.right() - endWidth - px(10));
    painter.drawText(
        title, near | Qt::AlignVCenter, QFontMetricsF(font).elidedText(m_rung.title, Qt::ElideRight, title.width()));
}

void RungButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: focusNextPrevChild(false); return; // the order of Tab is from the top
    case Qt::Key_Down: focusNextPrevChild(true); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

ClimbView::ClimbView(QWidget *parent) : QScrollArea(parent), m_content(new QWidget)
{
    auto *column = new QVBoxLayout(m_content);
    setLeadingMargins(column, 0, 0, qRound(px(6)), 0);
    column->setSpacing(0);
    column->addStretch(1);
    setWidget(m_content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the rungs take the keyboard
}

void ClimbView::show(const viewmodels::Climb &climb)
{
    if (climb == m_climb && !climb.empty())
        return;
    m_climb = climb;
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    while (m_rungs.size() > climb.size()) {
        delete m_rungs.back();
        m_rungs.pop_back();
    }
    while (m_rungs.size() < climb.size()) {
        auto *rung = new RungButton(m_content);
        const int place = static_cast<int>(m_rungs.size());
        connect(rung, &QAbstractButton::clicked, this, [this, place] { Q_EMIT rungChosen(place); });
        column->insertWidget(1, rung); // above the others, below the stretch
        m_rungs.push_back(rung);
    }
    RungButton *last = nullptr;
    for (std::size_t i = 0; i < climb.size(); ++i) {
        m_rungs[i]->show(climb[i], i == 0, i + 1 == climb.size());
        m_rungs[i]->setObjectName(u"rung%1"_s.arg(i));
        if (climb[i].mark != TestMark::Waiting)
            last = m_rungs[i];
    }
    for (std::size_t i = m_rungs.size(); i > 1; --i) // from the top, as it is read
        setTabOrder(m_rungs[i - 1], m_rungs[i - 2]);
    setAccessibleDescription(viewmodels::summaryOf(climb));
    if (last)
        QTimer::singleShot(0, last, [this, last] { ensureWidgetVisible(last, 0, last->height()); });
}

} // namespace sparkloom::widgets
