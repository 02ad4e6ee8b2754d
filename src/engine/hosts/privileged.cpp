// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/privileged.h"

#include "base/text.h"
#include "engine/hosts/remotecommand.h"
#include "protocol/limits.h"

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kCheckTimeout{15'000};
// sudo delays a wrong password by some seconds (pam_faildelay), and slow directories add to it.
constexpr std::chrono::milliseconds kSudoTimeout{30'000};
constexpr int kMostPasswords = 3;
constexpr int kHashDiffers = 3;
constexpr int kNotInstallable = 4;

enum class SudoEnd { Started, WrongPassword };

// The conversation with sudo on one channel, up to the marker that says the script runs as root.
struct Conversation {
    std::shared_ptr<RemoteProcess> process;
    std::string startMarker;
    std::string prompt; // empty: sudo must not ask
    base::Secret password;
    QByteArray output;
    QByteArray errors;
    bool sent = false;
    std::optional<int> exited; // status, where it ended right after the start marker
    Pending<SudoEnd> end;
};

bool mentions(const QByteArray &errors, std::initializer_list<const char *> words)
{
    for (const char *word : words)
        if (errors.contains(word))
            return true;
    return false;
}

base::Error exitError(const QByteArray &errors, int code)
{
    const std::string detail = base::cleanText(errors.right(2000).toStdString(), 2000, true);
    if (mentions(errors, {"sudoers", "may not run sudo", "not allowed to", "I'm afraid I can't do that"}))
        return base::refused(base::Message("sudo.not-allowed"_msg), detail);
    if (code == 127)
        return base::refused(base::Message("sudo.missing"_msg), detail);
    if (code == kHashDiffers)
        return base::refused(base::Message("sudo.helper-differs"_msg), detail);
    if (code == kNotInstallable)
        return base::failed(base::Message("sudo.helper-not-installed"_msg), detail);
    return base::failed(base::Message("sudo.failed"_msg).with("code", code), detail);
}

void onErrors(const std::shared_ptr<Conversation> &talk, const QByteArray &bytes)
{
    talk->errors += bytes.left(std::max<qsizetype>(qsizetype(protocol::kMaxStderrKept) - talk->errors.size(), 0));
    if (talk->prompt.empty())
        return;
    const auto prompts = talk->errors.count(talk->prompt.c_str());
    if (prompts == 1 && !talk->sent) {
        talk->sent = true;
        talk->process->writeSecret(talk->password);
        talk->process->write("\n");
        talk->password = {};
    } else if (prompts > 1) {
        talk->end.resolve(SudoEnd::WrongPassword);
    }
}

void onOutput(const std::shared_ptr<Conversation> &talk, const QByteArray &bytes)
{
    talk->output += bytes;
    if (talk->end.isResolved())
        return; // the agent talks already; its client gets this
    const qsizetype at = talk->output.indexOf(talk->startMarker.c_str());
    if (at >= 0) {
        talk->output = talk->output.mid(at + qsizetype(talk->startMarker.size()));
        talk->end.resolve(SudoEnd::Started);
    } else if (talk->output.size() > qsizetype(protocol::kMaxNoiseBytes)) {
        talk->end.resolve(base::protocolError(base::Message("agent.too-much-noise"_msg)));
    }
}

void onExit(const std::shared_ptr<Conversation> &talk, const ProcessExit &exit)
{
    talk->exited = exit.code;
    if (exit.kind != ProcessExit::Kind::Exited) {
        talk->end.resolve(exit.error);
        return;
    }
    // A sudo that allows one try only says so instead of asking again.
    if (talk->sent
        && mentions(talk->errors, {"incorrect password", "Incorrect authentication", "ncorrect password attempt"}))
        talk->end.resolve(SudoEnd::WrongPassword);
    else
        talk->end.resolve(exitError(talk->errors, exit.code));
}

std::shared_ptr<Conversation> converse(
    RemoteHost &host, const std::string &hash, const std::optional<base::Secret> &password)
{
    protocol::PrivilegedCommand command;
    command.hash = hash;
    command.startNonce = randomHexDigits(32);
    auto talk = std::make_shared<Conversation>();
    if (password) {
        command.passwordNonce = randomHexDigits(32);
        talk->prompt = *command.passwordNonce;
        talk->password = *password;
    }
    talk->startMarker = "OK-" + command.startNonce + "\n";
    talk->process = host.start(QString::fromStdString(protocol::render(command)), true);
    RemoteProcess *process = talk->process.get();
    // The process does not own the conversation through its own connections: that would be a cycle.
    const std::weak_ptr<Conversation> weak = talk;
    QObject::connect(process, &RemoteProcess::errorReceived, process, [weak](const QByteArray &bytes) {
        if (const auto alive = weak.lock())
            onErrors(alive, bytes);
    });
    QObject::connect(process, &RemoteProcess::outputReceived, process, [weak](const QByteArray &bytes) {
        if (const auto alive = weak.lock())
            onOutput(alive, bytes);
    });
    QObject::connect(process, &RemoteProcess::finished, process, [weak](const ProcessExit &exit) {
        if (const auto alive = weak.lock())
            onExit(alive, exit);
    });
    const Pending<SudoEnd> end = talk->end;
    expire(kSudoTimeout, [end] {
        end.resolve(base::Error{base::ErrorKind::Unreachable, base::Message("sudo.no-answer"_msg), {}});
    });
    return talk;
}

// One try on one channel. Yields nothing (null) for a wrong password.
QCoro::Task<base::Result<std::shared_ptr<AgentClient>>> tryOnce(
    std::shared_ptr<RemoteHost> host, std::string hash, std::optional<base::Secret> password, CancelToken token)
{
    const std::shared_ptr<Conversation> talk = converse(*host, hash, password);
    password.reset();
    const Pending<SudoEnd> pending = talk->end;
    const base::Result<SudoEnd> end = co_await pending.wait(token);
    talk->process->disconnect();
    if (!end || end.value() == SudoEnd::WrongPassword) {
        talk->process->cancel();
        if (!end)
            co_return end.error();
        co_return std::shared_ptr<AgentClient>();
    }
    if (talk->exited)
        co_return exitError(talk->errors, *talk->exited);
    auto client = std::make_shared<AgentClient>(host, talk->process);
    client->feed(talk->output);
    const base::Result<protocol::Hello> hello = co_await client->hello("root", token);
    if (!hello) {
        const int code = client->exitCode();
        if (code == kHashDiffers || code == kNotInstallable)
            co_return exitError(client->errorOutput(), code);
        co_return hello.error();
    }
    co_return client;
}

} // namespace

QCoro::Task<base::Result<std::shared_ptr<AgentClient>>> startRootAgent(
    std::shared_ptr<RemoteHost> host, std::string agentHash, AskSudoPassword ask, CancelToken token)
{
    const protocol::SudoCheckCommand check;
    const base::Result<CommandOutput> checked = co_await runCommand(host, check, {}, kCheckTimeout, token);
    if (!checked)
        co_return checked.error();
    if (checked->exitCode == 127)
        co_return exitError(checked->errors, 127);
    if (checked->exitCode == 0) {
        base::Result<std::shared_ptr<AgentClient>> client = co_await tryOnce(host, agentHash, std::nullopt, token);
        // A cached timestamp may run out between the two commands; then sudo wants a password after all.
        if (client || client.error().message.id != "sudo.failed")
            co_return client;
    } else if (mentions(checked->errors, {"not in the sudoers", "may not run sudo"})) {
        co_return exitError(checked->errors, checked->exitCode);
    }
    for (int round = 0; round < kMostPasswords; ++round) {
        const bool wrongBefore = round > 0;
        const base::Result<base::Secret> password = co_await ask(wrongBefore);
        if (!password && wrongBefore && password.error().kind == base::ErrorKind::Refused)
            break; // no other one is given: the reason is the one that was wrong
        if (!password)
            co_return password.error();
        std::optional<base::Secret> given(password.value());
        base::Result<std::shared_ptr<AgentClient>> client = co_await tryOnce(host, agentHash, given, token);
        if (!client || client.value())
            co_return client;
    }
    co_return base::refused(base::Message("sudo.wrong-password"_msg));
}

} // namespace sparkloom::engine
