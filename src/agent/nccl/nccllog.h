// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages_nccl.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sparkloom::agent {

// Reads NCCL's own log (NCCL_DEBUG=INFO) as it comes: which network was chosen, which devices it uses, by which routes
// the channels go. The wording is that of NCCL 2.14 to 2.30 (src/init.cc, src/transport/*.cc); lines that it does not
// know say nothing. Bounded: lines are cut at 4 KiB, lists at 32 entries, and after 8 MiB only warnings are still read.
class NcclLog {
public:
    void add(std::string_view bytes);
    protocol::NcclTransport transport() const { return m_transport; }
    // The last warning or error line, cleaned; empty where there was none.
    std::string lastWarning() const;
    // The last line that is none of NCCL's: what the library or the loader printed before a crash. Cleaned.
    std::string lastForeign() const { return m_foreign; }

private:
    void line(std::string_view text);
    void information(std::string_view text);
    void route(std::string_view text);

    std::string m_line;
    bool m_cut = false;
    std::size_t m_seen = 0;
    std::string m_foreign;
    protocol::NcclTransport m_transport;
};

} // namespace sparkloom::agent
