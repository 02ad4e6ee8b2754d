// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"
#include "agent/netplanfiles.h"
#include "agent/nmprofiles.h"

namespace sparkloom::agent {

namespace {

class ReadConfigHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        auto files = netplanTexts(system().files());
        if (!files)
            return reply.fail(files.error());
        for (domain::NetplanText &profile : profileTexts(system()))
            files->push_back(std::move(profile));
        auto firewall = system().firewall().state();
        if (!firewall)
            return reply.fail(firewall.error());
        reply.done(protocol::encode(protocol::ReadConfigAnswer{std::move(files).value(), std::move(firewall).value()}));
    }
};

} // namespace

std::shared_ptr<Handler> makeReadConfigHandler(const Context &context)
{
    return std::make_shared<ReadConfigHandler>(context);
}

} // namespace sparkloom::agent
