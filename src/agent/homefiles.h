// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <functional>
#include <string>
#include <string_view>

namespace sparkloom::agent {

// ~/.ssh of the user who runs the agent. Files that others write too are edited by the procedure of
// measurement-and-safety 8.4: checked first, backed up, compared before the swap, and put back to the byte when the
// last line of ours goes. What we made ourselves (folder, files) is remembered in a marker file and goes again too.
class HomeFiles {
public:
    explicit HomeFiles(System &system);

    std::string path(std::string_view name) const; // below ~/.ssh

    // sshd ignores keys where home or ~/.ssh is a link, somebody else's, or writable by others: says which.
    base::Result<void> check() const;
    // check(), and makes ~/.ssh (0700) where it is missing.
    base::Result<void> prepare();

    // Content of a file below ~/.ssh (at most 1 MiB); empty where it does not exist. A symbolic link is refused.
    base::Result<std::string> read(std::string_view name) const;

    // Replaces a shared file by transform(content). isOurs tells whether a content still holds anything of ours: when
    // the new one does not, backups and marker go, and a file or folder that we made goes with them. True when changed.
    using Transform = std::function<std::string(const std::string &)>;
    using IsOurs = std::function<bool(std::string_view)>;
    base::Result<bool> edit(std::string_view name, const Transform &transform, const IsOurs &isOurs);

    // A file that is wholly ours, 0600.
    base::Result<void> write(std::string_view name, std::string_view bytes);
    base::Result<void> remove(std::string_view name);
    // Removes ~/.ssh where we made it and nothing is left in it.
    void removeFolderIfOurs();

private:
    bool marked(std::string_view what) const;
    void mark(std::string_view what);
    void unmark(std::string_view what);
    base::Result<void> backUp(std::string_view name, const std::string &content, std::uint32_t mode);
    std::vector<std::string> backups(std::string_view name) const; // oldest first
    base::Result<void> leaveNothing(std::string_view name, std::string content, std::uint32_t mode);

    System &m_system;
    std::string m_home;
    std::string m_folder;
    std::uint32_t m_uid;
};

} // namespace sparkloom::agent
