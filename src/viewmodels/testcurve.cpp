// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testcurve.h"

#include "engine/text/text.h"
#include "viewmodels/testwords.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr std::size_t kMostPoints = 2400; // ten minutes at four a second
constexpr std::array kTops = {10.0, 20.0, 50.0, 100.0, 150.0, 200.0, 250.0, 400.0, 500.0, 1000.0};

double secondsOf(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

} // namespace

void TestCurve::clear()
{
    *this = {};
}

void TestCurve::take(const engine::TestProgress &progress)
{
    const double at = secondsOf(progress.elapsed);
    m_end = at + secondsOf(progress.left);
    if (progress.shot <= 0)
        return;
    if (m_stretches.empty() || m_stretches.back().shot != progress.shot)
        m_stretches.push_back({progress.shot, engine::text::sentence(progress.doing), TestWords::layer(progress.layer),
            at, at, progress.band});
    m_stretches.back().to = std::max(m_stretches.back().to, at);
    if (progress.band)
        m_stretches.back().band = progress.band;
    if (progress.gbps <= 0)
        return; // between two runs nothing is measured
    if (!m_points.empty() && at <= m_points.back().at && m_points.back().shot == progress.shot) {
        m_points.back().gbps = progress.gbps;
        return;
    }
    m_points.push_back({at, progress.gbps, progress.shot});
    if (m_points.size() > kMostPoints)
        m_points.erase(m_points.begin(), m_points.begin() + kMostPoints / 4);
}

double TestCurve::top() const
{
    double most = 0;
    for (const Point &point : m_points)
        most = std::max(most, point.gbps);
    for (const Stretch &stretch : m_stretches)
        if (stretch.band)
            most = std::max(most, stretch.band->good * 1.1);
    const auto top = std::find_if(kTops.begin(), kTops.end(), [&](double value) { return value >= most; });
    return top == kTops.end() ? most : *top;
}

std::optional<double> TestCurve::now() const
{
    if (m_points.empty() || m_stretches.empty() || m_points.back().shot != m_stretches.back().shot)
        return std::nullopt;
    return m_points.back().gbps;
}

QString TestCurve::summary() const
{
    const std::optional<double> last = now();
    if (!last)
        return {};
    const Stretch &stretch = m_stretches.back();
    double least = *last, most = *last;
    int dips = 0;
    bool below = false;
    for (const Point &point : m_points) {
        if (point.shot != stretch.shot)
            continue;
        least = std::min(least, point.gbps);
        most = std::max(most, point.gbps);
        const bool isBelow = stretch.band && point.gbps < stretch.band->ok;
        dips += isBelow && !below;
        below = isBelow;
    }
    QStringList parts;
    parts << (stretch.band ? TestWords::tr("Now %1 Gb/s, expected %2 or more.")
                                 .arg(TestWords::number(*last), TestWords::number(stretch.band->good, 0))
                           : TestWords::tr("Now %1 Gb/s.").arg(TestWords::number(*last)));
    parts << TestWords::tr("Between %1 and %2 so far.").arg(TestWords::number(least), TestWords::number(most));
    if (dips > 0)
        parts << TestWords::tr("Below what is expected %n time(s).", nullptr, dips);
    return parts.join(u' ');
}

} // namespace sparkloom::viewmodels
