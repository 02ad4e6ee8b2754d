// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testsviewmodel.h"

#include "domain/measure/fingerprint.h"
#include "viewmodels/fullspeed.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using engine::TestKind;
using engine::TestLength;

namespace {

constexpr std::chrono::minutes kSoak{10};

} // namespace

TestsViewModel::TestsViewModel(QObject *parent) : PageViewModel(parent)
{
    connect(&m_ncclCopy, &NcclCopyModel::changed, this, &PageViewModel::changed);
}

bool TestsViewModel::ncclCopyOffered() const
{
    return state() == State::Done && NcclCopyModel::wouldHelp(*m_report);
}

void TestsViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_hosts = hosts;
    rebuild();
}

void TestsViewModel::setAddresses(const std::optional<domain::AddressPlan> &applied)
{
    m_applied = applied;
    rebuild();
}

void TestsViewModel::clear()
{
    m_hosts.clear();
    m_applied.reset();
    m_cables.clear();
    m_chosen.clear();
    m_kind = TestKind::Ladder;
    m_length = TestLength::Quick;
    m_bothWays = m_running = m_stopping = m_cancelled = false;
    m_estimate.reset();
    m_noEstimate.reset();
    m_others = Others::NotAsked;
    m_seen.clear();
    m_progress.reset();
    m_report.reset();
    m_problem.reset();
    m_curve.clear();
    m_history.clear();
    m_shown = -1;
    m_ncclCopy.clear();
    rebuild();
}

void TestsViewModel::setOffered(const std::vector<TestKind> &kinds)
{
    m_kinds = kinds;
    Q_EMIT changed();
}

void TestsViewModel::setEstimate(const base::Result<engine::TestEstimate> &estimate)
{
    m_estimate = estimate ? std::optional(*estimate) : std::nullopt;
    m_noEstimate = estimate ? std::nullopt : std::optional(estimate.error());
    Q_EMIT changed();
}

void TestsViewModel::setLooking()
{
    m_others = Others::Looking;
    Q_EMIT changed();
}

void TestsViewModel::setOthers(const std::vector<base::Message> &seen)
{
    m_seen = seen;
    m_others = seen.empty() ? Others::Nobody : Others::Somebody;
    Q_EMIT changed();
}

void TestsViewModel::setHistory(const std::vector<HistoryEntry> &remembered)
{
    for (const HistoryEntry &entry : remembered) {
        const bool known = std::any_of(m_history.begin(), m_history.end(), [&](const HistoryEntry &each) {
            return each.when.toSecsSinceEpoch() == entry.when.toSecsSinceEpoch() && each.kind == entry.kind;
        });
        if (!known)
            m_history.push_back(entry);
    }
    std::stable_sort(m_history.begin(), m_history.end(),
        [](const HistoryEntry &a, const HistoryEntry &b) { return a.when > b.when; });
    Q_EMIT changed();
}

void TestsViewModel::begin()
{
    m_running = true;
    m_stopping = m_cancelled = false;
    m_problem.reset();
    m_report = engine::TestReport();
    m_report->kind = m_kind;
    m_report->options = options();
    m_shown = -1;
    m_progress.reset();
    m_curve.clear();
    rebuild();
}

void TestsViewModel::setProgress(const std::optional<engine::TestProgress> &progress)
{
    if (!m_running)
        return;
    m_progress = progress;
    if (progress)
        m_curve.take(*progress);
    Q_EMIT changed();
}

void TestsViewModel::setSoFar(const engine::TestReport &report)
{
    if (!m_running)
        return;
    m_report = report;
    rebuild();
}

void TestsViewModel::finish(const base::Result<engine::TestReport> &outcome)
{
    m_running = m_stopping = false;
    m_progress.reset();
    m_cancelled = !outcome && outcome.error().kind == base::ErrorKind::Cancelled;
    m_problem = outcome || m_cancelled ? std::nullopt : std::optional(outcome.error());
    m_report = outcome ? std::optional(*outcome) : std::nullopt;
    if (outcome) {
        m_history.insert(m_history.begin(), entryOf(*outcome));
        m_shown = 0;
    }
    rebuild();
}

void TestsViewModel::remember(const engine::TestReport &report)
{
    m_history.insert(m_history.begin(), entryOf(report));
    m_shown = m_shown < 0 ? m_shown : m_shown + 1;
    Q_EMIT changed();
}

void TestsViewModel::retranslate()
{
    // The same cables, named in another language: what is chosen stays chosen.
    m_cables = testCablesOf(pictureOfTests(m_hosts, testedPlan(m_hosts, m_applied), {}, {}), m_hosts);
    rebuild();
}

void TestsViewModel::rebuild()
{
    const domain::AddressPlan plan = testedPlan(m_hosts, m_applied);
    const auto cables = testCablesOf(pictureOfTests(m_hosts, plan, {}, {}), m_hosts);
    if (cables != m_cables) {
        m_cables = cables;
        m_chosen.clear();
        for (std::size_t i = 0; i < cables.size(); ++i)
            m_chosen.insert(static_cast<int>(i));
        Q_EMIT choiceChanged();
    }
    m_picture = pictureOfTests(m_hosts, plan, m_report, m_chosen);
    Q_EMIT changed();
}

std::vector<TestLength> TestsViewModel::lengths() const
{
    if (m_kind == TestKind::Ladder)
        return {TestLength::Quick, TestLength::Normal, TestLength::Full, TestLength::Soak};
    return {TestLength::Quick, TestLength::Normal};
}

bool TestsViewModel::bothWaysOffered() const
{
    return m_kind == TestKind::Tcp || m_kind == TestKind::Rdma; // the ladder has a rung for it
}

void TestsViewModel::setKind(TestKind kind)
{
    m_kind = kind;
    const auto offered = lengths();
    if (std::find(offered.begin(), offered.end(), m_length) == offered.end())
        m_length = TestLength::Normal;
    Q_EMIT choiceChanged();
    Q_EMIT changed();
}

void TestsViewModel::setLength(TestLength length)
{
    m_length = length;
    Q_EMIT choiceChanged();
    Q_EMIT changed();
}

void TestsViewModel::setBothWays(bool both)
{
    m_bothWays = both;
    Q_EMIT choiceChanged();
    Q_EMIT changed();
}

void TestsViewModel::choose(std::set<int> cables)
{
    if (m_running || cables == m_chosen)
        return;
    m_chosen = std::move(cables);
    rebuild();
    Q_EMIT choiceChanged();
}

void TestsViewModel::toggleCable(int cable)
{
    if (cable < 0 || cable >= static_cast<int>(m_cables.size()))
        return;
    std::set<int> chosen = m_chosen;
    if (!chosen.erase(cable))
        chosen.insert(cable);
    choose(std::move(chosen));
}

void TestsViewModel::chooseAll()
{
    std::set<int> all;
    for (std::size_t i = 0; i < m_cables.size(); ++i)
        all.insert(static_cast<int>(i));
    choose(std::move(all));
}

engine::TestOptions TestsViewModel::options() const
{
    engine::TestOptions options;
    options.length = m_length;
    options.bothWays = m_bothWays && bothWaysOffered();
    if (m_length == TestLength::Soak)
        options.soak = kSoak;
    if (!allChosen())
        for (const int cable : m_chosen)
            for (const domain::CageRef &cage : m_cables[static_cast<std::size_t>(cable)].cages)
                options.cages.push_back(cage);
    return options;
}

TestsViewModel::State TestsViewModel::state() const
{
    if (m_running)
        return State::Running;
    if (m_report)
        return State::Done;
    const auto ready = std::count_if(m_hosts.begin(), m_hosts.end(),
        [](const engine::HostView &host) { return host.state == engine::HostState::Ready; });
    if (ready < 2)
        return State::NobodyReady;
    return m_cables.empty() ? State::NothingSetUp : State::Choosing;
}

void TestsViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (state() == State::NobodyReady) {
        Q_EMIT signInRequested();
    } else if (m_running) {
        m_stopping = true;
        Q_EMIT changed();
        Q_EMIT cancelRequested();
    } else {
        if (m_report) { // as it was measured
            m_kind = m_report->kind;
            m_length = m_report->options.length;
            m_bothWays = m_report->options.bothWays;
        }
        Q_EMIT startRequested();
    }
}

Climb TestsViewModel::climb() const
{
    if (!m_report)
        return {};
    std::optional<engine::TestProgress> running = m_progress;
    if (m_running && !running)
        running.emplace();
    return climbOf(*m_report, running, static_cast<int>(m_chosen.size()));
}

std::vector<TestBlock> TestsViewModel::blocks() const
{
    return m_report ? blocksOf(*m_report) : std::vector<TestBlock>();
}

QString TestsViewModel::fingerprint() const
{
    std::vector<domain::SparkFacts> facts;
    for (const engine::HostView &host : m_hosts)
        if (host.facts && host.state == engine::HostState::Ready)
            facts.push_back(*host.facts);
    return facts.size() < 2 ? QString() : QString::fromStdString(domain::environmentFingerprint(facts));
}

bool TestsViewModel::fullSpeed() const
{
    return state() == State::Done && staleText().isEmpty() && provesFullSpeed(*m_report);
}

bool TestsViewModel::isOutdated(const HistoryEntry &entry) const
{
    const QString now = fingerprint();
    return !now.isEmpty() && !entry.fingerprint.isEmpty() && entry.fingerprint != now;
}

void TestsViewModel::chooseAnother()
{
    if (m_running)
        return;
    m_report.reset();
    m_problem.reset();
    m_cancelled = false;
    m_shown = -1;
    m_curve.clear();
    rebuild();
    Q_EMIT choiceChanged();
    Q_EMIT lookRequested();
}

void TestsViewModel::showEntry(int entry)
{
    if (m_running || entry < 0 || entry >= static_cast<int>(m_history.size()))
        return;
    const HistoryEntry &chosen = m_history[static_cast<std::size_t>(entry)];
    if (!chosen.report)
        return;
    m_report = chosen.report;
    m_shown = entry;
    m_curve.clear();
    rebuild();
}

} // namespace sparkloom::viewmodels
