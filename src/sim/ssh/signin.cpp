// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/ssh/signin.h"

#include "sim/system/access.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include <cstring>

namespace sparkloom::sim {

namespace {

// The application's computer, as the management network of the virtual Sparks knows it: the laptop at .1.
constexpr domain::Ipv4Address kLaptop{0xc0a84d01};

int passwordOffered(ssh_session, const char *user, const char *password, void *desk)
{
    return static_cast<SignInDesk *>(desk)->judgePassword(user, password);
}

int noneOffered(ssh_session, const char *, void *)
{
    return SSH_AUTH_DENIED;
}

int keyOffered(ssh_session, const char *user, ssh_key key, char state, void *desk)
{
    char *base64 = nullptr;
    if (state < SSH_PUBLICKEY_STATE_NONE || ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
        return SSH_AUTH_DENIED;
    const std::string blob = base64;
    ssh_string_free_char(base64);
    return static_cast<SignInDesk *>(desk)->judgeKey(user, blob, state == SSH_PUBLICKEY_STATE_VALID);
}

// Keyboard-interactive has no callback of its own in libssh: question and answer come as messages. 1: answer it
// yourself.
int messageArrived(ssh_session session, ssh_message message, void *desk)
{
    if (ssh_message_type(message) != SSH_REQUEST_AUTH || ssh_message_subtype(message) != SSH_AUTH_METHOD_INTERACTIVE)
        return 1;
    auto &signIn = *static_cast<SignInDesk *>(desk);
    if (ssh_message_auth_kbdint_is_response(message) == 0) {
        signIn.askedFor(ssh_message_auth_user(message));
        const char *prompts[] = {"Password: "};
        char echo[] = {0};
        ssh_message_auth_interactive_request(message, "", "", 1, prompts, echo);
        return 0;
    }
    const char *const answer = ssh_userauth_kbdint_getanswer(session, 0);
    if (!answer || signIn.judgeAnswer(answer) != SSH_AUTH_SUCCESS)
        return 1;
    ssh_message_auth_reply_success(message, 0);
    return 0;
}

ssh_channel channelWanted(ssh_session, void *desk)
{
    return static_cast<SignInDesk *>(desk)->openChannel();
}

} // namespace

SignInDesk::SignInDesk(ServerContext context, ssh_session session, int spark)
    : m_context(context), m_session(session), m_spark(spark)
{}

void SignInDesk::install(ssh_server_callbacks_struct &callbacks, std::function<ssh_channel()> open)
{
    m_open = std::move(open);
    const HostSpec &spec = m_context.world.spark(m_spark).spec; // never changes: fit for any thread
    callbacks.userdata = this;
    callbacks.auth_none_function = noneOffered;
    callbacks.auth_pubkey_function = keyOffered;
    callbacks.channel_open_request_session_function = channelWanted;
    int methods = SSH_AUTH_METHOD_PUBLICKEY;
    if (spec.passwordSignIn) {
        methods |= SSH_AUTH_METHOD_PASSWORD;
        callbacks.auth_password_function = passwordOffered;
    }
    if (spec.keyboardInteractive) {
        methods |= SSH_AUTH_METHOD_INTERACTIVE;
        ssh_set_message_callback(m_session, messageArrived, this);
    }
    ssh_set_auth_methods(m_session, methods);
}

int SignInDesk::denied()
{
    ++m_tries;
    return SSH_AUTH_DENIED;
}

int SignInDesk::judgePassword(const char *user, const char *password)
{
    const HostSpec &spec = m_context.world.spark(m_spark).spec;
    if (exhausted() || !user || !password || spec.user != user || spec.password != password)
        return denied();
    m_accepted = true;
    return SSH_AUTH_SUCCESS;
}

void SignInDesk::askedFor(const char *user)
{
    m_askedFor = user ? user : "";
}

int SignInDesk::judgeAnswer(const char *answer)
{
    return judgePassword(m_askedFor.c_str(), answer);
}

int SignInDesk::judgeKey(const char *user, const std::string &blob, bool isSigned)
{
    if (exhausted() || !user)
        return denied();
    const auto accepted =
        m_context.loop.call<bool>([&world = m_context.world, spark = m_spark, name = std::string(user), blob] {
            return keyAccepted(world.spark(spark), name, blob, kLaptop);
        });
    if (!accepted.value_or(false))
        return denied();
    m_accepted = m_accepted || isSigned;
    return SSH_AUTH_SUCCESS;
}

} // namespace sparkloom::sim
