// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "engine/text/text.h"
#include "widgets/common/theme.h"
#include "widgets/shell/setupview.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::gui {

namespace {

constexpr QSize kFirstSize(1280, 720); // a projector
constexpr int kMostClusterName = 32;

QString inLine(const base::Error &error)
{
    const engine::text::Explanation why = engine::text::explain(error);
    return QStringList{why.seen, why.meaning, why.remedy}.join(u' ').simplified();
}

} // namespace

MainWindow::MainWindow(StartOptions options, QWidget *parent)
    : QMainWindow(parent), m_options(std::move(options)), m_models(std::make_unique<viewmodels::SetupViewModels>()),
      m_prompter(std::make_unique<viewmodels::WindowPrompter>()),
      m_controller(std::make_unique<viewmodels::SetupController>(*m_models, *m_prompter)),
      m_view(new widgets::SetupView(*m_models))
{
    setWindowTitle(u"Sparkloom"_s);
    setCentralWidget(m_view);
    resize(kFirstSize);
    m_models->find.setScenarios(workplace::scenarios());
    connect(&m_models->find, &viewmodels::FindViewModel::practiseRequested, this, &MainWindow::practise);
    fitTheme();
}

MainWindow::~MainWindow()
{
    endSession();
}

void MainWindow::endSession()
{
    m_controller->setSession(nullptr);
    m_prompter->dismissAll();
    m_session.reset(); // cancels and disconnects; open transactions roll back by themselves
    m_lock.reset();
    m_place.reset();
}

void MainWindow::start()
{
    if (m_options.virtualScenario.isEmpty())
        openRemembered();
    else
        practise(m_options.virtualScenario);
}

void MainWindow::openRemembered()
{
    m_place = std::make_unique<workplace::Workplace>(m_options.folder);
    engine::ClusterStore *store = m_place->environment(m_prompter.get()).clusters;
    auto lock = store->lock(m_options.cluster);
    if (!lock) {
        m_models->find.setAddError(inLine(lock.error()));
        return;
    }
    m_lock = lock.value();
    store->load().then(this, [this](const base::Result<std::vector<engine::Cluster>> &clusters) {
        engine::Cluster chosen;
        chosen.name = m_options.cluster;
        if (!clusters)
            m_models->find.setAddError(inLine(clusters.error()));
        else
            for (const engine::Cluster &cluster : *clusters)
                if (cluster.name == m_options.cluster)
                    chosen = cluster;
        if (m_place && !m_place->simulator()) // nobody began to practise meanwhile
            useCluster(chosen);
    });
}

void MainWindow::useCluster(const engine::Cluster &cluster)
{
    m_session = std::make_unique<engine::ClusterSession>(m_place->environment(m_prompter.get()), cluster);
    m_controller->setSession(m_session.get());
}

void MainWindow::practise(const QString &scenario)
{
    endSession();
    m_models->find.setPractice(scenario, true);
    auto place = workplace::Workplace::forPractice(m_options.simulatorSpeed);
    if (!place) {
        m_models->find.setPractice({}, false);
        m_models->find.setPracticeProblem(inLine(place.error()));
        return;
    }
    m_place = std::move(place).value();
    connect(m_place->simulator(), &engine::VirtualSparks::ended, this, [this](const base::Error &error) {
        m_models->find.setPracticeProblem(inLine(error));
        m_models->steps.go(viewmodels::Step::Find);
    });
    m_place->simulator()->start(scenario).then(this,
        [this, scenario](const base::Result<std::vector<engine::VirtualSpark>> &sparks) {
            practiceStarted(scenario, sparks);
        });
}

void MainWindow::practiceStarted(const QString &scenario, const base::Result<std::vector<engine::VirtualSpark>> &sparks)
{
    if (!sparks) {
        m_models->find.setPractice({}, false);
        m_models->find.setPracticeProblem(inLine(sparks.error()));
        return;
    }
    m_models->find.setPractice(scenario, false);
    engine::Cluster cluster;
    cluster.name = u"practice-%1"_s.arg(scenario).left(kMostClusterName);
    cluster.members = workplace::membersFor(*sparks);
    m_session = std::make_unique<engine::ClusterSession>(m_place->environment(m_prompter.get()), cluster);
    m_controller->setSession(m_session.get(), m_place->simulator(), *sparks);
}

void MainWindow::fitTheme()
{
    // Of the desktop's palette, not of ours.
    m_dark = widgets::Theme::of(QApplication::palette()).dark;
    m_view->applyTheme(m_dark);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && widgets::Theme::of(QApplication::palette()).dark != m_dark)
        fitTheme();
}

} // namespace sparkloom::gui
