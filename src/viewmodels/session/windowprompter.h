// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/prompts.h"

#include <QObject>
#include <QPromise>

#include <map>
#include <memory>
#include <vector>

namespace sparkloom::viewmodels {

// The engine's questions as signals, the window's answers as calls; no dialog, nothing waits. A question that nobody
// answers before dismissAll() or the end is answered with no. Main thread.
class WindowPrompter : public QObject, public engine::Prompter {
    Q_OBJECT
public:
    using QObject::QObject;
    ~WindowPrompter() override;

    bool asksSideBySide() const override { return true; }
    QFuture<std::vector<bool>> acceptHostKeys(const std::vector<engine::HostKeyQuestion> &questions) override;
    QFuture<std::optional<engine::Credentials>> credentials(const QString &name, const base::Message &problem) override;
    QFuture<std::optional<base::Secret>> sudoPassword(
        const QString &name, engine::SudoReason reason, bool wrongBefore) override;
    QFuture<bool> confirmPlan(const domain::Plan &plan) override;

    void answerHostKeys(const std::vector<bool> &accepted);
    void answerCredentials(const QString &name, std::optional<engine::Credentials> credentials);
    void answerSudo(const QString &name, std::optional<base::Secret> password);
    // The plan that the person pressed Apply for: only this one is confirmed.
    void setConfirmedPlan(const std::string &planId) { m_confirmedPlan = planId; }
    void dismissAll();

Q_SIGNALS:
    void hostKeysAsked(const std::vector<sparkloom::engine::HostKeyQuestion> &questions);
    void credentialsAsked(const QString &name, const sparkloom::base::Message &problem);
    void sudoAsked(const QString &name, sparkloom::engine::SudoReason reason, bool wrongBefore);

private:
    // Questions about host keys may come one after another; the window shows one table at a time.
    struct KeyTable {
        std::vector<engine::HostKeyQuestion> questions;
        QPromise<std::vector<bool>> promise;
    };
    void showNextTable();

    std::vector<std::unique_ptr<KeyTable>> m_tables;
    std::map<QString, QPromise<std::optional<engine::Credentials>>> m_credentials;
    std::map<QString, QPromise<std::optional<base::Secret>>> m_sudo;
    std::string m_confirmedPlan;
};

} // namespace sparkloom::viewmodels
