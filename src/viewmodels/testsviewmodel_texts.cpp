// SPDX-License-Identifier: GPL-3.0-or-later
// What the Tests page says.
#include "viewmodels/testsviewmodel.h"

#include "viewmodels/fullspeed.h"
#include "viewmodels/words.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using engine::text::sentence;

namespace {

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
    case State::NobodyReady: return {tr("Sign in"), true, {}};
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

QString TestsViewModel::runningTitle() const
{
    if (!m_progress)
        return {};
    if (m_progress->shot == 0)
        return sentence(m_progress->doing);
    return tr("%1 of %2: %3", "measurement, of how many, which")
        .arg(m_progress->shot)
        .arg(m_progress->shots)
        .arg(sentence(m_progress->doing));
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
    if (cable.isSlow())
        lanes << Words::speed(cable.gbps);
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

} // namespace sparkloom::viewmodels
