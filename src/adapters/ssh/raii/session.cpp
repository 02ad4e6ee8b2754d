// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/raii/session.h"

#include "adapters/ssh/raii/algorithms.h"
#include "base/text.h"

#include <algorithm>

namespace sparkloom::ssh::raii {
namespace {

AuthStep authStep(int rc)
{
    switch (rc) {
    case SSH_AUTH_SUCCESS: return AuthStep::Success;
    case SSH_AUTH_DENIED: return AuthStep::Denied;
    case SSH_AUTH_PARTIAL: return AuthStep::Partial;
    case SSH_AUTH_INFO: return AuthStep::Info;
    case SSH_AUTH_AGAIN: return AuthStep::Again;
    default: return AuthStep::Failed;
    }
}

} // namespace

std::string OfferedMethods::text() const
{
    static constexpr std::pair<int, const char *> kNames[] = {{SSH_AUTH_METHOD_PUBLICKEY, "publickey"},
        {SSH_AUTH_METHOD_PASSWORD, "password"}, {SSH_AUTH_METHOD_INTERACTIVE, "keyboard-interactive"},
        {SSH_AUTH_METHOD_HOSTBASED, "hostbased"}, {SSH_AUTH_METHOD_GSSAPI_MIC, "gssapi-with-mic"}};
    std::string names;
    for (const auto &[bit, name] : kNames)
        if (bits & bit)
            names += (names.empty() ? "" : ",") + std::string(name);
    return names;
}

Session::Session(SessionHandle session)
    : m_counter(std::make_unique<ssh_counter_struct>()), m_session(std::move(session))
{
    *m_counter = {};
}

Session::~Session() = default;

std::unique_ptr<Session> Session::overSocket(int socket, const std::string &alias)
{
    SessionHandle handle(ssh_new());
    if (!handle)
        return nullptr;
    std::unique_ptr<Session> session(new Session(std::move(handle)));
    if (!session->configure(socket, alias))
        return nullptr;
    return session;
}

// libssh reads options through pointers of a type per option; these are the only places that know which.
bool Session::setText(ssh_options_e option, const char *value)
{
    return ssh_options_set(m_session.get(), option, value) == SSH_OK;
}

bool Session::setInt(ssh_options_e option, int value)
{
    return ssh_options_set(m_session.get(), option, &value) == SSH_OK;
}

bool Session::setLong(ssh_options_e option, long value)
{
    return ssh_options_set(m_session.get(), option, &value) == SSH_OK;
}

bool Session::setBool(ssh_options_e option, bool value)
{
    return ssh_options_set(m_session.get(), option, &value) == SSH_OK;
}

bool Session::setSocket(int socket)
{
    socket_t descriptor = socket;
    return ssh_options_set(m_session.get(), SSH_OPTIONS_FD, &descriptor) == SSH_OK;
}

bool Session::configure(int socket, const std::string &alias)
{
    bool ok = setBool(SSH_OPTIONS_PROCESS_CONFIG, false) && setText(SSH_OPTIONS_HOST, alias.c_str());
    // The application keeps host keys itself; libssh would read the user's file only to reorder algorithms.
    ok = ok && setText(SSH_OPTIONS_KNOWNHOSTS, "/dev/null") && setText(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null");
    ok = ok && setText(SSH_OPTIONS_KEY_EXCHANGE, kKeyExchange) && setText(SSH_OPTIONS_HOSTKEYS, kHostKeys)
        && setText(SSH_OPTIONS_CIPHERS_C_S, kCiphers) && setText(SSH_OPTIONS_CIPHERS_S_C, kCiphers)
        && setText(SSH_OPTIONS_HMAC_C_S, kMacs) && setText(SSH_OPTIONS_HMAC_S_C, kMacs)
        && setText(SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES, kSignatures) && setText(SSH_OPTIONS_COMPRESSION, "no");
    // Longer than any of our own deadlines, which end a call sooner.
    ok = ok && setLong(SSH_OPTIONS_TIMEOUT, 60) && setInt(SSH_OPTIONS_GSSAPI_AUTH, 0)
        && setInt(SSH_OPTIONS_GSSAPI_DELEGATE_CREDENTIALS, 0);
    if (!ok || !setSocket(socket))
        return false;
    ssh_set_counters(m_session.get(), m_counter.get(), nullptr);
    ssh_set_blocking(m_session.get(), 0);
    return true;
}

int Session::socket() const
{
    return ssh_get_fd(m_session.get());
}

bool Session::wantsToWrite() const
{
    return ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING;
}

bool Session::isAlive() const
{
    return ssh_is_connected(m_session.get()) && !(ssh_get_status(m_session.get()) & (SSH_CLOSED | SSH_CLOSED_ERROR));
}

std::string Session::errorText() const
{
    const char *text = ssh_get_error(m_session.get());
    return base::cleanText(text ? text : "", 300);
}

bool Session::sawServerBanner() const
{
    return ssh_get_serverbanner(m_session.get()) != nullptr;
}

std::string Session::serverBanner() const
{
    const char *text = ssh_get_serverbanner(m_session.get());
    return base::cleanText(text ? text : "", 255);
}

std::uint64_t Session::bytesReceived() const
{
    return m_counter->in_bytes;
}

std::uint64_t Session::bytesSent() const
{
    return m_counter->out_bytes;
}

Step Session::connect()
{
    const int rc = ssh_connect(m_session.get());
    return rc == SSH_OK ? Step::Done : rc == SSH_AGAIN ? Step::Again : Step::Failed;
}

Key Session::serverKey() const
{
    ssh_key key = nullptr;
    if (ssh_get_server_publickey(m_session.get(), &key) != SSH_OK)
        return {};
    return Key(KeyHandle(key));
}

AuthStep Session::authNone(const std::string &user)
{
    return authStep(ssh_userauth_none(m_session.get(), user.c_str()));
}

OfferedMethods Session::offered() const
{
    OfferedMethods methods;
    methods.bits = ssh_userauth_list(m_session.get(), nullptr);
    methods.publicKey = methods.bits & SSH_AUTH_METHOD_PUBLICKEY;
    methods.password = methods.bits & SSH_AUTH_METHOD_PASSWORD;
    methods.keyboardInteractive = methods.bits & SSH_AUTH_METHOD_INTERACTIVE;
    return methods;
}

AuthStep Session::authKey(const std::string &user, const Key &key)
{
    return authStep(ssh_userauth_publickey(m_session.get(), user.c_str(), key.get()));
}

AuthStep Session::authAgent(const std::string &user)
{
    return authStep(ssh_userauth_agent(m_session.get(), user.c_str()));
}

AuthStep Session::authPassword(const std::string &user, const char *password)
{
    return authStep(ssh_userauth_password(m_session.get(), user.c_str(), password));
}

AuthStep Session::authInteractive(const std::string &user)
{
    return authStep(ssh_userauth_kbdint(m_session.get(), user.c_str(), nullptr));
}

int Session::promptCount() const
{
    return ssh_userauth_kbdint_getnprompts(m_session.get());
}

std::vector<Prompt> Session::prompts() const
{
    std::vector<Prompt> found;
    const int count = std::min(promptCount(), static_cast<int>(kMaxPrompts));
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char *text = ssh_userauth_kbdint_getprompt(m_session.get(), static_cast<unsigned>(i), &echo);
        found.push_back({base::cleanText(text ? text : "", 1024), echo != 0});
    }
    return found;
}

bool Session::answerPrompt(unsigned index, const char *answer)
{
    return ssh_userauth_kbdint_setanswer(m_session.get(), index, answer) == 0;
}

bool Session::useAgentSocket(int socket)
{
    return ssh_set_agent_socket(m_session.get(), socket) == SSH_OK;
}

void Session::sendKeepAlive()
{
    (void)ssh_send_keepalive(m_session.get());
}

// Since 0.10 ssh_disconnect() forgets a socket that came through the options and leaves it open: the host would hear a
// good-bye at most, and the descriptor would leak. Once that option is cleared (which the library reports as an error)
// the socket counts as its own, and is closed; unless it was closed after a failure, so that we must not do it here.
void Session::disconnect()
{
    (void)setSocket(SSH_INVALID_SOCKET);
    ssh_disconnect(m_session.get());
}

} // namespace sparkloom::ssh::raii
