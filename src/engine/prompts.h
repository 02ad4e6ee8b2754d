// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "domain/plan/plan.h"
#include "engine/ports/remotehost.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sparkloom::engine {

struct HostKeyQuestion {
    QString name;
    QString address;
    HostKey key;
    QStringList sameKeyAs; // other machines with this very key: a cloned image
};

enum class SudoReason { ReadConfig, Wake, Probe, Apply, Undo, Forget, Blink };

// What only a person can decide. The window, the terminal and tests each answer in their way; futures are resolved on
// the main thread. Nothing is answered by the engine itself.
class Prompter {
public:
    virtual ~Prompter() = default;
    // Questions about several Sparks may stand side by side, so that one that waits for its answer keeps nobody. Else
    // they come one after the other, as a terminal needs it.
    virtual bool asksSideBySide() const { return false; }
    // All new host keys of one step in one table; answers which are accepted, same order.
    virtual QFuture<std::vector<bool>> acceptHostKeys(const std::vector<HostKeyQuestion> &questions) = 0;
    // User name and means to sign in; nothing: give up on this host. problem says why the last try failed.
    virtual QFuture<std::optional<Credentials>> credentials(const QString &name, const base::Message &problem) = 0;
    // Sudo password of that Spark; nothing: refused. Asked only where needed, with its reason.
    virtual QFuture<std::optional<base::Secret>> sudoPassword(
        const QString &name, SudoReason reason, bool wrongBefore) = 0;
    // Go ahead with this plan?
    virtual QFuture<bool> confirmPlan(const domain::Plan &plan) = 0;
};

} // namespace sparkloom::engine
