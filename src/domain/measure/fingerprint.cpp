// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/fingerprint.h"

#include "base/sha256.h"

#include <algorithm>
#include <vector>

namespace sparkloom::domain {

namespace {

constexpr std::size_t kDigits = 16;

std::string textOf(const HalfFacts &half)
{
    std::string text = " half " + toText(half.id) + " mtu " + std::to_string(half.mtu) + " firmware " + half.firmware;
    text += " speed " + (half.speedMbps ? std::to_string(*half.speedMbps) : std::string("?"));
    if (half.pcie)
        text += " pcie " + std::to_string(half.pcie->gigatransfersPerSecond) + " x" + std::to_string(half.pcie->width);
    return text + '\n';
}

} // namespace

std::string environmentText(std::span<const SparkFacts> sparks)
{
    std::vector<std::string> parts;
    for (const SparkFacts &spark : sparks) {
        std::string text = "spark " + spark.id.value + " os " + spark.versions.dgxOs + " kernel "
            + spark.versions.kernel + " driver " + spark.versions.driver + " bios " + spark.versions.bios + '\n';
        for (const HalfFacts &half : spark.halves)
            text += textOf(half);
        parts.push_back(std::move(text));
    }
    std::sort(parts.begin(), parts.end());
    std::string all;
    for (const std::string &part : parts)
        all += part;
    return all;
}

std::string environmentFingerprint(std::span<const SparkFacts> sparks)
{
    return base::sha256Hex(environmentText(sparks)).substr(0, kDigits);
}

} // namespace sparkloom::domain
