// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesystem.h"

namespace sparkloom::test {

using namespace base::literals;

namespace {

std::string parentOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

base::Error missing(const std::string &path)
{
    return {base::ErrorKind::NotKnown, base::Message("test.missing"_msg), path};
}

} // namespace

void FakeFiles::stamp(Node &node)
{
    m_time += 1000;
    node.info.modifiedNs = node.info.changedNs = m_time;
    node.info.size = node.bytes.size();
}

void FakeFiles::put(const std::string &path, const std::string &bytes, std::uint32_t mode, std::uint32_t owner)
{
    putFolder(parentOf(path));
    Node node;
    node.info.kind = FileInfo::Kind::File;
    node.info.inode = ++m_inode;
    node.info.mode = mode;
    node.info.uid = node.info.gid = owner;
    node.bytes = bytes;
    stamp(node);
    nodes[path] = node;
}

void FakeFiles::putFolder(const std::string &path, std::uint32_t mode, std::uint32_t owner)
{
    if (path.empty() || nodes.contains(path))
        return;
    if (path != "/")
        putFolder(parentOf(path));
    Node node;
    node.info.kind = FileInfo::Kind::Folder;
    node.info.inode = ++m_inode;
    node.info.mode = mode;
    node.info.uid = node.info.gid = owner;
    nodes[path] = node;
}

void FakeFiles::putLink(const std::string &path, const std::string &target)
{
    put(path, target, 0777);
    nodes[path].info.kind = FileInfo::Kind::SymbolicLink;
}

std::string FakeFiles::listing(const std::vector<std::string> &folders) const
{
    std::string out;
    for (const auto &[path, node] : nodes)
        for (const std::string &folder : folders)
            if (path == folder || path.starts_with(folder + '/'))
                out += path + ' ' + std::to_string(static_cast<int>(node.info.kind)) + ' '
                    + std::to_string(node.info.mode) + ' ' + std::to_string(node.info.uid) + ' ' + node.bytes + '\n';
    return out;
}

std::string FakeFiles::text(const std::string &path) const
{
    const auto found = nodes.find(path);
    return found == nodes.end() ? std::string() : found->second.bytes;
}

base::Result<std::string> FakeFiles::read(const std::string &path, std::size_t maxBytes)
{
    if (beforeRead)
        beforeRead(path);
    const auto found = nodes.find(path);
    if (found == nodes.end())
        return missing(path);
    const bool readable = uid == 0 || found->second.info.uid == uid || (found->second.info.mode & 04);
    if (found->second.info.kind != FileInfo::Kind::File || !readable || found->second.bytes.size() > maxBytes)
        return base::failed("test.unreadable"_msg, path);
    return found->second.bytes;
}

FileInfo FakeFiles::info(const std::string &path)
{
    const auto found = nodes.find(path);
    return found == nodes.end() ? FileInfo() : found->second.info;
}

base::Result<std::vector<std::string>> FakeFiles::list(const std::string &folder)
{
    if (!nodes.contains(folder))
        return missing(folder);
    const std::string below = folder == "/" ? folder : folder + '/';
    std::vector<std::string> names;
    for (auto it = nodes.upper_bound(below); it != nodes.end() && it->first.starts_with(below); ++it)
        if (it->first.find('/', below.size()) == std::string::npos)
            names.push_back(it->first.substr(below.size()));
    return names;
}

base::Result<std::string> FakeFiles::readLink(const std::string &path)
{
    const auto found = nodes.find(path);
    if (found == nodes.end() || found->second.info.kind != FileInfo::Kind::SymbolicLink)
        return missing(path);
    return found->second.bytes;
}

base::Result<void> FakeFiles::writeAtomic(
    const std::string &path, std::string_view bytes, std::uint32_t mode, std::optional<Owner> owner)
{
    const bool lived = !m_faults.dead;
    if (auto allowed = m_faults.change("write " + path); !allowed) {
        if (lived && m_faults.dead && nodes.contains(parentOf(path)))
            put(path + ".sparkloom-4711", std::string(bytes.substr(0, bytes.size() / 2)), 0600, uid);
        return allowed;
    }
    if (!nodes.contains(parentOf(path)))
        return missing(path);
    put(path, std::string(bytes), mode, owner ? owner->uid : uid);
    return {};
}

base::Result<void> FakeFiles::writeSpecial(const std::string &path, std::string_view bytes)
{
    if (auto allowed = m_faults.change("sysctl " + path); !allowed)
        return allowed;
    const auto found = nodes.find(path);
    if (found == nodes.end())
        return missing(path);
    if (special && path.starts_with("/sys/"))
        return special(path, bytes);
    found->second.bytes = bytes;
    return {};
}

base::Result<void> FakeFiles::rename(const std::string &from, const std::string &to)
{
    if (auto allowed = m_faults.change("rename " + from); !allowed)
        return allowed;
    auto node = nodes.extract(from);
    if (node.empty())
        return missing(from);
    nodes.erase(to);
    node.key() = to;
    nodes.insert(std::move(node));
    return {};
}

base::Result<void> FakeFiles::remove(const std::string &path)
{
    if (!nodes.contains(path))
        return {};
    if (auto allowed = m_faults.change("remove " + path); !allowed)
        return allowed;
    if (const auto names = list(path); nodes[path].info.kind == FileInfo::Kind::Folder && names && !names->empty())
        return base::failed("test.not-empty"_msg, path);
    nodes.erase(path);
    return {};
}

base::Result<void> FakeFiles::makeFolder(const std::string &path, std::uint32_t mode)
{
    if (nodes.contains(path))
        return {};
    if (auto allowed = m_faults.change("folder " + path); !allowed)
        return allowed;
    putFolder(path, mode, uid);
    return {};
}

class FakeLock : public Files::Lock {
public:
    FakeLock(FakeFiles &files, std::string path) : m_files(files), m_path(std::move(path))
    {
        m_files.m_locked.insert(m_path);
    }
    ~FakeLock() override { m_files.m_locked.erase(m_path); }

private:
    FakeFiles &m_files;
    std::string m_path;
};

base::Result<std::unique_ptr<Files::Lock>> FakeFiles::lock(const std::string &path, std::string_view ownerText)
{
    if (auto allowed = m_faults.change("lock " + path); !allowed)
        return allowed.error();
    if (m_locked.contains(path))
        return base::refused(base::Message("test.locked"_msg).with("owner", text(path)));
    put(path, std::string(ownerText));
    return std::unique_ptr<Lock>(std::make_unique<FakeLock>(*this, path));
}

} // namespace sparkloom::test
