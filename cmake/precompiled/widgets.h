// SPDX-License-Identifier: GPL-3.0-or-later
// As session.h, for the window.
#include "session.h"

#include <QtWidgets>
