// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/proveviewmodel.h"

#include "engine/report/environmentreport.h"
#include "viewmodels/cableviewmodel.h"
#include "viewmodels/fullspeed.h"
#include "viewmodels/words.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

// What came between, or what would let it be tested.
QString whyNotTested(const engine::Check &check)
{
    const engine::text::Explanation why = engine::text::explain(base::failed(check.remedy));
    return check.remedy.empty() ? QString() : QStringList{why.seen, why.meaning, why.remedy}.join(u' ').simplified();
}

} // namespace

void ProveViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_hosts = hosts;
    rebuild();
}

void ProveViewModel::setLive(const std::vector<engine::LiveHalf> &halves)
{
    m_live = halves;
    rebuild();
}

void ProveViewModel::setAddresses(const std::optional<domain::AddressPlan> &addresses)
{
    m_addresses = addresses;
    rebuild();
}

void ProveViewModel::setCabling(const engine::CablingView &cabling)
{
    using State = PlannedCables::State;
    if (!m_report || !m_proven || m_verifying || !cabling.running)
        return;
    PlannedCables cables = comparePlanned(*m_proven, m_hosts, cabling);
    const bool stale = cables.state == State::Changed || (m_stale && cables.state == State::NotKnown);
    if (m_stale == stale && m_cables.others == cables.others)
        return;
    m_stale = stale;
    m_cables = std::move(cables);
    rebuild();
}

void ProveViewModel::setReport(const std::optional<engine::VerifyReport> &report)
{
    m_report = report;
    m_proven = report ? m_addresses : std::nullopt;
    m_stale = false;
    m_cables = {};
    rebuild();
}

void ProveViewModel::setVerifying(bool verifying)
{
    m_verifying = verifying;
    m_soFar.reset();
    rebuild();
}

void ProveViewModel::setProvenSoFar(const engine::VerifyReport &soFar)
{
    if (!m_verifying)
        return;
    m_soFar = soFar;
    rebuild();
}

void ProveViewModel::setProblem(const std::optional<base::Error> &error)
{
    m_problem = error;
    m_speedFailed = false;
    Q_EMIT changed();
}

void ProveViewModel::setMeasuring(
    const std::optional<engine::TestReport> &soFar, const std::optional<engine::TestProgress> &progress)
{
    m_measured = soFar;
    m_climbing = progress;
    m_stopping = false;
    Q_EMIT changed();
}

void ProveViewModel::setProgress(const engine::TestProgress &progress)
{
    if (!m_climbing)
        return;
    m_climbing = progress;
    Q_EMIT changed();
}

void ProveViewModel::setSoFar(const engine::TestReport &soFar)
{
    if (!m_climbing)
        return;
    m_measured = soFar;
    Q_EMIT changed();
}

void ProveViewModel::setMeasured(const base::Result<engine::TestReport> &outcome)
{
    m_climbing.reset();
    m_stopping = false;
    m_measured = outcome ? std::optional(*outcome) : std::nullopt;
    m_speedFailed = !outcome && outcome.error().kind != base::ErrorKind::Cancelled;
    if (m_speedFailed)
        m_problem = outcome.error();
    Q_EMIT changed();
}

Climb ProveViewModel::climb() const
{
    return m_measured ? climbOf(*m_measured, m_climbing, static_cast<int>(m_picture.cables.size())) : Climb();
}

void ProveViewModel::rebuild()
{
    m_picture = pictureOfProof(
        m_hosts, m_addresses.value_or(domain::AddressPlan{}), m_live, isStale() ? std::nullopt : shown());
    Q_EMIT changed();
}

bool ProveViewModel::passed() const
{
    return m_report && m_report->passed() && !m_report->anyNotTested() && !isStale();
}

QString ProveViewModel::headline() const
{
    if (m_verifying)
        return tr("Proving every half, in both directions.");
    if (m_climbing)
        return tr("Measuring the speed, about %1 left.").arg(TestWords::time(m_climbing->left));
    if (m_problem)
        return m_speedFailed ? tr("The speed could not be measured.") : tr("The proof could not be finished.");
    if (!m_report)
        return tr("Nothing has been proven yet.");
    if (isStale())
        return tr("The cables are not as they were proven.");
    if (!passed()) {
        const auto failed = std::count_if(m_report->checks.begin(), m_report->checks.end(),
            [](const engine::Check &check) { return check.verdict == engine::Check::Verdict::Failed; });
        return failed > 0 ? tr("%n check(s) failed.", nullptr, static_cast<int>(failed))
                          : tr("Not everything could be proven.");
    }
    if (m_measured && provesFullSpeed(*m_measured))
        return fullSpeedSentence(static_cast<int>(m_hosts.size()));
    return m_measured ? engine::text::sentence(m_measured->sentence) : tr("Your Sparks are one fabric.");
}

QString ProveViewModel::detail() const
{
    if (m_verifying)
        return tr("Address, size of packets, the right lane, and sign-in from Spark to Spark.");
    if (m_climbing)
        return engine::text::sentence(m_climbing->doing);
    if (passed() && m_measured)
        return tr("Every half was proven, and its speed measured. The page Tests has every figure.");
    if (passed())
        return tr("Proven on every half, in both directions. What is left is the speed: half a minute, and the cables "
                  "are fully loaded meanwhile.");
    return {};
}

PageAction ProveViewModel::primaryAction() const
{
    if (m_verifying)
        return {tr("Prove again"), false, tr("The checks are running")};
    if (m_climbing)
        return {tr("Stop"), !m_stopping, tr("Stopping")};
    if (passed() && !m_measured)
        return {tr("Measure the speed"), true, {}};
    return {m_report ? tr("Prove again") : tr("Prove"), true, {}};
}

void ProveViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (m_climbing) {
        m_stopping = true;
        Q_EMIT changed();
        Q_EMIT stopRequested();
    } else if (passed() && !m_measured) {
        Q_EMIT measureRequested();
    } else {
        Q_EMIT verifyRequested();
    }
}

engine::text::Explanation ProveViewModel::staleness() const
{
    if (!isStale() || m_problem)
        return {};
    return {CableViewModel::describeChanged(m_cables.others),
        //: %1: date and time
        tr("What was proven on %1 was proven with the cables as they were then.")
            .arg(QLocale().toString(m_report->when.toLocalTime(), QLocale::ShortFormat)),
        tr("Put the plug back where it was, then prove again.")};
}

std::vector<ProofLine> ProveViewModel::lines() const
{
    std::vector<ProofLine> lines;
    if (!shown() || isStale())
        return lines;
    using engine::text::sentence;
    using Verdict = engine::Check::Verdict;
    QSet<QString> said;
    for (const engine::Check &check : shown()->checks)
        if (check.verdict == Verdict::Failed) {
            lines.push_back({LaneProof::Failed, sentence(check.text), sentence(check.remedy)});
            said.insert(lines.back().text);
        }
    for (const base::Message &message : shown()->proven)
        lines.push_back({LaneProof::Passed, sentence(message), {}});
    for (const engine::Check &check : shown()->checks) {
        const QString text = check.verdict == Verdict::NotTested ? sentence(check.text) : QString();
        if (text.isEmpty() || said.contains(text))
            continue;
        said.insert(text);
        lines.push_back({LaneProof::NotTested, text, whyNotTested(check)});
    }
    for (const base::Message &message : shown()->notProven)
        lines.push_back({LaneProof::NotTested, sentence(message), {}});
    return lines;
}

QString ProveViewModel::tally() const
{
    if (!shown() || isStale())
        return {};
    const auto count = [&](engine::Check::Verdict verdict) {
        return static_cast<int>(std::count_if(shown()->checks.begin(), shown()->checks.end(),
            [&](const engine::Check &check) { return check.verdict == verdict; }));
    };
    QStringList parts = {tr("%n check(s) passed", nullptr, count(engine::Check::Verdict::Passed))};
    if (const int failed = count(engine::Check::Verdict::Failed))
        parts << tr("%n failed", "checks", failed);
    if (const int open = count(engine::Check::Verdict::NotTested))
        parts << tr("%n not tested", "checks", open);
    return parts.join(u", "_s);
}

engine::text::Explanation ProveViewModel::problem() const
{
    return m_problem ? engine::text::explain(*m_problem) : engine::text::Explanation{};
}

QString ProveViewModel::environmentText(const QString &spark) const
{
    if (!m_addresses)
        return {};
    for (const engine::HostView &host : m_hosts) {
        if (host.name != spark || !host.facts)
            continue;
        return engine::report::environmentText({{host.name}, domain::clusterEnvironment(*m_addresses, *host.facts),
            domain::environmentNotes(*m_addresses)});
    }
    return {};
}

QStringList ProveViewModel::sparkNames() const
{
    QStringList names;
    for (const engine::HostView &host : m_hosts)
        names << host.name;
    return names;
}

QString ProveViewModel::describe(const PictureCable &cable) const
{
    QStringList lanes;
    for (std::size_t i = 0; i < cable.lanes.size(); ++i) {
        const QString proof = Words::laneProof(cable.lanes[i].proof);
        if (!proof.isEmpty())
            lanes << tr("lane %1 %2").arg(QChar(u'A' + static_cast<char16_t>(i))).arg(proof);
    }
    if (!lanes.isEmpty() && cable.isSlow())
        lanes << Words::speed(cable.gbps);
    const QString state = lanes.isEmpty() ? Words::cableState(cable) : lanes.join(u", "_s);
    const QString other = cable.b.socket == SocketKey::kAnySocket ? tr("the switch") : cable.b.box;
    return tr("Cable %1, %2 – %3: %4.").arg(cable.number).arg(cable.a.box, other, state);
}

QString ProveViewModel::describe(const SocketKey &socket) const
{
    for (const PictureCable &cable : m_picture.cables)
        if (cable.a == socket || cable.b == socket)
            return describe(cable);
    return tr("%1, %2: not part of the fabric.").arg(socket.box, Words::socket(socket.socket));
}

QString ProveViewModel::summary() const
{
    QStringList lines;
    for (const PictureCable &cable : m_picture.cables)
        lines << describe(cable);
    return lines.join(u' ');
}

bool ProveViewModel::isMember(const QString &spark) const
{
    return m_addresses && std::any_of(m_hosts.begin(), m_hosts.end(), [&](const engine::HostView &host) {
        return host.name == spark && host.facts && !m_addresses->halvesOf(host.facts->id).empty();
    });
}

void ProveViewModel::takeOut(const QString &spark)
{
    if (isMember(spark))
        Q_EMIT leaveRequested(spark);
}

} // namespace sparkloom::viewmodels
