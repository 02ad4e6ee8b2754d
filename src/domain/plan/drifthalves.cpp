// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/driftparts.h"

#include "domain/plan/render.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

DriftFinding halfFinding(DriftKind kind, const HalfConfig &config)
{
    DriftFinding finding;
    finding.kind = kind;
    finding.half = config.half;
    finding.netdev = config.netdev;
    return finding;
}

bool contains(const std::vector<Ipv4Interface> &list, const Ipv4Interface &address)
{
    return std::find(list.begin(), list.end(), address) != list.end();
}

void addAddresses(std::vector<DriftFinding> &findings, const HalfConfig &config, const HalfFacts &now)
{
    if (!contains(now.addresses, config.address)) {
        DriftFinding gone = halfFinding(DriftKind::AddressGone, config);
        gone.subject = gone.wanted = config.address.toString();
        findings.push_back(std::move(gone));
    }
    for (const Ipv4Interface &address : now.addresses)
        if (address != config.address) {
            DriftFinding added = halfFinding(DriftKind::AddressAdded, config);
            added.subject = added.seen = address.toString();
            findings.push_back(std::move(added));
        }
}

// The value of one of our sysctls; -1 where it cannot be read, and then nothing is said about it.
int liveValue(const HalfSysctls &now, std::string_view key)
{
    if (key.ends_with("/arp_ignore"))
        return now.arpIgnore;
    if (key.ends_with("/arp_announce"))
        return now.arpAnnounce;
    if (key.ends_with("/rp_filter"))
        return now.rpFilter;
    return key.ends_with("/disable_ipv6") ? now.disableIpv6 : -1;
}

void addSettings(std::vector<DriftFinding> &findings, const HalfConfig &config, const HalfFacts &now)
{
    for (const SysctlValue &sysctl : sysctlValues(config)) {
        const int value = liveValue(now.sysctls, sysctl.key);
        if (value < 0 || value == sysctl.value)
            continue;
        DriftFinding changed = halfFinding(DriftKind::SettingChanged, config);
        changed.subject = sysctl.key;
        changed.wanted = std::to_string(sysctl.value);
        changed.seen = std::to_string(value);
        findings.push_back(std::move(changed));
    }
}

// Routes over a half that none of its addresses brings.
void addRoutes(std::vector<DriftFinding> &findings, const HalfConfig &config, const HalfFacts &now,
    const std::vector<Route> &routes)
{
    for (const Route &route : routes) {
        const bool ofAddress = route.destination == config.address.prefix()
            || std::any_of(now.addresses.begin(), now.addresses.end(),
                [&](const Ipv4Interface &address) { return route.destination == address.prefix(); });
        if (route.interface != config.netdev || ofAddress)
            continue;
        DriftFinding added = halfFinding(DriftKind::RouteAdded, config);
        added.subject = added.seen = route.destination.toString();
        added.reapplyMends = false; // a set-up makes no routes, so it takes none away
        findings.push_back(std::move(added));
    }
}

} // namespace

void addHalfDrift(std::vector<DriftFinding> &findings, const SparkFacts &facts, const std::vector<HalfConfig> &halves)
{
    for (const HalfConfig &config : halves) {
        const HalfFacts *now = facts.half(config.half);
        if (!now || (now->adminUp && !now->carrier)) {
            DriftFinding dark = halfFinding(now ? DriftKind::HalfDark : DriftKind::HalfAbsent, config);
            dark.reapplyMends = false;
            findings.push_back(std::move(dark));
        }
        if (!now)
            continue;
        if (!now->adminUp)
            findings.push_back(halfFinding(DriftKind::HalfDown, config));
        // A renderer takes addresses from a half without a link and gives them back: that is no change by anybody.
        if (now->adminUp && now->carrier)
            addAddresses(findings, config, *now);
        if (now->mtu != config.mtu) {
            DriftFinding mtu = halfFinding(DriftKind::MtuChanged, config);
            mtu.wanted = std::to_string(config.mtu);
            mtu.seen = std::to_string(now->mtu);
            findings.push_back(std::move(mtu));
        }
        addSettings(findings, config, *now);
        addRoutes(findings, config, *now, facts.routes);
    }
}

} // namespace sparkloom::domain
