// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/dgxos.h"

#include "sim/world/maker.h"
#include "sim/world/spark.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr const char *kReleaseFile = "/etc/dgx-release";

void installOtherReleases(Spark &spark)
{
    spark.files.putFile("/etc/fastos-release", "NAME=\"DGX SPARK FASTOS\"\nVERSION=\"1.108.27\"\n");
    spark.files.putFile("/usr/lib/os-release",
        "PRETTY_NAME=\"Ubuntu 24.04.4 LTS\"\nNAME=\"Ubuntu\"\nVERSION_ID=\"24.04\"\nVERSION=\"24.04.4 LTS (Noble "
        "Numbat)\"\n"
        "VERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=noble\n");
    spark.files.putLink("/etc/os-release", "../usr/lib/os-release");
    spark.files.putFile("/etc/machine-id", spark.machineId + '\n', 0444);
    spark.files.putFile("/etc/hostname", spark.spec.name + '\n');
    spark.files.putFile(
        "/etc/hosts", "127.0.0.1 localhost\n127.0.1.1 " + spark.spec.name + "\n\n::1 ip6-localhost ip6-loopback\n");
}

void installNetworkFiles(Spark &spark)
{
    const bool manager = spark.spec.renderer == domain::Renderer::NetworkManager;
    spark.files.putFolder("/etc/netplan");
    spark.files.putFolder("/run/netplan", 0755);
    spark.files.putFolder("/usr/lib/netplan");
    spark.files.putLink("/lib", "usr/lib");
    if (manager)
        spark.files.putFile("/etc/netplan/01-network-manager-all.yaml",
            "# Let NetworkManager manage all devices on this system\nnetwork:\n  version: 2\n  renderer: "
            "NetworkManager\n",
            0600);
    else
        spark.files.putFile("/etc/netplan/01-management.yaml",
            "network:\n  version: 2\n  renderer: networkd\n  ethernets:\n    enP7s7:\n      dhcp4: true\n", 0600);
    spark.files.putFolder(manager ? "/run/NetworkManager/devices" : "/run/systemd/netif/links");
    spark.files.putFolder("/etc/NetworkManager/system-connections", 0700);
    spark.files.putFile("/etc/sysctl.d/10-network-security.conf",
        "# Turn on Source Address Verification in all interfaces to\n# prevent some spoofing attacks.\n"
        "net.ipv4.conf.default.rp_filter=2\nnet.ipv4.conf.all.rp_filter=2\n");
    if (spark.spec.renderer == domain::Renderer::NetworkManager)
        spark.files.putFile("/etc/nvidia/cx7-hotplug-enabled", "");
}

void installPeople(Spark &spark)
{
    const std::string &user = spark.spec.user;
    spark.files.putFile("/etc/passwd",
        "root:x:0:0:root:/root:/bin/bash\n" + user + ":x:1000:1000:" + user + ",,,:" + spark.home + ":/bin/bash\n");
    spark.files.putFile("/etc/group",
        "root:x:0:\nsudo:x:27:" + (spark.spec.sudo == SudoPolicy::NotAllowed ? std::string() : user) + '\n' + user
            + ":x:1000:\n");
    spark.files.putFolder("/root", 0700);
    spark.files.putFolder(spark.home, 0750, spark.user);
    spark.files.putFile(
        spark.pathInHome(".bashrc"), "# ~/.bashrc: executed by bash(1) for non-login shells.\n", 0644, spark.user);
}

// What the scenario says of the owner: what runs, packet filters, network files.
void installOwnersThings(Spark &spark)
{
    int pid = 4200;
    for (std::string line : spark.spec.programs) {
        std::ranges::replace(line, ' ', '\0');
        spark.files.putFile("/proc/" + std::to_string(++pid) + "/cmdline", line + '\0', 0444);
    }
    if (spark.spec.iperf3) // the program itself is played (sim/system/simiperf)
        spark.files.putFile("/usr/bin/iperf3", "", 0755);
    spark.files.putFile("/etc/ufw/ufw.conf", spark.spec.ufw ? "ENABLED=yes\n" : "ENABLED=no\n");
    spark.files.putFile("/etc/ufw/user.rules", "", 0640);
    for (const auto &[name, text] : spark.spec.netplan)
        spark.files.putFile("/etc/netplan/" + name, text, 0600);
}

} // namespace

void installRelease(Spark &spark)
{
    using Form = SoftwareParameters::ReleaseForm;
    const SoftwareParameters &software = spark.parameters.software;
    if (software.releaseForm == Form::Absent)
        return spark.files.removeTree(kReleaseFile);
    const std::string quote = software.releaseForm == Form::Unquoted ? "" : "\"";
    std::string text;
    const auto add = [&](const char *key, const std::string &value) {
        text += std::string(key) + '=' + quote + value + quote + '\n';
    };
    add("DGX_NAME", "DGX Spark");
    add("DGX_PRETTY_NAME", "NVIDIA DGX Spark");
    add("DGX_SWBUILD_DATE", "2025-09-10-13-50-03");
    add("DGX_SWBUILD_VERSION", software.dgxOs);
    add("DGX_COMMIT_ID", "833b4a7");
    add("DGX_PLATFORM", std::string(spark.spec.maker->dgxPlatform));
    add("DGX_SERIAL_NUMBER", "VIRTUAL-" + SeededRandom(0, "serial " + spark.spec.name).hex(8));
    if (software.releaseForm != Form::NeverUpdated)
        for (const OtaUpdate &update : software.updates) {
            text += '\n';
            add("DGX_OTA_VERSION", update.version);
            add("DGX_OTA_DATE", update.date);
        }
    spark.files.putFile(kReleaseFile, text);
}

void installDgxOs(Spark &spark)
{
    installRelease(spark);
    installOtherReleases(spark);
    installNetworkFiles(spark);
    installPeople(spark);
    for (const char *folder : {"/etc/systemd/system", "/run/systemd/system", "/run/lock", "/usr/local/bin", "/usr/bin",
             "/usr/sbin", "/var/lib", "/var/log"})
        spark.files.putFolder(folder);
    installOwnersThings(spark);
    spark.files.putFolder("/tmp", 01777);
    spark.files.putFolder("/var/tmp", 01777);
    // sshd keeps its keys here; the private halves stay in the simulator's SSH server.
    spark.files.putFile("/etc/ssh/ssh_host_ed25519_key.pub", spark.hostKey + " root@" + spark.spec.name + '\n');
    spark.files.putFile("/etc/ssh/ssh_host_ed25519_key", "", 0600);
    spark.files.putFile("/etc/ssh/sshd_config", "Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n");
}

} // namespace sparkloom::sim
