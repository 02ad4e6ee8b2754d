// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator as the application's child.
#include <QTest>

#include "adapters/virtualsparks/simulatorfactory.h"
#include "await.h"
#include "engine/ports/practicecontrol.h"

#include <QFileInfo>
#include <QSignalSpy>

#include <csignal>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace Qt::Literals::StringLiterals;

namespace {

engine::VirtualSocket socket(const char *spark, int cage)
{
    return {QString::fromLatin1(spark), cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One, false};
}

std::unique_ptr<engine::VirtualSparks> fresh()
{
    virtualsparks::SimulatorSettings settings;
    settings.speed = 50;
    return virtualsparks::SimulatorFactory(settings).create();
}

// Children of this process that still exist, zombies among them.
QByteArray childProcesses()
{
    QFile file(u"/proc/self/task/%1/children"_s.arg(QCoreApplication::applicationPid()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray("?");
}

} // namespace

class TestVirtualAdapter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenarios_areListed()
    {
        const auto list = virtualsparks::SimulatorFactory().scenarios();
        QVERIFY(list.size() >= 22);
        QCOMPARE(list.front().sparkCount, 2);
        QVERIFY(std::any_of(list.begin(), list.end(),
            [](const auto &s) { return s.name == u"star" && s.sparkCount == 4 && !s.title.isEmpty(); }));
    }

    void everyScenario_starts()
    {
        for (const auto &info : virtualsparks::SimulatorFactory().scenarios()) {
            auto sparks = fresh();
            const auto started = await(sparks->start(info.name));
            QVERIFY2(started.ok(), qPrintable(info.name));
            QCOMPARE(started->size(), static_cast<std::size_t>(info.sparkCount));
            for (const auto &spark : *started) {
                QCOMPARE(spark.endpoint.host, u"127.0.0.1"_s);
                QVERIFY(spark.endpoint.port > 0);
                QVERIFY(spark.fingerprint.startsWith(u"SHA256:"));
                QVERIFY(!spark.password.empty());
            }
            QVERIFY(sparks->isRunning());
            QCOMPARE(sparks->scenario(), info.name);
        }
        QCOMPARE(childProcesses(), QByteArray());
    }

    void plug_isAnsweredOrRefused()
    {
        auto sparks = fresh();
        QVERIFY(await(sparks->start(u"sealed-pair"_s)).ok());
        QVERIFY(await(sparks->plug(socket("spark-a", 0), socket("spark-b", 0))).ok());
        const auto refused = await(sparks->plug(socket("spark-a", 0), socket("spark-b", 1)));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().kind == base::ErrorKind::Refused);
        QCOMPARE(refused.error().message.id, std::string("virtual.refused"));
        QVERIFY(!await(sparks->plug(socket("spark-x", 0), socket("spark-b", 1))).ok());
        QVERIFY(await(sparks->unplug(socket("spark-b", 0))).ok());
        QVERIFY(!await(sparks->unplug(socket("spark-b", 0))).ok());
    }

    void faults_comeAndGo()
    {
        auto sparks = fresh();
        QVERIFY(await(sparks->start(u"pair-ready"_s)).ok());
        QVERIFY(await(sparks->setFault(u"F-08"_s, u"cable:spark-a:0"_s, true)).ok());
        const auto again = await(sparks->setFault(u"bad-cable"_s, u"cable:spark-a:0"_s, true));
        QVERIFY(!again.ok());
        QCOMPARE(again.error().message.id, std::string("virtual.fault-refused"));
        QVERIFY(await(sparks->setFault(u"bad-cable"_s, u"cable:spark-a:0"_s, false)).ok());
        QVERIFY(!await(sparks->setFault(u"F-08"_s, u"spark-x"_s, true)).ok());
        QVERIFY(await(sparks->slow(socket("spark-b", 0), 25)).ok());
        QVERIFY(await(sparks->slow(socket("spark-b", 0), 0)).ok());
        QVERIFY(!await(sparks->slow(socket("spark-b", 1), 25)).ok());
        QVERIFY(!await(sparks->slow(socket("spark-b", 0), -1)).ok());
    }

    void practiceState_tellsWhatIsWrongAndWhatCouldBe()
    {
        using Place = engine::VirtualFaultKind::Place;
        auto sparks = fresh();
        auto *control = dynamic_cast<engine::PracticeControl *>(sparks.get());
        QVERIFY(control);
        QVERIFY(!await(control->practiceState()).ok()); // nothing runs
        QVERIFY(await(sparks->start(u"star-ready"_s)).ok());
        const auto before = await(control->practiceState());
        QVERIFY(before.ok());
        QCOMPARE(before->kinds.size(), std::size_t(29));
        for (const auto &kind : before->kinds)
            QVERIFY2(!kind.name.isEmpty() && !kind.title.isEmpty() && !kind.places.empty(), qPrintable(kind.id));
        const auto seated = std::find_if(
            before->kinds.begin(), before->kinds.end(), [](const auto &kind) { return kind.name == u"not-seated"; });
        QVERIFY(seated != before->kinds.end() && seated->id == u"F-05");
        QCOMPARE(seated->places, (std::vector{Place::Cage, Place::Half, Place::SwitchPort}));
        QVERIFY(before->on.empty());
        QCOMPARE(before->cables.size(), std::size_t(4));
        for (const auto &cable : before->cables)
            QVERIFY(!cable.a.isSwitch && cable.b.isSwitch && cable.limitGbps == 0);
        QVERIFY(await(sparks->setFault(u"bios-x2"_s, u"spark-c"_s, true)).ok());
        QVERIFY(await(sparks->setFault(u"F-16"_s, u"port:spark-a:0"_s, true)).ok());
        QVERIFY(await(sparks->slow(socket("spark-b", 0), 25)).ok());
        const auto after = await(control->practiceState());
        QVERIFY(after.ok());
        QCOMPARE(after->on,
            (std::vector<engine::VirtualFault>{{u"F-02"_s, u"spark-c"_s}, {u"F-16"_s, u"port:spark-a:0"_s}}));
        QCOMPARE(after->cables[1].a.spark, u"spark-b"_s);
        QCOMPARE(after->cables[1].limitGbps, 25.0);
    }

    void switchSockets_areNamed()
    {
        auto sparks = fresh();
        QVERIFY(await(sparks->start(u"star"_s)).ok());
        QVERIFY(await(sparks->unplug(socket("spark-c", 0))).ok());
        engine::VirtualSocket toSwitch;
        toSwitch.spark = u"switch"_s;
        toSwitch.isSwitch = true;
        QVERIFY(await(sparks->plug(toSwitch, socket("spark-c", 1))).ok());
    }

    void unknownScenario_saysWhy()
    {
        auto sparks = fresh();
        const auto started = await(sparks->start(u"no-such"_s));
        QVERIFY(!started.ok());
        QCOMPARE(started.error().message.id, std::string("virtual.not-started"));
        QVERIFY(QString::fromStdString(started.error().detail).contains(u"no-such"));
        QVERIFY(!sparks->isRunning());
    }

    void missingProgram_saysSo()
    {
        virtualsparks::SimulatorSettings settings;
        settings.program = u"/nonexistent/sparkloom-sim"_s;
        auto sparks = virtualsparks::SimulatorFactory(settings).create();
        const auto started = await(sparks->start(u"pair"_s));
        QVERIFY(!started.ok());
        QCOMPARE(started.error().message.id, std::string("virtual.not-started"));
    }

    void childThatDies_isTold()
    {
        auto sparks = fresh();
        QSignalSpy ended(sparks.get(), &engine::VirtualSparks::ended);
        QVERIFY(await(sparks->start(u"pair"_s)).ok());
        const qint64 child = childProcesses().toLongLong();
        QVERIFY(child > 1);
        QCOMPARE(::kill(static_cast<pid_t>(child), SIGKILL), 0);
        QVERIFY(ended.wait());
        QVERIFY(!sparks->isRunning());
        QVERIFY(!await(sparks->unplug(socket("spark-a", 0))).ok());
        QVERIFY(await(sparks->start(u"pair"_s)).ok()); // and again
    }

    void secondStart_isRefused()
    {
        auto sparks = fresh();
        QVERIFY(await(sparks->start(u"pair"_s)).ok());
        QVERIFY(!await(sparks->start(u"ring"_s)).ok());
    }
};

QTEST_GUILESS_MAIN(TestVirtualAdapter)
#include "tst_virtual_adapter.moc"
