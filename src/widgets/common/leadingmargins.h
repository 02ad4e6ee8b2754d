// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace sparkloom::widgets {

// Margins that change sides with the direction of reading, which those of a layout by themselves do not. For the layout
// of a widget, which it must be already.
void setLeadingMargins(QLayout *layout, int leading, int top, int trailing, int bottom);

} // namespace sparkloom::widgets
