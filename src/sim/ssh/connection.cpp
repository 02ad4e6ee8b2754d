// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/connection.h"

#include "base/secret.h"
#include "sim/ssh/outbox.h"
#include "sim/ssh/signin.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <poll.h>
#include <sys/socket.h>

namespace sparkloom::sim {

namespace {

constexpr std::chrono::seconds kKeyExchange{20};
constexpr std::chrono::seconds kLoginGrace{120}; // as sshd
constexpr int kPollMs = 5000;                    // nothing depends on it but the two above
constexpr std::size_t kMaxChannels = 32;         // of one connection, sshd has 10 sessions

std::atomic<std::uint64_t> lastChannelKey{0};

class Connection;

struct Channel {
    std::uint64_t key = 0;
    Connection *connection = nullptr;
    ssh_channel channel = nullptr;
    ssh_channel_callbacks_struct callbacks{};
    bool started = false; // a command runs or ran on it
    bool exitSent = false;
    bool closedByClient = false;
    std::vector<Outbox::Item> waiting; // for the client's window
};

// One connection; everything on its own thread.
class Connection {
public:
    Connection(ServerContext context, ssh_session session, int spark, std::shared_ptr<Outbox> outbox)
        : m_context(context), m_session(session), m_spark(spark), m_outbox(std::move(outbox)),
          m_signIn(context, session, spark)
    {}

    void run();

private:
    static int execRequested(ssh_session, ssh_channel, const char *command, void *channel);
    static int shellRequested(ssh_session, ssh_channel, void *channel);
    static int dataArrived(ssh_session, ssh_channel, void *bytes, std::uint32_t length, int isErrors, void *channel);
    static void inputEnded(ssh_session, ssh_channel, void *channel);
    static void closed(ssh_session, ssh_channel, void *channel);
    static int woken(socket_t, int, void *) { return 0; }

    ssh_channel open();
    void start(Channel &channel, std::string command);
    void hangUp(Channel &channel);
    void distribute();
    bool flush(Channel &channel);
    void sendExit(Channel &channel, const Outbox::Item &item);
    void tellTaken(Channel &channel);
    void freeClosed();
    bool exchangeKeys();
    void loop(ssh_event event);

    ServerContext m_context;
    ssh_session m_session;
    int m_spark;
    std::shared_ptr<Outbox> m_outbox;
    SignInDesk m_signIn;
    std::vector<std::unique_ptr<Channel>> m_channels;
};

ssh_channel Connection::open()
{
    if (!m_signIn.accepted() || m_channels.size() >= kMaxChannels)
        return nullptr;
    auto channel = std::make_unique<Channel>();
    channel->key = ++lastChannelKey;
    channel->connection = this;
    channel->channel = ssh_channel_new(m_session);
    if (!channel->channel)
        return nullptr;
    channel->callbacks.userdata = channel.get();
    channel->callbacks.channel_exec_request_function = execRequested;
    channel->callbacks.channel_shell_request_function = shellRequested;
    channel->callbacks.channel_data_function = dataArrived;
    channel->callbacks.channel_eof_function = inputEnded;
    channel->callbacks.channel_close_function = closed;
    ssh_callbacks_init(&channel->callbacks);
    ssh_set_channel_callbacks(channel->channel, &channel->callbacks);
    m_channels.push_back(std::move(channel));
    return m_channels.back()->channel;
}

int Connection::execRequested(ssh_session, ssh_channel, const char *command, void *data)
{
    auto &channel = *static_cast<Channel *>(data);
    if (channel.started)
        return SSH_ERROR;
    channel.connection->start(channel, command);
    return SSH_OK;
}

int Connection::shellRequested(ssh_session, ssh_channel, void *data)
{
    auto &channel = *static_cast<Channel *>(data);
    if (channel.started)
        return SSH_ERROR;
    channel.connection->start(channel, {}); // says that there is no shell
    return SSH_OK;
}

int Connection::dataArrived(ssh_session, ssh_channel, void *bytes, std::uint32_t length, int, void *data)
{
    const auto &channel = *static_cast<Channel *>(data);
    auto &context = channel.connection->m_context;
    if (channel.started)
        context.loop.post([&commands = context.commands, key = channel.key,
                              text = std::string(static_cast<const char *>(bytes), length)]() mutable {
            commands.input(key, text);
            base::Secret::wipe(text.data(), text.size()); // a sudo password may be in it
        });
    return static_cast<int>(length);
}

void Connection::inputEnded(ssh_session, ssh_channel, void *data)
{
    const auto &channel = *static_cast<Channel *>(data);
    auto &context = channel.connection->m_context;
    context.loop.post([&commands = context.commands, key = channel.key] { commands.inputEnded(key); });
}

void Connection::closed(ssh_session, ssh_channel, void *data)
{
    auto &channel = *static_cast<Channel *>(data);
    channel.closedByClient = true;
    channel.connection->hangUp(channel);
}

void Connection::start(Channel &channel, std::string command)
{
    channel.started = true;
    const auto put = [outbox = m_outbox, key = channel.key](Outbox::Item::Kind kind, std::string bytes, int code) {
        outbox->put({key, kind, std::move(bytes), code});
    };
    using Kind = Outbox::Item::Kind;
    CommandOutput output{[put](std::string bytes) { put(Kind::Output, std::move(bytes), 0); },
        [put](std::string bytes) { put(Kind::Errors, std::move(bytes), 0); },
        [put](int code) { put(Kind::Exit, {}, code); },
        [put](std::string signal) { put(Kind::Killed, std::move(signal), 0); }};
    m_context.loop.post(
        [&commands = m_context.commands, key = channel.key, spark = m_spark, command = std::move(command),
            output = std::move(output)] { commands.start(key, spark, command, output); });
}

void Connection::hangUp(Channel &channel)
{
    if (channel.started)
        m_context.loop.post([&commands = m_context.commands, key = channel.key] { commands.hangUp(key); });
}

// What the world said goes to its channels, and on to the client as far as the windows allow.
void Connection::distribute()
{
    for (Outbox::Item &item : m_outbox->take()) {
        const auto it = std::ranges::find(m_channels, item.channel, [](const auto &c) { return c->key; });
        if (it != m_channels.end() && !(*it)->closedByClient)
            (*it)->waiting.push_back(std::move(item));
    }
    std::size_t waiting = 0;
    // By number: while it writes, libssh also reads, and the client may just open another channel.
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        Channel &channel = *m_channels[i];
        const bool hadSome = !channel.waiting.empty();
        if (!flush(channel))
            m_outbox->end();
        if (hadSome && channel.waiting.empty())
            tellTaken(channel);
        for (const Outbox::Item &item : channel.waiting)
            waiting += item.bytes.size();
    }
    if (waiting > Outbox::kMaxWaiting)
        m_outbox->end();
}

// False when the connection is broken.
bool Connection::flush(Channel &channel)
{
    std::size_t done = 0;
    for (Outbox::Item &item : channel.waiting) {
        if (channel.closedByClient)
            break;
        if (item.kind == Outbox::Item::Kind::Exit || item.kind == Outbox::Item::Kind::Killed) {
            sendExit(channel, item);
            ++done;
            continue;
        }
        while (!item.bytes.empty()) {
            const std::size_t fits = std::min<std::size_t>(item.bytes.size(), ssh_channel_window_size(channel.channel));
            if (fits == 0)
                break;
            const auto length = static_cast<std::uint32_t>(fits);
            const int sent = item.kind == Outbox::Item::Kind::Errors
                ? ssh_channel_write_stderr(channel.channel, item.bytes.data(), length)
                : ssh_channel_write(channel.channel, item.bytes.data(), length);
            if (sent < 0)
                return false;
            item.bytes.erase(0, static_cast<std::size_t>(sent));
        }
        if (!item.bytes.empty())
            break;
        ++done;
    }
    channel.waiting.erase(channel.waiting.begin(), channel.waiting.begin() + static_cast<std::ptrdiff_t>(done));
    return true;
}

void Connection::tellTaken(Channel &channel)
{
    if (!channel.exitSent)
        m_context.loop.post([&commands = m_context.commands, key = channel.key] { commands.outputTaken(key); });
}

void Connection::sendExit(Channel &channel, const Outbox::Item &item)
{
    if (channel.exitSent)
        return;
    channel.exitSent = true;
    if (item.kind == Outbox::Item::Kind::Killed)
        ssh_channel_request_send_exit_signal(channel.channel, item.bytes.c_str(), 0, "", "");
    else
        ssh_channel_request_send_exit_status(channel.channel, item.code);
    ssh_channel_send_eof(channel.channel);
    ssh_channel_close(channel.channel);
}

// Never from inside a callback: libssh still uses the channel there. Taken out first: to free one means to write, and
// thus to read.
void Connection::freeClosed()
{
    std::vector<std::unique_ptr<Channel>> gone;
    for (auto &channel : m_channels)
        if (channel->closedByClient)
            gone.push_back(std::move(channel));
    std::erase(m_channels, nullptr);
    for (const auto &channel : gone) {
        ssh_remove_channel_callbacks(channel->channel, &channel->callbacks);
        ssh_channel_free(channel->channel);
    }
}

// The client may be silent, and the simulator may end meanwhile: libssh itself would wait for the client alone.
bool Connection::exchangeKeys()
{
    const auto start = std::chrono::steady_clock::now();
    ssh_set_blocking(m_session, 0);
    int result = ssh_handle_key_exchange(m_session);
    while (result == SSH_AGAIN && !m_outbox->ended() && std::chrono::steady_clock::now() - start < kKeyExchange) {
        const bool writing = (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) != 0;
        const short events = writing ? POLLIN | POLLOUT : POLLIN;
        std::array polled{pollfd{ssh_get_fd(m_session), events, 0}, pollfd{m_outbox->descriptor(), POLLIN, 0}};
        poll(polled.data(), polled.size(), kPollMs);
        result = ssh_handle_key_exchange(m_session);
    }
    ssh_set_blocking(m_session, 1);
    return result == SSH_OK;
}

void Connection::loop(ssh_event event)
{
    const auto start = std::chrono::steady_clock::now();
    while (!m_outbox->ended() && !m_signIn.exhausted()) {
        if (ssh_event_dopoll(event, kPollMs) == SSH_ERROR)
            return;
        if ((ssh_get_status(m_session) & (SSH_CLOSED | SSH_CLOSED_ERROR)) != 0)
            return;
        if (!m_signIn.accepted() && std::chrono::steady_clock::now() - start > kLoginGrace)
            return;
        distribute();
        freeClosed();
    }
}

void Connection::run()
{
    ssh_server_callbacks_struct callbacks{};
    m_signIn.install(callbacks, [this] { return open(); });
    ssh_callbacks_init(&callbacks);
    long timeout = kKeyExchange.count(); // of exchanging them again, and of writing
    ssh_options_set(m_session, SSH_OPTIONS_TIMEOUT, &timeout);
    ssh_set_server_callbacks(m_session, &callbacks);
    const ssh_event event = ssh_event_new();
    if (event && exchangeKeys() && ssh_event_add_session(event, m_session) == SSH_OK) {
        if (ssh_event_add_fd(event, m_outbox->descriptor(), POLLIN, woken, nullptr) == SSH_OK) {
            loop(event);
            ssh_event_remove_fd(event, m_outbox->descriptor());
        }
        ssh_event_remove_session(event, m_session);
    }
    ssh_event_free(event);
    for (const auto &channel : m_channels)
        hangUp(*channel);
    // Frees the channels too; their callbacks must live until then.
    ssh_disconnect(m_session);
    ssh_free(m_session);
}

} // namespace

void serveConnection(ServerContext context, ssh_session session, int spark, std::shared_ptr<Outbox> outbox)
{
    Connection(context, session, spark, std::move(outbox)).run();
}

} // namespace sparkloom::sim
