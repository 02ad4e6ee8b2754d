// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "agent/typedentries.h"
#include "faketcp.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

// A machine in memory for agent_core: files, links and addresses, a renderer that reads the netplan files, timers that
// run when the test says so. Every call that changes something counts, and one of them can be made to fail.
namespace sparkloom::test {

using namespace agent;

// Which changes fail; 0: none.
struct Faults {
    int failAt = 0; // this one, once
    int changes = 0;
    bool hit = false;
    std::string what;  // the last one that failed
    int failFrom = 0;  // this one and all after it: a broken disk
    int killAt = 0;    // the process dies before this one: no later change reaches the machine
    bool dead = false; // the process is dead
    std::function<bool(const std::string &name)> only; // counts and fails these changes alone; empty: all
    // Counts a change; an error where it is the one that fails.
    base::Result<void> change(const std::string &name);
};

class ManualLoop : public Loop {
public:
    TimerId after(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;
    std::chrono::nanoseconds monotonic() const override { return m_now; }
    std::int64_t utcMs() const override;
    // What somebody who sets the machine's clock does.
    void jumpClock(std::chrono::milliseconds by) { m_jumped += by; }
    // Runs everything that becomes due within this time, in order.
    void advance(std::chrono::milliseconds time);

private:
    std::chrono::nanoseconds m_now = std::chrono::hours(1);
    std::chrono::milliseconds m_jumped{0};
    TimerId m_last = 0;
    std::map<std::pair<std::chrono::nanoseconds, TimerId>, std::function<void()>> m_timers;
};

class FakeFiles : public Files {
public:
    explicit FakeFiles(Faults &faults) : m_faults(faults) {}

    struct Node {
        FileInfo info;
        std::string bytes; // or the target of a link
    };
    // For tests: no faults, folders are made as needed.
    void put(const std::string &path, const std::string &bytes, std::uint32_t mode = 0644, std::uint32_t uid = 0);
    void putFolder(const std::string &path, std::uint32_t mode = 0755, std::uint32_t uid = 0);
    void putLink(const std::string &path, const std::string &target);
    // Path, mode, owner and bytes of everything below these folders: what a comparison of two states needs.
    std::string listing(const std::vector<std::string> &folders) const;
    bool exists(const std::string &path) const { return nodes.contains(path); }
    std::string text(const std::string &path) const;
    bool isLocked(const std::string &path) const { return m_locked.contains(path); }

    base::Result<std::string> read(const std::string &path, std::size_t maxBytes) override;
    FileInfo info(const std::string &path) override;
    base::Result<std::vector<std::string>> list(const std::string &folder) override;
    base::Result<std::string> readLink(const std::string &path) override;
    base::Result<void> writeAtomic(
        const std::string &path, std::string_view bytes, std::uint32_t mode, std::optional<Owner> owner) override;
    base::Result<void> writeSpecial(const std::string &path, std::string_view bytes) override;
    base::Result<void> rename(const std::string &from, const std::string &to) override;
    base::Result<void> remove(const std::string &path) override;
    base::Result<void> makeFolder(const std::string &path, std::uint32_t mode) override;
    std::uint64_t freeBytes(const std::string &) override { return free; }
    base::Result<std::unique_ptr<Lock>> lock(const std::string &path, std::string_view ownerText) override;

    std::map<std::string, Node> nodes;
    std::uint64_t free = 1ull << 30;
    std::uint32_t uid = 0; // who runs the agent
    // What the kernel makes of a write to a special file; empty: it keeps the bytes.
    std::function<base::Result<void>(const std::string &path, std::string_view bytes)> special;
    std::function<void(const std::string &path)> beforeRead; // lets a test change a file between two reads

private:
    friend class FakeLock;
    void stamp(Node &node);
    Faults &m_faults;
    std::uint64_t m_inode = 100;
    std::int64_t m_time = 1'000'000;
    std::set<std::string> m_locked;
};

class FakeNetwork : public Network {
public:
    FakeNetwork(Faults &faults, FakeFiles &files) : m_faults(faults), m_files(files) {}

    // A netdev with the sysctls of a new interface; gives its index.
    int add(const std::string &name, const std::string &mac, bool adminUp = true, bool carrier = true);
    void give(const std::string &name, const std::string &address); // IPv4 with prefix length
    void giveLinkLocal(const std::string &name, const std::string &address);
    LinkInfo &link(const std::string &name);
    std::vector<std::string> addressesOf(const std::string &name) const; // IPv4
    void changed();                                                      // tells all subscribers
    // A datagram arrives on a netdev.
    void deliver(const std::string &netdev, ProbeKind kind, const std::string &payload);

    base::Result<std::vector<LinkInfo>> links() override { return linkTable; }
    base::Result<std::vector<AddressInfo>> addresses() override { return addressTable; }
    base::Result<std::vector<RouteInfo>> routes() override { return routeTable; }
    base::Result<std::vector<NeighbourInfo>> neighbours() override { return neighbourTable; }
    base::Result<int> routeTo(domain::Ipv4Address target) override;
    base::Result<CounterValues> counters(const std::string &netdev) override;
    std::unique_ptr<Subscription> subscribe(std::function<void()> callback) override;
    base::Result<void> setAdminUp(int index, bool up) override;
    base::Result<void> setMtu(int index, int mtu) override;
    base::Result<void> addAddress(int index, const domain::Ipv4Interface &address) override;
    base::Result<void> removeAddress(int index, const domain::Ipv4Interface &address) override;
    base::Result<std::string> moduleEeprom(const std::string &netdev) override;
    base::Result<void> addRoute(const RouteInfo &route) override;
    base::Result<void> removeRoute(const RouteInfo &route) override;
    base::Result<std::unique_ptr<Blinking>> blink(const std::string &netdev, std::chrono::seconds atMost) override;
    base::Result<std::unique_ptr<Probe>> openProbe(
        const std::string &netdev, ProbeKind kind, std::function<void(std::string_view payload)> received) override;
    void echo(const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
        std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done) override;

    struct Sent {
        std::string netdev;
        ProbeKind kind;
        std::string payload;
    };
    struct Echo {
        std::string netdev;
        std::string target;
        int payload;
    };
    std::vector<LinkInfo> linkTable;
    std::vector<AddressInfo> addressTable;
    std::vector<RouteInfo> routeTable;
    std::vector<NeighbourInfo> neighbourTable;
    std::map<std::string, CounterValues> counterTable;
    std::map<std::string, std::string> eepromTable; // by netdev
    std::vector<Sent> sent;
    std::vector<Echo> echoes;
    std::function<base::Result<double>(int payload)> echoAnswer; // answered from the loop
    std::map<std::string, std::chrono::seconds> blinking;        // netdev, and for how long it was asked
    bool canBlink = true;
    std::string probeProblem; // not empty: sockets cannot be opened
    ManualLoop *loop = nullptr;

private:
    friend class FakeSubscription;
    friend class FakeProbe;
    Faults &m_faults;
    FakeFiles &m_files;
    int m_lastIndex = 0;
    std::map<void *, std::function<void()>> m_subscribers;
    std::map<void *, std::pair<std::pair<std::string, ProbeKind>, std::function<void(std::string_view)>>> m_probes;
};

class FakeProcesses : public Processes {
public:
    void run(std::vector<std::string> argv, std::string input, std::chrono::milliseconds timeout,
        std::function<void(ProcessResult)> done) override;

    std::vector<std::vector<std::string>> started;
    std::function<ProcessResult(const std::vector<std::string> &argv)> answer; // given from the loop
    ManualLoop *loop = nullptr;
};

class FakeServices : public Services {
public:
    explicit FakeServices(Faults &faults) : m_faults(faults) {}
    base::Result<void> armTimer(
        const std::string &unit, std::chrono::seconds after, std::vector<std::string> argv) override;
    base::Result<void> disarmTimer(const std::string &unit) override;
    bool timerArmed(const std::string &unit) override { return timers.contains(unit); }
    std::chrono::milliseconds timerLeft(const std::string &unit) override;
    base::Result<void> installBootUnit(const std::string &unit, std::vector<std::string> argv) override;
    base::Result<void> removeBootUnit(const std::string &unit) override;
    bool hasBootUnit(const std::string &unit) override { return bootUnits.contains(unit); }

    std::map<std::string, std::vector<std::string>> timers;
    std::map<std::string, std::vector<std::string>> bootUnits;

private:
    Faults &m_faults;
};

// IPv6 entries go where disable_ipv6 is set (FakeFiles) the next time that somebody looks.
class FakeTyped : public TypedEntries {
public:
    FakeTyped(Faults &faults, FakeFiles &files) : m_faults(faults), m_files(files) {}
    base::Result<std::vector<TypedEntry>> list() override;
    base::Result<void> add(const TypedEntry &entry) override;

    std::vector<TypedEntry> entries;

private:
    bool hasIpv6(const TypedEntry &entry) const;
    Faults &m_faults;
    FakeFiles &m_files;
};

// A renderer that knows the few keys that our netplan text uses. Like networkd it leaves a netdev that no file names
// alone.
class FakeActivation : public Activation {
public:
    FakeActivation(Faults &faults, FakeFiles &files, FakeNetwork &network, FakeTyped &typed)
        : m_faults(faults), m_files(files), m_network(network), m_typed(typed)
    {}
    domain::Renderer renderer() override { return domain::Renderer::Networkd; }
    base::Result<void> generate() override;
    base::Result<void> activate(const std::vector<std::string> &netdevs) override;
    base::Result<void> activateKept(const std::vector<Kept> &files) override;
    base::Result<std::vector<Profile>> foreignProfiles(const std::vector<std::string> &) override { return profiles; }

    std::vector<Profile> profiles;
    std::vector<Kept> kept;      // what was brought up by its file
    bool takesUp = true;         // false: addresses never come
    std::string breaksInterface; // loses its addresses at the next activation

private:
    struct Definition {
        bool named = false;
        std::vector<std::string> addresses;
        int mtu = 1500;
        bool sound = true; // false: netplan refuses it
    };
    Definition definitionOf(const std::string &netdev) const;
    Faults &m_faults;
    FakeFiles &m_files;
    FakeNetwork &m_network;
    FakeTyped &m_typed;
};

class FakeFirewall : public Firewall {
public:
    explicit FakeFirewall(Faults &faults) : m_faults(faults) {}
    base::Result<domain::FirewallState> state() override { return now; }
    base::Result<void> setAllowed(const std::string &netdev, bool allowed) override;

    domain::FirewallState now;

private:
    Faults &m_faults;
};

class FakeSystem : public System {
public:
    FakeSystem();

    ManualLoop &loop() override { return m_loop; }
    FakeFiles &files() override { return m_files; }
    FakeNetwork &network() override { return m_network; }
    FakeProcesses &processes() override { return m_processes; }
    FakeServices &services() override { return m_services; }
    FakeActivation &activation() override { return m_activation; }
    FakeFirewall &firewall() override { return m_firewall; }
    FakeTcp &tcp() override { return m_tcp; }
    FakeTyped &typed() override { return m_typed; }
    Identity identity() override { return who; }
    std::string randomHex(int digits) override { return std::string(static_cast<std::size_t>(digits), 'a'); }

    Identity who;
    Faults faults;

private:
    ManualLoop m_loop;
    FakeFiles m_files{faults};
    FakeNetwork m_network{faults, m_files};
    FakeProcesses m_processes;
    FakeServices m_services{faults};
    FakeTyped m_typed{faults, m_files};
    FakeActivation m_activation{faults, m_files, m_network, m_typed};
    FakeFirewall m_firewall{faults};
    FakeTcp m_tcp{m_loop};
};

} // namespace sparkloom::test
