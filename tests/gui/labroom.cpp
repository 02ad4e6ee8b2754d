// SPDX-License-Identifier: GPL-3.0-or-later
#include "labroom.h"

#include "widgets/shell/setupview.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>

#include <algorithm>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::Step;

namespace {
constexpr int kSudoLookMs = 100;
}

LabRoom::LabRoom()
{
    for (const QString &entry : qEnvironmentVariable("SPARKLOOM_LAB_HOSTS").split(u' ', Qt::SkipEmptyParts))
        m_fingerprints.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    QObject::connect(&m_sudo, &QTimer::timeout, &m_sudo, [this] { answerSudo(); });
    m_sudo.start(kSudoLookMs);
}

bool LabRoom::hand(const QString &command)
{
    ++m_sent;
    return m_hands.send(command) && QTest::qWaitFor([this] { return m_hands.doneCount() == m_sent; }, kPatienceMs)
        && m_hands.allWentWell();
}

void LabRoom::openWindow()
{
    m_window.reset();
    gui::StartOptions options;
    options.folder = qEnvironmentVariableIsSet(kChild) ? qEnvironmentVariable(kChild) : m_folder.path();
    options.cluster = QStringLiteral("default"); // past the first page
    m_window = std::make_unique<gui::MainWindow>(options);
    takeWindow(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->start();
    waitForPage();
}

void LabRoom::goToCableAgain()
{
    openWindow();
    QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), m_fingerprints.size(), kPatienceMs);
    QVERIFY(!models().interrupted.interrupted());
    click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(models().signIn.primaryAction().enabled, kPatienceMs);
    if (!models().signIn.allReady())
        click(u"primaryButton"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(models().signIn.problem().seen), kPatienceMs);
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Topology);
    QTRY_VERIFY_WITH_TIMEOUT(models().topology.primaryAction().enabled, kPatienceMs);
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Cable);
}

void LabRoom::beginToApply()
{
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Apply);
    QTRY_VERIFY_WITH_TIMEOUT(models().apply.timerShare() > 0 || !models().apply.running(), kPatienceMs);
}

void LabRoom::planAgain()
{
    goToCableAgain();
    waitUntilCabled();
    click(u"primaryButton"_s);
    QCOMPARE(models().steps.current(), Step::Review);
    QTRY_VERIFY2_WITH_TIMEOUT(
        models().review.primaryAction().enabled, qPrintable(models().review.problem().seen), kPatienceMs);
    QVERIFY(models().review.plan() && models().review.plan()->changesSparks());
}

void LabRoom::waitUntilCabled()
{
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
}

void LabRoom::answerEachAgain()
{
    const auto asking = [this] {
        const auto rows = models().signIn.rows();
        return std::count_if(
            rows.begin(), rows.end(), [](const auto &row) { return row.asksCredentials && !row.problem.isEmpty(); });
    };
    const std::ptrdiff_t all = m_fingerprints.size();
    QTRY_COMPARE_WITH_TIMEOUT(asking(), all, kPatienceMs);
    QVERIFY(!models().signIn.allReady());
    picture("2-wrong");
    for (std::ptrdiff_t left = all - 1; left >= 0; --left) {
        auto *edit = visible<QLineEdit>(u"rowPassword"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, password());
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(asking(), left, kPatienceMs);
    }
}

void LabRoom::type(const QString &name, const QString &text)
{
    auto *edit = comes<QLineEdit>(name);
    QVERIFY2(edit, qPrintable(name));
    QTest::keyClicks(edit, text);
    // A field takes its text up when it is left or Enter is pressed.
    QTest::keyClick(edit, Qt::Key_Tab);
}

void LabRoom::answerSudo()
{
    auto *answer = m_window ? visible<QAbstractButton>(u"answerButton"_s) : nullptr;
    if (!answer)
        return;
    if (m_refuseSudo) {
        if (auto *refuse = visible<QAbstractButton>(u"refuseButton"_s)) {
            QTest::mouseClick(refuse, Qt::LeftButton);
            ++m_refused;
        }
        return;
    }
    auto *edit = answer->parentWidget()->findChild<QLineEdit *>(u"passwordEdit"_s);
    if (!edit || !edit->text().isEmpty())
        return;
    picture("sudo");
    QTest::keyClicks(edit, password());
    QTest::mouseClick(answer, Qt::LeftButton);
}

void LabRoom::picture(const char *name)
{
    if (m_pictureFolder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(m_pictureFolder));
    QVERIFY(m_window->grab().save(u"%1/lab-%2.png"_s.arg(m_pictureFolder, QString::fromLatin1(name))));
}
