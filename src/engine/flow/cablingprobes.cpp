// SPDX-License-Identifier: GPL-3.0-or-later
// What the cable map does only when a person asks for it: probes as root, and "which cable is this?".
#include "domain/fabric/parity.h"
#include "engine/flow/cablingflow.h"
#include "engine/flow/rootprobes.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

QCoro::Task<base::Result<void>> CablingFlow::probeUnknown()
{
    const auto self = shared_from_this();
    if (!m_running)
        co_return base::Error{base::ErrorKind::NotKnown, base::Message("cabling.not-running"_msg), {}};
    m_probing = true;
    rebuild();
    const base::Result<void> probed = co_await probeAsRoot();
    m_probing = false;
    rebuildSoon();
    co_return probed.ok() ? base::Result<void>() : base::Result<void>(probed.error());
}

QCoro::Task<base::Result<void>> CablingFlow::probeAsRoot()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    // The other end of an unknown cage is unknown, too: nobody else needs to be asked.
    std::set<domain::SparkId> concerned;
    for (const domain::CageRef &cage : m_view.map.unknown)
        concerned.insert(cage.spark);
    std::vector<RootProber> probers;
    std::optional<base::Error> firstError;
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        const domain::SparkId spark = connection->facts()->id;
        if (!concerned.contains(spark))
            continue;
        const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(SudoReason::Probe, token);
        if (token.isCancelled())
            co_return cancelledError();
        if (root)
            probers.push_back({spark, root.value()});
        else if (!firstError)
            firstError = root.error();
    }
    const int changes = m_carrierChanges;
    const std::vector<domain::Evidence> found = co_await rootProbes(probers, m_runNonce, m_runKey, token);
    if (token.isCancelled())
        co_return cancelledError();
    // What was plugged meanwhile may have changed what was seen.
    if (m_running && changes == m_carrierChanges)
        for (const domain::Evidence &evidence : found)
            if (m_core->connectionById(evidence.from.spark))
                m_evidence.add(evidence);
    rebuild();
    // Who is still at the end of an unknown cable may say so itself; no evidence about any Spark, so it changes no map.
    std::erase_if(probers, [this](const RootProber &prober) {
        return std::none_of(m_view.map.unknown.begin(), m_view.map.unknown.end(),
            [&](const domain::CageRef &cage) { return cage.spark == prober.spark; });
    });
    if (m_running && !probers.empty()) {
        std::vector<HeardDevice> heard = co_await listenForDevices(std::move(probers), m_runNonce, m_runKey, token);
        if (token.isCancelled())
            co_return cancelledError();
        if (m_running && changes == m_carrierChanges) {
            m_devices = std::move(heard);
            m_devicesSeenAt = changes;
        }
        rebuild();
    }
    if (firstError)
        co_return *firstError;
    m_probedAt = changes;
    co_return base::Result<void>();
}

void CablingFlow::describeDevices(CablingView &view) const
{
    for (const domain::Cable &cable : view.map.cables)
        if (cable.b.cage && cable.throughSwitch())
            view.notes.push_back(base::Message("cabling.switch-between"_msg)
                                     .with("spark", m_core->nameOf(cable.a.cage->spark).toStdString())
                                     .with("cage", domain::number(cable.a.cage->cage))
                                     .with("other-spark", m_core->nameOf(cable.b.cage->spark).toStdString())
                                     .with("other-cage", domain::number(cable.b.cage->cage)));
    if (m_devicesSeenAt != m_carrierChanges)
        return;                                                       // a plug has moved since
    std::set<std::pair<domain::CageRef, domain::LldpNeighbour>> told; // both halves of a cage hear the same
    for (const HeardDevice &heard : m_devices) {
        const SessionCore::Connection connection = m_core->connectionById(heard.at.spark);
        if (connection && told.emplace(heard.at.cageRef(), heard.device).second)
            view.notes.push_back(
                base::Message("cabling.device-says"_msg)
                    .with("spark", connection->member().name.toStdString())
                    .with("cage", domain::number(heard.at.half.cage))
                    .with("device", heard.device.system.empty() ? heard.device.chassis : heard.device.system)
                    .with("port", heard.device.port));
    }
}

// Only what nothing without root has found, and not while that is still being tried.
void CablingFlow::describeSearch(CablingView &view) const
{
    view.probing = m_running && m_probing;
    if (!m_running || m_probing || m_signatureRuns || view.map.unknown.empty() || m_searchedAt != m_carrierChanges)
        return;
    if (view.waking.empty() && !m_parityTimer.isActive()) {
        const std::vector<domain::SparkFacts> facts = m_core->readyFacts();
        if (const base::Message odd = domain::parityNote(view.goal, view.recognised, view.map, facts); !odd.empty())
            view.notes.push_back(odd);
    }
    view.probeOffered = m_probedAt != m_carrierChanges;
    const bool toldByDevice = m_devicesSeenAt == m_carrierChanges && !m_devices.empty();
    if (view.probeOffered || toldByDevice)
        return;
    const domain::CageRef &cage = view.map.unknown.front();
    const SessionCore::Connection connection = m_core->connectionById(cage.spark);
    if (view.map.unknown.size() > 1)
        view.notes.push_back(base::Message("cabling.probed-in-vain-many"_msg)
                                 .with("count", static_cast<std::int64_t>(view.map.unknown.size())));
    else if (connection)
        view.notes.push_back(base::Message("cabling.probed-in-vain"_msg)
                                 .with("spark", connection->member().name.toStdString())
                                 .with("cage", domain::number(cage.cage)));
}

void CablingFlow::watchPulls(bool on)
{
    m_pullTimer.stop();
    m_pulls.reset();
    m_view.pulled.reset();
    m_view.putBack.reset();
    if (!on)
        return;
    m_pulls.emplace();
    for (const auto &[name, station] : m_stations)
        if (station.last)
            for (const domain::HalfId half : domain::kAllHalves)
                m_pulls->take({station.spark, half}, isLit(*station.last, half));
}

bool CablingFlow::isLit(const protocol::WatchEvent &event, domain::HalfId half)
{
    return std::any_of(event.halves.begin(), event.halves.end(),
        [half](const auto &live) { return live.half == half && live.carrier; });
}

void CablingFlow::settlePulls()
{
    if (!m_pulls)
        return;
    domain::PullWatch::Change change = m_pulls->settle();
    if (!change.wentDark.empty()) {
        m_view.pulled = domain::readPull(std::move(change.wentDark));
        m_view.putBack.reset();
    }
    // The other plug may have been put somewhere else: what counts is what lit up together. Where more than one cable
    // was out it proves nothing.
    if (!change.litUp.empty() && m_view.pulled) {
        m_view.putBack = domain::readPull(std::move(change.litUp));
        if (m_view.pulled->reading != domain::Pull::Reading::Several)
            for (const domain::Evidence &evidence : domain::evidenceFromPull(*m_view.putBack))
                m_evidence.add(evidence);
    }
    rebuild();
}

} // namespace sparkloom::engine
