// SPDX-License-Identifier: GPL-3.0-or-later
#include "livestates.h"

#include "livescript.h"

#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace fixtures {

using domain::CageIndex;
using domain::HalfId;
using domain::Side;
using viewmodels::LiveEvent;
using viewmodels::LiveViewModel;
using viewmodels::LoadScale;
using viewmodels::SetupViewModels;

namespace {

viewmodels::Sentence saidBySession(const char *text)
{
    return [text] { return QCoreApplication::translate("sparkloom::viewmodels::SetupController", text); };
}

constexpr HalfId k0A{CageIndex::Zero, Side::A};
constexpr HalfId k0B{CageIndex::Zero, Side::B};

using Script = std::shared_ptr<LiveScript>;

// A job that begins after `begin` seconds, with the little unrest that real ones have.
LiveScript::Profile job(double gbps, double begin, double end = 1e9)
{
    return [=](double t) {
        const double rise = std::clamp((t - begin) / 1.5, 0.0, 1.0);
        return t < begin || t > end ? 0.02 : gbps * rise * (0.985 + 0.015 * std::sin(t * 5 + gbps));
    };
}

Fabric star(int sparks)
{
    std::vector<Plugged> cables;
    for (int i = 0; i < sparks; ++i)
        cables.push_back({i, CageIndex::Zero, -1, CageIndex::Zero});
    return fabric(sparks, cables, domain::Topology::Star);
}

// Coarse, because these are looked at and not compared with anything.
Script scriptOf(const Fabric &fabric)
{
    return std::make_shared<LiveScript>(fabric, 10, 10ms);
}

// The page keeps the script: what it is fed from lives as long as it.
void begin(SetupViewModels &models, const Script &script)
{
    const Fabric &fabric = script->fabric();
    viewmodels::FlowFacts facts;
    facts.members = facts.ready = static_cast<int>(fabric.sparks.size());
    facts.topologyChosen = facts.cablingComplete = facts.applied = true;
    models.steps.setFacts(facts);
    models.live.setHosts(fabric.hosts);
    viewmodels::LiveFeed feed = script->feed();
    feed.view = [script, view = feed.view] { return view(); };
    models.live.setFeed(feed);
    models.live.setCabling(fabric.cabling);
    models.steps.go(viewmodels::Step::Live);
}

void run(SetupViewModels &models, const Script &script, std::chrono::milliseconds time)
{
    for (std::chrono::milliseconds gone = 0ms; gone < time; gone += 250ms) {
        script->advance(250ms);
        models.live.pull();
    }
}

Script playRing()
{
    auto script = scriptOf(fixtures::cabledRing());
    for (int spark = 0; spark < 3; ++spark)
        for (const HalfId half : domain::kAllHalves) {
            const bool weak = spark == 2 && half == HalfId{CageIndex::One, Side::B};
            script->send(spark, half, job(weak ? 2.1 : 47.4 + 0.2 * spark, 14), [](double) { return 0.4; });
        }
    return script;
}

void fillRing(SetupViewModels &models)
{
    const Script script = playRing();
    begin(models, script);
    run(models, script, 62s);
}

void fillPair(SetupViewModels &models)
{
    auto script = scriptOf(cabledPair());
    const auto dipping = [](double t) {
        const double gbps = job(92, 6)(t);
        return std::fmod(t, 17) < 1.2 && t > 20 ? gbps * 0.15 : gbps;
    };
    script->send(0, k0A, dipping);
    script->send(0, k0B, dipping);
    script->send(1, k0A, job(31, 10, 41));
    script->send(1, k0B, job(30, 10, 41));
    begin(models, script);
    run(models, script, 30s);
    models.live.addEvent(LiveEvent::Kind::TestBegun, saidBySession("A test began"));
    run(models, script, 11s);
    models.live.addEvent(LiveEvent::Kind::TestEnded, saidBySession("The test ended"));
    run(models, script, 6s);
    script->addErrors(1, k0B, "rx_discards_phy", 12);
    run(models, script, 15s);
}

void fillPairChart(SetupViewModels &models)
{
    fillPair(models);
    models.live.setScale(LoadScale::Kind::Linear);
    models.live.setChartShown(true);
    models.live.setPaused(true);
}

// A model that answers: little and steady, with bursts when it reads a question.
void fillDecoding(SetupViewModels &models)
{
    auto script = scriptOf(cabledPair());
    for (const HalfId half : {k0A, k0B})
        for (int spark = 0; spark < 2; ++spark)
            script->send(spark, half, [spark](double t) { return std::fmod(t + spark * 3, 13) < 1.0 ? 52.0 : 0.06; });
    begin(models, script);
    run(models, script, 62s);
    models.live.setChartShown(true);
}

void fillQuiet(SetupViewModels &models)
{
    auto script = scriptOf(cabledPair());
    begin(models, script);
    run(models, script, 20s);
}

void fillSilentHalf(SetupViewModels &models)
{
    auto script = scriptOf(cabledPair());
    script->send(0, k0A, job(96, 3));
    script->send(1, k0A, job(95, 3));
    begin(models, script);
    run(models, script, 30s);
}

void fillNoRdma(SetupViewModels &models)
{
    auto script = scriptOf(cabledPair());
    for (int spark = 0; spark < 2; ++spark) {
        script->countNoRdma(spark);
        script->countNoPort(spark);
    }
    script->send(0, k0A, {}, job(9.1, 4));
    script->send(0, k0B, {}, job(8.7, 4));
    begin(models, script);
    run(models, script, 30s);
}

void fillPartly(SetupViewModels &models)
{
    const Script script = playRing();
    begin(models, script);
    run(models, script, 40s);
    script->drop(1);
    script->unplug(1);
    models.live.setCabling(script->fabric().cabling);
    run(models, script, 8s);
}

void fillStale(SetupViewModels &models)
{
    const Script script = playRing();
    begin(models, script);
    run(models, script, 40s);
    for (int spark = 0; spark < 3; ++spark)
        script->silence(spark);
    run(models, script, 7s);
}

void fillEnded(SetupViewModels &models)
{
    const Script script = playRing();
    begin(models, script);
    run(models, script, 40s);
    script->stop();
    for (int spark = 0; spark < 3; ++spark)
        script->silence(spark);
    run(models, script, 3s);
}

void fillStarting(SetupViewModels &models)
{
    begin(models, scriptOf(fixtures::cabledRing()));
}

void fillNobody(SetupViewModels &models)
{
    viewmodels::FlowFacts facts;
    facts.members = 2;
    facts.ready = 2;
    models.steps.setFacts(facts);
    models.steps.go(viewmodels::Step::Live);
}

void fillStar(SetupViewModels &models)
{
    auto script = scriptOf(star(8));
    for (int spark = 0; spark < 8; ++spark)
        for (const HalfId half : {k0A, k0B}) {
            script->send(spark, half, job(60 + 3 * spark, 5));
            script->receive(spark, half, job(58 + 3 * spark, 5));
        }
    begin(models, script);
    run(models, script, 40s);
}

} // namespace

std::vector<LiveState> liveStates()
{
    return {{"live-ring", fillRing}, {"live-pair", fillPair}, {"live-chart", fillPairChart},
        {"live-decoding", fillDecoding}, {"live-quiet", fillQuiet}, {"live-silent-half", fillSilentHalf},
        {"live-no-rdma", fillNoRdma}, {"live-partly", fillPartly}, {"live-stale", fillStale}, {"live-ended", fillEnded},
        {"live-starting", fillStarting}, {"live-nobody", fillNobody}, {"live-star", fillStar}};
}

} // namespace fixtures
