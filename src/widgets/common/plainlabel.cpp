// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/plainlabel.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QtMath>

namespace sparkloom::widgets {

namespace {

constexpr std::size_t kMostMeasured = 16;

double sizeOf(PlainLabel::Role role)
{
    switch (role) {
    case PlainLabel::Role::Headline: return 26;
    case PlainLabel::Role::Heading: return 15;
    case PlainLabel::Role::Small: return 12.5;
    case PlainLabel::Role::Mono: return 13;
    default: return 14;
    }
}

QColor colourOf(PlainLabel::Role role, const Theme &theme)
{
    switch (role) {
    case PlainLabel::Role::Muted:
    case PlainLabel::Role::Small: return theme.muted;
    case PlainLabel::Role::Bad: return theme.bad;
    case PlainLabel::Role::Good: return theme.good;
    case PlainLabel::Role::Warn: return theme.warn;
    default: return theme.text;
    }
}

QColor stageColourOf(PlainLabel::Role role)
{
    switch (role) {
    case PlainLabel::Role::Muted:
    case PlainLabel::Role::Small: return Stage::muted();
    case PlainLabel::Role::Bad: return Stage::bad();
    case PlainLabel::Role::Good: return Stage::good();
    case PlainLabel::Role::Warn: return Stage::warn();
    default: return Stage::text();
    }
}

// Qt breaks lines after a slash (UAX 14, class SY): a word joiner keeps "Gb/s" and "GB/s" together.
QString withWholeUnits(QString text)
{
    constexpr QChar kWordJoiner(0x2060);
    for (const QLatin1String unit : {QLatin1String("b/s"), QLatin1String("B/s")}) {
        if (text.contains(unit))
            text.replace(unit, unit.first(2) + kWordJoiner + QLatin1Char('s'));
    }
    return text;
}

// Read from right to left, Qt 6.4 moves each line that it broke by the blank that it broke it at, beyond the edge of
// the label: that much room is left there, so that no letter is cut.
void leaveRoomForBlank(QLabel &label)
{
    const bool moves = label.wordWrap() && label.layoutDirection() == Qt::RightToLeft;
    const int blank = moves ? qCeil(QFontMetricsF(label.font()).horizontalAdvance(QLatin1Char(' '))) : 0;
    if (label.contentsMargins().left() != blank)
        label.setContentsMargins(blank, 0, 0, 0);
}

} // namespace

PlainLabel::PlainLabel(QWidget *parent) : PlainLabel(QString(), Role::Body, parent) {}

PlainLabel::PlainLabel(const QString &text, Role role, QWidget *parent) : QLabel(parent), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    restyle();
}

void PlainLabel::setText(const QString &text)
{
    m_text = text;
    QLabel::setText(withWholeUnits(text));
}

void PlainLabel::show(const QString &text)
{
    if (m_text != text)
        setText(text);
    if (m_hideEmpty)
        setVisible(!text.isEmpty());
}

void PlainLabel::setRole(Role role)
{
    if (role == m_role)
        return;
    m_role = role;
    restyle();
}

void PlainLabel::setHideEmpty(bool hide)
{
    m_hideEmpty = hide;
    setVisible(!hide || !text().isEmpty());
}

void PlainLabel::setOnStage(bool onStage)
{
    m_onStage = onStage;
    restyle();
}

void PlainLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(
        selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::NoTextInteraction);
    setFocusPolicy(selectable ? Qt::ClickFocus : Qt::NoFocus);
}

int PlainLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int frame =
        1000 * indent() + 100 * margin() + around.left() + around.right() + around.top() + around.bottom();
    if (m_measured.text != text() || m_measured.font != font() || m_measured.frame != frame
        || m_measured.heights.size() >= kMostMeasured)
        m_measured = {text(), font(), frame, {}};
    for (const auto &[known, height] : m_measured.heights)
        if (known == width)
            return height;
    // On a screen with a scale, a line may be painted a little wider than it was measured, and wrap once more.
    const int height = QLabel::heightForWidth(width - 1);
    m_measured.heights.emplace_back(width, height);
    return height;
}

void PlainLabel::restyle()
{
    m_restyling = true;
    const bool bold = m_role == Role::Headline || m_role == Role::Heading;
    const QFont::Weight weight = bold ? QFont::Bold : m_role == Role::Strong ? QFont::DemiBold : QFont::Normal;
    QFont font = fontOf(sizeOf(m_role), weight);
    if (m_role == Role::Mono)
        font.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    // Each of both costs a style sheet's work, also where nothing changes; and labels restyle whenever they appear.
    if (this->font() != font)
        setFont(font);
    const QWidget *around = parentWidget() ? parentWidget() : this;
    const QColor ink = m_onStage ? stageColourOf(m_role) : colourOf(m_role, Theme::of(around->window()->palette()));
    QPalette own = palette();
    const auto hasInk = [&](QPalette::ColorGroup group) { return own.color(group, QPalette::WindowText) == ink; };
    if (!hasInk(QPalette::Active) || !hasInk(QPalette::Inactive) || !hasInk(QPalette::Disabled)) {
        own.setColor(QPalette::WindowText, ink);
        setPalette(own);
    }
    m_restyling = false;
    leaveRoomForBlank(*this);
}

// Labels made before they have a window take its colours when they appear in it.
void PlainLabel::showEvent(QShowEvent *event)
{
    restyle();
    QLabel::showEvent(event);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (!m_restyling && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange))
        restyle();
    if (event->type() == QEvent::LayoutDirectionChange)
        leaveRoomForBlank(*this);
}

} // namespace sparkloom::widgets
