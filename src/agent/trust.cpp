// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"
#include "agent/homefiles.h"
#include "agent/trustlines.h"
#include "base/text.h"
#include "domain/plan/sshtrust.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxPeers = 256;
constexpr std::size_t kMaxNames = 64;

bool isPlain(std::string_view text, std::size_t maxSize)
{
    return !text.empty() && text.size() <= maxSize
        && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 32 && c < 127; });
}

bool isBase64(std::string_view text)
{
    return isPlain(text, 8192) && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
            || c == '=';
    });
}

// An address or prefix of a from= list; nothing that could end the list or the line.
bool isAddressPattern(std::string_view text)
{
    return isPlain(text, 64) && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':'
            || c == '/';
    });
}

bool valid(const domain::SshPeer &peer)
{
    const bool namesFit = peer.names.size() <= kMaxNames
        && std::all_of(peer.names.begin(), peer.names.end(), domain::isHostNameOrAddress);
    const bool keysFit =
        peer.hostKeys.size() <= 16 && std::all_of(peer.hostKeys.begin(), peer.hostKeys.end(), [](const auto &key) {
            return isPlain(key.type, 64) && key.type.find_first_of("#@,*?!|") == std::string::npos
                && isBase64(key.base64);
        });
    return domain::isUserName(peer.user) && namesFit && keysFit
        && (peer.publicKey.empty() || domain::canonicalPublicKey(peer.publicKey) == peer.publicKey);
}

bool valid(const domain::SshTrust &trust)
{
    return isPlainId(trust.clusterId) && trust.peers.size() <= kMaxPeers && trust.allowedFrom.size() <= 1024
        && std::all_of(trust.peers.begin(), trust.peers.end(), [](const auto &peer) { return valid(peer); })
        && std::all_of(trust.allowedFrom.begin(), trust.allowedFrom.end(), isAddressPattern);
}

bool hasInclude(std::string_view config)
{
    const auto lines = base::split(config, '\n');
    const std::string include = domain::includeLine();
    return std::any_of(lines.begin(), lines.end(),
        [&](std::string_view line) { return base::trimmed(line) == base::trimmed(include); });
}

std::string withInclude(const std::string &config)
{
    return hasInclude(config) ? config : std::string(base::trimmed(domain::includeLine())) + '\n' + config;
}

// Every byte of the others' lines stays.
std::string withoutInclude(const std::string &config)
{
    std::string left;
    std::string_view rest = config;
    const std::string include(base::trimmed(domain::includeLine()));
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
        if (base::trimmed(line) != include)
            left += line;
        rest.remove_prefix(line.size());
    }
    return left;
}

// Trust between the Sparks: known hosts, a block of ssh configuration, and who may log in here.
class TrustHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kTrustState)
            state(request, reply);
        else if (request.type == protocol::verb::kTrustApply)
            apply(request, reply);
        else
            remove(request, reply);
    }

private:
    void state(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::TrustStateRequest>(request, reply);
        if (!body)
            return;
        HomeFiles home(system());
        const auto readOrEmpty = [&](std::string_view name) {
            auto text = home.read(name);
            return text ? std::move(text).value() : std::string();
        };
        domain::SshTrustState answer;
        answer.hasClusterKey = system().files().info(home.path(domain::kClusterKeyFile)).kind == FileInfo::Kind::File;
        answer.knownHosts = readOrEmpty(domain::kClusterKnownHostsFile);
        answer.config = readOrEmpty(domain::kClusterConfigFile);
        answer.includePresent = hasInclude(readOrEmpty("config"));
        // Those of another cluster too, in which this Spark was before: they are to go.
        const std::string authorized = readOrEmpty("authorized_keys");
        for (const std::string_view line : base::split(authorized, '\n'))
            if (domain::isClusterLine(line))
                answer.authorizedLines.emplace_back(base::trimmed(line));
        reply.done(protocol::encode(answer));
    }

    void apply(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::TrustApplyRequest>(request, reply);
        if (!body)
            return;
        const domain::SshTrust &trust = body->trust;
        if (!valid(trust))
            return reply.fail(
                base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "trust")));
        HomeFiles home(system());
        if (auto written = home.write(domain::kClusterKnownHostsFile, domain::renderKnownHosts(trust)); !written)
            return reply.fail(written.error());
        if (auto written = home.write(domain::kClusterConfigFile, domain::renderSshConfig(trust)); !written)
            return reply.fail(written.error());
        if (auto edited = home.edit("config", withInclude, hasInclude); !edited)
            return reply.fail(edited.error());
        const auto lines = domain::renderAuthorizedLines(trust);
        const std::string tag = domain::authorizedTag(trust.clusterId);
        if (auto edited = home.edit(
                "authorized_keys",
                [&](const std::string &file) {
                    return domain::withAuthorizedLines(domain::withoutOtherClusters(file, tag), lines, tag);
                },
                holdsOurLines);
            !edited)
            return reply.fail(edited.error());
        reply.done();
    }

    void remove(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::TrustRemoveRequest>(request, reply);
        if (!body)
            return;
        if (!isPlainId(body->clusterId))
            return reply.fail(
                base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "clusterId")));
        HomeFiles home(system());
        if (auto edited = home.edit("config", withoutInclude, hasInclude); !edited)
            return reply.fail(edited.error());
        std::vector<std::string> ours = {
            std::string(domain::kClusterKnownHostsFile), std::string(domain::kClusterConfigFile)};
        if (body->removeClusterKey) {
            ours.emplace_back(domain::kClusterKeyFile);
            ours.push_back(std::string(domain::kClusterKeyFile) + ".pub");
        }
        for (const std::string &name : ours)
            if (auto removed = home.remove(name); !removed)
                return reply.fail(removed.error());
        const std::string tag = domain::authorizedTag(body->clusterId);
        if (auto edited = home.edit(
                "authorized_keys",
                [&](const std::string &file) {
                    return domain::withoutOtherClusters(domain::withoutAuthorizedTag(file, tag), tag);
                },
                holdsOurLines);
            !edited)
            return reply.fail(edited.error());
        home.removeFolderIfOurs();
        reply.done();
    }
};

} // namespace

std::shared_ptr<Handler> makeTrustHandler(const Context &context)
{
    return std::make_shared<TrustHandler>(context);
}

} // namespace sparkloom::agent
