// SPDX-License-Identifier: GPL-3.0-or-later
// What the facts of the Sparks prove by themselves, and the report.
#include "base/remedy.h"
#include "engine/apply/verifier.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

Check factCheck(
    Check::Kind kind, bool passed, const QString &spark, const std::optional<domain::HalfRef> &half = std::nullopt)
{
    Check check;
    check.kind = kind;
    check.verdict = passed ? Check::Verdict::Passed : Check::Verdict::Failed;
    check.from = spark;
    check.half = half;
    return check;
}

Check addressCheck(const VerifyTarget &target, const domain::HalfConfig &wanted)
{
    const domain::HalfFacts *half = target.facts.half(wanted.half);
    const bool hasAddress =
        half && std::find(half->addresses.begin(), half->addresses.end(), wanted.address) != half->addresses.end();
    const bool hasMtu = half && half->mtu == wanted.mtu;
    // Addresses stay for a while on a half whose plug was pulled; they reach nobody.
    const bool hasLink = half && half->carrier;
    Check check = factCheck(Check::Kind::Address, hasAddress && hasMtu && hasLink, target.name,
        domain::HalfRef{target.facts.id, wanted.half});
    const auto text = [&](base::MessageId id) {
        return base::Message(id)
            .with("spark", target.name.toStdString())
            .with("half", domain::toText(wanted.half))
            .with("interface", wanted.netdev)
            .with("address", wanted.address.toString())
            .with("mtu", wanted.mtu);
    };
    if (!half)
        check.text = text("verify.half-absent"_msg);
    else if (!hasLink)
        check.text = text("verify.half-dark"_msg);
    else if (!hasAddress)
        check.text = text("verify.address-missing"_msg);
    else if (!hasMtu)
        check.text = text("verify.mtu-not-set"_msg).with("seen", half->mtu);
    else
        check.text = text("verify.address-right"_msg);
    if (check.verdict == Check::Verdict::Failed)
        check.remedy = hasLink ? text("verify.address-remedy"_msg)
            : half             ? text("verify.no-link-remedy"_msg)
                               : text("verify.half-absent-remedy"_msg);
    return check;
}

Check ipv6Check(const VerifyTarget &target, const domain::HalfConfig &wanted)
{
    const domain::HalfFacts *half = target.facts.half(wanted.half);
    const bool off = half && half->sysctls.disableIpv6 == 1 && !half->hasIpv6LinkLocal;
    Check check = factCheck(Check::Kind::Ipv6Off, off, target.name, domain::HalfRef{target.facts.id, wanted.half});
    if (!half) // nothing is known of it; what to do about that is told with its address
        check.verdict = Check::Verdict::NotTested;
    check.text = base::Message(!half ? "verify.half-absent"_msg
            : off                    ? "verify.ipv6-off"_msg
                                     : "verify.ipv6-on"_msg)
                     .with("spark", target.name.toStdString())
                     .with("half", domain::toText(wanted.half))
                     .with("interface", wanted.netdev);
    if (half && !off)
        check.remedy = base::Message("verify.ipv6-on-remedy"_msg).with("interface", wanted.netdev);
    return check;
}

} // namespace

std::vector<Check> Verifier::checkFacts() const
{
    std::vector<Check> checks;
    for (const VerifyTarget &target : m_targets) {
        for (const domain::HalfConfig &wanted : m_plan.halvesOf(target.facts.id)) {
            checks.push_back(addressCheck(target, wanted));
            checks.push_back(ipv6Check(target, wanted));
        }
        const QString now = QString::fromStdString(target.facts.managementInterface);
        const bool same = !now.isEmpty() && (target.managementBefore.isEmpty() || target.managementBefore == now);
        Check management = factCheck(Check::Kind::Management, same, target.name);
        if (now.isEmpty())
            management.verdict = Check::Verdict::NotTested;
        management.text = base::Message(now.isEmpty() ? "verify.management-not-known"_msg
                : same                                ? "verify.management-same"_msg
                                                      : "verify.management-differs"_msg)
                              .with("spark", target.name.toStdString())
                              .with("interface", now.toStdString());
        if (!same)
            management.remedy = base::Message("verify.management-remedy"_msg).with("spark", target.name.toStdString());
        checks.push_back(management);
    }
    return checks;
}

std::optional<base::Error> firstFailure(const std::vector<Check> &checks, bool onlyPassed)
{
    for (const Check &check : checks)
        if (check.verdict == Check::Verdict::Failed)
            return base::failed(base::withRemedy(check.text, check.remedy));
    for (const Check &check : checks)
        if (onlyPassed && check.verdict != Check::Verdict::Passed)
            return base::Error{base::ErrorKind::NotKnown, base::withRemedy(check.text, check.remedy), {}};
    return std::nullopt;
}

VerifyReport makeReport(std::vector<Check> checks, const domain::AddressPlan &plan)
{
    VerifyReport report;
    report.when = QDateTime::currentDateTimeUtc();
    report.checks = std::move(checks);
    const auto all = [&report](std::initializer_list<Check::Kind> kinds) {
        int count = 0;
        for (const Check &check : report.checks) {
            if (std::find(kinds.begin(), kinds.end(), check.kind) == kinds.end())
                continue;
            if (check.verdict != Check::Verdict::Passed)
                return 0;
            ++count;
        }
        return count;
    };
    if (const int count = all({Check::Kind::Address}))
        report.proven.push_back(base::Message("verify.proven-addresses"_msg).with("count", count));
    if (const int count = all({Check::Kind::RightLane, Check::Kind::Route}))
        report.proven.push_back(base::Message("verify.proven-lanes"_msg).with("count", count / 2));
    if (all({Check::Kind::Mtu}) > 0)
        report.proven.push_back(base::Message("verify.proven-mtu"_msg).with("mtu", plan.mtu));
    if (const int count = all({Check::Kind::SshName, Check::Kind::SshLane}))
        report.proven.push_back(base::Message("verify.proven-ssh"_msg).with("count", count));
    if (all({Check::Kind::Ipv6Off}) > 0)
        report.proven.push_back(base::Message("verify.proven-ipv6-off"_msg));
    const auto open = std::count_if(report.checks.begin(), report.checks.end(),
        [](const Check &check) { return check.verdict == Check::Verdict::NotTested; });
    if (open > 0)
        report.notProven.push_back(base::Message("verify.some-not-tested"_msg).with("count", int(open)));
    report.notProven.push_back(base::Message("verify.speed-not-proven"_msg));
    return report;
}

bool VerifyReport::passed() const
{
    return !checks.empty() && std::none_of(checks.begin(), checks.end(), [](const Check &check) {
        return check.verdict == Check::Verdict::Failed;
    });
}

bool VerifyReport::anyNotTested() const
{
    return std::any_of(
        checks.begin(), checks.end(), [](const Check &check) { return check.verdict == Check::Verdict::NotTested; });
}

} // namespace sparkloom::engine
