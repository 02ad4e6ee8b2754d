// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidetests.h"

#include "engine/text/language.h"
#include "viewmodels/helptexts.h"

#include "fixtures.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace base::literals;
using namespace Qt::Literals::StringLiterals;
using viewmodels::LogLine;
using viewmodels::LogViewModel;
using viewmodels::SettingsViewModel;
using viewmodels::SidePage;
using viewmodels::Step;

namespace {

QDateTime at(int minute)
{
    return {QDate(2026, 11, 21), QTime(14, minute), Qt::UTC};
}

engine::JournalEntry entry(const char *step, bool intent, int minute)
{
    engine::JournalEntry entry;
    entry.step = QString::fromLatin1(step);
    entry.intent = intent;
    entry.spark = u"id-a"_s;
    entry.when = at(minute);
    return entry;
}

} // namespace

class TestSide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void help_isThereForEveryPage()
    {
        QStringList titles;
        for (const Step step : viewmodels::kRailSteps) {
            const viewmodels::HelpText help = viewmodels::helpFor(step);
            QVERIFY(!help.title.isEmpty() && !help.purpose.isEmpty() && !help.how.isEmpty());
            QVERIFY2(!help.troubles.empty(), "what can go wrong");
            QVERIFY2(!titles.contains(help.title), qPrintable(help.title));
            titles << help.title;
        }
        QVERIFY(!viewmodels::helpFor(Step::Start).title.isEmpty());
        QVERIFY(!viewmodels::helpFor(Step::Interrupted).title.isEmpty());
    }

    void sidePages_oneAtATime()
    {
        viewmodels::SidePagesViewModel side;
        QSignalSpy changed(&side, &viewmodels::SidePagesViewModel::changed);
        side.open(SidePage::Log);
        side.open(SidePage::Log);
        QCOMPARE(changed.size(), 1);
        side.toggle(SidePage::Help);
        QCOMPARE(side.current(), std::optional(SidePage::Help));
        side.toggle(SidePage::Help);
        QVERIFY(!side.current());
    }

    void sidePages_faultsAreForVirtualSparksOnly()
    {
        viewmodels::SidePagesViewModel side;
        side.open(SidePage::Faults);
        QVERIFY(!side.current() && !side.isOffered(SidePage::Faults));
        side.setPractising(true);
        side.open(SidePage::Faults);
        QCOMPARE(side.current(), std::optional(SidePage::Faults));
        side.setPractising(false);
        QVERIFY(!side.current());
    }

    void faults_areOfferedWhereTheyFit_andTakenAway()
    {
        using Place = engine::VirtualFaultKind::Place;
        using domain::CageIndex;
        viewmodels::PracticeViewModel practice;
        QSignalSpy fault(&practice, &viewmodels::PracticeViewModel::faultRequested);
        QSignalSpy slow(&practice, &viewmodels::PracticeViewModel::slowRequested);
        practice.begin({u"spark-a"_s, u"spark-b"_s});
        practice.put(); // nothing is known yet
        engine::PracticeState state;
        state.kinds = {{u"F-05"_s, {}, {}, {Place::Half, Place::Cage, Place::SwitchPort}},
            {u"F-08"_s, {}, {}, {Place::Cable}}, {u"F-99"_s, {}, u"something new"_s, {Place::Spark}}};
        practice.setState(state);
        QVERIFY(fault.isEmpty() && practice.cables().empty() && !practice.slowAction().enabled);
        QCOMPARE(practice.places().size(), std::size_t(12)); // cages and halves; no cable leads to a switch
        QCOMPARE(practice.faults().back().text, u"F-99: Something new."_s);
        practice.chooseFault(u"F-08"_s);
        QVERIFY(practice.places().empty() && !practice.putAction().enabled && !practice.putAction().reason.isEmpty());
        state.cables = {{{u"spark-a"_s, CageIndex::One, false}, {u"switch"_s, CageIndex::Zero, true}, 0},
            {{u"spark-a"_s, CageIndex::Zero, false}, {u"spark-b"_s, CageIndex::Zero, false}, 0}};
        practice.setState(state);
        practice.choosePlace(u"cable:spark-a:0"_s);
        QCOMPARE(practice.places().back().text, u"spark-a, cage 0 – spark-b, cage 0"_s);
        practice.put();
        QCOMPARE(fault.takeFirst(), (QVariantList{u"F-08"_s, u"cable:spark-a:0"_s, true}));
        state.on = {{u"F-08"_s, u"cable:spark-b:0"_s}}; // by its other end
        state.cables[0].limitGbps = 25;
        practice.setState(state);
        QVERIFY(!practice.putAction().enabled);
        QCOMPARE(practice.troubles().size(), std::size_t(2));
        QVERIFY(practice.troubles()[0].text.startsWith(u"spark-a, cage 0 – spark-b, cage 0: Frames"_s));
        practice.chooseFault(u"F-05"_s);
        QCOMPARE(practice.places().back().text, u"switch port of spark-a, cage 1"_s);
        practice.takeAll();
        QCOMPARE(fault.size(), 1);
        QCOMPARE(fault.takeFirst(), (QVariantList{u"F-08"_s, u"cable:spark-b:0"_s, false}));
        QCOMPARE(slow.size(), 1);
        QCOMPARE(slow.takeFirst()[1].toDouble(), 0.0);
        practice.chooseCable(u"cable:spark-a:0"_s);
        practice.slow(50);
        QCOMPARE(slow.takeFirst()[1].toDouble(), 50.0);
    }

    void log_tellsJournalHostsAndJobsInOrder()
    {
        LogViewModel log;
        engine::Cluster cluster;
        cluster.members.emplace_back();
        cluster.members.back().sparkId = u"id-a"_s;
        cluster.members.back().name = u"spark-a"_s;
        log.begin(cluster);
        const auto fabric = fixtures::cabledPair();
        log.noteHosts(fabric.hosts, at(30));
        log.noteHosts(fabric.hosts, at(31)); // nothing new
        log.setJournal({entry("begin", false, 1), entry("commit", true, 2), entry("commit", false, 3)});
        auto lines = log.lines();
        QCOMPARE(lines.size(), std::size_t(5));
        QCOMPARE(lines[0].spark, u"spark-a"_s); // by its name, not its id
        QVERIFY(lines[1].text != lines[2].text);
        QCOMPARE(lines[3].tone, LogLine::Tone::Good);
        log.noteJobs(fixtures::jobsHalfway(), at(40));
        const std::size_t halfway = log.lines().size();
        QVERIFY(halfway > 5);
        log.noteJobs(fixtures::jobsHalfway(), at(41));
        QCOMPARE(log.lines().size(), halfway);
        log.noteJobs(fixtures::jobsRolledBack(), at(42));
        lines = log.lines();
        QVERIFY(lines.size() > halfway);
        QVERIFY(std::any_of(
            lines.begin(), lines.end(), [](const LogLine &line) { return line.tone == LogLine::Tone::Bad; }));
        // A new reading of the journal takes the place of the old one.
        log.setJournal({});
        QCOMPARE(log.lines().size(), lines.size() - 3);
    }

    void log_isFilteredAndCopied()
    {
        LogViewModel log;
        const auto fabric = fixtures::cabledPair();
        log.noteHosts(fabric.hosts, at(1));
        QCOMPARE(log.sparks(), (QStringList{u"spark-a"_s, u"spark-b"_s}));
        log.filter(u"spark-b"_s, {});
        QCOMPARE(log.lines().size(), std::size_t(1));
        QVERIFY(log.text().contains(u"spark-b"_s) && !log.text().contains(u"spark-a"_s));
        log.filter({}, u"  SIGNED "_s);
        QCOMPARE(log.lines().size(), std::size_t(2));
        log.filter({}, u"nothing like it"_s);
        QVERIFY(log.lines().empty() && log.text().isEmpty() && log.total() == 2);
    }

    void log_holdsNoSecretAndHasAnEnd()
    {
        QCOMPARE(viewmodels::withoutSecrets(u"password=hunter2 next"_s), u"password=●●● next"_s);
        QCOMPARE(viewmodels::withoutSecrets(u"{\"passphrase\": \"hunter2\"}"_s), u"{\"passphrase\": \"●●●\"}"_s);
        QVERIFY(!viewmodels::withoutSecrets(u"API_KEY: abc123"_s).contains(u"abc123"_s));
        const QString key = u"a -----BEGIN OPENSSH PRIVATE KEY-----\nabc\ndef\n-----END OPENSSH PRIVATE KEY----- b"_s;
        QCOMPARE(viewmodels::withoutSecrets(key), u"a ●●● b"_s);
        QVERIFY(!viewmodels::withoutSecrets(u"-----BEGIN PRIVATE KEY-----\nabc"_s).contains(u"abc"_s));
        QCOMPARE(viewmodels::withoutSecrets(u"The password was not accepted."_s), u"The password was not accepted."_s);
        LogViewModel log;
        for (int i = 0; i < 3000; ++i)
            log.note(u"spark-a"_s, "addresses.no-free-pool"_msg, at(i % 60));
        QCOMPARE(std::size_t(log.total()), LogViewModel::kMost);
    }

    void settings_forgettingAsksOnceMore()
    {
        SettingsViewModel settings;
        const auto known = fixtures::knownClusters();
        settings.setKnown(known, known.front().cluster.name);
        QSignalSpy forget(&settings, &SettingsViewModel::forgetRequested);
        int forgettable = 0;
        for (const auto &each : settings.remembered()) {
            QVERIFY(!each.sparks.isEmpty());
            QCOMPARE(each.name == known.front().cluster.name && each.reason.isEmpty(), false);
            forgettable += each.reason.isEmpty() ? 1 : 0;
        }
        QVERIFY(forgettable > 0 && forgettable < static_cast<int>(known.size()));
        settings.forget(u"cluster-2"_s);
        settings.refuseForget();
        settings.confirmForget();
        QVERIFY(forget.isEmpty());
        settings.forget(u"cluster-2"_s);
        settings.confirmForget();
        QCOMPARE(forget.size(), 1);
        QCOMPARE(forget.first().first().toString(), u"cluster-2"_s);
    }

    void settings_tellOnlyWhatIsNew()
    {
        SettingsViewModel settings;
        QSignalSpy chosen(&settings, &SettingsViewModel::chosen);
        settings.choose({});
        QVERIFY(chosen.isEmpty());
        SettingsViewModel::Values values;
        values.language = u"de"_s;
        settings.choose(values);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(SettingsViewModel::languageName(u"de"_s), u"Deutsch"_s);
    }

    void cable_keepItLikeThis_whereItIsJustAsValid()
    {
        const fixtures::Fabric ring = fixtures::cabledRing(domain::Topology::Star);
        viewmodels::CableViewModel cable;
        cable.setHosts(ring.hosts);
        cable.setCabling(ring.cabling);
        QCOMPARE(ring.cabling.recognised, domain::Topology::Ring);
        QVERIFY(!cable.complete());
        QVERIFY2(cable.keepOffered(), qPrintable(cable.headline()));
        QVERIFY(cable.notes().join(u' ').contains(u"a ring"_s));
        QSignalSpy goal(&cable, &viewmodels::CableViewModel::goalChosen);
        cable.keepLikeThis();
        QCOMPARE(goal.size(), 1);
        QCOMPARE(goal.first().first().value<domain::Topology>(), domain::Topology::Ring);
        // Work that goes on as asked for is not interrupted by an offer.
        const fixtures::Fabric begun = fixtures::ringInWork();
        cable.setHosts(begun.hosts);
        cable.setCabling(begun.cabling);
        QVERIFY(!cable.keepOffered());
    }

    void cable_whichCableIsThis()
    {
        fixtures::Fabric fabric = fixtures::cabledPair();
        viewmodels::CableViewModel cable;
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QVERIFY(cable.pullText().isEmpty());
        QSignalSpy watched(&cable, &viewmodels::CableViewModel::pullsWatched);
        cable.watchPulls(true);
        QCOMPARE(watched.size(), 1);
        QVERIFY(!cable.pullText().isEmpty() && !cable.pulledCable());
        const domain::CageRef a{fabric.sparks[0].id, domain::CageIndex::Zero},
            b{fabric.sparks[1].id, domain::CageIndex::Zero};
        fabric.cabling.pulled = domain::readPull({a, b});
        cable.setCabling(fabric.cabling);
        QVERIFY2(cable.pullText().contains(u"spark-a"_s) && cable.pullText().contains(u"spark-b"_s),
            qPrintable(cable.pullText()));
        QCOMPARE(cable.pulledCable(), std::optional(0));
        fabric.cabling.putBack = fabric.cabling.pulled;
        cable.setCabling(fabric.cabling);
        QVERIFY(cable.pullText().contains(u"back in its place"_s));
        fabric.cabling.pulled = domain::readPull({a});
        fabric.cabling.putBack.reset();
        cable.setCabling(fabric.cabling);
        QVERIFY(cable.pullText().contains(u"switch"_s));
        cable.watchPulls(false);
        QVERIFY(cable.pullText().isEmpty() && !cable.pulledCable());
    }

    void cable_blinkNeedsASocketOfASpark()
    {
        const fixtures::Fabric fabric = fixtures::starOfFour();
        viewmodels::CableViewModel cable;
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QSignalSpy blink(&cable, &viewmodels::CableViewModel::blinkRequested);
        cable.blink(std::nullopt);
        QVERIFY(blink.isEmpty() && !cable.blinkText().isEmpty());
        cable.blink(viewmodels::SocketKey{u"switch0"_s, 0});
        QVERIFY(blink.isEmpty() && !cable.blinkText().isEmpty());
        cable.blink(viewmodels::SocketKey{u"spark-b"_s, 1});
        QCOMPARE(blink.size(), 1);
        QCOMPARE(blink.first().at(0).toString(), u"spark-b"_s);
        QCOMPARE(blink.first().at(1).toInt(), 1);
        QVERIFY(cable.blinkText().isEmpty()); // not before it does
        cable.setBlinking(viewmodels::SocketKey{u"spark-b"_s, 1});
        QVERIFY(cable.blinkText().contains(u"spark-b"_s));
        // Another one has to wait, which is said.
        const QString told = cable.blinkText();
        cable.blink(viewmodels::SocketKey{u"spark-b"_s, 1});
        QCOMPARE(cable.blinkText(), told);
        cable.blink(viewmodels::SocketKey{u"spark-a"_s, 0});
        QCOMPARE(blink.size(), 1);
        QVERIFY(cable.blinkText().startsWith(told) && cable.blinkText() != told);
        cable.setBlinking({});
        QVERIFY(cable.blinkText().isEmpty());
        cable.blink(viewmodels::SocketKey{u"spark-a"_s, 0});
        QCOMPARE(blink.size(), 2);
    }

    // A light that could not blink because the chip slept: it wakes with the next plug.
    void cable_problemOfALight_goesWithWhatItWasAbout()
    {
        const fixtures::Fabric before = fixtures::sealedPair(false), after = fixtures::cabledPair();
        viewmodels::CableViewModel cable;
        cable.setHosts(before.hosts);
        cable.setCabling(before.cabling);
        const base::Error error{
            base::ErrorKind::Unreachable, base::Message(base::MessageId("bench.spark-missing")), {}};
        cable.setPassingProblem(error);
        cable.setCabling(before.cabling); // nothing has changed
        QVERIFY(!cable.problem().seen.isEmpty() && !cable.canLookAgain());
        cable.setHosts(after.hosts);
        cable.setCabling(after.cabling);
        QVERIFY(cable.complete() && cable.problem().seen.isEmpty());
        cable.setProblem(error); // of the look itself: it stays until there is another one
        cable.setCabling(before.cabling);
        QVERIFY(!cable.problem().seen.isEmpty());
    }

    void cable_looksCloserWhereThatMayHelp()
    {
        fixtures::Fabric fabric = fixtures::unknownPair();
        viewmodels::CableViewModel cable;
        QSignalSpy wanted(&cable, &viewmodels::CableViewModel::closerLookRequested);
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QVERIFY(cable.lookCloserOffered());
        QVERIFY2(cable.notes().join(u' ').contains(u"sudo"_s), qPrintable(cable.notes().join(u' ')));
        cable.lookCloser();
        QCOMPARE(wanted.size(), 1);
        fabric.cabling.wakeNeeded = true; // first things first
        cable.setCabling(fabric.cabling);
        QVERIFY(!cable.lookCloserOffered());
        fabric.cabling.wakeNeeded = false;
        fabric.cabling.probeOffered = false;
        fabric.cabling.probing = true;
        cable.setCabling(fabric.cabling);
        QVERIFY(!cable.lookCloserOffered());
        QVERIFY2(cable.notes().join(u' ').contains(u"Looking closer"_s), qPrintable(cable.notes().join(u' ')));
        cable.lookCloser();
        QCOMPARE(wanted.size(), 1);
    }

    void cable_whatCannotBeLookedAt_isNotSaidToBe()
    {
        viewmodels::CableViewModel cable;
        cable.setHosts(fixtures::cabledPair().hosts);
        QCOMPARE(cable.primaryAction().reason, u"The cables are being looked at"_s);
        cable.setProblem(
            base::Error{base::ErrorKind::Unreachable, base::Message(base::MessageId("bench.spark-missing")), {}});
        QCOMPARE(cable.primaryAction().reason, u"The cables cannot be looked at"_s);
    }

    void drift_saysWhatSinceWhenAndOffersThreeWays()
    {
        using State = viewmodels::DriftViewModel::State;
        viewmodels::DriftViewModel drift;
        QCOMPARE(drift.state(), State::Hidden);
        drift.setChecking();
        QCOMPARE(drift.state(), State::Checking);
        QVERIFY(!drift.headline().isEmpty());
        std::vector<engine::SparkStatus> status = fixtures::driftedStatus();
        drift.setStatus(status);
        QCOMPARE(drift.state(), State::Drifted);
        QVERIFY(drift.headline().startsWith(u"spark-a "_s));
        QVERIFY2(drift.detail().contains(u"spark-c"_s), "who could not be asked is named");
        QCOMPARE(drift.lines().size(), 3);
        QVERIFY(drift.lines()[0].contains(u"40-cx7.yaml"_s) && drift.lines()[2].contains(u"1500"_s));
        QVERIFY(drift.reapply().enabled && drift.keep().enabled && drift.forget().enabled);
        drift.setChecking(); // a new look: what was found stays readable
        QCOMPARE(drift.lines().size(), 3);
        QVERIFY2(!drift.canLook(), "one look at a time");
        for (engine::SparkStatus &each : status)
            each.state = engine::SparkStatus::State::AsPlanned;
        drift.setStatus(status);
        QVERIFY(drift.state() == State::Hidden && drift.canLook());
        drift.setChecking(); // nor does a strip come and go with each look
        QCOMPARE(drift.state(), State::Hidden);
        drift.setStatus(status = fixtures::driftedStatus());

        QSignalSpy reapply(&drift, &viewmodels::DriftViewModel::reapplyRequested),
            keep(&drift, &viewmodels::DriftViewModel::keepRequested),
            forget(&drift, &viewmodels::DriftViewModel::forgetRequested);
        drift.triggerReapply();
        drift.triggerKeep();
        QCOMPARE(reapply.size() + keep.size(), 2);
        drift.confirmForget(); // nobody asked yet
        drift.triggerForget();
        QCOMPARE(drift.state(), State::Asking);
        QVERIFY2(!drift.canLook(), "a question waits");
        QVERIFY(forget.isEmpty() && drift.lines().isEmpty() && !drift.detail().isEmpty());
        drift.refuseForget();
        QCOMPARE(drift.state(), State::Drifted);
        drift.triggerForget();
        drift.confirmForget();
        QCOMPARE(forget.size(), 1);

        drift.setBusy(true);
        QVERIFY(!drift.reapply().enabled && !drift.keep().enabled && !drift.forget().enabled);
        QVERIFY(!drift.keep().reason.isEmpty());
        drift.setBusy(false);
        for (engine::DriftView &view : status[0].drift)
            view.kept = view.canBeKept();
        drift.setStatus(status);
        QCOMPARE(drift.lines().size(), 1); // the MTU of one end
        QVERIFY(!drift.keep().enabled && !drift.keep().reason.isEmpty());
        status[0].state = engine::SparkStatus::State::AsPlanned;
        drift.setStatus(status);
        QCOMPARE(drift.state(), State::Hidden);
    }

    void drift_failureOffersAnotherLook()
    {
        viewmodels::DriftViewModel drift;
        QSignalSpy look(&drift, &viewmodels::DriftViewModel::lookRequested);
        drift.lookAgain();
        QVERIFY(look.isEmpty());
        drift.setProblem(base::refused(base::Message(base::MessageId("apply.busy"))));
        QCOMPARE(drift.state(), viewmodels::DriftViewModel::State::Failed);
        QVERIFY(!drift.headline().isEmpty() && !drift.detail().isEmpty() && drift.lines().isEmpty());
        drift.lookAgain();
        QCOMPARE(look.size(), 1);
        drift.clear();
        QCOMPARE(drift.state(), viewmodels::DriftViewModel::State::Hidden);
    }

    void sudo_askedOncePerSparkAndNeverTriedOnAnotherUnasked()
    {
        viewmodels::SudoViewModel sudo;
        QStringList answered;
        connect(&sudo, &viewmodels::SudoViewModel::answered, this, [&](const QString &name) { answered << name; });
        sudo.ask(u"spark-a"_s, engine::SudoReason::Apply, false);
        sudo.ask(u"spark-b"_s, engine::SudoReason::Apply, false);
        sudo.answer(base::Secret("one"), false);
        QCOMPARE(answered, QStringList{u"spark-a"_s});
        QVERIFY(sudo.asking());
        sudo.answer(base::Secret("two"), true);
        QVERIFY(!sudo.asking());
        sudo.ask(u"spark-c"_s, engine::SudoReason::Apply, false);
        QCOMPARE(answered.last(), u"spark-c"_s); // said to be the same on all
        sudo.ask(u"spark-c"_s, engine::SudoReason::Apply, true);
        QVERIFY2(sudo.asking(), "a wrong one is asked for again");
    }

    void pseudoLocale_isLongerAndKeepsPlaceholders()
    {
        using engine::text::pseudoText;
        QVERIFY(pseudoText(u"Back"_s).size() > 6);
        const QString text = pseudoText(u"%1 of %n cable(s) in {name:seconds}"_s);
        QVERIFY2(
            text.contains(u"%1"_s) && text.contains(u"%n"_s) && text.contains(u"{name:seconds}"_s), qPrintable(text));
        QVERIFY(text.isRightToLeft());
        engine::text::Language language;
        const QString plain = viewmodels::SidePagesViewModel::name(SidePage::Log);
        QVERIFY(language.use(QString::fromUtf16(engine::text::Language::kPseudo)));
        QVERIFY(viewmodels::SidePagesViewModel::name(SidePage::Log) != plain);
        QVERIFY(language.use(u"en"_s));
        QCOMPARE(viewmodels::SidePagesViewModel::name(SidePage::Log), u"Log"_s);
        QVERIFY(!engine::text::Language::available().contains(u"pseudo"_s));
        QVERIFY(engine::text::Language::available().contains(u"de"_s));
    }
};

int runSideTests(const QStringList &arguments)
{
    TestSide test;
    return QTest::qExec(&test, arguments);
}

#include "sidetests.moc"
