// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/steps.h"

#include "engine/text/names.h"

#include <algorithm>

namespace sparkloom::viewmodels {

bool isTool(Step step)
{
    return std::find(kRailTools.begin(), kRailTools.end(), step) != kRailTools.end();
}

bool canEnter(Step step, const FlowFacts &facts)
{
    const bool allReady = facts.members >= 2 && facts.ready == facts.members;
    switch (step) {
    case Step::Start:
    case Step::Find: return !facts.applying;
    case Step::SignIn: return facts.members >= 2 && !facts.applying;
    case Step::Topology:
    case Step::Cable: return allReady && !facts.applying;
    case Step::Review:
        return (facts.leaving || (allReady && (facts.cablingComplete || facts.planned || facts.applied)))
            && !facts.applying;
    case Step::Apply: return facts.applying || facts.applied || facts.applyFailed;
    case Step::Prove: return allReady && (facts.applied || facts.proven || facts.proofFailed) && !facts.applying;
    case Step::Interrupted: return facts.interrupted && !facts.applying;
    case Step::Live: return facts.ready >= 1 && !facts.applying;  // counters need no set-up
    case Step::Tests: return facts.ready >= 2 && !facts.applying; // addresses may be somebody else's
    }
    return false;
}

bool tellsOfOpenChange(Step step, const FlowFacts &facts)
{
    return canEnter(Step::Interrupted, facts) && step != Step::Interrupted && step != Step::Find;
}

std::optional<Step> nextStep(Step step)
{
    if (step == Step::Prove || step == Step::Interrupted || isTool(step))
        return std::nullopt;
    return static_cast<Step>(static_cast<int>(step) + 1);
}

StepState stepState(Step step, const FlowFacts &facts)
{
    const bool allReady = facts.members >= 2 && facts.ready == facts.members;
    switch (step) {
    case Step::Start: return StepState::Open;
    case Step::Interrupted: return facts.interrupted ? StepState::Failed : StepState::Locked;
    case Step::Find: return facts.members >= 2 ? StepState::Done : StepState::Open;
    case Step::SignIn:
        if (facts.signingIn)
            return StepState::Busy;
        if (facts.failed > 0)
            return StepState::Failed;
        if (allReady)
            return StepState::Done;
        break;
    case Step::Topology:
        if (allReady && (facts.topologyChosen || facts.applied))
            return StepState::Done;
        break;
    case Step::Cable:
        if (allReady && (facts.cablingComplete || facts.applied))
            return StepState::Done;
        break;
    case Step::Review:
        if (facts.planning)
            return StepState::Busy;
        if (!facts.leaving && (facts.applied || (facts.planned && facts.nothingToDo)))
            return StepState::Done;
        break;
    case Step::Apply:
        if (facts.applying)
            return StepState::Busy;
        if (facts.applyFailed)
            return StepState::Failed;
        if (facts.applied)
            return StepState::Done;
        break;
    case Step::Prove:
        if (facts.verifying)
            return StepState::Busy;
        if (facts.proofFailed)
            return StepState::Failed;
        if (facts.proven)
            return StepState::Done;
        break;
    case Step::Live: break;
    case Step::Tests:
        if (facts.testing)
            return StepState::Busy;
        break;
    }
    return canEnter(step, facts) ? StepState::Open : StepState::Locked;
}

void StepsViewModel::setFacts(const FlowFacts &facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    Q_EMIT changed();
}

void StepsViewModel::go(Step step)
{
    if (step == m_current || !canEnter(step, m_facts))
        return;
    if (isTool(step) && !isTool(m_current))
        m_beforeTool = m_current;
    m_current = step;
    Q_EMIT currentChanged();
    Q_EMIT changed();
}

bool StepsViewModel::canGoBack() const
{
    return m_current != Step::Start && !isTool(m_current) && !m_facts.applying; // tools: the rail, or Escape
}

void StepsViewModel::back()
{
    if (m_current == Step::Interrupted) {
        go(Step::Start);
        return;
    }
    if (isTool(m_current)) {
        go(canEnter(m_beforeTool, m_facts) ? m_beforeTool : Step::Find);
        return;
    }
    if (m_facts.leaving && m_current == Step::Review) { // it began with the list
        go(Step::Find);
        return;
    }
    // The nearest earlier step that is valid now; Apply has nothing to show again once it is done.
    for (int i = static_cast<int>(m_current) - 1; i >= 0; --i) {
        const Step step = static_cast<Step>(i);
        if (canEnter(step, m_facts)) {
            go(step);
            return;
        }
    }
}

QString StepsViewModel::name(Step step) const
{
    switch (step) {
    case Step::Start: return tr("Start", "the first page");
    case Step::Interrupted: return tr("Interrupted", "page about a change that was cut off");
    case Step::Find: return tr("Find", "step");
    case Step::SignIn: return tr("Sign in", "step");
    case Step::Topology: return tr("Topology", "step: choose the form");
    case Step::Cable: return tr("Cable", "step: plug the cables");
    case Step::Review: return tr("Review", "step");
    case Step::Apply: return tr("Apply", "step");
    case Step::Prove: return tr("Prove", "step");
    case Step::Live: return tr("Live", "page: what the cables carry now");
    case Step::Tests: return tr("Tests", "page: measurements");
    }
    return {};
}

QString StepsViewModel::stateText(Step step) const
{
    if (step == m_current && state(step) != StepState::Busy && state(step) != StepState::Failed)
        return tr("shown now");
    switch (state(step)) {
    case StepState::Locked: return tr("not yet");
    case StepState::Open: return tr("open");
    case StepState::Busy: return tr("at work");
    case StepState::Done: return tr("done");
    case StepState::Failed: return tr("needs you");
    }
    return {};
}

QString StepsViewModel::lockedText(Step step) const
{
    if (isOpen(step) || step == m_current)
        return {};
    if (m_facts.applying)
        return tr("A change is under way on the Sparks: this opens when it is over.");
    if (m_facts.members < 2 && step != Step::Live)
        return tr("Choose at least two Sparks first.");
    if (m_facts.ready < m_facts.members)
        return tr("Sign in to all Sparks first.");
    if (step == Step::Review)
        return tr("Plug the cables first.");
    return tr("Apply a plan first.");
}

void StepsViewModel::setForm(std::optional<domain::Topology> form, bool virtualSparks)
{
    if (m_form == form && m_virtualSparks == virtualSparks)
        return;
    m_form = form;
    m_virtualSparks = virtualSparks;
    Q_EMIT changed();
}

QString StepsViewModel::subtitle() const
{
    const QString form = m_form ? engine::text::topologyTitle(*m_form) : QString();
    if (!m_virtualSparks)
        return form;
    //: %1: the form, "Ring"
    return form.isEmpty() ? tr("virtual Sparks") : tr("%1 · virtual").arg(form);
}

} // namespace sparkloom::viewmodels
