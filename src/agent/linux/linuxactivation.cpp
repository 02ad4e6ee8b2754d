// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxactivation.h"

#include "agent/linux/linuxprocesses.h"
#include "agent/nmprofiles.h"
#include "base/text.h"
#include "domain/plan/keyfile.h"

namespace sparkloom::agent {

using namespace base::literals;
using std::chrono::seconds;

namespace {

constexpr seconds kActivationBound{20};
// A generator that is killed leaves files that the renderer cannot read, management's too: slow boots took over 20 s.
constexpr seconds kGenerateBound{60};

base::Error programFailed(std::string program, const ProcessResult &result)
{
    return base::failed(base::Message("system.program-failed"_msg)
                            .with("program", std::move(program))
                            .with("code", result.exitCode)
                            .with("reason", base::cleanText(base::trimmed(result.errors), 300)),
        base::cleanText(result.errors, 2000, true));
}

bool serviceActive(const char *unit)
{
    return runAndWait({"systemctl", "is-active", "--quiet", unit}, seconds(5)).exitCode == 0;
}

bool hasProfile(const std::string &id)
{
    return runAndWait({"nmcli", "-t", "-f", "connection.id", "connection", "show", "id", id}, kActivationBound).exitCode
        == 0;
}

} // namespace

LinuxActivation::LinuxActivation(Files &files) : m_files(files) {}

domain::Renderer LinuxActivation::renderer()
{
    const bool manager = serviceActive("NetworkManager.service");
    const bool networkd = serviceActive("systemd-networkd.service");
    if (manager != networkd)
        return manager ? domain::Renderer::NetworkManager : domain::Renderer::Networkd;
    if (!manager)
        return domain::Renderer::Unknown;
    // Both run (a socket starts networkd where nothing uses it). netplan writes this file where NetworkManager is the
    // renderer of all, and .network files where networkd is; .link files say nothing, it writes them for both.
    if (m_files.info("/run/NetworkManager/conf.d/10-globally-managed-devices.conf").kind != FileInfo::Kind::Missing)
        return domain::Renderer::NetworkManager;
    const auto files = m_files.list("/run/systemd/network");
    if (files)
        for (const std::string &name : *files)
            if (name.starts_with("10-netplan-") && name.ends_with(".network"))
                return domain::Renderer::Networkd;
    return domain::Renderer::NetworkManager;
}

base::Result<void> LinuxActivation::generate()
{
    const ProcessResult result = runAndWait({"netplan", "generate"}, kGenerateBound);
    if (result.exitCode != 0)
        return programFailed("netplan generate", result);
    return {};
}

base::Result<void> LinuxActivation::activate(const std::vector<std::string> &netdevs)
{
    const domain::Renderer taking = renderer();
    if (netdevs.empty() && taking != domain::Renderer::NetworkManager)
        return {};
    switch (taking) {
    case domain::Renderer::Networkd: return activateWithNetworkd(netdevs);
    case domain::Renderer::NetworkManager: return activateWithNetworkManager(netdevs);
    case domain::Renderer::Unknown: break;
    }
    return base::failed(base::Message("system.no-renderer"_msg));
}

base::Result<void> LinuxActivation::activateWithNetworkd(const std::vector<std::string> &netdevs)
{
    if (const ProcessResult result = runAndWait({"networkctl", "reload"}, kActivationBound); result.exitCode != 0)
        return programFailed("networkctl reload", result);
    std::vector<std::string> command = {"networkctl", "reconfigure"};
    command.insert(command.end(), netdevs.begin(), netdevs.end());
    if (const ProcessResult result = runAndWait(command, kActivationBound); result.exitCode != 0)
        return programFailed("networkctl reconfigure", result);
    return {};
}

base::Result<void> LinuxActivation::activateWithNetworkManager(const std::vector<std::string> &netdevs)
{
    if (const ProcessResult result = runAndWait({"nmcli", "connection", "reload"}, kActivationBound);
        result.exitCode != 0)
        return programFailed("nmcli connection reload", result);
    for (const std::string &netdev : netdevs) {
        const std::string profile = "netplan-" + netdev;
        if (!hasProfile(profile))
            continue; // no profile of netplan's any more: NetworkManager goes back to its own
        // Without a carrier the profile comes up by itself later; the caller's own check decides what that means.
        (void)runAndWait(
            {"nmcli", "--wait", "15", "connection", "up", "id", profile, "ifname", netdev}, kActivationBound);
    }
    return {};
}

base::Result<void> LinuxActivation::activateKept(const std::vector<Kept> &kept)
{
    if (kept.empty() || renderer() != domain::Renderer::NetworkManager)
        return {}; // networkd needs no more than the netdev
    const ProcessResult result =
        runAndWait({"nmcli", "-t", "-f", "UUID,FILENAME", "connection", "show"}, kActivationBound);
    if (result.exitCode != 0)
        return programFailed("nmcli connection show", result);
    for (const Kept &each : kept) {
        if (!domain::isKeyfilePath(each.path) && hasProfile("netplan-" + each.netdev))
            continue; // activate() did it
        const auto mac = m_files.read("/sys/class/net/" + each.netdev + "/address", 64);
        const std::string uuid =
            uuidOfKept(m_files, result.output, each, mac ? std::string(base::trimmed(*mac)) : std::string());
        if (!uuid.empty())
            (void)runAndWait(
                {"nmcli", "--wait", "15", "connection", "up", "uuid", uuid, "ifname", each.netdev}, kActivationBound);
    }
    return {};
}

base::Result<std::vector<Activation::Profile>> LinuxActivation::foreignProfiles(const std::vector<std::string> &netdevs)
{
    std::vector<Profile> profiles;
    if (renderer() != domain::Renderer::NetworkManager)
        return profiles;
    const ProcessResult result =
        runAndWait({"nmcli", "-t", "-f", "NAME,DEVICE,FILENAME", "connection", "show"}, kActivationBound);
    if (result.exitCode != 0)
        return programFailed("nmcli connection show", result);
    for (const std::string_view line : base::split(result.output, '\n')) {
        const auto fields = terseFields(line);
        if (fields.size() != 3 || fields[0].starts_with("netplan-") || !fields[2].ends_with(".nmconnection"))
            continue;
        const auto bytes = m_files.read(fields[2], 64 * 1024);
        if (!bytes)
            continue; // in memory only: NetworkManager makes it anew
        for (const std::string &netdev : netdevs)
            if (fields[1] == netdev || bytes->find("interface-name=" + netdev + '\n') != std::string::npos) {
                profiles.push_back({fields[2], *bytes});
                break;
            }
    }
    return profiles;
}

} // namespace sparkloom::agent
