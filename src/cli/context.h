// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/prompter.h"
#include "engine/flow/clustersession.h"
#include "workplace/workplace.h"

#include <QCoroTask>

#include <functional>
#include <memory>

namespace sparkloom::cli {

// Where commands work: on the real Sparks of this computer, or on virtual ones that were started for them.
struct Place {
    std::unique_ptr<workplace::Workplace> adapters;
    std::vector<engine::VirtualSpark> virtualSparks; // empty for real ones
};

// What one command works with: the open cluster, the way to print and to ask. Main thread.
class Context : public QObject {
public:
    Context(const GlobalOptions &options, const Place &place, CommandPrompter &prompter, Output &output);
    ~Context() override;

    const GlobalOptions &options() const { return m_options; }
    Output &output() { return m_output; }
    CommandPrompter &prompter() { return m_prompter; }
    const Place &place() const { return m_place; }

    // Loads the cluster and makes the session; once. Errors: the cluster file cannot be read or is in use.
    QCoro::Task<base::Result<engine::ClusterSession *>> open();
    // Only after open().
    engine::ClusterSession &session() { return *m_session; }
    // Whether the cluster already has members, before or after open().
    bool hasMembers() const;

    // Writes the cluster file as it is now; done when it is on the disk. A cluster without members leaves no file.
    QCoro::Task<base::Result<void>> store();

    // Waits until done() holds; looked at now and whenever the session says that something changed. False at the
    // deadline (none: never) and after cancel().
    QCoro::Task<bool> waitUntil(std::function<bool()> done, std::optional<std::chrono::milliseconds> timeout);

    // Ends what runs within a second; an apply is rolled back.
    void cancel();
    bool cancelled() const { return m_cancelled; }

    // The Spark that the next failure is about; said in front of it.
    void setSubject(const QString &name) { m_subject = name; }
    // Prints the error and a document for it and gives its exit code. A question that could not be answered says more
    // than the failure that followed from it, and goes first.
    ExitCode fail(const QString &command, const base::Error &error, QJsonObject body = {});

private:
    class Waiting;

    const GlobalOptions m_options;
    const Place &m_place;
    CommandPrompter &m_prompter;
    Output &m_output;
    std::shared_ptr<engine::ClusterStore::Lock> m_lock;
    std::unique_ptr<engine::ClusterSession> m_session;
    std::vector<Waiting *> m_waiting;
    QString m_subject;
    bool m_cancelled = false;
};

} // namespace sparkloom::cli
