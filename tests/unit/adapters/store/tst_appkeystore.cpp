// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../../support/await.h"
#include "adapters/store/appkeystore.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace sparkloom;
using store::FileAppKeyStore;
using test::await;

class TestAppKeyStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    store::StorePaths m_paths;
    std::atomic<int> m_made{0};

    FileAppKeyStore makeStore()
    {
        return FileAppKeyStore(m_paths, std::make_shared<store::IoThread>(), [this]() -> base::Result<engine::KeyPair> {
            const int number = ++m_made;
            return engine::KeyPair{
                "private " + QByteArray::number(number), QStringLiteral("ssh-ed25519 AAAA%1").arg(number)};
        });
    }
    QString keyFile() const { return m_paths.data + QStringLiteral("/key/id_ed25519"); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = store::StorePaths::below(m_folder->path());
        m_made = 0;
    }

    void key_isMadeOnce_andKept()
    {
        auto first = makeStore();
        QVERIFY(first.keyId().isEmpty());
        const auto made = await(first.key());
        QVERIFY(made.ok());
        QCOMPARE(await(first.key())->publicKey, made->publicKey);
        auto second = makeStore();
        const auto found = await(second.key());
        QCOMPARE(found->publicKey, made->publicKey);
        QCOMPARE(found->privateKey, made->privateKey);
        QCOMPARE(int(m_made), 1);
        QCOMPARE(second.keyId(), first.keyId());
        QCOMPARE(first.keyId().size(), 12);
    }

    void files_areForThisUserOnly()
    {
        QVERIFY(await(makeStore().key()).ok());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(keyFile()).permissions() & others, QFile::Permissions());
        QCOMPARE(QFileInfo(m_paths.data + QStringLiteral("/key")).permissions() & others, QFile::Permissions());
    }

    void exposedKey_isRefused()
    {
        QVERIFY(await(makeStore().key()).ok());
        QVERIFY(QFile::setPermissions(keyFile(), QFile::ReadOwner | QFile::ReadOther));
        const auto result = await(makeStore().key());
        QVERIFY(!result.ok());
        QCOMPARE(result.error().message.id, std::string("store.key-exposed"));
    }

    void twoInstancesAtOnce_endUpWithOneKey()
    {
        auto first = makeStore();
        auto second = makeStore();
        auto a = first.key();
        auto b = second.key();
        QCOMPARE(await(a)->publicKey, await(b)->publicKey);
        QCOMPARE(int(m_made), 1);
    }

    void interruptedCreation_isRepeated()
    {
        QVERIFY(await(makeStore().key()).ok());
        QVERIFY(QFile::rename(keyFile(), keyFile() + QStringLiteral(".new"))); // cut off before the rename
        const auto again = await(makeStore().key());
        QVERIFY(again.ok());
        QCOMPARE(again->publicKey, QStringLiteral("ssh-ed25519 AAAA2"));
        QVERIFY(!QFile::exists(keyFile() + QStringLiteral(".new")));
    }

    void failureOfTheGenerator_leavesNothing()
    {
        FileAppKeyStore failing(m_paths, std::make_shared<store::IoThread>(), []() -> base::Result<engine::KeyPair> {
            using namespace base::literals;
            return base::failed("ssh.key-not-made"_msg);
        });
        QVERIFY(!await(failing.key()).ok());
        QVERIFY(!QFile::exists(keyFile()));
        QVERIFY(failing.keyId().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAppKeyStore)
#include "tst_appkeystore.moc"
