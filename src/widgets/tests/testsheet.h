// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace sparkloom::viewmodels {
class TestsViewModel;
}

namespace sparkloom::widgets {

// The result that is shown as one picture to pass on: sentence, date, method and sizes, the map half by half, every
// figure, what that proves and what not. scale: pixels of the picture for one of the window. Null without a result.
QImage sheetOf(const viewmodels::TestsViewModel &model, double scale = 2);

} // namespace sparkloom::widgets
