// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include <memory>

namespace sparkloom::engine {

class KeyTable;

// Signing in to members side by side, and coming back to those that were lost. Coroutines keep it alive.
class SignInFlow : public QObject, public std::enable_shared_from_this<SignInFlow> {
    Q_OBJECT
public:
    explicit SignInFlow(std::shared_ptr<SessionCore> core);
    // After construction through make_shared: begins to watch for lost hosts.
    void watchLosses();

    // Those of the names (empty: all members) that are not ready yet.
    QCoro::Task<base::Result<void>> signIn(QStringList names);
    QCoro::Task<base::Result<void>> replaceHostKey(QString name, QString typedName);
    QCoro::Task<base::Result<void>> inspectAll();

private:
    QCoro::Task<base::Result<void>> signInOne(
        SessionCore::Connection connection, std::shared_ptr<KeyTable> table, CancelToken token);
    QCoro::Task<base::Result<void>> steps(
        SessionCore::Connection connection, std::shared_ptr<KeyTable> table, CancelToken token);
    QCoro::Task<void> comeBack(QString name);
    // What was set up on a machine that was replaced is remembered for the one in its place: it takes the addresses
    // over.
    void inherit(const domain::SparkId &old, const domain::SparkId &replacement);
    base::Result<void> checkUnique(const HostConnection &connection) const;

    std::shared_ptr<SessionCore> m_core;
};

} // namespace sparkloom::engine
