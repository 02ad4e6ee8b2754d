// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/session/windowprompter.h"

namespace sparkloom::viewmodels {

namespace {

template <typename T>
void finishWith(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

// Puts a new question in the place of an unanswered older one of the same name, which is answered with nothing.
template <typename T>
QFuture<std::optional<T>> ask(std::map<QString, QPromise<std::optional<T>>> &open, const QString &name)
{
    if (const auto old = open.find(name); old != open.end()) {
        finishWith(old->second, std::optional<T>());
        open.erase(old);
    }
    QPromise<std::optional<T>> promise;
    promise.start();
    QFuture<std::optional<T>> future = promise.future();
    open.emplace(name, std::move(promise));
    return future;
}

template <typename T>
void answer(std::map<QString, QPromise<std::optional<T>>> &open, const QString &name, std::optional<T> value)
{
    const auto it = open.find(name);
    if (it == open.end())
        return;
    QPromise<std::optional<T>> promise = std::move(it->second);
    open.erase(it);
    finishWith(promise, std::move(value));
}

} // namespace

WindowPrompter::~WindowPrompter()
{
    dismissAll();
}

QFuture<std::vector<bool>> WindowPrompter::acceptHostKeys(const std::vector<engine::HostKeyQuestion> &questions)
{
    auto table = std::make_unique<KeyTable>();
    table->questions = questions;
    table->promise.start();
    QFuture<std::vector<bool>> future = table->promise.future();
    m_tables.push_back(std::move(table));
    if (m_tables.size() == 1)
        showNextTable();
    return future;
}

void WindowPrompter::showNextTable()
{
    if (!m_tables.empty())
        Q_EMIT hostKeysAsked(m_tables.front()->questions);
}

void WindowPrompter::answerHostKeys(const std::vector<bool> &accepted)
{
    if (m_tables.empty())
        return;
    const std::unique_ptr<KeyTable> table = std::move(m_tables.front());
    m_tables.erase(m_tables.begin());
    std::vector<bool> answers = accepted;
    answers.resize(table->questions.size(), false);
    finishWith(table->promise, std::move(answers));
    showNextTable();
}

QFuture<std::optional<engine::Credentials>> WindowPrompter::credentials(
    const QString &name, const base::Message &problem)
{
    auto future = ask(m_credentials, name);
    Q_EMIT credentialsAsked(name, problem);
    return future;
}

void WindowPrompter::answerCredentials(const QString &name, std::optional<engine::Credentials> credentials)
{
    answer(m_credentials, name, std::move(credentials));
}

QFuture<std::optional<base::Secret>> WindowPrompter::sudoPassword(
    const QString &name, engine::SudoReason reason, bool wrongBefore)
{
    auto future = ask(m_sudo, name);
    Q_EMIT sudoAsked(name, reason, wrongBefore);
    return future;
}

void WindowPrompter::answerSudo(const QString &name, std::optional<base::Secret> password)
{
    answer(m_sudo, name, std::move(password));
}

QFuture<bool> WindowPrompter::confirmPlan(const domain::Plan &plan)
{
    QPromise<bool> promise;
    promise.start();
    finishWith(promise, !plan.id.empty() && plan.id == m_confirmedPlan);
    return promise.future();
}

void WindowPrompter::dismissAll()
{
    auto tables = std::move(m_tables);
    m_tables.clear();
    for (const auto &table : tables)
        finishWith(table->promise, std::vector<bool>(table->questions.size(), false));
    while (!m_credentials.empty())
        answerCredentials(QString(m_credentials.begin()->first), std::nullopt);
    while (!m_sudo.empty())
        answerSudo(QString(m_sudo.begin()->first), std::nullopt);
}

} // namespace sparkloom::viewmodels
