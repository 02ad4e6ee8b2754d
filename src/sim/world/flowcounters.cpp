// SPDX-License-Identifier: GPL-3.0-or-later
// The counters that move with traffic, and those that move because a line is not perfect.
#include "sim/world/flowparts.h"

#include <algorithm>

namespace sparkloom::sim {

using Half = std::optional<domain::HalfId>;

namespace {

// Acknowledgements that go back. RoCE: 25 674 for 4.23 million packets (sample crs804.counter-delta), 62 bytes each;
// TCP: one for each batch that the receiver merged.
constexpr double kRoceAckShare = 0.006;
constexpr double kRoceAckBytes = 62;
constexpr double kTcpAckShare = 1.0 / 16;
constexpr double kTcpAckBytes = 66;
// A sender that is too fast for its receiver: pauses and congestion notices for each gigabit. Estimates in the order of
// the 22 084 pauses that a healthy pair had counted (facts 8.2).
constexpr double kPausesPerGigabit = 20;
constexpr double kNoticesPerGigabit = 10;
// A snapshot reads a dozen counters; within this time they are one moment.
constexpr std::chrono::microseconds kFresh{100};
constexpr double kTimeoutShare = 0.01; // of lost packets: the last one of a burst is missed only by the clock

template <std::uint64_t CageCounters::*Field>
void ofCage(Spark &spark, const Half &half, std::uint64_t count)
{
    if (half)
        spark.cages[at(half->cage)].*Field += count;
}

template <std::uint64_t Traffic::*Field>
void ofRdma(Spark &spark, const Half &half, std::uint64_t count)
{
    if (half)
        spark.rdma[at(half->cage)][at(half->side)].*Field += count;
}

template <std::uint64_t RdmaEvents::*Field>
void ofEvents(Spark &spark, const Half &half, std::uint64_t count)
{
    if (half)
        spark.rdmaEvents[at(half->cage)][at(half->side)].*Field += count;
}

template <std::uint64_t Traffic::*Field>
void ofNetdev(Spark &spark, const Half &half, std::uint64_t count)
{
    if (Interface *const interface = half ? spark.network.byHalf(*half) : spark.network.byName("enP7s7"))
        interface->traffic.*Field += count;
}

bool receiverIsSlow(const physics::Rate &rate)
{
    using physics::LimitKind;
    return rate.limitReceives
        && (rate.limit == LimitKind::Pcie || rate.limit == LimitKind::NicCap || rate.limit == LimitKind::Wire);
}

} // namespace

double Flows::lossOf(const Lane &lane) const
{
    if (!lane.fromHalf)
        return 0;
    const double bytes = lane.flow.packets().frameBytes() + physics::kFrameCheck;
    const Socket from = Socket::ofSpark(lane.from, lane.fromHalf->cage);
    const Socket to = Socket::ofSpark(lane.to, lane.toHalf->cage);
    double arrives = 1;
    for (const Socket &cage : {from, to}) {
        const CableParameters *const cable = m_world.cableAt(cage);
        if (cable && (cage == to || m_world.cabling().switchOf(cage) >= 0))
            arrives *= 1
                - physics::frameLoss(
                    physics::lineErrors(m_world.linkMbps(cage) / 1000.0, cable->bitErrorRate, cable->fec), bytes);
    }
    return 1 - arrives;
}

// What a lane counts from now on; everything before has been counted.
void Flows::count(Lane &lane, std::chrono::nanoseconds when)
{
    const physics::Packets packets = lane.flow.packets();
    const bool tcp = lane.flow.protocol == physics::Protocol::Tcp;
    const double number = packets.perGigabit();
    const double ackBytes = tcp ? kTcpAckBytes : kRoceAckBytes;
    const double acks = number * (tcp ? kTcpAckShare : kRoceAckShare);
    lane.counted.clear();
    lane.countedFrom = lane.meter->gigabits(when);
    const auto add = [&](AddCount what, bool sender, double perGigabit) {
        lane.counted.push_back(
            {what, sender ? lane.from : lane.to, sender ? lane.fromHalf : lane.toHalf, perGigabit, 0});
    };
    const auto both = [&](AddCount sent, AddCount received, double data, double back) {
        add(sent, true, data);
        add(received, false, data * (1 - lane.flow.packetLoss));
        add(sent, false, back);
        add(received, true, back);
    };
    both(ofCage<&CageCounters::txOctets>, ofCage<&CageCounters::rxOctets>, number * packets.portOctets(),
        acks * (ackBytes + physics::kFrameCheck));
    both(ofCage<&CageCounters::txFrames>, ofCage<&CageCounters::rxFrames>, number, acks);
    if (tcp) {
        both(ofNetdev<&Traffic::txBytes>, ofNetdev<&Traffic::rxBytes>, number * packets.frameBytes(), acks * ackBytes);
        both(ofNetdev<&Traffic::txPackets>, ofNetdev<&Traffic::rxPackets>, number, acks);
    } else {
        both(ofRdma<&Traffic::txBytes>, ofRdma<&Traffic::rxBytes>, number * packets.frameBytes(), acks * ackBytes);
        both(ofRdma<&Traffic::txPackets>, ofRdma<&Traffic::rxPackets>, number, acks);
    }
    countTrouble(lane, number, tcp, add);
}

void Flows::countTrouble(Lane &lane, double packets, bool tcp, const Adding &add)
{
    if (const double lost = packets * lane.flow.packetLoss; lost > 0) {
        add(ofCage<&CageCounters::rxCrcErrors>, false, lost);
        if (!tcp) {
            add(ofEvents<&RdmaEvents::outOfSequence>, false, lost);
            add(ofEvents<&RdmaEvents::packetSequenceErrors>, true, lost);
            add(ofEvents<&RdmaEvents::ackTimeouts>, true, lost * kTimeoutShare);
        }
    }
    if (!receiverIsSlow(lane.rate) || !lane.fromHalf)
        return;
    const SwitchPortParameters *const port = m_world.portAt(Socket::ofSpark(lane.to, lane.toHalf->cage));
    if (lane.rate.limit == physics::LimitKind::Wire && (!port || !port->pfc)) {
        if (port && !tcp) { // the switch drops what its port cannot take
            add(ofEvents<&RdmaEvents::outOfSequence>, false, 1);
            add(ofEvents<&RdmaEvents::packetSequenceErrors>, true, 1);
        }
        return;
    }
    add(ofCage<&CageCounters::rxPause>, true, kPausesPerGigabit);
    if (lane.rate.limit != physics::LimitKind::Wire)
        add(ofCage<&CageCounters::txPause>, false, kPausesPerGigabit);
    else if (!tcp) {
        add(ofEvents<&RdmaEvents::ecnMarked>, false, kNoticesPerGigabit);
        add(ofEvents<&RdmaEvents::cnpSent>, false, kNoticesPerGigabit);
        add(ofEvents<&RdmaEvents::cnpHandled>, true, kNoticesPerGigabit);
    }
}

void Flows::settleLane(Job &job, Lane &lane, std::chrono::nanoseconds moment)
{
    const auto until = std::min(moment, job.end.value_or(moment));
    const double moved = lane.meter->gigabits(until) - lane.countedFrom;
    lane.settled = moment;
    for (Counted &counted : lane.counted) {
        const auto total = static_cast<std::uint64_t>(std::max(0.0, moved * counted.perGigabit));
        if (total <= counted.applied)
            continue;
        counted.add(m_world.spark(counted.spark), counted.half, total - counted.applied);
        counted.applied = total;
    }
}

void Flows::settle()
{
    settle(now());
}

void Flows::settle(std::chrono::nanoseconds moment)
{
    for (Job *const job : m_running) {
        setEnd(*job, moment);
        for (Lane &lane : job->lanes)
            settleLane(*job, lane, moment);
    }
    for (const auto &[cage, errors] : m_errors)
        settleErrors(cage, moment);
}

void Flows::settle(int spark)
{
    const std::chrono::nanoseconds moment = now();
    for (Job *const job : m_running)
        for (Lane &lane : job->lanes)
            if ((lane.from == spark || lane.to == spark) && moment - lane.settled >= kFresh) {
                setEnd(*job, moment);
                settleLane(*job, lane, moment);
            }
    for (const domain::CageIndex cage : domain::kAllCages)
        settleErrors(Socket::ofSpark(spark, cage), moment);
}

void Flows::settleErrors(Socket cage, std::chrono::nanoseconds moment)
{
    const auto it = m_errors.find(cage);
    if (it == m_errors.end())
        return;
    Errors &errors = it->second;
    const double seconds = std::chrono::duration<double>(moment - errors.from).count();
    CageCounters &counters = m_world.spark(cage.spark).cages[at(cage.cage)];
    const auto corrected = static_cast<std::uint64_t>(seconds * errors.corrected);
    const auto lost = static_cast<std::uint64_t>(seconds * errors.lost);
    counters.rxCorrectedBits += corrected - errors.correctedApplied;
    counters.rxSymbolErrors += lost - errors.lostApplied;
    errors.correctedApplied = corrected;
    errors.lostApplied = lost;
}

void Flows::linkChanged(Socket cage)
{
    const CableParameters *const cable = m_world.cableAt(cage);
    NetworkStack &network = m_world.spark(cage.spark).network;
    const bool lit = cable && std::ranges::any_of(domain::kAllHalves, [&](domain::HalfId half) {
        const Interface *const interface = half.cage == cage.cage ? network.byHalf(half) : nullptr;
        return interface && interface->lit;
    });
    settleErrors(cage, now());
    m_errors.erase(cage);
    if (!lit)
        return;
    const auto line = physics::lineErrors(m_world.linkMbps(cage) / 1000.0, cable->bitErrorRate, cable->fec);
    m_errors[cage] = {now(), line.correctedBitsPerSecond, line.lostWordsPerSecond, 0, 0};
}

} // namespace sparkloom::sim
