// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace sparkloom::agent {

// A handler each of whose streaming requests is a Run, which lives until it is over by itself, the application stops
// it, or the application is gone: its destructor ends whatever it started. A Run has `const Reply &reply() const`.
template <typename Run>
class RunsHandler : public Handler {
public:
    // mostRuns: of one session at once.
    RunsHandler(const Context &context, std::size_t mostRuns) : Handler(context), m_mostRuns(mostRuns) {}

    void stop(std::int64_t id) override
    {
        const auto run =
            std::find_if(m_runs.begin(), m_runs.end(), [id](const auto &each) { return each->reply().id() == id; });
        if (run == m_runs.end())
            return;
        const Reply reply = (*run)->reply();
        m_runs.erase(run);
        reply.done();
    }

    void inputEnded() override { m_runs.clear(); }
    bool needsHeartbeat() const override { return !m_runs.empty(); }

protected:
    bool full() const { return m_runs.size() >= m_mostRuns; }
    void keep(std::unique_ptr<Run> run) { m_runs.push_back(std::move(run)); }
    void endAll() { m_runs.clear(); }
    // What the run of this request calls once it is over, from the loop: it destroys the run.
    std::function<void()> whenOver(const Reply &reply)
    {
        return guarded([this, id = reply.id()] {
            std::erase_if(m_runs, [id](const auto &run) { return run->reply().id() == id; });
        });
    }
    // The first run that fits, or null.
    template <typename Fits>
    Run *find(Fits fits) const
    {
        const auto run = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto &each) { return fits(*each); });
        return run == m_runs.end() ? nullptr : run->get();
    }

private:
    const std::size_t m_mostRuns;
    std::vector<std::unique_ptr<Run>> m_runs;
};

} // namespace sparkloom::agent
