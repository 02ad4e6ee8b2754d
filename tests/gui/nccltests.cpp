// SPDX-License-Identifier: GPL-3.0-or-later
#include "nccltests.h"

#include "testfixtures.h"
#include "widgets/common/plainlabel.h"
#include "widgets/pages/testspage.h"
#include "widgets/tests/nccldialog.h"

#include "hands.h"

#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::TestsViewModel;
using Copy = viewmodels::NcclCopyModel;

namespace {

engine::NcclCopyPlan ncclPlan()
{
    engine::NcclCopyPlan plan;
    plan.from = u"spark-a"_s;
    plan.path = u"/usr/lib/aarch64-linux-gnu/libnccl.so.2.27.7"_s;
    plan.version = u"2.27.7"_s;
    plan.sha256 = QString(64, u'a');
    plan.size = std::int64_t(213) << 20;
    plan.targets = {{u"spark-b"_s, base::Message(base::MessageId("bench.nccl-copy-none"))}};
    return plan;
}

void press(QWidget &dialog, const QString &name)
{
    auto *button = dialog.findChild<QAbstractButton *>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void finish(TestsViewModel &tests, const engine::TestReport &report)
{
    tests.begin();
    tests.finish(report);
}

} // namespace

class TestNcclCopy : public QObject, private Hands {
    Q_OBJECT

private Q_SLOTS:
    void nccl_isCopiedWhereItWasMissed()
    {
        TestsViewModel tests;
        Copy &copy = tests.ncclCopy();
        widgets::TestsPage page(tests);
        const fixtures::Fabric pair = fixtures::cabledPair();
        const domain::AddressPlan plan = fixtures::planOf(pair).addresses;
        tests.setHosts(pair.hosts);
        tests.setAddresses(plan);
        page.resize(1066, 660);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        takeWindow(&page);
        finish(tests, fixtures::ladderReport(plan));
        QVERIFY(!tests.ncclCopyOffered() && !visible<QAbstractButton>(u"ncclButton"_s));
        finish(tests, fixtures::ncclMissingReport(plan));
        QVERIFY(tests.ncclCopyOffered());
        QSignalSpy planned(&copy, &Copy::planRequested), copied(&copy, &Copy::copyRequested);
        QSignalSpy stopped(&copy, &Copy::stopRequested), back(&copy, &Copy::backRequested);
        const auto dialog = [&page] { return page.findChild<widgets::NcclDialog *>(); };

        click(u"ncclButton"_s);
        QCOMPARE(planned.size(), 1);
        QVERIFY(dialog() && dialog()->isVisible());
        copy.setPlan(ncclPlan());
        const QString text = dialog()->findChild<widgets::PlainLabel *>(u"ncclText"_s)->text();
        for (const QString &part : {u"spark-a"_s, u"spark-b"_s, u"2.27.7"_s, u"213 MiB"_s, QString(64, u'a'),
                 u"~/.local/share/sparkloom/nccl/libnccl.so.2"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY2(copied.isEmpty(), "nothing is done before it was read");
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QCOMPARE(copy.state(), Copy::State::Idle);
        QTRY_VERIFY(!dialog());
        QVERIFY(copied.isEmpty());

        click(u"ncclButton"_s);
        copy.setPlan(ncclPlan());
        press(*dialog(), u"ncclGo"_s);
        QCOMPARE(copied.size(), 1);
        copy.setPart(0.42);
        QVERIFY(dialog()->findChild<QProgressBar *>()->isVisible());
        QVERIFY2(copy.headline().contains(u"42"_s), qPrintable(copy.headline()));
        press(*dialog(), u"ncclLeave"_s);
        QCOMPARE(stopped.size(), 1);
        QVERIFY2(dialog()->isVisible(), "until it has stopped");
        copy.finish(base::Error{base::ErrorKind::Cancelled, base::Message(base::MessageId("bench.no-end")), {}});
        QTRY_VERIFY(!dialog());
        QVERIFY(!copy.backOffered());

        click(u"ncclButton"_s);
        copy.setPlan(ncclPlan());
        press(*dialog(), u"ncclGo"_s);
        copy.finish(base::Result<void>());
        QVERIFY(copy.headline().contains(u"spark-b"_s));
        press(*dialog(), u"ncclLeave"_s);
        QTRY_VERIFY(!dialog());

        engine::NcclKept kept;
        kept.spark = u"spark-b"_s;
        kept.path = u"/home/nvidia/.local/share/sparkloom/nccl/libnccl.so.2"_s;
        kept.receipt.version = "2.27.7";
        copy.setKept({kept});
        click(u"ncclBackButton"_s);
        QVERIFY(dialog()->findChild<widgets::PlainLabel *>(u"ncclText"_s)->text().contains(kept.path));
        press(*dialog(), u"ncclGo"_s);
        QCOMPARE(back.size(), 1);
        copy.finishBack(base::Result<QStringList>(QStringList{u"spark-b"_s}));
        QVERIFY(copy.headline().contains(u"spark-b"_s) && !copy.backOffered());
        press(*dialog(), u"ncclLeave"_s);
        QTRY_VERIFY(!dialog());
        QVERIFY(!visible<QAbstractButton>(u"ncclBackButton"_s));
    }

    void nccl_thatNobodyHas_comesOutOfThePackage()
    {
        Copy copy;
        widgets::NcclDialog dialog(copy, nullptr);
        QSignalSpy copied(&copy, &Copy::copyRequested);
        copy.ask();
        dialog.open();
        engine::NcclCopyPlan plan = ncclPlan();
        plan.sha256.clear();
        plan.path = u"~/.local/share/sparkloom/nccl/libnccl.so.2"_s;
        plan.package = protocol::NcclPackage{
            "2.28.9-1+cuda13.0", "https://developer.download.nvidia.com/x  Packages", std::int64_t(121) << 20};
        copy.setPlan(plan);
        QVERIFY2(copy.headline().contains(u"spark-a"_s), "who fetches it");
        const QString text = dialog.findChild<widgets::PlainLabel *>(u"ncclText"_s)->text();
        for (const QString &part : {u"2.28.9-1+cuda13.0"_s, u"https://developer.download.nvidia.com/x"_s, u"121 MiB"_s,
                 u"spark-a"_s, u"spark-b"_s, plan.path})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY2(!text.contains(u"SHA-256"_s), "nobody knows the library's hash yet");
        QVERIFY(copied.isEmpty());
        press(dialog, u"ncclGo"_s);
        QCOMPARE(copied.size(), 1);
        copy.setPart(0.3);
        QVERIFY2(copy.headline().contains(u"30"_s), qPrintable(copy.headline()));
        copy.finish(base::Result<void>());
        QVERIFY2(copy.headline().contains(u"spark-a, spark-b"_s), qPrintable(copy.headline()));
        copy.leave();
        engine::NcclKept kept;
        kept.spark = u"spark-a"_s;
        kept.path = u"/home/nvidia/.local/share/sparkloom/nccl/libnccl.so.2"_s;
        kept.receipt.version = "2.28.9";
        kept.receipt.package = plan.package;
        copy.setKept({kept});
        copy.askBack();
        QVERIFY(copy.lines().join(u' ').contains(u"libnccl2 2.28.9-1+cuda13.0"_s));
        copy.leave();
        // A Spark alone has nobody to copy to, and gets it all the same.
        copy.ask();
        plan.targets.clear();
        copy.setPlan(plan);
        QVERIFY(!copy.goText().isEmpty());
        copy.leave();
        copy.ask();
        copy.setPlan(base::failed(base::Message(base::MessageId("nccl.package-no-internet")), "Temporary failure"));
        QVERIFY(!copy.problem().seen.isEmpty() && !copy.problem().remedy.isEmpty());
    }

    void nccl_thatCannotBeCopied_isExplained()
    {
        Copy copy;
        copy.ask();
        copy.setPlan(
            base::Error{base::ErrorKind::NotKnown, base::Message(base::MessageId("bench.nccl-copy-no-source")), {}});
        QCOMPARE(copy.state(), Copy::State::Failed);
        QVERIFY(copy.goText().isEmpty() && !copy.problem().seen.isEmpty() && !copy.problem().remedy.isEmpty());
        copy.leave();
        copy.ask();
        engine::NcclCopyPlan same = ncclPlan();
        same.targets.clear();
        copy.setPlan(same);
        QCOMPARE(copy.state(), Copy::State::Review);
        QVERIFY2(copy.goText().isEmpty(), "there is nothing to copy");
        copy.leave();
        copy.setPlan(ncclPlan()); // of a question that nobody waits for
        QCOMPARE(copy.state(), Copy::State::Idle);
    }
};

int runNcclTests(const QStringList &arguments)
{
    TestNcclCopy tests;
    return QTest::qExec(&tests, arguments);
}

#include "nccltests.moc"
