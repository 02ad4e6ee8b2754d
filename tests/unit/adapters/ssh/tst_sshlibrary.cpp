// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/keygen.h"
#include "adapters/ssh/librarycheck.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using ssh::LibraryFacts;

class TestSshLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void debianVersions_areOrderedAsDpkgDoes_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<int>("order");
        const auto row = [](const char *a, const char *b, int order) {
            QTest::addRow("%s and %s", a, b) << QByteArray(a) << QByteArray(b) << order;
        };
        row("0.10.6-0+deb12u2", "0.10.6-0+deb12u3", -1);
        row("0.10.6-0+deb12u10", "0.10.6-0+deb12u3", 1);
        row("0.10.6-0+deb12u3", "0.10.6-0+deb12u3", 0);
        row("0.9.8-0+deb11u1", "0.10.6-1", -1);
        row("1:0.1-1", "0.10.6-1", 1);
        row("0.10.6~rc1-1", "0.10.6-1", -1);
        row("0.10.6-2build2", "0.10.6-2build10", -1);
        row("0.10.6-2ubuntu0.1", "0.10.6-2build2", 1);
        row("0.10.6", "0.10.6-0", 0);
        row("1.02", "1.2", 0);
        row("", "0", 0);
        row("0.10.6+dfsg-1", "0.10.6-1", 1);
    }
    void debianVersions_areOrderedAsDpkgDoes()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(int, order);
        const auto sign = [](int value) { return (value > 0) - (value < 0); };
        QCOMPARE(sign(ssh::compareDebianVersions(a.toStdString(), b.toStdString())), order);
        QCOMPARE(sign(ssh::compareDebianVersions(b.toStdString(), a.toStdString())), -order);
    }

    void patchedPackage_isGood_olderIsTold_unknownIsTold()
    {
        const LibraryFacts good{"0.10.6", "debian", "12", "libssh-4", "0.10.6-0+deb12u3"};
        QVERIFY(ssh::checkLibrary(good).ok());
        LibraryFacts later = good;
        later.packageVersion = "0.10.6-0+deb12u4";
        QVERIFY(ssh::checkLibrary(later).ok());
        const auto idOf = [](const LibraryFacts &facts) {
            const auto result = ssh::checkLibrary(facts);
            return result ? std::string() : result.error().message.id;
        };
        LibraryFacts older = good;
        older.packageVersion = "0.10.6-0+deb12u2";
        QCOMPARE(idOf(older), std::string("ssh.library-unpatched"));
        LibraryFacts ancient = good;
        ancient.version = "0.9.8";
        QCOMPARE(idOf(ancient), std::string("ssh.library-old"));
        LibraryFacts other = good;
        other.release = "99";
        QCOMPARE(idOf(other), std::string("ssh.library-unknown"));
        LibraryFacts ownBuild = good;
        ownBuild.package.clear();
        ownBuild.packageVersion.clear();
        QCOMPARE(idOf(ownBuild), std::string("ssh.library-unknown"));
        for (const char *version : {"0.11.5", "0.11.6", "0.12.1", "0.13.0"}) // upstream's own fixes
            QVERIFY(ssh::checkLibrary({version, "arch", "", "", ""}).ok());
        for (const char *version : {"0.11.4", "0.12.0", "0.10.6"})
            QCOMPARE(idOf({version, "arch", "", "", ""}), std::string("ssh.library-unknown"));
        QCOMPARE(ssh::checkLibrary(older).error().kind, base::ErrorKind::Refused);
    }

    void facts_areReadFromTheSystemsFiles()
    {
        QTemporaryDir folder;
        const auto write = [&](const char *name, const QByteArray &text) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName().toStdString()
                                                                                      : std::string();
        };
        const std::string release = write("os", "PRETTY_NAME=\"X\"\nID=debian\nVERSION_ID=\"12\"\n");
        const std::string status = write("status",
            "Package: libssh-4\nStatus: deinstall ok config-files\nVersion: 0.1\n\n"
            "Package: libssh2-1\nStatus: install ok installed\nVersion: 9\n\n"
            "Package: libssh-4t64\nStatus: install ok installed\nArchitecture: amd64\nVersion: 0.10.6-2ubuntu0.1\n\n");
        const LibraryFacts facts = ssh::installedLibrary(release, status);
        QCOMPARE(facts.distribution, std::string("debian"));
        QCOMPARE(facts.release, std::string("12"));
        QCOMPARE(facts.package, std::string("libssh-4t64"));
        QCOMPARE(facts.packageVersion, std::string("0.10.6-2ubuntu0.1"));
        QVERIFY(QByteArray::fromStdString(facts.version).startsWith("0."));
        QVERIFY(ssh::installedLibrary("/nonexistent", "/nonexistent").packageVersion.empty());
    }

    void generatedKeys_differ_andAreInOpenSshForm()
    {
        const auto one = ssh::generateKeyPair(), two = ssh::generateKeyPair();
        QVERIFY(one.ok() && two.ok());
        QVERIFY(one->publicKey.startsWith(QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI")));
        QVERIFY(one->privateKey.startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n"));
        QVERIFY(one->publicKey != two->publicKey);
    }
};

QTEST_GUILESS_MAIN(TestSshLibrary)
#include "tst_sshlibrary.moc"
