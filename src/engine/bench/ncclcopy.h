// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include "protocol/ncclcopy.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// What a copy of NCCL's library would do, for a person to look at before it is done. Where no Spark has it, one fetches
// the package first: then path, sha256 and what is in `version` are those of the package's library once it is there.
struct NcclCopyPlan {
    struct Target {
        QString spark;
        base::Message why; // it has none, another one, one that does not work
    };
    QString from; // the Spark that has it, or fetches it
    QString path; // there; of a package: where its library will be
    QString version;
    QString sha256;
    std::int64_t size = 0;
    std::vector<Target> targets;                  // other Sparks that get the copy
    std::optional<protocol::NcclPackage> package; // that it comes out of

    static std::string keptPath(); // where a copy lies on each of them, from the home folder on ("~/...")
    bool isNeeded() const { return package || !targets.empty(); } // else all have the same file already
    QStringList receivers() const;                                // all that have it afterwards and had not

    // The whole of it in sentences, with the way back.
    std::vector<base::Message> lines() const;
};

// What lies on a Spark by an earlier copy.
struct NcclKept {
    QString spark;
    QString path;
    protocol::NcclReceipt receipt;
    bool present = false; // still there, as large as it was
};

// NCCL where it is missing, or another version than on the others: the identical file of another Spark, or where none
// has it that of the distribution's package, in the home of the user, for Sparkloom's tests. Needs no root and changes
// nothing of the system; each copy has a receipt and goes again by it. One at a time; the coroutines keep it alive.
// Main thread.
class NcclCopy : public std::enable_shared_from_this<NcclCopy> {
public:
    explicit NcclCopy(std::shared_ptr<SessionCore> core) : m_core(std::move(core)) {}

    // from: the Spark to copy from, or that fetches the package; empty: the newest library that has code for its GPU,
    // the newest package. Errors: Usage, no such Spark or it has none; NotKnown, nobody has one and no repository
    // offers it; Cancelled.
    QCoro::Task<base::Result<NcclCopyPlan>> plan(QString from);
    // Piece by piece through this computer, then a look at each Spark as the test takes it: the same hash, and it
    // loads. Where anything fails nothing of the copy stays there. onPart: 0 to 1. Errors: the first, with the Spark's
    // name as argument "spark"; Cancelled within a second.
    QCoro::Task<base::Result<void>> apply(NcclCopyPlan plan, std::function<void(double)> onPart);

    QCoro::Task<base::Result<std::vector<NcclKept>>> kept();
    // Takes every copy back; yields the names of the Sparks that had one.
    QCoro::Task<base::Result<QStringList>> undo();

private:
    using Names = QStringList;
    QCoro::Task<base::Result<NcclCopyPlan>> planPackage(Names receivers, QString from, CancelToken token);
    QCoro::Task<base::Result<NcclCopyPlan>> fetch(
        NcclCopyPlan plan, std::function<void(double)> onPart, CancelToken token);
    QCoro::Task<base::Result<protocol::NcclPiece>> readPiece(NcclCopyPlan plan, std::int64_t offset, CancelToken token);
    QCoro::Task<base::Result<void>> writePiece(
        NcclCopyPlan plan, std::int64_t offset, std::string data, CancelToken token);
    QCoro::Task<base::Result<void>> carry(NcclCopyPlan plan, std::function<void(double)> onPart, CancelToken token);
    QCoro::Task<base::Result<void>> prove(NcclCopyPlan plan, CancelToken token);
    QCoro::Task<void> drop(NcclCopyPlan plan, bool onlyUnfinished);
    std::shared_ptr<AgentClient> agentOf(const QString &spark) const;

    std::shared_ptr<SessionCore> m_core;
};

} // namespace sparkloom::engine
