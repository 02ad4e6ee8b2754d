// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <string>
#include <string_view>
#include <vector>

// What a transaction takes out of the way stays beside its place, under a name that nobody reads, until the
// transaction has ended: to put it back is a rename, which works on a full disk too.
namespace sparkloom::agent {

// "/etc/netplan/40-cx7.yaml" -> "/etc/netplan/40-cx7.yaml.kept-by-sparkloom": no longer *.yaml or *.conf. A profile
// of NetworkManager is hidden as well.
std::string asidePath(const std::string &path);
// Moves the file there; nothing to do where there is none.
base::Result<void> putAside(Files &files, const std::string &path);
// Lays a copy of it there, so that it is at its place at every moment; nothing to do where there is none.
base::Result<void> copyAside(Files &files, const std::string &path);
// Writes the file anew, with a copy of what stood there aside.
base::Result<void> replaceKeeping(
    Files &files, const std::string &path, std::string_view bytes, std::uint32_t mode, Files::Owner owner);

// What killed processes left in the folders that we write to: temporary files, files put aside by a transaction that
// has ended, folders of transactions that were never begun. Meaningful only while no transaction is open.
std::vector<std::string> strayPaths(Files &files);
// Removes all of it; false where something could not be removed. The caller holds the lock, and no transaction is open.
bool removeStrays(Files &files);

} // namespace sparkloom::agent
