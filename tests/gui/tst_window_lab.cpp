// SPDX-License-Identifier: GPL-3.0-or-later
// The real window through real hosts of the lab, pair or ring: found by mDNS, fingerprints compared, password typed,
// sudo answered, and back again. Plugs go in and out meanwhile, and the time from the kernel's event to the painted
// frame is printed. Started by tests/lab/window.sh on the lab's laptop, which says which hosts there are:
// SPARKLOOM_LAB_HOSTS="spark-a=SHA256:... spark-b=SHA256:...", SPARKLOOM_LAB_USER, SPARKLOOM_LAB_PASSWORD, how many
// plugs (SPARKLOOM_LAB_PLUGS) and whether things go wrong (SPARKLOOM_LAB_STORIES=1). One argument: a folder for
// pictures.
#include "engine/text/language.h"
#include "gui/mainwindow.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/shell/setupview.h"

#include "labroom.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::CableState;
using viewmodels::FabricPicture;
using viewmodels::SocketState;
using viewmodels::Step;

namespace {

constexpr int kSkipped = 77;
constexpr const char *kTrying = "the settings are being tried";

// The value below which that share of them lies.
qint64 quantile(std::vector<qint64> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
}

void printTimes(const char *what, const std::vector<qint64> &microseconds)
{
    std::printf("plug to green, %s: %zu plugs, p50 %lld ms, p95 %lld ms, longest %lld ms\n", what, microseconds.size(),
        static_cast<long long>(quantile(microseconds, 0.5) / 1000),
        static_cast<long long>(quantile(microseconds, 0.95) / 1000),
        static_cast<long long>(quantile(microseconds, 1) / 1000));
    std::fflush(stdout);
}

} // namespace

class TestWindowLab : public QObject, private LabRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fingerprints.size() >= 2);
        QVERIFY(m_hands.open());
        m_language.use(u"en"_s);
        openWindow();
    }

    void cleanupTestCase() { m_window.reset(); }

    // Each step needs the one before.
    void init()
    {
        if (m_broken)
            QFAIL("an earlier step failed");
    }
    void cleanup() { m_broken |= QTest::currentTestFailed(); }

    void find_bothHostsByMdns()
    {
        for (const QString &name : m_fingerprints.keys()) {
            QTRY_VERIFY2_WITH_TIMEOUT(visible<QAbstractButton>(u"card_"_s + name), qPrintable(name), kPatienceMs);
            click(u"card_"_s + name);
        }
        QTRY_VERIFY_WITH_TIMEOUT(models().find.primaryAction().enabled, kPatienceMs);
        picture("1-find");
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::SignIn);
    }

    void signIn_afterComparingFingerprints()
    {
        type(u"userEdit"_s, qEnvironmentVariable("SPARKLOOM_LAB_USER"));
        type(u"passwordEdit"_s, m_stories ? u"not the password"_s : password());
        click(u"primaryButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            static_cast<qsizetype>(models().signIn.keys().size()), m_fingerprints.size(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(visible<QAbstractButton>(u"acceptKey0"_s), kPatienceMs);
        picture("2-keys");
        const auto keys = models().signIn.keys();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            QVERIFY(!keys[i].accepted); // nothing is preselected
            QCOMPARE(keys[i].fingerprint, m_fingerprints.value(keys[i].name));
            auto *mark = visible<QAbstractButton>(u"acceptKey%1"_s.arg(i));
            QVERIFY(mark);
            QTest::mouseClick(
                mark, Qt::LeftButton, {}, {8, mark->height() / 2}); // on the box: the rest of the line is empty
        }
        click(u"primaryButton"_s);
        if (m_stories)
            answerEachAgain();
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(models().signIn.problem().seen), kPatienceMs);
        picture("2-signin");
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Topology);
        picture("2-topology");
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Cable);
    }

    void cable_thatIsPluggedIsFound()
    {
        waitUntilCabled();
        picture("3-cable");
    }

    // A second cable between two Sparks of a ring that has one already.
    void wrongPlug_isNamedAndMoved()
    {
        if (!m_stories || m_fingerprints.size() < 3)
            return;
        for (const char *command : {"unplug spark-a:1", "unplug spark-b:1", "plug spark-a:1 spark-c:0"})
            QVERIFY(hand(QString::fromLatin1(command)));
        const auto misplaced = [this] {
            const auto &cables = models().cable.picture().cables;
            return std::any_of(
                cables.begin(), cables.end(), [](const auto &c) { return c.state == CableState::Wrong; });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(misplaced(), qPrintable(models().cable.headline()), kPatienceMs);
        QVERIFY(!models().cable.primaryAction().enabled);
        QVERIFY2(models().cable.headline().contains(u"spark-"_s), qPrintable(models().cable.headline()));
        picture("3-wrong");
        for (const char *command : {"unplug spark-a:1", "plug spark-a:1 spark-b:0", "plug spark-b:1 spark-c:0"})
            QVERIFY(hand(QString::fromLatin1(command)));
        QTRY_VERIFY2_WITH_TIMEOUT(models().cable.complete(), qPrintable(models().cable.headline()), kPatienceMs);
    }

    void pulledPlug_goesDark_pluggedAgain_turnsGreen()
    {
        const int plugs = qEnvironmentVariable("SPARKLOOM_LAB_PLUGS").toInt();
        QVERIFY(plugs > 0 && !models().cable.picture().cables.empty());
        const auto cable = models().cable.picture().cables.front();
        std::vector<qint64> fromLast, fromFirst, untilNamed;
        for (int i = 0; i < plugs; ++i) {
            QVERIFY(hand(u"unplug "_s + end(cable.a)));
            QTRY_VERIFY2_WITH_TIMEOUT(isDark(models().cable.picture(), cable), "after it was pulled", kPatienceMs);
            QVERIFY(!models().cable.primaryAction().enabled);
            const std::size_t before = m_hands.linkEvents().size();
            auto *map = comes<widgets::FabricMap>(u"map"_s);
            QVERIFY(map);
            clock().watch(map, [cable](const FabricPicture &shown) { return isGreen(shown, cable); });
            QVERIFY(m_hands.send(u"plug %1 %2"_s.arg(end(cable.a), end(cable.b))));
            ++m_sent;
            QTRY_VERIFY2_WITH_TIMEOUT(clock().seenAt(), qPrintable(shown(*map, cable)), kPatienceMs);
            const qint64 green = *clock().seenAt();
            if (i == 0)
                picture("3-green");
            clock().watch(map, [cable](const FabricPicture &shown) { return isNamed(shown, cable); });
            map->viewport()->update(); // it may be there already
            QTRY_VERIFY2_WITH_TIMEOUT(clock().seenAt(), qPrintable(shown(*map, cable)), kPatienceMs);
            const std::size_t halves = 4; // two at each end
            QTRY_COMPARE_WITH_TIMEOUT(carriersUp(before, cable).size(), halves, kPatienceMs);
            const std::vector<qint64> events = carriersUp(before, cable);
            fromFirst.push_back(green - events.front());
            fromLast.push_back(green - events.back());
            untilNamed.push_back(*clock().seenAt() - events.back());
            QTRY_VERIFY_WITH_TIMEOUT(models().cable.complete(), kPatienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(m_hands.doneCount(), m_sent, kPatienceMs);
        }
        printTimes("from the last half's event to the frame with green sockets", fromLast);
        printTimes("from the first half's event to the frame with green sockets", fromFirst);
        printTimes("from the last half's event to the frame that names the cable", untilNamed);
    }

    void review_inAnotherLanguageMidway()
    {
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(
            models().review.primaryAction().enabled, qPrintable(models().review.problem().seen), kPatienceMs);
        picture("4-review");
        if (!m_stories)
            return;
        const QString english = models().review.headline();
        QVERIFY(m_language.use(u"de"_s));
        QTRY_VERIFY_WITH_TIMEOUT(models().review.headline() != english, kPatienceMs);
        QVERIFY(models().review.primaryAction().enabled);
        picture("4-review-de");
        QVERIFY(m_language.use(u"en"_s));
        QTRY_COMPARE_WITH_TIMEOUT(models().review.headline(), english, kPatienceMs);
    }

    // Asked for the first time where halves have to be raised, or when the settings that are there now are read.
    void sudoRefused_isSaid_andChangesNothing()
    {
        if (!m_stories)
            return;
        m_refuseSudo = true;
        const auto refusedOnce = [this] { return m_refused > 0; };
        goToCableAgain();
        QTRY_VERIFY_WITH_TIMEOUT(models().cable.complete() || models().cable.wakeOffered(), kPatienceMs);
        if (QAbstractButton *wake = models().cable.complete() ? nullptr : buttonWithText(u"Wake them"_s)) {
            QTest::mouseClick(wake, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(refusedOnce(), kPatienceMs);
            QTRY_VERIFY2_WITH_TIMEOUT(
                !models().cable.problem().seen.isEmpty(), qPrintable(models().cable.headline()), kPatienceMs);
            QVERIFY(!models().cable.complete());
        } else {
            click(u"primaryButton"_s);
            const auto decided = [this] {
                return models().review.primaryAction().enabled || !models().review.problem().seen.isEmpty();
            };
            QTRY_VERIFY_WITH_TIMEOUT(decided(), kPatienceMs);
            if (models().review.problem().seen.isEmpty()) { // a plan is possible; root is needed to apply it
                click(u"primaryButton"_s);
                QTRY_VERIFY_WITH_TIMEOUT(refusedOnce() && !models().apply.running(), kPatienceMs);
                QVERIFY(!models().apply.succeeded() && !models().apply.halfApplied());
                QVERIFY2(!models().apply.problem().seen.isEmpty(), qPrintable(models().apply.headline()));
            }
            QVERIFY(refusedOnce());
        }
        picture("4-refused");
        m_refuseSudo = false;
        planAgain();
    }

    void otherKey_isAHardStop_untilTheSparkIsBack()
    {
        if (!m_stories)
            return;
        for (const char *command : {"exec spark-b cp -a /etc/ssh /etc/ssh.kept",
                 "exec spark-b rm /etc/ssh/ssh_host_ed25519_key /etc/ssh/ssh_host_ed25519_key.pub",
                 "exec spark-b ssh-keygen -A", "exec spark-b systemctl restart ssh"})
            QVERIFY(hand(QString::fromLatin1(command)));
        openWindow();
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), m_fingerprints.size(), kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models().signIn.primaryAction().enabled, kPatienceMs);
        click(u"primaryButton"_s);
        const auto changed = [this] {
            const auto rows = models().signIn.rows();
            return std::any_of(
                rows.begin(), rows.end(), [](const auto &row) { return row.name == u"spark-b"_s && row.keyChanged; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(changed() && !models().signIn.busy(), kPatienceMs);
        QVERIFY(!models().signIn.allReady() && !models().steps.isOpen(Step::Cable));
        picture("2-changed-key");
        for (const char *command : {"exec spark-b cp -a /etc/ssh.kept/. /etc/ssh/", "exec spark-b rm -r /etc/ssh.kept",
                 "exec spark-b systemctl restart ssh"})
            QVERIFY(hand(QString::fromLatin1(command)));
        planAgain();
    }

    void cancel_whileItIsApplied_takesEverythingBack()
    {
        if (!m_stories)
            return;
        beginToApply();
        QVERIFY2(models().apply.running(), qPrintable(models().apply.headline()));
        click(u"cancelButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QVERIFY2(!models().apply.succeeded() && !models().apply.halfApplied(), qPrintable(models().apply.headline()));
        picture("5-cancelled");
        planAgain();
    }

    void reboot_whileItIsApplied_goesBackByItself()
    {
        if (!m_stories)
            return;
        beginToApply();
        QVERIFY2(models().apply.running(), qPrintable(models().apply.headline()));
        QVERIFY(m_hands.send(u"reboot spark-b"_s));
        ++m_sent;
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), 2 * kPatienceMs);
        QVERIFY2(!models().apply.succeeded(), qPrintable(models().apply.headline()));
        QVERIFY2(!models().apply.problem().seen.isEmpty(), qPrintable(models().apply.headline()));
        picture("5-rebooted");
        QTRY_COMPARE_WITH_TIMEOUT(m_hands.doneCount(), m_sent, kPatienceMs);
        QVERIFY(m_hands.allWentWell());
        planAgain();
    }

    // Another process of this program gets as far as trying the settings.
    void killed_andOpenedAgain_beginsAnew()
    {
        if (!m_stories)
            return;
        m_window.reset();
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kChild), m_folder.path());
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {u"child_appliesUntilItIsKilled"_s});
        QByteArray said;
        const auto isTrying = [&] {
            said += child.readAll();
            return said.contains(kTrying) || child.state() == QProcess::NotRunning;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isTrying(), said.constData(), 3 * kPatienceMs);
        child.kill();
        QVERIFY(child.waitForFinished());
        QVERIFY2(child.exitStatus() == QProcess::CrashExit, said.constData());
        planAgain();
    }

    // Only as the child of the story above.
    void child_appliesUntilItIsKilled()
    {
        if (!qEnvironmentVariableIsSet(kChild))
            return;
        planAgain();
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models().apply.timerShare() > 0 || !models().apply.running(), kPatienceMs);
        QVERIFY2(models().apply.running(), qPrintable(models().apply.headline()));
        std::puts(kTrying);
        std::fflush(stdout);
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QFAIL("nobody killed it");
    }

    void apply_endsProven()
    {
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Apply);
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QVERIFY2(models().apply.succeeded(), qPrintable(models().apply.headline() + models().apply.problem().seen));
        picture("5-apply");
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Prove);
        QTRY_VERIFY_WITH_TIMEOUT(models().prove.hasReport() && !models().prove.verifying(), kPatienceMs);
        QVERIFY2(models().prove.passed(), qPrintable(models().prove.headline() + models().prove.tally()));
        picture("6-prove");
    }

    void undo_takesItBack()
    {
        click(u"undoButton"_s);
        QAbstractButton *undo = buttonWithText(u"Undo it"_s);
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(), kPatienceMs);
        QVERIFY2(models().apply.succeeded(), qPrintable(models().apply.headline() + models().apply.problem().seen));
        picture("7-undone");
    }

private:
    static FrameClock &clock() { return *static_cast<FrameClock *>(QCoreApplication::instance()); }

    static QString end(const viewmodels::SocketKey &socket) { return u"%1:%2"_s.arg(socket.box).arg(socket.socket); }

    static bool bothAre(const FabricPicture &shown, const viewmodels::PictureCable &cable, SocketState state)
    {
        const auto *a = shown.socket(cable.a);
        const auto *b = shown.socket(cable.b);
        return a && b && a->state == state && b->state == state;
    }
    // For a test that fails: what model and map say.
    QString shown(const widgets::FabricMap &map, const viewmodels::PictureCable &cable) const
    {
        QStringList lines{models().cable.headline(), models().cable.summary()};
        for (const FabricPicture &picture : {models().cable.picture(), map.picture()})
            for (const auto &key : {cable.a, cable.b})
                if (const auto *socket = picture.socket(key))
                    lines << u"%1: state %2, halves %3 %4"_s.arg(end(key))
                                 .arg(int(socket->state))
                                 .arg(socket->halfUp[0])
                                 .arg(socket->halfUp[1]);
        return lines.join(u'\n');
    }
    static bool isDark(const FabricPicture &shown, const viewmodels::PictureCable &cable)
    {
        return bothAre(shown, cable, SocketState::Dark);
    }
    static bool isGreen(const FabricPicture &shown, const viewmodels::PictureCable &cable)
    {
        return bothAre(shown, cable, SocketState::Lit);
    }
    static bool isNamed(const FabricPicture &shown, const viewmodels::PictureCable &cable)
    {
        return std::any_of(shown.cables.begin(), shown.cables.end(), [&cable](const auto &other) {
            const bool same = (other.a == cable.a && other.b == cable.b) || (other.a == cable.b && other.b == cable.a);
            return same && other.state == CableState::Up;
        });
    }

    // When each half of the cable came up for the first time since an event's number, in order.
    std::vector<qint64> carriersUp(std::size_t since, const viewmodels::PictureCable &cable) const
    {
        QMap<QString, qint64> first;
        const auto events = m_hands.linkEvents();
        for (std::size_t i = since; i < events.size(); ++i)
            for (const auto &socket : {cable.a, cable.b})
                if (const auto &event = events[i];
                    event.up && event.host == socket.box && event.netdev.endsWith(u"np%1"_s.arg(socket.socket)))
                    first.insert(event.host + event.netdev,
                        std::min(event.at, first.value(event.host + event.netdev, event.at)));
        std::vector<qint64> moments(first.begin(), first.end());
        std::sort(moments.begin(), moments.end());
        return moments;
    }

    engine::text::Language m_language;
    const bool m_stories = qEnvironmentVariableIsSet("SPARKLOOM_LAB_STORIES");
    bool m_broken = false;

public:
    explicit TestWindowLab(const QString &pictureFolder) { m_pictureFolder = pictureFolder; }
};

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("SPARKLOOM_LAB_HOSTS"))
        return kSkipped;
    FrameClock app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QString folder;
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1 && arguments[1].contains(u'/'))
        folder = arguments.takeAt(1);
    TestWindowLab test(folder);
    return QTest::qExec(&test, arguments);
}

#include "tst_window_lab.moc"
