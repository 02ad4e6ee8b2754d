// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/ncclrun.h"

#include "engine/jobs/pending.h"
#include "protocol/codec.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLook{250};
// Ranks beat twice a second. Longer than an agent needs to find its own process stopped.
constexpr milliseconds kSilence{5000};
// How long the others get to say something better after one has lost its peer.
constexpr milliseconds kGrace{4000};
constexpr milliseconds kSlack{15'000};

// What a rank says that waited for another one; all else is about itself.
bool isAboutOthers(const base::Error &error)
{
    const std::string &id = error.message.id;
    return id == "nccl.peer-lost" || id == "nccl.library-error" || id == "nccl.cancelled"
        || id.starts_with("nccl.late-");
}

} // namespace

// The requests of all ranks. What has not ended by itself is stopped with it.
class NcclWatch : public std::enable_shared_from_this<NcclWatch> {
public:
    NcclWatch(std::vector<NcclRank> ranks, std::function<void(const protocol::NcclRow &)> onRow)
        : m_ranks(std::move(ranks)), m_onRow(std::move(onRow)), m_states(m_ranks.size())
    {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_timer.start(kLook);
    }
    ~NcclWatch()
    {
        for (std::size_t i = 0; i < m_ranks.size(); ++i)
            if (m_states[i].begun && !std::exchange(m_states[i].over, true))
                m_ranks[i].agent->stop(m_states[i].id);
    }
    NcclWatch(const NcclWatch &) = delete;
    NcclWatch &operator=(const NcclWatch &) = delete;

    void begin(std::size_t rank, protocol::NcclRunRequest request)
    {
        State &state = m_states[rank];
        request.rank = static_cast<int>(rank);
        request.settings = m_ranks[rank].settings;
        state.begun = true;
        state.heard = m_clock.elapsed();
        const std::weak_ptr<NcclWatch> weak = weak_from_this();
        state.id = m_ranks[rank].agent->stream(
            protocol::verb::kNcclRun, protocol::encode(request),
            [weak, rank](const std::string &type, const std::string &body) {
                if (const auto self = weak.lock())
                    self->take(rank, type, body);
            },
            [weak, rank](const base::Error &error) {
                if (const auto self = weak.lock())
                    self->fail(rank, error);
            });
        if (!m_ranks[rank].agent->isOpen()) // it would say nothing
            fail(rank, {base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}});
    }

    void giveUp(const base::Error &error)
    {
        if (!m_result.error)
            m_result.error = error;
        settle();
    }

    Pending<std::string> uniqueId;
    Pending<void> end;
    NcclRunResult result() const { return m_result; }

private:
    struct State {
        std::int64_t id = 0;
        bool begun = false;
        bool over = false;
        qint64 heard = 0; // ms of m_clock
        std::optional<base::Error> error;
        qint64 failed = 0;
        std::vector<protocol::NcclRow> rows;
        std::optional<protocol::NcclRunAnswer> answer;
    };

    void take(std::size_t rank, const std::string &type, const std::string &body)
    {
        State &state = m_states[rank];
        if (state.over)
            return;
        state.heard = m_clock.elapsed();
        if (type == protocol::event::kNcclId && rank == 0) {
            const auto id = protocol::decode<protocol::NcclId>(body);
            uniqueId.resolve(id ? base::Result<std::string>(id->uniqueId) : id.error());
        } else if (type == protocol::event::kNcclRow) {
            takeRow(rank, body);
        } else if (type == protocol::event::kNcclAnswer) {
            const auto answer = protocol::decode<protocol::NcclRunAnswer>(body);
            if (!answer)
                return fail(rank, answer.error());
            state.over = true;
            state.answer = *answer;
            if (std::all_of(m_states.begin(), m_states.end(), [](const State &each) { return each.answer; }))
                settle();
        }
    }

    void takeRow(std::size_t rank, const std::string &body)
    {
        constexpr std::size_t kMostRows = 1024;
        const auto row = protocol::decode<protocol::NcclRow>(body);
        if (!row)
            return fail(rank, row.error());
        if (m_states[rank].rows.size() >= kMostRows)
            return;
        m_states[rank].rows.push_back(*row);
        if (rank == 0 && m_onRow)
            m_onRow(*row);
    }

    void fail(std::size_t rank, const base::Error &error)
    {
        State &state = m_states[rank];
        if (state.error || state.answer)
            return;
        state.over = true;
        state.error = error;
        state.failed = m_clock.elapsed();
        decide();
    }

    // Who fell silent, and whether the others had time enough to say something better.
    void look()
    {
        for (std::size_t i = 0; i < m_states.size(); ++i)
            if (m_states[i].begun && !m_states[i].over && m_clock.elapsed() - m_states[i].heard > kSilence.count()) {
                // Not through fail(): its agent may still live, and has to be told to stop.
                if (!m_result.error)
                    m_result.error = base::Error{base::ErrorKind::Unreachable, "bench.nccl-silent"_msg, {}};
                m_result.blamed = i;
                return settle();
            }
        decide();
    }

    void decide()
    {
        if (m_settled)
            return;
        const State *first = nullptr;
        for (std::size_t i = 0; i < m_states.size(); ++i) {
            const State &state = m_states[i];
            if (state.error && !isAboutOthers(*state.error)) {
                m_result.error = state.error;
                m_result.blamed = i;
                return settle();
            }
            if (state.error && (!first || state.failed < first->failed))
                first = &state;
        }
        if (!first)
            return;
        const bool allOver = std::all_of(
            m_states.begin(), m_states.end(), [](const State &state) { return state.over || !state.begun; });
        if (!allOver && m_clock.elapsed() - first->failed < kGrace.count())
            return;
        m_result.error = first->error;
        settle();
    }

    void settle()
    {
        if (std::exchange(m_settled, true))
            return;
        m_timer.stop();
        for (State &state : m_states) {
            m_result.rows.push_back(state.rows);
            if (!m_result.error && state.answer)
                m_result.answers.push_back(*state.answer);
        }
        uniqueId.resolve(m_result.error.value_or(cancelledError()));
        end.resolve(base::Result<void>());
    }

    std::vector<NcclRank> m_ranks;
    std::function<void(const protocol::NcclRow &)> m_onRow;
    std::vector<State> m_states;
    NcclRunResult m_result;
    QElapsedTimer m_clock;
    QTimer m_timer;
    bool m_settled = false;
};

QCoro::Task<NcclRunResult> runNccl(std::vector<NcclRank> ranks, protocol::NcclRunRequest request,
    std::function<void(const protocol::NcclRow &)> onRow, CancelToken token)
{
    const std::size_t count = ranks.size();
    request.ranks = static_cast<int>(count);
    const auto watch = std::make_shared<NcclWatch>(std::move(ranks), std::move(onRow));
    expire(milliseconds(request.deadlines.total) + kSlack, [weak = std::weak_ptr(watch)] {
        if (const auto known = weak.lock())
            known->giveUp({base::ErrorKind::Unreachable, base::Message("bench.no-end"_msg), {}});
    });
    request.uniqueId.clear();
    watch->begin(0, request);
    const base::Result<std::string> id = co_await watch->uniqueId.wait(token);
    NcclRunResult cancelled;
    cancelled.error = cancelledError();
    if (!id) {
        if (token.isCancelled())
            co_return cancelled;
        co_return watch->result();
    }
    request.uniqueId = *id;
    for (std::size_t rank = 1; rank < count; ++rank)
        watch->begin(rank, request);
    const base::Result<void> ended = co_await watch->end.wait(token);
    if (!ended)
        co_return cancelled;
    co_return watch->result();
}

} // namespace sparkloom::engine
