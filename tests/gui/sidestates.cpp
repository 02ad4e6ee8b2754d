// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidestates.h"

#include "engine/text/text.h"
#include "fixtures.h"

namespace fixtures {

using namespace Qt::Literals::StringLiterals;
using namespace base::literals;
using viewmodels::SetupViewModels;
using viewmodels::SidePage;
using viewmodels::Step;

namespace {

viewmodels::FlowFacts allOpen()
{
    viewmodels::FlowFacts facts;
    facts.members = 2;
    facts.ready = 2;
    facts.topologyChosen = facts.cablingComplete = facts.planned = true;
    return facts;
}

void fillReview(SetupViewModels &models)
{
    const Fabric fabric = cabledPair();
    models.cable.setHosts(fabric.hosts);
    models.cable.setCabling(fabric.cabling);
    models.review.setHosts(fabric.hosts);
    models.review.setPlan(planOf(fabric));
    models.steps.setFacts(allOpen());
    models.steps.go(Step::Review);
}

void fillCable(SetupViewModels &models, const Fabric &fabric)
{
    models.cable.setHosts(fabric.hosts);
    models.cable.setCabling(fabric.cabling);
    models.steps.setFacts(allOpen());
    models.steps.go(Step::Cable);
}

QDateTime at(int minute)
{
    return {QDate(2026, 11, 21), QTime(14, minute), Qt::UTC};
}

void fillLog(SetupViewModels &models)
{
    const Fabric fabric = cabledPair();
    engine::Cluster cluster;
    for (const engine::HostView &host : fabric.hosts) {
        engine::ClusterMember member;
        member.name = host.name;
        member.sparkId = QString::fromStdString(host.facts->id.value);
        cluster.members.push_back(member);
    }
    models.log.begin(cluster);
    std::vector<engine::JournalEntry> entries;
    int minute = 1;
    for (const char *step : {"begin", "trial", "prove", "persist", "commit", "closed"}) {
        engine::JournalEntry entry;
        entry.step = QString::fromLatin1(step);
        entry.intent = false;
        entry.spark = cluster.members.front().sparkId;
        entry.when = at(minute++);
        entries.push_back(entry);
    }
    models.log.setJournal(entries);
    models.log.noteHosts(fabric.hosts, at(10));
    models.log.noteJobs(jobsHalfway(), at(11));
    models.log.noteJobs(jobsRolledBack(), at(12));
    auto lost = fabric.hosts;
    lost[1].state = engine::HostState::Lost;
    lost[1].error = base::refused(base::Message("apply.busy"_msg));
    models.log.noteHosts(lost, at(13));
}

void fillSettings(SetupViewModels &models)
{
    using Kind = viewmodels::SettingsViewModel::Place::Kind;
    models.settings.setLanguages({u"de"_s, u"en"_s});
    models.settings.setPlaces({{Kind::Clusters, u"/home/ann/.config/sparkloom/clusters"_s},
        {Kind::Keys, u"/home/ann/.local/share/sparkloom"_s}, {Kind::Journal, u"/home/ann/.local/state/sparkloom"_s},
        {Kind::Window, u"/home/ann/.config/sparkloom/window.ini"_s}});
    models.settings.setKnown(knownClusters(), knownClusters().front().cluster.name);
}

using Place = engine::VirtualFaultKind::Place;

// Some of the simulator's faults, and how four Sparks on a switch or a pair are with them.
engine::PracticeState practice(bool star)
{
    engine::PracticeState state;
    state.kinds = {{u"F-01"_s, u"stale-init"_s, {}, {Place::Spark}}, {u"F-02"_s, u"bios-x2"_s, {}, {Place::Spark}},
        {u"F-04"_s, u"speed-100"_s, {}, {Place::Cable, Place::SwitchPort}},
        {u"F-05"_s, u"not-seated"_s, {}, {Place::Half, Place::Cage, Place::SwitchPort}},
        {u"F-07"_s, u"one-half"_s, {}, {Place::Cage, Place::Cable}}, {u"F-08"_s, u"bad-cable"_s, {}, {Place::Cable}},
        {u"F-09"_s, u"flapping"_s, {}, {Place::Cable}}, {u"F-14"_s, u"no-address"_s, {}, {Place::Half, Place::Cage}},
        {u"F-16"_s, u"mtu-mismatch"_s, {}, {Place::Half, Place::Cage, Place::SwitchPort}},
        {u"F-21"_s, u"name-conflict"_s, {}, {Place::Spark}}, {u"F-24"_s, u"firewall"_s, {}, {Place::Spark}},
        {u"F-34"_s, u"config-written"_s, {}, {Place::Spark}}, {u"F-36"_s, u"wrong-nccl"_s, {}, {Place::Spark}},
        {u"F-44"_s, u"no-cma"_s, {}, {Place::Spark}},
        {u"F-99"_s, u"of-tomorrow"_s, u"a fault that this program knows nothing of"_s, {Place::Spark}}};
    using domain::CageIndex;
    const engine::VirtualSocket toSwitch{u"switch"_s, CageIndex::Zero, true};
    if (!star)
        state.cables = {{{u"spark-a"_s, CageIndex::Zero, false}, {u"spark-b"_s, CageIndex::One, false}, 0}};
    for (const char *name : {"spark-a", "spark-b", "spark-c", "spark-d"})
        if (star)
            state.cables.push_back({{QString::fromLatin1(name), CageIndex::Zero, false}, toSwitch, 0});
    return state;
}

void fillFaults(SetupViewModels &models, bool star)
{
    fillCable(models, star ? starOfFour() : cabledPair());
    models.practice.begin(star ? QStringList{u"spark-a"_s, u"spark-b"_s, u"spark-c"_s, u"spark-d"_s}
                               : QStringList{u"spark-a"_s, u"spark-b"_s});
    models.side.setPractising(true);
    models.side.open(SidePage::Faults);
}

} // namespace

std::vector<SideState> sideStates()
{
    return {
        {"review-addresses",
            [](SetupViewModels &m) {
                fillReview(m);
                m.review.showAddresses(true);
            }},
        {"review-addresses-wrong",
            [](SetupViewModels &m) {
                fillReview(m);
                m.review.showAddresses(true);
                viewmodels::AddressesViewModel &addresses = m.review.addresses();
                addresses.setAvoid({*domain::Ipv4Prefix::parse("10.42.0.0/16")});
                addresses.editPool(u"10.42.0.0/16"_s);
                addresses.editAddress(addresses.rows()[0].half, u"10.42.7.5"_s);
                addresses.editAddress(addresses.rows()[1].half, u"spark-b"_s);
            }},
        {"cable-closer", [](SetupViewModels &m) { fillCable(m, unknownPair()); }},
        {"cable-probing",
            [](SetupViewModels &m) {
                Fabric fabric = unknownPair();
                fabric.cabling.probeOffered = false;
                fabric.cabling.probing = true;
                fillCable(m, fabric);
            }},
        {"cable-in-vain",
            [](SetupViewModels &m) {
                Fabric fabric = unknownPair();
                fabric.cabling.probeOffered = false;
                fabric.cabling.notes = {
                    base::Message(base::MessageId("cabling.probed-in-vain-many")).with("count", std::int64_t(2))};
                fillCable(m, fabric);
            }},
        {"cable-which",
            [](SetupViewModels &m) {
                Fabric fabric = cabledPair();
                fabric.cabling.pulled = domain::readPull(
                    {{fabric.sparks[0].id, domain::CageIndex::Zero}, {fabric.sparks[1].id, domain::CageIndex::Zero}});
                fillCable(m, fabric);
                m.cable.watchPulls(true);
            }},
        {"cable-blink",
            [](SetupViewModels &m) {
                fillCable(m, ringInWork());
                m.cable.setBlinking(viewmodels::SocketKey{u"spark-b"_s, 0});
            }},
        {"help-cable",
            [](SetupViewModels &m) {
                fillCable(m, ringInWork());
                m.side.open(SidePage::Help);
            }},
        {"help-start", [](SetupViewModels &m) { m.side.open(SidePage::Help); }},
        {"log",
            [](SetupViewModels &m) {
                fillLog(m);
                m.side.open(SidePage::Log);
            }},
        {"log-empty", [](SetupViewModels &m) { m.side.open(SidePage::Log); }},
        {"settings",
            [](SetupViewModels &m) {
                fillSettings(m);
                m.side.open(SidePage::Settings);
            }},
        {"settings-forget",
            [](SetupViewModels &m) {
                fillSettings(m);
                m.side.open(SidePage::Settings);
                m.settings.forget(u"cluster-2"_s);
            }},
        {"faults",
            [](SetupViewModels &m) {
                fillFaults(m, false);
                m.practice.setState(practice(false));
            }},
        {"faults-on",
            [](SetupViewModels &m) {
                fillFaults(m, true);
                engine::PracticeState state = practice(true);
                state.on = {{u"F-08"_s, u"cable:spark-b:0"_s}, {u"F-16"_s, u"port:spark-c:0"_s},
                    {u"F-14"_s, u"spark-a:1B"_s}, {u"F-36"_s, u"spark-d"_s}, {u"F-34"_s, u"spark-a"_s}};
                state.cables.back().limitGbps = 25;
                m.practice.setState(state);
                m.practice.chooseFault(u"F-16"_s);
                m.practice.choosePlace(u"port:spark-c:0"_s);
            }},
        {"faults-refused",
            [](SetupViewModels &m) {
                fillFaults(m, false);
                engine::PracticeState state = practice(false);
                state.cables.clear();
                m.practice.setState(state);
                m.practice.chooseFault(u"F-08"_s);
                m.practice.setProblem([] {
                    return engine::text::explain(
                        base::refused(base::Message("virtual.fault-refused"_msg).with("reason", "there is no cable")))
                        .seen;
                });
            }},
        {"settings-calm-desktop",
            [](SetupViewModels &m) {
                m.settings.setDesktopCalm(true);
                m.side.open(SidePage::Settings);
            }},
        {"about",
            [](SetupViewModels &m) {
                m.about.setLibraries({{u"Qt"_s, u"6.4.2"_s, u"LGPL-3.0-only"_s},
                    {u"libssh"_s, u"0.10.6"_s, u"LGPL-2.1-or-later"_s}, {u"QCoro"_s, u"0.8.0"_s, u"MIT"_s},
                    {u"JSON for Modern C++"_s, u"3.11.2"_s, u"MIT"_s}, {u"Avahi"_s, {}, u"LGPL-2.1-or-later"_s}});
                m.side.open(SidePage::About);
            }},
    };
}

} // namespace fixtures
