// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simulator.h"

#include "sim/control/control.h"
#include "sim/control/socket.h"
#include "sim/loop.h"
#include "sim/ssh/server.h"
#include "sim/story/story.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace sparkloom::sim {

namespace {

constexpr int kUsage = 2;
constexpr int kFailed = 1;

// A whole line; false when nobody reads any more.
bool writeLine(int descriptor, std::string line)
{
    line += '\n';
    std::string_view left = line;
    while (!left.empty()) {
        const ssize_t written = write(descriptor, left.data(), left.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

int fail(int code, const base::Error &error)
{
    std::fprintf(stderr, "sparkloom-sim: %s\n", error.detail.c_str());
    return code;
}

void readInput(int descriptor, ControlChannel &channel, EventLoop &loop)
{
    std::array<char, 4096> buffer{};
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got > 0)
        channel.receive({buffer.data(), static_cast<std::size_t>(got)});
    else if (got == 0 || (errno != EINTR && errno != EAGAIN))
        loop.stop();
}

} // namespace

int runSimulator(const Options &options, int inputDescriptor, int outputDescriptor)
{
    auto scenario = loadScenario(options.scenario);
    if (!scenario)
        return fail(kUsage, scenario.error());
    for (HostSpec &host : scenario->hosts)
        if (!options.architecture.empty())
            host.architecture = options.architecture;
    std::vector<KeyPointer> keys;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < scenario->hosts.size(); ++i) {
        keys.push_back(generateKey());
        lines.push_back(publicLine(keys.back()));
        if (lines.back().empty())
            return fail(kFailed, {base::ErrorKind::Internal, {}, "a host key could not be made"});
    }
    std::vector<Announced> announced;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const HostSpec &host = scenario->hosts[i];
        announced.push_back({host.name, 0, fingerprint(keys[i]), host.user, host.password});
    }

    EventLoop loop;
    World world(loop, std::move(scenario).value(), options.world, lines);
    CommandTable commands(world);
    SshServer server({loop, world, commands}, std::move(keys));
    if (const auto started = server.start(); !started)
        return fail(kFailed, started.error());
    for (std::size_t i = 0; i < announced.size(); ++i)
        announced[i].port = server.port(static_cast<int>(i));
    Control control(world, std::move(announced), [&] { loop.stop(); });
    ControlSocket socket(loop, control);
    if (!socket.open())
        return fail(kFailed, {base::ErrorKind::Internal, {}, "the control socket cannot be opened"});
    control.setSocket(socket.name());
    const auto say = [&](std::string line) {
        if (!writeLine(outputDescriptor, std::move(line)))
            loop.stop();
    };
    ControlChannel channel(control, say);
    int code = 0;
    Story story(world, [&](const base::Result<void> &ready) {
        if (ready)
            return say(control.firstLine());
        code = fail(kFailed, ready.error());
        loop.stop();
    });
    loop.watch(inputDescriptor, [&] { readInput(inputDescriptor, channel, loop); });
    story.start();
    loop.run();
    // A connection whose client does not move may hold its thread; the end of the process takes it along.
    if (!server.stop())
        std::_Exit(code);
    return code;
}

} // namespace sparkloom::sim
