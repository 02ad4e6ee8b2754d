// SPDX-License-Identifier: Apache-2.0
#include "agent/clusterkey.h"

#include "agent/handlers.h"
#include "agent/homefiles.h"
#include "agent/privatekey.h"
#include "agent/smallfiles.h"
#include "base/text.h"
#include "domain/plan/sshtrust.h"

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::chrono::seconds kKeygenTimeout{20};
constexpr std::uint32_t kOpenToOthers = 077; // ssh passes over a private key that others can read

// This Spark's own key for reaching the others; the private half never leaves it.
class ClusterKeyHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        HomeFiles home(system());
        const std::string path = home.path(domain::kClusterKeyFile);
        if (const auto existing = workingClusterKey(system())) {
            reply.done(protocol::encode(protocol::ClusterKeyAnswer{*existing, false}));
            return;
        }
        if (m_running)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        if (auto ready = home.prepare(); !ready)
            return reply.fail(ready.error());
        // Half a pair, or two halves that do not fit (a full disk, a cut, somebody's editor), is of no use and would
        // make ssh-keygen ask.
        for (const std::string &half : {path, path + ".pub"})
            if (auto removed = system().files().remove(half); !removed)
                return reply.fail(removed.error());
        m_running = true;
        system().processes().run(keygenCommand(base::cleanText(system().identity().hostname, 63), path), {},
            kKeygenTimeout, guarded([this, reply](const ProcessResult &result) {
                m_running = false;
                const auto made = workingClusterKey(system());
                if (result.exitCode != 0 || !made)
                    reply.fail(base::failed("remote.cluster-key-failed"_msg, base::cleanText(result.errors, 400)));
                else
                    reply.done(protocol::encode(protocol::ClusterKeyAnswer{*made, true}));
                settled();
            }));
    }

    bool busy() const override { return m_running; }

private:
    bool m_running = false;
};

} // namespace

std::optional<std::string> workingClusterKey(System &system)
{
    Files &files = system.files();
    const std::string path = HomeFiles(system).path(domain::kClusterKeyFile);
    const FileInfo info = files.info(path);
    if (info.kind != FileInfo::Kind::File || (info.mode & kOpenToOthers) != 0)
        return std::nullopt;
    const std::optional<std::string> key = publicHalfOf(readSmall(files, path));
    return key == domain::canonicalPublicKey(readSmall(files, path + ".pub")) ? key : std::nullopt;
}

std::vector<std::string> keygenCommand(const std::string &hostname, const std::string &path)
{
    return {"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "sparkloom@" + hostname, "-f", path};
}

std::shared_ptr<Handler> makeClusterKeyHandler(const Context &context)
{
    return std::make_shared<ClusterKeyHandler>(context);
}

} // namespace sparkloom::agent
