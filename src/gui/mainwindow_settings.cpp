// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps for the next time, and what it shows beside the way.
#include "gui/mainwindow.h"

#include "engine/text/text.h"
#include "widgets/pages/page.h"
#include "widgets/shell/setupview.h"
#include "workplace/libraries.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QShortcut>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::gui {

using viewmodels::SettingsViewModel;
using viewmodels::Step;

void MainWindow::connectSettings()
{
    SettingsViewModel *settings = &m_models->settings;
    settings->setLanguages(engine::text::Language::available());
    connect(settings, &SettingsViewModel::chosen, this, [this] { m_preferences->keep(m_models->settings.values()); });
    connect(settings, &SettingsViewModel::forgetRequested, this, &MainWindow::forgetCluster);
    connect(m_preferences, &Preferences::changed, this, &MainWindow::showPreferences);
    connect(&m_models->steps, &viewmodels::StepsViewModel::currentChanged, this, &MainWindow::keepPage);
    connect(&m_models->steps, &viewmodels::StepsViewModel::changed, this, &MainWindow::goToKeptPage);
    connect(new QShortcut(QKeySequence::New, this), &QShortcut::activated, this, &MainWindow::newWindowRequested);
    showPreferences();
}

// libssh is loaded with the first question to it: not before the page is painted.
void MainWindow::showLibraries()
{
    std::vector<viewmodels::Library> libraries;
    for (const workplace::LibraryInfo &library : workplace::libraries())
        libraries.push_back({library.name, library.version, library.licence});
    m_models->about.setLibraries(std::move(libraries));
}

void MainWindow::showPreferences()
{
    m_models->settings.setValues(m_preferences->values());
    m_models->settings.setDesktopCalm(m_preferences->desktopCalm());
    m_models->sudo.setSameSuggested(m_preferences->values().sameSudo);
    fitTheme();
    m_view->update(); // the map looks anew whether it may move
}

void MainWindow::showKnown(const Known &known)
{
    using Kind = SettingsViewModel::Place::Kind;
    m_models->settings.setKnown(known, openCluster());
    const workplace::Workplace::Folders folders = m_place->folders();
    m_models->settings.setPlaces({{Kind::Clusters, folders.clusters}, {Kind::Keys, folders.keys},
        {Kind::Journal, folders.journal}, {Kind::Window, m_preferences->path()}});
}

QString MainWindow::openCluster() const
{
    const bool practising = m_place && m_place->simulator();
    return m_session && !practising && !m_session->cluster().members.empty() ? m_session->cluster().name : QString();
}

void MainWindow::forgetCluster(const QString &name)
{
    if (!m_place || m_place->simulator() || name == openCluster())
        return;
    const auto told = [this](const base::Error &error) {
        m_models->settings.setProblem(viewmodels::inShort(error));
    };
    const engine::Environment environment = m_place->environment(m_prompter.get());
    // The draft of this window may have this name: then its lock is ours already.
    std::shared_ptr<engine::ClusterStore::Lock> held;
    if (!m_session || m_session->cluster().name != name) {
        auto lock = environment.clusters->lock(name);
        if (!lock) {
            told(lock.error());
            return;
        }
        held = std::move(lock).value();
    }
    environment.clusters->remove(name).then(
        this, [this, opened = m_opened, held, name, told](const base::Result<void> &removed) {
            if (m_opened != opened)
                return;
            if (!removed)
                told(removed.error());
            else
                m_preferences->forgetPage(name);
            readKnown([this](const Known &known) { m_models->start.setKnown(known); });
        });
}

void MainWindow::readLog()
{
    m_place->journalOf(m_session->cluster().name)
        .then(this, [this, opened = m_opened](const std::vector<engine::JournalEntry> &entries) {
            if (m_opened == opened)
                m_models->log.setJournal(entries);
        });
}

void MainWindow::keepShape()
{
    m_preferences->keepShape(u"window"_s, saveGeometry());
    for (const QSplitter *splitter : m_view->findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            m_preferences->keepShape(splitter->objectName(), splitter->saveState());
}

void MainWindow::takeUpShape()
{
    restoreGeometry(m_preferences->shape(u"window"_s));
    connect(m_view, &widgets::SetupView::pageMade, this, [this](const widgets::Page *page) {
        for (QSplitter *splitter : page->findChildren<QSplitter *>())
            if (!splitter->objectName().isEmpty())
                splitter->restoreState(m_preferences->shape(splitter->objectName()));
    });
}

void MainWindow::keepPage()
{
    const Step current = m_models->steps.current();
    if (m_wantedPage && current != Step::SignIn && current != Step::Find)
        m_wantedPage.reset(); // there, or somewhere else by choice
    if (!m_wantedPage && !openCluster().isEmpty() && current != Step::Start)
        m_preferences->keepPage(openCluster(), current);
}

// Where the person was last; a page that needs the Sparks comes after the sign-in.
void MainWindow::goToKeptPage()
{
    if (!m_wantedPage)
        return;
    const Step current = m_models->steps.current();
    if (current != Step::SignIn && current != Step::Find)
        m_wantedPage.reset();
    else if (m_models->steps.isOpen(*m_wantedPage) && !m_models->signIn.busy())
        m_models->steps.go(*std::exchange(m_wantedPage, std::nullopt));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

} // namespace sparkloom::gui
