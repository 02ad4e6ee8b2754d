// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/forget.h"

#include "agent/smallfiles.h"
#include "agent/transaction/aside.h"
#include "agent/transaction/install.h"
#include "agent/transaction/journal.h"
#include "agent/transaction/paths.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"
#include "protocol/limits.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

class Remover {
public:
    explicit Remover(Files &files) : m_files(files) {}

    base::Result<void> file(const std::string &path)
    {
        if (m_files.info(path).kind == FileInfo::Kind::Missing)
            return {};
        if (auto removed = m_files.remove(path); !removed)
            return removed;
        m_removed.push_back(path);
        return {};
    }

    // A folder that may hold other things stays.
    base::Result<void> emptyFolder(const std::string &path)
    {
        const auto names = m_files.list(path);
        return names && names->empty() ? file(path) : base::Result<void>();
    }

    // Everything directly in the folder, then the folder.
    base::Result<void> flatFolder(const std::string &path)
    {
        for (const std::string &name : listNames(m_files, path))
            if (auto removed = file(path + '/' + name); !removed)
                return removed;
        return emptyFolder(path);
    }

    std::vector<std::string> take() { return std::move(m_removed); }

private:
    Files &m_files;
    std::vector<std::string> m_removed;
};

} // namespace

base::Result<std::vector<std::string>> forget(System &system)
{
    Files &files = system.files();
    for (const std::string_view path : {domain::kNetplanPath, domain::kSysctlPath})
        if (files.info(std::string(path)).kind != FileInfo::Kind::Missing)
            return base::refused(base::Message("remote.forget-needs-undo"_msg).with("path", std::string(path)));
    const auto hosts = files.read(std::string(domain::kHostsPath), protocol::kMaxNetplanFile);
    if (hosts && !domain::hostsBody(*hosts).empty())
        return base::refused(
            base::Message("remote.forget-needs-undo"_msg).with("path", std::string(domain::kHostsPath)));
    if (openJournal(files))
        return base::refused("remote.transaction-open"_msg);
    removeStrays(files);
    Remover remover(files);
    const bool hadUnit = system.services().hasBootUnit(std::string(kBootUnit));
    if (auto removed = system.services().removeBootUnit(std::string(kBootUnit)); !removed)
        return removed.error();
    const auto before = foldersBeforeUs(files);
    const auto wasThere = [&](const std::string &folder) {
        return std::find(before.begin(), before.end(), folder) != before.end();
    };
    const bool madeParent = files.info(std::string(kMadeParentMarker)).kind == FileInfo::Kind::File;
    const bool knowsOrigin = files.info(std::string(kOriginPath)).kind == FileInfo::Kind::File;

    // In their order, so that what an undo took back goes before the undo that says so.
    for (const Journal &journal : allJournals(files))
        if (auto removed = removeTransaction(files, journal.id); !removed)
            return removed.error();
    for (const std::string &name : listNames(files, std::string(kStateFolder)))
        if (name.starts_with("txn-"))
            if (auto removed = removeTransaction(files, name.substr(4)); !removed)
                return removed.error();
    for (const std::string &path : {std::string(domain::kReceiptPath), std::string(kLockPath), std::string(kWokenPath)})
        if (auto removed = remover.file(path); !removed)
            return removed.error();
    if (auto removed = remover.flatFolder(std::string(kHelperFolder)); !removed)
        return removed.error();
    std::vector<std::string> folders = {std::string(kRunFolder)};
    if (madeParent || (knowsOrigin && !wasThere(folderOf(kHelperFolder))))
        folders.push_back(folderOf(kHelperFolder));
    for (const std::string folder : {"/etc/netplan", "/etc/sysctl.d"})
        if (knowsOrigin && !wasThere(folder))
            folders.push_back(folder);
    for (const std::string &folder : folders)
        if (auto removed = remover.emptyFolder(folder); !removed)
            return removed.error();
    // The knowledge of what was there goes last: whoever is cut before that can forget again.
    if (auto removed = remover.file(std::string(kOriginPath)); !removed)
        return removed.error();
    if (!wasThere(std::string(kStateFolder)))
        if (auto removed = remover.emptyFolder(std::string(kStateFolder)); !removed)
            return removed.error();
    auto paths = remover.take();
    if (hadUnit)
        paths.insert(paths.begin(), "/etc/systemd/system/" + std::string(kBootUnit) + ".service");
    return paths;
}

} // namespace sparkloom::agent
