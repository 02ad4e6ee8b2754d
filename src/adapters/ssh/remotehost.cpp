// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/remotehost.h"

#include "adapters/ssh/errors.h"
#include "adapters/ssh/remoteprocess.h"
#include "base/text.h"
#include "domain/hardware/address.h"

namespace sparkloom::ssh {
using namespace base::literals;
using engine::ProcessExit;
namespace {

template <typename T>
QFuture<base::Result<T>> ready(base::Result<T> result)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

template <typename T>
QFuture<base::Result<T>> beginPending(std::optional<QPromise<base::Result<T>>> &pending)
{
    pending.emplace();
    pending->start();
    return pending->future();
}

// Takes the promise out before it is finished: whoever waits for it may call back at once.
template <typename T>
void settle(std::optional<QPromise<base::Result<T>>> &pending, base::Result<T> result)
{
    if (!pending)
        return;
    QPromise<base::Result<T>> promise = std::move(*pending);
    pending.reset();
    promise.addResult(std::move(result));
    promise.finish();
}

std::optional<Target> targetOf(const engine::Endpoint &endpoint)
{
    Target target;
    target.host = endpoint.host.toStdString();
    target.port = endpoint.port;
    if (!domain::isHostNameOrAddress(target.host) || target.port == 0)
        return std::nullopt;
    for (const QString &address : endpoint.addresses) {
        std::string text = address.toStdString();
        if (domain::isHostNameOrAddress(text))
            target.addresses.push_back(std::move(text));
    }
    return target;
}

} // namespace

SshRemoteHost::SshRemoteHost(std::shared_ptr<ThreadGate> gate) : m_gate(std::move(gate)) {}

SshRemoteHost::~SshRemoteHost()
{
    disconnectFromHost();
}

QFuture<base::Result<engine::Greeting>> SshRemoteHost::connectToHost(const engine::Endpoint &endpoint)
{
    disconnectFromHost();
    const auto target = targetOf(endpoint);
    if (!target)
        return ready<engine::Greeting>(base::Error{base::ErrorKind::Usage,
            base::Message("ssh.bad-address"_msg).with("host", base::cleanText(endpoint.host.toStdString(), 255)), {}});
    const auto future = beginPending(m_connecting);
    m_gate->acquire(this, target->host + ' ' + std::to_string(target->port),
        [this, target](HostThread *thread) { begin(thread, *target); });
    return future;
}

void SshRemoteHost::begin(HostThread *thread, const Target &target)
{
    m_thread = thread;
    Worker *worker = &thread->worker();
    // A call that was queued before disconnect() still arrives: what an old worker said must not reach a new
    // connection.
    const auto current = [this, thread] { return m_thread == thread; };
    connect(worker, &Worker::greeted, this, [this, current](const base::Result<engine::Greeting> &result) {
        if (current())
            handleGreeting(result);
    });
    connect(worker, &Worker::signedIn, this, [this, current](const base::Result<engine::SignIn> &result) {
        if (current())
            handleSignIn(result);
    });
    connect(worker, &Worker::connectionLost, this, [this, current](const base::Error &error) {
        if (current())
            handleLoss(error);
    });
    // Process ids are never used twice, so these need no such check.
    connect(worker, &Worker::outputArrived, this, [this](int id, const QByteArray &bytes) {
        if (SshRemoteProcess *process = m_processes.value(id))
            process->takeOutput(bytes);
    });
    connect(worker, &Worker::errorArrived, this, [this](int id, const QByteArray &bytes) {
        if (SshRemoteProcess *process = m_processes.value(id))
            process->takeError(bytes);
    });
    connect(worker, &Worker::processEnded, this, [this](int id, const ProcessExit &exit) {
        if (SshRemoteProcess *process = m_processes.take(id))
            process->end(exit);
    });
    post([target](Worker &w) { w.connectTo(target); });
}

void SshRemoteHost::handleGreeting(const base::Result<engine::Greeting> &result)
{
    if (result)
        m_connected = true;
    else
        endThread({ProcessExit::Kind::ConnectionLost, -1, result.error()});
    settle(m_connecting, result);
}

QFuture<base::Result<engine::SignIn>> SshRemoteHost::signIn(const engine::Credentials &credentials)
{
    if (!m_connected || m_signedIn || m_signingIn)
        return ready<engine::SignIn>(unreachable("ssh.not-connected"_msg));
    if (!domain::isUserName(credentials.user.toStdString()))
        return ready<engine::SignIn>(base::Error{base::ErrorKind::Usage,
            base::Message("ssh.bad-user"_msg).with("user", base::cleanText(credentials.user.toStdString(), 64)), {}});
    const auto future = beginPending(m_signingIn);
    post([credentials](Worker &worker) { worker.signIn(credentials); });
    return future;
}

void SshRemoteHost::handleSignIn(const base::Result<engine::SignIn> &result)
{
    m_signedIn = result.ok();
    settle(m_signingIn, result);
}

void SshRemoteHost::handleLoss(const base::Error &error)
{
    const QPointer<SshRemoteHost> self(this);
    const bool wasConnected = m_connected;
    endThread({ProcessExit::Kind::ConnectionLost, -1, error});
    settle(m_signingIn, base::Result<engine::SignIn>(error));
    if (self && wasConnected)
        Q_EMIT connectionLost(error);
}

std::unique_ptr<engine::RemoteProcess> SshRemoteHost::start(const QString &commandLine, bool unlimitedOutput)
{
    const int id = ++m_lastProcessId;
    auto process = std::make_unique<SshRemoteProcess>(this, id);
    if (!m_signedIn || !m_thread) {
        process->endLater({ProcessExit::Kind::NotStarted, -1, unreachable("ssh.not-connected"_msg)});
        return process;
    }
    m_processes.insert(id, process.get());
    post([id, line = commandLine.toUtf8(), unlimitedOutput, flow = process->flow()](
             Worker &worker) { worker.startProcess(id, line, unlimitedOutput, flow); });
    return process;
}

void SshRemoteHost::forgetProcess(int id, bool running)
{
    if (m_processes.remove(id) > 0 && running)
        post([id](Worker &worker) { worker.cancelProcess(id); });
}

void SshRemoteHost::disconnectFromHost()
{
    m_gate->withdraw(this);
    endThread({ProcessExit::Kind::Cancelled, -1, cancelledError()});
    settle(m_connecting, base::Result<engine::Greeting>(cancelledError()));
    settle(m_signingIn, base::Result<engine::SignIn>(cancelledError()));
}

// What the worker had to say of its processes was delivered before; those still open were not told their end.
void SshRemoteHost::endThread(const ProcessExit &exit)
{
    m_connected = false;
    m_signedIn = false;
    if (HostThread *thread = std::exchange(m_thread, nullptr)) {
        disconnect(&thread->worker(), nullptr, this, nullptr);
        m_gate->release(thread);
    }
    endProcesses(exit);
}

void SshRemoteHost::endProcesses(const ProcessExit &exit)
{
    for (SshRemoteProcess *process : std::exchange(m_processes, {}))
        process->endLater(exit);
}

} // namespace sparkloom::ssh
