// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/hostconnection.h"

#include "domain/hardware/hostname.h"
#include "engine/hosts/remotecommand.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {
constexpr std::chrono::milliseconds kInventoryTimeout{20'000};
constexpr std::size_t kMostNotes = 16;

// "::ffff:192.0.2.1", as a socket for both families says it, is 192.0.2.1.
QString unmapped(const QString &address)
{
    return address.startsWith("::ffff:"_L1, Qt::CaseInsensitive) && address.contains(u'.') ? address.mid(7) : address;
}

} // namespace

HostConnection::HostConnection(Environment environment, ClusterMember member, std::shared_ptr<Turns> prompts)
    : m_environment(std::move(environment)), m_member(std::move(member)), m_prompts(std::move(prompts))
{}

HostConnection::~HostConnection()
{
    blockSignals(true);
    disconnectNow();
}

HostView HostConnection::view() const
{
    HostView view;
    view.name = m_member.name;
    view.endpoint = m_member.endpoint;
    view.user = m_member.user;
    view.virtualSpark = m_member.virtualSpark;
    view.state = m_state;
    if (m_greeting)
        view.hostKey = m_greeting->hostKey;
    view.keyLogin = m_keyLogin;
    view.facts = m_facts;
    view.error = m_error;
    view.notes = m_notes;
    view.lastKnown = m_lastKnown;
    return view;
}

void HostConnection::setUser(const QString &user)
{
    if (m_member.user == user)
        return;
    m_member.user = user;
    Q_EMIT memberChanged();
    Q_EMIT changed();
}

void HostConnection::setState(HostState state)
{
    if (m_state == HostState::Ready && state != HostState::Ready)
        m_lastKnown = m_environment.now();
    else if (state == HostState::Ready)
        m_lastKnown = {};
    m_state = state;
    Q_EMIT changed();
}

void HostConnection::fail(const base::Error &error)
{
    const bool keyChanged = m_state == HostState::HostKeyChanged;
    disconnectNow(keyChanged ? HostState::HostKeyChanged : HostState::Failed);
    m_error = error;
    Q_EMIT changed();
}

void HostConnection::addNote(base::Message note)
{
    if (m_notes.size() >= kMostNotes || std::find(m_notes.begin(), m_notes.end(), note) != m_notes.end())
        return;
    m_notes.push_back(std::move(note));
    Q_EMIT changed();
}

void HostConnection::disconnectNow(HostState state)
{
    m_root.reset();
    if (const auto agent = std::exchange(m_agent, std::nullopt))
        agent->client->disconnect(this);
    if (const auto host = std::exchange(m_host, nullptr)) {
        host->disconnect(this);
        host->disconnectFromHost();
    }
    m_keyTrusted = false;
    setState(state);
}

void HostConnection::connectionEnded(const base::Error &error)
{
    if (m_state != HostState::Ready)
        return; // the running step reports it
    // The end of one process is told before that of the next: to hang up after the first would end the others as if a
    // person had cancelled them.
    for (const std::shared_ptr<AgentClient> &agent : {m_agent ? m_agent->client : nullptr, m_root})
        if (agent)
            agent->lose(error);
    disconnectNow(HostState::Lost);
    m_error = error;
    Q_EMIT changed();
    Q_EMIT lost();
}

QStringList HostConnection::names() const
{
    QStringList names{m_member.endpoint.host};
    names += m_member.knownAs;
    for (const QString &address : m_member.endpoint.addresses)
        names << address;
    if (m_greeting && !m_greeting->peerAddress.isEmpty())
        names << m_greeting->peerAddress;
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

QCoro::Task<base::Result<void>> HostConnection::connectAndJudge(CancelToken token)
{
    const auto self = shared_from_this();
    disconnectNow(HostState::Connecting);
    m_error.reset();
    m_notes.clear();
    const std::shared_ptr<RemoteHost> host = m_environment.hosts->create();
    m_host = host;
    // Queued: what handles it may delete the sender; by then another connection may have taken its place.
    connect(
        host.get(), &RemoteHost::connectionLost, this,
        [this, sender = host.get()](const base::Error &error) {
            if (m_host.get() == sender)
                connectionEnded(error);
        },
        Qt::QueuedConnection);
    const Pending<Greeting> greeted = pendingOf(host->connectToHost(m_member.endpoint));
    const base::Result<Greeting> greeting = co_await greeted.wait(token);
    if (!greeting)
        co_return greeting.error();
    co_return judge(greeting.value());
}

base::Result<void> HostConnection::judge(const Greeting &greeting)
{
    m_greeting = greeting;
    m_greeting->peerAddress = unmapped(greeting.peerAddress);
    m_greeting->localAddress = unmapped(greeting.localAddress);
    const HostKey &key = greeting.hostKey;
    if (m_member.virtualSpark) { // they bring their key: nothing is asked and nothing is written down
        m_keyTrusted = !m_member.hostKeyFingerprint.isEmpty() && m_member.hostKeyFingerprint == key.fingerprint;
        if (!m_keyTrusted) {
            setState(HostState::HostKeyChanged);
            return base::refused(
                base::Message("hosts.virtual-key-differs"_msg).with("shown", key.fingerprint.toStdString()));
        }
        return {};
    }
    const HostKeyStore::Answer answer = m_environment.hostKeys->check(names(), m_member.endpoint.port, key);
    switch (answer.verdict) {
    case HostKeyStore::Verdict::Known: m_keyTrusted = true; return {};
    case HostKeyStore::Verdict::Unknown:
        // This member's key was accepted earlier under names that are no longer ours to check: still a change.
        if (!m_member.hostKeyFingerprint.isEmpty() && m_member.hostKeyFingerprint != key.fingerprint)
            break;
        setState(HostState::HostKeyWaiting);
        return {};
    case HostKeyStore::Verdict::Changed:
    case HostKeyStore::Verdict::OtherType: break;
    }
    setState(HostState::HostKeyChanged);
    const QString known = answer.knownFingerprint.isEmpty() ? m_member.hostKeyFingerprint : answer.knownFingerprint;
    const auto id =
        answer.verdict == HostKeyStore::Verdict::OtherType ? "hosts.key-type-changed"_msg : "hosts.key-changed"_msg;
    return base::refused(base::Message(id)
                             .with("name", m_member.name.toStdString())
                             .with("known", known.toStdString())
                             .with("shown", key.fingerprint.toStdString()));
}

HostKeyQuestion HostConnection::question() const
{
    HostKeyQuestion question;
    question.name = m_member.name;
    question.address = m_greeting ? m_greeting->peerAddress : m_member.endpoint.host;
    if (m_greeting) {
        question.key = m_greeting->hostKey;
        QStringList others = m_environment.hostKeys->namesOf(m_greeting->hostKey);
        for (const QString &own : names()) {
            others.removeAll(own);
            others.removeAll(u"[%1]:%2"_s.arg(own).arg(m_member.endpoint.port));
        }
        question.sameKeyAs = others;
    }
    return question;
}

QCoro::Task<base::Result<void>> HostConnection::acceptKey(CancelToken token)
{
    const auto self = shared_from_this();
    const Pending<void> stored =
        pendingOf(m_environment.hostKeys->accept(names(), m_member.endpoint.port, m_greeting->hostKey));
    const base::Result<void> result = co_await stored.wait(token);
    if (!result)
        co_return result;
    m_keyTrusted = true;
    m_member.hostKeyType = m_greeting->hostKey.type;
    m_member.hostKeyFingerprint = m_greeting->hostKey.fingerprint;
    Q_EMIT memberChanged();
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> HostConnection::replaceKey(CancelToken token)
{
    const auto self = shared_from_this();
    if (!m_greeting)
        co_return base::refused(base::Message("hosts.no-key-shown"_msg));
    const Pending<void> stored =
        pendingOf(m_environment.hostKeys->replace(names(), m_member.endpoint.port, m_greeting->hostKey));
    const base::Result<void> result = co_await stored.wait(token);
    if (!result)
        co_return result;
    m_member.hostKeyType = m_greeting->hostKey.type;
    m_member.hostKeyFingerprint = m_greeting->hostKey.fingerprint;
    m_member.keyInstalled = false;
    m_member.sparkId.clear(); // a new system has a new machine id
    Q_EMIT memberChanged();
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> HostConnection::prepare(CancelToken token)
{
    const auto self = shared_from_this();
    if (!m_keyTrusted || !m_host)
        co_return base::refused(base::Message("hosts.key-not-accepted"_msg));
    setState(HostState::SigningIn);
    const base::Result<void> signedIn = co_await authenticate(token);
    if (!signedIn)
        co_return signedIn;

    setState(HostState::Preparing);
    base::Result<RunningAgent> agent = co_await startAgent(m_host, m_environment.agents, token);
    if (!agent)
        co_return agent.error();
    m_agent = std::move(agent).value();
    connect(
        m_agent->client.get(), &AgentClient::closed, this,
        [this, sender = m_agent->client.get()](const base::Error &error) {
            if (m_agent && m_agent->client.get() == sender)
                connectionEnded(error);
        },
        Qt::QueuedConnection);

    if (!m_keyLogin) {
        setState(HostState::InstallingKey);
        const base::Result<void> installed = co_await installAndProveKey(token);
        if (!installed)
            co_return installed;
    }
    setState(HostState::Inspecting);
    const base::Result<void> inspected = co_await inspect(token);
    if (!inspected)
        co_return inspected;
    m_error.reset();
    setState(HostState::Ready);
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> HostConnection::reconnect(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<void> connected = co_await connectAndJudge(token);
    if (!connected)
        co_return connected;
    if (!m_keyTrusted)
        co_return base::refused(base::Message("hosts.key-not-accepted"_msg));
    const base::Result<void> prepared = co_await prepare(token);
    co_return prepared;
}

QCoro::Task<base::Result<void>> HostConnection::inspect(CancelToken token)
{
    const auto self = shared_from_this();
    if (!m_agent)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    protocol::InventoryRequest request;
    request.clientAddress = m_greeting->localAddress.toStdString();
    request.serverAddress = m_greeting->peerAddress.toStdString();
    const std::shared_ptr<AgentClient> client = m_agent->client;
    base::Result<protocol::InventoryAnswer> answer = co_await call<protocol::InventoryAnswer>(
        client, std::string(protocol::verb::kInventory), protocol::encode(request), token, kInventoryTimeout);
    if (!answer)
        co_return answer.error();
    co_return takeFacts(std::move(answer->facts));
}

base::Result<void> HostConnection::takeFacts(domain::SparkFacts facts)
{
    facts.hostname = domain::plainHostName(facts.hostname);
    const QString id = QString::fromStdString(facts.id.value);
    if (!m_member.sparkId.isEmpty() && m_member.sparkId != id)
        return base::refused(base::Message("hosts.other-machine"_msg).with("name", m_member.name.toStdString()));
    if (facts.virtualSpark != m_member.virtualSpark)
        return base::refused(base::Message("hosts.virtual-mismatch"_msg).with("name", m_member.name.toStdString()));
    if (facts.maker == domain::Maker::Unknown)
        addNote(base::Message("hosts.not-a-spark"_msg).with("name", m_member.name.toStdString()));
    m_facts = std::move(facts);
    if (m_member.sparkId != id) {
        m_member.sparkId = id;
        Q_EMIT memberChanged();
    }
    Q_EMIT changed();
    return {};
}

void HostConnection::updateHalves(const protocol::WatchEvent &event)
{
    if (!m_facts)
        return;
    std::erase_if(m_facts->halves, [&event](const domain::HalfFacts &half) {
        return std::none_of(
            event.halves.begin(), event.halves.end(), [&half](const auto &live) { return live.half == half.id; });
    });
    for (domain::HalfFacts &half : m_facts->halves)
        for (const auto &live : event.halves)
            if (live.half == half.id) {
                half.adminUp = live.adminUp;
                half.carrier = live.carrier;
                if (!live.carrier)
                    half.speedMbps.reset(); // the next link may be slower
                half.mtu = live.mtu;
            }
    Q_EMIT changed();
}

} // namespace sparkloom::engine
