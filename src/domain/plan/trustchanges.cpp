// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/changes.h"

#include "domain/plan/render.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

Change change(Change::Kind kind, Message title, Message reason, Message undo, std::string path)
{
    Change made;
    made.kind = kind;
    made.title = std::move(title);
    made.reason = std::move(reason);
    made.undo = std::move(undo);
    made.path = std::move(path);
    return made;
}

std::string sshPath(std::string_view file)
{
    return "~/.ssh/" + std::string(file);
}

std::string asText(std::vector<std::string> lines)
{
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string &line : lines)
        text += line + '\n';
    return text;
}

void addKeyChange(SparkPlan &plan, const PlanInput &input)
{
    if (input.trust.hasClusterKey && !input.facts.clusterPublicKey.empty())
        return;
    const std::string path = sshPath(kClusterKeyFile);
    Change made = change(Change::Kind::ClusterKey, Message("plan.key-title"_msg).with("file", path),
        "plan.key-reason"_msg, "plan.key-undo"_msg, path);
    made.command = "ssh-keygen -q -t ed25519 -N '' -f " + path;
    plan.changes.push_back(std::move(made));
}

void addFileChange(
    SparkPlan &plan, std::string_view file, std::string_view before, std::string_view after, Message reason)
{
    if (before == after)
        return;
    const std::string path = sshPath(file);
    Change made = change(Change::Kind::SshTrust, Message("plan.ssh-file-title"_msg).with("file", path),
        std::move(reason), Message("plan.ssh-file-undo"_msg).with("file", path), path);
    made.diff = unifiedDiff(before, after, path);
    plan.changes.push_back(std::move(made));
}

void addAuthorizedChange(SparkPlan &plan, const PlanInput &input)
{
    const std::string before = asText(input.trust.authorizedLines), after = asText(renderAuthorizedLines(plan.trust));
    const bool keysMissing = std::any_of(
        plan.trust.peers.begin(), plan.trust.peers.end(), [](const SshPeer &peer) { return peer.publicKey.empty(); });
    if (before == after && !keysMissing)
        return;
    const std::string path = sshPath("authorized_keys");
    Change made = change(Change::Kind::SshTrust,
        Message("plan.authorized-title"_msg)
            .with("file", path)
            .with("count", static_cast<std::int64_t>(plan.trust.peers.size())),
        keysMissing ? Message("plan.authorized-later-reason"_msg) : Message("plan.authorized-reason"_msg),
        Message("plan.authorized-undo"_msg).with("file", path), path);
    made.risk = Change::Risk::Low;
    made.diff = unifiedDiff(before, after, path);
    plan.changes.push_back(std::move(made));
}

void addIncludeChange(SparkPlan &plan, const PlanInput &input)
{
    if (input.trust.includePresent)
        return;
    const std::string path = sshPath("config");
    Change made = change(Change::Kind::SshTrust, Message("plan.include-title"_msg).with("file", path),
        "plan.include-reason"_msg, Message("plan.include-undo"_msg).with("file", path), path);
    made.diff = "+" + includeLine() + '\n';
    plan.changes.push_back(std::move(made));
}

} // namespace

void addTrustChanges(SparkPlan &plan, const PlanInput &input)
{
    const bool hasKey = !input.facts.clusterPublicKey.empty(); // one that works, not only a file of that name
    plan.trustChanges = !plan.trust.peers.empty() && (!hasKey || !trustIsCurrent(plan.trust, input.trust));
    if (!plan.trustChanges)
        return;
    addKeyChange(plan, input);
    addAuthorizedChange(plan, input);
    addFileChange(plan, kClusterKnownHostsFile, input.trust.knownHosts, renderKnownHosts(plan.trust),
        "plan.known-hosts-reason"_msg);
    addFileChange(
        plan, kClusterConfigFile, input.trust.config, renderSshConfig(plan.trust), "plan.ssh-config-reason"_msg);
    addIncludeChange(plan, input);
}

} // namespace sparkloom::domain
