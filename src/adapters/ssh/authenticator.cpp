// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/authenticator.h"

#include "adapters/ssh/agentsocket.h"
#include "adapters/ssh/errors.h"
#include "adapters/ssh/raii/secrettext.h"
#include "base/text.h"

#include <QFile>

#include <algorithm>

namespace sparkloom::ssh {
using namespace base::literals;
using raii::AuthStep;
namespace {

constexpr qint64 kMaxKeyFile = 64 * 1024;
constexpr int kMaxInteractiveRounds = 6;

// What libssh says where the socket itself ended, and not the server in its own words (libssh 0.10.6, src/socket.c and
// src/session.c): "Socket error: disconnected", "Socket error: Connection reset by peer", "Writing packet: error on
// socket ...".
bool saysSocketEnded(std::string_view text)
{
    return text.starts_with("Socket error") || text.find("error on socket") != std::string_view::npos;
}

} // namespace

Authenticator::Authenticator(raii::Session &session, SignInProgress &progress, Deadline deadline, CancelFlag &cancel)
    : m_session(session), m_progress(progress), m_deadline(deadline), m_cancel(cancel)
{}

Authenticator::Outcome Authenticator::stop(base::Error error)
{
    m_error = std::move(error);
    m_usable = false;
    return Outcome::Stop;
}

// Repeats a call that does not block until it has an answer.
template <typename Call>
AuthStep Authenticator::drive(Call call)
{
    for (;;) {
        const AuthStep step = call();
        if (step != AuthStep::Again)
            return step;
        const Wait wait = waitForSocket(m_session.socket(), m_session.wantsToWrite(), m_deadline, m_cancel);
        if (wait == Wait::Cancelled) {
            stop(cancelledError());
            return AuthStep::Failed;
        }
        if (wait == Wait::TimedOut) {
            stop(unreachable(base::Message("ssh.auth-timeout"_msg).with("user", m_user)));
            return AuthStep::Failed;
        }
    }
}

Authenticator::Outcome Authenticator::judge(AuthStep step)
{
    switch (step) {
    case AuthStep::Success: return Outcome::Success;
    case AuthStep::Denied: return Outcome::Denied;
    case AuthStep::Partial:
        m_partial = true;
        m_offered = m_session.offered();
        return Outcome::Partial;
    default: break;
    }
    if (m_error)
        return Outcome::Stop;
    if (m_cancel.isCancelled())
        return stop(cancelledError());
    const std::string text = m_session.errorText();
    // A pulled cable and a server that hangs up without a word look alike here; what both are not is a "no" to the
    // proof.
    if (saysSocketEnded(text))
        return stop(unreachable(base::Message("ssh.auth-lost"_msg).with("user", m_user), text));
    if (m_session.isAlive() && step == AuthStep::Failed)
        return stop(signInError(base::Message("ssh.auth-failed"_msg).with("user", m_user), text));
    return stop(
        signInError(base::Message("ssh.auth-closed"_msg).with("user", m_user).with("tries", m_progress.tries), text));
}

bool Authenticator::useTry()
{
    if (m_progress.tries >= kMaxTries)
        return false;
    ++m_progress.tries;
    return true;
}

base::Error Authenticator::denied() const
{
    const std::string detail = base::joined(m_notes, "; ");
    if (m_reason && m_tried.empty())
        return *m_reason;
    const base::MessageId id = m_partial ? "ssh.auth-partial"_msg
        : m_progress.tries >= kMaxTries  ? "ssh.auth-too-many"_msg
        : m_tried.empty()                ? "ssh.auth-nothing-to-try"_msg
                                         : "ssh.auth-denied"_msg;
    return signInError(base::Message(id)
                           .with("user", m_user)
                           .with("offered", m_offered.text())
                           .with("tried", base::joined(m_tried, ",")),
        detail);
}

// Asks which methods the server offers. An answer where that alone decides: an error, or a server that lets anybody in.
std::optional<base::Result<engine::SignIn>> Authenticator::learnMethods(bool allowPasswordless)
{
    if (!m_progress.methodsKnown) {
        const AuthStep none = drive([this] { return m_session.authNone(m_user); });
        if (none == AuthStep::Success && allowPasswordless)
            return engine::SignIn{Method::None};
        // Anybody may sign in there: that is no Spark that somebody set up, and no key would prove anything.
        if (none == AuthStep::Success)
            stop(base::refused(base::Message("ssh.auth-open"_msg).with("user", m_user)));
        if (m_error || judge(none) == Outcome::Stop)
            return *m_error;
        m_progress.methodsKnown = true;
    }
    m_offered = m_session.offered();
    return std::nullopt;
}

base::Result<engine::SignIn> Authenticator::run(const engine::Credentials &credentials)
{
    m_user = credentials.user.toStdString();
    if (const auto decided = learnMethods(credentials.allowPasswordless))
        return *decided;

    for (const Method method :
        {Method::OwnKey, Method::Agent, Method::KeyFile, Method::Password, Method::KeyboardInteractive}) {
        if (m_cancel.isCancelled()) {
            stop(cancelledError());
            return *m_error;
        }
        switch (tryMethod(method, credentials)) {
        case Outcome::Success: return engine::SignIn{method};
        case Outcome::Stop: return *m_error;
        case Outcome::Denied:
        case Outcome::Partial:
        case Outcome::Skipped: break;
        }
    }
    return denied();
}

Authenticator::Outcome Authenticator::tryMethod(Method method, const engine::Credentials &credentials)
{
    switch (method) {
    case Method::OwnKey: return tryOwnKey(credentials);
    case Method::Agent: return credentials.useAgent ? tryAgent() : Outcome::Skipped;
    case Method::KeyFile: return tryKeyFile(credentials);
    case Method::Password: return tryPassword(credentials);
    case Method::KeyboardInteractive: return tryInteractive(credentials);
    case Method::None: break;
    }
    return Outcome::Skipped;
}

Authenticator::Outcome Authenticator::tryOwnKey(const engine::Credentials &credentials)
{
    if (!credentials.ownKey || !m_offered.publicKey || !useTry())
        return Outcome::Skipped;
    const QByteArray &text = credentials.ownKey->privateKey;
    const auto key = raii::Key::fromPrivateText({text.constData(), static_cast<std::size_t>(text.size())}, {});
    if (!key) {
        m_notes.push_back("own key unreadable");
        return Outcome::Skipped;
    }
    m_tried.push_back("own-key");
    return judge(drive([&] { return m_session.authKey(m_user, *key); }));
}

Authenticator::Outcome Authenticator::tryAgent()
{
    const std::string path = qgetenv("SSH_AUTH_SOCK").toStdString();
    const auto keys = countAgentKeys(path, m_deadline, m_cancel);
    if (!keys || *keys == 0 || !m_offered.publicKey) {
        m_notes.push_back(keys ? "no key in the agent" : "no agent");
        return Outcome::Skipped;
    }
    // Every key is a try of its own; a server that is asked too often ends the connection.
    if (m_progress.tries + *keys > kMaxTries) {
        m_notes.push_back("the agent holds " + std::to_string(*keys) + " keys, more than the tries left");
        return Outcome::Skipped;
    }
    const int socket = connectToAgent(path);
    if (socket < 0 || !m_session.useAgentSocket(socket))
        return Outcome::Skipped;
    m_progress.tries += *keys;
    m_tried.push_back("agent");
    // libssh blocks on the agent, which may be asking a person to confirm.
    m_cancel.guardSocket(socket);
    const AuthStep step = drive([this] { return m_session.authAgent(m_user); });
    m_cancel.releaseSocket();
    // libssh calls it an error when the agent has no key that it can use.
    if (step == AuthStep::Failed && m_session.isAlive() && !m_error && !m_cancel.isCancelled())
        return Outcome::Denied;
    return judge(step);
}

Authenticator::Outcome Authenticator::tryKeyFile(const engine::Credentials &credentials)
{
    if (credentials.keyFile.isEmpty() || !m_offered.publicKey || m_progress.tries >= kMaxTries)
        return Outcome::Skipped;
    const std::string path = base::cleanText(credentials.keyFile.toStdString(), 255);
    QFile file(credentials.keyFile);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxKeyFile) {
        m_notes.push_back("key file unreadable");
        m_reason = signInError(
            base::Message("ssh.key-file-unreadable"_msg).with("path", path), file.errorString().toStdString());
        return Outcome::Skipped;
    }
    QByteArray text = file.read(kMaxKeyFile);
    const auto key = raii::Key::fromPrivateText(
        {text.constData(), static_cast<std::size_t>(text.size())}, credentials.keyPassphrase);
    base::Secret::wipe(text.data(), static_cast<std::size_t>(text.size()));
    if (!key) {
        m_notes.push_back("key file not opened");
        m_reason = signInError(
            base::Message(credentials.keyPassphrase.empty() ? "ssh.key-file-locked"_msg : "ssh.key-file-passphrase"_msg)
                .with("path", path));
        return Outcome::Skipped;
    }
    useTry();
    m_tried.push_back("key-file");
    return judge(drive([&] { return m_session.authKey(m_user, *key); }));
}

Authenticator::Outcome Authenticator::tryPassword(const engine::Credentials &credentials)
{
    if (credentials.password.empty() || !m_offered.password)
        return Outcome::Skipped;
    const raii::SecretText password(credentials.password);
    if (!password.usable() || !useTry())
        return Outcome::Skipped;
    m_tried.push_back("password");
    return judge(drive([&] { return m_session.authPassword(m_user, password.text()); }));
}

// Only where the server takes no plain password: the same wrong password is not tried in two ways (account lock-out).
Authenticator::Outcome Authenticator::tryInteractive(const engine::Credentials &credentials)
{
    const bool passwordTried = std::find(m_tried.begin(), m_tried.end(), "password") != m_tried.end();
    if (credentials.password.empty() || !m_offered.keyboardInteractive || passwordTried || !useTry())
        return Outcome::Skipped;
    m_tried.push_back("keyboard-interactive");
    bool answered = false;
    for (int round = 0; round < kMaxInteractiveRounds; ++round) {
        const AuthStep step = drive([this] { return m_session.authInteractive(m_user); });
        if (step != AuthStep::Info)
            return judge(step);
        const Outcome outcome = answerPrompts(credentials, answered);
        if (outcome == Outcome::Stop)
            return outcome;
    }
    return stop(signInError(base::Message("ssh.auth-interactive"_msg).with("user", m_user).with("prompt", "")));
}

// Answers only the one question that is surely the password (measurement-and-safety 8.2): a single hidden prompt, once.
Authenticator::Outcome Authenticator::answerPrompts(const engine::Credentials &credentials, bool &answered)
{
    const int count = m_session.promptCount();
    if (count == 0)
        return Outcome::Denied; // an empty round: go on asking
    const std::vector<raii::Prompt> prompts = m_session.prompts();
    if (count == 1 && prompts.size() == 1 && !prompts.front().echo && !answered) {
        const raii::SecretText password(credentials.password);
        answered = true;
        if (password.usable() && m_session.answerPrompt(0, password.text()))
            return Outcome::Denied;
    }
    const std::string prompt = prompts.empty() ? std::string() : prompts.front().text;
    return stop(signInError(
        base::Message("ssh.auth-interactive"_msg).with("user", m_user).with("prompt", prompt).with("count", count)));
}

} // namespace sparkloom::ssh
