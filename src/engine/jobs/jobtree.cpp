// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobs/jobtree.h"

namespace sparkloom::engine {

void JobTree::notify() const
{
    if (m_changed)
        m_changed();
}

void JobTree::clear()
{
    m_jobs.clear();
    notify();
}

int JobTree::add(base::Message title, const QString &spark, int parent)
{
    JobView job;
    job.id = static_cast<int>(m_jobs.size());
    job.parent = parent;
    job.spark = spark;
    job.title = std::move(title);
    m_jobs.push_back(std::move(job));
    notify();
    return m_jobs.back().id;
}

void JobTree::start(int id)
{
    m_jobs.at(static_cast<std::size_t>(id)).state = JobView::State::Running;
    notify();
}

void JobTree::finish(int id, JobView::State state, base::Message detail)
{
    JobView &job = m_jobs.at(static_cast<std::size_t>(id));
    job.state = state;
    job.detail = std::move(detail);
    notify();
}

void JobTree::finish(int id, const base::Error &error)
{
    JobView &job = m_jobs.at(static_cast<std::size_t>(id));
    job.state = error.kind == base::ErrorKind::Cancelled ? JobView::State::Cancelled : JobView::State::Failed;
    job.error = error;
    notify();
}

void JobTree::finishRest(JobView::State state)
{
    for (JobView &job : m_jobs)
        if (job.state == JobView::State::Waiting)
            job.state = JobView::State::Skipped;
        else if (job.state == JobView::State::Running)
            job.state = state;
    notify();
}

} // namespace sparkloom::engine
