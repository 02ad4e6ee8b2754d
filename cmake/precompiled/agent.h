// SPDX-License-Identifier: Apache-2.0
// As std.h, with what the parts without Qt share.
#include "std.h"

#include "domain/plan/plan.h"
#include "protocol/messages.h"
