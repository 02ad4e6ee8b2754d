// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/pageviewmodel.h"

#include <QColor>

class QWidget;

namespace sparkloom::widgets {

class Button;
class PlainLabel;

// What the strips above the pages have in common.

// The button as the action says; a disabled one says why.
void offerAction(Button *button, const viewmodels::PageAction &action, bool visible);
// Says it to screen readers where it is news.
void tellHeadline(PlainLabel *label, const QString &headline);
// The ground of a strip, with a line below it.
void paintStrip(QWidget *strip, const QColor &ground);

} // namespace sparkloom::widgets
