// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::engine {

// Makes lines of an agent's output, within the limits of protocol/limits.h: before the first line of the protocol a
// shell profile may print up to kMaxNoiseBytes of anything; afterwards every line counts, and so does their rate.
class AgentLines {
public:
    // Whole lines without newline that these bytes complete. Error (Protocol): a limit was broken, nothing more may
    // follow. nowMs: a monotonic clock, for the rate.
    base::Result<std::vector<std::string>> take(const QByteArray &bytes, std::chrono::milliseconds now);

private:
    base::Result<void> accept(std::string line, std::vector<std::string> &lines);
    bool spend(std::chrono::milliseconds now);

    std::string m_partial;
    bool m_talking = false; // hello was seen
    std::size_t m_noise = 0;
    double m_tokens = 0;
    std::optional<std::chrono::milliseconds> m_last;
};

} // namespace sparkloom::engine
