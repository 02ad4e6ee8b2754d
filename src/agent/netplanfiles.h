// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "domain/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// Every netplan file (/etc, /run, /lib), ordered by path, with its hash where it can be read. A folder that cannot be
// listed counts as empty.
std::vector<domain::NetplanFile> netplanFiles(Files &files);
// The same with texts. Root only; a file that is too large or unreadable is an error.
base::Result<std::vector<domain::NetplanText>> netplanTexts(Files &files);
// Whether a path is a netplan file directly below /etc/netplan, with a name that cannot leave that folder.
bool isEtcNetplanPath(std::string_view path);
// The path in /run/netplan of the same name.
std::string shadowPath(std::string_view etcPath);

// What the receipt keeps of a file; nothing where it does not exist or cannot be read.
std::optional<domain::ReceiptFile> receiptFile(Files &files, const std::string &path);
// Files that a receipt lists: ours, and every netplan file that a reboot keeps.
std::vector<domain::ReceiptFile> receiptFiles(Files &files);
// Every listed file is still as it was, by stat data alone, and no netplan file came.
bool receiptMatches(Files &files, const domain::Receipt &receipt);

} // namespace sparkloom::agent
