// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/leaveviewmodel.h"

namespace sparkloom::viewmodels {

void LeaveViewModel::ask(const Question &question)
{
    m_question = question;
    // That a Spark is gone for good is said by a person, never taken for granted.
    m_way = question.answers ? std::optional(Way::Clean) : std::nullopt;
    Q_EMIT changed();
}

void LeaveViewModel::close()
{
    if (!m_question)
        return;
    m_question.reset();
    Q_EMIT changed();
}

QString LeaveViewModel::headline() const
{
    return m_question ? tr("Take %1 out of the cluster?").arg(m_question->name) : QString();
}

QString LeaveViewModel::othersText() const
{
    if (!m_question)
        return {};
    const QString &name = m_question->name;
    const QString others = m_question->others.join(QStringLiteral(", "));
    if (m_question->othersStay)
        return tr("The others (%1) stay a cluster and keep their addresses; only what leads to %2 goes.")
            .arg(others, name);
    if (m_question->others.size() == 1)
        return tr("One Spark is no cluster: the network of %1 goes back to what it was before the set-up.").arg(others);
    return tr("The others (%1) cannot stay a cluster, since no cable joins them: their network goes back to what it "
              "was before the set-up.")
        .arg(others);
}

std::vector<LeaveViewModel::Way> LeaveViewModel::ways() const
{
    std::vector<Way> ways{Way::Clean, Way::Gone};
    if (m_question && m_question->canBeListOnly)
        ways.push_back(Way::ListOnly);
    return ways;
}

QString LeaveViewModel::title(Way way)
{
    switch (way) {
    case Way::Clean: return tr("It leaves in good order");
    case Way::Gone: return tr("It is gone or broken");
    case Way::ListOnly: break;
    }
    return tr("Only take it off the list");
}

QString LeaveViewModel::text(Way way) const
{
    const QString name = m_question ? m_question->name : QString();
    switch (way) {
    case Way::Clean:
        return tr("%1 has to be switched on. It gets back what it was before the set-up, and nothing of Sparkloom "
                  "stays on it.")
            .arg(name);
    case Way::Gone:
        return tr("Nothing is asked of it and nothing is done on it. Should it come back, it still has its old "
                  "addresses: keep its cables unplugged until it is set up anew.");
    case Way::ListOnly: break;
    }
    return tr("%1 stays set up, and the others still count it in. For a list that is to be put together anew.")
        .arg(name);
}

PageAction LeaveViewModel::action() const
{
    if (!m_way)
        return {tr("Look at the plan"), false, tr("Choose what is the case")};
    return {*m_way == Way::ListOnly ? tr("Take it off the list") : tr("Look at the plan"), true, {}};
}

void LeaveViewModel::choose(Way way)
{
    if (!m_question || m_way == way)
        return;
    m_way = way;
    Q_EMIT changed();
}

void LeaveViewModel::proceed()
{
    if (!m_question || !m_way)
        return;
    const QString name = m_question->name;
    const Way way = *m_way;
    close();
    if (way == Way::ListOnly)
        Q_EMIT dropRequested(name);
    else
        Q_EMIT planRequested(name, way == Way::Gone);
}

} // namespace sparkloom::viewmodels
