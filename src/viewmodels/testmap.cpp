// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testmap.h"

#include "viewmodels/testblocks.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

const engine::HostView *hostById(const std::vector<engine::HostView> &hosts, const domain::SparkId &id)
{
    const auto it = std::find_if(
        hosts.begin(), hosts.end(), [&](const engine::HostView &host) { return host.facts && host.facts->id == id; });
    return it == hosts.end() ? nullptr : &*it;
}

LaneProof proofOf(TestMark mark)
{
    switch (mark) {
    case TestMark::Good:
    case TestMark::Ok: return LaneProof::Passed;
    case TestMark::Bad: return LaneProof::Failed;
    default: return LaneProof::NotTested;
    }
}

// The worst of both ends of a lane; what was not tested says less than anything else.
void note(LaneProof &lane, LaneProof proof)
{
    if (lane == LaneProof::None || lane == LaneProof::NotTested || proof == LaneProof::Failed)
        lane = proof;
}

PictureLane *laneOf(FabricPicture &picture, const QString &spark, domain::HalfId half)
{
    const SocketKey key{spark, domain::number(half.cage)};
    for (PictureCable &cable : picture.cables)
        if (cable.a == key || cable.b == key)
            return &cable.lanes[static_cast<std::size_t>(half.side)];
    return nullptr;
}

// What a rung found wrong names the half and its Spark.
void noteFindings(FabricPicture &picture, const engine::LadderStep &step)
{
    if (!domain::isWrong(step.verdict))
        return;
    for (const base::Message &seen : step.seen) {
        const auto spark = seen.arguments.find("spark");
        const auto half = seen.arguments.find("half");
        if (spark == seen.arguments.end() || half == seen.arguments.end())
            continue;
        const auto *name = std::get_if<std::string>(&spark->second);
        const auto *text = std::get_if<std::string>(&half->second);
        for (const domain::HalfId each : domain::kAllHalves)
            if (name && text && domain::toText(each) == *text)
                if (PictureLane *lane = laneOf(picture, QString::fromStdString(*name), each))
                    lane->proof = LaneProof::Failed;
    }
}

} // namespace

domain::AddressPlan testedPlan(
    const std::vector<engine::HostView> &hosts, const std::optional<domain::AddressPlan> &applied)
{
    if (applied)
        return *applied;
    std::vector<domain::SparkFacts> facts;
    for (const engine::HostView &host : hosts)
        if (host.facts && host.state == engine::HostState::Ready)
            facts.push_back(*host.facts);
    return engine::planFromFacts(facts);
}

std::vector<engine::LiveHalf> liveFromFacts(const std::vector<engine::HostView> &hosts)
{
    std::vector<engine::LiveHalf> live;
    for (const engine::HostView &host : hosts)
        if (host.facts)
            for (const domain::HalfFacts &half : host.facts->halves)
                live.push_back({{host.facts->id, half.id}, true, half.adminUp, half.carrier});
    return live;
}

std::vector<TestCable> testCablesOf(const FabricPicture &picture, const std::vector<engine::HostView> &hosts)
{
    std::vector<TestCable> cables;
    for (const PictureCable &cable : picture.cables) {
        TestCable one;
        one.number = cable.number;
        for (const SocketKey &end : {cable.a, cable.b})
            for (const engine::HostView &host : hosts)
                if (host.facts && host.name == end.box && end.socket >= 0)
                    one.cages.push_back(
                        {host.facts->id, end.socket == 0 ? domain::CageIndex::Zero : domain::CageIndex::One});
        const auto shown = [&](const SocketKey &end) {
            const PictureBox *box = picture.box(end.box);
            return box ? box->name : end.box;
        };
        one.text = TestWords::tr("Cable %1, %2 – %3").arg(cable.number).arg(shown(cable.a), shown(cable.b));
        cables.push_back(std::move(one));
    }
    return cables;
}

FabricPicture pictureOfTests(const std::vector<engine::HostView> &hosts, const domain::AddressPlan &plan,
    const std::optional<engine::TestReport> &report, const std::set<int> &chosen)
{
    FabricPicture picture = pictureOfProof(hosts, plan, liveFromFacts(hosts), {});
    for (std::size_t i = 0; i < picture.cables.size(); ++i)
        picture.cables[i].faint = !chosen.contains(static_cast<int>(i));
    if (!report)
        return picture;
    for (const LaneVerdict &verdict : laneVerdictsOf(*report))
        if (const engine::HostView *host = hostById(hosts, verdict.half.spark))
            if (PictureLane *lane = laneOf(picture, host->name, verdict.half.half))
                note(lane->proof, proofOf(verdict.mark));
    for (const engine::LadderStep &step : report->steps)
        noteFindings(picture, step);
    for (PictureCable &cable : picture.cables)
        for (PictureLane &lane : cable.lanes)
            if (lane.proof == LaneProof::None && !cable.faint)
                lane.proof = LaneProof::NotTested;
    return picture;
}

} // namespace sparkloom::viewmodels
