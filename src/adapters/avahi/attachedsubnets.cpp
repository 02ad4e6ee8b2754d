// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/avahi/attachedsubnets.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>

namespace sparkloom::avahi {
namespace {

// Address bytes, IPv4 or IPv6.
struct Bytes {
    int family = AF_UNSPEC;
    unsigned char data[16] = {};
    int size() const { return family == AF_INET ? 4 : family == AF_INET6 ? 16 : 0; }
};

Bytes parse(const QString &text)
{
    Bytes bytes;
    const QByteArray plain = text.section(QLatin1Char('%'), 0, 0).toLatin1();
    if (inet_pton(AF_INET, plain.constData(), bytes.data) == 1)
        bytes.family = AF_INET;
    else if (inet_pton(AF_INET6, plain.constData(), bytes.data) == 1)
        bytes.family = AF_INET6;
    return bytes;
}

Bytes fromSocketAddress(const sockaddr *address)
{
    Bytes bytes;
    if (address && address->sa_family == AF_INET) {
        bytes.family = AF_INET;
        std::memcpy(bytes.data, &reinterpret_cast<const sockaddr_in *>(address)->sin_addr, 4);
    } else if (address && address->sa_family == AF_INET6) {
        bytes.family = AF_INET6;
        std::memcpy(bytes.data, &reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr, 16);
    }
    return bytes;
}

bool isUsable(const Bytes &bytes)
{
    if (bytes.family == AF_INET)
        return bytes.data[0] != 0 && bytes.data[0] != 127 && bytes.data[0] < 224;
    if (bytes.family != AF_INET6 || bytes.data[0] == 0xff)
        return false;
    static constexpr unsigned char kZero[15] = {};
    return std::memcmp(bytes.data, kZero, 15) != 0; // neither :: nor ::1
}

bool isLinkLocal6(const Bytes &bytes)
{
    return bytes.family == AF_INET6 && bytes.data[0] == 0xfe && (bytes.data[1] & 0xc0) == 0x80;
}

bool sameSubnet(const Bytes &a, const Bytes &b, const Bytes &mask)
{
    if (a.family != b.family || a.family != mask.family)
        return false;
    for (int i = 0; i < a.size(); ++i)
        if ((a.data[i] & mask.data[i]) != (b.data[i] & mask.data[i]))
            return false;
    return true;
}

} // namespace

bool isAttached(const QString &address, int interfaceIndex)
{
    const Bytes wanted = parse(address);
    if (!isUsable(wanted))
        return false;
    if (isLinkLocal6(wanted))
        return true;
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return false;
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> owner(list, &freeifaddrs);
    const QByteArray name = interfaceName(interfaceIndex).toLatin1();
    for (const ifaddrs *entry = list; entry; entry = entry->ifa_next)
        if (name == entry->ifa_name
            && sameSubnet(wanted, fromSocketAddress(entry->ifa_addr), fromSocketAddress(entry->ifa_netmask)))
            return true;
    return false;
}

QString interfaceName(int interfaceIndex)
{
    char name[IF_NAMESIZE] = "";
    if (interfaceIndex <= 0 || !if_indextoname(static_cast<unsigned>(interfaceIndex), name))
        return {};
    return QString::fromLatin1(name);
}

} // namespace sparkloom::avahi
