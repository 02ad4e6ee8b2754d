// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/jobmodel.h"

#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

void JobModel::setJobs(const std::vector<engine::JobView> &jobs)
{
    const bool sameShape = jobs.size() == m_jobs.size()
        && std::equal(jobs.begin(), jobs.end(), m_jobs.begin(),
            [](const engine::JobView &a, const engine::JobView &b) { return a.id == b.id && a.parent == b.parent; });
    if (sameShape) {
        m_jobs = jobs;
        for (std::size_t i = 0; i < m_jobs.size(); ++i) {
            const QModelIndex changed = createIndex(m_row[i], 0, static_cast<quintptr>(i));
            Q_EMIT dataChanged(changed, changed);
        }
        return;
    }
    beginResetModel();
    m_jobs = jobs;
    m_top.clear();
    m_children.assign(m_jobs.size(), {});
    m_row.assign(m_jobs.size(), 0);
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        const int parent = positionOf(m_jobs[i].parent);
        // A parent stands before its children; anything else is shown at the top.
        std::vector<int> &siblings =
            parent >= 0 && parent < static_cast<int>(i) ? m_children[static_cast<std::size_t>(parent)] : m_top;
        m_row[i] = static_cast<int>(siblings.size());
        siblings.push_back(static_cast<int>(i));
    }
    endResetModel();
}

int JobModel::positionOf(int id) const
{
    for (std::size_t i = 0; i < m_jobs.size(); ++i)
        if (m_jobs[i].id == id)
            return static_cast<int>(i);
    return -1;
}

const std::vector<int> &JobModel::children(int position) const
{
    return position < 0 ? m_top : m_children[static_cast<std::size_t>(position)];
}

QModelIndex JobModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &siblings = children(parent.isValid() ? static_cast<int>(parent.internalId()) : -1);
    if (row < 0 || column != 0 || row >= static_cast<int>(siblings.size()))
        return {};
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex JobModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = positionOf(m_jobs[child.internalId()].parent);
    if (parent < 0 || parent >= static_cast<int>(child.internalId()))
        return {};
    return createIndex(m_row[static_cast<std::size_t>(parent)], 0, static_cast<quintptr>(parent));
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(children(parent.isValid() ? static_cast<int>(parent.internalId()) : -1).size());
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.internalId() >= m_jobs.size())
        return {};
    const engine::JobView &job = m_jobs[index.internalId()];
    const QString title = engine::text::sentence(job.title);
    switch (role) {
    case Qt::DisplayRole: // a step of one Spark stands below the step of all: its name says what is new
        return title.isEmpty() || (job.parent >= 0 && !job.spark.isEmpty()) ? job.spark : title;
    case Qt::AccessibleTextRole: {
        const QString said = job.spark.isEmpty() ? u"%1: %2"_s.arg(title, stateText(job.state))
                                                 : u"%1, %2: %3"_s.arg(job.spark, title, stateText(job.state));
        const QString why = data(index, DetailRole).toString();
        return why.isEmpty() ? said : said + u". "_s + why;
    }
    case StateRole: return static_cast<int>(job.state);
    case Qt::ToolTipRole: // a line has not room for all of it
    case DetailRole: {
        if (!job.error)
            return engine::text::sentence(job.detail);
        const engine::text::Explanation why = engine::text::explain(*job.error);
        return QStringList{why.seen, why.meaning, why.remedy}.join(u' ').simplified();
    }
    case SparkRole: return job.spark;
    default: return {};
    }
}

QString JobModel::stateText(engine::JobView::State state)
{
    switch (state) {
    case engine::JobView::State::Waiting: return tr("waiting");
    case engine::JobView::State::Running: return tr("at work");
    case engine::JobView::State::Done: return tr("done");
    case engine::JobView::State::Skipped: return tr("not needed");
    case engine::JobView::State::Failed: return tr("failed");
    case engine::JobView::State::Cancelled: return tr("cancelled");
    case engine::JobView::State::RolledBack: return tr("taken back");
    }
    return {};
}

} // namespace sparkloom::viewmodels
