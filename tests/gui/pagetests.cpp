// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagetests.h"

#include "engine/text/language.h"
#include "fixtures.h"
#include "widgets/common/notice.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/plaintip.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/shell/setupview.h"

#include "hands.h"

#include <QAccessible>
#include <QCheckBox>
#include <QHelpEvent>
#include <QLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using engine::HostState;
using viewmodels::SetupViewModels;
using viewmodels::Step;

namespace {

QString focused()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus ? focus->objectName() : QString();
}

} // namespace

class TestPages : public QObject, private Hands {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_view.reset();
        m_models.reset();
    }

    void focus_staysOnThePage_andGoesToTheSparkThatAsks()
    {
        openSignIn();
        QTRY_COMPARE(focused(), u"userEdit"_s);
        auto &signIn = m_models->signIn;
        signIn.setBusy(true); // the form is disabled
        QTRY_COMPARE(focused(), u"headline"_s);
        signIn.askCredentials(u"spark-b"_s, fixtures::deniedSignIn());
        QTRY_COMPARE(focused(), u"rowPassword"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"secret"_s);
        signIn.askCredentials(u"spark-a"_s, fixtures::deniedSignIn());
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"secret"_s); // not while one types
        signIn.setBusy(false);                                                                 // both forms go
        QTRY_COMPARE(focused(), u"userEdit"_s);
        // A button that is disabled by its own click.
        auto *primary = visible<QAbstractButton>(u"primaryButton"_s);
        QVERIFY(primary && primary->isEnabled());
        primary->setFocus();
        signIn.setBusy(true);
        QVERIFY(!primary->isEnabled());
        QTRY_COMPARE(focused(), u"headline"_s);
        // A person who walks on is left alone.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *walked = QApplication::focusWidget();
        QVERIFY(walked && focused() != u"headline");
        signIn.askCredentials(u"spark-b"_s, {});
        QCoreApplication::processEvents();
        QCOMPARE(QApplication::focusWidget(), walked);
    }

    // What screen readers say when it appears, wherever the focus is.
    void notice_isAnAlert()
    {
        QWidget window;
        auto *notice = new widgets::Notice(&window);
        window.show();
        notice->show({u"It broke."_s, u"Something is wrong."_s, u"Mend it."_s});
        QVERIFY(notice->isVisible());
        const QAccessibleInterface *item = QAccessible::queryAccessibleInterface(notice);
        QCOMPARE(item->role(), QAccessible::AlertMessage);
        QCOMPARE(item->text(QAccessible::Name), u"It broke. Something is wrong. Mend it."_s);
    }

    // Commands are not torn by the ends of lines, and can be marked and copied.
    void clones_areMendedByCommandsThatCanBeCopied()
    {
        using namespace base::literals;
        const auto commands = [this] {
            QStringList found;
            for (const auto *label : m_view->findChildren<widgets::PlainLabel *>()) {
                if (!label->isVisible())
                    continue;
                if (label->role() != widgets::PlainLabel::Role::Mono)
                    found << (label->text().contains(u"sudo"_s) ? u"in words: "_s + label->text() : QString());
                else if (label->textInteractionFlags() & Qt::TextSelectableByMouse)
                    found << label->text();
            }
            found.removeAll(QString());
            return found;
        };
        openSignIn();
        auto hosts = fixtures::cabledPair().hosts;
        hosts[0].notes = {base::Message("hosts.cloned-key"_msg).with("other", "spark-b")};
        hosts[1].state = HostState::Failed;
        hosts[1].error = base::Error{base::ErrorKind::Usage,
            base::Message("hosts.cloned-machine-id"_msg).with("name", "spark-b").with("other", "spark-a"), {}};
        m_models->setHosts(hosts);
        const QString keys = u"sudo rm /etc/ssh/ssh_host_* && sudo ssh-keygen -A\nsudo systemctl restart ssh"_s;
        const QString ids = u"sudo rm /etc/machine-id\nsudo systemd-machine-id-setup"_s;
        QTRY_COMPARE(commands(), (QStringList{keys, ids}));
        hosts[0].notes.clear();
        hosts[1].error.reset();
        m_models->setHosts(hosts);
        QTRY_COMPARE(commands(), QStringList());
        auto questions = fixtures::keyQuestions();
        questions[0].sameKeyAs = {u"spark-c"_s};
        m_models->signIn.setBusy(true);
        m_models->signIn.askHostKeys(questions);
        QTRY_VERIFY2(commands().contains(keys), qPrintable(commands().join(u'|')));
        QVERIFY2(!commands().join(u'|').contains(u"in words"_s), qPrintable(commands().join(u'|')));
    }

    // The tick says what is so, whoever set it.
    void signIn_sameOnAll_isTickedWhereItIs()
    {
        openSignIn();
        auto *same = visible<QCheckBox>(u"sameCheck"_s);
        QVERIFY(same && same->isChecked());
        m_models->signIn.setSameOnAll(false);
        QTRY_VERIFY(!same->isChecked());
        QVERIFY(comes<QLineEdit>(u"rowUser"_s));
        QTest::mouseClick(same, Qt::LeftButton, {}, QPoint(8, same->height() / 2));
        QVERIFY(same->isChecked() && m_models->signIn.form().sameOnAll);
    }

    // What is joined by hand stays whole where texts are read from right to left.
    void review_pathStaysWhole_readFromRightToLeft()
    {
        engine::text::Language language(engine::text::Language::Arguments::Isolated);
        QVERIFY(language.use(QString::fromUtf16(engine::text::Language::kPseudo)));
        const auto english = qScopeGuard([&] { language.use(u"en"_s); });
        m_models = std::make_unique<SetupViewModels>();
        const fixtures::Fabric pair = fixtures::cabledPair();
        m_models->setHosts(pair.hosts);
        m_models->review.setPlan(fixtures::planOf(pair));
        viewmodels::FlowFacts facts;
        facts.members = facts.ready = 2;
        facts.cablingComplete = facts.planned = true;
        m_models->steps.setFacts(facts);
        m_models->steps.go(Step::Review);
        open();
        auto *tree = visible<QTreeView>(u"tree"_s);
        auto *risk = m_view->findChild<widgets::PlainLabel *>(u"riskLabel"_s);
        QVERIFY(tree && risk);
        int paths = 0;
        const QAbstractItemModel *model = tree->model();
        const QModelIndex spark = model->index(0, 0);
        for (int row = 0; row < model->rowCount(spark); ++row) {
            const QModelIndex change = model->index(row, 0, spark);
            const QString path = change.data(viewmodels::PlanModel::PathRole).toString();
            tree->setCurrentIndex(change);
            if (path.isEmpty())
                continue;
            ++paths;
            QVERIFY2(risk->text().contains(u'\u2068' + path + u'\u2069'), qPrintable(risk->text()));
        }
        QVERIFY(paths > 0);
        // So do a name and its address, and what a machine is.
        m_models->start.setFound(fixtures::foundHosts());
        m_models->find.setFound(fixtures::foundHosts());
        int cards = 0;
        for (const viewmodels::FindCard &card : m_models->find.sparks()) {
            ++cards;
            QCOMPARE(card.subtitle.count(u'\u2068'), card.subtitle.count(u'\u2069'));
            QVERIFY2(card.subtitle.startsWith(u"\u200F\u2068"_s) && card.subtitle.endsWith(u'\u2069'),
                qPrintable(card.subtitle));
        }
        QVERIFY(cards > 0);
    }

    void signIn_canBeCancelled_whileItRuns()
    {
        openSignIn();
        QVERIFY(!visible(u"cancelSignIn"_s));
        QSignalSpy cancelled(&m_models->signIn, &viewmodels::SignInViewModel::cancelRequested);
        m_models->signIn.setBusy(true);
        click(u"cancelSignIn"_s);
        QCOMPARE(cancelled.count(), 1);
        m_models->signIn.askHostKeys(fixtures::keyQuestions());
        QVERIFY2(!visible(u"cancelSignIn"_s), "the table of fingerprints has its own");
        m_models->signIn.setBusy(false);
        QVERIFY(!visible(u"cancelSignIn"_s));
    }

    void fingerprints_inAnotherLanguage_stayCompared()
    {
        engine::text::Language language;
        QVERIFY(language.use(u"en"_s));
        openSignIn();
        m_models->signIn.setBusy(true);
        m_models->signIn.askHostKeys(fixtures::keyQuestions());
        QCoreApplication::processEvents();
        auto *mark = visible<QCheckBox>(u"acceptKey0"_s);
        QVERIFY(mark);
        mark->click();
        QVERIFY(m_models->signIn.keys()[0].accepted);
        const QString words = mark->text();
        QVERIFY(language.use(QString::fromUtf16(engine::text::Language::kPseudo)));
        const auto shown = [this] { return visible<QCheckBox>(u"acceptKey0"_s); };
        QTRY_VERIFY2(shown() && shown()->text() != words, qPrintable(words));
        QVERIFY(shown()->isChecked() && m_models->signIn.keys()[0].accepted);
        QVERIFY(!visible<QCheckBox>(u"acceptKey1"_s)->isChecked());
        QVERIFY(language.use(u"en"_s));
    }

    void lookThatCouldNotBegin_canBeTriedAgain()
    {
        const fixtures::Fabric fabric = fixtures::cabledPair();
        for (const Step step : {Step::Topology, Step::Cable}) {
            cleanup();
            m_models = std::make_unique<SetupViewModels>();
            viewmodels::CableViewModel &cable = m_models->cable;
            viewmodels::TopologyViewModel &topology = m_models->topology;
            cable.setHosts(fabric.hosts);
            topology.setHosts(fabric.hosts);
            viewmodels::FlowFacts facts;
            facts.members = facts.ready = 2;
            facts.topologyChosen = true;
            m_models->steps.setFacts(facts);
            m_models->steps.go(step);
            open();
            QVERIFY(!visible(u"lookAgainButton"_s));
            const base::Error error{
                base::ErrorKind::Unreachable, base::Message(base::MessageId("bench.spark-missing")), {}};
            cable.setProblem(error);
            topology.setProblem(error);
            QCoreApplication::processEvents();
            QSignalSpy cableSpy(&cable, &viewmodels::CableViewModel::lookRequested);
            QSignalSpy topologySpy(&topology, &viewmodels::TopologyViewModel::lookRequested);
            click(u"lookAgainButton"_s);
            QCOMPARE(cableSpy.count(), step == Step::Cable ? 1 : 0);
            QCOMPARE(topologySpy.count(), step == Step::Topology ? 1 : 0);
            QCOMPARE(cable.headline(), u"The cables cannot be looked at."_s);
            // While they are watched the problem is another one: somebody refused to wake a socket.
            cable.setCabling(fabric.cabling);
            topology.setCabling(fabric.cabling);
            QCoreApplication::processEvents();
            QVERIFY(!visible(u"lookAgainButton"_s));
            QVERIFY(cable.headline() != u"The cables cannot be looked at.");
        }
    }

    // Above the pages that do not say it themselves, with the way to decide.
    void openChange_isAStripThatLeadsToIt()
    {
        m_models = std::make_unique<SetupViewModels>();
        m_models->setHosts(fixtures::cabledPair().hosts);
        viewmodels::FlowFacts facts;
        facts.members = facts.ready = 2;
        facts.cablingComplete = true;
        m_models->steps.setFacts(facts);
        m_models->steps.go(Step::Review);
        open();
        QVERIFY(!visible(u"openStrip"_s));
        facts.interrupted = true;
        m_models->steps.setFacts(facts);
        QTRY_VERIFY(visible(u"openStrip"_s));
        click(u"openDecideButton"_s);
        QCOMPARE(m_models->steps.current(), Step::Interrupted);
        QTRY_VERIFY(!visible(u"openStrip"_s));
        m_models->steps.go(Step::SignIn);
        QTRY_VERIFY(visible(u"openStrip"_s));
        facts.interrupted = false;
        m_models->steps.setFacts(facts);
        QTRY_VERIFY(!visible(u"openStrip"_s));
    }

    // Not only painted.
    void interrupted_saysWhichAnswerIsChosen()
    {
        m_models = std::make_unique<SetupViewModels>();
        m_models->interrupted.setInterruption(engine::Interruption{});
        viewmodels::FlowFacts facts;
        facts.members = facts.ready = 2;
        facts.interrupted = true;
        m_models->steps.setFacts(facts);
        m_models->steps.go(Step::Interrupted);
        open();
        const auto name = [this](const QString &card) { return comes(card)->accessibleName(); };
        QCOMPARE(name(u"finishCard"_s), m_models->interrupted.finishTitle());
        click(u"finishCard"_s);
        QCOMPARE(name(u"finishCard"_s), m_models->interrupted.finishTitle() + u", chosen"_s);
        click(u"revertCard"_s);
        QCOMPARE(name(u"finishCard"_s), m_models->interrupted.finishTitle());
        QCOMPARE(name(u"revertCard"_s), m_models->interrupted.revertTitle() + u", chosen"_s);
    }

    // What a line of the steps has no room for is in its tool tip.
    void steps_whoseReasonIsCut_sayItInATip()
    {
        m_models = std::make_unique<SetupViewModels>();
        m_models->apply.begin(viewmodels::ApplyViewModel::Task::Apply);
        std::vector<engine::JobView> jobs = fixtures::jobsRolledBack();
        jobs.back().error = base::refused(base::Message(base::MessageId("apply.busy")));
        m_models->apply.setJobs(jobs);
        viewmodels::FlowFacts facts;
        facts.members = facts.ready = 2;
        facts.applyFailed = true;
        m_models->steps.setFacts(facts);
        m_models->steps.go(Step::Apply);
        open();
        auto *tree = comes<QTreeView>(u"tree"_s);
        QVERIFY(tree && dynamic_cast<widgets::PlainTipDelegate *>(tree->itemDelegate()));
        QModelIndex step = tree->model()->index(0, 0);
        while (step.isValid() && step.data(Qt::ToolTipRole).toString().isEmpty())
            step = tree->indexBelow(step);
        QVERIFY(step.isValid());
        tree->scrollTo(step);
        const QPoint at = tree->visualRect(step).center();
        QHelpEvent hover(QEvent::ToolTip, at, tree->viewport()->mapToGlobal(at));
        QApplication::sendEvent(tree->viewport(), &hover);
        QCOMPARE(QToolTip::text(), widgets::plainTip(step.data(viewmodels::JobModel::DetailRole).toString()));
        QToolTip::hideText();
    }

    // The room that a page has left is below them, not between them.
    void settings_clustersStandTogether()
    {
        m_models = std::make_unique<SetupViewModels>();
        const auto known = fixtures::knownClusters();
        m_models->settings.setKnown(known, known.front().cluster.name);
        m_models->side.open(viewmodels::SidePage::Settings);
        open();
        const auto *place = comes(u"knownPlace"_s);
        QVERIFY(place && known.size() > 1);
        QTRY_VERIFY2(place->height() <= place->layout()->totalHeightForWidth(place->width()),
            qPrintable(QString::number(place->height())));
    }

    // What is chosen on the map is told in a line as wide as the map, and the map stays as it is.
    void cable_whatIsChosen_hasALineOfItsOwn()
    {
        const fixtures::Fabric ring = fixtures::ringInWork();
        m_models = std::make_unique<SetupViewModels>();
        m_models->cable.setHosts(ring.hosts);
        m_models->cable.setCabling(ring.cabling);
        viewmodels::FlowFacts facts;
        facts.members = facts.ready = 3;
        facts.topologyChosen = true;
        m_models->steps.setFacts(facts);
        m_models->steps.go(Step::Cable);
        open();
        auto *map = comes<widgets::FabricMap>(u"map"_s);
        const auto *detail = comes<widgets::PlainLabel>(u"detailLabel"_s);
        const auto *legend = comes(u"legend"_s);
        QVERIFY(map && detail && legend);
        QVERIFY(detail->text().isEmpty());
        const QRect before = map->geometry();
        map->setCurrent(widgets::MapElement{0, {}});
        QTRY_VERIFY(!detail->text().isEmpty());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(map->geometry(), before);
        QCOMPARE(detail->width(), map->width());
        QVERIFY(detail->geometry().bottom() < legend->geometry().top());
    }

private:
    void openSignIn()
    {
        m_models = std::make_unique<SetupViewModels>();
        m_models->signIn.setHosts(
            {fixtures::host(u"spark-a"_s, HostState::Idle), fixtures::host(u"spark-b"_s, HostState::Idle)});
        m_models->signIn.setUser(u"ann"_s);
        viewmodels::FlowFacts facts;
        facts.members = 2;
        m_models->steps.setFacts(facts);
        m_models->steps.go(Step::SignIn);
        open();
        QCOMPARE(m_models->steps.current(), Step::SignIn);
    }

    void open()
    {
        m_view = std::make_unique<widgets::SetupView>(*m_models);
        m_view->resize(1280, 720);
        takeWindow(m_view.get());
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        waitForPage();
    }

    std::unique_ptr<SetupViewModels> m_models;
    std::unique_ptr<widgets::SetupView> m_view;
};

int runPageTests(const QStringList &arguments)
{
    TestPages tests;
    return QTest::qExec(&tests, arguments);
}

#include "pagetests.moc"
