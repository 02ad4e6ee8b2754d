// SPDX-License-Identifier: GPL-3.0-or-later
// The map under the hands: the table that says the same, keys that follow cables, motion that can be off, and the map
// and the cable plan in files.
#include "fixtures.h"
#include "widgets/common/watchedapplication.h"
#include "widgets/fabric/cableplan.h"
#include "widgets/fabric/exportbutton.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/fabric/mapfiles.h"
#include "widgets/fabric/maptools.h"
#include "widgets/pages/cablepage.h"

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QPointer>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>
#include <QXmlStreamReader>

#include <ctime>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::FabricPicture;
using viewmodels::FabricTable;
using viewmodels::SocketKey;
using widgets::FabricMap;
using widgets::MapElement;
using widgets::WatchedApplication;

Q_DECLARE_METATYPE(sparkloom::viewmodels::FabricPicture)

namespace {

constexpr QSizeF kA4(541, 788); // within margins, in points
QString pictureFolder;

FabricPicture provenPicture()
{
    const fixtures::Fabric fabric = fixtures::cabledPair();
    const domain::Plan plan = fixtures::planOf(fabric);
    return viewmodels::pictureOfProof(
        fabric.hosts, plan.addresses, fabric.cabling.halves, fixtures::failedReport(fabric, plan));
}

fixtures::Fabric starOf(int sparks)
{
    std::vector<fixtures::Plugged> cables;
    for (int i = 0; i < sparks; ++i)
        cables.push_back({i, domain::CageIndex::Zero, -1, domain::CageIndex::Zero});
    return fixtures::fabric(sparks, cables, domain::Topology::Star);
}

QStringList lineOf(const FabricTable &table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells << table.index(row, column).data().toString();
    return cells;
}

// All texts of an SVG, joined where it breaks them.
QString textsOf(const QByteArray &svg)
{
    QString texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            texts += reader.text().toString() + u' ';
    return reader.hasError() ? QString() : texts.simplified();
}

// A desktop with or without motion.
class MotionStyle : public QProxyStyle {
public:
    explicit MotionStyle(int milliseconds) : QProxyStyle(u"Fusion"_s), m_milliseconds(milliseconds) {}
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_milliseconds
                                                    : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_milliseconds;
};

// Uses the processor for this long, whatever else runs on the machine.
void burn(double milliseconds)
{
    const auto used = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double end = used() + milliseconds;
    while (used() < end) {
    }
}

} // namespace

class TestFabricMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void table_saysWhatTheMapShows_data()
    {
        QTest::addColumn<FabricPicture>("picture");
        QTest::newRow("sealed pair") << pictureOf(fixtures::sealedPair(true));
        QTest::newRow("pair") << pictureOf(fixtures::cabledPair());
        QTest::newRow("ring in work") << pictureOf(fixtures::ringInWork());
        QTest::newRow("wrong ring") << pictureOf(fixtures::wrongRing());
        QTest::newRow("star") << pictureOf(fixtures::starOfFour());
        QTest::newRow("proof with a failure") << provenPicture();
    }

    void table_saysWhatTheMapShows()
    {
        QFETCH(FabricPicture, picture);
        FabricTable table;
        table.setPicture(picture);
        // Each cable, with both ends, its state and its lanes.
        for (int i = 0; i < static_cast<int>(picture.cables.size()); ++i) {
            const viewmodels::PictureCable &cable = picture.cables[static_cast<std::size_t>(i)];
            QCOMPARE(table.rowOfCable(i), i);
            const QStringList cells = lineOf(table, i);
            if (cable.number > 0)
                QVERIFY2(
                    cells[FabricTable::What].contains(QString::number(cable.number)), qPrintable(cells.join(u'|')));
            QVERIFY(cells[FabricTable::From].startsWith(picture.box(cable.a.box)->name));
            QVERIFY(cells[FabricTable::To].startsWith(picture.box(cable.b.box)->name));
            QVERIFY(!cells[FabricTable::State].isEmpty());
            for (std::size_t lane = 0; lane < 2; ++lane) {
                const QString &said = cells[FabricTable::LaneA + static_cast<int>(lane)];
                QCOMPARE(said.contains(u"failed"_s), cable.lanes[lane].proof == viewmodels::LaneProof::Failed);
                if (cable.lanes[lane].up)
                    QVERIFY2(said.startsWith(u"up"_s), qPrintable(said));
            }
            const QString sentence = table.index(i, 0).data(Qt::AccessibleTextRole).toString();
            for (const QString &cell : cells)
                QVERIFY2(sentence.contains(cell), qPrintable(sentence + u" lacks "_s + cell));
        }
        // Each box, and each socket once: by itself or as the end of a cable.
        int lines = static_cast<int>(picture.cables.size());
        for (const viewmodels::PictureBox &box : picture.boxes) {
            ++lines;
            for (int i = 0; i < static_cast<int>(box.sockets.size()); ++i) {
                const int row = table.rowOf(SocketKey{box.key, i});
                QVERIFY(row >= 0);
                if (row < static_cast<int>(picture.cables.size()))
                    continue;
                ++lines;
                QVERIFY(!lineOf(table, row)[FabricTable::State].isEmpty());
            }
        }
        QCOMPARE(table.rowCount(), lines);
    }

    void table_staysWhereItsReaderIs_whileStatesChange()
    {
        fixtures::Fabric fabric = fixtures::ringInWork();
        widgets::FabricTableView view;
        view.setPicture(pictureOf(fabric));
        view.setCurrent(MapElement{1, {}});
        QSignalSpy resets(view.model(), &QAbstractItemModel::modelReset);
        FabricPicture news = pictureOf(fabric);
        news.cables[0].lanes[0].up = !news.cables[0].lanes[0].up;
        view.setPicture(news);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(view.current(), std::optional(MapElement{1, {}}));
        news.cables.pop_back();
        view.setPicture(news);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(view.current(), std::optional(MapElement{1, {}}));
    }

    void page_changesBetweenMapAndTable_andKeepsWhatIsChosen()
    {
        const fixtures::Fabric fabric = fixtures::sealedPair(true);
        viewmodels::CableViewModel model;
        model.setHosts(fabric.hosts);
        model.begin(true);
        model.setCabling(fabric.cabling);
        widgets::CablePage page(model);
        page.resize(1000, 640);
        page.show();
        auto *map = page.findChild<FabricMap *>();
        QVERIFY(!page.findChild<widgets::FabricTableView *>()); // until somebody asks for it
        auto *change = page.findChild<QAbstractButton *>(u"tableButton"_s);
        auto *plug = page.findChild<QAbstractButton *>(u"plugButton"_s);
        QVERIFY(map && change && plug && map->isVisible() && plug->isHidden());
        map->setFocus();
        map->setCurrent(MapElement{0, {}});
        QTest::keyClick(map, Qt::Key_Return); // details
        auto *table = page.findChild<widgets::FabricTableView *>();
        QVERIFY(map->isHidden() && table && table->isVisible());
        QCOMPARE(table->current(), std::optional(MapElement{0, {}}));
        QCOMPARE(page.firstFocus(), table);
        // Virtual cables can be plugged from here, by button and by key.
        QSignalSpy plugged(&model, &viewmodels::CableViewModel::plugRequested);
        QVERIFY(plug->isVisible());
        plug->click();
        QTest::keyClick(table, Qt::Key_P); // one cable at a time: the first one waits for its link
        QCOMPARE(plugged.count(), 1);
        model.setPlugProblem([] { return u"refused"_s; });
        QTest::keyClick(table, Qt::Key_P);
        QCOMPARE(plugged.count(), 2);
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(table->current() != std::optional(MapElement{0, {}}));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(map->isVisible() && table->isHidden() && plug->isHidden());
        change->click();
        QVERIFY(table->isVisible());
    }

    void arrows_followTheCables()
    {
        const fixtures::Fabric fabric = starOf(6);
        FabricMap map;
        map.resize(1200, 600);
        map.setPicture(pictureOf(fabric));
        for (int i = 0; i < map.layoutOfMap().cableCount(); ++i) {
            const SocketKey spark = map.layoutOfMap().endA(i);
            const bool above = map.layoutOfMap().exitOf(spark) == widgets::FabricLayout::Exit::Down;
            map.setCurrent(MapElement{{}, spark});
            QTest::keyClick(&map, above ? Qt::Key_Down : Qt::Key_Up);
            QCOMPARE(map.current(), std::optional(MapElement{i, {}}));
            QTest::keyClick(&map, above ? Qt::Key_Down : Qt::Key_Up);
            QCOMPARE(map.current(), std::optional(MapElement{{}, map.layoutOfMap().endB(i)}));
        }
    }

    void motion_isOffWhereTheDesktopWantsNone()
    {
        for (const int duration : {200, 0}) {
            MotionStyle style(duration);
            FabricMap map;
            map.setStyle(&style);
            map.resize(1000, 500);
            map.setPicture(pictureOf(fixtures::sealedPair(false)));
            map.show();
            QCOMPARE(map.isMoving(), duration > 0);
        }
    }

    void map_fitsWhateverItShows()
    {
        for (const int sparks : {1, 3, 16, 64}) {
            FabricMap map;
            map.resize(900, 420);
            map.setPicture(pictureOf(starOf(sparks)));
            const QRectF shown = map.mapFromScene(map.layoutOfMap().bounds()).boundingRect();
            QVERIFY2(QRectF(map.rect()).adjusted(-2, -2, 2, 2).contains(shown), qPrintable(QString::number(sparks)));
        }
    }

    void map_canBeLookedAtMoreClosely()
    {
        FabricMap map;
        map.resize(900, 420);
        map.setPicture(pictureOf(starOf(64)));
        map.show();
        const double fitting = map.transform().m11();
        const SocketKey far = map.layoutOfMap().endA(63);
        const SocketKey near = map.layoutOfMap().endA(0);
        const auto shows = [&](const SocketKey &key) {
            return map.viewport()->rect().contains(map.viewportPosition(key));
        };
        map.setCurrent(MapElement{{}, far});
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY2(map.transform().m11() > 4 * fitting, "names can be read");
        QVERIFY2(map.transform().m11() < 4, "and it has an end");
        QVERIFY(shows(far));
        // Walking by keys takes the view along, and news keep the place.
        QVERIFY(!shows(near));
        map.setCurrent(MapElement{{}, near});
        QVERIFY(shows(near));
        map.setBusy(true);
        QVERIFY(shows(near));
        QTest::keyClick(&map, Qt::Key_0);
        QCOMPARE(map.transform().m11(), fitting);
        const auto turn = [&](Qt::KeyboardModifiers keys, int delta) {
            const QPoint at = map.viewportPosition(far);
            QWheelEvent wheel(
                at, map.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
            QApplication::sendEvent(map.viewport(), &wheel);
        };
        turn(Qt::NoModifier, 120);
        QCOMPARE(map.transform().m11(), fitting);
        turn(Qt::ControlModifier, 480);
        const double closer = map.transform().m11();
        QVERIFY(closer > 2 * fitting && shows(far));
        turn(Qt::ControlModifier, -120);
        QVERIFY(map.transform().m11() < closer && shows(far));
        turn(Qt::ControlModifier, -4800);
        QCOMPARE(map.transform().m11(), fitting);
    }

    void map_isSavedWithAllItsNames()
    {
        QTemporaryDir folder;
        const FabricPicture picture = pictureOf(fixtures::ringInWork());
        const QString svg = folder.filePath(u"m.svg"_s);
        QCOMPARE(widgets::saveMap(picture, svg, widgets::MapFormat::Svg), QString());
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(QSvgRenderer(content).isValid());
        const QString texts = textsOf(content);
        for (const viewmodels::PictureBox &box : picture.boxes)
            QVERIFY2(texts.contains(box.name), qPrintable(texts));
        QVERIFY2(texts.contains(u"wrong socket"_s), "the legend");

        const QString png = folder.filePath(u"m.png"_s);
        QCOMPARE(widgets::saveMap(picture, png, widgets::MapFormat::Png), QString());
        const QImage image(png);
        QCOMPARE(image.size(), (widgets::MapPicture(picture).size() * 2).toSize());

        const QString pdf = folder.filePath(u"m.pdf"_s);
        QCOMPARE(widgets::saveMap(picture, pdf, widgets::MapFormat::Pdf), QString());
        QFile paper(pdf);
        QVERIFY(paper.open(QIODevice::ReadOnly) && paper.read(5) == "%PDF-" && paper.size() > 2000);
    }

    void menu_savesWhereThePersonSays()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QTemporaryDir folder;
        widgets::ExportButton button([] { return pictureOf(fixtures::cabledPair()); });
        button.show();
        for (const auto &[name, file] : {std::pair(u"savePng"_s, u"a.png"_s), std::pair(u"saveSvg"_s, u"b.svg"_s),
                 std::pair(u"savePdf"_s, u"c.pdf"_s), std::pair(u"savePlan"_s, u"d.pdf"_s)}) {
            auto *action = button.findChild<QAction *>(name);
            QVERIFY2(action, qPrintable(name));
            action->trigger();
            QPointer<QFileDialog> dialog = button.findChild<QFileDialog *>();
            QVERIFY(dialog && dialog->isVisible()); // and nothing waits for it
            dialog->setDirectory(folder.path());
            dialog->selectFile(folder.filePath(file));
            static_cast<QDialog *>(dialog)->accept();
            QTRY_VERIFY(!dialog);
            QVERIFY2(QFileInfo(folder.filePath(file)).size() > 1000, qPrintable(file));
        }
        button.findChild<QAction *>(u"printPlan"_s)->trigger();
        QPointer<QDialog> dialog = button.findChild<QDialog *>();
        QVERIFY(dialog);
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }

    void saving_saysWhatWentWrong_andLeavesNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"nowhere/m.svg"_s);
        const QString problem = widgets::saveMap(pictureOf(fixtures::cabledPair()), path, widgets::MapFormat::Svg);
        QVERIFY2(problem.contains(u"nowhere/m.svg"_s), qPrintable(problem));
        QVERIFY(!widgets::savePlan(pictureOf(fixtures::cabledPair()), folder.path()).isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void plan_hasALabelForEachEnd_data()
    {
        QTest::addColumn<FabricPicture>("picture");
        QTest::newRow("ring") << pictureOf(fixtures::ringInWork());
        QTest::newRow("class of 64") << pictureOf(starOf(64));
        QTest::newRow("nothing") << FabricPicture{};
    }

    void plan_hasALabelForEachEnd()
    {
        QFETCH(FabricPicture, picture);
        const widgets::CablePlan plan(picture);
        const int pages = plan.pageCount(kA4);
        QVERIFY(pages >= 1);
        for (int page = 0; page < pages && !pictureFolder.isEmpty(); ++page) { // to be looked at
            QImage paper((kA4 * 2).toSize(), QImage::Format_RGB32);
            paper.fill(Qt::white);
            QPainter painter(&paper);
            painter.scale(2, 2);
            plan.paintPage(painter, page, kA4);
            painter.end();
            const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
            QVERIFY(QDir().mkpath(pictureFolder));
            QVERIFY(paper.save(u"%1/plan-%2-%3.png"_s.arg(pictureFolder, name).arg(page + 1)));
        }
        QString list, labels;
        for (int page = 0; page < pages; ++page) {
            QBuffer buffer;
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            generator.setViewBox(QRectF(QPointF(), kA4));
            generator.setSize(kA4.toSize());
            QPainter painter(&generator);
            plan.paintPage(painter, page, kA4);
            painter.end();
            const QString texts = textsOf(buffer.data());
            (texts.contains(u"Labels to cut out"_s) ? labels : list) += texts + u'\n';
        }
        QVERIFY(list.contains(u"Cable plan"_s));
        if (picture.boxes.size() < 10) // the names of more are cut on the line below the title
            QVERIFY2(!(list + labels).contains(u'…'), "nothing is cut");
        for (const viewmodels::PictureCable &cable : picture.cables)
            for (const SocketKey &end : {cable.a, cable.b}) {
                const QString name = picture.box(end.box)->name;
                QVERIFY2(list.contains(name), qPrintable(name));
                QVERIFY2(labels.contains(name), qPrintable(name));
            }
        // Two faces for each end of each cable.
        QCOMPARE(labels.count(u"other end: "_s), 4 * static_cast<int>(picture.cables.size()));
    }

    void plan_isPdfOfThatManyPages()
    {
        QTemporaryDir folder;
        const FabricPicture picture = pictureOf(starOf(16));
        const QString path = folder.filePath(u"plan.pdf"_s);
        QCOMPARE(widgets::savePlan(picture, path), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.count("/Type /Page\n") >= 3);
    }

    // --- The watchdog, here because this program has its application. Processor time is asked for, never the clock.

    void watchdog_namesACallThatIsTooLong()
    {
        WatchedApplication *app = WatchedApplication::instance();
        app->forgetCalls();
        QObject slow;
        slow.setObjectName(u"culprit"_s);
        QTimer::singleShot(0, &slow, [] { burn(2 * WatchedApplication::kMostMs); });
        QTimer::singleShot(0, &slow, [] { burn(0.1); });
        QTRY_VERIFY(app->busyCalls().size() == 1);
        QCOMPARE(app->busyCalls().front().event, u"MetaCall"_s);
        QVERIFY2(app->busyCalls().front().cpuMs >= 2 * WatchedApplication::kMostMs, "all of it");
        QVERIFY(app->longestCpuMs() >= 2 * WatchedApplication::kMostMs);
        // What it cost, as if nothing else took caches and memory away: known work was measured just after it.
        const widgets::SlowCall call = app->busyCalls().front();
        QVERIFY(call.yardMs > 0 && app->calmMs(call) > 0 && app->calmMs(call) <= call.cpuMs);
        widgets::SlowCall besides = call;
        besides.yardMs *= 2; // the same work cost twice as much then
        QVERIFY(app->calmMs(besides) <= call.cpuMs / 2);
        app->forgetCalls();
        QVERIFY(app->busyCalls().empty() && app->calls() == 0);
    }

    void watchdog_seesWaiting_thatUsesNoProcessor()
    {
        WatchedApplication *app = WatchedApplication::instance();
        app->forgetCalls();
        QObject waiter;
        // Gives the processor away and comes back too late, as reading from a slow disk would.
        QTimer::singleShot(0, &waiter, [] { QTest::qSleep(static_cast<int>(2 * WatchedApplication::kMostMs)); });
        QTRY_VERIFY(app->waitingCalls().size() == 1);
        QVERIFY(app->waitingCalls().front().waits > 0);
        QVERIFY(app->busyCalls().empty());
    }

    void watchdog_doesNotBlameTheCallThatOpensALoop()
    {
        WatchedApplication *app = WatchedApplication::instance();
        app->forgetCalls();
        QObject opener, inner;
        bool done = false;
        QTimer::singleShot(0, &opener, [&] {
            QEventLoop loop;
            for (int i = 0; i < 4; ++i) // together too long, each short enough
                QTimer::singleShot(0, &inner, [] { burn(0.4 * WatchedApplication::kMostMs); });
            QTimer::singleShot(0, &inner, [&] { QTimer::singleShot(0, &loop, &QEventLoop::quit); });
            loop.exec();
            done = true;
        });
        QTRY_VERIFY(done);
        QStringList slow;
        for (const widgets::SlowCall &call : app->busyCalls())
            slow << WatchedApplication::describe(call);
        QVERIFY2(slow.isEmpty(), qPrintable(slow.join(u'\n')));
    }
};

int main(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    app.setWatching(true);
    QApplication::setStyle(u"Fusion"_s);
    QStringList arguments = app.arguments();
    if (arguments.size() > 1 && arguments[1].contains(u'/'))
        pictureFolder = arguments.takeAt(1);
    TestFabricMap test;
    return QTest::qExec(&test, arguments);
}

#include "tst_fabricmap.moc"
