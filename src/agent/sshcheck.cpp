// SPDX-License-Identifier: Apache-2.0
#include "agent/sshcheck.h"

#include "agent/handlers.h"
#include "base/text.h"
#include "domain/hardware/address.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr int kMaxAtOnce = 8;

std::string lastLine(std::string_view text)
{
    std::string_view last;
    for (const std::string_view line : base::split(text, '\n'))
        if (!base::trimmed(line).empty())
            last = base::trimmed(line);
    return base::cleanText(last, 200);
}

class SshCheckHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        const auto body = bodyOf<protocol::SshCheckRequest>(request, reply);
        if (!body)
            return;
        const auto command = sshCheckCommand(*body);
        if (!command)
            return reply.fail(
                base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "name")));
        if (m_running >= kMaxAtOnce)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        ++m_running;
        system().processes().run(*command, {}, std::chrono::milliseconds(body->timeoutMs),
            guarded([this, reply](const ProcessResult &result) {
                --m_running;
                protocol::SshCheckAnswer answer;
                answer.ok = result.exitCode == 0;
                answer.hostname = base::cleanText(base::trimmed(result.output), 63);
                if (!answer.ok)
                    answer.problem = lastLine(result.errors);
                reply.done(protocol::encode(answer));
            }));
    }

private:
    int m_running = 0;
};

} // namespace

std::optional<std::vector<std::string>> sshCheckCommand(const protocol::SshCheckRequest &request)
{
    if (!domain::isUserName(request.user) || !domain::isHostNameOrAddress(request.name) || request.timeoutMs < 500
        || request.timeoutMs > 60000)
        return std::nullopt;
    const int seconds = std::max(1, request.timeoutMs / 1000);
    return std::vector<std::string>{"ssh", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o",
        "ConnectTimeout=" + std::to_string(seconds), "-l", request.user, "--", request.name, "hostname"};
}

std::shared_ptr<Handler> makeSshCheckHandler(const Context &context)
{
    return std::make_shared<SshCheckHandler>(context);
}

} // namespace sparkloom::agent
