// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/plan/firewall.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The one way in which agent_core touches a machine. linux/ is the real one, sim/ the simulated one; tests have a fake.
// Everything is called on one thread, the thread of the Loop; callbacks come on it too, never from inside the call that
// registered them. Synchronous calls return within seconds (each Linux call is bounded).
namespace sparkloom::agent {

class CounterSource;
struct PresentHalf;

// Timers and the two clocks.
class Loop {
public:
    using TimerId = std::uint64_t; // 0 is none
    virtual ~Loop() = default;
    virtual TimerId after(std::chrono::milliseconds delay, std::function<void()> callback) = 0;
    virtual void cancel(TimerId timer) = 0; // unknown ids are ignored
    virtual std::chrono::nanoseconds monotonic() const = 0;
    virtual std::int64_t utcMs() const = 0;
};

struct FileInfo {
    enum class Kind { Missing, File, Folder, SymbolicLink, Other };
    Kind kind = Kind::Missing;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    std::uint32_t mode = 0; // permission bits only
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
};

// Files, sysfs and procfs. Paths are absolute. Never follows a symbolic link in the last component for writing.
class Files {
public:
    virtual ~Files() = default;
    // Missing files are an error of kind NotKnown; permission and I/O errors are Failed.
    virtual base::Result<std::string> read(const std::string &path, std::size_t maxBytes) = 0;
    virtual FileInfo info(const std::string &path) = 0;                                 // lstat
    virtual base::Result<std::vector<std::string>> list(const std::string &folder) = 0; // names, sorted
    virtual base::Result<std::string> readLink(const std::string &path) = 0;
    // Temporary file in the same folder (O_EXCL), bytes, mode (and owner where given), fsync, rename, fsync of the
    // folder.
    struct Owner {
        std::uint32_t uid = 0;
        std::uint32_t gid = 0;
    };
    virtual base::Result<void> writeAtomic(const std::string &path, std::string_view bytes, std::uint32_t mode,
        std::optional<Owner> owner = std::nullopt) = 0;
    // Writes to an existing special file (sysctl).
    virtual base::Result<void> writeSpecial(const std::string &path, std::string_view bytes) = 0;
    virtual base::Result<void> rename(const std::string &from, const std::string &to) = 0; // and fsync of both folders
    virtual base::Result<void> remove(const std::string &path) = 0; // a file or an empty folder; missing is fine
    virtual base::Result<void> makeFolder(
        const std::string &path, std::uint32_t mode) = 0; // with parents; existing is fine
    virtual std::uint64_t freeBytes(const std::string &folder) = 0;

    // flock, held until the object goes. Refused with the holder's text when somebody else holds it.
    class Lock {
    public:
        virtual ~Lock() = default;
    };
    virtual base::Result<std::unique_ptr<Lock>> lock(const std::string &path, std::string_view ownerText) = 0;
};

struct LinkInfo {
    int index = 0;
    std::string name;
    domain::MacAddress mac;
    bool adminUp = false;
    bool carrier = false;
    int mtu = 0;
    int maxMtu = 0; // 0: not known
};
struct AddressInfo {
    int index = 0;
    std::optional<domain::Ipv4Interface> v4;
    std::string v6; // text with prefix length, where it is IPv6
    bool v6LinkLocal = false;
    bool tentative = false;
};
struct RouteInfo {
    domain::Ipv4Prefix destination;
    std::optional<domain::Ipv4Address> gateway;
    int index = 0;
    int table = 254;
    int metric = 0;
    int protocol = 0;
    std::optional<domain::Ipv4Address> source = std::nullopt; // preferred, where the route names one
};
// The protocol of routes that somebody typed (RTPROT_BOOT): no renderer gives them, and none brings them back.
inline constexpr int kTypedRoute = 3;
struct NeighbourInfo {
    int index = 0;
    std::string address;
    domain::MacAddress mac;
};
struct CounterValues {
    std::optional<std::uint64_t> macTxOctets, macRxOctets; // ethtool netlink, eth-mac group
    std::uint64_t txBytes = 0, rxBytes = 0;                // link statistics
    std::optional<std::uint64_t> macRxFrames;
    std::uint64_t rxPackets = 0;
};

// The kernel's network state, and the few things the probes send.
class Network {
public:
    virtual ~Network() = default;
    virtual base::Result<std::vector<LinkInfo>> links() = 0;
    virtual base::Result<std::vector<AddressInfo>> addresses() = 0;
    virtual base::Result<std::vector<RouteInfo>> routes() = 0; // IPv4, all tables but local
    virtual base::Result<std::vector<NeighbourInfo>> neighbours() = 0;
    // The interface index that the kernel routes this target through.
    virtual base::Result<int> routeTo(domain::Ipv4Address target) = 0;
    virtual base::Result<CounterValues> counters(const std::string &netdev) = 0;

    // Called after links, addresses or neighbours changed (netlink groups), until the object goes.
    class Subscription {
    public:
        virtual ~Subscription() = default;
    };
    virtual std::unique_ptr<Subscription> subscribe(std::function<void()> changed) = 0;

    // Root only.
    virtual base::Result<void> setAdminUp(int index, bool up) = 0;
    virtual base::Result<void> setMtu(int index, int mtu) = 0;
    virtual base::Result<void> addAddress(int index, const domain::Ipv4Interface &address) = 0;
    virtual base::Result<void> removeAddress(int index, const domain::Ipv4Interface &address) = 0;
    virtual base::Result<void> addRoute(const RouteInfo &route) = 0;
    virtual base::Result<void> removeRoute(const RouteInfo &route) = 0;
    // The light of this netdev's socket blinks until the object goes, and never longer than that (ETHTOOL_PHYS_ID).
    // NotKnown where the driver cannot do it.
    class Blinking {
    public:
        virtual ~Blinking() = default;
    };
    virtual base::Result<std::unique_ptr<Blinking>> blink(const std::string &netdev, std::chrono::seconds atMost) = 0;

    // The first 256 bytes of the EEPROM of the plug in the cage of this netdev (page 0). Root only. Errors come as
    // Error with errno text: no plug, or one that says nothing.
    virtual base::Result<std::string> moduleEeprom(const std::string &netdev) = 0;

    // A datagram socket for the cable map, bound to one netdev. V6: joins kProbeGroup on that netdev's link-local; V4:
    // broadcast to each subnet of the netdev; neither needs root. Raw: Ethernet broadcast of type kProbeEtherType,
    // needs no address and no IP at all; root only. Direct: the same to the nearest bridge's group address, which no
    // switch passes on. Errors come as Error with errno text.
    enum class ProbeKind { V6, V4, Raw, Direct };
    class Probe {
    public:
        virtual ~Probe() = default;
        virtual base::Result<void> send(std::string_view payload) = 0; // to the group or broadcast
    };
    // received: payload (at most 1500 bytes) that arrived on this netdev from elsewhere.
    virtual base::Result<std::unique_ptr<Probe>> openProbe(
        const std::string &netdev, ProbeKind kind, std::function<void(std::string_view payload)> received) = 0;

    // One ICMP echo bound to a netdev, do-not-fragment; done gets the round trip in ms, or an Error (TimedOut is
    // NotKnown).
    virtual void echo(const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
        std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done) = 0;
};

inline constexpr std::string_view kProbeGroup = "ff02::4c6f:6f6d"; // link-local, temporary group of our own
inline constexpr int kProbePort = 47831;
inline constexpr std::uint16_t kProbeEtherType = 0x88b5; // IEEE 802: local experiments

struct ProcessResult {
    int exitCode = -1;  // 128 + signal when killed
    std::string output; // stdout, bounded
    std::string errors; // stderr, bounded
};

class Processes {
public:
    virtual ~Processes() = default;
    // argv[0] is an absolute path or a name looked up in a fixed clean PATH; clean environment, no shell.
    // done always comes, at the latest after timeout (then the process group is killed, exitCode 124).
    virtual void run(std::vector<std::string> argv, std::string input, std::chrono::milliseconds timeout,
        std::function<void(ProcessResult)> done) = 0;
};

// systemd, as far as the transaction needs it. Root only.
class Services {
public:
    virtual ~Services() = default;
    // A transient timer: runs argv after that time though every session is gone, and each half minute again while it
    // fails.
    virtual base::Result<void> armTimer(
        const std::string &unit, std::chrono::seconds after, std::vector<std::string> argv) = 0;
    virtual base::Result<void> disarmTimer(const std::string &unit) = 0; // missing is fine
    virtual bool timerArmed(const std::string &unit) = 0;
    virtual std::chrono::milliseconds timerLeft(const std::string &unit) = 0;
    // A oneshot unit that runs argv before the network is configured at boot; enabled. remove undoes it.
    virtual base::Result<void> installBootUnit(const std::string &unit, std::vector<std::string> argv) = 0;
    virtual base::Result<void> removeBootUnit(const std::string &unit) = 0;
    virtual bool hasBootUnit(const std::string &unit) = 0;
};

// Makes the renderer take up what the netplan files say, for some netdevs only. Root only, bounded to 20 s each.
class Activation {
public:
    virtual ~Activation() = default;
    virtual domain::Renderer renderer() = 0;
    // `netplan generate`: validation.
    virtual base::Result<void> generate() = 0;
    // Reloads the renderer and re-activates these netdevs; other interfaces, management above all, stay as they are.
    // Returns when the renderer has taken it up, not necessarily when every address is there.
    // No netdevs: NetworkManager only reads its profiles anew, networkd nothing.
    virtual base::Result<void> activate(const std::vector<std::string> &netdevs) = 0;
    // A netdev that a file of somebody else's configures as it stays: a netplan file or a profile of NetworkManager.
    struct Kept {
        std::string netdev;
        std::string path;
        friend bool operator==(const Kept &, const Kept &) = default;
    };
    // Brings these up, too, after activate(): NetworkManager does not know them under a name of ours.
    virtual base::Result<void> activateKept(const std::vector<Kept> &kept) = 0;
    // NetworkManager profiles that bind these netdevs and do not come from netplan, as opaque texts to restore
    // ("Wired connection N"): path -> bytes. Empty under networkd.
    struct Profile {
        std::string path;
        std::string bytes;
    };
    virtual base::Result<std::vector<Profile>> foreignProfiles(const std::vector<std::string> &netdevs) = 0;
};

class TcpEngine;    // agent/tcpengine.h
class TypedEntries; // agent/typedentries.h

// The packet filters. Root only, bounded to 20 s each.
class Firewall {
public:
    virtual ~Firewall() = default;
    virtual base::Result<domain::FirewallState> state() = 0;
    // ufw's rule "allow in on NETDEV": there or not. The same twice is fine; ufw must be active.
    virtual base::Result<void> setAllowed(const std::string &netdev, bool allowed) = 0;
};

// Who runs the agent.
struct Identity {
    std::string user;
    std::int64_t uid = 0;
    std::string home;
    std::string hostname;
    std::string architecture; // uname -m
    std::string kernel;       // uname -r
    std::int64_t pid = 0;
    bool virtualSpark = false;
    std::string agentPath; // of the running agent, for timers and boot unit
};

class System {
public:
    virtual ~System() = default;
    virtual Loop &loop() = 0;
    virtual Files &files() = 0;
    virtual Network &network() = 0;
    virtual Processes &processes() = 0;
    virtual Services &services() = 0;
    virtual Activation &activation() = 0;
    virtual Firewall &firewall() = 0;
    virtual TcpEngine &tcp() = 0;
    virtual TypedEntries &typed() = 0;
    virtual Identity identity() = 0;
    virtual std::string randomHex(int digits) = 0; // from the kernel's generator; seeded in the simulator
    // The counters of a half, kept open for many reads. Made of files() and network() where a System has nothing
    // faster.
    virtual std::unique_ptr<CounterSource> openCounters(const PresentHalf &half);
    // Whether a line of some kilobytes would leave without waiting: what may be dropped is not sent while it would not.
    virtual bool outputReady() { return true; }
};

} // namespace sparkloom::agent
