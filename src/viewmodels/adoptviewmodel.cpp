// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/adoptviewmodel.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::viewmodels {

namespace {

const QString kComma = QStringLiteral(", ");

} // namespace

void AdoptViewModel::show(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void AdoptViewModel::clear()
{
    m_found.clear();
    m_unrecorded.clear();
    m_missing.clear();
    m_notReady = 0;
    m_aside = false;
    show(State::Hidden);
}

std::vector<AdoptViewModel::Found> AdoptViewModel::foundIn(const std::vector<engine::HostView> &hosts)
{
    std::vector<Found> all;
    for (const engine::HostView &host : hosts) {
        if (host.state != engine::HostState::Ready || !host.facts || !domain::isSetUp(*host.facts))
            continue;
        const domain::Receipt &receipt = *host.facts->receipt;
        auto found = std::find_if(
            all.begin(), all.end(), [&](const Found &each) { return each.clusterId == receipt.clusterId; });
        if (found == all.end())
            found = all.insert(all.end(), {{}, receipt.clusterId, {}, {}, 0});
        found->sparks << host.name;
        if (receipt.appliedUtcMs < found->appliedUtcMs)
            continue;
        found->appliedUtcMs = receipt.appliedUtcMs; // who changed it last
        found->cluster = receipt.clusterName;
        found->owner = receipt.owner;
    }
    return all;
}

void AdoptViewModel::setHosts(const std::vector<engine::HostView> &hosts, bool known)
{
    std::vector<Found> found = known ? std::vector<Found>() : foundIn(hosts);
    QStringList unrecorded;
    int notReady = 0;
    for (const engine::HostView &host : hosts) {
        if (host.state != engine::HostState::Ready || !host.facts)
            ++notReady;
        else if (!domain::isSetUp(*host.facts))
            unrecorded << host.name;
    }
    if (found == m_found && unrecorded == m_unrecorded && notReady == m_notReady)
        return;
    m_found = std::move(found);
    m_unrecorded = unrecorded;
    m_notReady = notReady;
    if (m_state == State::Done && m_found.empty())
        return; // what came of it stays to be read
    if (m_state == State::Hidden || m_state == State::Offered || m_state == State::Failed || m_state == State::Done)
        show(m_found.empty() || m_aside ? State::Hidden : State::Offered);
    else if (m_state == State::Missing || m_state == State::Joining)
        show(m_found.empty() ? State::Hidden : m_state == State::Joining && !joins(hosts) ? State::Offered : m_state);
}

// Who was to be signed in to may have been taken off the list again.
bool AdoptViewModel::joins(const std::vector<engine::HostView> &hosts) const
{
    return std::any_of(
        hosts.begin(), hosts.end(), [this](const engine::HostView &host) { return m_missing.contains(host.name); });
}

void AdoptViewModel::setReading()
{
    show(State::Reading);
}

void AdoptViewModel::setMissing(const QStringList &names)
{
    m_missing = names;
    show(State::Missing);
}

void AdoptViewModel::setJoining()
{
    show(State::Joining);
}

void AdoptViewModel::setProblem(const base::Error &error)
{
    m_problem = error;
    show(State::Failed);
}

void AdoptViewModel::setDone(const engine::Adoption &adoption)
{
    m_adoption = adoption;
    m_found.clear();
    show(State::Done);
}

void AdoptViewModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT changed();
}

QString AdoptViewModel::headline() const
{
    switch (m_state) {
    case State::Offered:
        return m_found.size() == 1 ? tr("This computer does not know the cluster that these Sparks are set up as.")
                                   : tr("These Sparks are set up as more than one cluster.");
    case State::Reading: return tr("Reading the records on the Sparks.");
    case State::Missing: return tr("Also part of this cluster: %1").arg(m_missing.join(kComma));
    case State::Joining:
        return tr("Sign in to %1 as well; then the cluster is taken over.").arg(m_missing.join(kComma));
    case State::Failed: return engine::text::explain(m_problem).seen;
    case State::Done:
        return engine::text::sentence(
            base::Message("cli.adopted"_msg)
                .with("cluster", m_adoption.name.toStdString())
                .with("owner", m_adoption.owner.toStdString())
                .with("when", static_cast<std::int64_t>(m_adoption.appliedAt.toMSecsSinceEpoch())));
    case State::Hidden: break;
    }
    return {};
}

QString AdoptViewModel::detail() const
{
    switch (m_state) {
    case State::Offered:
        return tr("Taking it over reads the records on its Sparks and changes nothing on them. Afterwards it can be "
                  "proven, watched and changed from here.");
    case State::Missing:
        return tr("The records of the others say so. Sign in there, too, or leave out who is gone for good.");
    case State::Failed: {
        const engine::text::Explanation why = engine::text::explain(m_problem);
        return QStringList{why.meaning, why.remedy}.join(u' ').simplified();
    }
    default: return {};
    }
}

QStringList AdoptViewModel::lines() const
{
    QStringList lines;
    if (m_state != State::Offered)
        return lines;
    for (const Found &found : m_found)
        lines << engine::text::sentence(base::Message("adopt.found"_msg)
                                            .with("sparks", found.sparks.join(kComma).toStdString())
                                            .with("cluster", found.cluster)
                                            .with("owner", found.owner)
                                            .with("when", found.appliedUtcMs));
    if (!m_unrecorded.isEmpty())
        lines << tr("Without a set-up on record: %1").arg(m_unrecorded.join(kComma));
    return lines;
}

PageAction AdoptViewModel::takeOver() const
{
    const QString text = m_state == State::Failed ? tr("Try again") : tr("Take it over");
    if (m_busy)
        return {text, false, tr("Work is under way")};
    if (m_notReady > 0)
        return {text, false, tr("Sign in to all Sparks of the list first")};
    return {text, true, {}};
}

PageAction AdoptViewModel::signInToo() const
{
    return {tr("Sign in there, too"), !m_busy, tr("Work is under way")};
}

PageAction AdoptViewModel::leaveOut() const
{
    return {tr("Gone for good: leave out"), !m_busy, tr("Work is under way")};
}

PageAction AdoptViewModel::prove() const
{
    return {tr("Prove it"), !m_busy, tr("Work is under way")};
}

void AdoptViewModel::triggerTakeOver()
{
    if ((m_state == State::Offered || m_state == State::Failed) && takeOver().enabled)
        Q_EMIT takeOverRequested();
}

void AdoptViewModel::triggerSignInToo()
{
    if (m_state == State::Missing && !m_busy)
        Q_EMIT signInTooRequested();
}

void AdoptViewModel::triggerLeaveOut()
{
    if (m_state == State::Missing && !m_busy)
        Q_EMIT leaveOutRequested();
}

void AdoptViewModel::triggerProve()
{
    if (m_state != State::Done || m_busy)
        return;
    show(State::Hidden);
    Q_EMIT proveRequested();
}

void AdoptViewModel::putAside()
{
    m_aside = m_state != State::Done;
    show(State::Hidden);
}

void AdoptViewModel::offerAgain()
{
    m_aside = false;
    if (m_state == State::Hidden && !m_found.empty())
        show(State::Offered);
}

} // namespace sparkloom::viewmodels
