// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/ethtool.h"

#include <cerrno>
#include <cstring>
#include <linux/ethtool_netlink.h>
#include <linux/genetlink.h>

namespace sparkloom::agent {
namespace {

NetlinkAttributes afterGenericHeader(const void *payload, std::size_t size)
{
    if (size <= sizeof(genlmsghdr))
        return NetlinkAttributes("", 0);
    return NetlinkAttributes(static_cast<const char *>(payload) + sizeof(genlmsghdr), size - sizeof(genlmsghdr));
}

constexpr std::uint32_t kPart = 128;          // bytes that one request may span
constexpr std::uint8_t kModuleAddress = 0x50; // on the module's I2C bus

} // namespace

void readMacGroup(std::string_view group, const std::function<void(std::uint16_t, std::uint64_t)> &visit)
{
    const NetlinkAttributes attributes(group.data(), group.size());
    if (attributes.number(ETHTOOL_A_STATS_GRP_ID, ~0u) != ETHTOOL_STATS_ETH_MAC)
        return;
    attributes.forEach([&](std::uint16_t type, std::string_view payload) {
        if (type != ETHTOOL_A_STATS_GRP_STAT)
            return;
        NetlinkAttributes(payload.data(), payload.size()).forEach([&](std::uint16_t statistic, std::string_view bytes) {
            std::uint64_t value = 0;
            if (bytes.size() != sizeof value)
                return;
            std::memcpy(&value, bytes.data(), sizeof value);
            visit(statistic, value);
        });
    });
}

Ethtool::Ethtool() : m_socket(NETLINK_GENERIC)
{
    NetlinkRequest request(GENL_ID_CTRL, NLM_F_ACK);
    genlmsghdr header{};
    header.cmd = CTRL_CMD_GETFAMILY;
    header.version = 1;
    request.header(header);
    request.attribute(CTRL_ATTR_FAMILY_NAME, std::string_view(ETHTOOL_GENL_NAME));
    // Kernels without ethtool netlink answer ENOENT: m_family stays 0.
    (void)m_socket.ask(
        std::move(request), "ethtool family", [this](const nlmsghdr &, const void *payload, std::size_t size) {
            const std::string_view bytes = afterGenericHeader(payload, size).find(CTRL_ATTR_FAMILY_ID);
            if (bytes.size() >= sizeof m_family)
                std::memcpy(&m_family, bytes.data(), sizeof m_family);
        });
}

void Ethtool::askStatistics(std::uint16_t headerType, const void *device, std::size_t size, const Visit &visit)
{
    if (m_family == 0)
        return;
    NetlinkRequest request(m_family, NLM_F_ACK);
    genlmsghdr header{};
    header.cmd = ETHTOOL_MSG_STATS_GET;
    header.version = ETHTOOL_GENL_VERSION;
    request.header(header);
    const std::size_t nested = request.beginNested(ETHTOOL_A_STATS_HEADER);
    request.attribute(headerType, device, size);
    request.endNested(nested);
    const std::size_t groups = request.beginNested(ETHTOOL_A_STATS_GROUPS);
    request.attribute(ETHTOOL_A_BITSET_NOMASK, nullptr, 0);
    request.attribute32(ETHTOOL_A_BITSET_SIZE, 4);
    const std::uint32_t wanted = 1u << ETHTOOL_STATS_ETH_MAC;
    request.attribute(ETHTOOL_A_BITSET_VALUE, &wanted, sizeof wanted);
    request.endNested(groups);
    (void)m_socket.ask(std::move(request), "eth-mac", [&](const nlmsghdr &, const void *payload, std::size_t bytes) {
        afterGenericHeader(payload, bytes).forEach([&](std::uint16_t type, std::string_view group) {
            if (type == ETHTOOL_A_STATS_GRP)
                readMacGroup(group, visit);
        });
    });
}

void Ethtool::readCounters(const std::string &netdev, CounterValues &values)
{
    askStatistics(ETHTOOL_A_HEADER_DEV_NAME, netdev.c_str(), netdev.size() + 1,
        [&](std::uint16_t statistic, std::uint64_t value) {
            if (statistic == ETHTOOL_A_STATS_ETH_MAC_8_TX_BYTES)
                values.macTxOctets = value;
            else if (statistic == ETHTOOL_A_STATS_ETH_MAC_14_RX_BYTES)
                values.macRxOctets = value;
            else if (statistic == ETHTOOL_A_STATS_ETH_MAC_5_RX_PKT)
                values.macRxFrames = value;
        });
}

void Ethtool::readCounters(int interfaceIndex, domain::PortRead &port)
{
    const auto index = static_cast<std::uint32_t>(interfaceIndex);
    askStatistics(ETHTOOL_A_HEADER_DEV_INDEX, &index, sizeof index, [&](std::uint16_t statistic, std::uint64_t value) {
        if (statistic == ETHTOOL_A_STATS_ETH_MAC_8_TX_BYTES)
            port.txOctets = value;
        else if (statistic == ETHTOOL_A_STATS_ETH_MAC_14_RX_BYTES)
            port.rxOctets = value;
        else if (statistic == ETHTOOL_A_STATS_ETH_MAC_2_TX_PKT)
            port.txFrames = value;
        else if (statistic == ETHTOOL_A_STATS_ETH_MAC_5_RX_PKT)
            port.rxFrames = value;
    });
}

base::Result<std::string> Ethtool::modulePart(const std::string &netdev, std::uint32_t offset)
{
    NetlinkRequest request(m_family, NLM_F_ACK);
    genlmsghdr header{};
    header.cmd = ETHTOOL_MSG_MODULE_EEPROM_GET;
    header.version = ETHTOOL_GENL_VERSION;
    request.header(header);
    const std::size_t device = request.beginNested(ETHTOOL_A_MODULE_EEPROM_HEADER);
    request.attribute(ETHTOOL_A_HEADER_DEV_NAME, netdev);
    request.endNested(device);
    request.attribute32(ETHTOOL_A_MODULE_EEPROM_OFFSET, offset);
    request.attribute32(ETHTOOL_A_MODULE_EEPROM_LENGTH, kPart);
    const std::uint8_t page = 0, bank = 0;
    request.attribute(ETHTOOL_A_MODULE_EEPROM_PAGE, &page, sizeof page);
    request.attribute(ETHTOOL_A_MODULE_EEPROM_BANK, &bank, sizeof bank);
    request.attribute(ETHTOOL_A_MODULE_EEPROM_I2C_ADDRESS, &kModuleAddress, sizeof kModuleAddress);
    std::string bytes;
    const auto asked = m_socket.ask(
        std::move(request), "plug of " + netdev, [&](const nlmsghdr &, const void *payload, std::size_t size) {
            bytes = afterGenericHeader(payload, size).find(ETHTOOL_A_MODULE_EEPROM_DATA);
        });
    if (!asked)
        return asked.error();
    bytes.resize(kPart); // what a short answer leaves out reads as zero
    return bytes;
}

base::Result<std::string> Ethtool::moduleEeprom(const std::string &netdev)
{
    if (m_family == 0)
        return systemError(EOPNOTSUPP, "read the plug of", netdev);
    auto bytes = modulePart(netdev, 0);
    if (!bytes)
        return bytes;
    const auto upper = modulePart(netdev, kPart);
    if (!upper)
        return upper.error();
    return *bytes + *upper;
}

} // namespace sparkloom::agent
