// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/plan.h"

#include <QAbstractItemModel>

#include <optional>

namespace sparkloom::viewmodels {

// A plan as a tree: Sparks, and below each its changes. Read-only.
class PlanModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        WhyRole = Qt::UserRole + 1,
        UndoRole,
        DiffRole,
        CommandRole,
        PathRole,
        RiskRole,
        NeedsRootRole,
        IsSparkRole,
        NoteRole // what a person should see without opening it: risk, a file of somebody else
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setPlan(const std::optional<domain::Plan> &plan);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant sparkData(const domain::SparkPlan &spark, int role) const;
    QVariant changeData(const domain::Change &change, int role) const;

    std::optional<domain::Plan> m_plan;
};

} // namespace sparkloom::viewmodels
