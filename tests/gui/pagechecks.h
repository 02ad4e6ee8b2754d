// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

// What must be so on every page, in every language and size. Each returns what is wrong, one line each.
namespace pages {

// Text that is cut off: labels and buttons with less room than they need, and everything that is painted beyond what
// shows it. Lists may scroll up and down.
QStringList clippedTexts(QWidget &window);
// Words that are painted over other words, and marks that stand on letters.
QStringList overlappingTexts(QWidget &window);
// Controls that a screen reader could not name, and buttons that it could not tell apart.
QStringList badNames(const QWidget &window);
// What makes the window as wide as it is: parts with the width that they need at least.
QStringList widestParts(const QWidget &window);

} // namespace pages
