// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/ssh/server.h"

#include <functional>

struct ssh_session_struct;
struct ssh_channel_struct;
struct ssh_server_callbacks_struct;

namespace sparkloom::sim {

// Signing in on one connection to a virtual Spark: password, keyboard-interactive where the scenario has it, public key
// against the simulated authorized_keys. Used on the connection's thread.
class SignInDesk {
public:
    SignInDesk(ServerContext context, ssh_session_struct *session, int spark);

    // Fills the callbacks; open makes a channel. This object is their userdata and must outlive them.
    void install(ssh_server_callbacks_struct &callbacks, std::function<ssh_channel_struct *()> open);
    bool accepted() const { return m_accepted; }
    // Too many tries: the connection is to end.
    bool exhausted() const { return !m_accepted && m_tries >= kMostTries; }
    ssh_channel_struct *openChannel() { return m_open(); }

    int judgePassword(const char *user, const char *password);
    // Keyboard-interactive: the question went to this user (the answer's message does not name one), the answer came.
    void askedFor(const char *user);
    int judgeAnswer(const char *answer);
    int judgeKey(const char *user, const std::string &blob, bool isSigned);

private:
    static constexpr int kMostTries = 6; // MaxAuthTries of sshd
    int denied();

    ServerContext m_context;
    ssh_session_struct *m_session;
    int m_spark;
    std::function<ssh_channel_struct *()> m_open;
    bool m_accepted = false;
    int m_tries = 0;
    std::string m_askedFor;
};

} // namespace sparkloom::sim
