// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/rankwatch.h"

#include "agent/nccl/rankdocument.h"
#include "base/text.h"

namespace sparkloom::agent {

using namespace base::literals;
using protocol::NcclPhase;

namespace {

constexpr std::int64_t kRequest = 1;
// A killed process that sits in the driver may need a while; one that never goes is told about all the same.
constexpr std::chrono::seconds kDying{10};

base::Error lateIn(NcclPhase phase, int milliseconds)
{
    const auto said = [milliseconds](
                          base::MessageId id) { return base::failed(base::Message(id).with("seconds", milliseconds)); };
    switch (phase) {
    case NcclPhase::Find: return said("nccl.late-find"_msg);
    case NcclPhase::Init: return said("nccl.late-init"_msg);
    case NcclPhase::WarmUp: return said("nccl.late-warm-up"_msg);
    case NcclPhase::Timed: return said("nccl.late-timed"_msg);
    case NcclPhase::Verify: return said("nccl.late-verify"_msg);
    case NcclPhase::Leave: break;
    }
    return said("nccl.late-leave"_msg);
}

int limitOf(const protocol::NcclDeadlines &deadlines, NcclPhase phase)
{
    switch (phase) {
    case NcclPhase::Find: return deadlines.find;
    case NcclPhase::Init: return deadlines.init;
    case NcclPhase::WarmUp: return deadlines.warmUp;
    case NcclPhase::Timed: return deadlines.timed;
    case NcclPhase::Verify: return deadlines.verify;
    case NcclPhase::Leave: break;
    }
    return deadlines.leave;
}

} // namespace

RankWatch::RankWatch(Loop &loop, RankHost &host, Plan plan, Reply reply, std::function<void()> ended)
    : m_loop(loop), m_host(host), m_plan(std::move(plan)), m_reply(std::move(reply)), m_ended(std::move(ended))
{}

RankWatch::~RankWatch()
{
    for (const Loop::TimerId timer : {m_deadline, m_total, m_silence, m_finishing})
        m_loop.cancel(timer);
}

void RankWatch::start()
{
    auto rank = m_host.startRank(m_plan.environment, protocol::requestLine(kRequest, m_plan.verb, m_plan.body),
        {[this](std::string_view line) { receive(line); }, [this](std::string_view bytes) { m_log.add(bytes); },
            [this](int exitCode) { processEnded(exitCode); }});
    if (!rank) {
        m_error = rank.error();
        return finish();
    }
    m_rank = std::move(rank).value();
    m_last.pid = m_rank->pid();
    m_lastHeard = m_loop.monotonic();
    enter(NcclPhase::Find, m_plan.deadlines.find);
    m_total = m_loop.after(std::chrono::milliseconds(m_plan.deadlines.total), [this] {
        m_total = 0;
        leave(base::failed(base::Message("nccl.late-total"_msg).with("seconds", m_plan.deadlines.total)));
    });
    watchSilence();
}

void RankWatch::receive(std::string_view line)
{
    m_lastHeard = m_loop.monotonic();
    const auto envelope = protocol::decodeLine(line);
    if (!envelope || envelope->id != kRequest)
        return; // a library that prints: not our words
    if (envelope->type == protocol::event::kNcclBeat)
        beat(envelope->body);
    else if (envelope->type == protocol::event::kNcclId || envelope->type == protocol::event::kNcclRow)
        m_reply.event(envelope->type, envelope->body);
    else if (envelope->type == "done" && !m_error)
        m_done = envelope->body;
    else if (envelope->error && !m_error)
        m_error = *envelope->error;
    if ((m_done || m_error) && !m_leaving) {
        // It has said its last word: what is left is its end.
        m_leaving = true;
        enter(NcclPhase::Leave, m_plan.deadlines.leave);
    }
}

void RankWatch::beat(const std::string &body)
{
    const auto said = protocol::decode<protocol::NcclBeat>(body);
    if (!said)
        return;
    const bool moved = said->phase != m_last.phase || said->what != m_last.what;
    m_last = *said;
    if (moved && !m_leaving)
        enter(said->phase, limitOf(m_plan.deadlines, said->phase));
    m_reply.event(protocol::event::kNcclBeat, body);
}

void RankWatch::enter(NcclPhase phase, int milliseconds)
{
    m_last.phase = phase;
    m_loop.cancel(m_deadline);
    m_deadline = m_loop.after(std::chrono::milliseconds(milliseconds), [this] {
        m_deadline = 0;
        late();
    });
}

void RankWatch::late()
{
    if (m_leaving)
        return kill();
    leave(lateIn(m_last.phase, limitOf(m_plan.deadlines, m_last.phase)));
}

// Silence has two reasons: the machine is too busy, or somebody stopped the process. The second is said at once.
void RankWatch::watchSilence()
{
    m_silence = m_loop.after(std::chrono::milliseconds(kRankBeatMs), [this] {
        m_silence = 0;
        const bool silent = m_loop.monotonic() - m_lastHeard > std::chrono::milliseconds(kRankSilenceMs);
        if (silent && m_rank->stopped()) {
            if (!m_error && !m_done)
                m_error = base::failed(base::Message("nccl.rank-stopped"_msg).with("pid", m_rank->pid()));
            return kill(); // a stopped process cannot leave
        }
        watchSilence();
    });
}

void RankWatch::leave(const base::Error &reason)
{
    if (m_leaving || !m_rank)
        return;
    m_leaving = true;
    if (!m_done && !m_error)
        m_error = reason;
    m_rank->leave();
    enter(NcclPhase::Leave, m_plan.deadlines.leave);
}

void RankWatch::kill()
{
    m_leaving = true;
    m_killed = true;
    m_rank->kill();
    m_loop.cancel(m_deadline);
    m_deadline = m_loop.after(kDying, [this] {
        m_deadline = 0;
        m_error = base::failed(base::Message("nccl.unkillable"_msg).with("pid", m_rank->pid()));
        finish();
    });
}

void RankWatch::processEnded(int exitCode)
{
    if (!m_done && !m_error)
        m_error = whyItEnded(exitCode);
    else if (m_error && m_killed && m_error->detail.empty())
        m_error->detail = "the process of the rank had to be killed";
    finish();
}

base::Error RankWatch::whyItEnded(int exitCode) const
{
    const std::string detail = m_log.lastWarning().empty() ? m_log.lastForeign() : m_log.lastWarning();
    if (exitCode > 128)
        return base::failed(base::Message("nccl.rank-killed"_msg).with("signal", exitCode - 128), detail);
    return base::failed(base::Message("nccl.rank-ended"_msg).with("code", exitCode), detail);
}

// From the loop, never from inside a callback of the rank, which goes with this object.
void RankWatch::finish()
{
    if (m_finishing != 0)
        return;
    m_loop.cancel(m_silence);
    m_loop.cancel(m_total);
    m_loop.cancel(m_deadline);
    m_silence = m_total = m_deadline = 0;
    m_finishing = m_loop.after(std::chrono::milliseconds(0), [this] {
        if (m_error) {
            m_reply.fail(*m_error);
        } else {
            const std::string body = m_plan.finish(*m_done, m_log);
            if (m_plan.verb == kRankRun) // for who reads events only
                m_reply.event(protocol::event::kNcclAnswer, body);
            m_reply.done(body);
        }
        const std::function<void()> ended = m_ended;
        ended();
    });
}

} // namespace sparkloom::agent
