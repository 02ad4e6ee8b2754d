// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testsviewmodel.h"

#include "domain/measure/fingerprint.h"
#include "viewmodels/fullspeed.h"
#include "viewmodels/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using engine::TestKind;
using engine::TestLength;
using engine::text::sentence;

namespace {

constexpr std::chrono::minutes kSoak{10};

QStringList sentences(const std::vector<base::Message> &messages)
{
    QStringList lines;
    for (const base::Message &message : messages)
        lines << sentence(message);
    return lines;
}

QString cableList(const std::vector<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words << QString::number(number);
    return words.join(u", "_s);
}

} // namespace

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

QString TestsViewModel::headline() const
{
    switch (state()) {
    case State::NobodyReady: return tr("A measurement needs two Sparks that are signed in.");
    case State::NothingSetUp: return tr("Nothing is set up yet, so nothing can be measured.");
    case State::Choosing:
        if (m_problem)
            return tr("The test could not be carried out.");
        return m_cancelled ? tr("Stopped. Nothing of it runs on any Spark any more.")
                           : tr("Measure what your cables carry.");
    case State::Running:
        if (m_stopping)
            return tr("Stopping.");
        return m_progress ? tr("Measuring, about %1 left.").arg(TestWords::time(m_progress->left))
                          : tr("Looking at the Sparks before measuring.");
    case State::Done: break;
    }
    return fullSpeed() ? fullSpeedSentence(static_cast<int>(m_hosts.size())) : sentence(m_report->sentence);
}

QString TestsViewModel::detail() const
{
    switch (state()) {
    case State::NobodyReady: return tr("Both ends of a cable take part. Sign in first.");
    case State::NothingSetUp:
        return tr("No two halves have addresses in one subnet. The steps on the left set that up.");
    case State::Choosing: return tr("Choose cables and a test. Nothing is changed on any Spark.");
    case State::Running: return runningTitle();
    case State::Done: break;
    }
    return whenText();
}

PageAction TestsViewModel::primaryAction() const
{
    switch (state()) {
    case State::NobodyReady: return {tr("Start the test"), false, tr("Two Sparks have to be signed in")};
    case State::NothingSetUp: return {tr("Start the test"), false, tr("Nothing is set up yet")};
    case State::Choosing:
        if (m_chosen.empty())
            return {tr("Start the test"), false, tr("Choose at least one cable")};
        if (m_noEstimate)
            return {tr("Start the test"), false, sentence(m_noEstimate->message)};
        return {tr("Start the test"), true, {}};
    case State::Running: return {tr("Stop"), !m_stopping, tr("Stopping")};
    case State::Done: break;
    }
    return {tr("Test again"), true, {}};
}

void TestsViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (m_running) {
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

QString TestsViewModel::choiceText() const
{
    return TestWords::about(m_kind);
}

QString TestsViewModel::lengthText() const
{
    return TestWords::aboutLength(m_kind, m_length);
}

QString TestsViewModel::estimateText() const
{
    if (m_chosen.empty())
        return tr("No cable is chosen.");
    if (m_noEstimate)
        return sentence(m_noEstimate->message);
    if (!m_estimate)
        return {};
    QStringList parts{tr("Takes about %1.").arg(TestWords::time(m_estimate->duration))};
    std::vector<int> loaded = m_estimate->cables;
    std::erase(loaded, 0);
    if (loaded.size() == 1)
        parts << tr("Loads cable %1 fully: whatever else uses it becomes slow meanwhile.").arg(loaded.front());
    else if (loaded.size() > 1)
        parts << tr("Loads cables %1 fully: whatever else uses them becomes slow meanwhile.").arg(cableList(loaded));
    else
        parts << tr("Loads the cables to the switch fully: whatever else uses them becomes slow meanwhile.");
    if (m_estimate->memory > 0)
        parts << tr("Takes up to %1 of memory on each Spark.")
                     .arg(QLocale().formattedDataSize(m_estimate->memory, 1, QLocale::DataSizeIecFormat));
    return parts.join(u' ');
}

QString TestsViewModel::othersText() const
{
    switch (m_others) {
    case Others::NotAsked: return {};
    case Others::Looking: return tr("Looking whether something uses the fabric.");
    case Others::Nobody: return tr("Nothing else uses the fabric now.");
    case Others::Somebody: break;
    }
    return sentences(m_seen).join(u' ') + u' ' + tr("The test would slow it down, and would be slowed down by it.");
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

QString TestsViewModel::runningTitle() const
{
    if (!m_progress)
        return {};
    return tr("%1 of %2: %3", "measurement, of how many, which")
        .arg(m_progress->shot)
        .arg(m_progress->shots)
        .arg(sentence(m_progress->doing));
}

std::vector<TestBlock> TestsViewModel::blocks() const
{
    return m_report ? blocksOf(*m_report) : std::vector<TestBlock>();
}

QStringList TestsViewModel::proven() const
{
    return m_report && !m_running ? sentences(m_report->proven) : QStringList();
}

QStringList TestsViewModel::notProven() const
{
    if (!m_report || m_running)
        return {};
    return sentences(m_report->alarms) + sentences(m_report->notProven);
}

engine::text::Explanation TestsViewModel::problem() const
{
    return m_problem && state() != State::Done ? engine::text::explain(*m_problem) : engine::text::Explanation{};
}

domain::Verdict TestsViewModel::verdict() const
{
    return m_report && !m_running ? m_report->verdict : domain::Verdict::NotTested;
}

QString TestsViewModel::fingerprint() const
{
    std::vector<domain::SparkFacts> facts;
    for (const engine::HostView &host : m_hosts)
        if (host.facts && host.state == engine::HostState::Ready)
            facts.push_back(*host.facts);
    return facts.size() < 2 ? QString() : QString::fromStdString(domain::environmentFingerprint(facts));
}

QString TestsViewModel::staleText() const
{
    if (state() != State::Done || m_report->fingerprint.isEmpty())
        return {};
    const QString now = fingerprint();
    if (now.isEmpty())
        return tr("This was measured before; now not all Sparks can be reached.");
    if (now == m_report->fingerprint)
        return {};
    return tr(
        "Something has changed since this was measured: a kernel, a driver, firmware, MTU or a link. Test again to "
        "know what holds now.");
}

QString TestsViewModel::whenText() const
{
    if (!m_report || m_running)
        return {};
    return tr("Measured %1. %2.", "when, how")
        .arg(QLocale().toString(m_report->when.toLocalTime(), QLocale::ShortFormat), methodOf(*m_report));
}

bool TestsViewModel::fullSpeed() const
{
    return state() == State::Done && staleText().isEmpty() && provesFullSpeed(*m_report);
}

QString TestsViewModel::describe(const PictureCable &cable) const
{
    QStringList lanes;
    for (std::size_t i = 0; i < cable.lanes.size(); ++i) {
        const LaneProof proof = cable.lanes[i].proof;
        const QString word = proof == LaneProof::Passed ? TestWords::mark(TestMark::Good)
            : proof == LaneProof::Failed                ? TestWords::mark(TestMark::Bad)
                                                        : TestWords::mark(TestMark::NotTested);
        lanes << tr("lane %1 %2").arg(QChar(u'A' + static_cast<char16_t>(i))).arg(word);
    }
    const QString other = cable.b.socket == SocketKey::kAnySocket ? tr("the switch") : cable.b.box;
    const QString chosen = cable.faint ? tr("not chosen") : tr("chosen");
    return tr("Cable %1, %2 – %3: %4, %5.").arg(cable.number).arg(cable.a.box, other, chosen, lanes.join(u", "_s));
}

QString TestsViewModel::summary() const
{
    QStringList lines;
    for (const PictureCable &cable : m_picture.cables)
        lines << describe(cable);
    return lines.join(u' ');
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
