// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/linuxrdma.h"

#include "agent/linux/rdma/rdmaprogram.h"
#include "base/text.h"
#include "protocol/codec.h"

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::int64_t kRequest = 1;
constexpr std::size_t kMostWords = 2000; // of what the library prints

class LinuxRdmaEnd : public RdmaEnd {
public:
    explicit LinuxRdmaEnd(RdmaEvents events) : m_events(std::move(events)) {}

    base::Result<void> start(RankHost &processes, const protocol::RdmaPlan &plan)
    {
        // A clean environment: IBV_*, RDMAV_*, MLX5_* and LD_PRELOAD of the user would change what is measured.
        auto process = processes.startRank({"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"},
            protocol::requestLine(kRequest, protocol::verb::kRdmaOpen, protocol::encode(plan)),
            {[this](std::string_view line) { hear(line); }, [this](std::string_view bytes) { keep(bytes); },
                [this](int exitCode) { ended(exitCode); }});
        if (!process)
            return process.error();
        m_process = std::move(process).value();
        return {};
    }

    void connect(const protocol::RdmaConnectRequest &request) override
    {
        tell(protocol::verb::kRdmaConnect, protocol::encode(request));
    }
    void start() override { tell(protocol::verb::kRdmaStart, "{}"); }
    void finish() override { tell(protocol::verb::kRdmaFinish, "{}"); }
    void check() override { tell(protocol::verb::kRdmaCheck, "{}"); }

private:
    // One that does not listen any more is told by its end, or by the deadline of the step.
    void tell(std::string_view verb, const std::string &body)
    {
        m_process->sendLine(protocol::requestLine(kRequest, verb, body));
    }

    void hear(std::string_view line)
    {
        const auto envelope = protocol::decodeLine(line);
        if (!envelope || m_over)
            return; // a library that prints: not our words
        if (envelope->error)
            return fail(*envelope->error);
        if (envelope->id != kRequest)
            return;
        const std::string &type = envelope->type;
        if (type == kRdmaConnected)
            m_events.connected();
        else if (type == protocol::event::kRdmaMeasured)
            m_events.measured();
        else if (type == protocol::event::kRdmaReady)
            pass<protocol::RdmaReady>(envelope->body, m_events.ready);
        else if (type == protocol::event::kRdmaInterval)
            pass<protocol::RdmaInterval>(envelope->body, m_events.interval);
        else if (type == protocol::event::kRdmaAsync)
            pass<protocol::RdmaAsync>(envelope->body, m_events.async);
        else if (type == protocol::event::kRdmaResult)
            pass<protocol::RdmaResult>(envelope->body, m_events.result);
        else if (type == kRdmaChecked)
            m_checked = envelope->body; // told once the process is gone: nothing is left behind then
    }

    template <typename Said, typename Event>
    void pass(const std::string &body, const Event &event)
    {
        const auto said = protocol::decode<Said>(body);
        if (said)
            event(*said);
        else
            fail(said.error());
    }

    void keep(std::string_view bytes)
    {
        m_words += bytes;
        if (m_words.size() > kMostWords)
            m_words.erase(0, m_words.size() - kMostWords);
    }

    void fail(const base::Error &error)
    {
        if (!std::exchange(m_over, true))
            m_events.failed(error);
    }

    void ended(int exitCode)
    {
        if (m_checked)
            return pass<protocol::RdmaCheckAnswer>(*m_checked, m_events.checked);
        if (exitCode > 128)
            return fail(base::failed(base::Message("rdma.process-killed"_msg).with("signal", exitCode - 128),
                base::cleanText(m_words, 400)));
        fail(base::failed(
            base::Message("rdma.process-ended"_msg).with("code", exitCode), base::cleanText(m_words, 400)));
    }

    const RdmaEvents m_events;
    std::unique_ptr<RankHost::Rank> m_process;
    std::optional<std::string> m_checked;
    std::string m_words; // of stderr, the last of them
    bool m_over = false;
};

} // namespace

base::Result<std::unique_ptr<RdmaEnd>> openLinuxRdma(
    RankHost &processes, const protocol::RdmaPlan &plan, RdmaEvents events)
{
    auto end = std::make_unique<LinuxRdmaEnd>(std::move(events));
    if (auto started = end->start(processes, plan); !started)
        return started.error();
    return std::unique_ptr<RdmaEnd>(std::move(end));
}

} // namespace sparkloom::agent
