// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::sim {

// Who makes a system call on a simulated Spark.
struct Credentials {
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    bool isRoot() const { return uid == 0; }
};
inline constexpr Credentials kRoot{};

// The files of one simulated Spark, in memory: owners, modes, inodes, times, symbolic links, and generated files
// (sysfs, procfs). Paths are absolute. World thread only; nothing ever touches this computer's own files.
class MemoryFiles {
public:
    using Content = std::shared_ptr<const std::string>;
    using Reader = std::function<base::Result<std::string>()>;
    using Writer = std::function<base::Result<void>(std::string_view)>;

    // nowNs: UTC in nanoseconds since the epoch, for the times of files.
    explicit MemoryFiles(std::function<std::int64_t()> nowNs);
    ~MemoryFiles();

    // Building the system: as root, parents are made (0755), what is there is replaced.
    void putFile(const std::string &path, std::string bytes, std::uint32_t mode = 0644, Credentials owner = kRoot);
    void putContent(const std::string &path, Content content, std::uint32_t mode, Credentials owner);
    void putFolder(const std::string &path, std::uint32_t mode = 0755, Credentials owner = kRoot);
    void putLink(const std::string &path, const std::string &target);
    // A file whose bytes are made when it is read; writer may be empty (then it is read-only).
    void putGenerated(const std::string &path, Reader reader, Writer writer = {}, std::uint32_t mode = 0444);
    void removeTree(const std::string &path); // missing is fine

    // System calls, with the permission checks of Linux for these credentials.
    base::Result<Content> read(Credentials who, const std::string &path, std::size_t maxBytes) const;
    agent::FileInfo info(Credentials who, const std::string &path) const; // lstat; Missing where it cannot be reached
    base::Result<std::vector<std::string>> list(Credentials who, const std::string &folder) const;
    base::Result<std::string> readLink(Credentials who, const std::string &path) const;
    base::Result<void> writeAtomic(Credentials who, const std::string &path, std::string_view bytes, std::uint32_t mode,
        std::optional<agent::Files::Owner> owner);
    base::Result<void> writeSpecial(Credentials who, const std::string &path, std::string_view bytes);
    base::Result<void> rename(Credentials who, const std::string &from, const std::string &to);
    base::Result<void> remove(Credentials who, const std::string &path);
    base::Result<void> makeFolder(Credentials who, const std::string &path, std::uint32_t mode);
    std::uint64_t freeBytes() const;
    // Bytes that the stored files hold; uploads of one content are shared and counted once per file.
    std::uint64_t usedBytes() const { return m_used; }
    void setCapacity(std::uint64_t bytes) { m_capacity = bytes; }

    // One line for each thing that is stored (not the generated files), sorted by path: kind, path, mode, owner, and
    // size and SHA-256 or target. Two moments can be compared by it.
    std::vector<std::string> listing() const;

    base::Result<std::unique_ptr<agent::Files::Lock>> lock(
        Credentials who, const std::string &path, std::string_view owner);

private:
    struct Node;
    struct Held;
    struct Place { // where a path leads: the folder and the name in it; node is null where nothing is there
        Node *folder = nullptr;
        Node *node = nullptr;
        std::string name;
        int error = 0; // errno when it cannot be reached
    };
    static Place unreachable(int error);
    Place find(Credentials who, const std::string &path, bool followLast) const;
    Node *folderFor(const std::string &path); // makes parents as root
    Node *insert(Node *folder, const std::string &name, std::unique_ptr<Node> node);
    std::unique_ptr<Node> makeNode(agent::FileInfo::Kind kind, std::uint32_t mode, Credentials owner);
    void touch(Node &node) const;
    void account(const Node &node, int sign);
    static void listInto(const Node &folder, const std::string &path, std::vector<std::string> &lines);

    std::function<std::int64_t()> m_nowNs;
    std::uint64_t m_lastInode = 1;
    std::uint64_t m_used = 0;
    std::uint64_t m_capacity = 900ULL * 1000 * 1000 * 1000;
    std::unique_ptr<Node> m_root;
    std::shared_ptr<std::map<std::string, std::string>> m_locks; // path -> who holds it
};

} // namespace sparkloom::sim
