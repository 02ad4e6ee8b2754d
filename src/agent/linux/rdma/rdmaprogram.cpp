// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/rdmaprogram.h"

#include "agent/linux/rdma/endrun.h"
#include "protocol/codec.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kUsage = 2;

void writeLine(std::string line)
{
    line += '\n';
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t count = write(STDOUT_FILENO, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            _exit(1); // the agent is gone
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

class Program {
public:
    int run()
    {
        while (!m_over) {
            std::vector<pollfd> watched{{STDIN_FILENO, POLLIN, 0}};
            if (m_run)
                for (const int descriptor : m_run->descriptors())
                    watched.push_back({descriptor, POLLIN, 0});
            if (poll(watched.data(), watched.size(), timeout()) < 0 && errno != EINTR)
                return 1;
            if (watched[0].revents != 0 && !readInput())
                return 0;
            if (m_run && !m_over)
                settle(m_run->look());
        }
        return 0;
    }

private:
    int timeout() const
    {
        const auto due = m_run ? m_run->due() : std::nullopt;
        if (!due)
            return -1;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - RdmaEndRun::Clock::now()).count();
        return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
    }

    // False at the end of stdin.
    bool readInput()
    {
        char buffer[16384];
        const ssize_t count = read(STDIN_FILENO, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            return true;
        if (count <= 0)
            return false;
        m_input.append(buffer, static_cast<std::size_t>(count));
        for (std::size_t end = m_input.find('\n'); end != std::string::npos && !m_over; end = m_input.find('\n')) {
            const std::string line = m_input.substr(0, end);
            m_input.erase(0, end + 1);
            hear(line);
        }
        return m_input.size() <= protocol::kMaxMessageBytes;
    }

    void hear(const std::string &line)
    {
        const auto request = protocol::decodeLine(line);
        if (!request)
            return settle(request.error());
        if (!m_run) {
            const auto plan = protocol::decode<protocol::RdmaPlan>(request->body);
            if (!plan || request->type != protocol::verb::kRdmaOpen)
                return settle(plan ? base::protocolError({}) : plan.error());
            m_id = request->id;
            m_run.emplace(*plan, [this](std::string_view type, std::string_view body) {
                writeLine(protocol::eventLine(m_id, type, body));
            });
            return settle(m_run->open());
        }
        if (request->type == protocol::verb::kRdmaConnect) {
            const auto peers = protocol::decode<protocol::RdmaConnectRequest>(request->body);
            settle(peers ? m_run->connect(*peers) : base::Result<void>(peers.error()));
        } else if (request->type == protocol::verb::kRdmaStart) {
            m_run->start();
        } else if (request->type == protocol::verb::kRdmaFinish) {
            m_run->finish();
        } else if (request->type == protocol::verb::kRdmaCheck) {
            m_run->check();
            m_over = true;
        }
    }

    void settle(const base::Result<void> &result)
    {
        if (result)
            return;
        writeLine(protocol::errorLine(m_id, result.error()));
        m_over = true;
    }

    std::optional<RdmaEndRun> m_run;
    std::string m_input;
    std::int64_t m_id = 0;
    bool m_over = false;
};

} // namespace

int runRdmaEnd()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_IGN);
    if (getppid() == 1)
        return kUsage; // the agent went before prctl
    const int exitCode = Program().run();
    // Destructors of libraries that may hang or crash at exit are not ours to wait for.
    _exit(exitCode);
}

} // namespace sparkloom::agent
