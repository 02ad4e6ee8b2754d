// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "viewmodels/pageviewmodel.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace sparkloom::viewmodels {

// What somebody changed on a set-up cluster, since when, and the three ways on: put it back (by way of the review),
// keep it, forget the cluster. Shown above whatever page is open; nothing happens unasked. Main thread.
class DriftViewModel : public QObject {
    Q_OBJECT
public:
    enum class State {
        Hidden, // not set up, not looked at yet, or as it was set up
        Checking,
        Drifted,
        Asking, // forget was pressed: whether it is meant
        Failed  // could not be found out
    };
    using QObject::QObject;

    void clear();
    // A look has begun. It is shown where nothing is known yet.
    void setChecking();
    void setStatus(const std::vector<engine::SparkStatus> &status);
    void setProblem(const base::Error &error);
    // While something is being carried out nothing is offered.
    void setBusy(bool busy);

    State state() const { return m_state; }
    // Nothing is in the way of a further look: none is under way, and no question waits for its answer.
    bool canLook() const { return !m_looking && m_state != State::Asking; }
    QString headline() const;
    QString detail() const;    // what it means and what can be done; the reason where it failed
    QStringList lines() const; // one for each thing: Spark, what, since when, and why it cannot be kept

    PageAction reapply() const;
    PageAction keep() const;
    PageAction forget() const;

    void triggerReapply();
    void triggerKeep();
    void triggerForget(); // asks first
    void confirmForget();
    void refuseForget();
    void lookAgain();

Q_SIGNALS:
    void changed();
    void reapplyRequested();
    void keepRequested();
    void forgetRequested();
    void lookRequested();

private:
    struct Line {
        QString spark;
        engine::DriftView view;
    };
    void show(State state);

    State m_state = State::Hidden;
    bool m_busy = false;
    bool m_known = false;   // a look has ended well
    bool m_looking = false; // one is under way
    std::vector<Line> m_lines;
    QStringList m_sparks;  // that differ
    QStringList m_unasked; // that could not be asked
    base::Error m_problem;
};

} // namespace sparkloom::viewmodels
