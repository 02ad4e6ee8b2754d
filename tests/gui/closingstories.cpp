// SPDX-License-Identifier: GPL-3.0-or-later
#include "closingstories.h"

#include "storyroom.h"

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::AdoptViewModel;
using viewmodels::Step;

class TestClosing : public QObject, private StoryRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { enter(); }

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
            QTRY_COMPARE_WITH_TIMEOUT(models().tests.state(), viewmodels::TestsViewModel::State::Running, kPatienceMs);
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
};

std::unique_ptr<QObject> closingStories()
{
    return std::make_unique<TestClosing>();
}

#include "closingstories.moc"
