// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

// An SSH server in this process, on an ephemeral port of 127.0.0.1 unless told otherwise, that does what a test tells
// it to. It runs no program.
namespace sparkloom::test {

// What one command line does.
struct CommandScript {
    std::string out;
    std::string err;
    int exitCode = 0;
    std::optional<std::string> signal; // instead of an exit code
    std::uint64_t floodBytes = 0;      // so many 'x' after `out`
    bool echoInput = false;            // sends back what comes in, ends at the end of input
    bool hang = false;                 // never answers
    bool drop = false;                 // cuts the connection after `out`
    bool freeze = false;               // after `out` the server neither reads nor writes any more
    bool refuse = false;               // denies the request
    bool closeWithoutStatus = false;
    std::size_t chunk = 0; // writes `out` in pieces of this size; 0: at once
};

struct Prompt {
    std::string text;
    bool echo = false;
    std::string expected;
};

struct ServerScript {
    // What happens instead of an SSH handshake.
    enum class Fault { None, CloseAtOnce, Silence, Garbage, SilenceAfterBanner };
    Fault fault = Fault::None;
    std::string address = "127.0.0.1";     // IPv4, where it listens
    std::uint16_t port = 0;                // 0: any free one
    std::string banner = "sparkloom_test"; // after "SSH-2.0-"

    std::string user = "nvidia";
    std::string password = "spark";
    bool offerPassword = true;
    bool offerPublicKey = true;
    bool offerInteractive = false;
    bool acceptNone = false;
    bool hangInAuth = false;                       // never answers the request for the list of methods
    std::vector<std::string> authorizedKeys;       // "ssh-ed25519 AAAA..."
    bool partialAfterPassword = false;             // wants a public key after the password
    std::vector<std::vector<Prompt>> prompts;      // rounds of keyboard-interactive
    std::map<std::string, CommandScript> commands; // others: exit 127
};

// What the server saw.
struct ServerRecord {
    int connections = 0;
    int listRequests = 0;               // for the list of methods; they name the user
    int authRequests = 0;               // anything but the request for the list
    std::vector<std::string> passwords; // as sent
    std::vector<std::string> answers;   // of keyboard-interactive
    std::vector<std::string> commands;
    std::string input;      // of all commands
    int closedChannels = 0; // closed by the client before they ended
};

class TestSshServer {
public:
    explicit TestSshServer(ServerScript script = {});
    ~TestSshServer(); // cuts all connections and joins all threads
    TestSshServer(const TestSshServer &) = delete;
    TestSshServer &operator=(const TestSshServer &) = delete;

    std::uint16_t port() const { return m_port; }
    std::string hostKeyFingerprint() const; // "SHA256:..."
    void renewHostKey();                    // as after a reinstallation; for connections from now on
    ServerRecord record() const;
    void cutAll(); // connections, as if a cable was pulled at the host

private:
    struct Connection;
    struct Key;
    friend struct Connection;
    void acceptLoop();

    const ServerScript m_script;
    std::unique_ptr<Key> m_key;
    int m_listener = -1;
    int m_stopEvent = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex; // guards m_record, m_connections and m_key
    ServerRecord m_record;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::thread m_acceptor;
};

} // namespace sparkloom::test
