// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/errors.h"
#include "sim/world/memoryfiles.h"

#include <QTest>

#include <cerrno>

using namespace sparkloom;
using namespace sparkloom::sim;
using Kind = agent::FileInfo::Kind;

namespace {

constexpr Credentials kUser{1000, 1000};
constexpr Credentials kOther{1001, 1001};

struct Files {
    std::int64_t now = 1'000'000;
    MemoryFiles files{[this] { return now; }};
    std::string text(Credentials who, const std::string &path)
    {
        const auto content = files.read(who, path, 1000);
        return content ? **content : "! " + content.error().message.id;
    }
};

} // namespace

class TestMemoryFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missing_isNotKnown()
    {
        Files f;
        const auto content = f.files.read(kRoot, "/etc/none", 10);
        QVERIFY(!content);
        QVERIFY(content.error().kind == base::ErrorKind::NotKnown);
        QVERIFY(f.files.info(kRoot, "/etc/none").kind == Kind::Missing);
        QVERIFY(f.files.remove(kRoot, "/etc/none").ok());
    }

    void permissions_areThoseOfLinux()
    {
        Files f;
        f.files.putFile("/etc/netplan/01.yaml", "secret", 0600);
        f.files.putFile("/etc/hostname", "spark-a\n");
        f.files.putFolder("/home/nvidia", 0750, kUser);
        f.files.putFile("/home/nvidia/mine", "m", 0600, kUser);
        QCOMPARE(f.text(kRoot, "/etc/netplan/01.yaml"), std::string("secret"));
        QCOMPARE(f.files.read(kUser, "/etc/netplan/01.yaml", 100).error().detail,
            std::string("/etc/netplan/01.yaml: Permission denied"));
        QVERIFY(f.files.info(kUser, "/etc/netplan/01.yaml").kind == Kind::File); // lstat needs no right to read
        QCOMPARE(f.text(kUser, "/etc/hostname"), std::string("spark-a\n"));
        QVERIFY(!f.files.writeAtomic(kUser, "/etc/hostname", "x", 0644, std::nullopt).ok());
        QVERIFY(f.files.writeAtomic(kUser, "/home/nvidia/.ssh", "x", 0600, std::nullopt).ok());
        QVERIFY(!f.files.read(kOther, "/home/nvidia/mine", 100).ok());
        QVERIFY(f.files.info(kOther, "/home/nvidia/mine").kind == Kind::Missing); // the folder may not be searched
        QVERIFY(!f.files.writeAtomic(kUser, "/home/nvidia/given", "x", 0600, agent::Files::Owner{0, 0}).ok());
    }

    void writeAtomic_makesANewInodeWithOwnerAndTimes()
    {
        Files f;
        f.files.putFile("/etc/a", "old", 0644);
        const auto before = f.files.info(kRoot, "/etc/a");
        f.now += 5'000'000'000;
        QVERIFY(f.files.writeAtomic(kRoot, "/etc/a", "new!", 0600, agent::Files::Owner{7, 8}).ok());
        const auto after = f.files.info(kRoot, "/etc/a");
        QVERIFY(after.inode != before.inode);
        QCOMPARE(after.size, std::uint64_t(4));
        QCOMPARE(after.mode, 0600u);
        QCOMPARE(after.uid, 7u);
        QCOMPARE(after.gid, 8u);
        QCOMPARE(after.modifiedNs - before.modifiedNs, std::int64_t(5'000'000'000));
    }

    void symbolicLinks_areFollowedForReadingOnly()
    {
        Files f;
        f.files.putFile("/usr/lib/os-release", "NAME=x");
        f.files.putLink("/etc/os-release", "../usr/lib/os-release");
        f.files.putLink("/lib", "usr/lib");
        f.files.putLink("/loop", "/loop");
        QCOMPARE(f.text(kUser, "/etc/os-release"), std::string("NAME=x"));
        QCOMPARE(f.text(kUser, "/lib/os-release"), std::string("NAME=x"));
        QVERIFY(f.files.info(kUser, "/etc/os-release").kind == Kind::SymbolicLink);
        QCOMPARE(*f.files.readLink(kUser, "/etc/os-release"), std::string("../usr/lib/os-release"));
        QVERIFY(!f.files.read(kUser, "/loop/x", 10).ok());
        QVERIFY(f.files.writeAtomic(kRoot, "/etc/os-release", "mine", 0644, std::nullopt).ok());
        QCOMPARE(f.text(kUser, "/usr/lib/os-release"), std::string("NAME=x")); // the link was replaced, not its target
        QCOMPARE(f.text(kUser, "/etc/../etc/./os-release"), std::string("mine"));
    }

    void rename_keepsTheInode()
    {
        Files f;
        f.files.putFile("/a/one", "1");
        f.files.putFile("/b/two", "2");
        const auto inode = f.files.info(kRoot, "/a/one").inode;
        QVERIFY(f.files.rename(kRoot, "/a/one", "/b/two").ok());
        QCOMPARE(f.files.info(kRoot, "/b/two").inode, inode);
        QCOMPARE(f.text(kRoot, "/b/two"), std::string("1"));
        QVERIFY(f.files.info(kRoot, "/a/one").kind == Kind::Missing);
        QVERIFY(!f.files.rename(kRoot, "/b", "/b/inside").ok());
        QVERIFY(!f.files.rename(kUser, "/b/two", "/a/x").ok());
    }

    void remove_takesFilesAndEmptyFolders()
    {
        Files f;
        f.files.putFile("/d/x", "1");
        QVERIFY(!f.files.remove(kRoot, "/d").ok());
        QVERIFY(f.files.remove(kRoot, "/d/x").ok());
        QVERIFY(f.files.remove(kRoot, "/d").ok());
        QVERIFY(f.files.info(kRoot, "/d").kind == Kind::Missing);
    }

    void list_isSortedAndMakeFolderMakesParents()
    {
        Files f;
        QVERIFY(f.files.makeFolder(kRoot, "/run/sparkloom/x", 0700).ok());
        QVERIFY(f.files.makeFolder(kRoot, "/run/sparkloom/x", 0755).ok());
        QCOMPARE(f.files.info(kRoot, "/run/sparkloom/x").mode, 0700u);
        f.files.putFile("/run/sparkloom/b", "");
        f.files.putFile("/run/sparkloom/a", "");
        QCOMPARE(*f.files.list(kUser, "/run/sparkloom"), (std::vector<std::string>{"a", "b", "x"}));
        QVERIFY(!f.files.list(kUser, "/run/sparkloom/x").ok());
        QVERIFY(!f.files.makeFolder(kUser, "/etc2", 0755).ok());
    }

    void generatedFiles_askTheirReaderAndWriter()
    {
        Files f;
        std::string value = "0";
        f.files.putGenerated(
            "/proc/sys/x", [&]() -> base::Result<std::string> { return value; },
            [&](std::string_view text) -> base::Result<void> {
                value = text;
                return {};
            },
            0644);
        f.files.putGenerated("/sys/y", []() -> base::Result<std::string> { return systemError(EINVAL, "y"); });
        QVERIFY(f.files.writeSpecial(kRoot, "/proc/sys/x", "1").ok());
        QCOMPARE(f.text(kUser, "/proc/sys/x"), std::string("1"));
        QVERIFY(!f.files.writeSpecial(kUser, "/proc/sys/x", "2").ok());
        QVERIFY(!f.files.writeSpecial(kRoot, "/sys/y", "2").ok());
        QVERIFY(!f.files.writeSpecial(kRoot, "/proc/sys/none", "2").ok());
        QVERIFY(!f.files.read(kRoot, "/sys/y", 10).ok());
    }

    void locks_tellTheHolder()
    {
        Files f;
        f.files.putFolder("/run");
        auto first = f.files.lock(kRoot, "/run/lock", "ann@laptop");
        QVERIFY(first.ok());
        const auto second = f.files.lock(kRoot, "/run/lock", "bob@laptop");
        QVERIFY(!second.ok());
        QVERIFY(second.error().kind == base::ErrorKind::Refused);
        QCOMPARE(std::get<std::string>(second.error().message.arguments.at("owner")), std::string("ann@laptop"));
        first = systemError(EIO, "gone");
        QVERIFY(f.files.lock(kRoot, "/run/lock", "bob@laptop").ok());
    }

    void capacity_isKept()
    {
        Files f;
        f.files.setCapacity(10);
        f.files.putFile("/a", "12345");
        QCOMPARE(f.files.freeBytes(), std::uint64_t(5));
        QVERIFY(!f.files.writeAtomic(kRoot, "/b", "123456", 0644, std::nullopt).ok());
        QVERIFY(f.files.remove(kRoot, "/a").ok());
        QVERIFY(f.files.writeAtomic(kRoot, "/b", "123456", 0644, std::nullopt).ok());
        f.files.putFile("/b", "1");
        QCOMPARE(f.files.usedBytes(), std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestMemoryFiles)
#include "tst_sim_memoryfiles.moc"
