// SPDX-License-Identifier: GPL-3.0-or-later
#include "closingstories.h"

#include "storyroom.h"

#include "engine/text/language.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

#include <algorithm>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::AdoptViewModel;
using viewmodels::Step;

namespace {

constexpr int kAnswerMs = 20000; // of the simulator; nothing is asserted about time

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestClosing : public QObject, private StoryRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::exists(qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u"/sparkloom-sim"_s));
        m_language.use(u"en"_s);
    }

    void cleanup() { end(); }

    void closedWindow_leavesNothingOnTheSparks_data()
    {
        QTest::addColumn<QString>("doing");
        for (const char *doing : {"cabling", "proving", "proven", "watching", "testing", "leaving"})
            QTest::newRow(doing) << QString::fromLatin1(doing);
    }

    // The Sparks live on here: no one is signed in to them any more, no timer waits, and traffic has ended.
    void closedWindow_leavesNothingOnTheSparks()
    {
        QFETCH(QString, doing);
        begin(u"pair-ready"_s);
        signIn(password());
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Offered, kPatienceMs);
        models().adopt.triggerTakeOver();
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        QVERIFY2(signedIn() > 0, "they are found where there are some");
        if (doing == u"leaving")
            leave();
        else
            busyWith(doing);
        m_window.reset();
        QTRY_COMPARE_WITH_TIMEOUT(signedIn(), 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(timers(), QStringList(), kPatienceMs);
        // Nothing blocks who comes next.
        openWindow(u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), 2, kPatienceMs);
    }

private:
    void busyWith(const QString &doing)
    {
        models().steps.go(doing == u"cabling" ? Step::Cable
                : doing.startsWith(u"prov")   ? Step::Prove
                : doing == u"watching"        ? Step::Live
                                              : Step::Tests);
        if (doing == u"cabling") {
            QTRY_VERIFY_WITH_TIMEOUT(models().cable.complete(), kPatienceMs);
        } else if (doing == u"proving") {
            QVERIFY(models().prove.verifying());
        } else if (doing == u"proven") {
            QTRY_VERIFY_WITH_TIMEOUT(models().prove.hasReport() && !models().prove.verifying(), kPatienceMs);
        } else if (doing == u"watching") {
            QTRY_VERIFY_WITH_TIMEOUT(!models().live.cables().empty(), kPatienceMs);
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(models().tests.primaryAction().enabled, kPatienceMs);
            click(u"primaryButton"_s);
            QTRY_COMPARE_WITH_TIMEOUT(
                models().tests.state(), viewmodels::TestsViewModel::State::Running, kPatienceMs);
        }
    }

    void leave()
    {
        models().leave.ask({u"spark-b"_s, {u"spark-a"_s}, false, true, true});
        models().leave.choose(viewmodels::LeaveViewModel::Way::Clean);
        models().leave.proceed();
        QTRY_VERIFY_WITH_TIMEOUT(
            models().steps.current() == Step::Review && models().review.primaryAction().enabled, kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running() || !timers().isEmpty(), kPatienceMs);
        QVERIFY2(models().apply.running(), qPrintable(models().apply.headline()));
    }

    // Connections that stand at the Sparks' own ports.
    int signedIn() const
    {
        int standing = 0;
        for (const QByteArray &line : contentOf(u"/proc/net/tcp"_s).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 4 || fields[3] != "01") // TCP_ESTABLISHED
                continue;
            const int port = fields[1].mid(fields[1].indexOf(':') + 1).toInt(nullptr, 16);
            standing += std::any_of(m_sparks.begin(), m_sparks.end(),
                [port](const engine::VirtualSpark &spark) { return spark.endpoint.port == port; });
        }
        return standing;
    }

    // What waits on the Sparks to go off, as the simulator tells it on its control socket.
    static QStringList timers()
    {
        const QByteArray simulator =
            contentOf(u"/proc/self/task/%1/children"_s.arg(QCoreApplication::applicationPid())).split(' ').front();
        QLocalSocket socket;
        socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
        socket.connectToServer(u"sparkloom-sim-"_s + QString::fromLatin1(simulator));
        if (!socket.waitForConnected(kAnswerMs))
            return {u"the simulator does not answer"_s};
        socket.write("{\"id\":1,\"do\":\"state\"}\n");
        QByteArray told;
        while (!told.contains('\n') && socket.waitForReadyRead(kAnswerMs))
            told += socket.readAll();
        const QJsonObject answer = QJsonDocument::fromJson(told.left(told.indexOf('\n'))).object();
        if (!answer[u"ok"_s].toBool())
            return {u"no state: "_s + QString::fromUtf8(told.left(200))};
        QStringList waiting;
        for (const auto &spark : answer[u"sparks"_s].toArray())
            for (const auto &timer : spark.toObject()[u"timers"_s].toArray())
                waiting << spark.toObject()[u"name"_s].toString() + u' ' + timer.toString();
        return waiting;
    }

    engine::text::Language m_language;
};

std::unique_ptr<QObject> closingStories()
{
    return std::make_unique<TestClosing>();
}

#include "closingstories.moc"
