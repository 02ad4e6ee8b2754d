// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the home of the user: authorized_keys (measurement-and-safety 8.4), a copy of NCCL's library, of another
// Spark or out of a package.
#include "agent/homefiles.h"
#include "agent/trustlines.h"
#include "base/base64.h"
#include "base/sha256.h"
#include "domain/plan/sshtrust.h"
#include "harness.h"
#include "packagetested.h"
#include "protocol/ncclcopy.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;

namespace {

const std::string kKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
const std::string kOther = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/";
const std::string kTag = "sparkloom-app:0123abcd";
const std::string kFile = "/home/nvidia/.ssh/authorized_keys";

std::string installBody(const std::string &key = kKey)
{
    return protocol::encode(protocol::InstallKeyRequest{key, kTag});
}
std::string removeBody(const std::string &key = kKey)
{
    return protocol::encode(protocol::RemoveKeyRequest{key, kTag});
}

const std::string kLibrary = "what is in libnccl.so.2";
const std::string kCopy = "/home/nvidia/.local/share/sparkloom/nccl/libnccl.so.2";

protocol::NcclKeepRequest piece(std::size_t offset, std::size_t count = std::string::npos)
{
    protocol::NcclKeepRequest request;
    request.receipt.sha256 = base::sha256Hex(kLibrary);
    request.receipt.version = "2.30.7";
    request.receipt.from = "spark-a";
    request.receipt.size = static_cast<std::int64_t>(kLibrary.size());
    request.offset = static_cast<std::int64_t>(offset);
    request.data = base::toBase64(kLibrary.substr(offset, count));
    return request;
}
std::string keep(Harness &harness, const protocol::NcclKeepRequest &request)
{
    const auto answer = harness.ask(protocol::verb::kNcclKeep, protocol::encode(request));
    return answer.error ? answer.error->message.id : answer.type;
}
bool dropped(Harness &harness, bool onlyUnfinished = false)
{
    const auto answer =
        harness.ask(protocol::verb::kNcclDrop, protocol::encode(protocol::NcclDropRequest{onlyUnfinished}));
    const auto body = protocol::decode<protocol::NcclDropAnswer>(answer.body);
    return body && body->removed;
}

bool changed(const protocol::Envelope &envelope)
{
    const auto answer = protocol::decode<protocol::InstallKeyAnswer>(envelope.body);
    return answer && answer->changed;
}

} // namespace

class TestAgentKeys : public PackageTested {
    Q_OBJECT

private Q_SLOTS:
    void install_thenRemoveLeavesNothing_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::addColumn<bool>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no folder") << false << false << QByteArray();
        QTest::newRow("no file") << true << false << QByteArray();
        QTest::newRow("empty file") << true << true << QByteArray();
        QTest::newRow("one line") << true << true << QByteArray("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me@pc\n");
        QTest::newRow("no newline at the end")
            << true << true << QByteArray("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me@pc");
        QTest::newRow("CRLF and comments")
            << true << true << QByteArray("# mine\r\n\r\nssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ a b c\r\n");
        QTest::newRow("bytes that are no text") << true << true << QByteArray("\xff\xfe\x01 junk\n");
    }

    void install_thenRemoveLeavesNothing()
    {
        QFETCH(bool, folder);
        QFETCH(bool, file);
        QFETCH(QByteArray, content);
        FakeSystem system;
        if (folder)
            system.files().putFolder("/home/nvidia/.ssh", 0700);
        if (file)
            system.files().put(kFile, content.toStdString(), 0640);
        const std::string before = system.files().listing({"/home"});
        Harness harness(system);
        QVERIFY(changed(harness.ask(protocol::verb::kInstallKey, installBody())));
        const std::string now = system.files().text(kFile);
        QVERIFY(now.starts_with(content.toStdString()));
        QVERIFY(domain::hasAuthorizedKey(now, kKey));
        QVERIFY(holdsOurLines(now));
        QCOMPARE(system.files().info(kFile).mode, file ? 0640u : 0600u);
        QVERIFY(!changed(harness.ask(protocol::verb::kInstallKey, installBody()))); // again: nothing to do
        QCOMPARE(system.files().text(kFile), now);
        QCOMPARE(harness.ask(protocol::verb::kRemoveKey, removeBody()).type, std::string("done"));
        QCOMPARE(system.files().listing({"/home"}), before);
        QCOMPARE(harness.ask(protocol::verb::kRemoveKey, removeBody()).type, std::string("done"));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void install_keepsWhatOthersAddMeanwhile()
    {
        FakeSystem system;
        system.files().put(kFile, "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me\n", 0600);
        Harness harness(system);
        QVERIFY(changed(harness.ask(protocol::verb::kInstallKey, installBody())));
        system.files().put(kFile, system.files().text(kFile) + kOther + " colleague\n", 0600);
        harness.ask(protocol::verb::kRemoveKey, removeBody());
        QCOMPARE(system.files().text(kFile), "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me\n" + kOther + " colleague\n");
    }

    void install_theUsersOwnLineWithOurKeyStays()
    {
        FakeSystem system;
        system.files().put(kFile, kKey + " laptop\n", 0600);
        Harness harness(system);
        QVERIFY(!changed(harness.ask(protocol::verb::kInstallKey, installBody())));
        harness.ask(protocol::verb::kRemoveKey, removeBody());
        QCOMPARE(system.files().text(kFile), kKey + " laptop\n");
    }

    void install_refusesWhatSshdWouldIgnore_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"writable", "owner", "link", "filelink", "large"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void install_refusesWhatSshdWouldIgnore()
    {
        QFETCH(QString, what);
        FakeSystem system;
        FakeFiles &files = system.files();
        if (what == QLatin1String("writable"))
            files.putFolder("/home/nvidia/.ssh", 0770);
        else if (what == QLatin1String("owner"))
            files.putFolder("/home/nvidia/.ssh", 0700, 1234);
        else if (what == QLatin1String("link"))
            files.putLink("/home/nvidia/.ssh", "/tmp/evil");
        else if (what == QLatin1String("filelink"))
            files.putLink(kFile, "/etc/shadow");
        else
            files.put(kFile, std::string(1024 * 1024 + 1, '#'), 0600);
        if (what == QLatin1String("filelink") || what == QLatin1String("large"))
            files.nodes["/home/nvidia/.ssh"].info.mode = 0700;
        const std::string before = files.listing({"/home"});
        Harness harness(system);
        const auto answer = harness.ask(protocol::verb::kInstallKey, installBody());
        QCOMPARE(answer.type, std::string("error"));
        QVERIFY(answer.error->kind == base::ErrorKind::Refused);
        QCOMPARE(files.listing({"/home"}), before);
    }

    void install_refusesKeysThatAreNone()
    {
        FakeSystem system;
        Harness harness(system);
        for (const std::string &key : {std::string("ssh-ed25519 AAAA\nssh-rsa BBBB"), std::string(), kKey + " comment",
                 std::string("command=\"x\" ") + kKey})
            QVERIFY(
                harness.ask(protocol::verb::kInstallKey, installBody(key)).error->kind == base::ErrorKind::Protocol);
        for (const char *tag : {"root\nssh-rsa", "sparkloom-app:", "sparkloom:c1", "root"})
            QVERIFY(harness.ask(protocol::verb::kInstallKey, protocol::encode(protocol::InstallKeyRequest{kKey, tag}))
                        .error->kind
                == base::ErrorKind::Protocol);
        QVERIFY(!system.files().exists(kFile));
    }

    void install_restartsWhenTheFileChangesInBetween()
    {
        FakeSystem system;
        FakeFiles &files = system.files();
        files.put(kFile, "# one\n", 0600);
        files.nodes["/home/nvidia/.ssh"].info.mode = 0700;
        int reads = 0;
        files.beforeRead = [&](const std::string &path) {
            if (path == kFile && ++reads == 2)
                files.nodes[kFile].bytes = "# two\n"; // another program, between our reading and our writing
        };
        Harness harness(system);
        QVERIFY(changed(harness.ask(protocol::verb::kInstallKey, installBody())));
        QVERIFY(files.text(kFile).starts_with("# two\n"));
        int always = 0;
        files.put(kFile, "# one\n", 0600);
        files.beforeRead = [&](const std::string &path) {
            if (path == kFile)
                files.nodes[kFile].bytes = "# " + std::to_string(++always) + "\n";
        };
        QCOMPARE(harness.ask(protocol::verb::kInstallKey, installBody()).error->message.id,
            std::string("remote.file-keeps-changing"));
    }

    void install_keepsAtMostThreeBackups_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("the clock goes") << 0;
        QTest::newRow("it jumps a day back") << -24;
        QTest::newRow("it jumps a day ahead and back") << 24;
    }

    // The file as it was before us, and the newest.
    void install_keepsAtMostThreeBackups()
    {
        QFETCH(int, hours);
        FakeSystem system;
        system.files().put(kFile, "# mine\n", 0600);
        system.files().nodes["/home/nvidia/.ssh"].info.mode = 0700;
        std::string before;
        for (int i = 0; i < 8; ++i) {
            before = system.files().text(kFile);
            QVERIFY(HomeFiles(system)
                        .edit(
                            "authorized_keys",
                            [i](const std::string &file) {
                                return file + kOther + " sparkloom:c" + std::to_string(i) + "\n";
                            },
                            holdsOurLines)
                        .ok());
            system.loop().advance(std::chrono::seconds(1));
            if (i == 1 || (i == 3 && hours > 0))
                system.loop().jumpClock(std::chrono::hours(i == 1 ? hours : -hours));
        }
        std::vector<std::string> backups;
        for (const auto &[path, node] : system.files().nodes)
            if (path.ends_with(".bak"))
                backups.push_back(node.bytes);
        QCOMPARE(backups.size(), std::size_t(3));
        QCOMPARE(backups.front(), std::string("# mine\n"));
        QCOMPARE(backups.back(), before);
    }

    void libraryCopy_isReadInPieces()
    {
        FakeSystem system;
        const std::string path = "/usr/lib/aarch64-linux-gnu/libnccl.so.2.30.7";
        system.files().put(path, kLibrary);
        system.files().put("/etc/shadow", "root:x");
        system.files().putLink("/home/nvidia/libnccl.so.2", "/etc/shadow");
        Harness harness(system);
        const auto read = [&](const std::string &from, std::int64_t offset, std::int64_t count) {
            const auto answer = harness.ask(
                protocol::verb::kNcclRead, protocol::encode(protocol::NcclReadRequest{from, offset, count}));
            const auto body = protocol::decode<protocol::NcclPiece>(answer.body);
            return answer.error ? answer.error->message.id : base::fromBase64(body->data).value_or("no text");
        };
        QCOMPARE(read(path, 0, 4), kLibrary.substr(0, 4));
        QCOMPARE(read(path, 4, 1000), kLibrary.substr(4));
        QCOMPARE(read(path, 1000, 4), std::string());
        for (const char *other : {"/etc/shadow", "/home/nvidia/libnccl.so.2", "/usr/lib/libnccl.so.9"})
            QCOMPARE(read(other, 0, 4), std::string("nccl.copy-no-library"));
    }

    void libraryCopy_hasAReceiptAndGoesWithoutTrace()
    {
        FakeSystem system;
        const std::string before = system.files().listing({"/home"});
        Harness harness(system);
        QVERIFY(!dropped(harness));
        for (int time = 0; time < 2; ++time) { // the second one takes the place of the first
            QCOMPARE(keep(harness, piece(0, 5)), std::string("done"));
            QVERIFY(time == 1 || !system.files().exists(kCopy));
            QCOMPARE(keep(harness, piece(5)), std::string("done"));
            QCOMPARE(system.files().text(kCopy), kLibrary);
        }
        const auto kept = protocol::decode<protocol::NcclKeptAnswer>(harness.ask(protocol::verb::kNcclKept).body);
        QVERIFY(kept.ok() && kept->present && kept->receipt);
        QCOMPARE(kept->path, kCopy);
        QCOMPARE(kept->receipt->from, std::string("spark-a"));
        QCOMPARE(kept->receipt->madeFolders.size(), std::size_t(4));
        QVERIFY(!dropped(harness, true)); // it is finished
        QVERIFY(dropped(harness));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void libraryCopy_leavesFoldersOfOthers()
    {
        FakeSystem system;
        system.files().put("/home/nvidia/.local/share/other", "x");
        const std::string before = system.files().listing({"/home"});
        Harness harness(system);
        QCOMPARE(keep(harness, piece(0)), std::string("done"));
        QVERIFY(dropped(harness));
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void libraryCopy_thatIsNotWhole_leavesNothing()
    {
        FakeSystem system;
        const std::string before = system.files().listing({"/home"});
        {
            Harness harness(system);
            protocol::NcclKeepRequest other = piece(0);
            other.receipt.sha256 = std::string(64, '0');
            QCOMPARE(keep(harness, other), std::string("nccl.copy-damaged"));
            QCOMPARE(system.files().listing({"/home"}), before);
            QCOMPARE(keep(harness, piece(5)), std::string("remote.value-out-of-range")); // no beginning
            QCOMPARE(keep(harness, piece(0, 5)), std::string("done"));
            QCOMPARE(keep(harness, piece(6)), std::string("remote.value-out-of-range")); // a gap
            QCOMPARE(system.files().listing({"/home"}), before);
            other = piece(0);
            other.receipt.size = 3; // more than was said
            QCOMPARE(keep(harness, other), std::string("remote.value-out-of-range"));
            QCOMPARE(keep(harness, piece(0, 5)), std::string("done"));
            QVERIFY(!dropped(harness, true)); // broken off
            QCOMPARE(system.files().listing({"/home"}), before);
            QCOMPARE(keep(harness, piece(0, 5)), std::string("done"));
            harness.session->inputEnded(); // the application is gone
        }
        QCOMPARE(system.files().listing({"/home"}), before);
    }

    void libraryCopy_needsRoomAndAFolderOfItsOwn()
    {
        FakeSystem system;
        Harness harness(system);
        system.files().free = 1 << 20;
        QCOMPARE(keep(harness, piece(0)), std::string("nccl.copy-no-room"));
        system.files().free = 1ULL << 30;
        system.files().putFolder("/home/nvidia/.local", 0777);
        QCOMPARE(keep(harness, piece(0)), std::string("nccl.copy-folder-unsafe"));
        system.files().putFolder("/home/nvidia/.local", 0755, 1234);
        QCOMPARE(keep(harness, piece(0)), std::string("nccl.copy-folder-unsafe"));
        QVERIFY(!system.files().exists(kCopy));
    }
};

QTEST_GUILESS_MAIN(TestAgentKeys)
#include "tst_agent_keys.moc"
