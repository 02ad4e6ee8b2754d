// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sparkloom::widgets {

// Styles and measures a widget that nobody sees yet, so that showing it costs less; not what lies in it.
void prepareUnseen(const QWidget &widget);
// The same with all that lies in it.
void prepareUnseenWhole(const QWidget &widget);

} // namespace sparkloom::widgets
