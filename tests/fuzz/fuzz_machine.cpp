// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "agent/fabricsockets.h"
#include "agent/linux/pingprogram.h"
#include "agent/machine.h"
#include "agent/netplanfiles.h"
#include "agent/probeframe.h"
#include "agent/smallfiles.h"
#include "agent/transaction/records.h"
#include "agent/trustlines.h"
#include "domain/fabric/lldp.h"
#include "domain/hardware/cablemodule.h"
#include "fakesystem.h"

#include <array>
#include <cmath>

using namespace sparkloom;
using namespace sparkloom::agent;

namespace {

bool isClean(const std::string &text)
{
    return text.size() <= 256 && text.find_first_of("\n\r\x1b\x7f") == std::string::npos;
}

// /etc/dgx-release, os-release, DMI, host keys and meminfo with this text in them.
void machineFiles(const std::string &text)
{
    test::Faults faults;
    test::FakeFiles files(faults);
    for (const char *path : {"/etc/dgx-release", "/etc/os-release", "/etc/machine-id", "/proc/meminfo",
             "/sys/class/dmi/id/sys_vendor", "/sys/class/dmi/id/product_name", "/sys/class/dmi/id/bios_version",
             "/sys/module/nvidia/version", "/etc/ssh/ssh_host_ed25519_key.pub"})
        files.put(path, text);
    const domain::Versions versions = versionsOf(files, {});
    fuzz::require(isClean(versions.os) && isClean(versions.dgxOs) && isClean(versions.dgxOta)
            && isClean(versions.driver) && isClean(versions.bios) && isClean(productOf(files)),
        "what is shown is clean and bounded");
    fuzz::require(memoryBytesOf(files) >= 0, "memory is no debt");
    const std::string id = sparkIdOf(files).value;
    fuzz::require(id.empty() || isHex(id, 32), "an id is hex");
    for (const domain::HostKeyLine &key : hostKeysOf(files))
        fuzz::require(
            isClean(key.type) && key.base64.find_first_of(" \t\n\r") == std::string::npos, "a key is one word");
    (void)makerOf(files);
    const long long number = readNumber(files, "/proc/meminfo", 7, -5, 5);
    fuzz::require((number >= -5 && number <= 5) || number == 7, "a number is within its range");
}

} // namespace

// What the agent reads on a Spark that is no JSON: files about the machine, ping's words, probe frames, its own
// records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(fuzz::asText(data, size));
    machineFiles(text);
    if (const auto milliseconds = roundTripOf(text))
        fuzz::require(std::isfinite(*milliseconds) && *milliseconds >= 0, "a round trip is a time");
    const std::array own = {domain::Ipv4Address{0x0a640001}};
    fuzz::require(!socketsInTable(text, own).contains(0) && socketsInTable(text, {}).empty(), "a socket has a number");
    const std::string nonce(32, 'a'), key(64, 'b');
    if (const auto frame = parseProbeFrame(text, nonce, key))
        fuzz::require(renderProbeFrame(*frame, key) == text, "a frame comes back as it was");
    if (const auto records = decodeRecords(text))
        fuzz::require(decodeRecords(encodeRecords(*records)) == records, "records come back as they were");
    const std::vector<Record> made = {{text, "x"}, {text.substr(text.size() / 2)}};
    fuzz::require(decodeRecords(encodeRecords(made)) == made || text.empty(), "any bytes can be kept in a record");
    if (isEtcNetplanPath(text))
        fuzz::require(text.find("..") == std::string::npos || baseName(text).find('/') == std::string::npos,
            "a netplan file stays in its folder");
    (void)holdsOurLines(text);
    if (const auto module = domain::parseModuleEeprom(text))
        for (const std::string &word : {module->vendor, module->partNumber, module->serial})
            fuzz::require(isClean(word) && word.size() <= 16, "what a plug says is one short line");
    if (const auto neighbour = domain::parseLldp(text)) {
        for (const std::string &word : {neighbour->chassis, neighbour->port, neighbour->system})
            fuzz::require(
                isClean(word) && word.size() <= domain::kMostLldpText, "what a switch says is one short line");
        fuzz::require(
            domain::parseLldp(domain::renderLldp(*neighbour)) == neighbour, "a neighbour comes back as it was");
    }
    return 0;
}
