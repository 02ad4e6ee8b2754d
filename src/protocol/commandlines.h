// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

// Every command line that the application ever sends over SSH. They are constants but for hashes and nonces that the
// application made itself (hex digits): no user or remote data, ever (measurement-and-safety 11, "shell").
// All begin with `exec /bin/sh -c '...'` so that fish and csh login shells run them too.
namespace sparkloom::protocol {

// Prints "SPARKLOOM-PROBE <nonce>", then uname -m, id -un, id -u and the home folder, one per line.
struct ProbeCommand {
    std::string nonce; // 32 hex digits
    friend bool operator==(const ProbeCommand &, const ProbeCommand &) = default;
};
// Stores stdin (the agent's bytes, until EOF) as ~/.cache/sparkloom/agent-<first 16 digits>/sparkloom-agent: 0700
// folder, temporary file, hash check, rename. Prints "STORED <hash>". Exit 3: hash differs, 4: home is not writable or
// full, 5: the folder does not allow programs (noexec).
struct UploadCommand {
    std::string hash; // SHA-256, 64 hex digits
    friend bool operator==(const UploadCommand &, const UploadCommand &) = default;
};
// Checks the hash of that file and becomes `sparkloom-agent serve`. Exit 3: absent or hash differs.
struct ServeCommand {
    std::string hash;
    friend bool operator==(const ServeCommand &, const ServeCommand &) = default;
};
// `sudo -n true`: exit 0 when no password is needed.
struct SudoCheckCommand {
    friend bool operator==(const SudoCheckCommand &, const SudoCheckCommand &) = default;
};
// Root agent through sudo (measurement-and-safety 9): with passwordNonce, `sudo -S -k -p <passwordNonce>`; without,
// `sudo -n`. The fixed script prints "OK-<startNonce>" and a newline, installs a root-owned copy of the user's agent
// under /usr/local/libexec/sparkloom/ when its hash is not there yet, checks that copy's hash as root and becomes
// `sparkloom-agent privileged`. Exit 3: hash differs, 4: cannot be installed.
struct PrivilegedCommand {
    std::string hash;
    std::string startNonce;                   // 32 hex digits
    std::optional<std::string> passwordNonce; // 32 hex digits
    friend bool operator==(const PrivilegedCommand &, const PrivilegedCommand &) = default;
};
// Removes ~/.cache/sparkloom (forget).
struct RemoveAgentCommand {
    friend bool operator==(const RemoveAgentCommand &, const RemoveAgentCommand &) = default;
};

using CommandLine =
    std::variant<ProbeCommand, UploadCommand, ServeCommand, SudoCheckCommand, PrivilegedCommand, RemoveAgentCommand>;

std::string render(const CommandLine &command);
// The command whose rendering is exactly this text; nothing for any other text (the simulator answers 127 then).
std::optional<CommandLine> parseCommandLine(std::string_view text);

// Where the pieces live on a Spark.
inline constexpr std::string_view kUserAgentFolder = ".cache/sparkloom";
inline constexpr std::string_view kRootFolder = "/usr/local/libexec/sparkloom";
std::string rootAgentPath(std::string_view hash); // kRootFolder/sparkloom-agent-<first 16 digits>

} // namespace sparkloom::protocol
