// SPDX-License-Identifier: Apache-2.0
#include "agent/clusterkey.h"

#include "agent/handlers.h"
#include "agent/homefiles.h"
#include "agent/smallfiles.h"
#include "base/text.h"
#include "domain/plan/sshtrust.h"

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::chrono::seconds kKeygenTimeout{20};

// This Spark's own key for reaching the others; the private half never leaves it.
class ClusterKeyHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        HomeFiles home(system());
        const std::string path = home.path(domain::kClusterKeyFile);
        if (const auto existing = publicKey(path)) {
            reply.done(protocol::encode(protocol::ClusterKeyAnswer{*existing, false}));
            return;
        }
        if (m_running)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        if (auto ready = home.prepare(); !ready)
            return reply.fail(ready.error());
        // Half a pair (a full disk, a cut) is of no use and would make ssh-keygen ask.
        for (const std::string &half : {path, path + ".pub"})
            if (auto removed = system().files().remove(half); !removed)
                return reply.fail(removed.error());
        m_running = true;
        system().processes().run(keygenCommand(base::cleanText(system().identity().hostname, 63), path), {},
            kKeygenTimeout, guarded([this, reply, path](const ProcessResult &result) {
                m_running = false;
                const auto made = publicKey(path);
                if (result.exitCode != 0 || !made)
                    reply.fail(base::failed("remote.cluster-key-failed"_msg, base::cleanText(result.errors, 400)));
                else
                    reply.done(protocol::encode(protocol::ClusterKeyAnswer{*made, true}));
                settled();
            }));
    }

    bool busy() const override { return m_running; }

private:
    std::optional<std::string> publicKey(const std::string &path)
    {
        if (system().files().info(path).kind != FileInfo::Kind::File)
            return std::nullopt;
        return domain::canonicalPublicKey(readSmall(system().files(), path + ".pub"));
    }

    bool m_running = false;
};

} // namespace

std::vector<std::string> keygenCommand(const std::string &hostname, const std::string &path)
{
    return {"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "sparkloom@" + hostname, "-f", path};
}

std::shared_ptr<Handler> makeClusterKeyHandler(const Context &context)
{
    return std::make_shared<ClusterKeyHandler>(context);
}

} // namespace sparkloom::agent
