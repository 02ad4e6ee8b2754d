// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::widgets {

// What the first map of the program costs beyond every other one: the drawings of the back panels are read, and the
// fonts of its words. Done ahead, one piece for each call; false once nothing is left.
bool warmUpMap();

} // namespace sparkloom::widgets
