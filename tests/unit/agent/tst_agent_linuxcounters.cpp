// SPDX-License-Identifier: GPL-3.0-or-later
// Counters of this machine: files that stay open, drivers that have a list and those that have none. Files in pieces.
#include "agent/linux/linuxcounters.h"
#include "agent/linux/linuxsystem.h"

#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fstream>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sparkloom;
using namespace sparkloom::agent;

namespace {

PresentHalf halfOf(const char *netdev)
{
    PresentHalf half;
    half.link.name = netdev;
    half.link.index = static_cast<int>(if_nametoindex(netdev));
    return half;
}

void write(const std::string &path, const std::string &text)
{
    std::ofstream(path) << text;
}

// Datagrams over the loopback to a socket of our own.
void talk(int datagrams)
{
    const int receiver = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(bind(receiver, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(getsockname(receiver, reinterpret_cast<sockaddr *>(&address), &size), 0);
    const std::string payload(1000, 'x');
    for (int i = 0; i < datagrams; ++i)
        QCOMPARE(
            sendto(receiver, payload.data(), payload.size(), 0, reinterpret_cast<sockaddr *>(&address), size), 1000);
    close(receiver);
}

} // namespace

class TestLinuxCounters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void file_isReadAnewEachTime()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("counter")).toStdString();
        write(path, "18446744073709551615\n");
        const NumberFile file(path);
        QCOMPARE(*file.read(), ~std::uint64_t(0));
        write(path, "7\n");
        QCOMPARE(*file.read(), std::uint64_t(7));
        for (const char *text : {"", "\n", "-1\n", "12x\n", "18446744073709551616\n", "1 2\n"}) {
            write(path, text);
            QVERIFY2(!file.read(), text);
        }
        QVERIFY(!NumberFile(folder.filePath(QStringLiteral("none")).toStdString()).read());
        QVERIFY(!NumberFile().read());
    }

    void loopback_hasNoPortAndCountsBytes()
    {
        LinuxSystem system("/proc/self/exe");
        const auto source = system.openCounters(halfOf("lo"));
        QVERIFY(source->portSource() == domain::PortSource::None);
        QVERIFY(!source->port().known());
        const domain::LaneRead before = source->lane();
        QVERIFY(before.netTx && before.netRx && !before.rdmaTx && !before.rdmaRx);
        talk(100);
        const domain::LaneRead after = source->lane();
        QVERIFY(*after.netTx >= *before.netTx + 100'000);
        QCOMPARE(source->slow().size(), source->slowNames().size());
    }

    void aNetdevThatIsNotThere_hasNothing()
    {
        LinuxSystem system("/proc/self/exe");
        PresentHalf half = halfOf("lo");
        half.link = {};
        half.link.name = "sparkloom-none";
        half.link.index = 2'000'000'000;
        half.rdmaDevice = "sparkloom-none";
        const auto source = system.openCounters(half);
        QVERIFY(source->portSource() == domain::PortSource::None);
        const domain::LaneRead lane = source->lane();
        QVERIFY(!lane.netTx && !lane.rdmaTx);
        QVERIFY(source->slowNames().empty() && source->slow().empty());
    }

    void driverLists_ofNobody()
    {
        for (const char *name : {"", "sparkloom-none", "a-name-that-is-longer-than-any-netdev"}) {
            const DriverStatistics driver(name);
            QVERIFY2(driver.names().empty() && driver.read().empty() && !driver.indexOf("tx_bytes_phy"), name);
        }
        // Whatever drivers this machine has: as many values as names.
        struct if_nameindex *all = if_nameindex();
        for (const struct if_nameindex *each = all; each && each->if_index != 0; ++each) {
            const DriverStatistics driver(each->if_name);
            QCOMPARE(driver.read().size(), driver.names().size());
        }
        if_freenameindex(all);
    }

    // What nobody reads fills the pipe: then nothing more is sent that may be dropped.
    void output_isReadyWhileThePipeHasRoom()
    {
        LinuxSystem system("/proc/self/exe");
        int ends[2];
        QCOMPARE(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        const int kept = dup(STDOUT_FILENO);
        fflush(stdout);
        dup2(ends[1], STDOUT_FILENO);
        const bool empty = system.outputReady();
        const std::string block(4096, 'x');
        while (::write(ends[1], block.data(), block.size()) > 0) {
        }
        const bool full = system.outputReady();
        char taken[65536];
        while (::read(ends[0], taken, sizeof taken) > 0) {
        }
        const bool again = system.outputReady();
        dup2(kept, STDOUT_FILENO);
        for (const int descriptor : {kept, ends[0], ends[1]})
            close(descriptor);
        QVERIFY(empty && !full && again);
    }

    // A large file, piece by piece (agent/nccl/piecefiles.h).
    void pieces_areAppendedAndRead()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("library")).toStdString();
        LinuxPieces pieces;
        QVERIFY(pieces.appendPiece(path, 0, "abc", false).ok());
        QVERIFY(!pieces.appendPiece(path, 0, "abc", false).ok()); // it is there
        QVERIFY(!pieces.appendPiece(path, 5, "x", false).ok());   // a gap
        QVERIFY(pieces.appendPiece(path, 3, "defg", true).ok());
        QCOMPARE(pieces.readPiece(path, 0, 4).value(), std::string("abcd"));
        QCOMPARE(pieces.readPiece(path, 4, 100).value(), std::string("efg"));
        QCOMPARE(pieces.readPiece(path, 7, 100).value(), std::string());
        QCOMPARE(LinuxFiles().info(path).mode, 0600U);
        const std::string link = path + "-link";
        QVERIFY(::symlink(path.c_str(), link.c_str()) == 0);
        QVERIFY(!pieces.appendPiece(link, 7, "x", false).ok()); // never through a link
        QVERIFY(!pieces.readPiece(path + "-none", 0, 1).ok());
    }
};

QTEST_GUILESS_MAIN(TestLinuxCounters)
#include "tst_agent_linuxcounters.moc"
