// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace sparkloom::domain {

// The name that a Spark says it has, as one that may stand in any sentence and in any command line that somebody copies
// from there. A proper host name stays as it is. In all others everything but ASCII letters, digits, '.', '-' and '_'
// becomes '-' (at the beginning 'x'), they end after 64 characters, and a last '-' shows that they are no host names.
std::string plainHostName(std::string_view name);

} // namespace sparkloom::domain
