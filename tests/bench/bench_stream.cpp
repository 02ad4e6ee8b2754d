// SPDX-License-Identifier: GPL-3.0-or-later
// What watching costs on a Spark: the agent's counter stream at 20 Hz on four netdevs, in CPU and in how punctual
// its samples
// are, beside a loop that starts `ethtool -S` for each of them. The netdevs are veths with a Spark's names in
// namespaces
// of their own. Prints figures and ratios; fails only when something does not work.
#include "agent/linux/linuxsystem.h"
#include "protocol/codec.h"
#include "protocol/messages_stream.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <string>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace sparkloom;

namespace {

constexpr int kSkipped = 77;
constexpr int kHertz = 20;
constexpr const char *kNetdevs[] = {"enp1s0f0np0", "enP2p1s0f0np0", "enp1s0f1np1", "enP2p1s0f1np1"};

double cpuSeconds(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Starts a program and waits for it; its output goes nowhere. The exit status, -1 where it could not be started.
int run(const std::vector<std::string> &words)
{
    std::vector<char *> argv;
    for (const std::string &word : words)
        argv.push_back(const_cast<char *>(word.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    int status = -1;
    if (posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ) == 0)
        waitpid(child, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Namespaces of our own with four netdevs as a Spark has them. False where this machine does not let us.
bool makeNetdevs()
{
    const bool alone =
        unshare(CLONE_NEWNET | CLONE_NEWNS) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) == 0;
    if (!alone || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || mount("sysfs", "/sys", "sysfs", 0, nullptr) != 0)
        return false;
    for (std::size_t i = 0; i < std::size(kNetdevs); ++i) {
        const std::string other = "far" + std::to_string(i);
        if (run({"ip", "link", "add", kNetdevs[i], "type", "veth", "peer", "name", other}) != 0
            || run({"ip", "link", "set", kNetdevs[i], "up"}) != 0 || run({"ip", "link", "set", other, "up"}) != 0)
            return false;
    }
    return true;
}

struct Stream {
    double cpuPercent = 0;
    int samples = 0;
    std::size_t bytes = 0;
    std::vector<double> lateMs; // after the tick was due
    std::vector<double> readUs; // one read of one half
    std::string problem;
};

Stream measureStream(double seconds)
{
    Stream measured;
    agent::LinuxSystem system("/proc/self/exe");
    std::vector<std::string> lines;
    lines.reserve(static_cast<std::size_t>(seconds * kHertz * 2) + 64);
    agent::Session session(system, agent::Mode::User, [&](std::string line) { lines.push_back(std::move(line)); });
    session.start();
    session.receive(
        protocol::requestLine(1, protocol::verb::kStream, protocol::encode(protocol::StreamRequest{kHertz})) + '\n');
    std::function<void()> beat = [&] {
        session.receive(protocol::requestLine(0, protocol::verb::kHeartbeat) + '\n');
        system.loop().after(std::chrono::seconds(5), beat);
    };
    beat();
    system.loop().after(std::chrono::milliseconds(static_cast<int>(seconds * 1000)), [&] { system.loop().stop(); });
    const double cpu = cpuSeconds(RUSAGE_SELF);
    const double wall = wallSeconds();
    system.loop().run();
    measured.cpuPercent = 100 * (cpuSeconds(RUSAGE_SELF) - cpu) / (wallSeconds() - wall);
    for (const std::string &line : lines) {
        const auto envelope = protocol::decodeLine(line);
        if (!envelope || envelope->type == "error")
            measured.problem = line;
        if (!envelope || envelope->type != protocol::event::kSample)
            continue;
        const auto sample = protocol::decode<protocol::StreamSample>(envelope->body);
        if (!sample || sample->lanes.size() != std::size(kNetdevs)) {
            measured.problem = line;
            continue;
        }
        ++measured.samples;
        measured.bytes += line.size() + 1;
        const std::int64_t due = sample->sequence * (1'000'000 / kHertz);
        measured.lateMs.push_back(static_cast<double>(sample->atUs - due) / 1000);
        for (const protocol::StreamRow &row : sample->lanes)
            measured.readUs.push_back(static_cast<double>(*row[2]));
    }
    return measured;
}

// CPU in percent of one core of a loop that starts a program for each netdev so often.
double measureLoop(const std::vector<std::string> &words, double seconds)
{
    const double cpu = cpuSeconds(RUSAGE_CHILDREN) + cpuSeconds(RUSAGE_SELF);
    const double begin = wallSeconds();
    for (int tick = 0; wallSeconds() - begin < seconds; ++tick) {
        for (const char *netdev : kNetdevs) {
            std::vector<std::string> all = words;
            if (all.size() > 1)
                all.emplace_back(netdev);
            run(all);
        }
        const double rest = begin + static_cast<double>(tick + 1) / kHertz - wallSeconds();
        if (rest > 0)
            std::this_thread::sleep_for(std::chrono::duration<double>(rest));
    }
    return 100 * (cpuSeconds(RUSAGE_CHILDREN) + cpuSeconds(RUSAGE_SELF) - cpu) / (wallSeconds() - begin);
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace

int main(int argc, char **argv)
{
    const bool full = argc > 1 && std::strcmp(argv[1], "--full") == 0;
    const double seconds = full ? 20 : 1;
    if (!makeNetdevs()) {
        std::puts("SKIP: this machine gives no namespaces with netdevs of one's own");
        return kSkipped;
    }
    const Stream stream = measureStream(seconds);
    if (!stream.problem.empty() || stream.samples == 0) {
        std::printf("no whole stream: %s\n", stream.problem.substr(0, 500).c_str());
        return 1;
    }
    std::printf("stream at %d Hz on %zu netdevs for %.0f s: %d samples of %zu bytes, %.2f %% of one core\n", kHertz,
        std::size(kNetdevs), seconds, stream.samples, stream.bytes / static_cast<std::size_t>(stream.samples),
        stream.cpuPercent);
    std::printf("  a sample begins after it was due: p50 %.2f ms, p99 %.2f ms, most %.2f ms\n",
        percentile(stream.lateMs, 0.5), percentile(stream.lateMs, 0.99), percentile(stream.lateMs, 1));
    std::printf("  reading one half: p50 %.0f us, p99 %.0f us\n", percentile(stream.readUs, 0.5),
        percentile(stream.readUs, 0.99));
    const bool hasEthtool = run({"ethtool", "--version"}) == 0;
    const std::vector<std::string> words =
        hasEthtool ? std::vector<std::string>{"ethtool", "-S"} : std::vector<std::string>{"true"};
    const double loop = measureLoop(words, seconds);
    std::printf("  a loop around %s: %.2f %% of one core, %.1f times the stream\n",
        hasEthtool ? "ethtool -S" : "a program that does nothing (ethtool is not installed)", loop,
        stream.cpuPercent > 0 ? loop / stream.cpuPercent : 0.0);
    return 0;
}
