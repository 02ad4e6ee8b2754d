// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/flow/clustersession.h"
#include "engine/ports/desktopsettings.h"
#include "engine/ports/testresults.h"
#include "engine/ports/virtualsparks.h"

#include <QDateTime>
#include <QFuture>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace sparkloom::workplace {

// The adapters of one place: this computer's own, or temporary ones for virtual Sparks, where nothing real is touched
// or remembered. Main thread; outlives the session that uses it.
class Workplace {
public:
    // For real Sparks. folder: everything that is remembered lies below it (tests); empty: the XDG folders.
    explicit Workplace(const QString &folder = {});
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    // One for virtual Sparks: a temporary folder, no discovery, a simulator that is not started yet. speed: how fast
    // their time runs, 0.01 to 1000. Errors: no temporary folder.
    static base::Result<std::unique_ptr<Workplace>> forPractice(double speed);

    engine::Environment environment(engine::Prompter *prompter = nullptr) const;
    engine::VirtualSparks *simulator() const; // null for real Sparks
    engine::TestResults &testResults() const;
    // When each remembered cluster was stored last, by its name.
    QFuture<std::map<QString, QDateTime>> clustersStoredAt() const;
    // What the journal still tells of changes of this cluster, oldest first.
    QFuture<std::vector<engine::JournalEntry>> journalOf(const QString &cluster) const;
    // The folders where things are kept.
    struct Folders {
        QString clusters;
        QString keys;
        QString journal;
    };
    Folders folders() const;

private:
    class Private;
    explicit Workplace(std::unique_ptr<Private> content);
    std::unique_ptr<Private> m;
};

// What the desktop wishes of its programs; asked for by look(), and not before.
std::unique_ptr<engine::DesktopSettings> desktopSettings();
// What can be practised, without starting anything.
std::vector<engine::ScenarioInfo> scenarios();
// Virtual Sparks as members of a cluster: they bring user and fingerprint.
std::vector<engine::ClusterMember> membersFor(const std::vector<engine::VirtualSpark> &sparks);

} // namespace sparkloom::workplace
