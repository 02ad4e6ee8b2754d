// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/nccllog.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMaxLine = 4096;
constexpr std::size_t kMaxSeen = 8 << 20;
constexpr std::size_t kMaxEntries = 32;
constexpr std::size_t kMaxWarnings = 8;
constexpr int kMaxChannels = 1 << 20;

// What follows a marker, up to a stop character; nothing where the marker is not there.
std::optional<std::string_view> after(std::string_view text, std::string_view marker, std::string_view stops = {})
{
    const std::size_t at = text.find(marker);
    if (at == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(at + marker.size());
    return base::trimmed(text.substr(0, text.find_first_of(stops)));
}

} // namespace

void NcclLog::add(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view part = bytes.substr(0, end);
        if (!m_cut)
            m_line += part.substr(0, kMaxLine - m_line.size());
        m_cut = m_line.size() >= kMaxLine;
        if (end == std::string_view::npos)
            return;
        line(m_line);
        m_line.clear();
        m_cut = false;
        bytes.remove_prefix(end + 1);
    }
}

std::string NcclLog::lastWarning() const
{
    return m_transport.warnings.empty() ? std::string() : m_transport.warnings.back();
}

void NcclLog::line(std::string_view text)
{
    m_seen += text.size() + 1;
    if (const auto warning = after(text, " NCCL WARN ")) {
        if (m_transport.warnings.size() >= kMaxWarnings)
            m_transport.warnings.erase(m_transport.warnings.begin());
        m_transport.warnings.push_back(base::cleanText(*warning, 512));
    } else if (const auto said = after(text, " NCCL INFO ")) {
        if (m_seen < kMaxSeen)
            information(*said);
    } else if (!base::trimmed(text).empty()) {
        m_foreign = base::cleanText(base::trimmed(text), 512);
    }
}

void NcclLog::information(std::string_view text)
{
    if (text.starts_with("Channel "))
        return route(text);
    if (const auto network = after(text, "Using network ", " "))
        m_transport.network = base::cleanText(*network, 64);
    if (const auto interface = after(text, "Bootstrap: Using ", "<"))
        m_transport.bootstrap = base::cleanText(*interface, 200);
    // "NET/IB : Using [0]rocep1s0f1:1/RoCE [1]roceP2p1s0f1:1/RoCE [RO]; OOB enP7s7:192.168.1.40<0>"
    if (const auto list = text.starts_with("NET/") ? after(text, " : Using ", ";") : std::nullopt) {
        std::vector<std::string> devices;
        for (std::string_view word : base::split(*list, ' ')) {
            const std::size_t close = word.find(']');
            if (!word.starts_with('[') || close == std::string_view::npos || close + 1 >= word.size())
                continue;
            word = word.substr(close + 1);
            devices.push_back(base::cleanText(word.substr(0, word.find('<')), 200));
        }
        devices.resize(std::min(devices.size(), kMaxEntries));
        if (!devices.empty()) // one network after the other is tried; one without devices is not the one
            m_transport.devices = std::move(devices);
    }
}

// "Channel 00/0 : 0[0] -> 1[1] [send] via NET/IB/0/GDRDMA"; without "via" it only numbers a ring.
void NcclLog::route(std::string_view text)
{
    const auto kind = after(text, " via ", " (");
    if (!kind || kind->empty())
        return;
    std::string name = base::cleanText(*kind, 100);
    if (const std::size_t mark = name.find("/GDRDMA"); mark != std::string::npos) {
        m_transport.gpuDirect = true;
        name.resize(mark);
    }
    auto &routes = m_transport.routes;
    auto found = std::find_if(routes.begin(), routes.end(), [&](const auto &entry) { return entry.kind == name; });
    if (found == routes.end()) {
        if (routes.size() >= kMaxEntries)
            return;
        found = routes.insert(routes.end(), {name, 0});
    }
    found->channels = std::min(found->channels + 1, kMaxChannels);
}

} // namespace sparkloom::agent
