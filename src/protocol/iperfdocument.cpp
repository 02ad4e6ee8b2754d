// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "protocol/json/node.h"
#include "protocol/messages_iperf.h"

#include <cmath>

namespace sparkloom::protocol {

using namespace base::literals;
using json::Json;

namespace {

constexpr std::string_view kName = "iperf ";
constexpr std::size_t kWords = 300; // of its own message that are kept
constexpr double kMostBytes = 1e18;

// A number below this path; nothing where there is none, or none that can be.
std::optional<double> numberAt(const Json &document, std::initializer_list<const char *> path, double most)
{
    const Json *at = &document;
    for (const char *name : path) {
        if (!at->is_object())
            return std::nullopt;
        const auto child = at->find(name);
        if (child == at->end())
            return std::nullopt;
        at = &*child;
    }
    const double number = at->is_number() ? at->get<double>() : -1;
    return number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::string textAt(const Json &object, const char *name)
{
    const auto field = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && field != object.end() && field->is_string() ? field->get<std::string>()
                                                                             : std::string();
}

} // namespace

std::string iperfVersionIn(std::string_view text)
{
    if (!text.starts_with(kName))
        return {};
    const std::string_view rest = text.substr(kName.size());
    const std::string_view version = rest.substr(0, rest.find_first_not_of("0123456789."));
    return version.size() <= 16 && !version.empty() && version.front() != '.' ? std::string(version) : std::string();
}

base::Result<IperfResult> iperfResultIn(std::string_view text)
{
    const base::Result<Json> document = json::fromForeignJsonText(text, kMaxIperfDocument);
    if (!document || !document->is_object())
        return base::failed("iperf.no-result"_msg);
    if (const std::string error = textAt(*document, "error"); !error.empty())
        return base::failed("iperf.failed"_msg, base::cleanText(error, kWords));
    const auto bytes = numberAt(*document, {"end", "sum_received", "bytes"}, kMostBytes);
    const auto seconds = numberAt(*document, {"end", "sum_received", "seconds"}, kMaxIperfSeconds + 60.0);
    if (!bytes || !seconds || *seconds <= 0)
        return base::failed("iperf.no-result"_msg);
    IperfResult result;
    const auto start = document->find("start");
    if (start != document->end())
        result.version = iperfVersionIn(textAt(*start, "version"));
    result.bytes = static_cast<std::uint64_t>(*bytes);
    result.seconds = *seconds;
    result.gbps = std::min(*bytes * 8e-9 / *seconds, 1e6);
    result.retransmits =
        static_cast<std::uint64_t>(numberAt(*document, {"end", "sum_sent", "retransmits"}, 1e15).value_or(0));
    // In hundredths of one core.
    const char *const cpu = "cpu_utilization_percent";
    result.senderCores = numberAt(*document, {"end", cpu, "host_total"}, 1e5).value_or(0) / 100;
    result.receiverCores = numberAt(*document, {"end", cpu, "remote_total"}, 1e5).value_or(0) / 100;
    result.streams =
        static_cast<int>(numberAt(*document, {"start", "test_start", "num_streams"}, kMaxIperfStreams).value_or(0));
    return result;
}

} // namespace sparkloom::protocol
