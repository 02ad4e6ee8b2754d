// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/cutproxy.h"
#include "engine/text/language.h"
#include "gui/mainwindow.h"
#include "hands.h"
#include "workplace/workplace.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <vector>

// A window for real Sparks whose Sparks are virtual: two or three of them, each behind a proxy of its own, in a cluster
// that is on record. Fingerprints have to be compared, passwords typed and sudo answered, as with any Spark.
class StoryRoom : protected Hands {
protected:
    static constexpr int kPatienceMs = 30000; // of one step; nothing is asserted about time
    int m_patienceMs = kPatienceMs;           // longer for a class of 64
    static constexpr double kSpeed = 20;

    enum class Sudo { Answer, Refuse };

    StoryRoom();
    // Before the first story: there is a simulator, and all speak English.
    void enter();
    // Each fails the test where something does not come.
    // The Sparks, and a window on a cluster of the first of them.
    void begin(const QString &scenario = QStringLiteral("pair"), std::size_t members = 2);
    // Instead: with virtual Sparks as the window has them, up to the sign-in; some of them are taken off the list.
    void practise(const QString &scenario, const QStringList &without = {});
    void openWindow(const QString &cluster, const QString &scenario = {});
    void signIn(const QString &password);
    void goToCable(
        std::optional<sparkloom::domain::Topology> form = {}); // from the sign-in that is done; form: else the first
    void goToReview();
    void startApply();
    // Instead of begin(): in a room of another process, whose Sparks and proxies are there.
    void takeUp(const QString &folder, const QString &user, const QString &password);
    void end();

    sparkloom::viewmodels::SetupViewModels &models() const { return m_window->models(); }
    QString password() const;
    void type(const QString &name, const QString &text);
    void useSudo(Sudo sudo) { m_sudo = sudo; }
    // What is planned, a line for each Spark. Not the programs that stay on it on purpose once it was touched.
    QStringList toBeDone() const;
    // Whether the journal in the folder says that a commit has begun.
    bool isCommitting() const;
    // Connections that stand at the Sparks' own ports.
    int signedIn() const;
    // What waits on the Sparks to go off, as the simulator tells it on its control socket.
    static QStringList timers();
    // What the simulator answers on its control socket; it is the first child of this process.
    static QJsonObject askSimulator(const QJsonObject &request);
    QString signInState() const;
    QString folder() const { return m_path; }

    // Of begin(): pulls all cables of this Spark; plugs what is missing of the ring a0-b1, b0-c1, c0-a1.
    void freeOfCables(const QString &spark);
    void plugAsRing();

    sparkloom::test::CutProxies m_proxyA, m_proxyB, m_proxyC;
    quint16 m_portA = 0, m_portB = 0, m_portC = 0; // of the proxies
    std::vector<sparkloom::engine::VirtualSpark> m_sparks;
    std::unique_ptr<sparkloom::gui::MainWindow> m_window;

private:
    void answerSudo();

    void makeFolder();

    sparkloom::engine::text::Language m_language;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<sparkloom::workplace::Workplace> m_place;
    QTimer m_sudoWatch;
    Sudo m_sudo = Sudo::Answer;
};
