// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "engine/ports/virtualsparks.h"
#include "engine/text/text.h"
#include "viewmodels/fabricpicture.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/sentence.h"

#include <QBasicTimer>
#include <QStringList>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// The page that guides hands: one instruction, the map, and for virtual Sparks a tray of cables.
class CableViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;

    void setHosts(const std::vector<engine::HostView> &hosts);
    void setCabling(const engine::CablingView &cabling);
    void begin(bool practice);       // other Sparks; virtual ones: shows the tray
    void setPlugging(bool plugging); // a plug or unplug is on its way
    void setPlugProblem(const Sentence &problem);
    void setProblem(const std::optional<base::Error> &error);
    // Of a light that did not blink or chips that did not wake: told until the Sparks show something else.
    void setPassingProblem(const std::optional<base::Error> &error);

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override { rebuild(); }

    const FabricPicture &picture() const { return m_picture; }
    QString progressText() const; // "1 of 3 cables in place"
    QString linkText() const;     // "both lanes up, 200 Gb/s"
    bool complete() const { return m_cabling.status.complete; }
    std::vector<domain::Topology> choices() const; // what these Sparks can be cabled into
    QString formText() const;                      // "Form: ring"
    std::optional<domain::Topology> goal() const { return m_cabling.goal; }
    QStringList notes() const;
    engine::text::Explanation problem() const;
    // The look at the cables could not begin: nothing is watched.
    bool canLookAgain() const { return m_problem && !m_cabling.running; }
    bool wakeOffered() const { return m_cabling.wakeNeeded; }
    // Nothing that needs no root told where some cable leads: reading plugs and sending frames may.
    bool lookCloserOffered() const;
    // Cables are elsewhere than asked for, but what they form is a whole topology of its own.
    bool keepOffered() const;
    // "Which cable is this?": whether plugs are watched, what to do or what was found out, and the cable in picture().
    bool watchingPulls() const { return m_watchingPulls; }
    QString pullText() const;
    std::optional<int> pulledCable() const;
    // The socket whose light blinks, in words; empty: none.
    QString blinkText() const;
    bool practice() const { return m_practice; }
    // The map in words, for screen readers: one line per cable.
    QString summary() const;
    // What is known of one socket or cable, for the details line.
    QString describe(const SocketKey &socket) const;
    static QString describe(const PictureCable &cable);
    // Those that are not as planned, a line for each; of many only how many more.
    static QString describeChanged(const std::vector<PictureCable> &cables);

    void setBlinking(const std::optional<SocketKey> &socket);

    // Intents.
    void chooseOtherForm() { Q_EMIT otherFormRequested(); }
    void keepLikeThis();
    void watchPulls(bool on);
    // The light at this socket of a Spark; at a switch there is none to blink, and the person is told.
    void blink(const std::optional<SocketKey> &socket);
    void wake() { Q_EMIT wakeRequested(); }
    void lookCloser();
    void lookAgain() { Q_EMIT lookRequested(); }
    // The cable that the instruction asks for, both ends at once.
    void plugSuggested();
    // A cable from the tray, dropped on a socket. On a socket that the instruction names the other end goes where it
    // belongs at once; elsewhere it stays loose until it is dropped too.
    void dropCable(const SocketKey &socket);
    void takeBackLooseEnd();
    void unplug(const SocketKey &socket);

Q_SIGNALS:
    void otherFormRequested();
    void goalChosen(sparkloom::domain::Topology goal);
    void pullsWatched(bool on);
    void blinkRequested(const QString &spark, int cage);
    void wakeRequested();
    void closerLookRequested();
    void lookRequested();
    void plugRequested(const sparkloom::engine::VirtualSocket &a, const sparkloom::engine::VirtualSocket &b);
    void unplugRequested(const sparkloom::engine::VirtualSocket &socket);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void rebuild();
    const PictureCable *suggested() const;
    QStringList missedNames() const;
    QStringList wakingNames() const;
    bool waitsForChips() const;
    QString whyNotComplete() const;
    QString socketName(const domain::CageRef &cage) const;
    SocketKey keyOf(const domain::CageRef &cage) const;
    QString pullWords(const domain::Pull &pull) const;
    engine::VirtualSocket toVirtual(const SocketKey &key) const;
    bool isFree(const SocketKey &key) const;
    void requestPlug(const SocketKey &a, const SocketKey &b);

    std::vector<engine::HostView> m_hosts;
    engine::CablingView m_cabling;
    FabricPicture m_picture;
    FabricPicture m_seen; // as the Sparks say it, without what hands are about to do
    std::optional<SocketKey> m_firstEnd;
    // Sockets of a cable that was plugged in and does not show yet: a NIC that slept wakes up first. Not for ever.
    std::vector<SocketKey> m_waiting;
    QBasicTimer m_patience;
    std::optional<base::Error> m_problem;
    std::optional<base::Error> m_passingProblem;
    Sentence m_plugProblem;
    std::optional<SocketKey> m_blinking;
    bool m_blinkHint = false;  // asked for without a socket
    bool m_blinkAgain = false; // asked for at another socket while one blinks
    bool m_watchingPulls = false;
    bool m_practice = false;
    bool m_plugging = false;
};

} // namespace sparkloom::viewmodels
