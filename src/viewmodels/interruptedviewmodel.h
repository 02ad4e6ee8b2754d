// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/interruption.h"
#include "engine/flow/views.h"
#include "viewmodels/pageviewmodel.h"

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// A change that may be final on some Sparks only, of an earlier run or of this one: what happened, and whether it is
// finished or taken back, if need be without Sparks that never come back.
class InterruptedViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;
    enum class Choice { None, Finish, Revert };

    // inThisRun: of a change that this window made itself, since the cluster was opened.
    void setInterruption(const std::optional<engine::Interruption> &interruption, bool inThisRun = false);
    void setHosts(const std::vector<engine::HostView> &hosts);
    // The Spark that was being taken out; gone: for good, as the person said when it began.
    void setLeaver(const QString &name, bool gone);

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;

    bool interrupted() const { return m_interruption.has_value(); }
    QString happened() const;   // what is known, in a few sentences
    QString sparksText() const; // whose settings it is about
    bool revertPossible() const { return m_interruption && !m_interruption->undo; }
    Choice choice() const { return m_choice; }
    QString finishTitle() const;
    QString finishText() const;
    QString revertTitle() const;
    QString revertText() const;

    // Sparks that do not answer, while others do: they may be gone for good, which only a person can know.
    bool withoutOffered() const;
    QString withoutText() const;
    QString withoutDetail() const;
    bool withoutMissing() const { return m_withoutMissing && withoutOffered(); }
    void setWithoutMissing(bool on);
    // Whom nobody waits for: those, and the one that was said to be gone.
    QStringList gone() const;

    void choose(Choice choice);

Q_SIGNALS:
    void finishRequested();
    void revertRequested();

private:
    QString cutShort() const;  // what an earlier run was about
    QString brokenOff() const; // what this one was about
    std::optional<engine::Interruption> m_interruption;
    QStringList m_names, m_ready, m_missing;
    QString m_leaver;
    bool m_leaverGone = false;
    bool m_inThisRun = false;
    bool m_withoutMissing = false;
    Choice m_choice = Choice::None;
};

} // namespace sparkloom::viewmodels
