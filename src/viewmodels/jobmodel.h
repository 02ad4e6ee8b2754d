// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"

#include <QAbstractItemModel>

#include <vector>

namespace sparkloom::viewmodels {

// The jobs of an apply, undo or forget as a tree. Keeps its indexes while only states change, so that a view stays put.
class JobModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole + 1, DetailRole, SparkRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setJobs(const std::vector<engine::JobView> &jobs);
    const std::vector<engine::JobView> &jobs() const { return m_jobs; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    static QString stateText(engine::JobView::State state);

private:
    int positionOf(int id) const; // in m_jobs, -1 where there is none
    const std::vector<int> &children(int id) const;

    std::vector<engine::JobView> m_jobs;
    std::vector<int> m_top;
    std::vector<std::vector<int>> m_children; // by position
    std::vector<int> m_row;                   // by position, within its parent
};

} // namespace sparkloom::viewmodels
