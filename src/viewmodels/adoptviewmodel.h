// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/text/text.h"
#include "viewmodels/pageviewmodel.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace sparkloom::viewmodels {

// Sparks that somebody set up as a cluster which this computer does not know: what their records say, and the offer to
// take it over. Shown above whatever page is open; nothing happens unasked. Main thread.
class AdoptViewModel : public QObject {
    Q_OBJECT
public:
    enum class State {
        Hidden,
        Offered,
        Reading,
        Missing, // the others name members that are not chosen here
        Joining, // these were added and are signed in to
        Failed,
        Done
    };
    using QObject::QObject;

    void clear();
    // The Sparks of this session; known: this computer has their set-up on record.
    void setHosts(const std::vector<engine::HostView> &hosts, bool known);
    void setReading();
    void setMissing(const QStringList &names);
    void setJoining();
    void setProblem(const base::Error &error);
    void setDone(const engine::Adoption &adoption);
    void setBusy(bool busy); // something is being carried out

    State state() const { return m_state; }
    QString headline() const;
    QString detail() const;
    QStringList lines() const; // what the records say: which Sparks, which cluster, by whom, when

    PageAction takeOver() const;
    PageAction signInToo() const; // to the missing ones
    PageAction leaveOut() const;  // the missing ones are gone for good
    PageAction prove() const;

    void triggerTakeOver();
    void triggerSignInToo();
    void triggerLeaveOut();
    void triggerProve();
    void putAside();   // not now; or read, at the end
    void offerAgain(); // to somebody who looks at the list anew

Q_SIGNALS:
    void changed();
    void takeOverRequested();
    void signInTooRequested();
    void leaveOutRequested();
    void proveRequested();

private:
    // What the records of some Sparks have in common.
    struct Found {
        QStringList sparks;
        std::string clusterId;
        std::string cluster; // from outside, like the next
        std::string owner;
        std::int64_t appliedUtcMs = 0;
        friend bool operator==(const Found &, const Found &) = default;
    };
    static std::vector<Found> foundIn(const std::vector<engine::HostView> &hosts);
    bool joins(const std::vector<engine::HostView> &hosts) const;
    void show(State state);

    State m_state = State::Hidden;
    std::vector<Found> m_found;
    QStringList m_unrecorded; // signed in, and without a set-up
    int m_notReady = 0;
    bool m_aside = false; // the person said: not now
    bool m_busy = false;
    QStringList m_missing;
    base::Error m_problem;
    engine::Adoption m_adoption;
};

} // namespace sparkloom::viewmodels
