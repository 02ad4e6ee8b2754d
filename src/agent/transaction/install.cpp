// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/install.h"

#include "agent/smallfiles.h"
#include "agent/transaction/paths.h"
#include "base/text.h"
#include "protocol/limits.h"

#include <array>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Folders that a transaction, the recovery unit or the root helper may make.
constexpr std::array<std::string_view, 4> kInstallFolders = {
    "/etc/netplan", "/etc/sysctl.d", "/var/lib/sparkloom", "/usr/local/libexec"};

base::Result<void> writeOrigin(Files &files)
{
    if (files.info(std::string(kOriginPath)).kind == FileInfo::Kind::File)
        return {};
    std::string text;
    const bool madeParent = files.info(std::string(kMadeParentMarker)).kind == FileInfo::Kind::File;
    for (const std::string_view folder : kInstallFolders)
        if (files.info(std::string(folder)).kind == FileInfo::Kind::Folder
            && !(madeParent && kMadeParentMarker.starts_with(folder)))
            text += std::string(folder) + '\n';
    if (auto made = files.makeFolder(std::string(kStateFolder), 0755); !made)
        return made;
    return files.writeAtomic(std::string(kOriginPath), text, 0600);
}

base::Result<void> install(
    System &system, const Journal &journal, const Backup &backup, const std::string &request, int timerSeconds)
{
    Files &files = system.files();
    if (auto written = writeOrigin(files); !written)
        return written;
    const std::string folder = transactionFolder(journal.id);
    if (auto made = files.makeFolder(folder, 0700); !made)
        return made;
    if (auto saved = saveBackup(files, folder, backup); !saved)
        return saved;
    if (auto checked = loadBackup(files, folder); !checked)
        return checked.error();
    if (auto written = files.writeAtomic(folder + "/request", request, 0600); !written)
        return written;
    if (auto prepared = prepareRolledBack(files, journal); !prepared)
        return prepared;
    if (auto written = writeJournal(files, journal); !written)
        return written;
    const std::string agent = system.identity().agentPath;
    if (auto installed = system.services().installBootUnit(std::string(kBootUnit), {agent, "recover"}); !installed)
        return installed;
    const std::string unit = timerUnit(journal.id);
    if (auto armed =
            system.services().armTimer(unit, std::chrono::seconds(timerSeconds), {agent, "rollback", journal.id});
        !armed)
        return armed;
    if (!system.services().timerArmed(unit))
        return base::failed("remote.timer-not-armed"_msg);
    return {};
}

} // namespace

base::Result<void> installSafetyNet(
    System &system, const Journal &journal, const Backup &backup, const std::string &request, int timerSeconds)
{
    const bool hadUnit = system.services().hasBootUnit(std::string(kBootUnit));
    const bool hadOrigin = system.files().info(std::string(kOriginPath)).kind == FileInfo::Kind::File;
    const auto result = install(system, journal, backup, request, timerSeconds);
    if (result)
        return result;
    // Nothing was changed yet: only what was put there for safety goes again.
    (void)system.services().disarmTimer(timerUnit(journal.id));
    if (!hadUnit)
        (void)system.services().removeBootUnit(std::string(kBootUnit));
    (void)removeTransaction(system.files(), journal.id);
    if (!hadOrigin) {
        const bool folderWasThere =
            readSmall(system.files(), std::string(kOriginPath)).find(kStateFolder) != std::string::npos;
        (void)system.files().remove(std::string(kOriginPath));
        if (!folderWasThere)
            (void)system.files().remove(std::string(kStateFolder));
    }
    return result;
}

std::string storedRequest(Files &files, const std::string &id)
{
    return readSmall(files, transactionFolder(id) + "/request", protocol::kMaxMessageBytes);
}

std::vector<std::string> foldersBeforeUs(Files &files)
{
    std::vector<std::string> folders;
    const std::string text = readSmall(files, std::string(kOriginPath));
    for (const std::string_view line : base::split(text, '\n'))
        if (!line.empty())
            folders.emplace_back(line);
    return folders;
}

} // namespace sparkloom::agent
