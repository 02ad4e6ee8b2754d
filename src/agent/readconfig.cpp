// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"
#include "agent/netplanfiles.h"

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
        reply.done(protocol::encode(protocol::ReadConfigAnswer{std::move(files).value()}));
    }
};

} // namespace

std::shared_ptr<Handler> makeReadConfigHandler(const Context &context) { return std::make_shared<ReadConfigHandler>(context); }

} // namespace sparkloom::agent
