// SPDX-License-Identifier: Apache-2.0
#include "agent/halfcache.h"
#include "agent/handlers.h"
#include "agent/rdmacounters.h"
#include "agent/smallfiles.h"

#include <limits>

namespace sparkloom::agent {

namespace {

class CountersHandler : public Handler {
public:
    explicit CountersHandler(const Context &context) : Handler(context), m_halves(context.system) {}

    void handle(const protocol::Envelope &, Reply reply) override
    {
        protocol::CounterSnapshot snapshot;
        snapshot.monotonicNs = system().loop().monotonic().count();
        for (const PresentHalf &half : m_halves.halves())
            snapshot.halves.push_back(countersOf(half));
        reply.done(protocol::encode(snapshot));
    }

private:
    protocol::CounterSnapshot::Half countersOf(const PresentHalf &half)
    {
        protocol::CounterSnapshot::Half counters;
        counters.half = half.id;
        if (const auto values = system().network().counters(half.link.name)) {
            counters.cageTxOctets = values->macTxOctets;
            counters.cageRxOctets = values->macRxOctets;
            counters.netdevTxBytes = values->txBytes;
            counters.netdevRxBytes = values->rxBytes;
        }
        counters.rdmaTxBytes = rdmaBytes(system().files(), half, "port_xmit_data");
        counters.rdmaRxBytes = rdmaBytes(system().files(), half, "port_rcv_data");
        counters.carrierChanges = static_cast<std::uint64_t>(readNumber(system().files(),
            "/sys/class/net/" + half.link.name + "/carrier_changes", 0, 0, std::numeric_limits<std::int32_t>::max()));
        return counters;
    }

    HalfCache m_halves;
};

} // namespace

std::shared_ptr<Handler> makeCountersHandler(const Context &context)
{
    return std::make_shared<CountersHandler>(context);
}

} // namespace sparkloom::agent
