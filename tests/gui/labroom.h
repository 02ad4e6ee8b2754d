// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/mainwindow.h"

#include "hands.h"
#include "labhands.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

// The lab's laptop with a person at the real window, for a test to inherit: what is done more than once there.
class LabRoom : protected Hands {
protected:
    static constexpr int kPatienceMs = 60000;                    // of one step; nothing is asserted about time
    static constexpr const char *kChild = "SPARKLOOM_LAB_CHILD"; // the folder of the process that started this one

    LabRoom();

    sparkloom::viewmodels::SetupViewModels &models() const { return m_window->models(); }
    static QString password() { return qEnvironmentVariable("SPARKLOOM_LAB_PASSWORD"); }

    // Does something to the lab, and waits until it is done.
    bool hand(const QString &command);
    // A new window past the first page; what earlier ones stored is there.
    void openWindow();
    // In a new window, with every Spark: signed in, at the map.
    void goToCableAgain();
    // After a change that did not come about: the same way again, to the review.
    void planAgain();
    // From the review, until the timers of the Sparks run, or it has ended already.
    void beginToApply();
    // Under networkd the halves sleep until somebody allows that they are raised.
    void waitUntilCabled();
    // After a wrong password each Spark is asked for again on its own line.
    void answerEachAgain();
    void type(const QString &name, const QString &text);
    void picture(const char *name);

    QMap<QString, QString> m_fingerprints; // by the names of the hosts
    QTemporaryDir m_folder;
    std::unique_ptr<sparkloom::gui::MainWindow> m_window;
    LabHands m_hands;
    int m_sent = 0;          // commands to the lab
    QString m_pictureFolder; // empty: no pictures
    bool m_refuseSudo = false;
    int m_refused = 0;

private:
    void answerSudo(); // where it is asked, with its reason: the person types the password, or refuses

    QTimer m_sudo;
};
