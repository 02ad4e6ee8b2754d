// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/cancelflag.h"
#include "adapters/ssh/raii/session.h"
#include "engine/ports/remotehost.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::ssh {

// What was done on a session before; kept by its owner from run to run.
struct SignInProgress {
    int tries = 0;
    bool methodsKnown = false; // sshd counts a second request for the list as a failed try
};

// Signs in on one session: own key, agent, key file, password or keyboard-interactive, each at most once per run and
// six tries in all over the life of the session.
class Authenticator {
public:
    static constexpr int kMaxTries = 6;

    Authenticator(raii::Session &session, SignInProgress &progress, Deadline deadline, CancelFlag &cancel);
    Authenticator(const Authenticator &) = delete;
    Authenticator &operator=(const Authenticator &) = delete;

    // Blocks the calling thread. On a failure sessionUsable() says whether another run may follow.
    base::Result<engine::SignIn> run(const engine::Credentials &credentials);
    bool sessionUsable() const { return m_usable; }

private:
    using Method = engine::SignIn::Method;
    enum class Outcome { Success, Denied, Partial, Skipped, Stop };

    std::optional<base::Result<engine::SignIn>> learnMethods(bool allowPasswordless);
    template <typename Call>
    raii::AuthStep drive(Call call);
    Outcome judge(raii::AuthStep step);
    Outcome tryMethod(Method method, const engine::Credentials &credentials);
    Outcome tryOwnKey(const engine::Credentials &credentials);
    Outcome tryAgent();
    Outcome tryKeyFile(const engine::Credentials &credentials);
    Outcome tryPassword(const engine::Credentials &credentials);
    Outcome tryInteractive(const engine::Credentials &credentials);
    Outcome answerPrompts(const engine::Credentials &credentials, bool &answered);
    Outcome stop(base::Error error);
    bool useTry();
    base::Error denied() const;

    raii::Session &m_session;
    SignInProgress &m_progress;
    const Deadline m_deadline;
    CancelFlag &m_cancel;
    std::string m_user;
    raii::OfferedMethods m_offered;
    std::vector<std::string> m_tried;
    std::vector<std::string> m_notes;    // why a method was left out, for the detail
    std::optional<base::Error> m_reason; // why the key file could not be used
    std::optional<base::Error> m_error;  // set by stop()
    bool m_partial = false;
    bool m_usable = true;
};

} // namespace sparkloom::ssh
