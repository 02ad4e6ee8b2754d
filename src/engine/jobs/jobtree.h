// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"

#include <functional>
#include <vector>

namespace sparkloom::engine {

// The steps of one piece of work as a tree, for window and command line. Every step ends in exactly one final state; a
// parent fails when a child did. Main thread.
class JobTree {
public:
    // changed is called after every change.
    explicit JobTree(std::function<void()> changed) : m_changed(std::move(changed)) {}

    void clear();
    int add(base::Message title, const QString &spark = {}, int parent = -1);
    void start(int id);
    void finish(int id, JobView::State state, base::Message detail = {});
    void finish(int id, const base::Error &error); // Cancelled or Failed
    // Steps that never ran or still run get this state.
    void finishRest(JobView::State state);
    const std::vector<JobView> &jobs() const { return m_jobs; }

private:
    void notify() const;

    std::vector<JobView> m_jobs;
    std::function<void()> m_changed;
};

} // namespace sparkloom::engine
