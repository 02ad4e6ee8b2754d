// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/scenario.h"

#include "domain/fabric/topology.h"
#include "sim/errors.h"
#include "sim/world/builtin.h"
#include "sim/world/maker.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxHosts = 256;
constexpr std::size_t kMaxText = 4000;

// What is wrong with a scenario file; caught in parseScenario.
struct Mistake : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string textOf(const json &object, const char *field, const std::string &otherwise, bool required = false)
{
    const auto it = object.find(field);
    if (it == object.end() && !required)
        return otherwise;
    if (it == object.end() || !it->is_string() || it->get_ref<const std::string &>().size() > kMaxText)
        throw Mistake(std::string(field) + " must be a text");
    return it->get<std::string>();
}

int numberOf(const json &object, const char *field, int otherwise, int least, int most)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_number_integer() || it->get<std::int64_t>() < least || it->get<std::int64_t>() > most)
        throw Mistake(
            std::string(field) + " must be a number from " + std::to_string(least) + " to " + std::to_string(most));
    return it->get<int>();
}

bool yesOrNo(const json &object, const char *field, bool otherwise)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_boolean())
        throw Mistake(std::string(field) + " must be true or false");
    return it->get<bool>();
}

const json &listOf(const json &object, const char *field)
{
    static const json none = json::array();
    const auto it = object.find(field);
    if (it == object.end())
        return none;
    if (!it->is_array() || it->size() > kMaxHosts * 2)
        throw Mistake(std::string(field) + " must be a list");
    return *it;
}

void onlyFields(const json &object, const std::set<std::string> &known)
{
    if (!object.is_object())
        throw Mistake("an object is expected where something else stands");
    for (const auto &[key, value] : object.items())
        if (!known.contains(key))
            throw Mistake("the field " + key.substr(0, 60) + " is not known");
}

bool isLabel(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-'
        && std::ranges::all_of(
            text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

template <typename T, std::size_t N>
T oneOf(const json &object, const char *field, const std::array<std::pair<std::string_view, T>, N> &values, T otherwise)
{
    const std::string text = textOf(object, field, {});
    if (text.empty())
        return otherwise;
    for (const auto &[name, value] : values)
        if (name == text)
            return value;
    throw Mistake(std::string(field) + " has a value that is not known");
}

HostSpec hostOf(const json &object)
{
    static constexpr std::array<std::pair<std::string_view, SudoPolicy>, 5> sudo = {{{"password", SudoPolicy::Password},
        {"lecture", SudoPolicy::Lecture}, {"passwordless", SudoPolicy::Passwordless}, {"cached", SudoPolicy::Cached},
        {"not-allowed", SudoPolicy::NotAllowed}}};
    static constexpr std::array<std::pair<std::string_view, domain::Renderer>, 2> renderers = {
        {{"NetworkManager", domain::Renderer::NetworkManager}, {"networkd", domain::Renderer::Networkd}}};
    onlyFields(object, {"name", "maker", "user", "password", "sudo", "renderer", "architecture", "passwordSignIn",
        "keyboardInteractive", "memoryGib", "ufw", "docker", "programs", "netplan"});
    HostSpec host;
    host.name = textOf(object, "name", {}, true);
    if (!isLabel(host.name))
        throw Mistake("name must be 1 to 63 small letters, digits and hyphens");
    host.maker = makerProfile(textOf(object, "maker", "founders-edition"));
    if (!host.maker)
        throw Mistake("maker is not known");
    host.user = textOf(object, "user", host.user);
    if (!domain::isUserName(host.user) || host.user == "root")
        throw Mistake("user is no user name");
    host.password = textOf(object, "password", host.password);
    if (host.password.size() > 256 || host.password.find_first_of(std::string_view("\n\0", 2)) != std::string::npos)
        throw Mistake("password must be one line of at most 256 bytes");
    host.sudo = oneOf(object, "sudo", sudo, host.sudo);
    host.renderer = oneOf(object, "renderer", renderers, host.renderer);
    host.architecture = textOf(object, "architecture", host.architecture);
    if (host.architecture != "aarch64" && host.architecture != "x86_64")
        throw Mistake("architecture must be aarch64 or x86_64");
    host.passwordSignIn = yesOrNo(object, "passwordSignIn", host.passwordSignIn);
    host.keyboardInteractive = yesOrNo(object, "keyboardInteractive", host.keyboardInteractive);
    host.memoryGib = numberOf(object, "memoryGib", host.memoryGib, 64, 128);
    host.ufw = yesOrNo(object, "ufw", host.ufw);
    host.docker = yesOrNo(object, "docker", host.docker);
    for (const json &program : listOf(object, "programs")) {
        if (!program.is_string() || program.get<std::string>().size() > 4096)
            throw Mistake("programs must be command lines");
        host.programs.push_back(program.get<std::string>());
    }
    for (const json &file : listOf(object, "netplan")) {
        onlyFields(file, {"name", "text"});
        const std::string name = textOf(file, "name", {}, true);
        if (!name.ends_with(".yaml") || name.find('/') != std::string::npos)
            throw Mistake("name of a netplan file must end in .yaml and have no folder");
        host.netplan.emplace_back(name, textOf(file, "text", {}));
    }
    return host;
}

Socket endOf(const Scenario &scenario, const json &object)
{
    onlyFields(object, {"spark", "cage", "switch"});
    const std::string name = textOf(object, object.contains("switch") ? "switch" : "spark", {}, true);
    auto socket = socketNamed(scenario, name, numberOf(object, "cage", object.contains("switch") ? 0 : -1, 0, 1));
    if (!socket)
        throw Mistake("a cable names " + name.substr(0, 80) + ": " + socket.error().detail);
    return *socket;
}

void readCables(Scenario &scenario, const json &root)
{
    std::set<Socket> used;
    for (const json &object : listOf(root, "cables")) {
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

Scenario scenarioOf(const json &root)
{
    onlyFields(root, {"$schema", "schema", "name", "title", "story", "hosts", "switches", "cables", "verdict"});
    if (textOf(root, "schema", {}, true) != "sparkloom-scenario-1")
        throw Mistake("schema must be sparkloom-scenario-1");
    Scenario scenario;
    scenario.name = textOf(root, "name", {}, true);
    scenario.title = textOf(root, "title", {}, true);
    scenario.story = textOf(root, "story", {});
    if (!isLabel(scenario.name))
        throw Mistake("name must be 1 to 63 small letters, digits and hyphens");
    std::set<std::string> names;
    for (const json &object : listOf(root, "hosts")) {
        scenario.hosts.push_back(hostOf(object));
        if (!names.insert(scenario.hosts.back().name).second)
            throw Mistake("two hosts are called " + scenario.hosts.back().name);
    }
    if (scenario.hosts.empty() || scenario.hosts.size() > kMaxHosts)
        throw Mistake("hosts must hold 1 to 256 Sparks");
    for (const json &object : listOf(root, "switches")) {
        onlyFields(object, {"name", "mtu"});
        scenario.switches.push_back({textOf(object, "name", {}, true), numberOf(object, "mtu", 9216, 1280, 16000)});
        if (!isLabel(scenario.switches.back().name) || !names.insert(scenario.switches.back().name).second)
            throw Mistake("a switch needs a name of its own");
    }
    readCables(scenario, root);
    if (!root.contains("verdict"))
        throw Mistake("verdict is missing");
    onlyFields(root.at("verdict"), {"topology", "healthy"});
    scenario.topology = textOf(root.at("verdict"), "topology", {}, true);
    if (!domain::topologyFromText(scenario.topology))
        throw Mistake("verdict names a topology that is not known");
    scenario.healthy = yesOrNo(root.at("verdict"), "healthy", true);
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
