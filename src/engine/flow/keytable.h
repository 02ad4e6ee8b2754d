// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/jobs/pending.h"
#include "engine/prompts.h"

#include <memory>
#include <vector>

namespace sparkloom::engine {

// Collects the unknown host keys of one step, so that a person sees them in one table: asks when nobody is connecting
// any more, or when the first key has waited kGrace. What comes later gets a table of its own. Main thread.
class KeyTable : public std::enable_shared_from_this<KeyTable> {
public:
    static constexpr std::chrono::milliseconds kGrace{3'000};

    KeyTable(Prompter *prompter, CancelToken token) : m_prompter(prompter), m_token(std::move(token)) {}

    void connecting(int hosts) { m_connecting += hosts; }
    // One host is through with connecting, whatever came of it.
    void settled();
    // Whether the person accepts this key.
    QCoro::Task<base::Result<bool>> ask(HostKeyQuestion question);

private:
    struct Entry {
        HostKeyQuestion question;
        Pending<bool> answer;
    };
    void maybeAsk(bool graceOver);
    QCoro::Task<void> askAll();

    Prompter *m_prompter;
    CancelToken m_token;
    int m_connecting = 0;
    bool m_asking = false;
    std::vector<Entry> m_waiting;
};

} // namespace sparkloom::engine
