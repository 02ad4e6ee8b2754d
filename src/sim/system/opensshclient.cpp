// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/opensshclient.h"

#include "agent/clusterkey.h"
#include "agent/sshcheck.h"
#include "base/text.h"
#include "sim/ssh/keys.h"
#include "sim/system/access.h"
#include "sim/system/clientconfig.h"
#include "sim/world/wires.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr int kSshFailed = 255;
constexpr std::size_t kMaxFile = 1024 * 1024;

struct Call {
    ClientOptions options;
    std::string host; // as it was typed
    std::string user;
};

agent::ProcessResult failure(std::string text)
{
    return {kSshFailed, {}, std::move(text) + '\n'};
}

// The command of agent/sshcheck.h, or nothing.
std::optional<Call> parse(const std::vector<std::string> &argv)
{
    constexpr std::size_t kTimeout = 6, kUser = 8, kHost = 10, kWords = 12;
    constexpr std::string_view kTimeoutOption = "ConnectTimeout=";
    if (argv.size() != kWords || !argv[kTimeout].starts_with(kTimeoutOption))
        return std::nullopt;
    const auto seconds = base::parseInteger(std::string_view(argv[kTimeout]).substr(kTimeoutOption.size()), 1, 60);
    protocol::SshCheckRequest request;
    request.user = argv[kUser];
    request.name = argv[kHost];
    request.timeoutMs = static_cast<int>(seconds.value_or(0)) * 1000;
    if (agent::sshCheckCommand(request) != argv)
        return std::nullopt;
    return Call{{}, request.name, request.user};
}

// What the resolver of a Spark knows: literals, /etc/hosts and mDNS on the management network.
std::optional<domain::Ipv4Address> resolveName(World &world, Spark &spark, const std::string &name)
{
    if (const auto literal = domain::Ipv4Address::parse(name))
        return literal;
    if (name == "localhost")
        return domain::Ipv4Address{0x7f000001};
    for (const auto &other : world.sparks())
        if (name == other->spec.name || name == other->spec.name + ".local")
            return other.get() == &spark ? domain::Ipv4Address{0x7f000101} : other->managementAddress;
    return std::nullopt;
}

bool nameInList(std::string_view list, const std::string &name)
{
    const auto names = base::split(list, ',');
    return std::ranges::find(names, std::string_view(name)) != names.end();
}

enum class HostKeyState { Known, Unknown, Changed };

HostKeyState judgeHostKey(Spark &spark, const Call &call, const std::string &name, const std::string &key)
{
    bool otherKey = false;
    const std::string files = optionOr(call.options, "userknownhostsfile", "~/.ssh/known_hosts ~/.ssh/known_hosts2");
    for (const std::string_view file : base::split(files, ' ')) {
        const auto text = file.empty() ? base::Result<MemoryFiles::Content>(std::make_shared<const std::string>())
                                       : spark.files.read(spark.user, inHome(spark, std::string(file)), kMaxFile);
        if (!text)
            continue;
        for (const std::string_view line : base::split(**text, '\n')) {
            const auto words = base::split(base::trimmed(line), ' ');
            if (words.size() < 3 || words[0].starts_with('#') || !nameInList(words[0], name))
                continue;
            const std::string held = std::string(words[1]) + ' ' + std::string(words[2]);
            if (held == key)
                return HostKeyState::Known;
            otherKey = otherKey || held.starts_with("ssh-ed25519 ");
        }
    }
    return otherKey ? HostKeyState::Changed : HostKeyState::Unknown;
}

// Whether one of this user's identities is let in over there.
bool signsIn(Spark &spark, const Call &call, Spark &there, const std::string &user, domain::Ipv4Address from)
{
    std::vector<std::string> files{"~/.ssh/id_ed25519"};
    if (const auto it = call.options.find("identityfile"); it != call.options.end())
        files = it->second;
    for (const std::string &file : files) {
        const std::string path = inHome(spark, file);
        const auto text = spark.files.read(spark.user, path, kMaxFile);
        // ssh refuses a private key that others can read.
        if (!text || (spark.files.info(spark.user, path).mode & 077) != 0)
            continue;
        const std::string line = publicLine(privateKeyFrom(**text));
        const std::size_t blank = line.find(' ');
        if (blank != std::string::npos && keyAccepted(there, user, line.substr(blank + 1), from))
            return true;
    }
    return false;
}

} // namespace

agent::ProcessResult runOpenSshClient(World &world, Spark &spark, const std::vector<std::string> &argv)
{
    std::optional<Call> call = parse(argv);
    if (!call)
        return {127, {}, "ssh: this call is not simulated\n"};
    readClientConfig(spark, call->host, call->options);
    const std::string name = optionOr(call->options, "hostname", call->host);
    const auto address = resolveName(world, spark, name);
    if (!address)
        return failure("ssh: Could not resolve hostname " + name + ": Name or service not known");
    const auto reached = world.wires().connect(spark, *address);
    if (!reached)
        return failure("ssh: connect to host " + name + " port 22: No route to host");
    Spark &there = *reached->spark;
    // ssh looks a host key up by the name it connects to (HostName), or by HostKeyAlias.
    const HostKeyState state = judgeHostKey(spark, *call, optionOr(call->options, "hostkeyalias", name), there.hostKey);
    if (state == HostKeyState::Changed)
        return failure("@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.");
    if (state == HostKeyState::Unknown)
        return failure("No ED25519 host key is known for " + name
            + " and you have requested strict checking.\nHost key verification failed.");
    if (!signsIn(spark, *call, there, call->user, reached->from))
        return failure(call->user + '@' + name + ": Permission denied (publickey,password).");
    return {0, there.spec.name + '\n', {}};
}

agent::ProcessResult runKeygen(Spark &spark, Credentials who, const std::vector<std::string> &argv)
{
    constexpr std::size_t kComment = 7;
    constexpr std::string_view kOwner = "sparkloom@";
    if (argv.size() <= kComment || !argv[kComment].starts_with(kOwner)
        || agent::keygenCommand(argv[kComment].substr(kOwner.size()), argv.back()) != argv)
        return {127, {}, "ssh-keygen: this call is not simulated\n"};
    const std::string &file = argv.back();
    if (spark.files.info(who, file).kind != agent::FileInfo::Kind::Missing)
        return {1, file + " already exists.\nOverwrite (y/n)? ", {}};
    const KeyPointer key = generateKey();
    const std::string text = privateText(key);
    if (text.empty())
        return {1, {}, "ssh-keygen: the key could not be made\n"};
    if (auto written = spark.files.writeAtomic(who, file, text, 0600, std::nullopt); !written)
        return {1, {}, "Saving key \"" + file + "\" failed: " + written.error().detail + '\n'};
    if (auto written = spark.files.writeAtomic(
            who, file + ".pub", publicLine(key) + ' ' + argv[kComment] + '\n', 0644, std::nullopt);
        !written)
        return {1, {}, "Unable to save public key to \"" + file + ".pub\": " + written.error().detail + '\n'};
    return {0, {}, {}};
}

} // namespace sparkloom::sim
