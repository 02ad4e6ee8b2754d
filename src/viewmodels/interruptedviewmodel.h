// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/interruption.h"
#include "engine/flow/views.h"
#include "viewmodels/pageviewmodel.h"

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// "This computer was switched off in the middle": what happened, and whether it is finished or taken back.
class InterruptedViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;
    enum class Choice { None, Finish, Revert };

    void setInterruption(const std::optional<engine::Interruption> &interruption);
    void setHosts(const std::vector<engine::HostView> &hosts);

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

    void choose(Choice choice);

Q_SIGNALS:
    void finishRequested();
    void revertRequested();

private:
    std::optional<engine::Interruption> m_interruption;
    QStringList m_names;
    bool m_allReady = false;
    Choice m_choice = Choice::None;
};

} // namespace sparkloom::viewmodels
