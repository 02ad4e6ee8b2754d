// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/testwords.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace sparkloom::widgets {

// Colours and badges of results on the dark stage; a mark never stands without its word.
QColor colourOf(viewmodels::TestMark mark);
void paintMark(QPainter &painter, viewmodels::TestMark mark, const QRectF &rect);

} // namespace sparkloom::widgets
