// SPDX-License-Identifier: GPL-3.0-or-later
#include "packagetested.h"

#include "agent/programhost.h"
#include "base/sha256.h"
#include "harness.h"
#include "protocol/ncclcopy.h"

#include <QTest>

#include <cstring>
#include <elf.h>

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;

namespace {

const std::string kFolder = "/home/nvidia/.local/share/sparkloom/nccl";
const std::string kTaken = kFolder + "/libnccl.so.2";
const std::string kRepository = "https://developer.download.nvidia.com/compute/cuda/repos/ubuntu2404/sbsa";
const std::string kVersion = "2.28.9-1+cuda13.0";
const std::string kPath = "usr/lib/aarch64-linux-gnu/libnccl.so.2.28.9";
const std::string kPackage(5000, 'p'); // bytes of the file; what is in it the fake dpkg-deb says

const std::string kPolicy = "libnccl2:\n"
                            "  Installed: 2.27.3-1+cuda12.9\n"
                            "  Candidate: 2.28.9-1+cuda13.0\n"
                            "  Version table:\n"
                            "     2.28.9-1+cuda13.0 600\n"
                            "        600 "
    + kRepository + "  Packages\n *** 2.27.3-1+cuda12.9 100\n        100 /var/lib/dpkg/status\n";

std::string library(int machine = EM_AARCH64)
{
    Elf64_Ehdr header{};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_type = ET_DYN;
    header.e_machine = static_cast<Elf64_Half>(machine);
    return std::string(reinterpret_cast<const char *>(&header), sizeof header) + "what is in NCCL";
}

std::string contents(std::size_t size = library().size())
{
    return "drwxr-xr-x root/root         0 2025-10-01 10:00 ./\n"
           "drwxr-xr-x root/root         0 2025-10-01 10:00 ./usr/\n"
           "drwxr-xr-x root/root         0 2025-10-01 10:00 ./usr/lib/\n"
           "drwxr-xr-x root/root         0 2025-10-01 10:00 ./usr/lib/aarch64-linux-gnu/\n"
           "-rw-r--r-- root/root "
        + std::to_string(size) + " 2025-10-01 10:00 ./" + kPath
        + "\n"
          "lrwxrwxrwx root/root         0 2025-10-01 10:00 ./usr/lib/aarch64-linux-gnu/libnccl.so.2 -> "
          "libnccl.so.2.28.9\n";
}

// A machine whose apt and dpkg say and do what the test lets them.
class PackageSystem : public FakeSystem, public ProgramHost {
public:
    struct Said {
        int exitCode = 0;
        std::string output;
        std::string errors;
    };
    class Running : public Child {
    public:
        explicit Running(PackageSystem &system) : m_system(system) { ++m_system.running; }
        ~Running() override { --m_system.running; }

    private:
        PackageSystem &m_system;
    };

    base::Result<std::unique_ptr<Child>> startProgram(ProgramCall call, ProgramHost::Callbacks callbacks) override
    {
        calls.push_back(call);
        loop().after(milliseconds(700), [this, call, callbacks, number = calls.size()] {
            if (running == 0 || number != calls.size() || silent == call.argv[0])
                return; // it was ended, or never ends
            const Said said = answer(call);
            for (std::size_t at = 0, end = 0; at < said.output.size(); at = end + 1) {
                end = std::min(said.output.find('\n', at), said.output.size());
                callbacks.line(std::string_view(said.output).substr(at, end - at));
            }
            callbacks.ended(said.exitCode, said.errors);
        });
        return std::unique_ptr<Child>(std::make_unique<Running>(*this));
    }

    Said answer(const ProgramCall &call)
    {
        const std::string &program = call.argv[0];
        const std::string &last = call.argv.back();
        if (const auto other = instead.find(program); other != instead.end())
            return other->second;
        if (program == "apt-cache")
            return {0, kPolicy, {}};
        if (program == "apt-get" && call.folder.empty())
            return {0,
                "'https://host/libnccl2_2.28.9-1%2bcuda13.0_arm64.deb' libnccl2_2.28.9-1+cuda13.0_arm64.deb 5000 "
                "SHA256:00\n",
                {}};
        if (program == "apt-get") {
            files().put(call.folder + "/libnccl2_2.28.9-1+cuda13.0_arm64.deb", kPackage, 0644, files().uid);
            return {};
        }
        if (call.argv[1] == "--contents")
            return {0, listing, {}};
        unpack(last);
        return {};
    }

    std::vector<ProgramCall> calls;
    int running = 0;
    std::map<std::string, Said> instead; // by program
    std::string silent;                  // this program never ends
    std::string listing = contents();
    std::function<void(const std::string &tree)> unpack = [this](const std::string &tree) {
        files().put(tree + '/' + kPath, library(), 0644, files().uid);
        files().putLink(tree + "/usr/lib/aarch64-linux-gnu/libnccl.so.2", "libnccl.so.2.28.9");
    };
};

std::string wanted()
{
    return protocol::encode(protocol::NcclPackage{kVersion, kRepository, static_cast<std::int64_t>(kPackage.size())});
}

// Fetches it and gives the id of what went wrong.
std::string fetchError(Harness &harness)
{
    const auto answer = harness.ask(protocol::verb::kNcclFetch, wanted());
    return answer.error ? answer.error->message.id : answer.type;
}

std::string homeOf(PackageSystem &system)
{
    return system.files().listing({"/home"});
}

} // namespace

void PackageTested::package_isLookedUp()
{
    PackageSystem system;
    Harness harness(system);
    const auto offer = protocol::decode<protocol::NcclPackage>(harness.ask(protocol::verb::kNcclOffer).body);
    QVERIFY(offer.ok());
    QCOMPARE(offer->version, kVersion);
    QCOMPARE(offer->repository, kRepository);
    QCOMPARE(offer->bytes, std::int64_t(5000));
    QCOMPARE(system.calls.size(), std::size_t(2));
    QCOMPARE(system.calls[0].argv, (std::vector<std::string>{"apt-cache", "policy", "libnccl2"}));
    QCOMPARE(system.calls[1].argv.back(), "libnccl2=" + kVersion);
    QCOMPARE(system.running, 0);
}

void PackageTested::package_thatNobodyOffers_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("errors");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const char *program, int exitCode, const std::string &output,
                         const char *errors, const char *id) {
        QTest::newRow(name) << QString::fromLatin1(program) << exitCode << QString::fromStdString(output)
                            << QString::fromLatin1(errors) << QString::fromLatin1(id);
    };
    const std::string table = "libnccl2:\n  Installed: 2.1-1\n  Candidate: 2.1-1\n  Version table:\n *** 2.1-1 100\n"
                              "        100 /var/lib/dpkg/status\n";
    row("no apt", "apt-cache", 127, "", "apt-cache: No such file or directory", "nccl.package-no-apt");
    row("unknown", "apt-cache", 0, "", "N: Unable to locate package libnccl2", "nccl.package-none");
    row("no candidate", "apt-cache", 0, "libnccl2:\n  Installed: (none)\n  Candidate: (none)\n  Version table:\n", "",
        "nccl.package-none");
    row("only what is installed", "apt-cache", 0, table, "", "nccl.package-none");
    row("a version that is an option", "apt-cache", 0,
        "libnccl2:\n  Candidate: -o=Dir::Etc=/tmp\n  Version table:\n     -o=Dir::Etc=/tmp 500\n        500 http://x "
        "y\n",
        "", "nccl.package-none");
    row("too many words", "apt-cache", 0, std::string(400'000, 'x') + '\n', "", "nccl.package-none");
    row("no source", "apt-get", 100, "", "E: Can't find a source to download version '2' of 'libnccl2:arm64'\n",
        "nccl.package-gone");
    row("far too large", "apt-get", 0, "'https://h/x.deb' x.deb 99999999999 SHA256:00\n", "", "nccl.package-failed");
}

void PackageTested::package_thatNobodyOffers()
{
    QFETCH(QString, program);
    QFETCH(int, exitCode);
    QFETCH(QString, output);
    QFETCH(QString, errors);
    QFETCH(QString, id);
    PackageSystem system;
    system.instead[program.toStdString()] = {exitCode, output.toStdString(), errors.toStdString()};
    Harness harness(system);
    const auto answer = harness.ask(protocol::verb::kNcclOffer);
    QVERIFY(answer.error);
    QCOMPARE(QString::fromStdString(answer.error->message.id), id);
}

void PackageTested::package_isFetchedAndGoesWithoutTrace()
{
    PackageSystem system;
    const std::string before = homeOf(system);
    Harness harness(system);
    const std::int64_t id = harness.send(protocol::verb::kNcclFetch, wanted());
    for (int i = 0; i < 40; ++i)
        system.loop().advance(milliseconds(100));
    QVERIFY2(harness.terminal(id).type == "done", harness.lines.back().c_str());
    const auto said = harness.events(id, protocol::event::kNcclFetched);
    QCOMPARE(said.size(), std::size_t(1));
    const auto kept = protocol::decode<protocol::NcclKeptAnswer>(said[0].body);
    QVERIFY(kept.ok() && kept->present && kept->receipt && kept->receipt->package);
    QCOMPARE(kept->path, kTaken);
    QCOMPARE(kept->receipt->sha256, base::sha256Hex(library()));
    QCOMPARE(kept->receipt->version, std::string("2.28.9"));
    QCOMPARE(kept->receipt->package->repository, kRepository);
    QCOMPARE(system.files().text(kTaken), library());
    QCOMPARE(system.files().info(kTaken).mode, 0600u);
    QVERIFY2(!system.files().exists(kFolder + "/package"), "the package itself does not stay");
    const auto now = harness.events(id, protocol::event::kNcclFetching);
    QVERIFY(now.size() >= 3); // 0, 80, 100 percent
    QCOMPARE(protocol::decode<protocol::NcclFetching>(now.back().body)->percent, 100);
    // Its programs: vectors of words, in the private folder, with a limit of what they may write.
    QCOMPARE(system.calls.size(), std::size_t(3));
    QCOMPARE(system.calls[0].folder, kFolder + "/package");
    QVERIFY(system.calls[0].mostBytes > 0 && system.calls[2].mostBytes > 0);
    QCOMPARE(system.calls[2].argv,
        (std::vector<std::string>{"dpkg-deb", "--extract", kFolder + "/package/libnccl2_2.28.9-1+cuda13.0_arm64.deb",
            kFolder + "/package/tree"}));
    const auto gone = harness.ask(protocol::verb::kNcclDrop, protocol::encode(protocol::NcclDropRequest{}));
    QVERIFY(protocol::decode<protocol::NcclDropAnswer>(gone.body)->removed);
    QCOMPARE(homeOf(system), before);
}

void PackageTested::package_thatIsHostile_isNotUnpacked_data()
{
    QTest::addColumn<QString>("listing");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const std::string &line, const char *id, bool beside = true) {
        QTest::newRow(name) << QString::fromStdString((beside ? contents() : std::string()) + line + '\n')
                            << QString::fromLatin1(id);
    };
    const char *const odd = "nccl.package-odd";
    row("out of the tree", "-rw-r--r-- root/root 5 2025-10-01 10:00 ./../../.bashrc", odd);
    row("absolute", "-rw-r--r-- root/root 5 2025-10-01 10:00 /home/nvidia/.bashrc", odd);
    row("through a link",
        "lrwxrwxrwx root/root 0 2025-10-01 10:00 ./opt -> /home/nvidia\n"
        "-rw-r--r-- root/root 5 2025-10-01 10:00 ./opt/.bashrc",
        odd);
    row("through a link that comes later",
        "-rw-r--r-- root/root 5 2025-10-01 10:00 ./opt/.bashrc\n"
        "lrwxrwxrwx root/root 0 2025-10-01 10:00 ./opt -> ../../..",
        odd);
    row("a link and then a file of its name",
        "lrwxrwxrwx root/root 0 2025-10-01 10:00 ./x -> /home/nvidia/.bashrc\n"
        "-rw-r--r-- root/root 5 2025-10-01 10:00 ./x",
        odd);
    row("hard link", "hrw-r--r-- root/root 0 2025-10-01 10:00 ./x link to ./y", odd);
    row("device", "brw-rw---- root/root 8,0 2025-10-01 10:00 ./dev/sda", odd);
    row("pipe", "prw-rw---- root/root 0 2025-10-01 10:00 ./pipe", odd);
    row("huge", "-rw-r--r-- root/root 99999999999999 2025-10-01 10:00 ./x", odd);
    row("huge together",
        "-rw-r--r-- root/root 4294967296 2025-10-01 10:00 ./x\n"
        "-rw-r--r-- root/root 4294967296 2025-10-01 10:00 ./y",
        odd);
    row("a folder that nobody can empty", "dr-xr-xr-x root/root 0 2025-10-01 10:00 ./x/", odd);
    row("two libraries", "-rw-r--r-- root/root 5 2025-10-01 10:00 ./usr/lib/libnccl.so.2.1", odd);
    row("no list", "Segmentation fault", odd);
    std::string many;
    for (int i = 0; i < 1001; ++i)
        many += "-rw-r--r-- root/root 5 2025-10-01 10:00 ./x" + std::to_string(i) + '\n';
    row("many files", many, odd);
    row("no library", "-rw-r--r-- root/root 5 2025-10-01 10:00 ./usr/lib/libnccl.so.2x", "nccl.package-no-library",
        false);
    row("the library is a link", "lrwxrwxrwx root/root 0 2025-10-01 10:00 ./usr/lib/libnccl.so.2.28.9 -> /etc/passwd",
        "nccl.package-no-library", false);
    row("empty", "drwxr-xr-x root/root 0 2025-10-01 10:00 ./", "nccl.package-no-library", false);
}

void PackageTested::package_thatIsHostile_isNotUnpacked()
{
    QFETCH(QString, listing);
    QFETCH(QString, id);
    PackageSystem system;
    system.listing = listing.toStdString();
    const std::string before = homeOf(system);
    Harness harness(system);
    QCOMPARE(QString::fromStdString(fetchError(harness)), id);
    QCOMPARE(system.calls.size(), std::size_t(2)); // fetched, listed, not unpacked
    system.loop().advance(milliseconds(10));
    QCOMPARE(homeOf(system), before);
    QCOMPARE(system.running, 0);
}

// What is listed is one thing, what lies there then is looked at again.
void PackageTested::package_thatUnpacksToSomethingElse_isNotKept_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << 0 << QStringLiteral("nccl.package-no-library");
    QTest::newRow("a link") << 1 << QStringLiteral("nccl.package-odd");
    QTest::newRow("a folder is a link") << 2 << QStringLiteral("nccl.package-odd");
    QTest::newRow("another size") << 3 << QStringLiteral("nccl.package-no-library");
    QTest::newRow("another processor") << 4 << QStringLiteral("nccl.package-no-library");
    QTest::newRow("no library at all") << 5 << QStringLiteral("nccl.package-no-library");
}

void PackageTested::package_thatUnpacksToSomethingElse_isNotKept()
{
    QFETCH(int, what);
    QFETCH(QString, id);
    PackageSystem system;
    system.files().put("/etc/secret", library());
    const std::string before = homeOf(system);
    system.unpack = [&](const std::string &tree) {
        const std::string path = tree + '/' + kPath;
        switch (what) {
        case 1: return system.files().putLink(path, "/etc/secret");
        case 2: return system.files().putLink(tree + "/usr", "/etc");
        case 3: return system.files().put(path, library() + "more");
        case 4: return system.files().put(path, library(EM_X86_64));
        case 5: return system.files().put(path, std::string(library().size(), '#'));
        default: return system.files().putFolder(tree);
        }
    };
    Harness harness(system);
    QCOMPARE(QString::fromStdString(fetchError(harness)), id);
    system.loop().advance(milliseconds(10));
    QCOMPARE(homeOf(system), before);
}

// What apt 2.6 says in these cases, seen with a repository of our own; the rest as its programs hold it.
void PackageTested::package_thatDoesNotCome_saysWhy_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("errors");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const char *program, const char *errors, const char *id) {
        QTest::newRow(name) << QString::fromLatin1(program) << QString::fromLatin1(errors) << QString::fromLatin1(id);
    };
    row("no name server", "apt-get",
        "E: Failed to fetch https://x/y.deb  Temporary failure resolving 'x'\nE: Unable to fetch some archives, maybe "
        "run apt-get update or try with --fix-missing?\n",
        "nccl.package-no-internet");
    row("no way", "apt-get", "E: Failed to fetch https://x/y.deb  Cannot initiate the connection to x:443\n",
        "nccl.package-no-internet");
    row("not signed", "apt-get", "E: Some packages could not be authenticated\n", "nccl.package-unsigned");
    row("another file", "apt-get",
        "E: Failed to fetch http://x/y.deb  Hash Sum mismatch\n   Hashes of expected file:\n    - Filesize:201840 "
        "[weak]\n",
        "nccl.package-unsigned");
    row("another size", "apt-get",
        "E: Failed to fetch http://x/y.deb  File has unexpected size (201842 != 201840). Mirror sync in progress?\n",
        "nccl.package-unsigned");
    row("gone", "apt-get", "E: Failed to fetch http://x/y.deb  404  File not found [IP: 127.0.0.1 80]\n",
        "nccl.package-gone");
    row("not that version", "apt-get", "E: Version '9.9-1' for 'libnccl2' was not found\n", "nccl.package-gone");
    row("nobody there", "apt-get",
        "E: Failed to fetch http://x/y.deb  Could not connect to x:80 (1.2.3.4). - connect (111: Connection refused)\n",
        "nccl.package-no-internet");
    row("no such name", "apt-get", "E: Failed to fetch http://x/y.deb  Could not resolve 'x'\n",
        "nccl.package-no-internet");
    row("disk full", "apt-get", "E: You don't have enough free space in /home/nvidia/.\n", "nccl.package-no-room");
    row("disk full later", "dpkg-deb", "tar: ./x: Wrote only 4096 of 10240 bytes: No space left on device\n",
        "nccl.package-no-room");
    row("no archive", "dpkg-deb", "dpkg-deb: error: 'x.deb' is not a Debian format archive\n", "nccl.package-failed");
    row("something else", "apt-get", "E: something else\n", "nccl.package-failed");
}

void PackageTested::package_thatDoesNotCome_saysWhy()
{
    QFETCH(QString, program);
    QFETCH(QString, errors);
    QFETCH(QString, id);
    PackageSystem system;
    system.instead[program.toStdString()] = {100, {}, errors.toStdString()};
    const std::string before = homeOf(system);
    Harness harness(system);
    const auto answer = harness.ask(protocol::verb::kNcclFetch, wanted());
    QVERIFY(answer.error);
    QCOMPARE(QString::fromStdString(answer.error->message.id), id);
    QVERIFY2(!answer.error->detail.empty(), "its own words");
    system.loop().advance(milliseconds(10));
    QCOMPARE(homeOf(system), before);
}

void PackageTested::package_thatIsStopped_leavesNothing()
{
    for (const int how : {0, 1, 2, 3}) {
        PackageSystem system;
        const std::string before = homeOf(system);
        system.silent = "apt-get";
        Harness harness(system);
        const std::int64_t id = harness.send(protocol::verb::kNcclFetch, wanted());
        system.loop().advance(milliseconds(500));
        QVERIFY(homeOf(system) != before && system.running == 1);
        if (how == 0) { // a person cancels
            harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
            QCOMPARE(harness.terminal(id).type, std::string("done"));
        } else if (how == 1) { // the application goes
            harness.session->inputEnded();
        } else if (how == 2) { // it is taken back meanwhile
            harness.ask(protocol::verb::kNcclDrop, protocol::encode(protocol::NcclDropRequest{}));
        } else { // it never ends
            for (int minute = 0; minute < 31 && harness.terminal(id).type.empty(); ++minute)
                for (int i = 0; i < 12; ++i) {
                    harness.send(protocol::verb::kHeartbeat);
                    system.loop().advance(std::chrono::seconds(5));
                }
            QVERIFY(harness.terminal(id).error);
            QCOMPARE(harness.terminal(id).error->message.id, std::string("nccl.package-late"));
            system.loop().advance(milliseconds(10));
        }
        QCOMPARE(system.running, 0);
        QCOMPARE(homeOf(system), before);
    }
}

void PackageTested::package_needsRoom()
{
    PackageSystem system;
    Harness harness(system);
    const std::string before = homeOf(system);
    system.files().free = 256ULL << 20; // not a byte beside what is left to others
    QCOMPARE(fetchError(harness), std::string("nccl.copy-no-room"));
    QVERIFY(system.calls.empty());
    system.files().free = (256ULL << 20) + kPackage.size(); // for the package, not for what is in it
    system.listing = contents(1 << 20);
    QCOMPARE(fetchError(harness), std::string("nccl.copy-no-room"));
    QCOMPARE(system.calls.size(), std::size_t(2));
    system.loop().advance(milliseconds(10));
    QCOMPARE(homeOf(system), before);
    // Two at once share no file.
    system.files().free = 1ULL << 30;
    system.silent = "apt-get";
    harness.send(protocol::verb::kNcclFetch, wanted());
    QCOMPARE(fetchError(harness), std::string("remote.too-many-streams"));
}
