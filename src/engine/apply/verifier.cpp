// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/apply/verifier.h"

#include "base/text.h"
#include "domain/hardware/hostname.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr int kHeaders = 28;        // IPv4 20 + ICMP 8
constexpr int kPlainPayload = 1472; // a frame of 1500 bytes
constexpr int kEchoes = 3;
constexpr int kEchoTimeoutMs = 1000;
constexpr std::chrono::milliseconds kPingTimeout{20'000};
constexpr int kSshTimeoutMs = 8000;
constexpr std::chrono::milliseconds kSshAnswerTimeout{15'000};

base::Message about(base::MessageId id, const std::string &from, const std::string &to, const domain::HalfId &half)
{
    return base::Message(id).with("from", from).with("to", to).with("half", domain::toText(half));
}

Check laneCheck(Check::Kind kind, Check::Verdict verdict, const std::string &from, const std::string &to,
    const domain::LaneEnd &here, const domain::LaneEnd &there, int cable)
{
    Check check;
    check.kind = kind;
    check.verdict = verdict;
    check.from = QString::fromStdString(from);
    check.to = QString::fromStdString(to);
    check.half = here.half;
    check.peer = there.half;
    check.cable = cable;
    return check;
}

} // namespace

std::vector<int> provingPayloads(int mtu)
{
    std::vector<int> sizes{std::min(kPlainPayload, mtu - kHeaders)};
    if (mtu - kHeaders > kPlainPayload)
        sizes.push_back(mtu - kHeaders);
    return sizes;
}

Verifier::Verifier(std::vector<VerifyTarget> targets, domain::AddressPlan plan)
    : m_targets(std::move(targets)), m_plan(std::move(plan))
{}

const VerifyTarget *Verifier::target(const domain::SparkId &id) const
{
    for (const VerifyTarget &target : m_targets)
        if (target.facts.id == id)
            return &target;
    return nullptr;
}

std::string Verifier::nameOf(const domain::SparkId &id) const
{
    const VerifyTarget *found = target(id);
    return found ? found->name.toStdString() : id.value.substr(0, 8);
}

// The end of a lane, of these two Sparks, that has no link; the near one where both have none.
const domain::LaneEnd *Verifier::darkEnd(
    const domain::Lane &lane, const domain::SparkId &near, const domain::SparkId &far) const
{
    for (const domain::SparkId &id : {near, far})
        for (const domain::LaneEnd &end : lane.ends) {
            const VerifyTarget *const there = end.half.spark == id ? target(id) : nullptr;
            const domain::HalfFacts *const half = there ? there->facts.half(end.half.half) : nullptr;
            if (there && (!half || !half->carrier))
                return &end;
        }
    return nullptr;
}

std::vector<Check> Verifier::judge(
    const VerifyTarget &target, const Flight &flight, const base::Result<protocol::PingAnswer> &answer) const
{
    const std::string from = target.name.toStdString();
    const std::string to = nameOf(flight.to.half.spark);
    const domain::HalfId half = flight.from.half.half;
    const int cable = flight.lane->cable;
    const auto make = [&](Check::Kind kind, Check::Verdict verdict) {
        return laneCheck(kind, verdict, from, to, flight.from, flight.to, cable);
    };
    if (!answer) {
        Check check = make(Check::Kind::Mtu, Check::Verdict::NotTested);
        check.text = about("verify.ping-not-tested"_msg, from, to, half);
        check.remedy = answer.error().message;
        return {check};
    }
    // Without a link the kernel routes elsewhere and nobody answers: that is what happens then, and not why.
    const domain::LaneEnd *const dark = darkEnd(*flight.lane, flight.from.half.spark, flight.to.half.spark);
    const auto blameLink = [&](Check &check) {
        if (!dark || check.verdict == Check::Verdict::Passed)
            return;
        const std::string spark = nameOf(dark->half.spark);
        check.text = about("verify.no-link"_msg, from, to, half).with("spark", spark).with("interface", dark->netdev);
        check.remedy = base::Message("verify.no-link-remedy"_msg).with("spark", spark).with("interface", dark->netdev);
    };
    std::vector<Check> checks;
    // The route first: a ping that leaves through another interface proves nothing about this half.
    Check route = make(Check::Kind::Route,
        answer->routeInterface == flight.from.netdev ? Check::Verdict::Passed : Check::Verdict::Failed);
    route.text = about(
        route.verdict == Check::Verdict::Passed ? "verify.route-right"_msg : "verify.route-wrong"_msg, from, to, half)
                     .with("interface", base::cleanText(answer->routeInterface, 15))
                     .with("wanted", flight.from.netdev);
    if (route.verdict == Check::Verdict::Failed)
        route.remedy = base::Message("verify.route-wrong-remedy"_msg).with("wanted", flight.from.netdev);
    blameLink(route);
    checks.push_back(route);

    int largest = 0;
    bool anyLost = false;
    for (const auto &size : answer->sizes) {
        if (size.received > 0)
            largest = std::max(largest, size.payload);
        anyLost |= size.received < size.sent;
    }
    const int planned = m_plan.mtuOf(*flight.lane);
    const int wanted = planned - kHeaders;
    Check mtu = make(Check::Kind::Mtu,
        largest >= wanted && !answer->sizes.empty() ? Check::Verdict::Passed : Check::Verdict::Failed);
    if (mtu.verdict == Check::Verdict::Passed) {
        mtu.text = about(anyLost ? "verify.mtu-proven-with-loss"_msg : "verify.mtu-proven"_msg, from, to, half)
                       .with("mtu", planned);
    } else if (largest == 0) {
        mtu.text = about("verify.no-answer"_msg, from, to, half).with("address", flight.to.address.address.toString());
        mtu.remedy = base::Message("verify.no-answer-remedy"_msg).with("to", to);
    } else {
        mtu.text =
            about("verify.mtu-too-small"_msg, from, to, half).with("mtu", planned).with("largest", largest + kHeaders);
        mtu.remedy =
            base::Message(domain::isStar(m_plan.topology) ? "verify.mtu-switch-remedy"_msg : "verify.mtu-remedy"_msg)
                .with("mtu", largest + kHeaders);
    }
    blameLink(mtu);
    checks.push_back(mtu);

    Check lane = make(Check::Kind::RightLane, Check::Verdict::NotTested);
    if (!answer->neighbourMac || answer->neighbourMac->isZero()) {
        lane.text = about("verify.lane-not-known"_msg, from, to, half);
        lane.remedy = base::Message("verify.no-answer-remedy"_msg).with("to", to);
    } else if (*answer->neighbourMac == flight.to.mac) {
        lane.verdict = Check::Verdict::Passed;
        lane.text = about("verify.lane-right"_msg, from, to, half);
    } else {
        lane.verdict = Check::Verdict::Failed;
        lane.text = about("verify.lane-wrong"_msg, from, to, half)
                        .with("seen", answer->neighbourMac->toString())
                        .with("wanted", flight.to.mac.toString());
        lane.remedy = base::Message("verify.lane-wrong-remedy"_msg).with("to", to);
    }
    if (lane.verdict == Check::Verdict::NotTested)
        blameLink(lane);
    checks.push_back(lane);
    return checks;
}

void Verifier::LanesUnderWay::landed(const domain::Lane *lane, const std::vector<Check> &checks)
{
    One &one = lanes[lane];
    one.checks.insert(one.checks.end(), checks.begin(), checks.end());
    if (--one.left == 0 && done)
        done(one.checks);
}

QCoro::Task<std::vector<Check>> Verifier::flightsOf(
    VerifyTarget target, std::vector<Flight> flights, std::shared_ptr<LanesUnderWay> underWay, CancelToken token) const
{
    std::vector<Check> checks;
    for (const Flight &flight : flights) {
        protocol::PingRequest request;
        request.half = flight.from.half.half;
        request.target = flight.to.address.address;
        request.expectedMac = flight.to.mac;
        request.payloadSizes = provingPayloads(m_plan.mtuOf(*flight.lane));
        request.count = kEchoes;
        request.timeoutMs = kEchoTimeoutMs;
        const base::Result<protocol::PingAnswer> answer = co_await call<protocol::PingAnswer>(
            target.agent, std::string(protocol::verb::kPing), protocol::encode(request), token, kPingTimeout);
        const std::vector<Check> landed = judge(target, flight, answer);
        checks.insert(checks.end(), landed.begin(), landed.end());
        underWay->landed(flight.lane, landed);
    }
    co_return checks;
}

QCoro::Task<std::vector<Check>> Verifier::checkLanes(CancelToken token, LaneDone laneDone) const
{
    const auto underWay = std::make_shared<LanesUnderWay>();
    underWay->done = std::move(laneDone);
    std::vector<std::pair<VerifyTarget, std::vector<Flight>>> starts;
    for (const VerifyTarget &target : m_targets) {
        std::vector<Flight> flights;
        for (const domain::Lane &lane : m_plan.lanes)
            for (const domain::LaneEnd &from : lane.ends)
                for (const domain::LaneEnd &to : lane.ends)
                    if (from.half.spark == target.facts.id && !(to.half == from.half))
                        flights.push_back({&lane, from, to});
        if (!target.agent)
            continue;
        for (const Flight &flight : flights)
            ++underWay->lanes[flight.lane].left;
        if (!flights.empty())
            starts.emplace_back(target, std::move(flights));
    }
    std::vector<QCoro::Task<std::vector<Check>>> tasks;
    for (auto &[target, flights] : starts) // once all are counted: the first may answer at once
        tasks.push_back(flightsOf(target, std::move(flights), underWay, token));
    std::vector<Check> checks;
    for (auto &task : tasks) {
        const std::vector<Check> some = co_await task;
        checks.insert(checks.end(), some.begin(), some.end());
    }
    co_return checks;
}

QCoro::Task<std::vector<Check>> Verifier::sshOf(VerifyTarget target, CancelToken token) const
{
    std::vector<Check> checks;
    const std::string from = target.name.toStdString();
    for (const VerifyTarget &peer : m_targets) {
        if (peer.facts.id == target.facts.id)
            continue;
        struct Way {
            Check::Kind kind;
            std::string name;
            const domain::Lane *lane = nullptr;
        };
        std::vector<Way> ways;
        if (!peer.managementNames.empty())
            ways.push_back({Check::Kind::SshName, peer.managementNames.front()});
        for (const domain::Lane &lane : m_plan.lanes) {
            if (lane.role == domain::Lane::Role::Storage)
                continue;
            const bool here = std::any_of(lane.ends.begin(), lane.ends.end(),
                [&target](const domain::LaneEnd &end) { return end.half.spark == target.facts.id; });
            for (const domain::LaneEnd &end : lane.ends)
                if (here && end.half.spark == peer.facts.id)
                    ways.push_back({Check::Kind::SshLane, end.address.address.toString(), &lane});
        }
        for (const Way &way : ways) {
            protocol::SshCheckRequest request;
            request.user = peer.facts.user;
            request.name = way.name;
            request.timeoutMs = kSshTimeoutMs;
            const base::Result<protocol::SshCheckAnswer> answer = co_await call<protocol::SshCheckAnswer>(target.agent,
                std::string(protocol::verb::kSshCheck), protocol::encode(request), token, kSshAnswerTimeout);
            Check check;
            check.kind = way.kind;
            check.from = target.name;
            check.to = peer.name;
            check.cable = way.lane ? way.lane->cable : 0;
            const domain::LaneEnd *const dark = way.lane ? darkEnd(*way.lane, target.facts.id, peer.facts.id) : nullptr;
            const auto text = [&](base::MessageId id) {
                return base::Message(id).with("from", from).with("to", peer.name.toStdString()).with("name", way.name);
            };
            if (!answer) {
                check.text = text("verify.ssh-not-tested"_msg);
                check.remedy = answer.error().message;
            } else if (answer->ok && domain::plainHostName(answer->hostname) == peer.facts.hostname) {
                check.verdict = Check::Verdict::Passed;
                check.text = text("verify.ssh-works"_msg);
            } else if (answer->ok) {
                check.verdict = Check::Verdict::Failed;
                check.text =
                    text("verify.ssh-other-machine"_msg).with("hostname", base::cleanText(answer->hostname, 63));
                check.remedy = text("verify.ssh-other-machine-remedy"_msg);
            } else if (dark) { // no key and no set-up helps where nothing can pass
                const std::string spark = nameOf(dark->half.spark);
                check.verdict = Check::Verdict::Failed;
                check.text = text("verify.ssh-no-link"_msg)
                                 .with("spark", spark)
                                 .with("half", domain::toText(dark->half.half))
                                 .with("interface", dark->netdev);
                check.remedy =
                    base::Message("verify.ssh-no-link-remedy"_msg).with("spark", spark).with("interface", dark->netdev);
            } else {
                check.verdict = Check::Verdict::Failed;
                check.text = text("verify.ssh-failed"_msg).with("problem", base::cleanText(answer->problem, 200));
                // Then it is the way, and no key: the cable of this lane leads elsewhere, or the address is gone.
                const bool noWay = answer->problem.find("No route to host") != std::string::npos
                    || answer->problem.find("Connection timed out") != std::string::npos;
                check.remedy = noWay ? text("verify.ssh-no-way-remedy"_msg) : text("verify.ssh-failed-remedy"_msg);
            }
            checks.push_back(std::move(check));
        }
    }
    co_return checks;
}

QCoro::Task<std::vector<Check>> Verifier::checkSsh(CancelToken token) const
{
    std::vector<QCoro::Task<std::vector<Check>>> tasks;
    for (const VerifyTarget &target : m_targets)
        if (target.agent)
            tasks.push_back(sshOf(target, token));
    std::vector<Check> checks;
    for (auto &task : tasks) {
        const std::vector<Check> some = co_await task;
        checks.insert(checks.end(), some.begin(), some.end());
    }
    co_return checks;
}

} // namespace sparkloom::engine
