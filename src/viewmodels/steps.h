// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/topology.h"

#include <QObject>
#include <QString>

#include <array>
#include <optional>

namespace sparkloom::viewmodels {

// The pages of the window. Start, Interrupted and the tools are no steps of the way and have no number on the rail.
enum class Step { Start, Find, SignIn, Topology, Cable, Review, Apply, Prove, Interrupted, Live, Tests };
inline constexpr std::array kRailSteps = {
    Step::Find, Step::SignIn, Step::Topology, Step::Cable, Step::Review, Step::Apply, Step::Prove};
// Below the steps, as soon as they are of use.
inline constexpr std::array kRailTools = {Step::Live, Step::Tests};
inline constexpr std::array kAllSteps = {Step::Start, Step::Find, Step::SignIn, Step::Topology, Step::Cable,
    Step::Review, Step::Apply, Step::Prove, Step::Interrupted, Step::Live, Step::Tests};

bool isTool(Step step);

enum class StepState { Locked, Open, Busy, Done, Failed };

// What decides which steps are valid, gathered from the session.
struct FlowFacts {
    int members = 0;
    int ready = 0; // signed in and inspected
    int failed = 0;
    bool signingIn = false;
    bool topologyChosen = false;
    bool cablingComplete = false;
    bool planned = false;
    bool planning = false;
    bool nothingToDo = false; // the plan changes nothing
    bool applying = false;
    bool applied = false; // the plan stands on the Sparks
    bool applyFailed = false;
    bool verifying = false;
    bool proven = false; // the last report passed
    bool proofFailed = false;
    bool testing = false;     // a measurement runs
    bool interrupted = false; // an earlier change waits for a person to finish or revert it
    bool leaving = false;     // a Spark is to leave: its plan is reviewed, whoever else is ready
    friend bool operator==(const FlowFacts &, const FlowFacts &) = default;
};

// State of one step, and why it cannot be entered where it is locked.
StepState stepState(Step step, const FlowFacts &facts);
bool canEnter(Step step, const FlowFacts &facts);
// Whether the page has to be told that an earlier change is still open: Find and Interrupted say it themselves.
bool tellsOfOpenChange(Step step, const FlowFacts &facts);
// The page that follows on the way; nothing after the last one.
std::optional<Step> nextStep(Step step);

// The rail: every step with its state, and which one is shown. Main thread.
class StepsViewModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    Step current() const { return m_current; }
    void setFacts(const FlowFacts &facts);
    const FlowFacts &facts() const { return m_facts; }
    // Shows the step; nothing happens where it is locked.
    void go(Step step);
    void back();
    bool canGoBack() const;
    StepState state(Step step) const { return stepState(step, m_facts); }
    bool isOpen(Step step) const { return canEnter(step, m_facts); }
    QString name(Step step) const;
    QString stateText(Step step) const;
    // What has to come first; empty where the step is open.
    QString lockedText(Step step) const;
    // Shown small under the product's name, e.g. "pair, virtual".
    // What is under the name of the program: the form that is being set up, and whether it is practice.
    QString subtitle() const;
    void setForm(std::optional<domain::Topology> form, bool virtualSparks);

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    FlowFacts m_facts;
    Step m_current = Step::Start;
    Step m_beforeTool = Step::Start; // where a tool goes back to
    std::optional<domain::Topology> m_form;
    bool m_virtualSparks = false;
};

} // namespace sparkloom::viewmodels
