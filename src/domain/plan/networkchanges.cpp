// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/changes.h"

#include "base/sha256.h"
#include "base/text.h"
#include "domain/plan/drift.h"
#include "domain/plan/foreignprofiles.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"
#include "domain/plan/shellword.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

const std::string *textOf(const PlanInput &input, std::string_view path)
{
    if (input.netplan)
        for (const NetplanText &file : *input.netplan)
            if (file.path == path)
                return &file.text;
    return nullptr;
}

const std::vector<HalfConfig> &earlierHalves(const PlanInput &input)
{
    static const std::vector<HalfConfig> kNone;
    return input.facts.receipt ? input.facts.receipt->config.halves : kNone;
}

// Our file as it stands now: read where it could be read, else as the receipt says it was written.
std::string currentNetplan(const PlanInput &input)
{
    if (const std::string *text = textOf(input, kNetplanPath))
        return *text;
    if (input.netplan || !input.facts.receipt)
        return {};
    return renderNetplan(input.facts.receipt->config.written());
}

bool sysctlsFit(const HalfSysctls &now)
{
    return now.arpIgnore == 1 && now.arpAnnounce == 2 && now.rpFilter == 2 && now.disableIpv6 == 1;
}

bool liveFits(const HalfConfig &wanted, const HalfFacts *now)
{
    return now && now->adminUp && now->mtu == wanted.mtu && now->addresses == std::vector<Ipv4Interface>{wanted.address}
    && sysctlsFit(now->sysctls);
}

Change change(Change::Kind kind, Change::Risk risk, Message title, Message reason, Message undo)
{
    Change made;
    made.kind = kind;
    made.risk = risk;
    made.title = std::move(title);
    made.reason = std::move(reason);
    made.undo = std::move(undo);
    made.needsRoot = true;
    return made;
}

Change foreignChange(const TakeOver &taken)
{
    const NetplanText &file = taken.file;
    Change made = change(Change::Kind::ForeignFile, Change::Risk::Medium,
        Message(taken.rest.empty() ? "plan.foreign-title"_msg : "plan.foreign-part-title"_msg).with("file", file.path),
        taken.reason, Message("plan.foreign-undo"_msg).with("file", file.path));
    made.path = file.path;
    made.diff = unifiedDiff(file.text, taken.rest, file.path);
    const std::string shown = shellWord(file.path); // "Wired connection 1.nmconnection", or worse
    made.command = taken.rest.empty() ? "sudo mv " + shown + " /var/lib/sparkloom/" : "sudoedit " + shown;
    return made;
}

Change adoptedChange(const AdoptedFile &file)
{
    Change made =
        change(Change::Kind::AdoptedFile, Change::Risk::None, Message("plan.adopted-title"_msg).with("file", file.path),
            "plan.adopted-reason"_msg, Message("plan.adopted-undo"_msg).with("file", file.path));
    made.path = file.path;
    return made;
}

Change netplanChange(std::string_view before, const std::string &after)
{
    const std::string path(kNetplanPath);
    Change made = change(Change::Kind::NetplanFile, Change::Risk::Medium,
        Message(after.empty()    ? "plan.netplan-remove-title"_msg
                : before.empty() ? "plan.netplan-title"_msg
                                 : "plan.netplan-change-title"_msg)
            .with("file", path),
        "plan.netplan-reason"_msg, "plan.netplan-undo"_msg);
    made.path = path;
    made.diff = unifiedDiff(before, after, path);
    made.command = after.empty() ? "sudo rm " + path + " && sudo netplan apply"
                                 : "sudo install -m 0600 60-sparkloom.yaml " + path + " && sudo netplan apply";
    return made;
}

Change sysctlChange(std::string_view before, const std::string &after)
{
    const std::string path(kSysctlPath);
    Change made = change(Change::Kind::SysctlFile, Change::Risk::Low,
        Message(after.empty() ? "plan.sysctl-remove-title"_msg : "plan.sysctl-title"_msg).with("file", path),
        "plan.sysctl-reason"_msg, "plan.sysctl-undo"_msg);
    made.path = path;
    made.diff = unifiedDiff(before, after, path);
    made.command = after.empty() ? "sudo rm " + path
                                 : "sudo install -m 0644 90-sparkloom.conf " + path + " && sudo sysctl --load=" + path;
    return made;
}

// Somebody changed or removed the file: what stands there now is not known without reading it, and goes.
Change sysctlAgain(const std::string &text)
{
    Change made = sysctlChange({}, text);
    made.title = Message("plan.sysctl-again-title"_msg).with("file", std::string(kSysctlPath));
    made.undo = "plan.live-undo"_msg;
    return made;
}

// What a person would type to set one half right.
std::string commandsFor(const HalfConfig &half, const HalfFacts *now)
{
    std::string text = "sudo ip link set dev " + half.netdev + " mtu " + std::to_string(half.mtu) + " up\n"
        + "sudo ip address replace " + half.address.toString() + " dev " + half.netdev;
    if (!now)
        return text;
    for (const Ipv4Interface &address : now->addresses)
        if (address != half.address)
            text += "\nsudo ip address del " + address.toString() + " dev " + half.netdev;
    if (!sysctlsFit(now->sysctls))
        for (const SysctlValue &sysctl : sysctlValues(half))
            text += "\nsudo sysctl " + sysctl.key + '=' + std::to_string(sysctl.value);
    return text;
}

// One change for all halves whose live state is not what the files say, with the commands that would set it by hand.
std::optional<Change> liveChange(const SparkPlan &plan, const SparkFacts &facts)
{
    std::string names, commands;
    for (const HalfConfig &half : plan.network.halves) {
        if (liveFits(half, facts.half(half.half)))
            continue;
        names += (names.empty() ? "" : ", ") + half.netdev;
        commands += (commands.empty() ? "" : "\n") + commandsFor(half, facts.half(half.half));
    }
    if (names.empty())
        return std::nullopt;
    Change made = change(Change::Kind::LiveState, Change::Risk::Medium,
        Message("plan.live-title"_msg).with("halves", names), "plan.live-reason"_msg, "plan.live-undo"_msg);
    made.command = commands;
    return made;
}

Change firewallChange(const std::vector<std::string> &before, const std::vector<std::string> &after)
{
    std::string commands;
    for (const std::string &netdev : after)
        if (std::find(before.begin(), before.end(), netdev) == before.end())
            commands += "sudo ufw allow in on " + netdev + '\n';
    for (const std::string &netdev : before)
        if (std::find(after.begin(), after.end(), netdev) == after.end())
            commands += "sudo ufw delete allow in on " + netdev + '\n';
    commands.pop_back();
    Change made = change(Change::Kind::Firewall, Change::Risk::Low,
        Message(after.empty() ? "plan.firewall-remove-title"_msg : "plan.firewall-title"_msg)
            .with("halves", base::joined(after.empty() ? before : after, ", ")),
        "plan.firewall-reason"_msg, "plan.firewall-undo"_msg);
    made.command = commands;
    return made;
}

// ufw on: every half gets its rule, but for those that the owner has allowed already. Not read (no root): as the
// receipt has it.
std::vector<std::string> wantedRules(const SparkPlan &plan, const PlanInput &input)
{
    static const std::vector<std::string> kNone;
    const std::vector<std::string> &ours = input.facts.receipt ? input.facts.receipt->config.firewall : kNone;
    const bool active = input.firewall ? input.firewall->ufwActive : !ours.empty();
    std::vector<std::string> wanted;
    for (const HalfConfig &half : plan.network.halves) {
        const auto holds = [&](const std::vector<std::string> &list) {
            return std::find(list.begin(), list.end(), half.netdev) != list.end();
        };
        if (active && (holds(ours) || !input.firewall || !holds(input.firewall->ufwAllows)))
            wanted.push_back(half.netdev);
    }
    std::sort(wanted.begin(), wanted.end());
    return wanted;
}

// Where it could not be read, what the receipt says stands there.
std::string currentHosts(const PlanInput &input)
{
    if (input.hosts)
        return *input.hosts;
    return input.facts.receipt ? withHostsBody({}, renderHostsBody(input.facts.receipt->config.hosts)) : std::string();
}

Change hostsChange(const PlanInput &input, std::string_view before, std::string_view after)
{
    const std::string path(kHostsPath);
    const bool goes = hostsBody(after).empty();
    Change made = change(Change::Kind::HostsFile, Change::Risk::Low,
        Message(goes ? "plan.hosts-remove-title"_msg : "plan.hosts-title"_msg).with("file", path),
        "plan.hosts-reason"_msg, "plan.hosts-undo"_msg);
    made.path = path;
    if (input.hosts)
        made.diff = unifiedDiff(before, after, path);
    made.command = "sudoedit " + path;
    return made;
}

void addHostsChange(SparkPlan &plan, const PlanInput &input, std::vector<Message> &warnings)
{
    const std::string before = currentHosts(input), after = withHostsBody(before, renderHostsBody(plan.network.hosts));
    for (const std::string &name : namesTaken(before, plan.network.hosts))
        warnings.push_back(Message("plan.hosts-name-taken"_msg)
                               .with("spark", input.facts.hostname)
                               .with("name", base::cleanText(name, 63)));
    if (before != after)
        plan.changes.push_back(hostsChange(input, before, after));
}

Change receiptChange()
{
    Change made = change(Change::Kind::Receipt, Change::Risk::None,
        Message("plan.receipt-title"_msg).with("file", std::string(kReceiptPath)), "plan.receipt-reason"_msg,
        "plan.receipt-undo"_msg);
    made.path = kReceiptPath;
    return made;
}

Change helperChange()
{
    Change made = change(Change::Kind::RootHelper, Change::Risk::Low, "plan.helper-title"_msg, "plan.helper-reason"_msg,
        "plan.helper-undo"_msg);
    made.path = "/usr/local/libexec/sparkloom";
    return made;
}

base::Error notRead(const PlanInput &input)
{
    return {base::ErrorKind::NotKnown, Message("plan.netplan-not-read"_msg).with("spark", input.facts.hostname), {}};
}

bool receiptFitsPlan(const SparkPlan &plan, const PlanInput &input)
{
    return input.facts.receipt && input.facts.receiptMatchesFiles && !needsNetplanText(input.facts)
        && input.facts.receipt->config.halves == plan.network.halves
        && input.facts.receipt->config.adopted == plan.network.adopted
        && input.facts.receipt->config.firewall == plan.network.firewall
        && input.facts.receipt->config.hosts == plan.network.hosts;
}

// Sets takeOver and adopted, with their changes.
base::Result<void> addForeignFiles(SparkPlan &plan, const PlanInput &input, std::vector<Message> &warnings)
{
    if (plan.network.halves.empty())
        return {};
    if (!input.netplan) {
        if (!input.facts.receipt)
            return {};
        // The receipt knows what stands in foreign files about the halves that it set up, and about no others: after an
        // undo, or for halves that come in, they have to be read.
        if (input.facts.receipt->config.halves != plan.network.halves)
            return notRead(input);
        plan.network.adopted = input.facts.receipt->config.adopted;
        return {};
    }
    base::Result<ForeignFiles> foreign = readForeignFiles(input.facts, plan.network.halves, *input.netplan);
    if (!foreign)
        return foreign.error();
    if (input.facts.renderer == Renderer::NetworkManager)
        if (const auto added = addForeignProfiles(*foreign, input.facts, plan.network.halves, *input.netplan); !added)
            return added;
    warnings.insert(warnings.end(), foreign->warnings.begin(), foreign->warnings.end());
    for (const TakeOver &taken : foreign->takeOver) {
        const std::string rest = taken.rest.empty() ? std::string() : base::sha256Hex(taken.rest);
        plan.network.takeOver.push_back({taken.file.path, base::sha256Hex(taken.file.text), rest});
        plan.changes.push_back(foreignChange(taken));
    }
    plan.network.adopted = std::move(foreign->adopted);
    const bool known = input.facts.receipt && input.facts.receipt->config.adopted == plan.network.adopted;
    if (!known)
        for (const AdoptedFile &file : plan.network.adopted)
            plan.changes.push_back(adoptedChange(file));
    return {};
}

} // namespace

base::Result<void> addNetworkChanges(SparkPlan &plan, const PlanInput &input, std::vector<Message> &warnings)
{
    const bool nothingOfOurs = !input.facts.receipt && currentNetplan(input).empty();
    if (plan.network.halves.empty() && nothingOfOurs)
        return {};
    if (!input.netplan && needsNetplanText(input.facts))
        return notRead(input);
    if (const auto added = addForeignFiles(plan, input, warnings); !added)
        return added;
    const std::string before = currentNetplan(input), after = renderNetplan(plan.network.written());
    if (!before.empty() && before != after && !isOurNetplan(before))
        warnings.push_back(Message("plan.our-file-edited"_msg)
                               .with("spark", input.facts.hostname)
                               .with("file", std::string(kNetplanPath)));
    if (before != after)
        plan.changes.push_back(netplanChange(before, after));
    const std::string sysctlBefore = renderSysctl(earlierHalves(input)),
                      sysctlAfter = renderSysctl(plan.network.halves);
    if (sysctlBefore != sysctlAfter)
        plan.changes.push_back(sysctlChange(sysctlBefore, sysctlAfter));
    else if (!sysctlAfter.empty() && sysctlFileDiffers(input.facts))
        plan.changes.push_back(sysctlAgain(sysctlAfter));
    plan.network.firewall = wantedRules(plan, input);
    const std::vector<std::string> rulesBefore =
        input.facts.receipt ? input.facts.receipt->config.firewall : std::vector<std::string>();
    if (rulesBefore != plan.network.firewall)
        plan.changes.push_back(firewallChange(rulesBefore, plan.network.firewall));
    addHostsChange(plan, input, warnings);
    if (auto live = liveChange(plan, input.facts); live && before == after)
        plan.changes.push_back(std::move(*live));
    if (receiptFitsPlan(plan, input) && plan.changes.empty())
        return {};
    plan.networkChanges = true;
    plan.changes.push_back(receiptChange());
    if (!input.facts.rootHelperInstalled)
        plan.changes.push_back(helperChange());
    return {};
}

} // namespace sparkloom::domain
