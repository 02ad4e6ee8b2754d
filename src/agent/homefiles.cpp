// SPDX-License-Identifier: Apache-2.0
#include "agent/homefiles.h"

#include "agent/smallfiles.h"
#include "base/sha256.h"
#include "base/text.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxFile = 1024 * 1024;
constexpr int kSwapTries = 3;
constexpr std::size_t kKeptBackups = 3;
constexpr std::string_view kBackupMark = ".sparkloom-";
constexpr std::int64_t kLatestBackup = 9'999'999'999'999'998; // one later still has the digits of all names
constexpr std::string_view kMarker = ".sparkloom-made";       // names what we made: ".", "authorized_keys", "config"
constexpr std::uint32_t kWritableByOthers = 022;

base::Error unsafe(const std::string &path, const char *problem)
{
    return base::refused(base::Message("remote.ssh-folder-unsafe"_msg).with("path", path).with("problem", problem));
}

} // namespace

HomeFiles::HomeFiles(System &system) : m_system(system)
{
    const Identity identity = system.identity();
    m_home = identity.home;
    m_folder = identity.home + "/.ssh";
    m_uid = static_cast<std::uint32_t>(identity.uid);
}

std::string HomeFiles::path(std::string_view name) const
{
    return m_folder + '/' + std::string(name);
}

base::Result<void> HomeFiles::check() const
{
    for (const std::string &folder : {m_home, m_folder}) {
        const FileInfo info = m_system.files().info(folder);
        if (info.kind == FileInfo::Kind::Missing && folder == m_folder)
            continue;
        if (info.kind != FileInfo::Kind::Folder)
            return unsafe(folder, info.kind == FileInfo::Kind::SymbolicLink ? "link" : "not-a-folder");
        if (info.uid != m_uid)
            return unsafe(folder, "owner");
        if (info.mode & kWritableByOthers)
            return unsafe(folder, "writable-by-others");
    }
    return {};
}

base::Result<void> HomeFiles::prepare()
{
    if (auto checked = check(); !checked)
        return checked;
    if (m_system.files().info(m_folder).kind == FileInfo::Kind::Folder)
        return {};
    if (auto made = m_system.files().makeFolder(m_folder, 0700); !made)
        return made;
    mark(".");
    return {};
}

base::Result<std::string> HomeFiles::read(std::string_view name) const
{
    const FileInfo info = m_system.files().info(path(name));
    if (info.kind == FileInfo::Kind::Missing)
        return std::string();
    if (info.kind != FileInfo::Kind::File)
        return unsafe(path(name), info.kind == FileInfo::Kind::SymbolicLink ? "link" : "not-a-file");
    if (info.size > kMaxFile)
        return base::refused(base::Message("remote.file-too-large"_msg).with("path", path(name)));
    return m_system.files().read(path(name), kMaxFile);
}

base::Result<bool> HomeFiles::edit(std::string_view name, const Transform &transform, const IsOurs &isOurs)
{
    if (auto ready = prepare(); !ready)
        return ready.error();
    Files &files = m_system.files();
    for (int attempt = 0; attempt < kSwapTries; ++attempt) {
        const FileInfo before = files.info(path(name));
        const auto content = read(name);
        if (!content)
            return content.error();
        const std::string wanted = transform(*content);
        if (wanted == *content) {
            removeFolderIfOurs();
            return false;
        }
        const bool missing = before.kind == FileInfo::Kind::Missing;
        const std::uint32_t mode = missing ? 0600 : before.mode;
        if (!isOurs(wanted)) {
            if (auto left = leaveNothing(name, wanted, mode); !left)
                return left.error();
            return true;
        }
        if (missing)
            mark(name);
        else if (auto saved = backUp(name, *content, mode); !saved)
            return saved.error();
        const auto again = read(name);
        if (!again || *again != *content)
            continue; // somebody else wrote meanwhile
        if (auto written = files.writeAtomic(path(name), wanted, mode); !written)
            return written.error();
        return true;
    }
    return base::failed(base::Message("remote.file-keeps-changing"_msg).with("path", path(name)));
}

// The last line of ours is gone: the file as it was before us where nobody else changed it, and no traces.
base::Result<void> HomeFiles::leaveNothing(std::string_view name, std::string content, std::uint32_t mode)
{
    Files &files = m_system.files();
    const auto saved = backups(name);
    for (const std::string &backup : saved) {
        const auto original = files.read(path(backup), kMaxFile);
        if (original && *original + "\n" == content)
            content = *original; // all that is left of us is a line end that we had to add
    }
    if (content.empty() && marked(name)) {
        if (auto removed = files.remove(path(name)); !removed)
            return removed;
    } else if (auto written = files.writeAtomic(path(name), content, mode); !written) {
        return written;
    }
    for (const std::string &backup : saved)
        if (auto removed = files.remove(path(backup)); !removed)
            return removed;
    unmark(name);
    removeFolderIfOurs();
    return {};
}

base::Result<void> HomeFiles::write(std::string_view name, std::string_view bytes)
{
    if (auto ready = prepare(); !ready)
        return ready;
    const FileInfo info = m_system.files().info(path(name));
    if (info.kind != FileInfo::Kind::Missing && info.kind != FileInfo::Kind::File)
        return unsafe(path(name), "not-a-file");
    return m_system.files().writeAtomic(path(name), bytes, 0600);
}

base::Result<void> HomeFiles::remove(std::string_view name)
{
    return m_system.files().remove(path(name));
}

void HomeFiles::removeFolderIfOurs()
{
    const auto names = m_system.files().list(m_folder);
    if (!names || !marked(".") || names->size() != 1)
        return; // something beside the marker is there
    if (m_system.files().remove(path(kMarker)))
        (void)m_system.files().remove(m_folder);
}

bool HomeFiles::marked(std::string_view what) const
{
    const std::string marker = readSmall(m_system.files(), path(kMarker));
    const auto lines = base::split(marker, '\n');
    return std::find(lines.begin(), lines.end(), what) != lines.end();
}

void HomeFiles::mark(std::string_view what)
{
    if (marked(what))
        return;
    const std::string marker = readSmall(m_system.files(), path(kMarker));
    (void)m_system.files().writeAtomic(
        path(kMarker), marker + (marker.empty() ? "" : "\n") + std::string(what) + "\n", 0600);
}

void HomeFiles::unmark(std::string_view what)
{
    std::string left;
    const std::string marker = readSmall(m_system.files(), path(kMarker));
    for (const std::string_view line : base::split(marker, '\n'))
        if (!line.empty() && line != what)
            left += std::string(line) + '\n';
    if (left.empty())
        (void)m_system.files().remove(path(kMarker));
    else
        (void)m_system.files().writeAtomic(path(kMarker), left, 0600);
}

std::vector<std::string> HomeFiles::backups(std::string_view name) const
{
    std::vector<std::string> found;
    const std::string prefix = std::string(name) + std::string(kBackupMark);
    for (const std::string &entry : listNames(m_system.files(), m_folder))
        if (entry.starts_with(prefix) && entry.ends_with(".bak"))
            found.push_back(entry);
    return found; // names hold the time with leading zeros, so their order is that of time
}

base::Result<void> HomeFiles::backUp(std::string_view name, const std::string &content, std::uint32_t mode)
{
    // Later than all that are there, also after somebody has set the clock back: the first of them must stay the first.
    std::int64_t time = std::max<std::int64_t>(m_system.loop().utcMs(), 0);
    const std::string prefix = std::string(name) + std::string(kBackupMark);
    for (const std::string &earlier : backups(name)) {
        const std::string_view digits = std::string_view(earlier).substr(prefix.size());
        if (const auto then = base::parseInteger(digits.substr(0, digits.find('.')), 0, kLatestBackup))
            time = std::max<std::int64_t>(time, *then + 1);
    }
    std::string stamp = std::to_string(time);
    stamp.insert(0, stamp.size() < 16 ? 16 - stamp.size() : 0, '0');
    const std::string backup = prefix + stamp + ".bak";
    // Never wider than the original, never readable by others.
    if (auto written = m_system.files().writeAtomic(path(backup), content, mode & 0600); !written)
        return written;
    auto saved = backups(name);
    while (saved.size() > kKeptBackups) {
        // The oldest one is the file before us: it is kept, the second goes.
        if (auto removed = m_system.files().remove(path(saved[1])); !removed)
            return removed;
        saved.erase(saved.begin() + 1);
    }
    return {};
}

} // namespace sparkloom::agent
