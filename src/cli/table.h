// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/table.h"

namespace sparkloom::cli {

using engine::report::Table;

} // namespace sparkloom::cli
