// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/hostsfile.h"
#include "agent/handlers.h"
#include "protocol/hostsfile.h"

namespace sparkloom::agent {

namespace {

class HostsFileHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        auto text = system().files().read(std::string(domain::kHostsPath), protocol::kMaxNetplanFile);
        if (!text && text.error().kind != base::ErrorKind::NotKnown)
            return reply.fail(text.error());
        reply.done(protocol::encode(protocol::HostsFileAnswer{text ? std::move(text).value() : std::string()}));
    }
};

} // namespace

std::shared_ptr<Handler> makeHostsFileHandler(const Context &context)
{
    return std::make_shared<HostsFileHandler>(context);
}

} // namespace sparkloom::agent
