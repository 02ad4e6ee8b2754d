// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

// The English source sentences, one table per area. QT_TRANSLATE_NOOP("text", ...) lets lupdate find them; the
// translation context is "text".
//
// Placeholders are {name} for an argument as it is, and {name:format} for one of
//   socket    0 or 1 as the words that a person behind the box needs
//   topology  "pair2" as "a pair with two cables"
//   seconds   milliseconds as whole seconds
//   moment    milliseconds since 1970 (UTC) as date and time of this computer's zone
//   unsafe    "link", "owner" and so on: what is wrong with a file
//   taken     "link", "address" or "mtu": what an interface did not take up
//   secret    "password" or "sudo password": what was to be asked for
// %n stands for the argument "count"; such a sentence also has its English singular in `one`.
namespace sparkloom::engine::text {

struct Entry {
    const char *id;
    const char *seen;              // what was seen; the whole sentence where it is no error
    const char *meaning = nullptr; // what it means
    const char *remedy = nullptr;  // what to do
    const char *one = nullptr;     // English singular of `seen`
};

std::span<const Entry> sshEntries();
std::span<const Entry> protocolEntries();
std::span<const Entry> fabricEntries();
std::span<const Entry> optionEntries();
std::span<const Entry> planEntries();
std::span<const Entry> preflightEntries();
std::span<const Entry> environmentEntries();
std::span<const Entry> agentEntries();
std::span<const Entry> changeEntries();
std::span<const Entry> hostEntries();
std::span<const Entry> verifyEntries();
std::span<const Entry> benchEntries();
std::span<const Entry> driftEntries();
std::span<const Entry> computerEntries();
std::span<const Entry> liveEntries();
std::span<const Entry> virtualEntries();
std::span<const Entry> membershipEntries();
std::span<const Entry> ncclEntries();
std::span<const Entry> rdmaEntries();
std::span<const Entry> commandLineEntries();
// All of the above.
std::vector<std::span<const Entry>> allEntries();

} // namespace sparkloom::engine::text
