// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/options.h"

#include "base/text.h"
#include "sim/errors.h"

#include <charconv>
#include <limits>

namespace sparkloom::sim {

namespace {

constexpr double kSlowest = 0.01;
constexpr double kFastest = 1000;

std::optional<double> speedFrom(const std::string &text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= kSlowest && value <= kFastest))
        return std::nullopt;
    return value;
}

} // namespace

base::Result<Options> parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (word == "--list" || word == "--physics" || word == "--help" || word == "-h" || word == "--version") {
            options.what = word == "--list" ? Options::What::List
                : word == "--physics"       ? Options::What::Physics
                : word == "--version"       ? Options::What::Version
                                            : Options::What::Help;
            continue;
        }
        if (word != "--scenario" && word != "--speed" && word != "--seed" && word != "--architecture")
            return simError(
                base::ErrorKind::Usage, "the option " + word.substr(0, 60) + " is not known; --help names them all");
        if (++i == arguments.size())
            return simError(base::ErrorKind::Usage, word + " needs a value");
        const std::string &value = arguments[i];
        if (word == "--scenario") {
            options.scenario = value;
        } else if (word == "--architecture") {
            if (value != "aarch64" && value != "x86_64")
                return simError(base::ErrorKind::Usage, "--architecture must be aarch64 or x86_64");
            options.architecture = value;
        } else if (word == "--speed") {
            const auto speed = speedFrom(value);
            if (!speed)
                return simError(base::ErrorKind::Usage, "--speed must be a number from 0.01 to 1000");
            options.world.speed = *speed;
        } else {
            const auto seed = base::parseInteger(value, 0, std::numeric_limits<long long>::max());
            if (!seed)
                return simError(base::ErrorKind::Usage, "--seed must be a whole number");
            options.world.seed = static_cast<std::uint64_t>(*seed);
        }
    }
    return options;
}

std::string helpText()
{
    return "sparkloom-sim: virtual Sparks on this computer, each a real SSH server on 127.0.0.1 that runs no "
           "programs.\n\n"
           "  --scenario NAME|FILE  what is cabled (default sealed-pair)\n"
           "  --list                the scenarios, one line each\n"
           "  --speed X             divides simulated delays, 0.01 to 1000 (default 1: a cable takes 6 s until it is "
           "up)\n"
           "  --seed N              same seed, same MAC addresses and numbers (default 1)\n"
           "  --architecture A      what the Sparks say they are, aarch64 or x86_64 (default: as in the scenario)\n"
           "  --physics             published measurements beside what the model says of them, with verdicts\n"
           "  --version, --help\n\n"
           "The first line on stdout names the Sparks with port, host key fingerprint, user and password. Then it "
           "takes one\n"
           "JSON object per line on stdin and answers each:\n"
           "  "
           "{\"id\":1,\"do\":\"plug\",\"a\":{\"spark\":\"spark-a\",\"cage\":0},\"b\":{\"spark\":\"spark-b\",\"cage\":0}"
           "}\n"
           "  {\"id\":2,\"do\":\"unplug\",\"a\":{\"spark\":\"spark-a\",\"cage\":0}}\n"
           "  {\"id\":3,\"do\":\"state\"}   {\"id\":4,\"do\":\"list\"}   {\"id\":5,\"do\":\"snapshot\"}\n"
           "  {\"id\":6,\"do\":\"stop\"}\n"
           "It ends when stdin ends or when the program that started it is gone, and leaves nothing behind.\n";
}

std::string listText()
{
    std::string text;
    for (const Scenario &scenario : builtInScenarios()) {
        std::string name = scenario.name;
        name.resize(std::max<std::size_t>(name.size(), 14), ' ');
        text += name + "  " + scenario.title + '\n';
    }
    return text;
}

} // namespace sparkloom::sim
