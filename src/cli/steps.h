// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/context.h"
#include "cli/words.h"
#include "domain/plan/halfsteps.h"
#include "engine/flow/interruption.h"
#include "engine/report/environmentreport.h"

#include <QCoroTask>
#include <QJsonObject>

#include <chrono>
#include <optional>
#include <vector>

// What several commands do in the same way. Each prints what happens on the way.
namespace sparkloom::cli {

// How long the map may stay unchanged before it counts as settled.
inline constexpr std::chrono::milliseconds kMapPatience{4000};

// --- find and sign in (steps_hosts.cpp)
// Looks for machines until `enough` holds, discovery has settled, or the time is over.
QCoro::Task<base::Result<void>> discover(
    Context &context, std::chrono::milliseconds atMost, std::function<bool()> enough = {});
// Whether discovery sees a machine for each of these names; an address needs none.
bool areFound(Context &context, const QStringList &texts);
// Adds a host that was typed: what discovery knows under this name or address, else the name itself.
base::Result<QString> addByName(Context &context, const QString &text);
// The library check, then sign-in to every member. A Spark that fails is told about and left out; the error is that of
// the first one, or the refusal if there is one. Without `all` only a refusal is an error while somebody got through.
// only: to these members, as if there were no others.
QCoro::Task<base::Result<void>> signIn(Context &context, bool all = true, QStringList only = {});
// What commands that measure or look begin with: the cluster is opened, then as signIn().
QCoro::Task<base::Result<void>> openAndSignIn(Context &context, bool all = true);
// A Spark with another host key: its new key takes the place of the one on record after its name was typed again;
// unattended only where --hostkey names exactly the key that it shows now. False: its key has not changed.
QCoro::Task<base::Result<bool>> replaceKey(Context &context, QString name);
// The members that are asked for: typed names, else those of --hostkey, else what a person picks from the list.
QCoro::Task<base::Result<void>> ensureMembers(Context &context, QStringList wanted);

// --- cables (steps_cables.cpp)
// Starts watching and waits for the settled map; wakes sleeping halves only where the map is no whole topology without.
// wakeMayFail: then what can be seen without waking is good enough.
QCoro::Task<base::Result<void>> mapCables(
    Context &context, std::optional<domain::Topology> goal, bool wakeMayFail = false);
// Whether the found cables form something that Sparkloom sets up.
bool isWhole(domain::Topology topology);
void showCables(Context &context);

// --- plan and apply (steps_apply.cpp)
void showPlan(Context &context, const domain::Plan &plan, bool withDiff);
// What becomes of every half, next to what is on record on the Sparks now.
std::vector<domain::HalfStep> halfSteps(Context &context, const domain::Plan &plan);
// Sign-in, cables and plan in one: what `plan` and `apply` begin with.
QCoro::Task<base::Result<domain::Plan>> makePlan(Context &context, engine::PlanOptions options);
// The plan that was shown: asks (about files of others too, where a person is there), applies, tells about every step.
QCoro::Task<base::Result<engine::ApplyOutcome>> applyPlan(Context &context, engine::Consents agreed);
QString outcomeWord(engine::ApplyOutcome::Kind kind); // for JSON documents
// What was to be done: it decides what is said where it did not come about.
enum class ChangeTask { SetUp, Undo, Leave, Finish, Revert };
// What is said when nothing was to be done, when it was done, and when all was taken back where that was asked for.
struct Endings {
    base::MessageId nothing;
    base::MessageId done;
    ChangeTask task = ChangeTask::SetUp;
    std::optional<base::MessageId> takenBack = std::nullopt;
};
// The change that an earlier run left open, from the journal.
std::optional<engine::Interruption> interruptionOf(Context &context);
// Says how an apply or an undo ended, prints the document and gives the exit code.
ExitCode finishOutcome(Context &context, const QString &command, const engine::ApplyOutcome &outcome,
    const Endings &endings, QJsonObject body = {});
// Before something is taken back: refused while work on the fabric of these members (none named: of all) would break
// off, unless that was insisted on.
QCoro::Task<base::Result<void>> refuseWhileBusy(Context &context, Invocation invocation, QStringList names = {});
// Errors: Refused, an earlier set-up stands half applied.
base::Result<void> refuseOpenTransaction(Context &context);
// Prints each job of the session once it ends; lives as long as the job does.
class JobLines : public QObject {
public:
    explicit JobLines(Context &context);

private:
    void look();

    Context &m_context;
    std::vector<std::pair<int, engine::JobView::State>> m_told;
};

// --- what setup and replace share (setup.cpp)
struct SetupRequest {
    engine::PlanOptions options;
    std::optional<std::chrono::milliseconds> timeout; // for cables
};
// Errors: Usage.
base::Result<SetupRequest> setupRequestOf(const Invocation &invocation, const engine::Cluster &cluster);
// From Sparks that are signed in to, to a proven fabric: cables, plan, apply, proof.
QCoro::Task<ExitCode> setUpSignedIn(Context &context, Invocation invocation, SetupRequest request);
// The last step: proof of what stands, whether it was set up now or before. Prints the document.
QCoro::Task<ExitCode> prove(Context &context, QString command, QJsonObject body);

// --- drift (steps_drift.cpp)
// Every Spark with its state, and what somebody changed since when.
void showStatus(Context &context);
// What is known to be wrong outranks what is not known. Of these Sparks only, where names are given.
ExitCode exitCodeOf(const std::vector<engine::SparkStatus> &status, const QStringList &names = {});
// A set-up or a proof that passed is a look, too: what differs from now on is dated by it. A look that fails is none.
QCoro::Task<void> lookAfterwards(Context &context);
// Signs in to whom it can, and looks. Sparks that cannot be reached are part of the answer; a refusal is an error.
QCoro::Task<base::Result<void>> lookForDrift(Context &context);

// --- verify and environment (steps_verify.cpp)
void showReport(Context &context, const engine::VerifyReport &report);
ExitCode exitCodeOf(const engine::VerifyReport &report);
using engine::report::environmentText;
using engine::report::SparkEnvironment;
// By Spark, equal ones together. Empty before a set-up.
std::vector<SparkEnvironment> environments(Context &context);

} // namespace sparkloom::cli
