// SPDX-License-Identifier: Apache-2.0
#include "protocol/commandlines.h"

#include <map>

// Each command is a constant text with slots for hex digits. Rules that every text below keeps: one line, POSIX sh, no
// single quote inside the script and no '!' (csh expands it), no backslash before a quote or a backslash (fish reads
// those in single quotes), nothing that reads stdin but where stdin is the payload.
namespace sparkloom::protocol {
namespace {

// Slots. {16} is the beginning of {hash}; it names the folder.
constexpr std::string_view kHash = "{hash}", kShort = "{16}", kNonce = "{nonce}", kPrompt = "{prompt}";
constexpr std::size_t kHashDigits = 64, kShortDigits = 16, kNonceDigits = 32;

// A known environment: tools of the system only, messages in English, files for the user alone.
#define SPARKLOOM_SH_START "PATH=/usr/sbin:/usr/bin:/sbin:/bin; LC_ALL=C; export PATH LC_ALL; umask 077; "
// HOME must be an absolute path, else exit 4.
#define SPARKLOOM_SH_HOME "case \"$HOME\" in /*) ;; *) exit 4;; esac; "

constexpr std::string_view kProbeText =
    "exec /bin/sh -c '" SPARKLOOM_SH_START
    "printf \"%s\\n\" \"SPARKLOOM-PROBE {nonce}\"; uname -m; id -un; id -u; printf \"%s\\n\" \"$HOME\"'";

// .made-parent tells the removal that ~/.cache was not there before. The folders must be real folders of this user.
// test -x asks the kernel, which says no on a noexec mount.
constexpr std::string_view kUploadText = "exec /bin/sh -c '" SPARKLOOM_SH_START SPARKLOOM_SH_HOME
                                         "c=\"$HOME/.cache\"; b=\"$c/sparkloom\"; d=\"$b/agent-{16}\"; t=; n=; "
                                         "[ -e \"$c\" ] || n=1; "
                                         "mkdir -p \"$c\" || exit 4; "
                                         "for p in \"$b\" \"$d\"; do if [ -L \"$p\" ]; then exit 4; fi; mkdir -p "
                                         "\"$p\" && [ -O \"$p\" ] && chmod 0700 \"$p\" || exit 4; done; "
                                         "[ -z \"$n\" ] || : > \"$b/.made-parent\"; "
                                         "trap \"exit 4\" HUP INT TERM; trap \"rm -f \\\"\\$t\\\"\" EXIT; "
                                         "t=$(mktemp \"$d/.upload.XXXXXX\") || exit 4; "
                                         "cat > \"$t\" || exit 4; "
                                         "s=$(sha256sum < \"$t\") || exit 4; [ \"${s%% *}\" = {hash} ] || exit 3; "
                                         "chmod 0700 \"$t\" && sync \"$t\" || exit 4; "
                                         "[ -x \"$t\" ] || exit 5; "
                                         "mv -f \"$t\" \"$d/sparkloom-agent\" || exit 4; "
                                         "printf \"%s\\n\" \"STORED {hash}\"'";

constexpr std::string_view kServeText =
    "exec /bin/sh -c '" SPARKLOOM_SH_START
    "f=\"$HOME/.cache/sparkloom/agent-{16}/sparkloom-agent\"; [ -f \"$f\" ] || exit 3; "
    "s=$(sha256sum < \"$f\") || exit 3; [ \"${s%% *}\" = {hash} ] || exit 3; "
    "umask 022; exec \"$f\" serve'";

constexpr std::string_view kSudoCheckText = "exec /bin/sh -c '" SPARKLOOM_SH_START "exec sudo -n true < /dev/null'";

constexpr std::string_view kRemoveText =
    "exec /bin/sh -c '" SPARKLOOM_SH_START SPARKLOOM_SH_HOME
    "c=\"$HOME/.cache\"; n=; if [ -e \"$c/sparkloom/.made-parent\" ]; then n=1; fi; "
    "rm -rf \"$c/sparkloom\" || exit 4; "
    "if [ -n \"$n\" ]; then rmdir \"$c\" 2> /dev/null || :; fi'";

// What runs as root. The copy is checked where only root can write; the user's file is only ever read (at most 64 MiB).
// .made-parent tells `forget` that /usr/local/libexec was not there before.
#define SPARKLOOM_SH_ROOT                                                                                              \
    "set -eu; " SPARKLOOM_SH_START "printf \"%s\\n\" \"OK-{nonce}\"; "                                                 \
    "d=/usr/local/libexec/sparkloom; f=\"$d/sparkloom-agent-{16}\"; t=; "                                              \
    "fits() { if [ -L \"$1\" ]; then return 1; fi; [ -f \"$1\" ] && [ -O \"$1\" ] && [ -x \"$1\" ] || return 1; "      \
    "s=$(sha256sum < \"$1\") || return 1; [ \"${s%% *}\" = {hash} ]; }; "                                              \
    "if [ -L \"$d\" ]; then exit 4; fi; "                                                                              \
    "if [ -d \"$d\" ] && [ -O \"$d\" ] && fits \"$f\"; then umask 022; exec \"$f\" privileged; fi; "                   \
    "h=$(getent passwd \"${SUDO_UID:-0}\") || exit 4; h=${h%:*}; h=${h##*:}; case \"$h\" in /*) ;; *) exit 4;; esac; " \
    "u=\"$h/.cache/sparkloom/agent-{16}/sparkloom-agent\"; [ -f \"$u\" ] || exit 3; "                                  \
    "( umask 022; n=; [ -e /usr/local/libexec ] || n=1; mkdir -p \"$d\" && chown root:root \"$d\" && chmod 0755 "      \
    "\"$d\" && "                                                                                                       \
    "{ [ -z \"$n\" ] || : > \"$d/.made-parent\"; } ) || exit 4; "                                                      \
    "trap \"exit 4\" HUP INT TERM; trap \"rm -f \\\"\\$t\\\"\" EXIT; "                                                 \
    "t=$(mktemp \"$d/.new.XXXXXX\") || exit 4; "                                                                       \
    "head -c 67108864 < \"$u\" > \"$t\" || exit 4; "                                                                   \
    "s=$(sha256sum < \"$t\") || exit 4; [ \"${s%% *}\" = {hash} ] || exit 3; "                                         \
    "chmod 0755 \"$t\" && sync \"$t\" && mv -f \"$t\" \"$f\" || exit 4; "                                              \
    "fits \"$f\" || exit 4; "                                                                                          \
    "trap - HUP INT TERM EXIT; umask 022; exec \"$f\" privileged"

// The script is an argument of the outer shell, so that it needs no second level of quoting.
constexpr std::string_view kPrivilegedText =
    "exec /bin/sh -c '" SPARKLOOM_SH_START "exec sudo -n -- /bin/sh -c \"$1\"' sparkloom '" SPARKLOOM_SH_ROOT "'";
constexpr std::string_view kPrivilegedPasswordText =
    "exec /bin/sh -c '" SPARKLOOM_SH_START
    "exec sudo -S -k -p {prompt} -- /bin/sh -c \"$1\"' sparkloom '" SPARKLOOM_SH_ROOT "'";

#undef SPARKLOOM_SH_START
#undef SPARKLOOM_SH_HOME
#undef SPARKLOOM_SH_ROOT

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// The slots of a template and what is in them.
using Slots = std::map<std::string_view, std::string>;

std::size_t digitsOf(std::string_view slot)
{
    return slot == kHash ? kHashDigits : slot == kShort ? kShortDigits : kNonceDigits;
}

// The slot that begins here, empty where none does: "{" also occurs in the scripts themselves.
std::string_view slotAt(std::string_view text)
{
    for (const std::string_view slot : {kHash, kShort, kNonce, kPrompt})
        if (text.starts_with(slot))
            return slot;
    return {};
}

// Empty where a value is not made of the right number of hex digits: such a command cannot be written.
std::string fill(std::string_view pattern, const Slots &slots)
{
    for (const auto &[slot, value] : slots)
        if (!isHex(value, digitsOf(slot)))
            return {};
    std::string out;
    while (!pattern.empty()) {
        const std::string_view slot = slotAt(pattern);
        if (slot.empty()) {
            out += pattern.front();
            pattern.remove_prefix(1);
        } else {
            out += slots.at(slot);
            pattern.remove_prefix(slot.size());
        }
    }
    return out;
}

// Reads the slots out of a text that is exactly the filled pattern.
std::optional<Slots> match(std::string_view pattern, std::string_view text)
{
    Slots slots;
    while (!pattern.empty()) {
        const std::string_view slot = slotAt(pattern);
        if (slot.empty()) {
            if (text.empty() || text.front() != pattern.front())
                return std::nullopt;
            pattern.remove_prefix(1);
            text.remove_prefix(1);
            continue;
        }
        const std::string_view value = text.substr(0, digitsOf(slot));
        if (!isHex(value, digitsOf(slot)))
            return std::nullopt;
        const auto [place, isNew] = slots.emplace(slot, value);
        if (!isNew && place->second != value)
            return std::nullopt;
        pattern.remove_prefix(slot.size());
        text.remove_prefix(value.size());
    }
    const auto hash = slots.find(kHash), shortened = slots.find(kShort);
    if (!text.empty()
        || (hash != slots.end() && shortened != slots.end() && !hash->second.starts_with(shortened->second)))
        return std::nullopt;
    return slots;
}

Slots hashSlots(const std::string &hash)
{
    return {{kHash, hash}, {kShort, hash.substr(0, kShortDigits)}};
}

struct Renderer {
    std::string operator()(const ProbeCommand &command) const { return fill(kProbeText, {{kNonce, command.nonce}}); }
    std::string operator()(const UploadCommand &command) const { return fill(kUploadText, hashSlots(command.hash)); }
    std::string operator()(const ServeCommand &command) const { return fill(kServeText, hashSlots(command.hash)); }
    std::string operator()(const SudoCheckCommand &) const { return std::string(kSudoCheckText); }
    std::string operator()(const RemoveAgentCommand &) const { return std::string(kRemoveText); }
    std::string operator()(const PrivilegedCommand &command) const
    {
        Slots slots = hashSlots(command.hash);
        slots.emplace(kNonce, command.startNonce);
        if (!command.passwordNonce)
            return fill(kPrivilegedText, slots);
        slots.emplace(kPrompt, *command.passwordNonce);
        return fill(kPrivilegedPasswordText, slots);
    }
};

} // namespace

std::string render(const CommandLine &command)
{
    return std::visit(Renderer(), command);
}

std::optional<CommandLine> parseCommandLine(std::string_view text)
{
    if (text == kSudoCheckText)
        return SudoCheckCommand();
    if (text == kRemoveText)
        return RemoveAgentCommand();
    if (const auto slots = match(kProbeText, text))
        return ProbeCommand{slots->at(kNonce)};
    if (const auto slots = match(kUploadText, text))
        return UploadCommand{slots->at(kHash)};
    if (const auto slots = match(kServeText, text))
        return ServeCommand{slots->at(kHash)};
    if (const auto slots = match(kPrivilegedText, text))
        return PrivilegedCommand{slots->at(kHash), slots->at(kNonce), std::nullopt};
    if (const auto slots = match(kPrivilegedPasswordText, text))
        return PrivilegedCommand{slots->at(kHash), slots->at(kNonce), slots->at(kPrompt)};
    return std::nullopt;
}

std::string rootAgentPath(std::string_view hash)
{
    return std::string(kRootFolder) + "/sparkloom-agent-" + std::string(hash.substr(0, kShortDigits));
}

} // namespace sparkloom::protocol
