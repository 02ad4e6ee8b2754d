// SPDX-License-Identifier: GPL-3.0-or-later
// The real window through a real pair of the lab: found by mDNS, fingerprints compared, password typed, sudo answered,
// and back again. Started by tests/lab/window.sh on the lab's laptop, which says which hosts there are:
// SPARKLOOM_LAB_HOSTS="spark-a=SHA256:... spark-b=SHA256:...", SPARKLOOM_LAB_USER, SPARKLOOM_LAB_PASSWORD. One
// argument: a folder for pictures.
#include "engine/text/language.h"
#include "gui/mainwindow.h"
#include "widgets/shell/setupview.h"

#include "hands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::Step;

namespace {

constexpr int kPatienceMs = 60000; // of one step; nothing is asserted about time
constexpr int kSkipped = 77;
QString pictureFolder;

} // namespace

class TestWindowLab : public QObject, private Hands {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &entry : qEnvironmentVariable("SPARKLOOM_LAB_HOSTS").split(u' ', Qt::SkipEmptyParts))
            m_fingerprints.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
        QVERIFY(m_fingerprints.size() >= 2);
        m_language.use(u"en"_s);
        gui::StartOptions options;
        options.folder = m_folder.path();
        options.cluster = QStringLiteral("default"); // past the first page
        m_window = std::make_unique<gui::MainWindow>(options);
        takeWindow(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->start();
        waitForPage();
        connect(&m_sudo, &QTimer::timeout, this, &TestWindowLab::answerSudo);
        m_sudo.start(100);
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
        type(u"passwordEdit"_s, qEnvironmentVariable("SPARKLOOM_LAB_PASSWORD"));
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
        // Under networkd the halves sleep until somebody allows that they are raised.
        bool woken = false;
        const auto cabled = [&] {
            QAbstractButton *wake = !woken && models().cable.wakeOffered() ? buttonWithText(u"Wake them"_s) : nullptr;
            if (wake) {
                picture("3-wake");
                QTest::mouseClick(wake, Qt::LeftButton);
                woken = true;
            }
            return models().cable.complete();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(cabled(), qPrintable(models().cable.headline()), kPatienceMs);
        picture("3-cable");
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(
            models().review.primaryAction().enabled, qPrintable(models().review.problem().seen), kPatienceMs);
        picture("4-review");
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
    viewmodels::SetupViewModels &models() const { return m_window->models(); }

    void type(const QString &name, const QString &text)
    {
        auto *edit = visible<QLineEdit>(name);
        QVERIFY2(edit, qPrintable(name));
        QTest::keyClicks(edit, text);
        // A field takes its text up when it is left or Enter is pressed.
        QTest::keyClick(edit, Qt::Key_Tab);
    }

    // Sudo asks where it is needed, with its reason; the person types the password.
    void answerSudo()
    {
        auto *answer = visible<QAbstractButton>(u"answerButton"_s);
        if (!answer)
            return;
        auto *edit = answer->parentWidget()->findChild<QLineEdit *>(u"passwordEdit"_s);
        if (!edit || !edit->text().isEmpty())
            return;
        picture("sudo");
        QTest::keyClicks(edit, qEnvironmentVariable("SPARKLOOM_LAB_PASSWORD"));
        QTest::mouseClick(answer, Qt::LeftButton);
    }

    void picture(const char *name)
    {
        if (pictureFolder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(pictureFolder));
        QVERIFY(m_window->grab().save(u"%1/lab-%2.png"_s.arg(pictureFolder, QString::fromLatin1(name))));
    }

    engine::text::Language m_language;
    QMap<QString, QString> m_fingerprints;
    QTemporaryDir m_folder;
    std::unique_ptr<gui::MainWindow> m_window;
    QTimer m_sudo;
    bool m_broken = false;
};

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("SPARKLOOM_LAB_HOSTS"))
        return kSkipped;
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QStringList arguments = app.arguments();
    if (arguments.size() > 1 && arguments[1].contains(u'/'))
        pictureFolder = arguments.takeAt(1);
    TestWindowLab test;
    return QTest::qExec(&test, arguments);
}

#include "tst_window_lab.moc"
