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

// The options after which the program only prints something.
std::optional<Options::What> questionIn(const std::string &word)
{
    if (word == "--list")
        return Options::What::List;
    if (word == "--faults")
        return Options::What::Faults;
    if (word == "--physics")
        return Options::What::Physics;
    if (word == "--version")
        return Options::What::Version;
    return word == "--help" || word == "-h" ? std::optional(Options::What::Help) : std::nullopt;
}

std::string padded(std::string_view text, std::size_t width)
{
    std::string column(text);
    column.resize(std::max(column.size(), width), ' ');
    return column + "  ";
}

} // namespace

base::Result<Options> parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (const auto what = questionIn(word)) {
            options.what = *what;
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
           "  --faults              the faults that Sparks, cables and switch ports can have, one line each\n"
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
           "  {\"id\":3,\"do\":\"slow\",\"a\":{\"spark\":\"spark-a\",\"cage\":0},\"gbps\":25}   (0: as fast as it is)\n"
           "  {\"id\":4,\"do\":\"fault\",\"fault\":\"F-08\",\"place\":\"cable:spark-a:0\",\"on\":true}\n"
           "  {\"id\":5,\"do\":\"state\"}   {\"id\":6,\"do\":\"list\"}   {\"id\":7,\"do\":\"snapshot\"}\n"
           "  {\"id\":8,\"do\":\"stop\"}\n"
           "A place is a Spark (spark-a), a cage (spark-a:0), a half (spark-a:0B), the cable in a cage "
           "(cable:spark-a:0), or the\n"
           "switch port that it leads to (port:spark-a:0). The first line also names a Unix socket in the abstract "
           "namespace\n"
           "(control) that takes the same lines from programs of the same user.\n"
           "It ends when stdin ends or when the program that started it is gone, and leaves nothing behind.\n";
}

std::string listText()
{
    std::string text;
    for (const Scenario &scenario : builtInScenarios())
        text += padded(scenario.name, 18) + scenario.title + '\n';
    return text;
}

std::string faultsText()
{
    std::string text;
    for (const FaultKind &kind : faultCatalogue())
        text += padded(kind.id, 4) + padded(kind.name, 18) + std::string(kind.title) + '\n';
    return text;
}

} // namespace sparkloom::sim
