// SPDX-License-Identifier: GPL-3.0-or-later
// Counters of this machine: files that stay open, drivers that have a list and those that have none. Files in pieces,
// programs that end with the agent, and where NCCL's library is looked for.
#include "agent/linux/linuxcounters.h"
#include "agent/linux/linuxsystem.h"
#include "agent/linux/nccl/ncclapi.h"
#include "agent/nccl/packagetext.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fstream>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
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

// Runs a program of this machine to its end: its exit code and its lines; -1 after ten seconds.
std::pair<int, std::vector<std::string>> ran(LinuxSystem &system, ProgramCall call)
{
    int code = -1;
    std::vector<std::string> lines;
    const auto child = system.startProgram(std::move(call),
        {[&](std::string_view line) { lines.emplace_back(line); },
            [&](int exitCode, const std::string &) {
                code = exitCode;
                system.loop().stop();
            }});
    if (child.ok()) {
        const auto patience = system.loop().after(std::chrono::seconds(10), [&] { system.loop().stop(); });
        system.loop().run();
        system.loop().cancel(patience);
    }
    return {code, lines};
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

    void program_worksInItsFolderWithinItsBounds()
    {
        LinuxSystem system{AGENT_PROGRAM};
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        QCOMPARE(ran(system, {{"touch", "a file; with blanks"}, path}).first, 0);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a file; with blanks"))));
        // Beyond the limit the kernel ends it.
        QVERIFY(ran(system, {{"dd", "if=/dev/zero", "of=zeros", "bs=4096", "count=100"}, path, 8192}).first != 0);
        QCOMPARE(QFileInfo(folder.filePath(QStringLiteral("zeros"))).size(), qint64(8192));
        QCOMPARE(ran(system, {{"no-such-program"}, path}).first, 127);
        QCOMPARE(ran(system, {{"touch", "x"}, path + "/none"}).first, 127);
        QVERIFY(!system.startProgram({{"touch", "two\nlines"}, path}, {}).ok());
    }

    // Packages as the distribution's own program makes and lists them, where this machine has it.
    void packages_areReadAsDpkgListsThem()
    {
        LinuxSystem system{AGENT_PROGRAM};
        const QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("root"));
        const QString lib = root + QStringLiteral("/usr/lib/test");
        QVERIFY(QDir().mkpath(lib) && QDir().mkpath(root + QStringLiteral("/DEBIAN")));
        QVERIFY(::chmod(qPrintable(root + QStringLiteral("/DEBIAN")), 0755) == 0); // whatever the umask made of it
        const auto put = [](const QString &path, const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(put(root + QStringLiteral("/DEBIAN/control"),
            "Package: libnccl2\nVersion: 2.28.9-1+cuda13.0\nArchitecture: all\nMaintainer: Nobody <a@b.c>\n"
            "Description: test\n"));
        QVERIFY(put(lib + QStringLiteral("/libnccl.so.2.28.9"), "a library"));
        QVERIFY(QFile::link(QStringLiteral("libnccl.so.2.28.9"), lib + QStringLiteral("/libnccl.so.2")));
        const std::string path = folder.path().toStdString();
        const auto [made, words] = ran(system, {{"dpkg-deb", "--build", "root", "x.deb"}, path});
        if (made == 127) // another distribution
            return;
        QCOMPARE(made, 0);
        const auto [listed, lines] = ran(system, {{"dpkg-deb", "--contents", path + "/x.deb"}});
        QCOMPARE(listed, 0);
        const auto contents = packageContents(lines);
        QVERIFY2(contents.ok(), lines.empty() ? "" : lines.back().c_str());
        QCOMPARE(contents->library, std::string("usr/lib/test/libnccl.so.2.28.9"));
        QCOMPARE(contents->version, std::string("2.28.9"));
        QCOMPARE(contents->size, std::int64_t(9));
        QCOMPARE(ran(system, {{"dpkg-deb", "--extract", path + "/x.deb", path + "/tree"}}).first, 0);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("tree/usr/lib/test/libnccl.so.2.28.9"))));
        const auto [refused, nothing] = ran(system, {{"dpkg-deb", "--contents", path + "/none.deb"}});
        QVERIFY(refused != 0 && nothing.empty());
    }

    // What was copied for the tests, then the system's, then Python packages of the user; a typed path alone.
    void nccl_isLookedForInItsOrder()
    {
        const QTemporaryDir folder;
        const std::string home = folder.path().toStdString();
        const std::string wheel = "/lib/python3.12/site-packages/nvidia/nccl/lib/";
        const auto put = [&](const std::string &where, const char *name) {
            QVERIFY(QDir().mkpath(QString::fromStdString(home + where)));
            write(home + where + '/' + name, "x");
        };
        put(wheel, "libnccl.so.2"); // of no environment: nobody's
        for (const char *prefix : {"/.local", "/ai", "/.venv", "/notes"})
            put(prefix + wheel, "libnccl.so.2");
        put("/ai", "pyvenv.cfg");
        put("/.venv", "pyvenv.cfg");
        put("/.local/share/sparkloom/nccl", "libnccl.so.2");
        std::vector<std::string> own;
        for (const NcclApi::Found &found : NcclApi::candidates({}, home))
            if (found.path.starts_with(home) || found.path == "libnccl.so.2")
                own.push_back(found.by + ' ' + found.path.substr(found.path.starts_with(home) ? home.size() : 0));
        const std::string name = "libnccl.so.2";
        QCOMPARE(own,
            (std::vector<std::string>{"sparkloom /.local/share/sparkloom/nccl/" + name, "system " + name,
                "python /.local" + wheel + name, "python /ai" + wheel + name, "python /.venv" + wheel + name}));
        const auto typed = NcclApi::candidates(home + "/ai", home);
        QCOMPARE(typed.size(), std::size_t(1));
        QCOMPARE(typed[0].path, home + "/ai/libnccl.so.2");
        QCOMPARE(typed[0].by, std::string("given"));
    }
};

QTEST_GUILESS_MAIN(TestLinuxCounters)
#include "tst_agent_linuxcounters.moc"
