// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/steprail.h"

#include "widgets/common/buttons.h"
#include "widgets/common/glyphs.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::Step;
using viewmodels::StepState;

namespace {
constexpr double kRailWidth = 214;
constexpr double kStepHeight = 40;
constexpr double kMarkSize = 21;

void paintHouse(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const double side = rect.width();
    const auto at = [&](double x, double y) { return rect.topLeft() + QPointF(x, y) * side; };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, side * 0.075, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({at(0.1, 0.52), at(0.5, 0.14), at(0.9, 0.52)}));
    painter.drawPolyline(QPolygonF({at(0.22, 0.42), at(0.22, 0.86), at(0.78, 0.86), at(0.78, 0.42)}));
}

// The small picture of a tool, in a unit square.
QPolygonF toolLine(Step step)
{
    if (step == Step::Live) // a beat
        return QPolygonF({{0.04, 0.56}, {0.26, 0.56}, {0.40, 0.16}, {0.60, 0.86}, {0.72, 0.56}, {0.96, 0.56}});
    if (step == Step::Tests) // a climb
        return QPolygonF({{0.06, 0.88}, {0.30, 0.88}, {0.30, 0.62}, {0.54, 0.62}, {0.54, 0.36}, {0.78, 0.36},
            {0.78, 0.10}, {0.96, 0.10}});
    return QPolygonF({{0.16, 0.28}, {0.84, 0.28}, {0.84, 0.76}, {0.16, 0.76}, {0.16, 0.28}});
}

void paintTool(QPainter &painter, const QRectF &rect, Step step, const QColor &colour)
{
    QPolygonF line = toolLine(step);
    for (QPointF &point : line)
        point = rect.topLeft() + point * rect.width();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, rect.width() * 0.085, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}
// Between the steps and the tools.
class RailDivider : public QWidget {
public:
    explicit RailDivider(QWidget *parent) : QWidget(parent) { setFixedHeight(qRound(px(25))); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::of(window()->palette()).line);
        const int inset = qRound(px(12));
        painter.drawLine(inset, height() / 2, width() - inset, height() / 2);
    }
};

} // namespace

StepButton::StepButton(Step step, int number, QWidget *parent) : QAbstractButton(parent), m_step(step), m_number(number)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepButton::show(const QString &name, StepState state, const QString &stateText, bool current, bool open)
{
    setText(name);
    m_state = state;
    m_stateText = stateText;
    m_current = current;
    setEnabled(open || current);
    setCursor(open ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(u"%1, %2"_s.arg(name, stateText));
    update();
}

QSize StepButton::sizeHint() const
{
    return {qRound(px(kRailWidth - 24)), qRound(px(kStepHeight))};
}

void StepButton::paintMark(QPainter &painter, const QRectF &rect) const
{
    const Theme theme = Theme::of(window()->palette());
    if (viewmodels::isTool(m_step)) {
        paintTool(painter, rect, m_step, m_current ? theme.accentText : theme.muted);
    } else if (m_number == 0) {
        paintHouse(painter, rect, m_current ? theme.accentText : theme.muted);
    } else if (m_state == StepState::Failed) {
        paintBadge(painter, Glyph::Exclamation, rect, theme.bad, theme.rail);
    } else if (m_state == StepState::Busy) {
        paintGlyph(painter, Glyph::Arc, rect, theme.accentText);
    } else if (m_state == StepState::Done && !m_current) {
        paintBadge(painter, Glyph::Tick, rect, theme.accent, theme.onAccent);
    } else if (m_state == StepState::Locked && !m_current) {
        paintGlyph(painter, Glyph::Lock, rect.adjusted(-px(3), -px(3), px(3), px(3)), theme.muted);
    } else {
        painter.setPen(m_current ? QPen(Qt::NoPen) : QPen(theme.muted, 1.3));
        painter.setBrush(m_current ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(m_current ? theme.onAccent : theme.muted);
        painter.setFont(fontOf(11.5, QFont::Bold));
        painter.drawText(rect, Qt::AlignCenter, QString::number(m_number));
    }
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    const QRectF area = QRectF(rect()).adjusted(1, 3, -1, -3);
    if (m_current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accentTint);
        painter.drawRoundedRect(area, px(9), px(9));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accentText, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area, px(9), px(9));
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double side = px(kMarkSize);
    const double markLeft = mirrored ? area.right() - px(12) - side : area.left() + px(12);
    paintMark(painter, QRectF(markLeft, area.center().y() - side / 2, side, side));
    QRectF words = area.adjusted(px(46), 0, -px(10), 0);
    if (mirrored)
        words = area.adjusted(px(10), 0, -px(46), 0);
    QFont nameFont = fontOf(15, m_current ? QFont::Bold : QFont::Medium);
    // Long words in some languages are smaller, down to what can still be read from afar.
    const double share = words.width() / std::max(1.0, QFontMetricsF(nameFont).horizontalAdvance(text()));
    if (share < 1)
        nameFont.setPixelSize(qFloor(nameFont.pixelSize() * std::max(0.8, share)));
    const QFont stateFont = fontOf(11.5);
    // State in words where it says more than the mark; below the name where both have no room in one line.
    const bool tellsState = m_state == StepState::Busy || m_state == StepState::Failed;
    const double needed = QFontMetricsF(nameFont).horizontalAdvance(text()) + px(8)
        + QFontMetricsF(stateFont).horizontalAdvance(m_stateText);
    const bool stacked = tellsState && needed > words.width();
    const QRectF upper = stacked ? words.adjusted(0, 0, 0, -words.height() * 0.42) : words;
    const QRectF lower = stacked ? words.adjusted(0, words.height() * 0.52, 0, 0) : words;
    const auto nameEdge = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    const auto otherEdge = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    painter.setFont(nameFont);
    painter.setPen(isEnabled() || m_state == StepState::Done ? theme.text : theme.muted);
    painter.drawText(upper, nameEdge | Qt::AlignVCenter, text());
    if (!tellsState)
        return;
    painter.setFont(stateFont);
    painter.setPen(m_state == StepState::Failed ? theme.bad : theme.muted);
    painter.drawText(lower, (stacked ? nameEdge : otherEdge) | Qt::AlignVCenter, m_stateText);
}

void StepButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: focusNextPrevChild(false); return;
    case Qt::Key_Down: focusNextPrevChild(true); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

StepRail::StepRail(viewmodels::StepsViewModel &steps, viewmodels::SidePagesViewModel &side, QWidget *parent)
    : QWidget(parent), m_steps(steps), m_side(side), m_subtitle(new PlainLabel({}, PlainLabel::Role::Small)),
      m_divider(new RailDivider(this))
{
    setFixedWidth(qRound(px(kRailWidth)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(qRound(px(12)), qRound(px(24)), qRound(px(12)), qRound(px(16)));
    column->setSpacing(qRound(px(2)));
    auto *title = new PlainLabel(u"Sparkloom"_s, PlainLabel::Role::Heading);
    title->setIndent(qRound(px(12)));
    m_subtitle->setIndent(qRound(px(12)));
    m_subtitle->setMinimumHeight(qRound(px(18)));
    column->addWidget(title);
    column->addWidget(m_subtitle);
    column->addSpacing(qRound(px(16)));
    int number = 0; // the first page has none
    std::vector<Step> shown = {Step::Start};
    shown.insert(shown.end(), viewmodels::kRailSteps.begin(), viewmodels::kRailSteps.end());
    shown.insert(shown.end(), viewmodels::kRailTools.begin(), viewmodels::kRailTools.end());
    for (const Step step : shown) {
        if (step == viewmodels::kRailTools.front())
            column->addWidget(m_divider);
        auto *button = new StepButton(step, number++, this);
        button->setObjectName(u"step%1"_s.arg(static_cast<int>(step)));
        connect(button, &QAbstractButton::clicked, this, [this, step] {
            m_side.close();
            m_steps.go(step);
        });
        column->addWidget(button);
        m_buttons.push_back(button);
    }
    column->addStretch(1);
    column->addWidget(sideLinks());
    connect(&m_steps, &viewmodels::StepsViewModel::changed, this, &StepRail::refresh);
    connect(&m_side, &viewmodels::SidePagesViewModel::offerChanged, this, &StepRail::refresh);
    refresh();
}

QWidget *StepRail::sideLinks()
{
    auto *place = new QWidget;
    m_linkPlaces = new QGridLayout(place);
    m_linkPlaces->setContentsMargins(0, 0, 0, 0);
    m_linkPlaces->setSpacing(0);
    m_linkPlaces->setColumnStretch(2, 1);
    for (const viewmodels::SidePage page : viewmodels::kSidePages) {
        auto *link = new Button({}, Button::Kind::Link, place);
        link->setFont(fontOf(12.5, QFont::Medium));
        link->setObjectName(u"side%1"_s.arg(static_cast<int>(page)));
        connect(link, &QAbstractButton::clicked, this, [this, page] { m_side.toggle(page); });
        m_links.push_back(link);
    }
    return place;
}

// Two in a row: a third one has no room for longer words, and where two have none either, each has its own.
void StepRail::placeLinks()
{
    std::array<int, 2> widths = {};
    for (std::size_t i = 0; i < m_links.size(); ++i)
        if (m_side.isOffered(viewmodels::kSidePages[i]))
            widths[i % 2] = std::max(widths[i % 2], m_links[i]->sizeHint().width());
    const QMargins around = layout()->contentsMargins();
    const int columns = widths[0] + widths[1] <= width() - around.left() - around.right() ? 2 : 1;
    if (columns == m_linkColumns)
        return;
    m_linkColumns = columns;
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_linkPlaces->removeWidget(m_links[i]);
        m_linkPlaces->addWidget(m_links[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns,
            Qt::AlignLeading | Qt::AlignVCenter);
    }
}

void StepRail::refresh()
{
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_links[i]->setText(viewmodels::SidePagesViewModel::name(viewmodels::kSidePages[i]));
        m_links[i]->updateGeometry();
        m_links[i]->setVisible(m_side.isOffered(viewmodels::kSidePages[i]));
    }
    placeLinks();
    m_subtitle->setText(m_steps.subtitle());
    bool anyTool = false;
    for (StepButton *button : m_buttons) {
        const Step step = button->step();
        if (viewmodels::isTool(step)) {
            const bool ofUse = m_steps.isOpen(step) || step == m_steps.current();
            button->setVisible(ofUse);
            anyTool |= ofUse;
        }
        button->show(m_steps.name(step), m_steps.state(step), m_steps.stateText(step), step == m_steps.current(),
            m_steps.isOpen(step));
        const QString locked = m_steps.lockedText(step);
        setPlainToolTip(button, locked);
        button->setAccessibleDescription(locked);
    }
    m_divider->setVisible(anyTool);
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(window()->palette());
    painter.fillRect(rect(), theme.rail);
    painter.setPen(theme.line);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

void StepRail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace sparkloom::widgets
