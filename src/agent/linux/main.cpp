// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxprogram.h"
#include "agent/linux/linuxsystem.h"
#include "agent/linux/nccl/rankprogram.h"
#include "agent/linux/rdma/rdmaprogram.h"
#include "agent/nccl/rankdocument.h"

#include <cstdio>
#include <string_view>

using namespace sparkloom::agent;

namespace {

constexpr int kUsage = 2;
constexpr int kHopeless = 3; // trying again cannot help: the service manager must not (LinuxServices::armTimer)

constexpr const char *kHelp =
    "sparkloom-agent: the part of Sparkloom that runs on a Spark\n"
    "\n"
    "Usage: sparkloom-agent serve          answer requests on stdin with JSON lines on stdout, as this user\n"
    "       sparkloom-agent privileged     the same with the verbs that need root\n"
    "       sparkloom-agent recover        at boot: take an unconfirmed network change back (root)\n"
    "       sparkloom-agent rollback ID    when the timer fires: take this network change back (root)\n"
    "       sparkloom-agent --version | --help\n"
    "\n"
    "The application copies it here and starts it over SSH; it has no settings and listens on no port.\n"
    "It ends when its stdin ends. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 backup damaged,\n"
    "77 not root.\n";

bool isTransactionId(std::string_view id)
{
    return id.size() == 16 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// The path of this very program, for the timer and the boot unit.
std::string ownPath()
{
    char buffer[4096];
    const ssize_t count = readlink("/proc/self/exe", buffer, sizeof buffer);
    return count > 0 ? std::string(buffer, static_cast<std::size_t>(count)) : std::string();
}

int takeBack(std::string_view id, bool atBoot)
{
    LinuxSystem system(ownPath());
    const bool started = atBoot && system.activation().renderer() != sparkloom::domain::Renderer::Unknown;
    const auto result = recover(system, id, atBoot, started);
    if (!result) {
        std::fprintf(
            stderr, "sparkloom-agent: %s %s\n", result.error().message.id.c_str(), result.error().detail.c_str());
        return result.error().message.id == "remote.backup-damaged" ? kHopeless : 1;
    }
    std::puts(*result ? "rolled back" : "nothing to roll back");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view verb = argc > 1 ? argv[1] : "";
    if (verb == "--version" && argc == 2)
        return std::puts("sparkloom-agent " SPARKLOOM_VERSION) < 0;
    if (verb == "--help" && argc == 2)
        return std::fputs(kHelp, stdout) < 0;
    if (verb == "serve" && argc == 2) {
        LinuxSystem system(ownPath());
        return runSession(system, Mode::User);
    }
    if (verb == kRankMode && argc == 2) // started by ourselves only
        return runRank();
    if (verb == kRdmaMode && argc == 2) // the same
        return runRdmaEnd();
    if (verb == kProgramMode && argc == 2)
        return runProgramChild();
    const bool needsRoot = (argc == 2 && (verb == "privileged" || verb == "recover"))
        || (argc == 3 && verb == "rollback" && isTransactionId(argv[2]));
    if (!needsRoot) {
        std::fputs(kHelp, stderr);
        return kUsage;
    }
    if (geteuid() != 0) {
        std::fputs("sparkloom-agent: this needs root\n", stderr);
        return 77;
    }
    if (verb == "privileged") {
        LinuxSystem system(ownPath());
        return runSession(system, Mode::Root);
    }
    return takeBack(argc == 3 ? argv[2] : "", verb == "recover");
}
