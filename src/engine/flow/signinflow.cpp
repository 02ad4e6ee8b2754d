// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/signinflow.h"

#include "domain/plan/lanemap.h"
#include "engine/flow/keytable.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {
constexpr std::chrono::milliseconds kLongestPause{30'000};
} // namespace

SignInFlow::SignInFlow(std::shared_ptr<SessionCore> core) : m_core(std::move(core)) {}

void SignInFlow::watchLosses()
{
    connect(m_core.get(), &SessionCore::hostLost, this, [this](const QString &name) {
        const SessionCore::Connection connection = m_core->connection(name);
        if (connection && connection->view().state == HostState::Lost)
            comeBack(name);
    });
}

QCoro::Task<base::Result<void>> SignInFlow::signIn(QStringList names)
{
    const auto self = shared_from_this();
    const auto core = m_core;
    const auto busy = core->busyScope();
    const CancelToken token = core->work();
    const auto table = std::make_shared<KeyTable>(core->environment().prompter, token);
    std::vector<SessionCore::Connection> wanted;
    for (const SessionCore::Connection &connection : core->connections())
        if (names.isEmpty() ? !connection->ready() : names.contains(connection->member().name))
            wanted.push_back(connection);
    if (core->connections().empty())
        co_return base::Error{base::ErrorKind::Usage, base::Message("flow.no-members"_msg), {}};
    table->connecting(static_cast<int>(wanted.size()));
    std::vector<QCoro::Task<base::Result<void>>> tasks;
    for (const SessionCore::Connection &connection : wanted)
        tasks.push_back(signInOne(connection, table, token));
    std::optional<base::Error> firstError;
    for (auto &task : tasks) {
        const base::Result<void> result = co_await task;
        if (!result && !firstError)
            firstError = result.error();
    }
    if (token.isCancelled())
        co_return cancelledError();
    if (core->readyConnections().empty() && firstError)
        co_return *firstError;
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> SignInFlow::signInOne(
    SessionCore::Connection connection, std::shared_ptr<KeyTable> table, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<void> result = co_await steps(connection, table, token);
    if (!result)
        connection->fail(result.error());
    else
        Q_EMIT m_core->hostReady(connection->member().name);
    co_return result;
}

QCoro::Task<base::Result<void>> SignInFlow::steps(
    SessionCore::Connection connection, std::shared_ptr<KeyTable> table, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<void> connected = co_await connection->connectAndJudge(token);
    if (!connected || connection->keyTrusted()) {
        table->settled();
        if (!connected)
            co_return connected;
    } else {
        QCoro::Task<base::Result<bool>> asking = table->ask(connection->question());
        table->settled();
        const base::Result<bool> accepted = co_await asking;
        if (!accepted)
            co_return accepted.error();
        if (!accepted.value())
            co_return base::refused(
                base::Message("hosts.key-refused"_msg).with("name", connection->member().name.toStdString()));
        const base::Result<void> stored = co_await connection->acceptKey(token);
        if (!stored)
            co_return stored;
    }
    const base::Result<void> prepared = co_await connection->prepare(token);
    if (!prepared)
        co_return prepared;
    co_return checkUnique(*connection);
}

base::Result<void> SignInFlow::checkUnique(const HostConnection &connection) const
{
    for (const SessionCore::Connection &other : m_core->connections()) {
        if (other.get() == &connection || !other->ready() || !connection.facts())
            continue;
        if (other->member().sparkId == connection.member().sparkId) {
            // One machine has been started once; two that were copied from each other have not been started together.
            const bool twoMachines = other->facts() && other->facts()->bootId != connection.facts()->bootId;
            const base::Message what =
                twoMachines ? base::Message("hosts.cloned-machine-id"_msg) : base::Message("hosts.same-machine"_msg);
            return base::Error{base::ErrorKind::Usage,
                base::Message(what)
                    .with("name", connection.member().name.toStdString())
                    .with("other", other->member().name.toStdString()),
                {}};
        }
        if (!connection.member().virtualSpark && other->view().hostKey && connection.view().hostKey
            && other->view().hostKey->blob == connection.view().hostKey->blob)
            other->addNote(base::Message("hosts.cloned-key"_msg).with("other", connection.member().name.toStdString()));
    }
    return {};
}

QCoro::Task<base::Result<void>> SignInFlow::replaceHostKey(QString name, QString typedName)
{
    const auto self = shared_from_this();
    const SessionCore::Connection connection = m_core->connection(name);
    if (!connection)
        co_return base::Error{base::ErrorKind::Usage,
            base::Message("flow.no-such-member"_msg).with("name", name.left(80).toStdString()), {}};
    if (typedName != name)
        co_return base::refused(base::Message("hosts.name-not-confirmed"_msg).with("name", name.toStdString()));
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const domain::SparkId old{connection->member().sparkId.toStdString()};
    const base::Result<void> replaced = co_await connection->replaceKey(token);
    if (!replaced)
        co_return replaced;
    const base::Result<void> signedIn = co_await signIn(QStringList(name));
    if (signedIn)
        inherit(old, domain::SparkId{connection->member().sparkId.toStdString()});
    co_return signedIn;
}

void SignInFlow::inherit(const domain::SparkId &old, const domain::SparkId &replacement)
{
    Cluster cluster = m_core->cluster();
    if (!cluster.applied || old.value.empty() || replacement.value.empty() || old == replacement)
        return;
    cluster.applied = domain::withReplaced(*cluster.applied, old, replacement);
    m_core->setCluster(std::move(cluster));
}

QCoro::Task<base::Result<void>> SignInFlow::inspectAll()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const std::vector<SessionCore::Connection> ready = m_core->readyConnections();
    if (ready.empty())
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    std::vector<QCoro::Task<base::Result<void>>> tasks;
    for (const SessionCore::Connection &connection : ready)
        tasks.push_back(connection->inspect(token));
    std::optional<base::Error> firstError;
    for (auto &task : tasks) {
        const base::Result<void> result = co_await task;
        if (!result && !firstError)
            firstError = result.error();
    }
    if (firstError)
        co_return *firstError;
    co_return base::Result<void>();
}

QCoro::Task<void> SignInFlow::comeBack(QString name)
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->alive();
    auto pause = m_core->environment().paces.comeBackFirst;
    for (;;) {
        const auto jitter = std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(pause.count() / 4) + 1));
        const Pending<void> timer = pendingTimer(pause + jitter);
        const base::Result<void> waited = co_await timer.wait(token);
        const SessionCore::Connection connection = m_core->connection(name);
        if (!waited || !connection || connection->view().state != HostState::Lost)
            co_return; // somebody signed in by hand, or it was removed
        const base::Result<void> back = co_await connection->reconnect(token);
        if (token.isCancelled())
            co_return;
        if (back) {
            Q_EMIT m_core->hostReady(name);
            co_return;
        }
        if (back.error().kind != base::ErrorKind::Unreachable) {
            connection->fail(back.error()); // a changed key, a refused login: no use to go on
            co_return;
        }
        connection->disconnectNow(HostState::Lost);
        pause = std::min(pause * 2, kLongestPause);
    }
}

} // namespace sparkloom::engine
