// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "engine/text/text.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/sentence.h"

#include <vector>

namespace sparkloom::viewmodels {

// One machine: seen on the network, or typed.
struct FindCard {
    QString key; // of the sighting; the member's name where it was typed
    QString name;
    QString subtitle; // maker, addresses, networks
    bool chosen = false;
    bool likelySpark = false;
    bool virtualSpark = false;
    bool stale = false;
};

// Something that may keep a Spark from being seen, and what to do.
struct Hindrance {
    QString title;
    QString remedy;
    bool certain = false; // it is the case, not only possible
};

// The machines that may become a cluster: on the network, typed, virtual.
class FindViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;

    void setFound(const std::vector<engine::FoundHost> &found);
    void setMembers(const std::vector<engine::HostView> &members);
    void setHealth(const engine::DiscoveryHealth &health);
    void setAddError(const Sentence &seen);
    void setPractice(bool practice);
    void setInterrupted(bool interrupted);

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override { rebuild(); }

    const std::vector<FindCard> &sparks() const { return m_sparks; } // members and likely Sparks
    const std::vector<FindCard> &others() const { return m_others; } // other machines with SSH
    bool searching() const;
    QString emptyText() const;                 // while no Spark is listed
    std::vector<Hindrance> hindrances() const; // why one may not be listed; the certain ones first
    QString addError() const { return said(m_addError); }
    bool practice() const { return m_practice; }
    bool interrupted() const { return m_interrupted; }
    // Of a Spark that was set up here and is no longer chosen: that it stays set up, and how it is taken out.
    engine::text::Explanation leftAlone() const;
    // This Spark was taken off the list; empty: none that was set up.
    void setLeftAlone(const QString &name);
    const std::vector<engine::HostView> &members() const { return m_members; }
    int memberCount() const { return static_cast<int>(m_members.size()); }

    // Intents.
    void toggle(const FindCard &card);
    void add(const QString &text);
    void showInterrupted() { Q_EMIT interruptedRequested(); }

Q_SIGNALS:
    void chooseRequested(const QString &foundKey);
    void removeRequested(const QString &name);
    void addRequested(const QString &text);
    void interruptedRequested();

private:
    void rebuild();

    std::vector<engine::FoundHost> m_found;
    std::vector<engine::HostView> m_members;
    engine::DiscoveryHealth m_health;
    std::vector<FindCard> m_sparks;
    std::vector<FindCard> m_others;
    Sentence m_addError;
    QString m_leftAlone;
    bool m_practice = false;
    bool m_interrupted = false;
};

} // namespace sparkloom::viewmodels
