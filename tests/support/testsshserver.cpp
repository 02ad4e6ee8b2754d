// SPDX-License-Identifier: GPL-3.0-or-later
#include "testsshserver.h"

#include "testsshconnection.h"

#include <arpa/inet.h>
#include <csignal>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::test {

struct TestSshServer::Key {
    Key()
    {
        if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
            throw std::runtime_error("no host key");
    }
    ~Key() { ssh_key_free(key); }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    ssh_key key = nullptr;
};

struct TestSshServer::Connection {
    Connection(TestSshServer &server, int socket) : watched(dup(socket))
    {
        connection = std::make_unique<SshConnection>(
            socket, server.m_script, server.m_key->key,
            [&server](const std::function<void(ServerRecord &)> &change) {
                const std::lock_guard lock(server.m_mutex);
                change(server.m_record);
            },
            stopping);
        thread = std::thread([this] {
            sigset_t set;
            sigemptyset(&set);
            sigaddset(&set, SIGPIPE);
            pthread_sigmask(SIG_BLOCK, &set, nullptr);
            connection->run();
            connection.reset();
        });
    }
    ~Connection()
    {
        cut();
        thread.join();
        close(watched);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    void cut()
    {
        stopping = true;
        shutdown(watched, SHUT_RDWR);
    }

    const int watched; // a duplicate: libssh closes its own
    std::atomic<bool> stopping{false};
    std::unique_ptr<SshConnection> connection;
    std::thread thread;
};

TestSshServer::TestSshServer(ServerScript script) : m_script(std::move(script)), m_key(std::make_unique<Key>())
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_script.port);
    socklen_t size = sizeof address;
    const int reuse = 1;
    if (inet_pton(AF_INET, m_script.address.c_str(), &address.sin_addr) != 1
        || setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse) != 0
        || bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listener, 16) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("cannot listen there");
    m_port = ntohs(address.sin_port);
    m_stopEvent = eventfd(0, EFD_CLOEXEC);
    m_acceptor = std::thread([this] { acceptLoop(); });
}

TestSshServer::~TestSshServer()
{
    const std::uint64_t one = 1;
    if (write(m_stopEvent, &one, sizeof one) == sizeof one)
        m_acceptor.join();
    std::vector<std::unique_ptr<Connection>> connections;
    {
        const std::lock_guard lock(m_mutex);
        connections = std::move(m_connections);
    }
    connections.clear(); // without the lock, which their threads take
    close(m_listener);
    close(m_stopEvent);
}

void TestSshServer::acceptLoop()
{
    for (;;) {
        pollfd fds[2] = {{m_listener, POLLIN, 0}, {m_stopEvent, POLLIN, 0}};
        if (poll(fds, 2, -1) < 0 || fds[1].revents)
            return;
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const std::lock_guard lock(m_mutex);
        m_connections.push_back(std::make_unique<Connection>(*this, client));
    }
}

std::string TestSshServer::hostKeyFingerprint() const
{
    const std::lock_guard lock(m_mutex);
    unsigned char *hash = nullptr;
    std::size_t size = 0;
    if (ssh_get_publickey_hash(m_key->key, SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != 0)
        return {};
    char *text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
    const std::string copy = text ? text : "";
    ssh_string_free_char(text);
    ssh_clean_pubkey_hash(&hash);
    return copy;
}

void TestSshServer::renewHostKey()
{
    const std::lock_guard lock(m_mutex);
    m_key = std::make_unique<Key>();
}

ServerRecord TestSshServer::record() const
{
    const std::lock_guard lock(m_mutex);
    return m_record;
}

void TestSshServer::cutAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &connection : m_connections)
        connection->cut();
}

} // namespace sparkloom::test
