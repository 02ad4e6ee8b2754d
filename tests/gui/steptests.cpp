// SPDX-License-Identifier: GPL-3.0-or-later
#include "steptests.h"

#include "engine/text/language.h"
#include "fixtures.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::FlowFacts;
using viewmodels::Step;
using viewmodels::StepState;

class TestSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_openOneAfterTheOther()
    {
        FlowFacts facts;
        QVERIFY(canEnter(Step::Start, facts) && canEnter(Step::Find, facts));
        for (const Step step :
            {Step::Interrupted, Step::SignIn, Step::Topology, Step::Cable, Step::Review, Step::Apply, Step::Prove})
            QVERIFY(!canEnter(step, facts));
        facts.members = 2;
        QVERIFY(canEnter(Step::SignIn, facts));
        QVERIFY(!canEnter(Step::Cable, facts));
        facts.ready = 1;
        QVERIFY2(!canEnter(Step::Topology, facts) && !canEnter(Step::Cable, facts), "one of two is not enough");
        facts.ready = 2;
        QVERIFY(canEnter(Step::Topology, facts));
        QCOMPARE(stepState(Step::Topology, facts), StepState::Open);
        QVERIFY(canEnter(Step::Cable, facts));
        QVERIFY(!canEnter(Step::Review, facts));
        facts.cablingComplete = true;
        QVERIFY(canEnter(Step::Review, facts));
        QVERIFY(!canEnter(Step::Apply, facts));
        facts.applying = true;
        QVERIFY(canEnter(Step::Apply, facts));
        QVERIFY2(!canEnter(Step::Find, facts), "nobody leaves a running apply");
        QCOMPARE(stepState(Step::Apply, facts), StepState::Busy);
        facts.applying = false;
        facts.applied = true;
        QVERIFY(canEnter(Step::Prove, facts));
        QCOMPARE(stepState(Step::Apply, facts), StepState::Done);
    }

    // Find and Interrupted say it themselves; while something is applied there is nothing to decide.
    void openChange_isToldOnThePagesThatDoNotSayIt()
    {
        FlowFacts facts;
        facts.members = facts.ready = 2;
        QVERIFY(!tellsOfOpenChange(Step::Review, facts));
        facts.interrupted = true;
        for (const Step step : {Step::SignIn, Step::Topology, Step::Cable, Step::Review, Step::Apply, Step::Prove})
            QVERIFY(tellsOfOpenChange(step, facts));
        QVERIFY(!tellsOfOpenChange(Step::Find, facts) && !tellsOfOpenChange(Step::Interrupted, facts));
        facts.applying = true;
        QVERIFY(!tellsOfOpenChange(Step::Apply, facts));
    }

    // Plugs that are in are not asked for once more: their lane is late, or where they lead is not known.
    void cable_footerSaysWhatIsMissing_asManyAsThereAre()
    {
        using domain::CageIndex;
        engine::text::Language language;
        const auto footer = [](const fixtures::Fabric &fabric) {
            viewmodels::CableViewModel cable;
            cable.setHosts(fabric.hosts);
            cable.setCabling(fabric.cabling);
            return cable.primaryAction().reason;
        };
        const auto link = [](const fixtures::Fabric &fabric) {
            viewmodels::CableViewModel cable;
            cable.setHosts(fabric.hosts);
            cable.setCabling(fabric.cabling);
            return cable.linkText();
        };
        const fixtures::Fabric half =
            fixtures::fabric(2, {{0, CageIndex::Zero, 1, CageIndex::Zero, true}}, domain::Topology::Pair);
        const fixtures::Fabric halves = fixtures::fabric(2,
            {{0, CageIndex::Zero, 1, CageIndex::Zero, true}, {0, CageIndex::One, 1, CageIndex::One, true}},
            domain::Topology::PairTwoCables);
        fixtures::Fabric unknown = fixtures::unknownPair();
        unknown.cabling.wakeNeeded = unknown.cabling.probeOffered = false;
        fixtures::Fabric offered = unknown;
        offered.cabling.probeOffered = true;
        const fixtures::Fabric wrong = fixtures::wrongRing();
        fixtures::Fabric twoWrong = wrong;
        twoWrong.cabling.status.misplaced.resize(2, wrong.cabling.status.misplaced.front());
        struct Said {
            const char16_t *language, *half, *halves, *unknown, *offered, *toPlug, *wrong, *twoWrong, *link;
        };
        for (const Said &said :
            {Said{u"en", u"1 cable is waiting for its second lane", u"2 cables are waiting for their second lane",
                 u"Where 1 cable leads is still being found out", u"Where 1 cable leads is not known yet",
                 u"1 cable still to be plugged", u"1 cable is in a place that cannot be used",
                 u"2 cables are in places that cannot be used", u"1 cable in the wrong socket"},
                Said{u"de", u"1 Kabel wartet auf seine zweite Spur", u"2 Kabel warten auf ihre zweite Spur",
                    u"Wohin 1 Kabel führt, wird noch herausgefunden", u"Wohin 1 Kabel führt, ist noch nicht bekannt",
                    u"Noch 1 Kabel ist zu stecken", u"1 Kabel steckt, wo es nichts nützt",
                    u"2 Kabel stecken, wo sie nichts nützen", u"1 Kabel in der falschen Buchse"}}) {
            QVERIFY(language.use(QString::fromUtf16(said.language)));
            QCOMPARE(footer(half), QString::fromUtf16(said.half));
            QCOMPARE(footer(halves), QString::fromUtf16(said.halves));
            QCOMPARE(footer(unknown), QString::fromUtf16(said.unknown));
            QCOMPARE(footer(offered), QString::fromUtf16(said.offered));
            QCOMPARE(footer(fixtures::sealedPair(false)), QString::fromUtf16(said.toPlug));
            QCOMPARE(footer(wrong), QString::fromUtf16(said.wrong));
            QCOMPARE(footer(twoWrong), QString::fromUtf16(said.twoWrong));
            QCOMPARE(link(wrong), QString::fromUtf16(said.link));
        }
        QVERIFY(language.use(u"en"_s));
    }

    // "Them" are network settings where those were named, and of a leave they were not.
    void interrupted_leaveSaysWhatMayBeKept()
    {
        engine::text::Language language;
        viewmodels::InterruptedViewModel page;
        page.setHosts(fixtures::cabledPair().hosts);
        page.setInterruption(engine::Interruption{}, false);
        for (const QString &code : {u"en"_s, u"de"_s}) {
            QVERIFY(language.use(code));
            const QString settings = code == u"de"_s ? u"Einstellungen"_s : u"settings"_s;
            page.setLeaver({}, false);
            const QString setUp = page.happened();
            page.setLeaver(u"spark-c"_s, false);
            const QString leave = page.happened();
            QVERIFY2(setUp.contains(settings, Qt::CaseInsensitive) && leave.contains(settings), qPrintable(leave));
            const QString them = code == u"de"_s ? u"Manche Sparks haben sie"_s : u"Some Sparks may have kept them"_s;
            QVERIFY2(setUp.contains(them) && !leave.contains(them), qPrintable(leave));
            const QString without = code == u"de"_s ? u"ohne ihn"_s : u"without it"_s;
            QVERIFY2(leave.contains(u"spark-c"_s) && leave.contains(without), qPrintable(leave));
        }
        QVERIFY(language.use(u"en"_s));
    }

    // Words that agree with what is put into them, in German too.
    void cable_germanAgreesWithWhatIsPutIn()
    {
        engine::text::Language language;
        QVERIFY(language.use(u"de"_s));
        fixtures::Fabric fabric = fixtures::ringInWork();
        viewmodels::CableViewModel cable;
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        const QString progress = cable.progressText();
        fabric = fixtures::cabledRing(domain::Topology::Star);
        fabric.cabling.running = true;
        fabric.cabling.recognised = domain::Topology::Ring;
        fabric.cabling.status.misplaced = fabric.cabling.map.cables;
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        const QString kept = cable.notes().join(u' ');
        cable.watchPulls(true);
        fabric.cabling.pulled = domain::Pull{domain::Pull::Reading::LoneEnd, {*fabric.cabling.map.cables[0].a.cage}};
        cable.setCabling(fabric.cabling);
        const QString alone = cable.pullText();
        fabric.cabling.pulled->reading = domain::Pull::Reading::Several;
        cable.setCabling(fabric.cabling);
        const QString several = cable.pullText();
        QVERIFY(language.use(u"en"_s));
        QVERIFY2(progress.endsWith(u" von 3 Kabeln am richtigen Platz"_s), qPrintable(progress));
        QVERIFY2(kept.contains(u"ist ein Ring und genauso gültig"_s), qPrintable(kept));
        QVERIFY2(alone.endsWith(u"Stecken Sie den Stecker wieder dorthin, wo er war."_s), qPrintable(alone));
        QVERIFY2(!several.contains(u"den Stecker"_s), "all of them are put back");
    }

    // What was proven was proven of the cables of then.
    void proof_isStaleWhileOneOfItsCablesIsNotUp()
    {
        const fixtures::Fabric pair = fixtures::cabledPair();
        const domain::Plan plan = fixtures::planOf(pair);
        engine::VerifyReport report = fixtures::passedReport(pair, plan);
        report.when = QDateTime(QDate(2026, 11, 21), QTime(14, 3));
        viewmodels::ProveViewModel prove;
        prove.setHosts(pair.hosts);
        prove.setAddresses(plan.addresses);
        prove.setReport(report);
        engine::CablingView asProven = pair.cabling;
        engine::CablingView moved =
            fixtures::fabric(2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::One}}, domain::Topology::Pair)
                .cabling;
        asProven.running = moved.running = true;
        prove.setCabling(asProven);
        QVERIFY(prove.passed() && !prove.isStale() && prove.staleness().seen.isEmpty());
        const QString whole = prove.headline();

        prove.setCabling(moved);
        QVERIFY(prove.isStale() && !prove.passed() && prove.headline() != whole);
        QCOMPARE(prove.primaryAction().text, u"Prove again"_s);
        QVERIFY(prove.lines().empty() && prove.tally().isEmpty());
        const engine::text::Explanation told = prove.staleness();
        QVERIFY2(told.seen.contains(u"spark-b"_s), qPrintable(told.seen));
        QVERIFY2(
            told.meaning.contains(QLocale().toString(report.when, QLocale::ShortFormat)), qPrintable(told.meaning));
        for (const viewmodels::PictureCable &cable : prove.picture().cables)
            for (const viewmodels::PictureLane &lane : cable.lanes)
                QCOMPARE(lane.proof, viewmodels::LaneProof::None);
        QSignalSpy again(&prove, &viewmodels::ProveViewModel::verifyRequested);
        prove.triggerPrimary();
        QCOMPARE(again.count(), 1);

        engine::CablingView unwatched = asProven;
        unwatched.running = false;
        prove.setCabling(unwatched); // nobody looks: nothing is known better
        QVERIFY(prove.isStale());
        prove.setCabling(asProven);
        QVERIFY(prove.passed());
        prove.setCabling(moved);
        prove.setReport(report); // proven anew
        QVERIFY(prove.passed() && !prove.tally().isEmpty());
    }

    void steps_lockedOnesSayWhatComesFirst()
    {
        viewmodels::StepsViewModel steps;
        viewmodels::FlowFacts facts;
        const auto first = [&steps](Step step) { return steps.lockedText(step); };
        QCOMPARE(first(Step::SignIn), u"Choose at least two Sparks first."_s);
        facts.members = 2;
        steps.setFacts(facts);
        QVERIFY(first(Step::SignIn).isEmpty());
        QCOMPARE(first(Step::Cable), u"Sign in to all Sparks first."_s);
        QCOMPARE(first(Step::Tests), u"Sign in to all Sparks first."_s);
        facts.ready = 2;
        steps.setFacts(facts);
        QVERIFY(first(Step::Cable).isEmpty() && first(Step::Tests).isEmpty());
        QCOMPARE(first(Step::Review), u"Plug the cables first."_s);
        QCOMPARE(first(Step::Prove), u"Apply a plan first."_s);
        facts.applying = true;
        steps.setFacts(facts);
        QVERIFY(first(Step::Find).contains(u"under way"_s));
    }

    // Who cannot be signed in to does not keep the others: whoever is no member of a set-up only goes from the list.
    void signIn_goesOnWithoutWhoFails()
    {
        viewmodels::SignInViewModel page;
        std::vector<engine::HostView> hosts = fixtures::cabledPair().hosts;
        hosts[1].state = engine::HostState::Failed;
        page.setHosts(hosts);
        QVERIFY(!page.rows()[1].canLeave); // one Spark is no cluster
        page.setSetUp({hosts[1].name});
        page.setHosts(hosts);
        QVERIFY(page.rows()[1].canLeave && page.rows()[1].isSetUp);
        page.setSetUp({});
        hosts.push_back(fixtures::host(u"spark-c"_s, engine::HostState::HostKeyChanged));
        page.setHosts(hosts);
        QVERIFY(!page.rows()[0].canLeave);
        for (const std::size_t each : {std::size_t(1), std::size_t(2)})
            QVERIFY(page.rows()[each].canLeave && !page.rows()[each].isSetUp);
    }

    void steps_backSkipsWhatIsLocked()
    {
        viewmodels::StepsViewModel steps;
        FlowFacts facts;
        facts.members = facts.ready = 2;
        facts.cablingComplete = facts.applied = true;
        steps.setFacts(facts);
        steps.go(Step::Prove);
        QCOMPARE(steps.current(), Step::Prove);
        facts.applied = false;
        facts.proven = true;
        facts.cablingComplete = false;
        steps.setFacts(facts);
        steps.back(); // Apply and Review are locked now
        QCOMPARE(steps.current(), Step::Cable);
    }

    void find_needsTwoAndSaysSo()
    {
        viewmodels::FindViewModel find;
        QVERIFY(!find.primaryAction().enabled);
        QVERIFY(!find.primaryAction().reason.isEmpty());
        find.setMembers({fixtures::host(u"spark-a"_s, engine::HostState::Idle)});
        QVERIFY(!find.primaryAction().enabled);
        find.setMembers({fixtures::host(u"spark-a"_s, engine::HostState::Idle),
            fixtures::host(u"spark-b"_s, engine::HostState::Idle)});
        QVERIFY(find.primaryAction().enabled);
        find.setInterrupted(true);
        QVERIFY2(!find.primaryAction().enabled, "an interrupted set-up comes first");
    }

    void find_mergesMembersWithSightings()
    {
        viewmodels::FindViewModel find;
        find.setFound(fixtures::foundHosts());
        find.setMembers({fixtures::host(u"spark-1a2b"_s, engine::HostState::Idle),
            fixtures::host(u"typed"_s, engine::HostState::Idle)});
        QCOMPARE(find.sparks().size(), std::size_t(4)); // three likely Sparks and the typed one
        QCOMPARE(find.others().size(), std::size_t(1));
        QVERIFY(find.sparks().front().chosen);
        QSignalSpy removed(&find, &viewmodels::FindViewModel::removeRequested);
        find.toggle(find.sparks().front());
        QCOMPARE(removed.size(), 1);
        QSignalSpy chosen(&find, &viewmodels::FindViewModel::chooseRequested);
        find.toggle(find.sparks()[1]);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"2"_s);
    }

    void signIn_nothingIsMarkedAndNothingGoesUnmarked()
    {
        viewmodels::SignInViewModel signIn;
        signIn.setHosts({fixtures::host(u"spark-1a2b"_s, engine::HostState::HostKeyWaiting),
            fixtures::host(u"gx10-9641"_s, engine::HostState::HostKeyWaiting)});
        signIn.setBusy(true);
        signIn.askHostKeys(fixtures::keyQuestions());
        QVERIFY(!signIn.primaryAction().enabled);
        QVERIFY(!viewmodels::SignInViewModel::cloneWarning(signIn.keys()[1]).isEmpty());
        std::vector<bool> answer;
        connect(&signIn, &viewmodels::SignInViewModel::keysAnswered, this,
            [&](const std::vector<bool> &accepted) { answer = accepted; });
        signIn.triggerPrimary();
        QVERIFY(answer.empty());
        signIn.acceptKey(1, true);
        QVERIFY(signIn.primaryAction().enabled);
        signIn.triggerPrimary();
        QCOMPARE(answer, (std::vector<bool>{false, true}));
    }

    void signIn_cancelRefusesAll()
    {
        viewmodels::SignInViewModel signIn;
        signIn.askHostKeys(fixtures::keyQuestions());
        signIn.acceptKey(0, true);
        std::vector<bool> answer = {true};
        connect(&signIn, &viewmodels::SignInViewModel::keysAnswered, this,
            [&](const std::vector<bool> &accepted) { answer = accepted; });
        signIn.refuseKeys();
        QCOMPARE(answer, (std::vector<bool>{false, false}));
    }

    void signIn_wantsAUserName()
    {
        viewmodels::SignInViewModel signIn;
        auto host = fixtures::host(u"spark-a"_s, engine::HostState::Idle);
        host.user.clear();
        signIn.setHosts({host});
        QVERIFY(!signIn.primaryAction().enabled);
        signIn.setUser(u"ann"_s);
        QVERIFY(signIn.primaryAction().enabled);
    }

    void signIn_differentOnesAreTypedBesideEachSpark()
    {
        viewmodels::SignInViewModel signIn;
        auto a = fixtures::host(u"spark-a"_s, engine::HostState::Idle),
             b = fixtures::host(u"spark-b"_s, engine::HostState::Idle);
        a.user.clear();
        b.user.clear();
        signIn.setHosts({a, b});
        signIn.setUser(u"ann"_s);
        QVERIFY(!signIn.rows()[0].ownCredentials);
        QVERIFY(signIn.primaryAction().enabled);
        signIn.setSameOnAll(false);
        QVERIFY(signIn.rows()[0].ownCredentials && signIn.rows()[1].ownCredentials);
        QVERIFY2(!signIn.primaryAction().enabled, "what was typed for all counts for nobody now");
        signIn.setOwn(u"spark-a"_s, u"ann"_s, base::Secret("one"));
        QVERIFY(!signIn.primaryAction().enabled);
        signIn.setOwn(u"spark-b"_s, u"bob"_s, base::Secret("two"));
        QVERIFY(signIn.primaryAction().enabled);
        QCOMPARE(signIn.ownForm(u"spark-b"_s).user, u"bob"_s);
        QVERIFY(!signIn.ownForm(u"spark-b"_s).password.empty());
        signIn.setBusy(true);
        QVERIFY(!signIn.rows()[0].ownCredentials);
        signIn.forgetSecrets();
        QVERIFY(signIn.ownForm(u"spark-b"_s).password.empty());
    }

    void signIn_aChangedKeyHasItsOwnPageUntilItIsSettled()
    {
        using namespace base::literals;
        viewmodels::SignInViewModel signIn;
        auto changed = fixtures::host(u"spark-b"_s, engine::HostState::HostKeyChanged);
        changed.error = base::refused(base::Message("hosts.key-changed"_msg)
                                          .with("name", "spark-b")
                                          .with("shown", "SHA256:new")
                                          .with("known", "SHA256:old"));
        signIn.setHosts({fixtures::host(u"spark-a"_s, engine::HostState::Ready), changed});
        QVERIFY(!signIn.changedKey());
        signIn.showChangedKey(u"spark-a"_s);
        QVERIFY2(!signIn.changedKey(), "its key is as it was");
        signIn.showChangedKey(u"spark-b"_s);
        QVERIFY(signIn.changedKey());
        QCOMPARE(signIn.changedKey()->known, u"SHA256:old"_s);
        QCOMPARE(signIn.changedKey()->shown, u"SHA256:new"_s);
        QVERIFY(signIn.headline().contains(u"spark-b"_s));
        signIn.setHosts({fixtures::host(u"spark-a"_s, engine::HostState::Ready),
            fixtures::host(u"spark-b"_s, engine::HostState::Connecting)});
        QVERIFY(!signIn.changedKey());
    }
};

int runStepTests(const QStringList &arguments)
{
    TestSteps test;
    return QTest::qExec(&test, arguments);
}

#include "steptests.moc"
