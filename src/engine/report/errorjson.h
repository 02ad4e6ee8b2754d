// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>

namespace sparkloom::engine::report {

// An error for a JSON document: kind, id, seen, meaning, remedy, detail.
QJsonObject errorJson(const base::Error &error);

} // namespace sparkloom::engine::report
