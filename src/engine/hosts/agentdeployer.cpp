// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/agentdeployer.h"

#include "base/text.h"
#include "engine/hosts/remotecommand.h"

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kProbeTimeout{10'000};
constexpr std::chrono::milliseconds kUploadTimeout{120'000}; // a few MB over slow Wi-Fi
constexpr int kHashDiffers = 3;
constexpr int kNotWritable = 4;
constexpr int kNoPrograms = 5;

std::string detailOf(const CommandOutput &output)
{
    return base::cleanText(output.errors.right(2000).toStdString(), 2000, true);
}

// uname -m from the probe's answer; shell chatter before the marker is skipped.
base::Result<std::string> machineFrom(const CommandOutput &output, const std::string &nonce)
{
    const std::string text = output.output.toStdString();
    const std::string marker = "SPARKLOOM-PROBE " + nonce + "\n";
    const std::size_t at = text.find(marker);
    if (output.exitCode != 0 || at == std::string::npos)
        return base::failed(base::Message("hosts.probe-failed"_msg).with("code", output.exitCode), detailOf(output));
    const auto lines = base::split(std::string_view(text).substr(at + marker.size()), '\n');
    return std::string(base::trimmed(lines.front()));
}

base::Error uploadError(const CommandOutput &output)
{
    if (output.exitCode == kNotWritable)
        return base::failed(base::Message("hosts.home-not-writable"_msg), detailOf(output));
    if (output.exitCode == kNoPrograms)
        return base::failed(base::Message("hosts.home-no-programs"_msg), detailOf(output));
    if (output.exitCode == kHashDiffers)
        return base::failed(base::Message("hosts.upload-differs"_msg), detailOf(output));
    return base::failed(base::Message("hosts.upload-failed"_msg).with("code", output.exitCode), detailOf(output));
}

} // namespace

QCoro::Task<base::Result<RunningAgent>> startPresentAgent(
    std::shared_ptr<RemoteHost> host, std::string hash, CancelToken token)
{
    const std::string command = protocol::render(protocol::ServeCommand{hash});
    std::shared_ptr<RemoteProcess> process = host->start(QString::fromStdString(command), true);
    RunningAgent agent;
    agent.client = std::make_shared<AgentClient>(host, process);
    agent.hash = hash;
    const base::Result<protocol::Hello> hello = co_await agent.client->hello("user", token);
    if (!hello) {
        if (agent.client->exitCode() == kHashDiffers)
            co_return base::Error{base::ErrorKind::NotKnown, base::Message("hosts.agent-missing"_msg), {}};
        co_return hello.error();
    }
    agent.hello = hello.value();
    co_return agent;
}

QCoro::Task<base::Result<RunningAgent>> startAgent(
    std::shared_ptr<RemoteHost> host, const AgentImages *images, CancelToken token)
{
    protocol::ProbeCommand probe;
    probe.nonce = randomHexDigits(32);
    const base::Result<CommandOutput> probed = co_await runCommand(host, probe, {}, kProbeTimeout, token);
    if (!probed)
        co_return probed.error();
    const base::Result<std::string> machine = machineFrom(probed.value(), probe.nonce);
    if (!machine)
        co_return machine.error();
    const auto image = images->forMachine(QString::fromStdString(machine.value()));
    if (!image)
        co_return base::failed(base::Message("hosts.no-agent-for-machine"_msg).with("machine", machine.value()));

    const std::string hash = image->sha256.toStdString();
    base::Result<RunningAgent> agent = co_await startPresentAgent(host, hash, token);
    if (!agent && agent.error().message.id == "hosts.agent-missing") {
        protocol::UploadCommand upload;
        upload.hash = hash;
        const base::Result<CommandOutput> stored =
            co_await runCommand(host, upload, image->bytes, kUploadTimeout, token);
        if (!stored)
            co_return stored.error();
        if (stored->exitCode != 0)
            co_return uploadError(stored.value());
        base::Result<RunningAgent> again = co_await startPresentAgent(host, hash, token);
        agent = std::move(again);
    }
    if (agent)
        agent->machine = machine.value();
    co_return agent;
}

} // namespace sparkloom::engine
