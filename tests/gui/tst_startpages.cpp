// SPDX-License-Identifier: GPL-3.0-or-later
// What the first pages say: start, an interrupted change, the forms to choose from. Values only, no display.
#include "fixtures.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::InterruptedViewModel;
using viewmodels::ScenarioGroup;
using viewmodels::StartViewModel;
using viewmodels::TopologyViewModel;
using viewmodels::Words;

namespace {

QList<QJsonObject> scenarioFiles()
{
    QList<QJsonObject> files;
    const QDir folder(QStringLiteral(SPARKLOOM_SCENARIOS));
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files << QJsonDocument::fromJson(file.readAll()).object();
    }
    return files;
}

void fill(TopologyViewModel &topology, const fixtures::Fabric &fabric)
{
    topology.setHosts(fabric.hosts);
    topology.setCabling(fabric.cabling);
}

engine::Interruption interruption(bool undo)
{
    return {undo, QDateTime(QDate(2026, 11, 21), QTime(14, 3), Qt::UTC), {}, false};
}

} // namespace

class TestStartPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Off the list is not out of the cluster: that is said until the Spark is chosen again.
    void find_whatIsSetUpStaysSetUp()
    {
        viewmodels::FindViewModel find;
        QVERIFY(find.leftAlone().seen.isEmpty());
        find.setLeftAlone(u"spark-c"_s);
        QVERIFY(find.leftAlone().seen.contains(u"spark-c"_s) && find.leftAlone().remedy.contains(u"choose it again"_s));
        find.setMembers({fixtures::host(u"spark-a"_s, engine::HostState::Idle)});
        QVERIFY(!find.leftAlone().seen.isEmpty());
        find.setMembers({fixtures::host(u"spark-c"_s, engine::HostState::Idle)});
        QVERIFY(find.leftAlone().seen.isEmpty());
    }

    void scenarios_areToldAsTheirFilesTellThem()
    {
        const auto files = scenarioFiles();
        QVERIFY(files.size() > 20);
        for (const QJsonObject &file : files) {
            const QString name = file[u"name"_s].toString();
            QCOMPARE(Words::scenarioStory(name), file[u"story"_s].toString());
            QVERIFY2(!Words::scenarioTitle(name, {}).isEmpty(), qPrintable(name));
            const bool healthy = file[u"verdict"_s].toObject()[u"healthy"_s].toBool();
            const ScenarioGroup group = !healthy ? ScenarioGroup::Sick
                : file.contains(u"setUp"_s)      ? ScenarioGroup::Healthy
                                                 : ScenarioGroup::ToSetUp;
            QVERIFY2(Words::scenarioGroup(name) == group, qPrintable(name));
        }
    }

    void start_aScenarioThatNobodyKnowsIsShownAsItsFileSays()
    {
        StartViewModel start;
        start.setScenarios({{u"my-own"_s, u"My own two"_s, 2}, {u"sealed-pair"_s, u"Sealed"_s, 2}});
        QCOMPARE(start.scenarios().front().name, u"sealed-pair"_s);
        QCOMPARE(start.scenarios().back().title, u"My own two"_s);
        QCOMPARE(start.scenarios().back().story, u"My own two"_s);
    }

    void start_glancesAtAFewSparksAndNothingElse()
    {
        StartViewModel start;
        auto found = fixtures::foundHosts();
        start.setFound(found);
        QCOMPARE(start.sparksSeen(), 3); // the NAS is none
        QVERIFY(start.networkText().isEmpty());
        for (int i = 0; i < 4; ++i) {
            found.push_back(found[0]);
            found.back().key = u"more%1"_s.arg(i);
        }
        start.setFound(found);
        QCOMPARE(start.glance().size(), std::size_t(StartViewModel::kMostGlanced));
        QVERIFY(start.networkText().contains(u'4'));
        QVERIFY(start.glance()[1].subtitle.contains(u"ASUS"_s));
        QSignalSpy chosen(&start, &StartViewModel::chooseRequested);
        start.choose(start.glance()[1]);
        QCOMPARE(chosen[0][0].toString(), u"2"_s);
    }

    void start_saysWhyNobodyIsThere()
    {
        using namespace base::literals;
        StartViewModel start;
        const auto textFor = [&](engine::DiscoveryHealth health) {
            start.setHealth(health);
            return start.networkText();
        };
        const QStringList texts = {textFor({engine::DiscoveryHealth::State::Searching, {}}),
            textFor({engine::DiscoveryHealth::State::Settled, {}}),
            textFor({engine::DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg})};
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), 3);
        QVERIFY(texts.last().contains(u"Avahi"_s));
        start.setPractice(u"pair"_s, false);
        QVERIFY2(!texts.contains(start.networkText()), "while practising nobody listens");
    }

    void start_interruptedClustersComeFirstThenTheLatest()
    {
        StartViewModel start;
        start.setKnown(fixtures::knownClusters());
        QCOMPARE(start.recent().size(), std::size_t(3)); // one without Sparks is none
        QCOMPARE(start.recent()[0].cluster, u"class"_s);
        QVERIFY(start.recent()[0].interrupted);
        QCOMPARE(start.recent()[1].cluster, u"default"_s);
        QCOMPARE(start.recent()[1].title, u"spark-1a2b, gx10-9641, promaxgb10-5cd4"_s);
        QCOMPARE(start.recent()[2].cluster, u"lab"_s);
    }

    void start_nothingIsAddedBeforeThereIsAPlaceForIt()
    {
        StartViewModel start;
        QSignalSpy added(&start, &StartViewModel::addRequested);
        start.add(u"spark-1"_s);
        QCOMPARE(added.size(), 0);
        start.setReady(true);
        start.add(u"  "_s);
        QCOMPARE(added.size(), 0);
        QVERIFY(!start.addError().isEmpty());
        start.add(u" spark-1 "_s);
        QCOMPARE(added[0][0].toString(), u"spark-1"_s);
        start.setPractice(u"pair"_s, true);
        QVERIFY(!start.primaryAction().enabled && !start.primaryAction().reason.isEmpty());
        QSignalSpy practised(&start, &StartViewModel::practiseRequested);
        start.practise(u"ring"_s);
        QCOMPARE(practised.size(), 0); // one after the other
    }

    void interrupted_nothingIsPreselectedAndAnUndoGoesForwardOnly()
    {
        InterruptedViewModel page;
        QVERIFY(!page.primaryAction().enabled);
        page.setInterruption(interruption(false));
        QVERIFY(!page.primaryAction().enabled && !page.primaryAction().reason.isEmpty());
        QSignalSpy finish(&page, &InterruptedViewModel::finishRequested),
            revert(&page, &InterruptedViewModel::revertRequested);
        page.triggerPrimary();
        page.choose(InterruptedViewModel::Choice::Revert);
        page.triggerPrimary();
        QCOMPARE(revert.size(), 1);
        QCOMPARE(finish.size(), 0);
        page.setInterruption(interruption(true));
        QVERIFY(!page.revertPossible());
        page.choose(InterruptedViewModel::Choice::Revert);
        page.triggerPrimary();
        QCOMPARE(revert.size(), 1);
        QCOMPARE(finish.size(), 1);
    }

    void interrupted_isSaidToNeedASignIn()
    {
        InterruptedViewModel page;
        page.setInterruption(interruption(false));
        page.choose(InterruptedViewModel::Choice::Finish);
        page.setHosts({fixtures::host(u"spark-a"_s, engine::HostState::Idle)});
        const QString before = page.primaryAction().text;
        page.setHosts(fixtures::cabledPair().hosts);
        QVERIFY(page.primaryAction().text != before);
        QVERIFY(page.sparksText().contains(u"spark-b"_s));
    }

    void interrupted_speaksOfSeveralThatAreGone()
    {
        const auto gone = [](int count) {
            InterruptedViewModel page;
            page.setInterruption(interruption(false));
            std::vector<engine::HostView> hosts = {fixtures::host(u"spark-a"_s, engine::HostState::Ready)};
            for (int i = 0; i < count; ++i)
                hosts.push_back(fixtures::host(u"gone-%1"_s.arg(i), engine::HostState::Lost));
            page.setHosts(hosts);
            return page.withoutDetail();
        };
        QVERIFY2(gone(1).contains(u"takes it out"_s), qPrintable(gone(1)));
        QVERIFY2(gone(2).contains(u"takes them out"_s) && !gone(2).contains(u" it out"_s), qPrintable(gone(2)));
    }

    void interruption_isOneOnlyAfterAWordOfCommit()
    {
        const auto entry = [](const char *step, int minute) {
            engine::JournalEntry one;
            one.transactionId = u"t"_s;
            one.step = QString::fromLatin1(step);
            one.when = QDateTime(QDate(2026, 11, 21), QTime(14, minute), Qt::UTC);
            return one;
        };
        QVERIFY(!engine::interruptionIn({}));
        QVERIFY2(!engine::interruptionIn({entry("begin", 1), entry("persist", 2)}), "each goes back by itself");
        const auto apply = engine::interruptionIn({entry("begin", 1), entry("commit", 3), entry("persist", 2)});
        QVERIFY(apply && !apply->undo);
        QCOMPARE(apply->when.time().minute(), 3);
        QVERIFY(engine::interruptionIn({entry("undo", 1), entry("commit", 2)})->undo);
    }

    void topology_nothingPluggedRecommendsOneAndSaysWhatToBuy()
    {
        TopologyViewModel topology;
        QVERIFY(!topology.primaryAction().enabled);
        fill(topology, fixtures::sealedPair(false));
        QCOMPARE(topology.cards().size(), std::size_t(3));
        QVERIFY(topology.cards().front().chosen && !topology.cards().front().badge.isEmpty());
        QVERIFY(topology.cards()[1].badge.isEmpty());
        QVERIFY(topology.cards().front().facts.contains(u"256 GB"_s));
        QVERIFY(topology.cards().front().facts.contains(u"185 to 196 Gb/s"_s));
        QVERIFY(topology.shopping().headline.contains(u'1'));
        QVERIFY(topology.shopping().parts.first().contains(u"NJAAKK-N911"_s));
        QVERIFY(topology.shopping().forSwitch.isEmpty());
        QVERIFY(topology.shoppingText().contains(u"LMTQF022-SD-R"_s));
    }

    void topology_aChoiceIsKeptWhileCablesComeAndGo()
    {
        TopologyViewModel topology;
        fill(topology, fixtures::fabric(3, {}, domain::Topology::Ring));
        QSignalSpy chosen(&topology, &TopologyViewModel::chosenByPerson);
        topology.choose(domain::Topology::Star);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!topology.shopping().forSwitch.isEmpty());
        QCOMPARE(topology.shopping().splitParts.size(), 2);
        fill(topology, fixtures::ringInWork());
        QCOMPARE(topology.chosen(), std::optional(domain::Topology::Star));
        fill(topology, fixtures::sealedPair(false)); // other Sparks
        QCOMPARE(topology.chosen(), std::optional(domain::Topology::Pair));
    }

    void topology_whatIsCabledIsOfferedAndNothingIsBought()
    {
        TopologyViewModel topology;
        fill(topology, fixtures::cabledPair());
        QVERIFY(topology.cards().front().cabled);
        QVERIFY(topology.shopping().empty() && !topology.shopping().headline.isEmpty());
        QSignalSpy decided(&topology, &TopologyViewModel::decidedOn),
            next(&topology, &viewmodels::PageViewModel::continueRequested);
        topology.triggerPrimary();
        QCOMPARE(decided[0][0].value<domain::Topology>(), domain::Topology::Pair);
        QCOMPARE(next.size(), 1);
        QVERIFY(topology.decided());
    }

    void topology_cablesThatAreThereAreNotBoughtAgain()
    {
        using domain::CageIndex;
        TopologyViewModel topology;
        fill(topology,
            fixtures::fabric(3, {{0, CageIndex::Zero, 1, CageIndex::One}, {1, CageIndex::Zero, 2, CageIndex::One}},
                domain::Topology::Ring));
        QCOMPARE(topology.chosen(), std::optional(domain::Topology::Ring));
        QVERIFY(topology.shopping().headline.contains(u'1'));
        QVERIFY(!topology.cards().front().cabled);
        fill(topology, fixtures::wrongRing());
        QVERIFY2(!topology.notes().isEmpty(), "what cannot be used is said");
        // Three cables, one of them with both ends in one Spark: it is moved.
        fill(topology,
            fixtures::fabric(3,
                {{0, CageIndex::Zero, 1, CageIndex::One}, {0, CageIndex::One, 1, CageIndex::Zero},
                    {2, CageIndex::Zero, 2, CageIndex::One}},
                domain::Topology::Ring));
        topology.choose(domain::Topology::Ring);
        QVERIFY2(
            topology.shopping().headline.contains(u"your cables suffice"_s), qPrintable(topology.shopping().headline));
    }
};

QTEST_GUILESS_MAIN(TestStartPages)
#include "tst_startpages.moc"
