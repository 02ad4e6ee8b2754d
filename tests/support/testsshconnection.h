// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testsshserver.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include <functional>
#include <list>

namespace sparkloom::test {

// One connection of the test server, on a thread of its own: key exchange, sign-in, channels.
class SshConnection {
public:
    using Note = std::function<void(const std::function<void(ServerRecord &)> &)>;

    // Takes over the socket. key is duplicated.
    SshConnection(int socket, const ServerScript &script, ssh_key key, Note note, const std::atomic<bool> &stopping);
    ~SshConnection();

    void run(); // until the client hangs up, the script ends it or `stopping`

private:
    // One command under way.
    struct Command {
        SshConnection *owner = nullptr;
        ssh_channel channel = nullptr;
        ssh_channel_callbacks_struct callbacks{};
        const CommandScript *script = nullptr;
        CommandScript unknown; // of a command that the script does not name
        std::string echo;      // input that is still to be sent back
        std::uint64_t flooded = 0;
        bool begun = false;
        bool inputEnded = false;
        bool ended = false;
    };

    bool greet();
    void serveFault();
    void step(Command &command);
    void beginCommand(Command &command);
    void endCommand(Command &command);
    bool writeAll(Command &command, const std::string &text, bool toError);
    int checkPassword(const std::string &user, const std::string &password);
    int checkKey(ssh_key key, char signatureState);
    int handleMessage(ssh_message message);
    int methods() const;

    static int onPassword(ssh_session, const char *user, const char *password, void *self);
    static int onNone(ssh_session, const char *user, void *self);
    static int onKey(ssh_session, const char *user, ssh_key_struct *key, char state, void *self);
    static ssh_channel onOpen(ssh_session session, void *self);
    static int onMessage(ssh_session, ssh_message message, void *self);
    static int onExec(ssh_session, ssh_channel, const char *line, void *command);
    static int onData(ssh_session, ssh_channel, void *data, uint32_t size, int isError, void *command);
    static void onEof(ssh_session, ssh_channel, void *command);
    static void onClose(ssh_session, ssh_channel, void *command);

    int m_socket;
    const ServerScript &m_script;
    const Note m_note;
    const std::atomic<bool> &m_stopping;
    ssh_bind m_bind = nullptr;
    ssh_session m_session = nullptr;
    ssh_event m_event = nullptr;
    ssh_server_callbacks_struct m_callbacks{};
    std::list<Command> m_commands;
    std::size_t m_round = 0;
    bool m_passwordGood = false;
    bool m_over = false;
    bool m_frozen = false;
};

} // namespace sparkloom::test
