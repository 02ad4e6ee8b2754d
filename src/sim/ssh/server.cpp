// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/server.h"

#include "sim/errors.h"
#include "sim/ssh/connection.h"
#include "sim/ssh/outbox.h"

#include <libssh/libssh.h>
#include <libssh/server.h>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::sim {

namespace {

constexpr int kBacklog = 128;
constexpr std::chrono::seconds kStopPatience{2};

// A listening socket on 127.0.0.1; port gets the number that the kernel chose. -1 with errno on failure.
int listenOnLoopback(int &port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (descriptor < 0 || bind(descriptor, reinterpret_cast<sockaddr *>(&address), length) < 0
        || listen(descriptor, kBacklog) < 0
        || getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length) < 0) {
        const int error = errno;
        if (descriptor >= 0)
            close(descriptor);
        errno = error;
        return -1;
    }
    port = ntohs(address.sin_port);
    return descriptor;
}

} // namespace

SshServer::SshServer(ServerContext context, std::vector<KeyPointer> hostKeys) : m_context(context)
{
    for (KeyPointer &key : hostKeys) {
        Listener listener;
        listener.hostKey = std::move(key);
        m_listeners.push_back(std::move(listener));
    }
}

SshServer::~SshServer()
{
    if (stop())
        return;
    const std::lock_guard lock(m_mutex);
    for (auto &[outbox, thread] : m_open)
        thread.detach(); // stuck: only the end of the process ends it
}

base::Result<void> SshServer::start()
{
    m_stopDescriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (m_stopDescriptor < 0)
        return systemError(errno, "eventfd");
    for (Listener &listener : m_listeners) {
        listener.descriptor = listenOnLoopback(listener.port);
        if (listener.descriptor < 0)
            return systemError(errno, "127.0.0.1");
        const ssh_bind bind = ssh_bind_new();
        if (!bind)
            return systemError(ENOMEM, "ssh_bind");
        listener.bind = std::shared_ptr<void>(bind, [](void *object) { ssh_bind_free(static_cast<ssh_bind>(object)); });
        const bool no = false;
        KeyPointer copy = copyOf(listener.hostKey);
        if (ssh_bind_options_set(bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &no) != SSH_OK
            || ssh_bind_options_set(bind, SSH_BIND_OPTIONS_IMPORT_KEY, copy.get()) != SSH_OK)
            return simError(base::ErrorKind::Internal, ssh_get_error(bind));
        static_cast<void>(copy.release()); // the bind object owns it now
    }
    m_acceptor = std::thread([this] { acceptAll(); });
    return {};
}

bool SshServer::stop()
{
    bool quiet = true;
    std::thread last;
    {
        std::unique_lock lock(m_mutex);
        m_stopping = true;
        const std::uint64_t one = 1;
        if (m_stopDescriptor >= 0 && write(m_stopDescriptor, &one, sizeof one) < 0)
            quiet = false;
        for (const auto &[outbox, thread] : m_open)
            outbox->end();
        quiet = m_someoneLeft.wait_for(lock, kStopPatience, [this] { return m_open.empty(); }) && quiet;
        last = std::exchange(m_left, {});
    }
    if (last.joinable())
        last.join();
    if (m_acceptor.joinable())
        m_acceptor.join();
    for (Listener &listener : m_listeners)
        if (listener.descriptor >= 0)
            close(std::exchange(listener.descriptor, -1));
    if (m_stopDescriptor >= 0)
        close(std::exchange(m_stopDescriptor, -1));
    return quiet;
}

void SshServer::acceptAll()
{
    std::vector<pollfd> polled{{m_stopDescriptor, POLLIN, 0}};
    for (const Listener &listener : m_listeners)
        polled.push_back({listener.descriptor, POLLIN, 0});
    for (;;) {
        if (poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR)
            return;
        if (polled[0].revents != 0)
            return;
        for (std::size_t i = 1; i < polled.size(); ++i) {
            if (polled[i].revents == 0)
                continue;
            const int descriptor = accept4(polled[i].fd, nullptr, nullptr, SOCK_CLOEXEC);
            if (descriptor >= 0)
                serve(static_cast<int>(i) - 1, descriptor);
        }
    }
}

void SshServer::serve(int spark, int descriptor)
{
    const int yes = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    const ssh_session session = ssh_new();
    const auto bind = static_cast<ssh_bind>(m_listeners[static_cast<std::size_t>(spark)].bind.get());
    if (session && ssh_bind_accept_fd(bind, session, descriptor) == SSH_OK && enter(session, spark))
        return;
    const bool taken = session && ssh_get_fd(session) == descriptor;
    ssh_free(session);
    if (!taken)
        close(descriptor);
}

bool SshServer::enter(ssh_session session, int spark)
{
    const std::lock_guard lock(m_mutex); // held until the thread is in the table: it looks for itself there
    if (m_stopping || m_open.size() >= kMaxConnections)
        return false;
    const auto outbox = std::make_shared<Outbox>();
    m_open.emplace(outbox, std::thread([this, session, spark, outbox] {
        // libssh closes the descriptor with the session. Closing it here once more would hit whoever got the same
        // number meanwhile: the next connection.
        serveConnection(m_context, session, spark, outbox);
        leave(outbox);
    }));
    return true;
}

// OpenSSL keeps things for each thread and gives them back after the thread's last words: somebody has to wait for the
// thread itself, or the end of the program comes in between. Each waits for the one that left before it.
void SshServer::leave(const std::shared_ptr<Outbox> &outbox)
{
    std::thread before;
    {
        // Notifying under the lock: stop() may destroy this object as soon as the lock is free.
        const std::lock_guard lock(m_mutex);
        before = std::exchange(m_left, std::move(m_open.extract(outbox).mapped()));
        m_someoneLeft.notify_all();
    }
    if (before.joinable())
        before.join();
}

} // namespace sparkloom::sim
