// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/hosts/agentdeployer.h"
#include "engine/hosts/privileged.h"
#include "engine/jobs/turns.h"

#include <QObject>

#include <memory>

namespace sparkloom::engine {

// The way to one member of the cluster: connection, host key, sign-in, our key, agent, facts. Main thread. Coroutines
// of this class keep it alive; every one ends when its token is cancelled. Its state shows in view(); changed() tells.
class HostConnection : public QObject, public std::enable_shared_from_this<HostConnection> {
    Q_OBJECT
public:
    // A second connection of the same sign-in, with its own agent: proof that the Spark can still be reached.
    struct Fresh {
        std::shared_ptr<RemoteHost> host;
        RunningAgent agent;
    };

    HostConnection(Environment environment, ClusterMember member, std::shared_ptr<Turns> prompts);
    ~HostConnection() override;

    const ClusterMember &member() const { return m_member; }
    void setUser(const QString &user);
    HostView view() const;
    bool ready() const { return m_state == HostState::Ready; }
    bool keyTrusted() const { return m_keyTrusted; }
    const domain::SparkFacts *facts() const { return m_facts ? &*m_facts : nullptr; }
    std::shared_ptr<AgentClient> agent() const { return m_agent ? m_agent->client : nullptr; }

    // --- the steps, in this order
    // Connects and judges the host key; keyTrusted() says whether a person has to be asked. A changed key is an error.
    QCoro::Task<base::Result<void>> connectAndJudge(CancelToken token);
    HostKeyQuestion question() const;
    // The person accepted the key that was shown.
    QCoro::Task<base::Result<void>> acceptKey(CancelToken token);
    // Replaces the key on record by the one that the host shows now.
    QCoro::Task<base::Result<void>> replaceKey(CancelToken token);
    // Signs in, starts the agent, installs and proves our key, takes inventory. Only after the key is trusted.
    QCoro::Task<base::Result<void>> prepare(CancelToken token);
    // All of the above for a host that was ready before and whose key is on record; asks nobody.
    QCoro::Task<base::Result<void>> reconnect(CancelToken token);

    // --- when ready
    QCoro::Task<base::Result<void>> inspect(CancelToken token);
    QCoro::Task<base::Result<Fresh>> openFresh(CancelToken token);
    // The root agent; asks for the sudo password only when none runs yet.
    QCoro::Task<base::Result<std::shared_ptr<AgentClient>>> root(SudoReason reason, CancelToken token);
    bool hasRoot() const { return m_root && m_root->isOpen(); }
    void closeRoot();
    // Takes our own public key away again; the connection stays.
    QCoro::Task<base::Result<void>> removeOurKey(CancelToken token);
    // Removes the agent's folder and forgets the host key; ends the connection.
    QCoro::Task<base::Result<void>> removeAgentAndLeave(CancelToken token);

    // Ends everything at once. waiting: the state to show afterwards.
    void disconnectNow(HostState state = HostState::Idle);
    void fail(const base::Error &error);
    // Halves as the last watch event showed them (hot-plug between two inventories).
    void updateHalves(const protocol::WatchEvent &event);
    void addNote(base::Message note);

Q_SIGNALS:
    void changed();
    void memberChanged(); // something to be stored
    void lost();          // was ready, the connection or the agent ended

private:
    QCoro::Task<base::Result<void>> authenticate(CancelToken token);
    QCoro::Task<base::Result<Turns::Turn>> turnToAsk(CancelToken token);
    QCoro::Task<base::Result<Credentials>> askCredentials(base::Message problem, CancelToken token);
    QCoro::Task<base::Result<void>> installAndProveKey(CancelToken token);
    QCoro::Task<base::Result<KeyPair>> ownKey(CancelToken token);
    QCoro::Task<base::Result<std::shared_ptr<RemoteHost>>> loginWithOwnKey(CancelToken token);
    QCoro::Task<base::Result<base::Secret>> askSudo(SudoReason reason, bool wrongBefore, CancelToken token);
    base::Result<void> judge(const Greeting &greeting);
    base::Result<void> takeFacts(domain::SparkFacts facts);
    QStringList names() const;
    void setState(HostState state);
    void connectionEnded(const base::Error &error);

    Environment m_environment;
    ClusterMember m_member;
    std::shared_ptr<Turns> m_prompts;
    HostState m_state = HostState::Idle;
    std::shared_ptr<RemoteHost> m_host;
    std::optional<Greeting> m_greeting;
    bool m_keyTrusted = false;
    bool m_keyLogin = false;
    std::optional<RunningAgent> m_agent;
    std::shared_ptr<AgentClient> m_root;
    std::optional<domain::SparkFacts> m_facts;
    QDateTime m_lastKnown;
    std::optional<base::Error> m_error;
    std::vector<base::Message> m_notes;
};

} // namespace sparkloom::engine
