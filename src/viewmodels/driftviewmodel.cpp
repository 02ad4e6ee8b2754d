// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/driftviewmodel.h"

#include "engine/text/isolates.h"
#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

void DriftViewModel::show(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void DriftViewModel::clear()
{
    m_lines.clear();
    m_sparks.clear();
    m_unasked.clear();
    m_known = m_looking = false;
    show(State::Hidden);
}

void DriftViewModel::setChecking()
{
    m_looking = true;
    // What was found stays readable until the new look has ended.
    if ((m_state == State::Hidden && !m_known) || m_state == State::Failed)
        show(State::Checking);
}

void DriftViewModel::setStatus(const std::vector<engine::SparkStatus> &status)
{
    m_lines.clear();
    m_sparks.clear();
    m_unasked.clear();
    m_known = true;
    m_looking = false;
    for (const engine::SparkStatus &each : status) {
        if (each.state == engine::SparkStatus::State::Unreachable)
            m_unasked << each.name;
        if (each.state != engine::SparkStatus::State::Differs)
            continue;
        m_sparks << each.name;
        for (const engine::DriftView &view : each.drift)
            if (!view.kept)
                m_lines.push_back({each.name, view});
    }
    if (m_lines.empty())
        show(State::Hidden);
    else // a question stays until it is answered
        show(m_state == State::Asking ? State::Asking : State::Drifted);
}

void DriftViewModel::setProblem(const base::Error &error)
{
    m_problem = error;
    m_known = m_looking = false;
    show(m_state == State::Asking ? State::Asking : State::Failed);
}

void DriftViewModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT changed();
}

QString DriftViewModel::headline() const
{
    switch (m_state) {
    case State::Checking: return tr("Looking whether every Spark still is as it was set up.");
    case State::Drifted:
        return m_sparks.size() == 1 ? tr("%1 is not as it was set up.").arg(m_sparks.front())
                                    : tr("%1 are not as they were set up.").arg(m_sparks.join(u", "_s));
    case State::Asking: return tr("Forget these Sparks?");
    case State::Failed: return tr("Whether the Sparks still are as they were set up is not known.");
    case State::Hidden: break;
    }
    return {};
}

QString DriftViewModel::detail() const
{
    if (m_state == State::Asking)
        return tr("Their network goes back to how it was before the set-up, "
                  "and Sparkloom's helper, keys and records are removed.");
    if (m_state == State::Failed) {
        const engine::text::Explanation why = engine::text::explain(m_problem);
        return QStringList{why.seen, why.remedy}.join(u' ').simplified();
    }
    if (m_state != State::Drifted)
        return {};
    const QString nothing = tr("Nothing was repaired.");
    return m_unasked.isEmpty() ? nothing
                               : nothing + u' ' + tr("Not known of %1: no connection.").arg(m_unasked.join(u", "_s));
}

QStringList DriftViewModel::lines() const
{
    QStringList lines;
    if (m_state != State::Drifted)
        return lines;
    for (const Line &line : m_lines) {
        QStringList parts{engine::text::sentence(line.view.what()), engine::text::sentence(line.view.since())};
        if (!line.view.finding.cannotKeep.empty())
            parts << engine::text::sentence(line.view.finding.cannotKeep);
        lines << engine::text::joined({line.spark, parts.join(u' ')}, u": "_s);
    }
    return lines;
}

PageAction DriftViewModel::reapply() const
{
    const bool mends =
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.view.finding.reapplyMends; });
    return {tr("Put it back"), mends && !m_busy,
        m_busy ? tr("Work is under way") : tr("Nothing of this can be put back by a plan")};
}

PageAction DriftViewModel::keep() const
{
    const bool able =
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.view.canBeKept(); });
    return {tr("Keep it"), able && !m_busy,
        m_busy ? tr("Work is under way") : tr("The cluster cannot work with any of this")};
}

PageAction DriftViewModel::forget() const
{
    return {tr("Forget the cluster"), !m_busy, tr("Work is under way")};
}

void DriftViewModel::triggerReapply()
{
    if (m_state == State::Drifted && reapply().enabled)
        Q_EMIT reapplyRequested();
}

void DriftViewModel::triggerKeep()
{
    if (m_state == State::Drifted && keep().enabled)
        Q_EMIT keepRequested();
}

void DriftViewModel::triggerForget()
{
    if (m_state == State::Drifted && forget().enabled)
        show(State::Asking);
}

void DriftViewModel::confirmForget()
{
    if (m_state != State::Asking || m_busy)
        return;
    show(State::Drifted);
    Q_EMIT forgetRequested();
}

void DriftViewModel::refuseForget()
{
    if (m_state == State::Asking)
        show(State::Drifted);
}

void DriftViewModel::lookAgain()
{
    if (m_state == State::Failed && !m_busy)
        Q_EMIT lookRequested();
}

} // namespace sparkloom::viewmodels
