// SPDX-License-Identifier: GPL-3.0-or-later
#include "agentuser.h"

#include "base/sha256.h"
#include "protocol/codec.h"
#include "protocol/commandlines.h"
#include "protocol/messages_stream.h"

#include <libssh/libssh.h>

#include <chrono>
#include <memory>
#include <string_view>
#include <thread>

using namespace sparkloom;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kPatienceMs = 60000;
constexpr std::string_view kAgent = "an agent, for all that the simulator knows\n";

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

using Session = std::unique_ptr<ssh_session_struct, void (*)(ssh_session)>;
using Channel = std::unique_ptr<ssh_channel_struct, void (*)(ssh_channel)>;

Session signIn(int port)
{
    Session session(ssh_new(), [](ssh_session s) {
        ssh_disconnect(s);
        ssh_free(s);
    });
    const bool no = false;
    long patience = kPatienceMs / 1000;
    ssh_options_set(session.get(), SSH_OPTIONS_PROCESS_CONFIG, &no);
    ssh_options_set(session.get(), SSH_OPTIONS_HOST, "127.0.0.1");
    ssh_options_set(session.get(), SSH_OPTIONS_PORT, &port);
    ssh_options_set(session.get(), SSH_OPTIONS_USER, "nvidia");
    ssh_options_set(session.get(), SSH_OPTIONS_TIMEOUT, &patience);
    const bool in = ssh_connect(session.get()) == SSH_OK
        && ssh_userauth_password(session.get(), nullptr, "spark") == SSH_AUTH_SUCCESS;
    return in ? std::move(session) : Session(nullptr, [](ssh_session) {});
}

Channel execute(const Session &session, const std::string &command)
{
    Channel channel(ssh_channel_new(session.get()), ssh_channel_free);
    if (ssh_channel_open_session(channel.get()) != SSH_OK
        || ssh_channel_request_exec(channel.get(), command.c_str()) != SSH_OK)
        channel.reset();
    return channel;
}

bool write(const Channel &channel, std::string_view text)
{
    return ssh_channel_write(channel.get(), text.data(), static_cast<std::uint32_t>(text.size()))
        == static_cast<int>(text.size());
}

// The next whole line, empty at the end.
std::string readLine(const Channel &channel, std::string &buffer)
{
    for (;;) {
        if (const std::size_t end = buffer.find('\n'); end != std::string::npos) {
            std::string line = buffer.substr(0, end);
            buffer.erase(0, end + 1);
            return line;
        }
        char bytes[16 * 1024];
        const int got = ssh_channel_read_timeout(channel.get(), bytes, sizeof bytes, 0, kPatienceMs);
        if (got <= 0)
            return {};
        buffer.append(bytes, static_cast<std::size_t>(got));
    }
}

bool upload(const Session &session, const std::string &hash)
{
    const Channel channel = execute(session, protocol::render(protocol::UploadCommand{hash}));
    std::string buffer;
    return channel && write(channel, kAgent) && ssh_channel_send_eof(channel.get()) == SSH_OK
        && readLine(channel, buffer).starts_with("STORED ");
}

} // namespace

// Agent and client are on one machine, and virtual Sparks count time as it does.
void AgentUser::take(const std::string &line, bool counting)
{
    const auto envelope = protocol::decodeLine(line);
    if (!envelope) {
        problem = "a line that is none";
    } else if (envelope->type == protocol::event::kLayout) {
        if (const auto layout = protocol::decode<protocol::StreamLayout>(envelope->body))
            m_originNs = layout->originNs;
    } else if (envelope->type == protocol::event::kSample && counting) {
        const auto sample = protocol::decode<protocol::StreamSample>(envelope->body);
        if (!sample) {
            problem = "a sample that is none";
            return;
        }
        ++samples;
        dropped = static_cast<std::uint64_t>(sample->dropped);
        const auto now = Clock::now().time_since_epoch();
        delaysMs.push_back(
            static_cast<double>(now.count() - m_originNs) / 1e6 - static_cast<double>(sample->atUs) / 1e3);
    }
}

void AgentUser::run(int hertz, const std::atomic<bool> &stream, const std::atomic<bool> &counting,
    const std::atomic<bool> &end, std::atomic<int> &ready)
{
    const auto begin = Clock::now();
    const std::string hash = base::sha256Hex(kAgent);
    const Session session = signIn(port);
    const bool stored = session && upload(session, hash);
    const Channel agent =
        stored ? execute(session, protocol::render(protocol::ServeCommand{hash})) : Channel(nullptr, ssh_channel_free);
    std::string buffer;
    if (!agent || readLine(agent, buffer).find("hello") == std::string::npos) {
        problem = !session ? "no sign-in" : !stored ? "no upload" : "no agent";
        ++ready;
        return;
    }
    write(agent,
        protocol::requestLine(1, protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest{})) + '\n');
    const auto answer = protocol::decodeLine(readLine(agent, buffer));
    inspected = answer && answer->type == "done";
    inspectSeconds = secondsSince(begin);
    ++ready;
    stream.wait(false);
    if (!inspected)
        return;
    write(agent,
        protocol::requestLine(2, protocol::verb::kStream, protocol::encode(protocol::StreamRequest{hertz})) + '\n');
    auto beat = Clock::now();
    while (!end && problem.empty()) {
        const std::string line = readLine(agent, buffer);
        if (line.empty())
            problem = "the counters stopped";
        else
            take(line, counting);
        // As the application does: whoever is silent is taken for gone.
        if (secondsSince(beat) > 1) {
            beat = Clock::now();
            write(agent, protocol::requestLine(++m_lastId, protocol::verb::kHeartbeat) + '\n');
        }
    }
}
