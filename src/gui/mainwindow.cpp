// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "engine/flow/interruption.h"
#include "engine/text/reader.h"
#include "engine/text/text.h"
#include "widgets/common/theme.h"
#include "widgets/shell/setupview.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::gui {

using viewmodels::Step;

namespace {

constexpr QSize kFirstSize(1280, 720); // a projector
constexpr int kUnseenMs = 400;         // a window that is minimised paints nothing
constexpr int kMostClusterName = 32;
constexpr int kMostClusters = 256; // that the store reads

} // namespace

MainWindow::MainWindow(StartOptions options, QWidget *parent)
    : QMainWindow(parent), m_options(std::move(options)),
      m_ownPreferences(m_options.preferences ? nullptr : std::make_unique<Preferences>(m_options.folder)),
      m_preferences(m_options.preferences ? m_options.preferences : m_ownPreferences.get()),
      m_models(std::make_unique<viewmodels::SetupViewModels>()),
      m_prompter(std::make_unique<viewmodels::WindowPrompter>()),
      m_controller(std::make_unique<viewmodels::SetupController>(*m_models, *m_prompter)),
      m_view(new widgets::SetupView(*m_models))
{
    engine::text::setReader(engine::text::Reader::Window);
    setWindowTitle(u"Sparkloom"_s);
    setCentralWidget(m_view);
    fitTheme(); // before there is much to style
    resize(kFirstSize);
    m_models->start.setScenarios(workplace::scenarios());
    connectStartPage();
    connectSettings();
    connect(m_controller.get(), &viewmodels::SetupController::interruptionMayHaveChanged, this,
        &MainWindow::readInterruption);
    m_unpainted.setSingleShot(true);
    connect(&m_unpainted, &QTimer::timeout, this, &MainWindow::openWanted);
    connect(m_view, &widgets::SetupView::pagePainted, this, [this] {
        if (m_unpainted.isActive())
            m_unpainted.start(0);
        Q_EMIT pagePainted();
    });
    takeUpShape();
}

MainWindow::~MainWindow()
{
    keepShape();
    endSession();
    // Before the models: a window that closes tells its pages so, and they tell their models.
    delete m_view;
}

void MainWindow::endSession()
{
    ++m_opened;
    m_unpainted.stop(); // a person was quicker
    m_wantedPage.reset();
    m_controller->setSession(nullptr);
    m_controller->setResults(nullptr);
    m_prompter->dismissAll();
    m_session.reset(); // cancels and disconnects; open transactions roll back by themselves
    m_lock.reset();
    m_place.reset();
}

engine::VirtualSparks *MainWindow::simulator() const
{
    return m_place ? m_place->simulator() : nullptr;
}

void MainWindow::connectStartPage()
{
    using viewmodels::StartViewModel;
    const StartViewModel *start = &m_models->start;
    connect(start, &StartViewModel::practiseRequested, this, &MainWindow::practise);
    connect(start, &StartViewModel::endPracticeRequested, this, [this] { openStart(); });
    connect(start, &StartViewModel::openRequested, this, &MainWindow::openNamed);
    connect(start, &StartViewModel::setUpRequested, this, &MainWindow::setUpNewOne);
    connect(&m_models->steps, &viewmodels::StepsViewModel::currentChanged, this, [this] {
        if (m_models->steps.current() != Step::Start || !m_place || m_place->simulator())
            return;
        // On the first page no remembered cluster is open, so that what is chosen there is never added to one.
        // A draft that somebody joined is one, too.
        const bool begun = m_session && !m_session->cluster().members.empty();
        if (m_session && (!m_draft || begun))
            QMetaObject::invokeMethod(
                this,
                [this, opened = m_opened] {
                    if (m_opened == opened && m_models->steps.current() == Step::Start)
                        lookIntoStore([this](const Known &known) { openDraft(known); });
                },
                Qt::QueuedConnection);
        else
            readKnown([this](const Known &known) { m_models->start.setKnown(known); });
    });
}

void MainWindow::start()
{
    if (m_view->isPagePainted())
        openWanted();
    else
        m_unpainted.start(kUnseenMs);
}

void MainWindow::openWanted()
{
    if (m_models->about.libraries().empty())
        showLibraries();
    if (!m_options.virtualScenario.isEmpty())
        practise(m_options.virtualScenario);
    else if (!m_options.cluster.isEmpty())
        openNamed(m_options.cluster);
    else
        openStart();
}

void MainWindow::readKnown(const std::function<void(const Known &)> &then)
{
    m_place->clustersStoredAt().then(this, [this, opened = m_opened, then](const std::map<QString, QDateTime> &times) {
        if (m_opened != opened)
            return;
        const engine::Environment environment = m_place->environment(m_prompter.get());
        environment.clusters->load().then(
            this, [this, opened, then, times](const base::Result<std::vector<engine::Cluster>> &clusters) {
                if (m_opened != opened)
                    return;
                if (!clusters) {
                    m_models->start.setProblem(viewmodels::inLine(clusters.error()));
                    return;
                }
                const engine::Journal *journal = m_place->environment(m_prompter.get()).journal;
                Known known;
                for (const engine::Cluster &cluster : *clusters) {
                    const auto time = times.find(cluster.name);
                    known.push_back({cluster, time == times.end() ? QDateTime() : time->second,
                        engine::interruptionIn(journal->open(cluster.name)).has_value()});
                }
                showKnown(known);
                then(known);
            });
    });
}

void MainWindow::lookIntoStore(const std::function<void(const Known &)> &then)
{
    endSession();
    m_models->start.setPractice({}, false);
    m_place = std::make_unique<workplace::Workplace>(m_options.folder);
    readKnown([this, then](const Known &known) {
        m_models->start.setKnown(known);
        then(known);
    });
}

void MainWindow::openStart(const viewmodels::Sentence &problem)
{
    lookIntoStore([this, problem](const Known &known) {
        if (problem)
            m_models->start.setProblem(problem);
        const auto interrupted =
            std::find_if(known.begin(), known.end(), [](const auto &each) { return each.interrupted; });
        if (!problem && interrupted != known.end())
            openKnown(*interrupted);
        else
            openDraft(known);
    });
}

void MainWindow::openNamed(const QString &name)
{
    lookIntoStore([this, name](const Known &known) {
        const auto chosen =
            std::find_if(known.begin(), known.end(), [&](const auto &each) { return each.cluster.name == name; });
        viewmodels::KnownCluster cluster;
        cluster.cluster.name = name;
        openKnown(chosen == known.end() ? cluster : *chosen);
    });
}

void MainWindow::openKnown(const viewmodels::KnownCluster &known)
{
    auto lock = m_place->environment(m_prompter.get()).clusters->lock(known.cluster.name);
    if (!lock && m_options.raiseOther && m_options.raiseOther(known.cluster.name)) {
        lookIntoStore([this](const Known &others) { openDraft(others); });
        return;
    }
    if (!lock) {
        openStart(viewmodels::inLine(lock.error()));
        return;
    }
    m_lock = std::move(lock).value();
    m_draft = false;
    useCluster(known.cluster);
    m_models->steps.go(m_models->interrupted.interrupted() ? Step::Interrupted : Step::Find);
    if (m_models->interrupted.interrupted())
        return;
    m_wantedPage = m_preferences->pageOf(known.cluster.name);
    if (m_wantedPage && *m_wantedPage != Step::Find)
        m_models->steps.go(Step::SignIn);
    goToKeptPage();
}

// A new cluster has a name that no stored one has and no other window uses; it is stored when its first Spark is
// chosen.
void MainWindow::openDraft(const Known &known)
{
    const engine::Environment environment = m_place->environment(m_prompter.get());
    viewmodels::Sentence problem;
    for (int number = 1; number <= kMostClusters; ++number) {
        engine::Cluster draft;
        if (number > 1)
            draft.name = u"cluster-%1"_s.arg(number);
        const bool taken = std::any_of(known.begin(), known.end(),
            [&](const auto &each) { return each.cluster.name == draft.name && !each.cluster.members.empty(); });
        if (taken)
            continue;
        auto lock = environment.clusters->lock(draft.name);
        if (!lock) {
            problem = viewmodels::inLine(lock.error());
            if (lock.error().kind != base::ErrorKind::Refused)
                break; // not another window: nothing can be written here
            continue;
        }
        m_lock = std::move(lock).value();
        m_draft = true;
        useCluster(draft);
        return;
    }
    m_models->start.setProblem(problem);
}

void MainWindow::setUpNewOne()
{
    if (m_session && m_draft) {
        m_models->steps.go(Step::Find);
        return;
    }
    lookIntoStore([this](const Known &known) {
        openDraft(known);
        m_models->steps.go(Step::Find);
    });
}

void MainWindow::useCluster(const engine::Cluster &cluster)
{
    m_session = std::make_unique<engine::ClusterSession>(m_place->environment(m_prompter.get()), cluster);
    m_controller->setResults(&m_place->testResults());
    m_controller->setSession(m_session.get());
    readInterruption();
}

void MainWindow::readInterruption()
{
    if (!m_session || !m_place)
        return;
    const engine::Journal *journal = m_place->environment(m_prompter.get()).journal;
    m_controller->setInterruption(engine::interruptionIn(journal->open(m_session->cluster().name)));
    readLog();
}

void MainWindow::practise(const QString &scenario)
{
    endSession();
    m_models->start.setPractice(scenario, true);
    auto place = workplace::Workplace::forPractice(m_options.simulatorSpeed);
    if (!place) {
        openStart(viewmodels::inLine(place.error()));
        return;
    }
    m_place = std::move(place).value();
    connect(m_place->simulator(), &engine::VirtualSparks::ended, this, [this](const base::Error &error) {
        // Later: it is the simulator's own call. Nothing runs any more, so nothing is practised.
        const auto leave = [this, opened = m_opened, problem = viewmodels::inLine(error)] {
            if (m_opened != opened)
                return;
            openStart(problem);
            m_models->steps.go(Step::Start);
        };
        QMetaObject::invokeMethod(this, leave, Qt::QueuedConnection);
    });
    m_place->simulator()->start(scenario).then(
        this, [this, scenario](const base::Result<std::vector<engine::VirtualSpark>> &sparks) {
            practiceStarted(scenario, sparks);
        });
}

void MainWindow::practiceStarted(const QString &scenario, const base::Result<std::vector<engine::VirtualSpark>> &sparks)
{
    if (!sparks) {
        // Later: this may be the simulator's own call, and it goes away.
        QMetaObject::invokeMethod(
            this, [this, problem = viewmodels::inLine(sparks.error())] { openStart(problem); }, Qt::QueuedConnection);
        return;
    }
    m_models->start.setPractice(scenario, false);
    engine::Cluster cluster;
    cluster.name = u"practice-%1"_s.arg(scenario).left(kMostClusterName);
    cluster.members = workplace::membersFor(*sparks);
    m_draft = false;
    m_session = std::make_unique<engine::ClusterSession>(m_place->environment(m_prompter.get()), cluster);
    m_controller->setResults(&m_place->testResults());
    m_controller->setSpeed(m_options.simulatorSpeed);
    m_controller->setSession(m_session.get(), m_place->simulator(), *sparks);
    m_models->steps.go(Step::Find);
}

bool MainWindow::wantsDark() const
{
    using Appearance = viewmodels::SettingsViewModel::Appearance;
    const Appearance wanted = m_preferences->values().appearance;
    // Of the desktop's palette, not of ours.
    return wanted == Appearance::System ? widgets::Theme::of(QApplication::palette()).dark : wanted == Appearance::Dark;
}

void MainWindow::fitTheme()
{
    if (m_dark == wantsDark())
        return;
    m_dark = wantsDark();
    m_view->applyTheme(*m_dark);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        fitTheme();
    // Before the pages are told: they then show what is said anew.
    if (event->type() == QEvent::LanguageChange)
        m_controller->retranslate();
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_controller->glance();
}

} // namespace sparkloom::gui
