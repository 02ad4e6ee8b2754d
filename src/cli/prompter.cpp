// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/prompter.h"

#include "base/text.h"
#include "cli/futures.h"
#include "cli/tr.h"
#include "engine/text/text.h"

#include <QCoroFuture>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr int kMostTries = 3; // typed by a person, per Spark
constexpr std::size_t kMaxShownName = 63;

QString shown(const QString &text)
{
    return QString::fromStdString(base::cleanText(text.toStdString(), kMaxShownName));
}

QString told(base::Message message)
{
    return engine::text::sentence(message);
}

QString textOf(const base::Secret &line)
{
    const std::string_view bytes = line.reveal();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).trimmed();
}

// In English always, so that a habit or a script works in every language.
bool isYes(const QString &answer)
{
    const QString yes = Cli::tr("yes");
    const QStringList accepted = {u"y"_s, u"yes"_s, yes.left(1), yes};
    return accepted.contains(answer, Qt::CaseInsensitive);
}

QString sudoReason(engine::SudoReason reason)
{
    switch (reason) {
    case engine::SudoReason::ReadConfig: return told("prompt.sudo-read-config"_msg);
    case engine::SudoReason::Wake: return told("prompt.sudo-wake"_msg);
    case engine::SudoReason::Probe: return told("prompt.sudo-probe"_msg);
    case engine::SudoReason::Apply: return told("prompt.sudo-apply"_msg);
    case engine::SudoReason::Undo: return told("prompt.sudo-undo"_msg);
    case engine::SudoReason::Forget: return told("prompt.sudo-forget"_msg);
    case engine::SudoReason::Blink: return told("prompt.sudo-blink"_msg);
    }
    return {};
}

} // namespace

CommandPrompter::CommandPrompter(Output &output, TerminalInput &terminal) : m_output(output), m_terminal(terminal) {}

void CommandPrompter::setOptions(const GlobalOptions &options)
{
    m_options = options;
    m_problem.reset();
    m_credentialTries.clear();
    m_sudoTries.clear();
}

CommandPrompter::Known CommandPrompter::lookUp(const QString &name) const
{
    Known known = m_lookup ? m_lookup(name) : Known{};
    if (!known.names.contains(name))
        known.names.prepend(name);
    return known;
}

const engine::VirtualSpark *CommandPrompter::virtualSpark(const QStringList &names) const
{
    const auto found = std::find_if(m_virtual.begin(), m_virtual.end(),
        [&](const engine::VirtualSpark &spark) { return names.contains(spark.name); });
    return found == m_virtual.end() ? nullptr : &*found;
}

void CommandPrompter::refuse(base::Error error)
{
    if (!m_problem)
        m_problem = std::move(error);
}

void CommandPrompter::refuseForOption(const char *what, const QString &host, const QString &option)
{
    refuse(usageError(base::Message("cli.answer-needed"_msg)
                          .with("what", what)
                          .with("host", host.toStdString())
                          .with("option", option.toStdString())));
}

// --- yes or no, and a line of text

QCoro::Task<bool> CommandPrompter::confirm(QString question, QString option)
{
    if (m_options.yes)
        co_return true;
    if (!canAsk()) {
        refuse(usageError(base::Message("cli.confirm-needed"_msg).with("option", option.toStdString())));
        co_return false;
    }
    const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(question + Cli::tr(" [y/N] "));
    const std::optional<base::Secret> line = co_await asked;
    co_return line &&isYes(textOf(*line));
}

QCoro::Task<std::optional<QString>> CommandPrompter::askLine(QString question, QString option)
{
    if (!canAsk()) {
        refuse(usageError(base::Message("cli.confirm-needed"_msg).with("option", option.toStdString())));
        co_return std::nullopt;
    }
    const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(question + u' ');
    const std::optional<base::Secret> line = co_await asked;
    if (!line)
        co_return std::nullopt;
    co_return textOf(*line);
}

// --- host keys

QFuture<std::vector<bool>> CommandPrompter::acceptHostKeys(const std::vector<engine::HostKeyQuestion> &questions)
{
    return toFuture(decideKeys(questions));
}

CommandPrompter::KeyVerdict CommandPrompter::judge(const engine::HostKeyQuestion &question)
{
    QStringList names = lookUp(question.name).names;
    names << question.address;
    if (const engine::VirtualSpark *spark = virtualSpark(names)) {
        if (spark->fingerprint == question.key.fingerprint)
            return KeyVerdict::Accepted;
        refuse(base::refused(base::Message("cli.virtual-key-differs"_msg).with("host", question.name.toStdString())));
        return KeyVerdict::Refused;
    }
    const auto named = [&](const HostKeyGrant &grant) { return names.contains(grant.host, Qt::CaseInsensitive); };
    const auto fits = [&](const HostKeyGrant &grant) {
        return named(grant) && grant.fingerprint == question.key.fingerprint;
    };
    if (std::any_of(m_options.hostKeys.begin(), m_options.hostKeys.end(), fits))
        return KeyVerdict::Accepted;
    const auto other = std::find_if(m_options.hostKeys.begin(), m_options.hostKeys.end(), named);
    if (other != m_options.hostKeys.end()) {
        refuse(base::refused(base::Message("cli.hostkey-differs"_msg)
                                 .with("host", question.name.toStdString())
                                 .with("expected", other->fingerprint.toStdString())
                                 .with("shown", question.key.fingerprint.toStdString())));
        return KeyVerdict::Refused;
    }
    return KeyVerdict::AskPerson;
}

void CommandPrompter::showKeys(
    const std::vector<engine::HostKeyQuestion> &questions, const std::vector<std::size_t> &open)
{
    Table table({u"#"_s, Cli::tr("SPARK"), Cli::tr("ADDRESS"), Cli::tr("KEY"), Cli::tr("FINGERPRINT")});
    for (std::size_t i = 0; i < open.size(); ++i) {
        const engine::HostKeyQuestion &question = questions[open[i]];
        table.add({QString::number(i + 1), shown(question.name), shown(question.address), shown(question.key.type),
            question.key.fingerprint});
    }
    m_output.note(told("prompt.hostkeys"_msg), Output::Tone::Attention);
    for (const QString &line : table.lines())
        m_output.note(line, Output::Tone::Plain);
    for (const std::size_t index : open)
        for (const QString &other : questions[index].sameKeyAs)
            m_output.note(told(base::Message("prompt.hostkey-clone"_msg)
                                   .with("host", questions[index].name.toStdString())
                                   .with("other", other.toStdString())),
                Output::Tone::Bad);
    m_output.note(told("prompt.hostkeys-compare"_msg), Output::Tone::Plain);
    m_output.note(u"  for k in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf $k; done"_s, Output::Tone::Strong);
}

QCoro::Task<std::vector<bool>> CommandPrompter::decideKeys(std::vector<engine::HostKeyQuestion> questions)
{
    std::vector<bool> answers(questions.size(), false);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const KeyVerdict verdict = judge(questions[i]);
        answers[i] = verdict == KeyVerdict::Accepted;
        if (verdict == KeyVerdict::AskPerson)
            open.push_back(i);
    }
    if (open.empty())
        co_return answers;
    if (!canAsk()) {
        for (const std::size_t index : open)
            refuse(usageError(base::Message("cli.hostkey-needed"_msg)
                                  .with("host", questions[index].name.toStdString())
                                  .with("fingerprint", questions[index].key.fingerprint.toStdString())));
        co_return answers;
    }
    showKeys(questions, open);
    const QString prompt = told(base::Message("prompt.hostkeys-which"_msg)) + u' ';
    const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(prompt);
    const std::optional<base::Secret> line = co_await asked;
    const QString typed = line ? textOf(*line) : QString();
    const QStringList words = typed.split(QRegularExpression(u"[\\s,]+"_s), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < open.size(); ++i)
        answers[open[i]] = words.contains(QString::number(i + 1)) || typed == u"all";
    if (std::find(answers.begin(), answers.end(), false) != answers.end())
        refuse(base::refused("cli.hostkey-not-accepted"_msg));
    co_return answers;
}

// --- signing in

QFuture<std::optional<engine::Credentials>> CommandPrompter::credentials(
    const QString &name, const base::Message &problem)
{
    return toFuture(decideCredentials(name, problem));
}

QCoro::Task<std::optional<engine::Credentials>> CommandPrompter::decideCredentials(QString name, base::Message problem)
{
    const Known known = lookUp(name);
    const int before = m_credentialTries[name]++;
    engine::Credentials credentials;
    credentials.user = !m_options.user.isEmpty() ? m_options.user : known.user;
    if (const engine::VirtualSpark *spark = virtualSpark(known.names)) {
        credentials.user = spark->user;
        credentials.password = spark->password;
        if (before > 0)
            co_return std::nullopt;
        co_return credentials;
    }
    credentials.keyFile = m_options.keyFile;
    credentials.useAgent = m_options.useAgent;
    if (const HostSecrets *secrets = m_secrets.find(known.names)) {
        if (!secrets->user.isEmpty())
            credentials.user = secrets->user;
        credentials.password = secrets->password;
        credentials.keyPassphrase = secrets->keyPassphrase;
        // The same answer would be wrong again, and wrong passwords lock accounts.
        if (before > 0 || credentials.user.isEmpty())
            co_return std::nullopt;
        co_return credentials;
    }
    const bool hasKey = !credentials.keyFile.isEmpty() || credentials.useAgent;
    if (hasKey && before == 0 && !credentials.user.isEmpty())
        co_return credentials;
    if (!canAsk()) {
        if (before == 0)
            refuseForOption(
                "password", name, credentials.user.isEmpty() ? u"--user NAME --secrets-fd N"_s : u"--secrets-fd N"_s);
        co_return std::nullopt;
    }
    if (before >= kMostTries)
        co_return std::nullopt;
    co_return co_await typeCredentials(name, problem);
}

QCoro::Task<std::optional<engine::Credentials>> CommandPrompter::typeCredentials(QString name, base::Message problem)
{
    engine::Credentials credentials;
    credentials.user = !m_options.user.isEmpty() ? m_options.user : lookUp(name).user;
    QString introduction = problem.empty() ? QString() : shown(name) + u": "_s + told(problem) + u'\n';
    if (credentials.user.isEmpty()) {
        const QString question = told(base::Message("prompt.user"_msg).with("host", name.toStdString()));
        const QString prompt = introduction + question + u' ';
        const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(prompt);
        const std::optional<base::Secret> line = co_await asked;
        if (!line || line->empty())
            co_return std::nullopt;
        credentials.user = textOf(*line);
        introduction.clear();
    }
    // A key file that needs its passphrase is asked for that, and the password stays unknown.
    const bool locked = problem.id == base::MessageId("ssh.key-file-locked"_msg).text()
        || problem.id == base::MessageId("ssh.key-file-passphrase"_msg).text();
    if (locked && !m_options.keyFile.isEmpty()) {
        const std::string path = m_options.keyFile.toStdString();
        const base::Message question = base::Message("prompt.passphrase"_msg).with("path", path);
        const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(introduction + told(question) + u' ', true);
        const std::optional<base::Secret> passphrase = co_await asked;
        if (!passphrase || passphrase->empty())
            co_return std::nullopt;
        credentials.keyFile = m_options.keyFile;
        credentials.keyPassphrase = *passphrase;
        co_return credentials;
    }
    const base::Message hidden = base::Message("prompt.password"_msg)
                                     .with("host", name.toStdString())
                                     .with("user", credentials.user.toStdString());
    const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(introduction + told(hidden) + u' ', true);
    const std::optional<base::Secret> password = co_await asked;
    if (!password || password->empty())
        co_return std::nullopt;
    credentials.password = *password;
    co_return credentials;
}

// --- sudo

QFuture<std::optional<base::Secret>> CommandPrompter::sudoPassword(
    const QString &name, engine::SudoReason reason, bool wrongBefore)
{
    return toFuture(decideSudo(name, reason, wrongBefore));
}

base::Secret CommandPrompter::broughtSudoPassword(const QStringList &names) const
{
    if (const engine::VirtualSpark *spark = virtualSpark(names))
        return spark->password;
    const HostSecrets *secrets = m_secrets.find(names);
    if (!secrets)
        return {};
    return secrets->sudoPassword.empty() ? secrets->password : secrets->sudoPassword;
}

QCoro::Task<std::optional<base::Secret>> CommandPrompter::decideSudo(
    QString name, engine::SudoReason reason, bool wrongBefore)
{
    const Known known = lookUp(name);
    const base::Secret brought = broughtSudoPassword(known.names);
    if (!brought.empty() && wrongBefore)
        co_return std::nullopt; // the same answer would be wrong again
    if (!brought.empty())
        co_return brought;
    if (!canAsk()) {
        refuseForOption("sudo password", name, u"--secrets-fd N"_s);
        co_return std::nullopt;
    }
    int &tries = m_sudoTries[name];
    tries = wrongBefore ? tries + 1 : 0;
    if (tries >= kMostTries)
        co_return std::nullopt;
    QString prompt = wrongBefore ? told("prompt.sudo-wrong"_msg) + u'\n' : sudoReason(reason) + u'\n';
    prompt += told(base::Message("prompt.sudo"_msg).with("host", name.toStdString())) + u' ';
    const QFuture<std::optional<base::Secret>> asked = m_terminal.ask(prompt, true);
    const std::optional<base::Secret> password = co_await asked;
    if (!password || password->empty())
        co_return std::nullopt;
    co_return password;
}

// --- the plan

QFuture<bool> CommandPrompter::confirmPlan(const domain::Plan &plan)
{
    return toFuture(decidePlan(QString::fromStdString(plan.id)));
}

QCoro::Task<bool> CommandPrompter::decidePlan(QString planId)
{
    if (m_confirmedPlans.contains(planId))
        co_return true;
    const QString question = told("prompt.plan"_msg);
    const bool yes = co_await confirm(question, u"--yes"_s);
    if (yes)
        m_confirmedPlans.insert(planId);
    co_return yes;
}

} // namespace sparkloom::cli
