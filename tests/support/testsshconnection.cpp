// SPDX-License-Identifier: GPL-3.0-or-later
#include "testsshconnection.h"

#include <algorithm>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace sparkloom::test {
namespace {

constexpr int kPollMs = 20;

} // namespace

SshConnection::SshConnection(
    int socket, const ServerScript &script, ssh_key key, Note note, const std::atomic<bool> &stopping)
    : m_socket(socket), m_script(script), m_note(std::move(note)), m_stopping(stopping), m_bind(ssh_bind_new()),
      m_session(ssh_new()), m_event(ssh_event_new())
{
    const bool processConfig = false;
    ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &processConfig);
    ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_BANNER, script.banner.c_str());
    ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_IMPORT_KEY, ssh_key_dup(key)); // which it takes over
}

SshConnection::~SshConnection()
{
    if (m_session) {
        ssh_event_remove_session(m_event, m_session);
        ssh_disconnect(m_session);
        ssh_free(m_session); // its channels and the socket too
    }
    ssh_event_free(m_event);
    ssh_bind_free(m_bind);
}

void SshConnection::serveFault()
{
    static constexpr std::string_view kGarbage = "HTTP/1.1 400 Bad Request\r\n\r\n";
    static constexpr std::string_view kBanner = "SSH-2.0-frozen\r\n";
    const std::string_view text = m_script.fault == ServerScript::Fault::Garbage ? kGarbage
        : m_script.fault == ServerScript::Fault::SilenceAfterBanner              ? kBanner
                                                                                 : std::string_view();
    (void)send(m_socket, text.data(), text.size(), MSG_NOSIGNAL);
    char buffer[4096];
    while (m_script.fault != ServerScript::Fault::CloseAtOnce && !m_stopping) {
        pollfd fd{m_socket, POLLIN, 0};
        if (poll(&fd, 1, kPollMs) > 0 && recv(m_socket, buffer, sizeof buffer, 0) <= 0)
            break;
        if (m_script.fault == ServerScript::Fault::Garbage)
            break;
    }
    shutdown(m_socket, SHUT_RDWR); // the server keeps a duplicate
    close(m_socket);
}

int SshConnection::methods() const
{
    return (m_script.offerPassword ? SSH_AUTH_METHOD_PASSWORD : 0)
        | (m_script.offerPublicKey ? SSH_AUTH_METHOD_PUBLICKEY : 0)
        | (m_script.offerInteractive ? SSH_AUTH_METHOD_INTERACTIVE : 0);
}

bool SshConnection::greet()
{
    if (ssh_bind_accept_fd(m_bind, m_session, m_socket) != SSH_OK)
        return false;
    m_callbacks.userdata = this;
    m_callbacks.auth_password_function = &SshConnection::onPassword;
    m_callbacks.auth_none_function = &SshConnection::onNone;
    m_callbacks.auth_pubkey_function = &SshConnection::onKey;
    m_callbacks.channel_open_request_session_function = &SshConnection::onOpen;
    m_callbacks.size = sizeof m_callbacks;
    ssh_set_server_callbacks(m_session, &m_callbacks);
    ssh_set_message_callback(m_session, &SshConnection::onMessage, this);
    ssh_set_auth_methods(m_session, methods());
    return ssh_handle_key_exchange(m_session) == SSH_OK && ssh_event_add_session(m_event, m_session) == SSH_OK;
}

void SshConnection::run()
{
    m_note([](ServerRecord &record) { ++record.connections; });
    if (m_script.fault != ServerScript::Fault::None) {
        serveFault();
        ssh_free(m_session);
        m_session = nullptr;
        return;
    }
    if (!greet())
        return;
    while (!m_stopping && !m_over && !(ssh_get_status(m_session) & (SSH_CLOSED | SSH_CLOSED_ERROR))) {
        if (m_frozen)
            poll(nullptr, 0, kPollMs);
        else if (ssh_event_dopoll(m_event, kPollMs) == SSH_ERROR)
            break;
        for (Command &command : m_commands)
            step(command);
    }
    if (m_over)
        shutdown(m_socket, SHUT_RDWR);
}

// Outside of callbacks, so that writing may block on the client's window.
void SshConnection::step(Command &command)
{
    if (!command.script || command.ended || m_frozen)
        return;
    if (!command.begun)
        beginCommand(command);
    const CommandScript &script = *command.script;
    if (script.drop)
        m_over = true;
    if (script.freeze)
        m_frozen = true;
    if (script.hang || script.drop || script.freeze)
        return;
    if (command.flooded < script.floodBytes) {
        const std::string block(
            static_cast<std::size_t>(std::min<std::uint64_t>(32768, script.floodBytes - command.flooded)), 'x');
        command.flooded += block.size();
        if (!writeAll(command, block, false))
            command.ended = true;
        return;
    }
    if (script.echoInput) {
        const std::string text = std::exchange(command.echo, {});
        writeAll(command, text, false);
        if (!command.inputEnded || !command.echo.empty())
            return;
    }
    endCommand(command);
}

void SshConnection::beginCommand(Command &command)
{
    command.begun = true;
    const CommandScript &script = *command.script;
    const std::size_t piece = script.chunk ? script.chunk : std::max<std::size_t>(script.out.size(), 1);
    for (std::size_t at = 0; at < script.out.size(); at += piece)
        writeAll(command, script.out.substr(at, piece), false);
    writeAll(command, script.err, true);
}

void SshConnection::endCommand(Command &command)
{
    command.ended = true;
    if (command.script->signal)
        ssh_channel_request_send_exit_signal(command.channel, command.script->signal->c_str(), 0, "", "");
    else if (!command.script->closeWithoutStatus)
        ssh_channel_request_send_exit_status(command.channel, command.script->exitCode);
    ssh_channel_send_eof(command.channel);
    ssh_channel_close(command.channel);
}

bool SshConnection::writeAll(Command &command, const std::string &text, bool toError)
{
    if (text.empty())
        return true;
    const auto size = static_cast<uint32_t>(text.size());
    const int written = toError ? ssh_channel_write_stderr(command.channel, text.data(), size)
                                : ssh_channel_write(command.channel, text.data(), size);
    return written == static_cast<int>(size);
}

int SshConnection::checkPassword(const std::string &user, const std::string &password)
{
    m_note([&](ServerRecord &record) {
        ++record.authRequests;
        record.passwords.push_back(password);
    });
    if (!m_script.offerPassword || user != m_script.user || password != m_script.password)
        return SSH_AUTH_DENIED;
    if (!m_script.partialAfterPassword)
        return SSH_AUTH_SUCCESS;
    m_passwordGood = true;
    ssh_set_auth_methods(m_session, SSH_AUTH_METHOD_PUBLICKEY);
    return SSH_AUTH_PARTIAL;
}

int SshConnection::checkKey(ssh_key key, char signatureState)
{
    m_note([](ServerRecord &record) { ++record.authRequests; });
    char *blob = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &blob) != SSH_OK)
        return SSH_AUTH_DENIED;
    const std::string text = std::string(ssh_key_type_to_char(ssh_key_type(key))) + ' ' + blob;
    ssh_string_free_char(blob);
    const bool known = std::find(m_script.authorizedKeys.begin(), m_script.authorizedKeys.end(), text)
        != m_script.authorizedKeys.end();
    const bool fits = signatureState == SSH_PUBLICKEY_STATE_NONE || signatureState == SSH_PUBLICKEY_STATE_VALID;
    if (!known || !fits || (m_script.partialAfterPassword && !m_passwordGood))
        return SSH_AUTH_DENIED;
    return SSH_AUTH_SUCCESS;
}

// Keyboard-interactive has no callback of its own in libssh.
int SshConnection::handleMessage(ssh_message message)
{
    if (ssh_message_type(message) != SSH_REQUEST_AUTH || ssh_message_subtype(message) != SSH_AUTH_METHOD_INTERACTIVE)
        return 1;
    const auto deny = [&] {
        ssh_message_auth_set_methods(message, methods());
        return 1;
    };
    if (ssh_message_auth_kbdint_is_response(message)) {
        const auto &prompts = m_script.prompts[m_round];
        const int count = ssh_userauth_kbdint_getnanswers(m_session);
        bool good = count == static_cast<int>(prompts.size());
        for (int i = 0; i < count; ++i) {
            const char *answer = ssh_userauth_kbdint_getanswer(m_session, static_cast<unsigned>(i));
            const std::string text = answer ? answer : "";
            m_note([&](ServerRecord &record) { record.answers.push_back(text); });
            good = good && static_cast<std::size_t>(i) < prompts.size()
                && text == prompts[static_cast<std::size_t>(i)].expected;
        }
        if (!good)
            return deny();
        ++m_round;
    } else {
        m_note([](ServerRecord &record) { ++record.authRequests; });
        m_round = 0;
    }
    if (!m_script.offerInteractive || m_script.prompts.empty())
        return deny();
    if (m_round == m_script.prompts.size()) {
        ssh_message_auth_reply_success(message, 0);
        return 0;
    }
    std::vector<const char *> texts;
    std::vector<char> echoes;
    for (const Prompt &prompt : m_script.prompts[m_round]) {
        texts.push_back(prompt.text.c_str());
        echoes.push_back(prompt.echo ? 1 : 0);
    }
    ssh_message_auth_interactive_request(
        message, "", "", static_cast<unsigned>(texts.size()), texts.data(), echoes.data());
    return 0;
}

int SshConnection::onPassword(ssh_session, const char *user, const char *password, void *self)
{
    return static_cast<SshConnection *>(self)->checkPassword(user, password);
}

int SshConnection::onNone(ssh_session, const char *, void *self)
{
    auto *connection = static_cast<SshConnection *>(self);
    connection->m_note([](ServerRecord &record) { ++record.listRequests; });
    if (connection->m_script.hangInAuth)
        connection->m_frozen = true;
    while (connection->m_frozen && !connection->m_stopping)
        poll(nullptr, 0, kPollMs);
    return connection->m_script.acceptNone ? SSH_AUTH_SUCCESS : SSH_AUTH_DENIED;
}

int SshConnection::onKey(ssh_session, const char *, ssh_key_struct *key, char state, void *self)
{
    return static_cast<SshConnection *>(self)->checkKey(key, state);
}

int SshConnection::onMessage(ssh_session, ssh_message message, void *self)
{
    return static_cast<SshConnection *>(self)->handleMessage(message);
}

ssh_channel SshConnection::onOpen(ssh_session session, void *self)
{
    auto *connection = static_cast<SshConnection *>(self);
    Command &command = connection->m_commands.emplace_back();
    command.owner = connection;
    command.channel = ssh_channel_new(session);
    command.callbacks.userdata = &command;
    command.callbacks.channel_exec_request_function = &SshConnection::onExec;
    command.callbacks.channel_data_function = &SshConnection::onData;
    command.callbacks.channel_eof_function = &SshConnection::onEof;
    command.callbacks.channel_close_function = &SshConnection::onClose;
    command.callbacks.size = sizeof command.callbacks;
    ssh_set_channel_callbacks(command.channel, &command.callbacks);
    return command.channel;
}

int SshConnection::onExec(ssh_session, ssh_channel, const char *line, void *pointer)
{
    auto *command = static_cast<Command *>(pointer);
    command->owner->m_note([&](ServerRecord &record) { record.commands.emplace_back(line); });
    const auto &commands = command->owner->m_script.commands;
    const auto found = commands.find(line);
    command->unknown.err = "not found\n";
    command->unknown.exitCode = 127;
    const CommandScript *script = found == commands.end() ? &command->unknown : &found->second;
    if (script->refuse)
        return 1;
    command->script = script;
    return 0;
}

int SshConnection::onData(ssh_session, ssh_channel, void *data, uint32_t size, int, void *pointer)
{
    auto *command = static_cast<Command *>(pointer);
    const std::string text(static_cast<const char *>(data), size);
    command->owner->m_note([&](ServerRecord &record) { record.input += text; });
    if (command->script && command->script->echoInput)
        command->echo += text;
    return static_cast<int>(size);
}

void SshConnection::onEof(ssh_session, ssh_channel, void *pointer)
{
    static_cast<Command *>(pointer)->inputEnded = true;
}

void SshConnection::onClose(ssh_session, ssh_channel, void *pointer)
{
    auto *command = static_cast<Command *>(pointer);
    if (!command->ended)
        command->owner->m_note([](ServerRecord &record) { ++record.closedChannels; });
    command->ended = true;
}

} // namespace sparkloom::test
