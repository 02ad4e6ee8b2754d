// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/preferences.h"
#include "viewmodels/session/setupcontroller.h"
#include "viewmodels/setupviewmodels.h"
#include "workplace/workplace.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

namespace sparkloom::widgets {
class SetupView;
}

namespace sparkloom::gui {

// How the window was started.
struct StartOptions {
    QString cluster;           // opened at once; empty: the first page
    QString virtualScenario;   // practise with it at once
    double simulatorSpeed = 1; // 0.01 to 1000
    QString folder;            // tests: everything that is remembered lies below it; empty: XDG folders
    // Shared by all windows; null: the window has its own, below `folder`.
    Preferences *preferences = nullptr;
    // Shows the other window in which this cluster is open; false: there is none.
    std::function<bool(const QString &cluster)> raiseOther;
};

// A window; one cluster is open in it at most. Owns view-models, prompter, controller, and the session with the place
// it runs in; practising exchanges the last two. Nothing here waits.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(StartOptions options, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Shows the first page, opens the cluster or starts the scenario that was asked for. A change that was interrupted
    // comes before the first page. What that needs of disk, bus and threads waits until the page is painted.
    void start();
    viewmodels::SetupViewModels &models() { return *m_models; }
    // While practising: for tests that let virtual Sparks do something.
    engine::VirtualSparks *simulator() const;
    // The remembered cluster that is open in it; empty: none, a new one, or practice.
    QString openCluster() const;

Q_SIGNALS:
    void pagePainted(); // the first frame with a page; once
    void newWindowRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    using Known = std::vector<viewmodels::KnownCluster>;
    void openWanted();
    void connectStartPage();
    // Leaves what is open and looks into the store; then() is not called where something else was opened meanwhile.
    void lookIntoStore(const std::function<void(const Known &)> &then);
    void readKnown(const std::function<void(const Known &)> &then);
    void openStart(const viewmodels::Sentence &problem = {});
    void openNamed(const QString &name);
    void openKnown(const viewmodels::KnownCluster &known);
    void openDraft(const Known &known);
    void setUpNewOne();
    void useCluster(const engine::Cluster &cluster);
    void readInterruption();
    void practise(const QString &scenario);
    void practiceStarted(const QString &scenario, const base::Result<std::vector<engine::VirtualSpark>> &sparks);
    void endSession();
    bool wantsDark() const;
    void fitTheme();
    // mainwindow_settings.cpp
    void connectSettings();
    void showPreferences();
    void showLibraries();
    void showKnown(const Known &known);
    void forgetCluster(const QString &name);
    void readLog();
    void keepShape();
    void takeUpShape();
    void keepPage();
    void goToKeptPage();

    StartOptions m_options;
    std::unique_ptr<Preferences> m_ownPreferences;
    Preferences *m_preferences;
    std::unique_ptr<viewmodels::SetupViewModels> m_models;
    std::unique_ptr<viewmodels::WindowPrompter> m_prompter;
    std::unique_ptr<workplace::Workplace> m_place;
    std::shared_ptr<engine::ClusterStore::Lock> m_lock;
    std::unique_ptr<engine::ClusterSession> m_session;
    std::unique_ptr<viewmodels::SetupController> m_controller;
    widgets::SetupView *m_view;
    QTimer m_unpainted;                           // from start() until the page is painted
    int m_opened = 0;                             // counts what was opened: answers to questions of before are dropped
    bool m_draft = false;                         // a new cluster: nothing of it was there when it was opened
    std::optional<bool> m_dark;                   // as it is painted
    std::optional<viewmodels::Step> m_wantedPage; // where the person was last, as soon as it can be entered
};

} // namespace sparkloom::gui
