// SPDX-License-Identifier: GPL-3.0-or-later
// The Tests page from scripted measurements: what it lets choose, what it says while one runs, what it makes of
// results, and that it can be used by keyboard and be heard.
#include "nccltests.h"
#include "pagetests.h"
#include "testfixtures.h"
#include "widgets/common/plainlabel.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/pages/testspage.h"
#include "widgets/tests/climbview.h"
#include "widgets/tests/curveview.h"
#include "widgets/tests/figurecard.h"
#include "widgets/tests/testsheet.h"

#include "hands.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using engine::TestKind;
using viewmodels::TestMark;
using viewmodels::TestsViewModel;
using State = TestsViewModel::State;

void initTranslations()
{
    Q_INIT_RESOURCE(sparkloom_translations);
}

namespace {

const QString kFullSpeed = u"Your two Sparks are connected at full speed."_s;

void fill(TestsViewModel &tests, const fixtures::Fabric &fabric)
{
    tests.setHosts(fabric.hosts);
    tests.setAddresses(fixtures::planOf(fabric).addresses);
    engine::TestEstimate estimate;
    estimate.duration = std::chrono::seconds(40);
    estimate.cables = {1};
    tests.setEstimate(estimate);
}

domain::AddressPlan pairPlan()
{
    return fixtures::planOf(fixtures::cabledPair()).addresses;
}

void finish(TestsViewModel &tests, const engine::TestReport &report)
{
    tests.begin();
    tests.finish(report);
}

} // namespace

class TestTestsPage : public QObject, private Hands {
    Q_OBJECT

private Q_SLOTS:
    void nothingToMeasure_saysWhy()
    {
        TestsViewModel tests;
        QCOMPARE(tests.state(), State::NobodyReady);
        const QSignalSpy signsIn(&tests, &TestsViewModel::signInRequested);
        const QSignalSpy starts(&tests, &TestsViewModel::startRequested);
        tests.triggerPrimary();
        QVERIFY2(signsIn.count() == 1 && starts.isEmpty(), "the way on is to sign in");
        tests.setHosts(fixtures::cabledPair().hosts); // cabled, but without addresses
        QCOMPARE(tests.state(), State::NothingSetUp);
        QVERIFY(!tests.primaryAction().enabled && !tests.primaryAction().reason.isEmpty());
        fill(tests, fixtures::cabledPair());
        QCOMPARE(tests.state(), State::Choosing);
        QVERIFY(tests.primaryAction().enabled);
        tests.setEstimate(
            base::Error{base::ErrorKind::Usage, base::Message(base::MessageId("bench.no-way-between")), {}});
        QVERIFY2(!tests.primaryAction().enabled, "what cannot be estimated cannot be measured");
        QVERIFY(!tests.primaryAction().reason.isEmpty());
    }

    void cables_areChosenOneByOne()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledRing());
        QSignalSpy choices(&tests, &TestsViewModel::choiceChanged);
        QCOMPARE(tests.cables().size(), std::size_t(3));
        QVERIFY(tests.allChosen());
        QVERIFY2(tests.options().cages.empty(), "all cables: no restriction");
        tests.toggleCable(1);
        QCOMPARE(choices.size(), 1);
        QVERIFY(tests.picture().cables[1].faint && !tests.picture().cables[0].faint);
        const auto cages = tests.options().cages;
        QCOMPARE(cages.size(), std::size_t(4));
        for (const domain::CageRef &cage : tests.cables()[1].cages)
            QVERIFY(std::find(cages.begin(), cages.end(), cage) == cages.end());
        tests.toggleCable(0);
        tests.toggleCable(2);
        QVERIFY(!tests.primaryAction().enabled && !tests.primaryAction().reason.isEmpty());
        tests.toggleCable(7); // there is none
        tests.chooseAll();
        QVERIFY(tests.allChosen() && tests.primaryAction().enabled);
    }

    void estimate_saysHowLongAndWhatIsLoaded()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledRing());
        QVERIFY(tests.estimateText().contains(u"40 s"_s));
        QVERIFY(tests.estimateText().contains(u"cable 1"_s));
        engine::TestEstimate estimate;
        estimate.duration = std::chrono::minutes(3);
        estimate.cables = {1, 2, 3};
        estimate.memory = std::int64_t(1) << 30;
        tests.setEstimate(estimate);
        QVERIFY(tests.estimateText().contains(u"3 min"_s) && tests.estimateText().contains(u"1, 2, 3"_s));
        QVERIFY(tests.estimateText().contains(u"1.0 GiB"_s));
        QCOMPARE(tests.others(), TestsViewModel::Others::NotAsked);
        tests.setOthers({});
        QCOMPARE(tests.others(), TestsViewModel::Others::Nobody);
        tests.setOthers({base::Message(base::MessageId("preflight.job"))
                             .with("spark", "spark-a")
                             .with("program", "torchrun")
                             .with("pid", 7)});
        QVERIFY(tests.othersText().contains(u"torchrun"_s));
        QVERIFY2(tests.primaryAction().enabled, "it is told, and left to the owner");
    }

    void running_showsWhereItStandsAndCanBeStopped()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        QSignalSpy started(&tests, &TestsViewModel::startRequested);
        QSignalSpy cancelled(&tests, &TestsViewModel::cancelRequested);
        tests.triggerPrimary();
        QCOMPARE(started.size(), 1);
        tests.begin();
        QCOMPARE(tests.state(), State::Running);
        QCOMPARE(tests.climb().size(), std::size_t(11)); // of one cable: no "all cables at once", no soak
        QCOMPARE(tests.climb().front().mark, TestMark::Running);
        engine::TestReport soFar = fixtures::ladderReport(pairPlan());
        soFar.steps.resize(5);
        tests.setSoFar(soFar);
        tests.setProgress(fixtures::climbing(std::chrono::milliseconds(9000), 188));
        tests.setProgress(fixtures::climbing(std::chrono::milliseconds(9250), 171));
        tests.setProgress(fixtures::climbing(std::chrono::milliseconds(9500), 189));
        const viewmodels::Climb climb = tests.climb();
        QCOMPARE(climb[4].mark, TestMark::Good);
        QVERIFY(climb[4].figure.contains(u"Gb/s"_s));
        QCOMPARE(climb[5].mark, TestMark::Running);
        QCOMPARE(climb[6].mark, TestMark::Waiting);
        QVERIFY(tests.headline().contains(u"14 s"_s));
        QVERIFY(tests.detail().contains(u"5 of 9"_s) && tests.detail().contains(u"spark-a"_s));
        QCOMPARE(tests.curve().points().size(), std::size_t(3));
        QCOMPARE(tests.curve().now(), std::optional(189.0));
        QVERIFY(tests.curve().summary().contains(u"171"_s) && tests.curve().summary().contains(u"1 time"_s));
        QCOMPARE(tests.curve().top(), 250.0);
        QVERIFY2(
            tests.verdict() == domain::Verdict::NotTested && tests.asText().isEmpty(), "nothing is said too early");
        tests.toggleCable(0);
        QVERIFY2(tests.isChosen(0), "nobody changes what is being measured");
        QCOMPARE(tests.primaryAction().text, u"Stop"_s);
        tests.triggerPrimary();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!tests.primaryAction().enabled);
        tests.triggerPrimary();
        QCOMPARE(cancelled.size(), 1);
        tests.finish(base::Error{base::ErrorKind::Cancelled, base::Message(base::MessageId("bench.no-end")), {}});
        QCOMPARE(tests.state(), State::Choosing);
        QVERIFY(tests.cancelled() && tests.problem().seen.isEmpty() && tests.history().empty());
    }

    void aTestThatCannotBeMade_isExplained()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        tests.begin();
        tests.finish(
            base::Error{base::ErrorKind::Unreachable, base::Message(base::MessageId("bench.spark-missing")), {}});
        QCOMPARE(tests.state(), State::Choosing);
        QVERIFY(!tests.cancelled() && !tests.problem().seen.isEmpty() && !tests.problem().remedy.isEmpty());
        QVERIFY(tests.primaryAction().enabled);
    }

    void fullSpeed_isSaidWhenAndOnlyWhenItWasMeasured()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        const engine::TestReport good = fixtures::ladderReport(pairPlan());
        finish(tests, good);
        QVERIFY(tests.fullSpeed());
        QCOMPARE(tests.headline(), kFullSpeed);
        const auto isSaid = [&](engine::TestReport report) {
            finish(tests, report);
            return tests.headline() == kFullSpeed;
        };
        QVERIFY2(!isSaid(fixtures::ladderReport(pairPlan(), false)), "TCP alone does not prove the cable");
        QVERIFY2(!isSaid(fixtures::tcpReport(pairPlan())), "a test is no ladder");
        QVERIFY2(!isSaid(fixtures::oneHalfReport(pairPlan())), "half of it is missing");
        engine::TestReport other = good;
        other.options.cages = {domain::CageRef{}};
        QVERIFY2(!isSaid(other), "not every cable was measured");
        other = good;
        other.fingerprint = u"0123456789abcdef"_s;
        QVERIFY2(!isSaid(other), "something has changed since");
        QVERIFY(!tests.staleText().isEmpty());
        other = good;
        for (engine::LadderStep &step : other.steps)
            if (step.kind == engine::LadderStep::Kind::BothHalves)
                step.shots.pop_back();
        QVERIFY(isSaid(other));
        for (engine::LadderStep &step : other.steps)
            if (step.kind == engine::LadderStep::Kind::BothHalves)
                step.shots.clear();
        QVERIFY2(!isSaid(other), "a rung without a measurement proves nothing");
        other = good;
        other.steps[4].shots[0].figures[0].figure.verdict = domain::Verdict::Ok;
        QVERIFY2(!isSaid(other), "fine is not full speed");
        other = good;
        other.verdict = domain::Verdict::NotTested;
        QVERIFY(!isSaid(other));
    }

    void prove_saysItByTheSameRule()
    {
        const fixtures::Fabric fabric = fixtures::cabledPair();
        const domain::Plan plan = fixtures::planOf(fabric);
        viewmodels::ProveViewModel prove;
        prove.setHosts(fabric.hosts);
        prove.setLive(fabric.cabling.halves);
        prove.setAddresses(plan.addresses);
        QSignalSpy measure(&prove, &viewmodels::ProveViewModel::measureRequested);
        QSignalSpy stop(&prove, &viewmodels::ProveViewModel::stopRequested);
        prove.setReport(fixtures::failedReport(fabric, plan));
        prove.triggerPrimary();
        QVERIFY2(measure.isEmpty(), "the speed of what is not proven is not measured");
        prove.setReport(fixtures::passedReport(fabric, plan));
        QVERIFY(prove.headline() != kFullSpeed);
        prove.triggerPrimary();
        QCOMPARE(measure.size(), 1);
        prove.setMeasuring(fixtures::ladderReport(pairPlan()), fixtures::climbing(std::chrono::seconds(2), 190));
        QVERIFY2(prove.headline() != kFullSpeed, "not before it has ended");
        prove.triggerPrimary();
        QCOMPARE(stop.size(), 1);
        prove.setMeasured(fixtures::ladderReport(pairPlan(), false));
        QVERIFY(!prove.measuring() && prove.headline() != kFullSpeed);
        QCOMPARE(prove.climb().size(), std::size_t(11));
        prove.setMeasured(fixtures::ladderReport(pairPlan()));
        QCOMPARE(prove.headline(), kFullSpeed);
    }

    void aMissingHalf_isNamedOnTheMapAndOnItsRung()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        finish(tests, fixtures::oneHalfReport(pairPlan()));
        QCOMPARE(tests.picture().cables[0].lanes[1].proof, viewmodels::LaneProof::Failed);
        QVERIFY(tests.picture().cables[0].lanes[0].proof != viewmodels::LaneProof::Passed);
        const viewmodels::Climb climb = tests.climb();
        QCOMPARE(climb[2].mark, TestMark::Bad);
        QVERIFY(climb[2].seen.join(u' ').contains(u"0B"_s) && !climb[2].remedies.isEmpty());
        QCOMPARE(climb[3].mark, TestMark::NotTested);
        QVERIFY(tests.describe(tests.picture().cables[0]).contains(u"lane B failed"_s));
        QVERIFY(tests.asText().contains(u"0B"_s));
    }

    void figures_keepDirectionsApartAndShowTheWire()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        finish(tests, fixtures::tcpReport(pairPlan(), 0.6));
        const auto blocks = tests.blocks();
        QCOMPARE(blocks.size(), std::size_t(6)); // two halves and both together, there and back
        QSet<QString> ways;
        for (const viewmodels::TestBlock &block : blocks) {
            QCOMPARE(block.figures.size(), std::size_t(1));
            const viewmodels::FigureLine &figure = block.figures.front();
            ways.insert(figure.title);
            QVERIFY(figure.hasScale && figure.runs.size() == 3 && figure.top > figure.good);
            QVERIFY(figure.evidence.contains(u"agree"_s) && figure.expected.contains(u"limited by"_s));
            QCOMPARE(figure.verdict, domain::Verdict::Degraded);
        }
        QCOMPARE(ways.size(), 2);
    }

    void document_isThatOfTheCommandLineInEnglish()
    {
        initTranslations();
        QTranslator german;
        QVERIFY(german.load(u":/i18n/sparkloom_de.qm"_s));
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        finish(tests, fixtures::oneHalfReport(pairPlan()));
        const QByteArray english = tests.asJson();
        QVERIFY(QCoreApplication::installTranslator(&german));
        const QByteArray translated = tests.asJson();
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(translated, english);
        const QJsonObject root = QJsonDocument::fromJson(english).object();
        QCOMPARE(root[u"schema"_s].toString(), u"sparkloom-test"_s);
        QCOMPARE(root[u"test"_s].toString(), u"ladder"_s);
        QCOMPARE(root[u"exitCode"_s].toInt(), 1);
        QCOMPARE(root[u"report"_s][u"steps"_s].toArray().size(), 11);
    }

    void history_remembersWhatWasKeptAndNothingElse()
    {
        TestsViewModel tests;
        fill(tests, fixtures::cabledPair());
        finish(tests, fixtures::tcpReport(pairPlan()));
        QCOMPARE(tests.history().size(), std::size_t(1));
        const auto back = viewmodels::entryOf(tests.asJson());
        QVERIFY(back);
        QCOMPARE(back->kind, TestKind::Tcp);
        QCOMPARE(back->verdict, domain::Verdict::Good);
        QCOMPARE(viewmodels::said(back->figures), viewmodels::said(tests.history().front().figures));
        tests.setHistory({*back});
        QCOMPARE(tests.history().size(), std::size_t(1)); // the same one
        viewmodels::HistoryEntry older = *back;
        older.when = older.when.addDays(-1);
        tests.setHistory({older});
        QCOMPARE(tests.history().size(), std::size_t(2));
        QVERIFY(tests.history().front().report && !tests.history().back().report);
        tests.chooseAnother();
        QCOMPARE(tests.state(), State::Choosing);
        tests.showEntry(1); // only its summary was kept
        QCOMPARE(tests.state(), State::Choosing);
        tests.showEntry(0);
        QCOMPARE(tests.state(), State::Done);
    }

    void history_takesNoNonsense_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"schema\":");
        QTest::newRow("another document") << QByteArray(R"({"schema":"sparkloom-plan","test":"tcp","report":{}})");
        QTest::newRow("no report") << QByteArray(R"({"schema":"sparkloom-test","test":"tcp"})");
        QTest::newRow("no such test") << QByteArray(
            R"({"schema":"sparkloom-test","test":"udp","report":{"verdict":"good","when":"2026-11-21T14:03:00Z"}})");
        QTest::newRow("no such verdict") << QByteArray(
            R"({"schema":"sparkloom-test","test":"tcp","report":{"verdict":"great","when":"2026-11-21T14:03:00Z"}})");
        QTest::newRow("no time") << QByteArray(
            R"({"schema":"sparkloom-test","test":"tcp","report":{"verdict":"good","when":"yesterday"}})");
        QTest::newRow("too large") << QByteArray(5 << 20, ' ');
    }
    void history_takesNoNonsense()
    {
        QFETCH(QByteArray, document);
        QVERIFY(!viewmodels::entryOf(document));
    }

    void page_byKeyboardAlone()
    {
        TestsViewModel tests;
        widgets::TestsPage page(tests);
        tests.setOffered({TestKind::Ladder, TestKind::Tcp});
        fill(tests, fixtures::cabledRing());
        show(page);
        auto *map = page.findChild<widgets::FabricMap *>();
        map->setFocus();
        map->setCurrent(widgets::MapElement{1, {}});
        QTest::keyClick(map, Qt::Key_Space);
        QVERIFY(!tests.isChosen(1));
        QVERIFY2(map->accessibleDescription().contains(u"not chosen"_s), qPrintable(map->accessibleDescription()));
        pressOn(u"testKind0"_s, Qt::Key_Right); // one of several: the arrows choose
        QCOMPARE(tests.kind(), TestKind::Tcp);
        pressOn(u"testLength0"_s, Qt::Key_Right);
        QCOMPARE(tests.length(), engine::TestLength::Normal);
        pressOn(u"bothCheck"_s, Qt::Key_Space);
        QVERIFY(tests.options().bothWays);
        pressOn(u"testCable1"_s, Qt::Key_Space);
        QVERIFY(tests.isChosen(1));
    }

    void page_mouseOnACableChoosesIt()
    {
        TestsViewModel tests;
        widgets::TestsPage page(tests);
        fill(tests, fixtures::cabledRing());
        show(page);
        auto *map = page.findChild<widgets::FabricMap *>();
        const QPoint on = map->mapFromScene(map->layoutOfMap().curve(2).at(0.3));
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, on);
        QVERIFY(!tests.isChosen(2) && tests.isChosen(0) && tests.isChosen(1));
        click(u"allButton"_s);
        QVERIFY(tests.allChosen());
    }

    void page_canBeHeard()
    {
        TestsViewModel tests;
        widgets::TestsPage page(tests);
        fill(tests, fixtures::cabledPair());
        show(page);
        tests.begin();
        tests.setProgress(fixtures::climbing(std::chrono::milliseconds(9000), 188));
        auto *curve = page.findChild<widgets::CurveView *>();
        QVERIFY(curve->isVisible() && curve->accessibleDescription().contains(u"188"_s));
        auto *climb = page.findChild<widgets::ClimbView *>();
        QVERIFY(climb->accessibleDescription().contains(u"running"_s));
        tests.finish(fixtures::oneHalfReport(pairPlan()));
        QCoreApplication::processEvents(); // what is new shows itself then
        const auto rung = visible<QAbstractButton>(u"rung2"_s);
        QVERIFY(rung);
        QVERIFY2(rung->accessibleName().contains(u"degraded"_s), qPrintable(rung->accessibleName()));
        QVERIFY(rung->accessibleDescription().contains(u"0B"_s));
        const auto cards = page.findChildren<widgets::TestCard *>();
        QCOMPARE(cards.size(), 1); // of the rung that has something to say
        QVERIFY2(cards[0]->accessibleName().contains(u"setup"_s), qPrintable(cards[0]->accessibleName()));
    }

    void result_canBeTakenAlong()
    {
        const QTemporaryDir folder;
        TestsViewModel tests;
        widgets::TestsPage page(tests);
        fill(tests, fixtures::cabledPair());
        show(page);
        finish(tests, fixtures::ladderReport(pairPlan()));
        click(u"copyButton"_s);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(kFullSpeed) && text.contains(u"MTU 9000"_s), qPrintable(text));
        const QString json = folder.filePath(u"result.json"_s), png = folder.filePath(u"result.png"_s);
        click(u"jsonButton"_s);
        saveInDialog(page, json);
        click(u"pictureButton"_s);
        saveInDialog(page, png);
        QFile file(json);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), tests.asJson());
        const QImage picture(png);
        QVERIFY(picture.width() == 2000 && picture.height() > 1200);
        click(u"jsonButton"_s);
        saveInDialog(page, folder.filePath(u"none/such/folder.json"_s));
        QVERIFY(page.findChild<widgets::PlainLabel *>(u"savedLabel"_s)->text().contains(u"could not be written"_s));
        click(u"anotherButton"_s);
        QCOMPARE(tests.state(), State::Choosing);
    }

private:
    void show(QWidget &page)
    {
        page.resize(1066, 660);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
        takeWindow(&page);
    }

    static void saveInDialog(QWidget &page, const QString &path)
    {
        auto *dialog = page.findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY2(dialog->defaultSuffix() == u"json" || dialog->defaultSuffix() == u"png", "named by its kind");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        delete dialog;
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setAttribute(Qt::AA_Use96Dpi);
    TestTestsPage tests;
    const int failed = QTest::qExec(&tests, argc, argv);
    return failed + runNcclTests(application.arguments()) + runPageTests(application.arguments());
}

#include "tst_testspage.moc"
