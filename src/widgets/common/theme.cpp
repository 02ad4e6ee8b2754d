// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

namespace {

constexpr double kUsualFontPixels = 13.0; // 10 points at 96 dpi
constexpr char kCalmProperty[] = "sparkloomCalm";
constexpr int kDarkBelow = 128; // lightness of the window colour

Theme makeLight()
{
    Theme theme;
    theme.window = QColor(0xf4f6fa);
    theme.rail = QColor(0xfbfbfd);
    theme.card = QColor(0xffffff);
    theme.line = QColor(0xdde2ec);
    theme.field = QColor(0x7d879e);
    theme.text = QColor(0x1d2433);
    theme.muted = QColor(0x5b657d);
    theme.accent = QColor(0x0f7f6e);
    theme.onAccent = QColor(0xffffff);
    theme.accentText = QColor(0x0c7465);
    theme.accentTint = QColor(0xe0f2ef);
    theme.disabled = QColor(0xe3e7ef);
    theme.onDisabled = QColor(0x5d677e);
    theme.good = QColor(0x0f7f6e);
    theme.bad = QColor(0xb3261e);
    theme.warn = QColor(0x8a5300);
    theme.badTint = QColor(0xfdeceb);
    theme.warnTint = QColor(0xfff4dc);
    theme.goodTint = QColor(0xeff9f5);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x151a25);
    theme.rail = QColor(0x0f131c);
    theme.card = QColor(0x1d2433);
    theme.line = QColor(0x303a50);
    theme.field = QColor(0x6d7897);
    theme.text = QColor(0xe9edf7);
    theme.muted = QColor(0xa3aec8);
    theme.accent = QColor(0x3fd0b8);
    theme.onAccent = QColor(0x06231e);
    theme.accentText = QColor(0x4fd8c2);
    theme.accentTint = QColor(0x17353a);
    theme.disabled = QColor(0x283145);
    theme.onDisabled = QColor(0xa3aec8);
    theme.good = QColor(0x4fd8a6);
    theme.bad = QColor(0xff8a80);
    theme.warn = QColor(0xffcf70);
    theme.badTint = QColor(0x3a2226);
    theme.warnTint = QColor(0x362d1b);
    theme.goodTint = QColor(0x17352f);
    return theme;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::darkOne()
{
    static const Theme theme = makeDark();
    return theme;
}

Theme Theme::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < kDarkBelow ? darkOne() : light();
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, card);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, card);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::Highlight, accentTint);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accentText);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Disabled, QPalette::Text, muted);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, muted);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, muted);
    return palette;
}

QString Theme::styleSheet() const
{
    return u"QLineEdit, QPlainTextEdit { border: 1px solid %10; border-radius: 8px; padding: 7px 10px; background: %2; "
           u"color: %3;"
           " selection-background-color: %4; selection-color: %5; }"
           "QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid %6; padding: 6px 9px; }"
           "QLineEdit:disabled { background: %7; color: %8; }"
           "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }"
           "QTreeView::branch, QTreeView::item, QTreeView::item:selected { background: transparent; }"
           "QComboBox { border: 1px solid %10; border-radius: 7px; padding: 4px 10px; background: %2; color: %3; }"
           "QComboBox:focus { border: 2px solid %6; padding: 3px 9px; }"
           "QComboBox::drop-down { border: none; width: 18px; }"
           "QComboBox QAbstractItemView { background: %2; color: %3; border: 1px solid %1; selection-background-color: "
           "%9; selection-color: %3; }"
           "QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }"
           "QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }"
           "QScrollBar::handle { background: %8; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }"
           "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; "
           "border: none; width: 0; height: 0; }"
           "QAbstractScrollArea::corner { background: transparent; border: none; }"
           "QCheckBox { color: %3; spacing: 8px; }"
           "QTableView { border: 1px solid %1; border-radius: 10px; background: %2; padding: 4px; }"
           "QTableView::item { padding: 5px 8px; }"
           "QHeaderView::section { background: %2; color: %8; border: none; padding: 6px 8px; }"
           "QMenu { background: %2; color: %3; border: 1px solid %1; padding: 4px; }"
           "QMenu::item { padding: 6px 18px; border-radius: 6px; } QMenu::item:selected { background: %9; }"
           "QSplitter::handle { background: transparent; }"
           "QListWidget { border: 1px solid %1; border-radius: 10px; background: %2; color: %3; padding: 5px; outline: "
           "0; }"
           "QListWidget:focus { border: 2px solid %6; padding: 4px; }"
           "QListWidget::item { padding: 5px 8px; border-radius: 6px; }"
           "QListWidget::item:selected { background: %9; color: %3; }"
           "QTreeView { border: 1px solid %1; border-radius: 10px; background: %2; padding: 6px; outline: 0; }"
           "QToolTip { border: 1px solid %1; background: %2; color: %3; padding: 4px 6px; }"_s.arg(line.name(),
               card.name(), text.name(), accent.name(), onAccent.name(), accentText.name(), window.name(), muted.name(),
               accentTint.name(), field.name())
        + u"QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid %1; border-radius: 4px; background: "
          u"%2; }"
          "QCheckBox::indicator:focus { border: 2px solid %3; width: 13px; height: 13px; }"
          "QCheckBox::indicator:checked { background: %4; border-color: %4; image: url(:/sparkloom/icons/%5.svg); }"
          "QCheckBox::indicator:checked:focus { border-color: %6; }"_s.arg(muted.name(), card.name(), accentText.name(),
              accent.name(), dark ? u"tick-dark"_s : u"tick-light"_s, text.name());
}

QColor Stage::top()
{
    return QColor(0x18202f);
}
QColor Stage::bottom()
{
    return QColor(0x10151f);
}
QColor Stage::text()
{
    return QColor(0xe9edf7);
}
QColor Stage::muted()
{
    return QColor(0xa3aec8);
}
QColor Stage::line()
{
    return QColor(0x4a5674);
}
QColor Stage::ink()
{
    return QColor(0x0d1220);
}
QColor Stage::socket()
{
    return QColor(0x0a0d14);
}
QColor Stage::good()
{
    return QColor(0x3fd0a0);
}
QColor Stage::bad()
{
    return QColor(0xff7a6e);
}
QColor Stage::warn()
{
    return QColor(0xffcf70);
}
QColor Stage::link()
{
    return QColor(0x4fd8c2);
}
QColor Stage::unknown()
{
    return QColor(0x8a94ab);
}

QColor Stage::cable(int number)
{
    static const std::array<QColor, 7> colours = {QColor(0x56b4e9), QColor(0xe69f00), QColor(0xcc79a7),
        QColor(0x2bc49a), QColor(0xf0e442), QColor(0xf08a4b), QColor(0x7fa6ff)};
    return number < 1 ? unknown() : colours[static_cast<std::size_t>(number - 1) % colours.size()];
}

double px(double size)
{
    static const double scale = std::clamp(QFontInfo(QApplication::font()).pixelSize() / kUsualFontPixels, 1.0, 2.0);
    return size * scale;
}

QFont fontOf(double size, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(qRound(px(size)));
    font.setWeight(weight);
    return font;
}

void setCalm(bool calm)
{
    qApp->setProperty(kCalmProperty, calm);
}

bool wantsMotion(const QWidget *widget)
{
    return !qApp->property(kCalmProperty).toBool()
        && widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

} // namespace sparkloom::widgets
