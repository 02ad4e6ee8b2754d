// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QString>

#include <string>

namespace sparkloom::engine::text {

// Text from outside, made fit to be shown: at most 300 bytes, no control or invisible characters.
QString cleaned(const std::string &text);

// The sentence with every {name} and {name:format} (catalogue.h) replaced by its argument. What an argument contains is
// never looked at again, so braces in it stay as they are. A placeholder without an argument becomes "?".
QString filled(const QString &sentence, const base::Message &message);

} // namespace sparkloom::engine::text
