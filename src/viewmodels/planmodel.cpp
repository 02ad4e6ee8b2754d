// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/planmodel.h"

#include "base/text.h"
#include "engine/text/isolates.h"
#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {
// Internal ids: 0 for a Spark, row of the Spark + 1 for a change below it.
constexpr quintptr kSparkId = 0;
constexpr std::size_t kMostShown = 1024 * 1024; // bytes of a diff

// Lines of files that others wrote: nothing in them may turn what a person reads around.
QString shown(const std::string &text)
{
    return QString::fromStdString(base::cleanText(text, kMostShown, true));
}

QString riskWord(domain::Change::Risk risk)
{
    switch (risk) {
    case domain::Change::Risk::None: return PlanModel::tr("no risk");
    case domain::Change::Risk::Low: return PlanModel::tr("low risk");
    case domain::Change::Risk::Medium: return PlanModel::tr("some risk");
    }
    return {};
}

QString note(const domain::Change &change)
{
    using Kind = domain::Change::Kind;
    QStringList notes;
    if (change.kind == Kind::ForeignFile)
        notes << PlanModel::tr("file of somebody else, taken over");
    if (change.kind == Kind::AdoptedFile)
        notes << PlanModel::tr("file of somebody else, stays as it is");
    if (change.risk == domain::Change::Risk::Medium)
        notes << riskWord(change.risk);
    return engine::text::joined(notes, u" · "_s);
}
} // namespace

void PlanModel::setPlan(const std::optional<domain::Plan> &plan)
{
    beginResetModel();
    m_plan = plan;
    if (m_plan) // a plan is ordered by id; people look for names
        std::stable_sort(m_plan->sparks.begin(), m_plan->sparks.end(),
            [](const domain::SparkPlan &a, const domain::SparkPlan &b) { return a.hostname < b.hostname; });
    if (m_plan && !m_plan->computer.empty()) { // a last entry beside the Sparks
        domain::SparkPlan computer;
        computer.hostname = tr("This computer").toStdString();
        computer.changes = m_plan->computer;
        m_plan->sparks.push_back(std::move(computer));
    }
    endResetModel();
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kSparkId);
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kSparkId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kSparkId);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!m_plan)
        return 0;
    if (!parent.isValid())
        return static_cast<int>(m_plan->sparks.size());
    if (parent.internalId() != kSparkId || parent.row() >= static_cast<int>(m_plan->sparks.size()))
        return 0;
    return static_cast<int>(m_plan->sparks[static_cast<std::size_t>(parent.row())].changes.size());
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!m_plan || !index.isValid())
        return {};
    const bool isSpark = index.internalId() == kSparkId;
    if (role == IsSparkRole)
        return isSpark;
    if (isSpark)
        return sparkData(m_plan->sparks[static_cast<std::size_t>(index.row())], role);
    const domain::SparkPlan &spark = m_plan->sparks[static_cast<std::size_t>(index.internalId()) - 1];
    return changeData(spark.changes[static_cast<std::size_t>(index.row())], role);
}

QVariant PlanModel::sparkData(const domain::SparkPlan &spark, int role) const
{
    const int changes = static_cast<int>(spark.changes.size());
    const QString name = QString::fromStdString(spark.hostname);
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::ToolTipRole:
    case WhyRole: return changes == 0 ? tr("Nothing to do") : tr("%n change(s)", nullptr, changes);
    case Qt::AccessibleTextRole:
        return changes == 0 ? tr("%1: nothing to do").arg(name) : tr("%1: %n change(s)", nullptr, changes).arg(name);
    default: return {};
    }
}

QVariant PlanModel::changeData(const domain::Change &change, int role) const
{
    using engine::text::sentence;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return sentence(change.title);
    case WhyRole: return sentence(change.reason);
    case UndoRole: return sentence(change.undo);
    case DiffRole: return shown(change.diff);
    case CommandRole: return shown(change.command);
    case PathRole: return QString::fromStdString(change.path);
    case NeedsRootRole: return change.needsRoot;
    case RiskRole: return riskWord(change.risk);
    case NoteRole: return note(change);
    default: return {};
    }
}

} // namespace sparkloom::viewmodels
