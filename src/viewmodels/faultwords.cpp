// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/faultwords.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr auto kCable = "cable:";
constexpr auto kPort = "port:";

// What the simulator's catalogue (src/sim/faults/catalogue.cpp) says shortly, as a person reads it in the window. A
// test fails on a fault that has no sentence here.
struct FaultText {
    const char *id;
    const char *sentence;
};

QString numbered(domain::CageIndex cage)
{
    return QString::number(domain::number(cage));
}

} // namespace

QString FaultWords::sentence(const engine::VirtualFaultKind &kind)
{
    static constexpr FaultText texts[] = {
        {"F-01", QT_TR_NOOP("The NIC started badly: 13 Gb/s for both halves together, link and PCIe look right.")},
        {"F-02", QT_TR_NOOP("An old BIOS wires the second PCIe link with two lanes instead of four.")},
        {"F-03", QT_TR_NOOP("Old NIC firmware: both PCIe links report Gen1 x1, about 3 GB/s.")},
        {"F-04", QT_TR_NOOP("The link came up at 100 Gb/s.")},
        {"F-05", QT_TR_NOOP("No link: a plug is not seated, or a half is down.")},
        {"F-06", QT_TR_NOOP("The plugs of the two cages are swapped.")},
        {"F-07", QT_TR_NOOP("Only half A has an address.")},
        {"F-08", QT_TR_NOOP("Frames arrive broken: symbol and CRC errors grow with traffic.")},
        {"F-09", QT_TR_NOOP("The link goes down and comes back every few seconds.")},
        {"F-10", QT_TR_NOOP("Fatal PCIe errors: the driver recovers again and again.")},
        {"F-11", QT_TR_NOOP("Hot-plug trouble: the NIC is gone although a cable is plugged in.")},
        {"F-14", QT_TR_NOOP("A half has no IPv4 address.")},
        {"F-15", QT_TR_NOOP("Both halves of a cage have addresses in one subnet.")},
        {"F-16", QT_TR_NOOP("The largest packet (MTU) is 1500 bytes here, more at the other end.")},
        {"F-17", QT_TR_NOOP("The largest packet (MTU) fell back to 1500 bytes at both ends of a cable.")},
        {"F-20", QT_TR_NOOP("Several halves have addresses of 169.254.0.0/16.")},
        {"F-21", QT_TR_NOOP("The host name is taken again and again: NAME-2, NAME-3 and so on.")},
        {"F-22", QT_TR_NOOP("A half has an address of the management network.")},
        {"F-23", QT_TR_NOOP("The kernel filters strictly (rp_filter): answers to the other half are dropped.")},
        {"F-24", QT_TR_NOOP("A firewall is on (ufw): TCP over the fabric times out, ping works.")},
        {"F-25", QT_TR_NOOP("Docker forwards nothing (policy DROP): no transit through this Spark.")},
        {"F-26", QT_TR_NOOP("IPv4 forwarding is off: no transit through this Spark.")},
        {"F-32", QT_TR_NOOP("DGX OS, kernel and driver are older than on the other Sparks.")},
        {"F-34", QT_TR_NOOP("Somebody applied the network configuration: GID tables changed, running jobs died.")},
        {"F-35", QT_TR_NOOP("NCCL is told to use sockets on the management network.")},
        {"F-36", QT_TR_NOOP("NCCL was not built for this GPU: about 3 GB/s.")},
        {"F-37", QT_TR_NOOP("NCCL has another version than on the other Sparks.")},
        {"F-40", QT_TR_NOOP("NCCL_IB_GID_INDEX is set, and wrong.")},
        {"F-44", QT_TR_NOOP("Kernel 7.0.0-1019: no contiguous memory, RDMA memory cannot be registered.")},
    };
    const auto *known = std::find_if(
        std::begin(texts), std::end(texts), [&](const FaultText &text) { return kind.id == QLatin1String(text.id); });
    if (known != std::end(texts))
        return tr(known->sentence);
    return kind.title.isEmpty() ? kind.name : kind.title.left(1).toUpper() + kind.title.mid(1) + u'.';
}

QString FaultWords::cable(const engine::VirtualCable &cable)
{
    const auto end = [](const engine::VirtualSocket &socket) {
        //: a socket: the name of a Spark, the number of its cage
        return socket.isSwitch ? socket.spark : tr("%1, cage %2").arg(socket.spark, numbered(socket.cage));
    };
    return u"%1 – %2"_s.arg(end(cable.a), end(cable.b));
}

QString FaultWords::place(const QString &place, const std::vector<engine::VirtualCable> &cables)
{
    const bool isCable = place.startsWith(QLatin1String(kCable)), isPort = place.startsWith(QLatin1String(kPort));
    const QStringList parts = (isCable || isPort ? place.mid(place.indexOf(u':') + 1) : place).split(u':');
    if (parts.size() == 1)
        return isCable || isPort ? place : parts.front();
    const QString cage = parts[1].left(1), half = parts[1].mid(1);
    const auto here = std::find_if(cables.begin(), cables.end(), [&](const engine::VirtualCable &each) {
        const auto is = [&](const engine::VirtualSocket &end) {
            return !end.isSwitch && end.spark == parts[0] && numbered(end.cage) == cage;
        };
        return is(each.a) || is(each.b);
    });
    if (isCable && here != cables.end())
        return cable(*here);
    const QString socket = tr("%1, cage %2").arg(parts[0], cage);
    if (isPort)
        //: the port of a switch that the cable in this socket leads to
        return tr("switch port of %1").arg(socket);
    //: the letter of a half behind its socket
    return half.isEmpty() ? socket : tr("%1, half %2").arg(socket, half);
}

} // namespace sparkloom::viewmodels
