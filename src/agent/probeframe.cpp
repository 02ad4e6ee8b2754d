// SPDX-License-Identifier: Apache-2.0
#include "agent/probeframe.h"

#include "base/sha256.h"
#include "base/text.h"

#include <algorithm>
#include <limits>

namespace sparkloom::agent {

namespace {

constexpr std::string_view kMagic = "sparkloom1";
constexpr std::size_t kMaxFrame = 200;

std::string signedPart(const ProbeFrame &frame)
{
    return std::string(kMagic) + ' ' + frame.runNonce + ' ' + frame.from.spark.value + ' '
        + domain::toText(frame.from.half) + ' ' + std::to_string(frame.sequence);
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

} // namespace

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

std::string renderProbeFrame(const ProbeFrame &frame, std::string_view runKey)
{
    const std::string text = signedPart(frame);
    return text + ' ' + base::hmacSha256Hex(runKey, text);
}

std::optional<ProbeFrame> parseProbeFrame(std::string_view payload, std::string_view runNonce, std::string_view runKey)
{
    if (payload.size() > kMaxFrame)
        return std::nullopt;
    const auto parts = base::split(payload, ' ');
    if (parts.size() != 6 || parts[0] != kMagic || parts[1] != runNonce || !isHex(parts[2], 32))
        return std::nullopt;
    const auto half = domain::halfFromText(parts[3]);
    const auto sequence = base::parseInteger(parts[4], 0, std::numeric_limits<std::int64_t>::max());
    if (!half || !sequence)
        return std::nullopt;
    const std::string_view text = payload.substr(0, payload.rfind(' '));
    if (!equalInConstantTime(base::hmacSha256Hex(runKey, text), parts[5]))
        return std::nullopt;
    return ProbeFrame{std::string(runNonce), {{std::string(parts[2])}, *half}, static_cast<std::uint64_t>(*sequence)};
}

} // namespace sparkloom::agent
