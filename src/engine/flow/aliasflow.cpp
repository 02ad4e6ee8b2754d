// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/aliasflow.h"

#include "domain/plan/render.h"
#include "engine/flow/clustersession.h"
#include "engine/ports/sshaliases.h"

#include <algorithm>
#include <set>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

// What somebody who types "ssh" would call this Spark; empty where it has no such name.
std::string aliasNameOf(const HostConnection &connection)
{
    const std::string name = connection.member().name.toStdString();
    if (domain::isAliasName(name))
        return name;
    const std::string hostname = connection.facts() ? connection.facts()->hostname : std::string();
    return domain::isAliasName(hostname) ? hostname : std::string();
}

// The names that may be given: no name of another entry, no name twice.
std::vector<domain::SshAlias> aliasesOf(
    const SessionCore &core, const domain::SshAliasState &state, std::vector<base::Message> &warnings)
{
    std::set<std::string> taken;
    const std::string cluster = core.cluster().name.toStdString();
    for (const std::string &name : domain::namesOfOthers(state, cluster))
        taken.insert(name);
    std::vector<std::string> texts = state.included;
    texts.push_back(state.config.value_or(std::string()));
    for (const std::string &text : texts)
        for (const std::string &name : domain::namesInConfig(text))
            taken.insert(name);
    std::vector<domain::SshAlias> aliases;
    for (const SessionCore::Connection &connection : core.connections()) {
        const ClusterMember &member = connection->member();
        const std::string name = aliasNameOf(*connection);
        if (name.empty() || !taken.insert(name).second) {
            warnings.push_back(base::Message(name.empty() ? "plan.alias-none"_msg : "plan.alias-taken"_msg)
                                   .with("name", name.empty() ? member.name.toStdString() : name));
            continue;
        }
        aliases.push_back({name, member.endpoint.host.toStdString(), member.endpoint.port, member.user.toStdString()});
    }
    return aliases;
}

domain::Change changeOf(bool goes, base::Message reason, const std::string &path,
    const std::optional<std::string> &before, const std::optional<std::string> &after)
{
    domain::Change change;
    change.kind = domain::Change::Kind::SshAliases;
    change.title = base::Message(goes ? "plan.alias-remove-title"_msg : "plan.alias-title"_msg).with("file", path);
    change.reason = std::move(reason);
    change.undo = base::Message("plan.alias-undo"_msg).with("file", path);
    change.path = path;
    change.diff = domain::unifiedDiff(before.value_or(std::string()), after.value_or(std::string()), path);
    return change;
}

QCoro::Task<base::Result<domain::SshAliasState>> stateOf(std::shared_ptr<SessionCore> core, CancelToken token)
{
    const Pending<domain::SshAliasState> pending = pendingOf(core->environment().sshAliases->read());
    const base::Result<domain::SshAliasState> state = co_await pending.wait(token);
    co_return state;
}

} // namespace

QCoro::Task<base::Result<AliasPlan>> planAliases(std::shared_ptr<SessionCore> core, bool wanted, CancelToken token)
{
    AliasPlan plan;
    if (!core->environment().sshAliases)
        co_return plan;
    const base::Result<domain::SshAliasState> state = co_await stateOf(core, token);
    if (!state && wanted)
        co_return state.error();
    if (!state)
        co_return plan; // nothing is wanted of it, and an odd configuration is nobody's business then
    const std::string cluster = core->cluster().name.toStdString();
    if (wanted)
        plan.section = domain::renderAliases(aliasesOf(*core, state.value(), plan.warnings), state.value());
    else
        plan.section.emplace();
    const domain::AliasTexts after = domain::withAliases(state.value(), cluster, *plan.section);
    const bool goes = plan.section->empty();
    const std::string folder = state->folder + '/';
    if (after.file != state->file)
        plan.changes.push_back(changeOf(
            goes, "plan.alias-file-reason"_msg, folder + std::string(domain::kAliasFile), state->file, after.file));
    if (after.config != state->config)
        plan.changes.push_back(
            changeOf(goes, "plan.alias-config-reason"_msg, folder + "config", state->config, after.config));
    co_return plan;
}

QCoro::Task<base::Result<void>> writeAliases(std::shared_ptr<SessionCore> core, std::string section, CancelToken token)
{
    if (!core->environment().sshAliases)
        co_return base::Result<void>();
    const Pending<void> pending =
        pendingOf(core->environment().sshAliases->write(core->cluster().name.toStdString(), section));
    const base::Result<void> written = co_await pending.wait(token);
    co_return written;
}

QCoro::Task<base::Result<void>> tidyAliases(std::shared_ptr<SessionCore> core, bool wanted, CancelToken token)
{
    if (!core->environment().sshAliases)
        co_return base::Result<void>();
    const base::Result<domain::SshAliasState> state = co_await stateOf(core, token);
    const std::string cluster = core->cluster().name.toStdString();
    if (!state || domain::aliasSection(state.value(), cluster).empty())
        co_return base::Result<void>(); // none were ever given
    std::vector<base::Message> warnings;
    const std::string section =
        wanted ? domain::renderAliases(aliasesOf(*core, state.value(), warnings), state.value()) : std::string();
    const base::Result<void> written = co_await writeAliases(core, section, token);
    co_return written;
}

} // namespace sparkloom::engine
