// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/events.h"

#include "sim/faults/faults.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

namespace sparkloom::sim {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLightTime{4000}; // a flapping link: up, then
constexpr milliseconds kDarkTime{1000};  // down
constexpr milliseconds kRenameTime{10'000};

void logPcieErrors(Spark &spark)
{
    const std::string device(domain::documentedPciAddress({domain::CageIndex::Zero, domain::Side::A}));
    spark.log.kernel("pcieport 0000:00:00.0: AER: Uncorrectable (Fatal) error message received from " + device);
    spark.log.kernel(
        "mlx5_core " + device + ": mlx5_pci_slot_reset Device state = 2 pci_status: 0. Exit, result = 3, need reset");
    spark.log.kernel("mlx5_core " + device + ": print_health_info: irisc not responding");
}

} // namespace

FaultEvents::~FaultEvents()
{
    for (const auto &[fault, running] : m_running)
        m_world.loop().cancel(running.timer);
}

void FaultEvents::begun(const FaultSpec &fault)
{
    Spark &spark = m_world.spark(fault.place.spark);
    switch (fault.fault) {
    case Fault::Flapping: return flap(fault);
    case Fault::NameConflict: return renameAgain(fault);
    case Fault::PcieErrors: return logPcieErrors(spark);
    case Fault::NicGone: return spark.log.kernel("cx7-pcie-hotplug MTKP0001:00: Cable removal");
    case Fault::ConfigWritten: return m_world.flows().abort(fault.place.spark, "the GID table changed");
    default: return;
    }
}

void FaultEvents::ended(const FaultSpec &fault)
{
    const auto it = m_running.find(fault);
    if (it == m_running.end())
        return;
    m_world.loop().cancel(it->second.timer);
    const bool wasDark = it->second.dark;
    m_running.erase(it);
    if (wasDark)
        logLink(fault, "up");
}

bool FaultEvents::isDark(const FaultSpec &fault) const
{
    const auto it = m_running.find(fault);
    return it != m_running.end() && it->second.dark;
}

void FaultEvents::again(const FaultSpec &fault, milliseconds delay, void (FaultEvents::*what)(const FaultSpec &))
{
    // ended() and the destructor cancel it: this outlives the timer.
    m_running[fault].timer = m_world.loop().after(m_world.scaled(delay), [this, fault, what] { (this->*what)(fault); });
}

void FaultEvents::flap(const FaultSpec &fault)
{
    Running &running = m_running[fault];
    running.dark = !running.dark;
    logLink(fault, running.dark ? "down" : "up");
    again(fault, running.dark ? kDarkTime : kLightTime, &FaultEvents::flap);
    m_faults.refresh();
}

void FaultEvents::renameAgain(const FaultSpec &fault)
{
    Spark &spark = m_world.spark(fault.place.spark);
    const int number = 2 + m_running[fault].count++;
    spark.log.service(
        "avahi-daemon", "Host name conflict, retrying with " + spark.spec.name + '-' + std::to_string(number));
    again(fault, kRenameTime, &FaultEvents::renameAgain);
}

// The driver's lines at both ends of the cable.
void FaultEvents::logLink(const FaultSpec &fault, const char *state)
{
    const Socket here = fault.place.socket();
    for (const std::optional<Socket> end : {std::optional(here), m_world.cabling().otherEnd(here)}) {
        if (!end || end->isSwitch())
            continue;
        for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
            const domain::HalfId half{end->cage, side};
            m_world.spark(end->spark)
                .log.kernel("mlx5_core " + std::string(domain::documentedPciAddress(half)) + ' '
                    + std::string(domain::documentedNetdev(half)) + ": Link " + state);
        }
    }
}

} // namespace sparkloom::sim
