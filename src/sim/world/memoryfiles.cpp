// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/memoryfiles.h"

#include "base/sha256.h"
#include "base/text.h"
#include "sim/errors.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <deque>

namespace sparkloom::sim {

using Kind = agent::FileInfo::Kind;

namespace {

constexpr int kMaxLinks = 40; // as Linux: more symbolic links on one path are ELOOP
constexpr std::size_t kMaxName = 255;
enum Access : std::uint32_t { kRead = 4, kWrite = 2, kSearch = 1 };

std::deque<std::string> components(std::string_view path)
{
    std::deque<std::string> parts;
    for (const std::string_view part : base::split(path, '/'))
        if (!part.empty() && part != ".")
            parts.emplace_back(part);
    return parts;
}

// The parts of a path on a stack, the first one on top.
void push(std::vector<std::string_view> &stack, std::string_view path)
{
    for (std::size_t end = path.size(); end > 0;) {
        const std::size_t slash = path.rfind('/', end - 1);
        const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
        if (const std::string_view part = path.substr(begin, end - begin); !part.empty() && part != ".")
            stack.push_back(part);
        end = slash == std::string_view::npos ? 0 : slash;
    }
}

} // namespace

struct MemoryFiles::Node {
    Kind kind = Kind::File;
    std::uint64_t inode = 0;
    std::uint32_t mode = 0644;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    Content content;
    std::string target;
    Reader reader;
    Writer writer;
    Node *parent = nullptr;
    std::map<std::string, std::unique_ptr<Node>, std::less<>> children;

    bool allows(Credentials who, std::uint32_t access) const
    {
        if (who.isRoot())
            return true;
        const std::uint32_t shift = who.uid == uid ? 6 : who.gid == gid ? 3 : 0;
        return ((mode >> shift) & access) == access;
    }
    std::uint64_t size() const
    {
        if (reader)
            return 4096; // what sysfs shows
        return kind == Kind::SymbolicLink ? target.size() : content ? content->size() : 0;
    }
};

MemoryFiles::MemoryFiles(std::function<std::int64_t()> nowNs)
    : m_nowNs(std::move(nowNs)), m_locks(std::make_shared<std::map<std::string, std::string>>())
{
    m_root = makeNode(Kind::Folder, 0755, kRoot);
}

MemoryFiles::~MemoryFiles() = default;

std::unique_ptr<MemoryFiles::Node> MemoryFiles::makeNode(Kind kind, std::uint32_t mode, Credentials owner)
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->inode = ++m_lastInode;
    node->mode = mode & 07777;
    node->uid = owner.uid;
    node->gid = owner.gid;
    node->modifiedNs = node->changedNs = m_nowNs();
    return node;
}

void MemoryFiles::touch(Node &node) const
{
    node.modifiedNs = node.changedNs = m_nowNs();
}

void MemoryFiles::account(const Node &node, int sign)
{
    if (node.content)
        m_used += sign > 0 ? node.content->size() : 0 - node.content->size();
    for (const auto &[name, child] : node.children)
        account(*child, sign);
}

MemoryFiles::Node *MemoryFiles::insert(Node *folder, const std::string &name, std::unique_ptr<Node> node)
{
    node->parent = folder;
    account(*node, +1);
    auto &slot = folder->children[name];
    if (slot)
        account(*slot, -1);
    slot = std::move(node);
    touch(*folder);
    return slot.get();
}

MemoryFiles::Place MemoryFiles::unreachable(int error)
{
    Place place;
    place.error = error;
    return place;
}

// Walks a path as the kernel does. followLast: a symbolic link at the end is followed too. Counters are read through
// here twenty times a second on every Spark, so the parts stay views of the path and of the links' targets.
MemoryFiles::Place MemoryFiles::find(Credentials who, const std::string &path, bool followLast) const
{
    if (path.empty() || path.front() != '/')
        return unreachable(EINVAL);
    std::vector<std::string_view> left;
    left.reserve(32);
    push(left, path);
    Place place;
    place.node = m_root.get();
    std::string_view last;
    int links = 0;
    while (!left.empty()) {
        if (!place.node)
            return unreachable(ENOENT);
        if (place.node->kind != Kind::Folder)
            return unreachable(ENOTDIR);
        if (!place.node->allows(who, kSearch))
            return unreachable(EACCES);
        const std::string_view name = left.back();
        left.pop_back();
        if (name.size() > kMaxName)
            return unreachable(ENAMETOOLONG);
        if (name == "..") {
            place.node = place.node->parent ? place.node->parent : m_root.get();
            place.folder = place.node->parent;
            continue;
        }
        Node *const folder = place.node;
        const auto it = folder->children.find(name);
        Node *const node = it == folder->children.end() ? nullptr : it->second.get();
        if (node && node->kind == Kind::SymbolicLink && (followLast || !left.empty())) {
            if (++links > kMaxLinks)
                return unreachable(ELOOP);
            push(left, node->target);
            if (node->target.starts_with('/'))
                place.node = m_root.get();
            continue;
        }
        place.folder = folder;
        place.node = node;
        last = name;
    }
    place.name = last;
    return place;
}

MemoryFiles::Node *MemoryFiles::folderFor(const std::string &path)
{
    Node *folder = m_root.get();
    auto parts = components(path);
    parts.pop_back();
    for (const std::string &part : parts) {
        const auto it = folder->children.find(part);
        if (it == folder->children.end())
            folder = insert(folder, part, makeNode(Kind::Folder, 0755, kRoot));
        else if (it->second->kind == Kind::SymbolicLink)
            folder = find(kRoot,
                (it->second->target.starts_with('/') ? std::string() : std::string("/")) + it->second->target, true)
                         .node;
        else
            folder = it->second.get();
    }
    return folder;
}

void MemoryFiles::putFile(const std::string &path, std::string bytes, std::uint32_t mode, Credentials owner)
{
    putContent(path, std::make_shared<const std::string>(std::move(bytes)), mode, owner);
}

void MemoryFiles::putContent(const std::string &path, Content content, std::uint32_t mode, Credentials owner)
{
    auto node = makeNode(Kind::File, mode, owner);
    node->content = std::move(content);
    insert(folderFor(path), components(path).back(), std::move(node));
}

void MemoryFiles::putFolder(const std::string &path, std::uint32_t mode, Credentials owner)
{
    Node *const folder = folderFor(path);
    const std::string name = components(path).back();
    const auto it = folder->children.find(name);
    Node *node = it != folder->children.end() && it->second->kind == Kind::Folder ? it->second.get() : nullptr;
    if (!node)
        node = insert(folder, name, makeNode(Kind::Folder, mode, owner));
    node->mode = mode;
    node->uid = owner.uid;
    node->gid = owner.gid;
}

void MemoryFiles::putLink(const std::string &path, const std::string &target)
{
    auto node = makeNode(Kind::SymbolicLink, 0777, kRoot);
    node->target = target;
    insert(folderFor(path), components(path).back(), std::move(node));
}

void MemoryFiles::putGenerated(const std::string &path, Reader reader, Writer writer, std::uint32_t mode)
{
    auto node = makeNode(Kind::File, mode, kRoot);
    node->reader = std::move(reader);
    node->writer = std::move(writer);
    insert(folderFor(path), components(path).back(), std::move(node));
}

void MemoryFiles::removeTree(const std::string &path)
{
    const Place place = find(kRoot, path, false);
    if (!place.node || !place.folder)
        return;
    account(*place.node, -1);
    place.folder->children.erase(place.name);
    touch(*place.folder);
}

base::Result<MemoryFiles::Content> MemoryFiles::read(
    Credentials who, const std::string &path, std::size_t maxBytes) const
{
    const Place place = find(who, path, true);
    if (place.error != 0 || !place.node)
        return systemError(place.error != 0 ? place.error : ENOENT, path);
    const Node &node = *place.node;
    if (node.kind == Kind::Folder)
        return systemError(EISDIR, path);
    if (!node.allows(who, kRead))
        return systemError(EACCES, path);
    Content content = node.content;
    if (node.reader) {
        auto made = node.reader();
        if (!made)
            return made.error();
        content = std::make_shared<const std::string>(std::move(made).value());
    }
    if (!content)
        content = std::make_shared<const std::string>();
    if (content->size() > maxBytes)
        return systemError(EFBIG, path);
    return content;
}

agent::FileInfo MemoryFiles::info(Credentials who, const std::string &path) const
{
    const Place place = find(who, path, false);
    if (place.error != 0 || !place.node)
        return {};
    const Node &node = *place.node;
    return {node.kind, node.size(), node.inode, node.modifiedNs, node.changedNs, node.mode, node.uid, node.gid};
}

base::Result<std::vector<std::string>> MemoryFiles::list(Credentials who, const std::string &folder) const
{
    const Place place = find(who, folder, true);
    if (place.error != 0 || !place.node)
        return systemError(place.error != 0 ? place.error : ENOENT, folder);
    if (place.node->kind != Kind::Folder)
        return systemError(ENOTDIR, folder);
    if (!place.node->allows(who, kRead))
        return systemError(EACCES, folder);
    std::vector<std::string> names;
    for (const auto &[name, node] : place.node->children)
        names.push_back(name);
    return names;
}

base::Result<std::string> MemoryFiles::readLink(Credentials who, const std::string &path) const
{
    const Place place = find(who, path, false);
    if (place.error != 0 || !place.node)
        return systemError(place.error != 0 ? place.error : ENOENT, path);
    if (place.node->kind != Kind::SymbolicLink)
        return systemError(EINVAL, path);
    return place.node->target;
}

base::Result<void> MemoryFiles::writeAtomic(Credentials who, const std::string &path, std::string_view bytes,
    std::uint32_t mode, std::optional<agent::Files::Owner> owner)
{
    const Place place = find(who, path, false);
    if (place.error != 0)
        return systemError(place.error, path);
    if (!place.folder)
        return systemError(EISDIR, path);
    if (place.node && place.node->kind == Kind::Folder)
        return systemError(EISDIR, path);
    if (!place.folder->allows(who, kWrite | kSearch))
        return systemError(EACCES, path);
    if (owner && !who.isRoot() && (owner->uid != who.uid || owner->gid != who.gid))
        return systemError(EPERM, path);
    if (bytes.size() > freeBytes())
        return systemError(ENOSPC, path);
    auto node = makeNode(Kind::File, mode, owner ? Credentials{owner->uid, owner->gid} : who);
    node->content = std::make_shared<const std::string>(bytes);
    insert(place.folder, place.name, std::move(node));
    return {};
}

base::Result<void> MemoryFiles::writeSpecial(Credentials who, const std::string &path, std::string_view bytes)
{
    const Place place = find(who, path, true);
    if (place.error != 0 || !place.node)
        return systemError(place.error != 0 ? place.error : ENOENT, path);
    // Root writes only where the mode has a write bit at all: sysfs and procfs have no method to call otherwise.
    if (!place.node->allows(who, kWrite) || (place.node->mode & 0222) == 0 || !place.node->writer)
        return systemError(EACCES, path);
    return place.node->writer(bytes);
}

base::Result<void> MemoryFiles::rename(Credentials who, const std::string &from, const std::string &to)
{
    const Place source = find(who, from, false);
    if (source.error != 0 || !source.node)
        return systemError(source.error != 0 ? source.error : ENOENT, from);
    const Place target = find(who, to, false);
    if (target.error != 0)
        return systemError(target.error, to);
    if (!source.folder || !target.folder)
        return systemError(EBUSY, from);
    if (!source.folder->allows(who, kWrite | kSearch))
        return systemError(EACCES, from);
    if (!target.folder->allows(who, kWrite | kSearch))
        return systemError(EACCES, to);
    for (const Node *above = target.folder; above; above = above->parent)
        if (above == source.node)
            return systemError(EINVAL, to);
    if (source.node == target.node)
        return {};
    if (target.node && target.node->kind == Kind::Folder
        && (source.node->kind != Kind::Folder || !target.node->children.empty()))
        return systemError(source.node->kind == Kind::Folder ? ENOTEMPTY : EISDIR, to);
    auto handle = source.folder->children.extract(source.name);
    std::unique_ptr<Node> node = std::move(handle.mapped());
    node->changedNs = m_nowNs();
    account(*node, -1); // insert counts it again
    touch(*source.folder);
    insert(target.folder, target.name, std::move(node));
    return {};
}

base::Result<void> MemoryFiles::remove(Credentials who, const std::string &path)
{
    const Place place = find(who, path, false);
    if (place.error == ENOENT || (place.error == 0 && !place.node))
        return {};
    if (place.error != 0)
        return systemError(place.error, path);
    if (!place.folder)
        return systemError(EBUSY, path);
    if (!place.folder->allows(who, kWrite | kSearch))
        return systemError(EACCES, path);
    if (!place.node->children.empty())
        return systemError(ENOTEMPTY, path);
    account(*place.node, -1);
    place.folder->children.erase(place.name);
    touch(*place.folder);
    return {};
}

base::Result<void> MemoryFiles::makeFolder(Credentials who, const std::string &path, std::uint32_t mode)
{
    const auto parts = components(path);
    std::string so_far;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        so_far += '/' + parts[i];
        const Place place = find(who, so_far, true);
        if (place.error != 0)
            return systemError(place.error, so_far);
        if (place.node && place.node->kind != Kind::Folder)
            return systemError(ENOTDIR, so_far);
        if (place.node)
            continue;
        if (!place.folder->allows(who, kWrite | kSearch))
            return systemError(EACCES, so_far);
        insert(place.folder, place.name, makeNode(Kind::Folder, i + 1 == parts.size() ? mode : 0755, who));
    }
    return {};
}

std::uint64_t MemoryFiles::freeBytes() const
{
    return m_capacity > m_used ? m_capacity - m_used : 0;
}

void MemoryFiles::listInto(const Node &folder, const std::string &path, std::vector<std::string> &lines)
{
    for (const auto &[name, node] : folder.children) {
        const std::string here = path + '/' + name;
        char rights[32];
        std::snprintf(rights, sizeof rights, " %04o %u:%u", node->mode, node->uid, node->gid);
        if (node->kind == Kind::SymbolicLink)
            lines.push_back("link " + here + " -> " + node->target);
        else if (node->kind == Kind::Folder)
            lines.push_back("folder " + here + rights);
        else if (!node->reader)
            lines.push_back("file " + here + rights + ' ' + std::to_string(node->size()) + ' '
                + base::sha256Hex(node->content ? std::string_view(*node->content) : std::string_view()));
        listInto(*node, here, lines);
    }
}

std::vector<std::string> MemoryFiles::listing() const
{
    std::vector<std::string> lines;
    listInto(*m_root, {}, lines);
    return lines;
}

struct MemoryFiles::Held : agent::Files::Lock {
    Held(std::shared_ptr<std::map<std::string, std::string>> table, std::string path)
        : locks(std::move(table)), held(std::move(path))
    {}
    ~Held() override { locks->erase(held); }
    std::shared_ptr<std::map<std::string, std::string>> locks;
    std::string held;
};

base::Result<std::unique_ptr<agent::Files::Lock>> MemoryFiles::lock(
    Credentials who, const std::string &path, std::string_view owner)
{
    if (const auto it = m_locks->find(path); it != m_locks->end()) {
        using namespace base::literals;
        return base::refused(base::Message("system.locked"_msg).with("owner", it->second));
    }
    if (auto written = writeAtomic(who, path, owner, 0644, std::nullopt); !written)
        return written.error();
    m_locks->emplace(path, owner);
    return std::unique_ptr<agent::Files::Lock>(std::make_unique<Held>(m_locks, path));
}

} // namespace sparkloom::sim
