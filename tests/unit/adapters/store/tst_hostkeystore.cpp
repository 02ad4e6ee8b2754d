// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../../support/await.h"
#include "adapters/store/hostkeystore.h"

#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using engine::HostKey;
using store::FileHostKeyStore;
using test::await;
using Verdict = engine::HostKeyStore::Verdict;

namespace {

HostKey key(char seed, const char *type = "ssh-ed25519")
{
    const QByteArray name(type);
    QByteArray blob(4, '\0');
    blob[3] = static_cast<char>(name.size());
    blob += name + QByteArray(36, seed);
    return {QString::fromLatin1(name), blob, store::fingerprintOf(blob)};
}

QByteArray line(const QByteArray &hosts, const HostKey &k)
{
    return hosts + ' ' + k.type.toLatin1() + ' ' + k.blob.toBase64() + '\n';
}

QStringList names(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromLatin1(text));
    return list;
}

} // namespace

class TestHostKeyStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    store::StorePaths m_paths;
    std::shared_ptr<store::IoThread> m_io;
    std::unique_ptr<FileHostKeyStore> m_store;
    const HostKey a = key('a'), b = key('b'), rsa = key('r', "ssh-rsa");

    QString ownFile() const { return m_paths.data + QStringLiteral("/known_hosts"); }
    void writeForeign(const QByteArray &text) const
    {
        QFile file(m_paths.foreignKnownHosts.first());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Verdict verdict(const QStringList &who, const HostKey &k, quint16 port = 22) const
    {
        return m_store->check(who, port, k).verdict;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = store::StorePaths::below(m_folder->path());
        m_paths.foreignKnownHosts = {m_folder->filePath(QStringLiteral("user_known_hosts"))};
        m_io = std::make_shared<store::IoThread>();
        m_store = std::make_unique<FileHostKeyStore>(m_paths, m_io);
    }

    void acceptedKey_isKnown_anotherIsChanged_anotherTypeIsTold()
    {
        const QStringList who = names({"Spark-A.local", "192.168.1.5"});
        QCOMPARE(verdict(who, a), Verdict::Unknown);
        QVERIFY(await(m_store->accept(who, 22, a)).ok());
        QCOMPARE(verdict(who, a), Verdict::Known);
        QCOMPARE(verdict(names({"spark-a.local"}), b), Verdict::Changed);
        QCOMPARE(m_store->check(who, 22, b).knownFingerprint, a.fingerprint);
        QCOMPARE(verdict(who, rsa), Verdict::OtherType);
        QVERIFY(!m_store->check(who, 22, a).fromUser);
        // Another instance, and the file itself.
        QCOMPARE(FileHostKeyStore(m_paths, m_io).check(who, 22, a).verdict, Verdict::Known);
        QCOMPARE(QFileInfo(ownFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
            QFile::Permissions());
    }

    void port_isPartOfTheName()
    {
        QVERIFY(await(m_store->accept(names({"spark-a"}), 2222, a)).ok());
        QCOMPARE(verdict(names({"spark-a"}), a), Verdict::Unknown);
        QCOMPARE(verdict(names({"spark-a"}), a, 2222), Verdict::Known);
        QCOMPARE(m_store->namesOf(a), names({"[spark-a]:2222"}));
    }

    void conflict_cannotBeAccepted_onlyReplaced_andTheOldKeyIsArchived()
    {
        const QStringList who = names({"spark-a.local"});
        QVERIFY(await(m_store->accept(who, 22, a)).ok());
        for (const HostKey &other : {b, rsa}) {
            const auto refused = await(m_store->accept(who, 22, other));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().kind, base::ErrorKind::Refused);
        }
        QCOMPARE(verdict(who, a), Verdict::Known);
        QVERIFY(await(m_store->replace(who, 22, b)).ok());
        QCOMPARE(verdict(who, b), Verdict::Known);
        QCOMPARE(verdict(who, a), Verdict::Changed);
        const QByteArray archive = read(ownFile() + QStringLiteral(".replaced"));
        QVERIFY(archive.contains(line("spark-a.local", a)));
        QVERIFY(archive.startsWith("20")); // the date
    }

    // T22: addresses move between machines.
    void swappedAddresses_changeNothing_becauseTheNameDecides()
    {
        QVERIFY(await(m_store->accept(names({"spark-a.local", "192.168.1.5"}), 22, a)).ok());
        QVERIFY(await(m_store->accept(names({"spark-b.local", "192.168.1.6"}), 22, b)).ok());
        QCOMPARE(verdict(names({"spark-a.local", "192.168.1.6"}), a), Verdict::Known);
        QCOMPARE(verdict(names({"spark-b.local", "192.168.1.5"}), b), Verdict::Known);
        // A known machine that pretends to be another one is stopped, though its key and address are known.
        QCOMPARE(verdict(names({"spark-a.local", "192.168.1.6"}), b), Verdict::Changed);
        // Asked for by address alone, the address is the identity.
        QCOMPARE(verdict(names({"192.168.1.5"}), b), Verdict::Changed);
        QVERIFY(await(m_store->accept(names({"spark-a.local", "192.168.1.6"}), 22, a)).ok());
        QCOMPARE(verdict(names({"192.168.1.6"}), a), Verdict::Known);
    }

    void knownKeyUnderANewName_isTheSameMachine()
    {
        QVERIFY(await(m_store->accept(names({"spark-a.local", "192.168.1.5"}), 22, a)).ok());
        QCOMPARE(verdict(names({"new-name.local", "192.168.1.5"}), a), Verdict::Known);
        QCOMPARE(verdict(names({"new-name.local", "192.168.1.9"}), a), Verdict::Unknown);
        QCOMPARE(m_store->namesOf(a), names({"spark-a.local", "192.168.1.5"}));
    }

    void forgottenHost_isUnknown()
    {
        QVERIFY(await(m_store->accept(names({"spark-a.local", "192.168.1.5"}), 22, a)).ok());
        QVERIFY(await(m_store->forget(names({"spark-a.local", "192.168.1.5"}), 22)).ok());
        QCOMPARE(verdict(names({"spark-a.local", "192.168.1.5"}), b), Verdict::Unknown);
        QVERIFY(m_store->namesOf(a).isEmpty());
    }

    void usersFile_isRead_plainWildcardAndHashed_andNeverWritten()
    {
        const QByteArray salt = "12345678901234567890";
        const QByteArray hash = QMessageAuthenticationCode::hash("spark-h.local", salt, QCryptographicHash::Sha1);
        const QByteArray text = "# comment\n" + line("|1|" + salt.toBase64() + '|' + hash.toBase64(), a)
            + line("spark-p.local,10.0.0.7", a) + line("*.lab,!bad.lab", b) + line("[spark-q]:2222", b)
            + "broken line\n";
        writeForeign(text);
        QCOMPARE(verdict(names({"spark-h.local"}), a), Verdict::Known);
        QVERIFY(m_store->check(names({"spark-h.local"}), 22, a).fromUser);
        QCOMPARE(verdict(names({"spark-h.local"}), b), Verdict::Changed);
        QCOMPARE(verdict(names({"SPARK-P.local"}), a), Verdict::Known);
        QCOMPARE(verdict(names({"other", "10.0.0.7"}), a), Verdict::Known);
        QCOMPARE(verdict(names({"x.lab"}), b), Verdict::Known);
        QCOMPARE(verdict(names({"bad.lab"}), b), Verdict::Unknown);
        QCOMPARE(verdict(names({"spark-q"}), b, 2222), Verdict::Known);
        QCOMPARE(verdict(names({"spark-q"}), b), Verdict::Unknown);
        QCOMPARE(verdict(names({"spark-p.local"}), rsa), Verdict::Unknown); // another type there says nothing
        QVERIFY(await(m_store->accept(names({"spark-p.local"}), 22, a)).ok());
        QCOMPARE(read(m_paths.foreignKnownHosts.first()), text);
    }

    void revokedKey_isNeverKnown_andCannotBeAccepted()
    {
        QVERIFY(await(m_store->accept(names({"spark-a.local"}), 22, a)).ok());
        writeForeign("@revoked " + line("*", a));
        QCOMPARE(verdict(names({"spark-a.local"}), a), Verdict::Changed);
        QVERIFY(!await(m_store->accept(names({"spark-c.local"}), 22, a)).ok());
        QVERIFY(!await(m_store->replace(names({"spark-c.local"}), 22, a)).ok());
    }

    void certificateAuthority_isUnknown()
    {
        writeForeign("@cert-authority " + line("*.local", a));
        QCOMPARE(verdict(names({"spark-a.local"}), a), Verdict::Unknown);
    }

    void hostileFile_isBounded()
    {
        QByteArray text = QByteArray(100'000, '*') + " ssh-ed25519 " + a.blob.toBase64() + '\n';
        text += QByteArray("*?*?*?*?*?*?*?*?*?*?*?*?*?*z ") + "ssh-ed25519 " + a.blob.toBase64() + '\n';
        text += "good.local ssh-rsa " + a.blob.toBase64() + '\n'; // blob is of another type
        text += line("good.local", b);
        text += QByteArray("\0\xff\n@strange x y z\n", 18);
        writeForeign(text);
        QCOMPARE(verdict(names({"good.local"}), b), Verdict::Known);
        QCOMPARE(verdict(names({QByteArray(250, 'a').constData()}), a), Verdict::Unknown);
    }

    void namesThatAreNone_areNotWritten()
    {
        QVERIFY(!await(m_store->accept(names({"a,b", "x y", "*", "!q"}), 22, a)).ok());
        QVERIFY(!QFile::exists(ownFile()));
    }

    void newerVersionOfOurFile_isRefused()
    {
        QVERIFY(await(m_store->accept(names({"spark-a"}), 22, a)).ok());
        QFile file(ownFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# sparkloom known_hosts 2\nwhatever\n");
        file.close();
        const auto result = await(m_store->accept(names({"spark-b"}), 22, b));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().message.id, std::string("store.version-unknown"));
        QVERIFY(read(ownFile()).contains("whatever"));
    }

    void twoWriters_loseNothing()
    {
        FileHostKeyStore other(m_paths, std::make_shared<store::IoThread>());
        std::vector<QFuture<base::Result<void>>> pending;
        for (int i = 0; i < 40; ++i) {
            pending.push_back(m_store->accept({QStringLiteral("a%1").arg(i)}, 22, a));
            pending.push_back(other.accept({QStringLiteral("b%1").arg(i)}, 22, b));
        }
        for (auto &one : pending)
            QVERIFY(await(one).ok());
        QCOMPARE(m_store->namesOf(a).size(), 40);
        QCOMPARE(m_store->namesOf(b).size(), 40);
    }
};

QTEST_GUILESS_MAIN(TestHostKeyStore)
#include "tst_hostkeystore.moc"
