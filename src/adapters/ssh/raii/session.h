// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/raii/handles.h"
#include "adapters/ssh/raii/key.h"

#include <cstdint>
#include <string>
#include <vector>

struct ssh_counter_struct;

namespace sparkloom::ssh::raii {

// Answer of one call that does not block.
enum class Step { Done, Again, Failed };
enum class AuthStep { Success, Denied, Partial, Info, Again, Failed };

// Ways to sign in that a server may offer.
struct OfferedMethods {
    bool publicKey = false;
    bool password = false;
    bool keyboardInteractive = false;
    std::string text() const; // "publickey,password" in the server's own words, also those that we do not use
    int bits = 0;
};

// One prompt of keyboard-interactive; text is untrusted.
struct Prompt {
    std::string text;
    bool echo = false;
};

// One libssh session over a socket that is connected already. Never blocks (but for the agent socket). One thread.
// No configuration files, no GSSAPI, no agent forwarding, no compression, our own lists of algorithms.
class Session {
public:
    // Takes over the socket. alias: the name of the machine, for libssh's own messages only. Null on failure.
    static std::unique_ptr<Session> overSocket(int socket, const std::string &alias);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    ssh_session_struct *get() const { return m_session.get(); }
    int socket() const;
    bool wantsToWrite() const;
    bool isAlive() const;
    // English text of libssh about the last failure, cleaned and cut to 300 bytes.
    std::string errorText() const;
    std::string serverBanner() const; // empty before it came; cleaned, at most 255 bytes
    bool sawServerBanner() const;
    std::uint64_t bytesReceived() const;
    std::uint64_t bytesSent() const; // taken by the kernel

    Step connect();
    Key serverKey() const; // empty on failure

    AuthStep authNone(const std::string &user);
    OfferedMethods offered() const; // after authNone
    AuthStep authKey(const std::string &user, const Key &key);
    AuthStep authAgent(const std::string &user);
    AuthStep authPassword(const std::string &user, const char *password);
    AuthStep authInteractive(const std::string &user);
    std::vector<Prompt> prompts() const;
    int promptCount() const; // as the server says, may be above what prompts() returns
    bool answerPrompt(unsigned index, const char *answer);
    // Talks to the agent over this socket, which it takes over.
    bool useAgentSocket(int socket);

    void sendKeepAlive();
    void disconnect(); // says good-bye and closes the socket, whatever the host does

    static constexpr std::size_t kMaxPrompts = 4;

private:
    explicit Session(SessionHandle session);
    bool setText(ssh_options_e option, const char *value);
    bool setInt(ssh_options_e option, int value);
    bool setLong(ssh_options_e option, long value);
    bool setSocket(int socket);
    bool setBool(ssh_options_e option, bool value);
    bool configure(int socket, const std::string &alias);

    std::unique_ptr<ssh_counter_struct> m_counter;
    SessionHandle m_session;
};

} // namespace sparkloom::ssh::raii
