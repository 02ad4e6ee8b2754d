// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "cli/output.h"
#include "cli/secretsdocument.h"
#include "cli/terminalinput.h"
#include "engine/ports/virtualsparks.h"
#include "engine/prompts.h"

#include <QCoroTask>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace sparkloom::cli {

// Answers the engine's questions: from what virtual Sparks bring, from the options and the secrets document, else from
// a person at the terminal. Where none of these can answer, the question is refused and problem() says which option
// would have answered it. Main thread.
class CommandPrompter : public engine::Prompter {
public:
    CommandPrompter(Output &output, TerminalInput &terminal);

    // What is known beforehand. Options may change between the commands of a shell.
    void setOptions(const GlobalOptions &options);
    void setSecrets(SecretsDocument secrets) { m_secrets = std::move(secrets); }
    void setVirtualSparks(std::vector<engine::VirtualSpark> sparks) { m_virtual = std::move(sparks); }
    // The user name that a member already has, and the names and addresses it goes by.
    struct Known {
        QString user;
        QStringList names;
    };
    void setLookup(std::function<Known(const QString &name)> lookup) { m_lookup = std::move(lookup); }

    // The first question that nobody could answer, or that was answered with no for safety.
    const std::optional<base::Error> &problem() const { return m_problem; }
    void clearProblem() { m_problem.reset(); }
    // A person is there to be asked.
    bool canAsk() const { return !m_options.yes && m_terminal.usable(); }
    // A yes/no question with default no. option: the one that answers it unattended.
    QCoro::Task<bool> confirm(QString question, QString option);
    // A line of text; nothing where nobody can answer.
    QCoro::Task<std::optional<QString>> askLine(QString question, QString option);
    void cancel() { m_terminal.cancel(); }

    QFuture<std::vector<bool>> acceptHostKeys(const std::vector<engine::HostKeyQuestion> &questions) override;
    QFuture<std::optional<engine::Credentials>> credentials(const QString &name, const base::Message &problem) override;
    QFuture<std::optional<base::Secret>> sudoPassword(
        const QString &name, engine::SudoReason reason, bool wrongBefore) override;
    QFuture<bool> confirmPlan(const domain::Plan &plan) override;

private:
    enum class KeyVerdict { Accepted, Refused, AskPerson };

    Known lookUp(const QString &name) const;
    const engine::VirtualSpark *virtualSpark(const QStringList &names) const;
    base::Secret broughtSudoPassword(const QStringList &names) const; // empty where none
    void refuse(base::Error error);
    void refuseForOption(const char *what, const QString &host, const QString &option);
    KeyVerdict judge(const engine::HostKeyQuestion &question);
    void showKeys(const std::vector<engine::HostKeyQuestion> &questions, const std::vector<std::size_t> &open);
    QCoro::Task<std::vector<bool>> decideKeys(std::vector<engine::HostKeyQuestion> questions);
    QCoro::Task<std::optional<engine::Credentials>> decideCredentials(QString name, base::Message problem);
    QCoro::Task<std::optional<engine::Credentials>> typeCredentials(QString name, base::Message problem);
    QCoro::Task<std::optional<base::Secret>> decideSudo(QString name, engine::SudoReason reason, bool wrongBefore);
    QCoro::Task<bool> decidePlan(QString planId);

    Output &m_output;
    TerminalInput &m_terminal;
    GlobalOptions m_options;
    SecretsDocument m_secrets;
    std::vector<engine::VirtualSpark> m_virtual;
    std::function<Known(const QString &)> m_lookup;
    std::optional<base::Error> m_problem;
    std::map<QString, int> m_credentialTries;
    std::map<QString, int> m_sudoTries;
    std::set<QString> m_confirmedPlans;
};

} // namespace sparkloom::cli
