// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// Lines of tab-separated fields, closed by a line with the SHA-256 of all before it: the form of the journal and of the
// manifest of a backup. A file that was cut short or changed does not decode.
using Record = std::vector<std::string>;

std::string encodeRecords(const std::vector<Record> &records);
std::optional<std::vector<Record>> decodeRecords(std::string_view text);

} // namespace sparkloom::agent
