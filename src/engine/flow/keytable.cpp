// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/keytable.h"

namespace sparkloom::engine {

void KeyTable::settled()
{
    --m_connecting;
    maybeAsk(false);
}

QCoro::Task<base::Result<bool>> KeyTable::ask(HostKeyQuestion question)
{
    const auto self = shared_from_this();
    Entry entry;
    entry.question = std::move(question);
    const Pending<bool> answer = entry.answer;
    m_waiting.push_back(std::move(entry));
    if (m_waiting.size() == 1)
        expire(kGrace, [weak = weak_from_this()] {
            if (const auto table = weak.lock())
                table->maybeAsk(true);
        });
    const base::Result<bool> accepted = co_await answer.wait(m_token);
    co_return accepted;
}

void KeyTable::maybeAsk(bool graceOver)
{
    if (!m_asking && !m_waiting.empty() && !m_token.isCancelled() && (graceOver || m_connecting <= 0))
        askAll();
}

QCoro::Task<void> KeyTable::askAll()
{
    const auto self = shared_from_this();
    m_asking = true;
    const std::vector<Entry> entries = std::exchange(m_waiting, {});
    std::vector<HostKeyQuestion> questions;
    for (const Entry &entry : entries)
        questions.push_back(entry.question);
    // One key at two machines of this table: a cloned image.
    for (HostKeyQuestion &question : questions)
        for (const Entry &other : entries)
            if (other.question.name != question.name && other.question.key == question.key
                && !question.sameKeyAs.contains(other.question.name))
                question.sameKeyAs << other.question.name;
    const Pending<std::vector<bool>> pending = pendingValue(m_prompter->acceptHostKeys(questions));
    const base::Result<std::vector<bool>> answers = co_await pending.wait(m_token);
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i].answer.resolve(answers ? base::Result<bool>(i < answers->size() && answers.value()[i])
                                          : base::Result<bool>(answers.error()));
    m_asking = false;
    maybeAsk(true);
}

} // namespace sparkloom::engine
