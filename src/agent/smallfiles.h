// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <string>
#include <string_view>
#include <vector>

// Short files of sysfs, procfs and /etc that may be absent, unreadable or hostile.
namespace sparkloom::agent {

// Content without white space at both ends, at most maxBytes (longer: empty); empty where it cannot be read.
std::string readSmall(Files &files, const std::string &path, std::size_t maxBytes = 4096);
// A decimal number in such a file, fallback where there is none within [min, max].
long long readNumber(Files &files, const std::string &path, long long fallback, long long min, long long max);
// Names in a folder, at most maxNames; empty where it cannot be listed.
std::vector<std::string> listNames(Files &files, const std::string &folder, std::size_t maxNames = 4096);
// Value of KEY=value or KEY="value" lines (os-release, dgx-release); the last one counts. Empty where there is none.
std::string lastAssignment(std::string_view text, std::string_view key);
// The part after the last slash.
std::string baseName(std::string_view path);
std::string folderOf(std::string_view path);

} // namespace sparkloom::agent
