// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, our key and its proof, sudo: what sends or asks for something secret.
#include "engine/hosts/hostconnection.h"
#include "engine/hosts/remotecommand.h"

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {
constexpr int kMostSignIns = 3;
constexpr std::chrono::milliseconds kRemoveTimeout{15'000};
} // namespace

QCoro::Task<base::Result<KeyPair>> HostConnection::ownKey(CancelToken token)
{
    const Pending<KeyPair> pending = pendingOf(m_environment.appKey->key());
    const base::Result<KeyPair> key = co_await pending.wait(token);
    co_return key;
}

QCoro::Task<base::Result<Turns::Turn>> HostConnection::turnToAsk(CancelToken token)
{
    const auto self = shared_from_this();
    if (m_environment.prompter->asksSideBySide())
        co_return base::Result<Turns::Turn>(Turns::Turn());
    const base::Result<Turns::Turn> turn = co_await m_prompts->next(token);
    co_return turn;
}

QCoro::Task<base::Result<Credentials>> HostConnection::askCredentials(base::Message problem, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<Turns::Turn> turn = co_await turnToAsk(token);
    if (!turn)
        co_return turn.error();
    const Pending<std::optional<Credentials>> pending =
        pendingValue(m_environment.prompter->credentials(m_member.name, problem));
    const base::Result<std::optional<Credentials>> answer = co_await pending.wait(token);
    if (!answer)
        co_return answer.error();
    if (!answer.value())
        co_return base::Error{base::ErrorKind::SignIn, base::Message("hosts.no-credentials"_msg), {}};
    co_return **answer;
}

QCoro::Task<base::Result<void>> HostConnection::authenticate(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<KeyPair> key = co_await ownKey(token);
    if (!key)
        co_return key.error();
    Credentials credentials;
    credentials.user = m_member.user;
    credentials.useAgent = !m_member.virtualSpark && !m_member.keyInstalled;
    base::Message problem;
    // First what needs no person; then up to three answers of one.
    for (int round = m_member.user.isEmpty() ? 1 : 0; round <= kMostSignIns; ++round) {
        if (round > 0) {
            base::Result<Credentials> asked = co_await askCredentials(problem, token);
            if (!asked)
                co_return asked.error();
            credentials = std::move(asked).value();
            if (!domain::isUserName(credentials.user.toStdString())) {
                problem = base::Message("hosts.bad-user"_msg).with("text", credentials.user.left(40).toStdString());
                continue;
            }
            setState(HostState::SigningIn);
        }
        credentials.ownKey = key.value();
        if (!m_host->isConnected()) { // sshd ends a connection after too many tries
            const base::Result<void> again = co_await connectAndJudge(token);
            if (!again)
                co_return again;
            if (!m_keyTrusted)
                co_return base::refused(base::Message("hosts.key-not-accepted"_msg));
            setState(HostState::SigningIn);
        }
        const Pending<SignIn> pending = pendingOf(m_host->signIn(credentials));
        const base::Result<SignIn> result = co_await pending.wait(token);
        if (result) {
            m_keyLogin = result->method == SignIn::Method::OwnKey;
            m_member.keyInstalled = m_keyLogin;
            m_member.user = credentials.user;
            Q_EMIT memberChanged();
            co_return base::Result<void>();
        }
        if (result.error().kind != base::ErrorKind::SignIn)
            co_return result.error();
        m_member.keyInstalled = false;
        if (round > 0)
            problem = result.error().message;
    }
    co_return base::Error{base::ErrorKind::SignIn, base::Message("hosts.sign-in-failed"_msg), {}};
}

QCoro::Task<base::Result<void>> HostConnection::installAndProveKey(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<KeyPair> key = co_await ownKey(token);
    if (!key)
        co_return key.error();
    const std::string tag = domain::applicationTag(m_environment.appKey->keyId().toStdString());
    protocol::InstallKeyRequest request;
    request.publicKey = domain::canonicalPublicKey(key->publicKey.toStdString()).value_or(std::string());
    request.tag = tag;
    const std::shared_ptr<AgentClient> client = m_agent->client;
    const base::Result<protocol::InstallKeyAnswer> installed = co_await call<protocol::InstallKeyAnswer>(
        client, std::string(protocol::verb::kInstallKey), protocol::encode(request), token);
    if (!installed)
        co_return installed.error();
    const base::Result<std::shared_ptr<RemoteHost>> login = co_await loginWithOwnKey(token);
    if (!login) {
        if (installed->changed && !token.isCancelled()) { // what does not help is taken away again
            const protocol::RemoveKeyRequest remove{request.publicKey, tag};
            const base::Result<std::string> removed = co_await client->request(
                std::string(protocol::verb::kRemoveKey), protocol::encode(remove), AgentClient::kRequestTimeout, token);
            static_cast<void>(removed);
        }
        if (login.error().kind == base::ErrorKind::SignIn)
            co_return base::Error{
                base::ErrorKind::SignIn, base::Message("hosts.key-login-failed"_msg), login.error().detail};
        co_return login.error();
    }
    login.value()->disconnectFromHost();
    m_keyLogin = true;
    m_member.keyInstalled = true;
    Q_EMIT memberChanged();
    co_return base::Result<void>();
}

QCoro::Task<base::Result<std::shared_ptr<RemoteHost>>> HostConnection::loginWithOwnKey(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<KeyPair> key = co_await ownKey(token);
    if (!key)
        co_return key.error();
    Endpoint endpoint = m_member.endpoint;
    if (!m_greeting->peerAddress.isEmpty())
        endpoint.addresses.insert(endpoint.addresses.begin(), m_greeting->peerAddress);
    const HostKey trusted = m_greeting->hostKey;
    const std::shared_ptr<RemoteHost> host = m_environment.hosts->create();
    const Pending<Greeting> greeted = pendingOf(host->connectToHost(endpoint));
    const base::Result<Greeting> greeting = co_await greeted.wait(token);
    if (!greeting)
        co_return greeting.error();
    if (greeting->hostKey.blob != trusted.blob)
        co_return base::refused(base::Message("hosts.key-changed"_msg)
                                    .with("name", m_member.name.toStdString())
                                    .with("known", trusted.fingerprint.toStdString())
                                    .with("shown", greeting->hostKey.fingerprint.toStdString()));
    Credentials credentials;
    credentials.user = m_member.user;
    credentials.ownKey = key.value();
    const Pending<SignIn> pending = pendingOf(host->signIn(credentials));
    const base::Result<SignIn> result = co_await pending.wait(token);
    if (!result)
        co_return result.error();
    co_return host;
}

QCoro::Task<base::Result<HostConnection::Fresh>> HostConnection::openFresh(CancelToken token)
{
    const auto self = shared_from_this();
    if (!m_agent)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    const std::string hash = m_agent->hash;
    Fresh fresh;
    const base::Result<std::shared_ptr<RemoteHost>> host = co_await loginWithOwnKey(token);
    if (!host)
        co_return host.error();
    fresh.host = host.value();
    const base::Result<RunningAgent> agent = co_await startPresentAgent(fresh.host, hash, token);
    if (!agent)
        co_return agent.error();
    fresh.agent = agent.value();
    co_return fresh;
}

QCoro::Task<base::Result<base::Secret>> HostConnection::askSudo(SudoReason reason, bool wrongBefore, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<Turns::Turn> turn = co_await turnToAsk(token);
    if (!turn)
        co_return turn.error();
    const Pending<std::optional<base::Secret>> pending =
        pendingValue(m_environment.prompter->sudoPassword(m_member.name, reason, wrongBefore));
    const base::Result<std::optional<base::Secret>> answer = co_await pending.wait(token);
    if (!answer)
        co_return answer.error();
    if (!answer.value())
        co_return base::refused(base::Message("sudo.not-given"_msg).with("name", m_member.name.toStdString()));
    co_return **answer;
}

QCoro::Task<base::Result<std::shared_ptr<AgentClient>>> HostConnection::root(SudoReason reason, CancelToken token)
{
    const auto self = shared_from_this();
    if (m_root && m_root->isOpen())
        co_return base::Result<std::shared_ptr<AgentClient>>(m_root); // QCoro 0.8 would move a plain member away
    if (!m_agent || !m_host)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    // Held by this frame for as long as startRootAgent may call it.
    const AskSudoPassword ask = [self, reason, token](
                                    bool wrongBefore) { return self->askSudo(reason, wrongBefore, token); };
    const std::shared_ptr<RemoteHost> host = m_host;
    const std::string hash = m_agent->hash;
    const base::Result<std::shared_ptr<AgentClient>> client = co_await startRootAgent(host, hash, ask, token);
    if (client)
        m_root = client.value();
    co_return client;
}

void HostConnection::closeRoot()
{
    if (m_root)
        m_root->close();
    m_root.reset();
}

QCoro::Task<base::Result<void>> HostConnection::removeOurKey(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<KeyPair> key = co_await ownKey(token);
    if (!key)
        co_return key.error();
    const std::shared_ptr<AgentClient> client = agent();
    if (!client)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    protocol::RemoveKeyRequest request;
    request.publicKey = domain::canonicalPublicKey(key->publicKey.toStdString()).value_or(std::string());
    request.tag = domain::applicationTag(m_environment.appKey->keyId().toStdString());
    const base::Result<std::string> removed = co_await client->request(
        std::string(protocol::verb::kRemoveKey), protocol::encode(request), AgentClient::kRequestTimeout, token);
    if (!removed)
        co_return removed.error();
    m_member.keyInstalled = false;
    m_keyLogin = false;
    Q_EMIT memberChanged();
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> HostConnection::removeAgentAndLeave(CancelToken token)
{
    const auto self = shared_from_this();
    const std::shared_ptr<RemoteHost> host = m_host;
    if (!host)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    closeRoot();
    if (m_agent) {
        m_agent->client->disconnect(this);
        m_agent->client->close();
    }
    const protocol::RemoveAgentCommand command;
    const base::Result<CommandOutput> removed = co_await runCommand(host, command, {}, kRemoveTimeout, token);
    if (!removed)
        co_return removed.error();
    if (removed->exitCode != 0)
        co_return base::failed(base::Message("hosts.agent-not-removed"_msg).with("name", m_member.name.toStdString()));
    if (!m_member.virtualSpark) {
        const Pending<void> pending = pendingOf(m_environment.hostKeys->forget(names(), m_member.endpoint.port));
        const base::Result<void> forgotten = co_await pending.wait(token);
        if (!forgotten)
            co_return forgotten;
    }
    disconnectNow();
    co_return base::Result<void>();
}

} // namespace sparkloom::engine
