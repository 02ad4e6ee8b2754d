// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "domain/plan/foreignfiles.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/foreignprofiles.h"
#include "domain/plan/keyfile.h"
#include "domain/plan/netplanscan.h"
#include "domain/plan/render.h"

using namespace sparkloom;
using namespace sparkloom::domain;

namespace {

// The same text as a profile of NetworkManager.
void lookAtProfile(std::string_view text, const SparkFacts &facts, const std::vector<HalfConfig> &halves)
{
    const std::vector<NetplanText> files = {{std::string(kKeyfileFolder) + "x.nmconnection", std::string(text)}};
    ForeignFiles found;
    const bool judged = addForeignProfiles(found, facts, halves, files).ok();
    const bool named = text.find("enp1s0f0np0") != std::string_view::npos;
    fuzz::require(judged && found.takeOver.empty() && found.adopted.empty() ? true : named && readKeyfile(text),
        "a profile counts only where it names the half");
    fuzz::require(found.adopted.empty() || text.find("10.100.0.1/24") != std::string_view::npos,
        "one that is right has the address");
    fuzz::require(found.takeOver.size() + found.adopted.size() <= 1, "it stays or goes");
}

} // namespace

// A foreign file of the network: netplan's is scanned, judged, and compared.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    const NetplanScan scan = scanNetplan(text);
    fuzz::require(scan.understood == (scan.badLine == 0), "what is not understood has a line");
    for (const NetplanDefinition &definition : scan.definitions) {
        fuzz::require(definition.line >= 1 && !definition.id.empty(), "a definition has a name and a line");
        (void)matchesPattern(definition.matchName.value_or(""), "enp1s0f0np0");
    }
    SparkFacts facts;
    facts.renderer = Renderer::Networkd;
    const std::vector<HalfConfig> halves = {{{}, "enp1s0f0np0", {Ipv4Address{0x0a640001}, 24}, 9000}};
    const std::vector<NetplanText> files = {{"/etc/netplan/40-cx7.yaml", std::string(text)}};
    const auto foreign = readForeignFiles(facts, halves, files);
    fuzz::require(
        !foreign || foreign->takeOver.empty() || mentionsWord(text, "enp1s0f0np0") || mentionsWord(text, "match"),
        "only what is about halves is taken over");
    const std::string rest = restOfForeignFile(facts, text);
    if (!rest.empty()) {
        const NetplanScan after = scanNetplan(rest);
        const ForeignHalves named(facts);
        fuzz::require(after.understood, "what stays can be read");
        for (const NetplanDefinition &definition : after.definitions)
            fuzz::require(named.definedBy(definition).empty() || named.matchesOthers(definition), "no half stays");
        fuzz::require(rest.size() <= text.size(), "nothing is added");
    }
    lookAtProfile(text, facts, halves);
    (void)isOurNetplan(text);
    (void)unifiedDiff(text, renderNetplan(halves), "/etc/netplan/40-cx7.yaml");
    return 0;
}
