// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/hardware/sparkfacts.h"
#include "sim/world/action.h"
#include "sim/world/cabling.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::sim {

struct MakerProfile;

// Whether sudo asks on a virtual Spark.
enum class SudoPolicy {
    Password, // asks (the default of Ubuntu)
    Lecture,  // asks, and lectures the first time
    Passwordless,
    Cached,     // a fresh timestamp: asks only with -k
    NotAllowed, // the user is in no sudoers file
};

// A file that somebody put on a virtual Spark before the story begins: below /etc or the user's home.
struct FileSpec {
    std::string path;
    std::string text;
    std::uint32_t mode = 0644;
};

// What the repositories of a virtual Spark say of NCCL's package.
enum class NcclRepository {
    Offers,
    Nothing,     // none of them has it
    Unreachable, // it is in the lists, and the network does not lead there
    Unsigned,    // whoever runs it has no key that the Spark trusts
};

struct HostSpec {
    std::string name; // host name, 1 to 63 letters, digits and hyphens
    const MakerProfile *maker = nullptr;
    std::string user = "nvidia";
    std::string password = "spark";
    SudoPolicy sudo = SudoPolicy::Password;
    domain::Renderer renderer = domain::Renderer::NetworkManager;
    std::string architecture = "aarch64";
    bool passwordSignIn = true; // the method "password"
    bool keyboardInteractive = false;
    int memoryGib = 128; // 64 or 128
    bool ufw = false;    // its packet filter is on
    bool docker = false; // with its FORWARD policy DROP
    bool nccl = true;    // libnccl.so.2 is installed
    NcclRepository ncclRepository = NcclRepository::Offers;
    bool iperf3 = false;                                      // the program is installed
    std::vector<std::string> programs;                        // command lines of what runs there
    std::vector<std::pair<std::string, std::string>> netplan; // files of the owner in /etc/netplan: name, text
    std::vector<FileSpec> files; // owned by root below /etc, by the user below the home folder
};

struct SwitchSpec {
    std::string name;
    int mtu = 9216; // largest IP packet that every port carries
};

// Something that happens by itself.
struct TimelineStep {
    // From when the time counts: the start of the simulator, or the first real traffic over the fabric (a test).
    enum class Since { Start, Traffic };
    Since since = Since::Start;
    std::chrono::milliseconds at{0}; // of simulated time
    Action action;
};

// What must come out for a scenario when it is looked at and measured.
struct Verdict {
    // The words of a measurement of the whole cluster; NotTested where nothing can be measured (nothing is set up).
    enum class Speed { NotTested, Good, Ok, Degraded, Broken };
    std::string topology; // domain::toText(Topology)
    bool healthy = true;  // nothing is wrong with it
    Speed speed = Speed::NotTested;
    std::vector<FaultSpec> findings; // what a diagnosis must name, and nothing else
};

// resources/scenarios/*.json, by resources/schemas/scenario.schema.json.
struct Scenario {
    std::string name;
    std::string title; // one line
    std::string story;
    std::vector<HostSpec> hosts;
    std::vector<SwitchSpec> switches;
    std::vector<PluggedCable> cables;
    std::optional<int> setUpMtu;        // set up by Sparkloom long ago, with this MTU; nothing: not by Sparkloom
    std::vector<FaultSpec> faults;      // there from the start
    std::vector<TimelineStep> timeline; // in the order of the file
    Verdict verdict;
};

// Errors (Usage) name the field and what is wrong with it. At most 1 MiB, 256 hosts.
base::Result<Scenario> parseScenario(std::string_view json);

// The scenarios that are compiled in, ordered by number of Sparks, then name.
const std::vector<Scenario> &builtInScenarios();
// One that is compiled in, or (when the text contains a slash or ends in .json) a file of this computer.
base::Result<Scenario> loadScenario(const std::string &nameOrFile);

// "good", "not-tested" and so on.
std::string_view toText(Verdict::Speed speed);

// A socket by the words of the control channel: the name of a Spark with a cage, or that of a switch.
base::Result<Socket> socketNamed(const Scenario &scenario, std::string_view name, int cage);

} // namespace sparkloom::sim
