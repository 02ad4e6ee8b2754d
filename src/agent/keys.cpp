// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"
#include "agent/homefiles.h"
#include "agent/trustlines.h"
#include "domain/plan/sshtrust.h"

#include <array>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// "sparkloom-app:" and a short id.
bool isApplicationTag(std::string_view tag)
{
    constexpr std::string_view prefix = "sparkloom-app:";
    return tag.starts_with(prefix) && tag.size() > prefix.size() && isPlainId(tag.substr(prefix.size()));
}

// The application's own public key in authorized_keys.
class KeysHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kInstallKey)
            install(request, reply);
        else
            remove(request, reply);
    }

private:
    void install(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::InstallKeyRequest>(request, reply);
        if (!body)
            return;
        const auto key = domain::canonicalPublicKey(body->publicKey);
        if (!key || *key != body->publicKey || !isApplicationTag(body->tag))
            return reply.fail(base::protocolError("remote.key-invalid"_msg));
        const std::array<std::string, 1> lines = {*key + ' ' + body->tag};
        const auto changed = HomeFiles(system()).edit(
            "authorized_keys",
            [&](const std::string &file) {
                return domain::hasAuthorizedKey(file, *key) ? file
                                                            : domain::withAuthorizedLines(file, lines, body->tag);
            },
            holdsOurLines);
        if (!changed)
            return reply.fail(changed.error());
        reply.done(protocol::encode(protocol::InstallKeyAnswer{*changed}));
    }

    void remove(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::RemoveKeyRequest>(request, reply);
        if (!body)
            return;
        if (!domain::canonicalPublicKey(body->publicKey) || !isApplicationTag(body->tag))
            return reply.fail(base::protocolError("remote.key-invalid"_msg));
        // Only a line whose key and tag both match goes.
        const auto changed = HomeFiles(system()).edit(
            "authorized_keys",
            [&](const std::string &file) {
                return domain::hasAuthorizedKey(file, body->publicKey) ? domain::withoutAuthorizedTag(file, body->tag)
                                                                       : file;
            },
            holdsOurLines);
        if (!changed)
            return reply.fail(changed.error());
        reply.done();
    }
};

} // namespace

std::shared_ptr<Handler> makeKeysHandler(const Context &context)
{
    return std::make_shared<KeysHandler>(context);
}

} // namespace sparkloom::agent
