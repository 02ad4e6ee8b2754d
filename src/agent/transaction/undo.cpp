// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/undo.h"

#include "agent/probeframe.h"
#include "agent/transaction/install.h"
#include "agent/transaction/journal.h"
#include "agent/transaction/paths.h"
#include "agent/transaction/restore.h"
#include "domain/plan/render.h"
#include "protocol/codec.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// The interface that carried the connection when the transaction was made, where it still exists.
std::string managementOf(System &system, const std::string &id)
{
    const auto begin = protocol::decode<protocol::TransactionBegin>(storedRequest(system.files(), id));
    const auto links = system.network().links();
    if (!begin || !links)
        return {};
    const bool there = std::any_of(
        links->begin(), links->end(), [&](const LinkInfo &link) { return link.name == begin->managementInterface; });
    return there ? begin->managementInterface : std::string();
}

} // namespace

base::Result<void> checkUndoValues(const protocol::UndoRequest &request)
{
    const char *field = !isHex(request.transactionId, 16)        ? "transactionId"
        : request.timerSeconds < 5 || request.timerSeconds > 300 ? "timerSeconds"
        : request.owner.size() > 256                             ? "owner"
                                                                 : nullptr;
    if (field)
        return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", field));
    return {};
}

base::Result<UndoTarget> undoTarget(System &system)
{
    const auto journal = undoableJournal(system.files());
    if (!journal)
        return base::refused("remote.nothing-to-undo"_msg);
    auto backup = loadBackup(system.files(), transactionFolder(journal->id));
    if (!backup)
        return backup.error();
    UndoTarget target;
    target.id = journal->id;
    target.backup = std::move(backup).value();
    target.management = managementOf(system, journal->id);
    for (const SavedFile &file : target.backup.files) {
        if (file.rule == SavedFile::Rule::Foreign && !isAsWeLeftIt(system.files(), file))
            return base::refused(base::Message("remote.undo-conflict"_msg).with("path", file.path));
        // An undone undo takes away again what came back.
        (file.rule == SavedFile::Rule::Block ? target.scope.blocks : target.scope.ours).push_back(file.path);
    }
    std::erase_if(target.backup.files, [](const SavedFile &file) { return file.path == domain::kReceiptPath; });
    for (const auto &[netdev, allowed] : target.backup.firewall)
        target.scope.firewall.push_back(netdev);
    for (const LiveBond &bond : target.backup.bonds)
        target.scope.bonds.push_back(bond.name);
    for (const LiveHalf &half : target.backup.live)
        if (std::ranges::find(target.scope.bonds, half.netdev) == target.scope.bonds.end())
            target.scope.netdevs.push_back(half.netdev);
    return target;
}

} // namespace sparkloom::agent
