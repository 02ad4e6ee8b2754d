// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::engine::text {

// Whom remedies speak to: each program names its own way. The command line until somebody says otherwise. Main thread.
enum class Reader { CommandLine, Window };
void setReader(Reader reader);

} // namespace sparkloom::engine::text
