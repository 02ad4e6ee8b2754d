// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace sparkloom::widgets {

// Colours by meaning, one set for light and one for dark. Contrast of text on its ground is 4.5:1 or better
// (tests/gui/tst_theme).
struct Theme {
    bool dark = false;
    QColor window; // behind pages
    QColor rail;   // behind rail and footer
    QColor card;
    QColor line;  // borders of cards and tables
    QColor field; // borders of what can be typed into or opened: 3:1
    QColor text;
    QColor muted;
    QColor accent;     // fills: primary button, current step
    QColor onAccent;   // text on accent
    QColor accentText; // links and marks on window, rail and card
    QColor accentTint; // ground of the current step, of chosen cards
    QColor disabled;   // ground of a disabled primary button
    QColor onDisabled;
    QColor good;
    QColor bad;
    QColor warn;
    QColor badTint;
    QColor warnTint;
    QColor goodTint;

    // Of the palette's lightness; 6.4 has no colour scheme to ask for.
    static Theme of(const QPalette &palette);
    static const Theme &light();
    static const Theme &darkOne();
    // The palette for a window of ours.
    QPalette palette() const;
    // The few style rules that are shorter as a sheet than as paint.
    QString styleSheet() const;
};

// The map's dark stage is the same in light and dark windows.
struct Stage {
    static QColor top();
    static QColor bottom();
    static QColor text();
    static QColor muted();
    static QColor line();
    static QColor ink();    // text on cable colours
    static QColor socket(); // inside of an opening
    static QColor good();
    static QColor bad();
    static QColor warn();
    static QColor link();
    static QColor unknown();
    // Okabe-Ito, in the order of the cable numbers (1..); lighter than the originals where the stage needs it.
    static QColor cable(int number);
};

// Sizes follow the desktop's font: px(15) is 15 pixels where that is 13 pixels high, as most desktops have it.
double px(double size);
QFont fontOf(double size, QFont::Weight weight = QFont::Normal);
// No motion in any window, whatever the desktop wants.
void setCalm(bool calm);
// Whether motion is wanted: by the desktop, and not switched off here.
bool wantsMotion(const QWidget *widget);

} // namespace sparkloom::widgets
