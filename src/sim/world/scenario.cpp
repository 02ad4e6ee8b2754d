// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/scenario.h"

#include "domain/fabric/topology.h"
#include "sim/errors.h"
#include "sim/world/builtin.h"
#include "sim/world/fields.h"
#include "sim/world/maker.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxHosts = 256;
constexpr std::array<std::pair<std::string_view, Verdict::Speed>, 5> kSpeeds = {
    {{"not-tested", Verdict::Speed::NotTested}, {"good", Verdict::Speed::Good}, {"ok", Verdict::Speed::Ok},
        {"degraded", Verdict::Speed::Degraded}, {"broken", Verdict::Speed::Broken}}};
constexpr int kSmallestMtu = 1500, kLargestMtu = 9000;
constexpr double kLongestStory = 86400; // seconds

// Below /etc, or below the home folder of the Spark's user; no detours.
bool isPlaceForAFile(const std::string &path, const std::string &user)
{
    return (path.starts_with("/etc/") || path.starts_with("/home/" + user + '/'))
        && path.find("/../") == std::string::npos && path.find("//") == std::string::npos && !path.ends_with('/')
        && !path.ends_with("/..") && path.size() < 256;
}

FileSpec fileOf(const json &object, const std::string &user)
{
    onlyFields(object, {"path", "lines", "mode"});
    FileSpec file;
    file.path = textField(object, "path", {}, true);
    if (!isPlaceForAFile(file.path, user))
        throw Mistake("path must lie below /etc or the user's home");
    for (const json &line : listField(object, "lines")) {
        if (!line.is_string() || line.get_ref<const std::string &>().size() > kMaxFieldText)
            throw Mistake("lines must be texts");
        file.text += line.get<std::string>() + '\n';
    }
    const std::string mode = textField(object, "mode", "0644");
    const auto number = mode.size() == 4 && mode.find_first_not_of("01234567") == std::string::npos
        ? std::optional(std::stoul(mode, nullptr, 8))
        : std::nullopt;
    if (!number)
        throw Mistake("mode must be four octal digits");
    file.mode = static_cast<std::uint32_t>(*number);
    return file;
}

HostSpec hostOf(const json &object)
{
    static constexpr std::array<std::pair<std::string_view, SudoPolicy>, 5> sudo = {{{"password", SudoPolicy::Password},
        {"lecture", SudoPolicy::Lecture}, {"passwordless", SudoPolicy::Passwordless}, {"cached", SudoPolicy::Cached},
        {"not-allowed", SudoPolicy::NotAllowed}}};
    static constexpr std::array<std::pair<std::string_view, domain::Renderer>, 2> renderers = {
        {{"NetworkManager", domain::Renderer::NetworkManager}, {"networkd", domain::Renderer::Networkd}}};
    static constexpr std::array<std::pair<std::string_view, NcclRepository>, 4> repositories = {
        {{"offers", NcclRepository::Offers}, {"nothing", NcclRepository::Nothing},
            {"unreachable", NcclRepository::Unreachable}, {"unsigned", NcclRepository::Unsigned}}};
    onlyFields(object,
        {"name", "maker", "user", "password", "sudo", "renderer", "architecture", "passwordSignIn",
            "keyboardInteractive", "memoryGib", "ufw", "docker", "nccl", "ncclRepository", "iperf3", "programs",
            "netplan", "files"});
    HostSpec host;
    host.name = textField(object, "name", {}, true);
    if (!isLabel(host.name))
        throw Mistake("name must be 1 to 63 small letters, digits and hyphens");
    host.maker = makerProfile(textField(object, "maker", "founders-edition"));
    if (!host.maker)
        throw Mistake("maker is not known");
    host.user = textField(object, "user", host.user);
    if (!domain::isUserName(host.user) || host.user == "root")
        throw Mistake("user is no user name");
    host.password = textField(object, "password", host.password);
    if (host.password.size() > 256 || host.password.find_first_of(std::string_view("\n\0", 2)) != std::string::npos)
        throw Mistake("password must be one line of at most 256 bytes");
    host.sudo = choiceField(object, "sudo", sudo, host.sudo);
    host.renderer = choiceField(object, "renderer", renderers, host.renderer);
    host.architecture = textField(object, "architecture", host.architecture);
    if (host.architecture != "aarch64" && host.architecture != "x86_64")
        throw Mistake("architecture must be aarch64 or x86_64");
    host.passwordSignIn = yesOrNoField(object, "passwordSignIn", host.passwordSignIn);
    host.keyboardInteractive = yesOrNoField(object, "keyboardInteractive", host.keyboardInteractive);
    host.memoryGib = numberField(object, "memoryGib", host.memoryGib, 64, 128);
    host.ufw = yesOrNoField(object, "ufw", host.ufw);
    host.docker = yesOrNoField(object, "docker", host.docker);
    host.nccl = yesOrNoField(object, "nccl", host.nccl);
    host.ncclRepository = choiceField(object, "ncclRepository", repositories, host.ncclRepository);
    host.iperf3 = yesOrNoField(object, "iperf3", host.iperf3);
    for (const json &program : listField(object, "programs")) {
        if (!program.is_string() || program.get<std::string>().size() > 4096)
            throw Mistake("programs must be command lines");
        host.programs.push_back(program.get<std::string>());
    }
    for (const json &file : listField(object, "netplan")) {
        onlyFields(file, {"name", "text"});
        const std::string name = textField(file, "name", {}, true);
        if (!name.ends_with(".yaml") || name.find('/') != std::string::npos)
            throw Mistake("name of a netplan file must end in .yaml and have no folder");
        host.netplan.emplace_back(name, textField(file, "text", {}));
    }
    for (const json &file : listField(object, "files"))
        host.files.push_back(fileOf(file, host.user));
    return host;
}

Socket endOf(const Scenario &scenario, const json &object)
{
    const auto socket = parseSocket(scenario, object);
    if (!socket)
        throw Mistake("a cable names " + socket.error().detail);
    return *socket;
}

void readCables(Scenario &scenario, const json &root)
{
    std::set<Socket> used;
    for (const json &object : listField(root, "cables")) {
        onlyFields(object, {"a", "b"});
        if (!object.contains("a") || !object.contains("b"))
            throw Mistake("a cable needs two ends, a and b");
        Socket a = endOf(scenario, object.at("a"));
        Socket b = endOf(scenario, object.at("b"));
        if (a.isSwitch())
            std::swap(a, b);
        if (a.isSwitch() || a == b)
            throw Mistake("a cable needs the cage of a Spark at one end and another socket at the other");
        for (const Socket &end : {a, b})
            if (!end.isSwitch() && !used.insert(end).second)
                throw Mistake(
                    "two cables are in one cage of " + scenario.hosts[static_cast<std::size_t>(end.spark)].name);
        scenario.cables.push_back({a, b});
    }
}

void readHosts(Scenario &scenario, const json &root)
{
    std::set<std::string> names;
    for (const json &object : listField(root, "hosts")) {
        scenario.hosts.push_back(hostOf(object));
        if (!names.insert(scenario.hosts.back().name).second)
            throw Mistake("two hosts are called " + scenario.hosts.back().name);
    }
    if (scenario.hosts.empty() || scenario.hosts.size() > kMaxHosts)
        throw Mistake("hosts must hold 1 to 256 Sparks");
    for (const json &object : listField(root, "switches")) {
        onlyFields(object, {"name", "mtu"});
        scenario.switches.push_back(
            {textField(object, "name", {}, true), numberField(object, "mtu", 9216, 1280, 16000)});
        if (!isLabel(scenario.switches.back().name) || !names.insert(scenario.switches.back().name).second)
            throw Mistake("a switch needs a name of its own");
    }
}

FaultSpec faultOf(const Scenario &scenario, const json &object)
{
    const auto spec =
        parseFaultSpec(scenario, textField(object, "fault", {}, true), textField(object, "place", {}, true));
    if (!spec)
        throw Mistake(spec.error().detail);
    return *spec;
}

std::chrono::milliseconds secondsField(const json &object, const char *field)
{
    return std::chrono::milliseconds(std::llround(realField(object, field, 0, 0, kLongestStory) * 1000));
}

// Faults that come or go later are steps of the timeline.
void readFaults(Scenario &scenario, const json &root)
{
    for (const json &object : listField(root, "faults")) {
        onlyFields(object, {"fault", "place", "from", "until"});
        Action action;
        action.what = Action::What::Fault;
        action.fault = faultOf(scenario, object);
        const auto from = secondsField(object, "from"), until = secondsField(object, "until");
        if (object.contains("until") && until <= from)
            throw Mistake("until must come after from");
        if (from.count() == 0)
            scenario.faults.push_back(action.fault);
        else
            scenario.timeline.push_back({TimelineStep::Since::Start, from, action});
        action.on = false;
        if (object.contains("until"))
            scenario.timeline.push_back({TimelineStep::Since::Start, until, action});
    }
}

void readTimeline(Scenario &scenario, const json &root)
{
    static constexpr std::array<std::pair<std::string_view, TimelineStep::Since>, 2> since = {
        {{"start", TimelineStep::Since::Start}, {"traffic", TimelineStep::Since::Traffic}}};
    for (const json &object : listField(root, "timeline")) {
        onlyFields(object, {"at", "since", "do", "a", "b", "gbps", "fault", "place", "on"});
        const auto action = parseAction(scenario, object);
        if (!action)
            throw Mistake("timeline: " + action.error().detail);
        scenario.timeline.push_back(
            {choiceField(object, "since", since, TimelineStep::Since::Start), secondsField(object, "at"), *action});
    }
}

void readVerdict(Scenario &scenario, const json &root)
{
    if (!root.contains("verdict"))
        throw Mistake("verdict is missing");
    const json &object = root.at("verdict");
    onlyFields(object, {"topology", "healthy", "speed", "findings"});
    Verdict &verdict = scenario.verdict;
    verdict.topology = textField(object, "topology", {}, true);
    if (!domain::topologyFromText(verdict.topology))
        throw Mistake("verdict names a topology that is not known");
    verdict.healthy = yesOrNoField(object, "healthy", true);
    verdict.speed = choiceField(object, "speed", kSpeeds, Verdict::Speed::NotTested);
    for (const json &finding : listField(object, "findings")) {
        onlyFields(finding, {"fault", "place"});
        verdict.findings.push_back(faultOf(scenario, finding));
    }
    if (verdict.healthy && !verdict.findings.empty())
        throw Mistake("a healthy verdict has no findings");
}

Scenario scenarioOf(const json &root)
{
    onlyFields(root,
        {"$schema", "schema", "name", "title", "story", "hosts", "switches", "cables", "setUp", "faults", "timeline",
            "verdict"});
    if (textField(root, "schema", {}, true) != "sparkloom-scenario-1")
        throw Mistake("schema must be sparkloom-scenario-1");
    Scenario scenario;
    scenario.name = textField(root, "name", {}, true);
    scenario.title = textField(root, "title", {}, true);
    scenario.story = textField(root, "story", {});
    if (!isLabel(scenario.name))
        throw Mistake("name must be 1 to 63 small letters, digits and hyphens");
    readHosts(scenario, root);
    readCables(scenario, root);
    if (const auto setUp = root.find("setUp"); setUp != root.end()) {
        onlyFields(*setUp, {"mtu"});
        scenario.setUpMtu = numberField(*setUp, "mtu", kLargestMtu, kSmallestMtu, kLargestMtu);
    }
    readFaults(scenario, root);
    readTimeline(scenario, root);
    readVerdict(scenario, root);
    return scenario;
}

} // namespace

base::Result<Scenario> parseScenario(std::string_view text)
{
    if (text.size() > kMaxBytes)
        return simError(base::ErrorKind::Usage, "a scenario has at most 1 MiB");
    try {
        return scenarioOf(json::parse(text));
    } catch (const Mistake &mistake) {
        return simError(base::ErrorKind::Usage, mistake.what());
    } catch (const json::exception &problem) {
        return simError(base::ErrorKind::Usage, problem.what());
    }
}

const std::vector<Scenario> &builtInScenarios()
{
    static const std::vector<Scenario> scenarios = [] {
        std::vector<Scenario> list;
        for (const std::string_view text : builtInScenarioTexts()) {
            auto scenario = parseScenario(text);
            if (!scenario)
                std::abort(); // the build's own files: tests/unit/sim reads every one
            list.push_back(std::move(scenario).value());
        }
        std::ranges::sort(list, {}, [](const Scenario &s) { return std::pair(s.hosts.size(), s.name); });
        return list;
    }();
    return scenarios;
}

base::Result<Scenario> loadScenario(const std::string &nameOrFile)
{
    if (nameOrFile.find('/') == std::string::npos && !nameOrFile.ends_with(".json")) {
        const auto &all = builtInScenarios();
        const auto it = std::ranges::find(all, nameOrFile, &Scenario::name);
        if (it == all.end())
            return simError(
                base::ErrorKind::Usage, "there is no scenario " + nameOrFile.substr(0, 80) + "; --list names them all");
        return *it;
    }
    std::ifstream file(nameOrFile, std::ios::binary);
    std::string text(kMaxBytes + 1, '\0');
    if (!file || !(file.read(text.data(), static_cast<std::streamsize>(text.size())) || file.eof()))
        return simError(base::ErrorKind::Usage, "the file " + nameOrFile + " cannot be read");
    text.resize(static_cast<std::size_t>(file.gcount()));
    return parseScenario(text);
}

std::string_view toText(Verdict::Speed speed)
{
    return std::ranges::find(kSpeeds, speed, &decltype(kSpeeds)::value_type::second)->first;
}

base::Result<Socket> socketNamed(const Scenario &scenario, std::string_view name, int cage)
{
    for (std::size_t i = 0; i < scenario.switches.size(); ++i)
        if (scenario.switches[i].name == name)
            return Socket::ofSwitch(static_cast<int>(i));
    for (std::size_t i = 0; i < scenario.hosts.size(); ++i) {
        if (scenario.hosts[i].name != name)
            continue;
        if (cage != 0 && cage != 1)
            return simError(base::ErrorKind::Usage, "cage must be 0 or 1");
        return Socket::ofSpark(static_cast<int>(i), cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One);
    }
    return simError(base::ErrorKind::Usage, "there is no Spark or switch of this name");
}

} // namespace sparkloom::sim
