// SPDX-License-Identifier: GPL-3.0-or-later
// As std.h, with what the parts without Qt share.
#include "std.h"

#include "domain/plan/plan.h"
#include "protocol/messages.h"
