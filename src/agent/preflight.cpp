// SPDX-License-Identifier: Apache-2.0
#include "agent/halffacts.h"
#include "agent/halves.h"
#include "agent/handlers.h"
#include "agent/jobs.h"
#include "agent/rdmacounters.h"

#include <algorithm>

namespace sparkloom::agent {

namespace {

// The counters are read from the adapter at each look, so a short while is enough for a rate
// (measurement-and-safety 3.2).
constexpr std::chrono::milliseconds kTrafficWindow{500};

// RDMA counters of one half, in bytes; nothing where it has none.
struct Reading {
    PresentHalf half;
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
};

// Bytes since the earlier reading; none where the counter was reset in between.
double grown(std::uint64_t before, std::uint64_t now)
{
    return now >= before ? static_cast<double>(now - before) : 0.0;
}

class PreflightHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        const auto before = readings();
        if (before.empty())
            return answer(reply, {}, {}, {});
        const auto began = system().loop().monotonic();
        system().loop().after(kTrafficWindow, guarded([this, reply, before, began] {
            const std::chrono::duration<double> seconds = system().loop().monotonic() - began;
            answer(reply, before, readings(), seconds);
        }));
    }

private:
    std::vector<Reading> readings()
    {
        std::vector<Reading> found;
        for (const PresentHalf &half : findHalves(system())) {
            const auto sent = rdmaBytes(system().files(), half, "port_xmit_data");
            const auto received = rdmaBytes(system().files(), half, "port_rcv_data");
            if (sent && received)
                found.push_back({half, *sent, *received});
        }
        return found;
    }

    void answer(const Reply &reply, const std::vector<Reading> &before, const std::vector<Reading> &now,
        std::chrono::duration<double> seconds)
    {
        protocol::PreflightAnswer answered;
        for (const Reading &reading : now)
            for (const Reading &earlier : before)
                if (earlier.half.id == reading.half.id && seconds.count() > 0) {
                    const double bytes =
                        std::max(grown(earlier.sent, reading.sent), grown(earlier.received, reading.received));
                    answered.occupation.traffic.push_back(
                        {reading.half.id, reading.half.link.name, bytes * 8 / 1e9 / seconds.count()});
                }
        answered.occupation.jobs = fabricJobs(system(), fabricAddresses());
        answered.occupation.sawEveryProcess = mode() == Mode::Root;
        answered.clockUtcMs = system().loop().utcMs();
        reply.done(protocol::encode(answered));
    }

    std::vector<std::string> fabricAddresses()
    {
        std::vector<std::string> texts;
        const auto addresses = system().network().addresses();
        for (const PresentHalf &half : findHalves(system()))
            for (const domain::Ipv4Interface &address :
                addresses ? ipv4Of(*addresses, half.link.index) : std::vector<domain::Ipv4Interface>())
                texts.push_back(address.address.toString());
        return texts;
    }
};

} // namespace

std::shared_ptr<Handler> makePreflightHandler(const Context &context)
{
    return std::make_shared<PreflightHandler>(context);
}

} // namespace sparkloom::agent
