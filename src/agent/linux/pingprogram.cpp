// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/pingprogram.h"

#include "base/text.h"

#include <cmath>
#include <cstdlib>

namespace sparkloom::agent {

using namespace base::literals;

std::optional<double> roundTripOf(std::string_view pingOutput)
{
    constexpr std::string_view kMark = " time";
    const std::size_t at = pingOutput.find(kMark);
    // "time=0.043 ms", or "time<1 ms" of older ones
    if (at == std::string_view::npos || at + kMark.size() + 1 >= pingOutput.size())
        return std::nullopt;
    const std::string number(pingOutput.substr(at + kMark.size() + 1, 16));
    char *end = nullptr;
    const double milliseconds = std::strtod(number.c_str(), &end);
    // strtod also reads "inf" and "nan".
    if (end == number.c_str() || !std::isfinite(milliseconds) || milliseconds < 0)
        return std::nullopt;
    return milliseconds;
}

void echoByProgram(Processes &processes, const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
    std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done)
{
    const std::string seconds = std::to_string(std::max<long long>(1, (timeout.count() + 999) / 1000));
    // probe: do-not-fragment, without the cached path MTU
    processes.run({"ping", "-n", "-c", "1", "-W", seconds, "-M", "probe", "-s", std::to_string(payloadBytes), "-I",
                      netdev, target.toString()},
        {}, timeout + std::chrono::seconds(2), [target, done = std::move(done)](const ProcessResult &result) {
            if (const auto milliseconds = roundTripOf(result.output); result.exitCode == 0 && milliseconds)
                return done(*milliseconds);
            // ping ends with 1 when no answer came, with 2 for everything else.
            if (result.exitCode == 1 || result.exitCode == 124)
                return done(base::Error{base::ErrorKind::NotKnown,
                    base::Message("ping.no-answer"_msg).with("target", target.toString()), {}});
            done(base::failed(base::Message("system.program-failed"_msg)
                                  .with("program", "ping")
                                  .with("code", result.exitCode)
                                  .with("reason", base::cleanText(base::trimmed(result.errors), 300)),
                base::cleanText(base::trimmed(result.errors), 300)));
        });
}

} // namespace sparkloom::agent
