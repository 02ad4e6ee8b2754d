// SPDX-License-Identifier: Apache-2.0
#include "agent/counterreader.h"

#include <algorithm>

namespace sparkloom::agent {

namespace {

// A tick that moved this much is loaded enough to tell a counter that stands still from a wire that does.
constexpr std::uint64_t kLoaded = 4 * 1024 * 1024;
// What a counter that moves in fewer steps than half a second shows is taken for.
constexpr std::chrono::seconds kSlow{1};

std::optional<std::uint64_t> sum(const std::optional<std::uint64_t> &a, const std::optional<std::uint64_t> &b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

bool loaded(const std::optional<std::uint64_t> &before, const std::optional<std::uint64_t> &now)
{
    return before && now && *now > *before && *now - *before >= kLoaded;
}

void note(std::vector<domain::QuickRead> &reads, std::chrono::nanoseconds at, const std::optional<std::uint64_t> &value)
{
    if (value)
        reads.push_back({at, *value});
}

// What quick reads say of a period; nothing where too little flowed through this source to say anything.
std::optional<std::chrono::nanoseconds> judge(const std::vector<domain::QuickRead> &reads)
{
    if (reads.size() < 2 || reads.back().value - reads.front().value < kLoaded)
        return std::nullopt;
    return domain::periodOf(reads).value_or(kSlow);
}

} // namespace

CounterReader::CounterReader(System &system) : m_system(system)
{
    refresh();
}

bool CounterReader::refresh()
{
    std::vector<PresentHalf> halves = findHalves(m_system);
    const bool same = std::equal(
        halves.begin(), halves.end(), m_open.begin(), m_open.end(), [](const PresentHalf &half, const Open &open) {
            return half.id == open.half.id && half.link.index == open.half.link.index
                && half.rdmaDevice == open.half.rdmaDevice;
        });
    if (same)
        return false;
    std::vector<Open> open;
    for (PresentHalf &half : halves) {
        // What was opened before stays open; a NIC that came back is another device under the same name.
        const auto known = std::find_if(m_open.begin(), m_open.end(), [&](const Open &each) {
            return each.source && each.half.id == half.id && each.half.link.index == half.link.index
                && each.half.rdmaDevice == half.rdmaDevice;
        });
        std::unique_ptr<CounterSource> source =
            known == m_open.end() ? m_system.openCounters(half) : std::move(known->source);
        open.push_back({std::move(half), std::move(source)});
    }
    m_open = std::move(open);
    m_siblings.clear();
    m_layout.sharing = {};
    m_last.reset();
    describe();
    return true;
}

void CounterReader::describe()
{
    m_layout.halves.clear();
    for (const Open &open : m_open) {
        domain::CounterLayout::Half half;
        half.half = open.half.id;
        half.netdev = open.half.link.name;
        half.port = open.source->portSource();
        const domain::LaneRead lane = open.source->lane();
        half.rdma = lane.rdmaTx && lane.rdmaRx;
        half.net = lane.netTx && lane.netRx;
        half.slowNames = open.source->slowNames();
        const auto cage = static_cast<std::size_t>(domain::number(half.half.cage));
        const bool siblingReads = std::any_of(m_layout.halves.begin(), m_layout.halves.end(),
            [&](const auto &other) { return other.half.cage == half.half.cage && other.readsPort; });
        half.readsPort = half.port != domain::PortSource::None
            && (!siblingReads || m_layout.sharing[cage] != domain::Sharing::Shared);
        m_layout.halves.push_back(std::move(half));
    }
    ++m_changes;
}

template <typename Read>
Read CounterReader::timed(Read (CounterSource::*what)(), CounterSource &source)
{
    const std::chrono::nanoseconds before = m_system.loop().monotonic();
    Read read = (source.*what)();
    read.time = {before, m_system.loop().monotonic()};
    return read;
}

domain::CounterSample CounterReader::read()
{
    domain::CounterSample sample;
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        domain::CounterSample::Half half;
        half.half = m_open[i].half.id;
        if (m_layout.halves[i].readsPort)
            half.port = timed(&CounterSource::port, *m_open[i].source);
        half.lane = timed(&CounterSource::lane, *m_open[i].source);
        sample.halves.push_back(std::move(half));
    }
    judgeSiblings(sample);
    lookForLoad(sample);
    m_last = sample;
    return sample;
}

domain::SlowSample CounterReader::readSlow()
{
    domain::SlowSample slow;
    for (const Open &open : m_open)
        slow.halves.push_back({open.half.id, open.source->slow()});
    slow.at = m_system.loop().monotonic();
    return slow;
}

std::optional<domain::SlowSample::Half> CounterReader::readSlow(domain::HalfId half)
{
    for (const Open &open : m_open)
        if (open.half.id == half)
            return domain::SlowSample::Half{half, open.source->slow()};
    return std::nullopt;
}

void CounterReader::judgeSiblings(const domain::CounterSample &sample)
{
    bool decided = false;
    for (const domain::CageIndex cage : domain::kAllCages) {
        domain::Sharing &sharing = m_layout.sharing[static_cast<std::size_t>(domain::number(cage))];
        std::vector<const domain::PortRead *> ports;
        for (const domain::CounterSample::Half &half : sample.halves)
            if (half.half.cage == cage && half.port)
                ports.push_back(&*half.port);
        if (sharing != domain::Sharing::Undecided || ports.size() != 2)
            continue;
        domain::SiblingDetector &detector = m_siblings.try_emplace(cage).first->second;
        detector.take(*ports[0], *ports[1]);
        sharing = detector.sharing();
        decided |= sharing != domain::Sharing::Undecided;
    }
    if (decided)
        describe();
}

void CounterReader::lookForLoad(const domain::CounterSample &sample)
{
    if (m_wanted || !m_last || m_last->halves.size() != sample.halves.size())
        return;
    for (std::size_t i = 0; i < sample.halves.size(); ++i) {
        const domain::CounterSample::Half &now = sample.halves[i];
        const domain::CounterSample::Half &before = m_last->halves[i];
        const bool port = !m_port.known && now.port && before.port
            && loaded(sum(before.port->txOctets, before.port->rxOctets), sum(now.port->txOctets, now.port->rxOctets));
        const bool rdma =
            !m_rdma.known && loaded(sum(before.lane.rdmaTx, before.lane.rdmaRx), sum(now.lane.rdmaTx, now.lane.rdmaRx));
        const bool net =
            !m_net.known && loaded(sum(before.lane.netTx, before.lane.netRx), sum(now.lane.netTx, now.lane.netRx));
        if (port || rdma || net) {
            m_wanted = now.half;
            return;
        }
    }
}

void CounterReader::calibrate(domain::HalfId half)
{
    const auto open =
        std::find_if(m_open.begin(), m_open.end(), [&](const Open &each) { return each.half.id == half; });
    if (open == m_open.end()) {
        m_wanted.reset();
        return;
    }
    const domain::CounterLayout::Half *known = m_layout.half(half);
    if (known && known->readsPort) {
        const domain::PortRead port = timed(&CounterSource::port, *open->source);
        note(m_port.reads, port.time.middle(), sum(port.txOctets, port.rxOctets));
    }
    const domain::LaneRead lane = timed(&CounterSource::lane, *open->source);
    note(m_rdma.reads, lane.time.middle(), sum(lane.rdmaTx, lane.rdmaRx));
    note(m_net.reads, lane.time.middle(), sum(lane.netTx, lane.netRx));
    if (std::max({m_port.reads.size(), m_rdma.reads.size(), m_net.reads.size()}) >= kQuickReads)
        finishCalibration();
}

void CounterReader::finishCalibration()
{
    const auto settle = [this](Kind &kind, std::optional<std::chrono::nanoseconds> &period) {
        if (const auto found = judge(std::exchange(kind.reads, {})); found && !kind.known) {
            kind.known = true;
            period = *found;
            ++m_changes;
        }
    };
    settle(m_port, m_layout.portPeriod);
    settle(m_rdma, m_layout.rdmaPeriod);
    settle(m_net, m_layout.netPeriod);
    m_wanted.reset();
}

} // namespace sparkloom::agent
