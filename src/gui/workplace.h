// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/ports/virtualsparks.h"

#include <QString>

#include <memory>
#include <vector>

namespace sparkloom::gui {

// How the window was started.
struct StartOptions {
    QString cluster = QStringLiteral("default");
    QString virtualScenario;  // practise with it at once
    double simulatorSpeed = 1; // 0.01 to 1000
    QString folder;            // tests: everything that is remembered lies below it; empty: XDG folders
};

// The adapters of one place: this computer's own, or a temporary one for virtual Sparks, where nothing real is touched or
// remembered. Main thread; outlives the session that uses it.
class Workplace {
public:
    explicit Workplace(const QString &folder = {}); // real Sparks; folder as in StartOptions
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    // One for virtual Sparks: a temporary folder, no discovery, a simulator that is not started yet.
    static std::unique_ptr<Workplace> forPractice(double speed);

    engine::Environment environment(engine::Prompter *prompter) const;
    engine::VirtualSparks *simulator() const; // null for real Sparks

private:
    class Private;
    explicit Workplace(std::unique_ptr<Private> content);
    std::unique_ptr<Private> m;
};

std::vector<engine::ScenarioInfo> scenarios();
// Members for virtual Sparks: they bring user and fingerprint.
engine::Cluster practiceCluster(const QString &scenario, const std::vector<engine::VirtualSpark> &sparks);

} // namespace sparkloom::gui
