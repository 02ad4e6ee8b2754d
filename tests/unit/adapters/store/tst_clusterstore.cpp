// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../../support/await.h"
#include "adapters/store/clusterjson.h"
#include "adapters/store/clusterstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using engine::Cluster;
using engine::ClusterMember;
using store::FileClusterStore;
using test::await;

namespace {

Cluster fullCluster(const QString &name)
{
    Cluster cluster;
    cluster.name = name;
    ClusterMember member;
    member.sparkId = QStringLiteral("0123456789abcdef");
    member.name = QStringLiteral("Spark ünder the desk <b>");
    member.endpoint = {
        QStringLiteral("spark-a.local"), 2222, {QStringLiteral("192.168.1.5"), QStringLiteral("fe80::1%eth0")}};
    member.user = QStringLiteral("nvidia");
    member.hostKeyType = QStringLiteral("ssh-ed25519");
    member.hostKeyFingerprint = QStringLiteral("SHA256:abc");
    member.knownAs = {QStringLiteral("spark-a"), QStringLiteral("10.0.0.5")};
    member.keyInstalled = true;
    cluster.members = {member, ClusterMember{}};
    cluster.members[1].endpoint.host = QStringLiteral("10.0.0.9");
    cluster.members[1].virtualSpark = true;
    cluster.goal = domain::Topology::Ring;
    cluster.pool = QStringLiteral("10.100.0.0/16");
    cluster.mtu = 1500;
    cluster.hostsNames = cluster.sshAliases = true;
    cluster.clusterId = QStringLiteral("feedface");
    domain::AddressPlan plan;
    plan.topology = domain::Topology::Pair;
    plan.pool = *domain::Ipv4Prefix::parse("10.100.0.0/16");
    domain::Lane lane;
    lane.subnet = *domain::Ipv4Prefix::parse("10.100.1.0/24");
    domain::LaneEnd end;
    end.half.spark.value = "0123456789abcdef0123456789abcdef";
    end.netdev = "enp1s0f0np0";
    end.mac = *domain::MacAddress::parse("4c:bb:47:00:a1:05");
    end.address = *domain::Ipv4Interface::parse("10.100.1.1/24");
    lane.ends = {end};
    plan.lanes = {lane};
    cluster.applied = plan;
    cluster.looks[QStringLiteral("0123456789abcdef")] = {
        1'700'000'000'123, {{QStringLiteral("mtu-changed|0A||1500"), 1'600'000'000'000, 1'700'000'000'123, true}}};
    return cluster;
}

} // namespace

class TestClusterStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileClusterStore> m_store;

    QString file(const char *name) const
    {
        return m_folder->filePath(QStringLiteral("config/clusters/") + QLatin1String(name));
    }
    void write(const char *name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(file(name)).path()));
        QFile f(file(name));
        QVERIFY(f.open(QIODevice::WriteOnly) && f.write(text) == text.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<FileClusterStore>(store::StorePaths::below(m_folder->path()),
            std::make_shared<store::IoThread>(), QStringLiteral("ann@laptop"));
    }

    void savedClusters_areLoadedUnchanged()
    {
        QCOMPARE(await(m_store->load())->size(), std::size_t(0));
        const Cluster desk = fullCluster(QStringLiteral("desk"));
        Cluster plain;
        plain.name = QStringLiteral("a");
        QVERIFY(await(m_store->save(desk)).ok());
        QVERIFY(await(m_store->save(plain)).ok());
        const auto loaded = await(m_store->load());
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->size(), std::size_t(2));
        QVERIFY((*loaded)[0] == plain);
        QVERIFY((*loaded)[1] == desk);
        const auto times = await(m_store->storedAt());
        QCOMPARE(times.size(), std::size_t(2));
        QVERIFY(times.contains(QStringLiteral("desk")) && times.at(QStringLiteral("a")).isValid());
        QVERIFY(await(m_store->remove(QStringLiteral("a"))).ok());
        QVERIFY(await(m_store->remove(QStringLiteral("a"))).ok()); // already gone
        QCOMPARE(await(m_store->load())->size(), std::size_t(1));
    }

    void names_cannotLeaveTheFolder()
    {
        for (const char *name : {"", "../x", "a/b", "A", "-a", "a.b", "x\n", "0123456789abcdef0123456789abcdef0"}) {
            Cluster cluster;
            cluster.name = QString::fromLatin1(name);
            QVERIFY(!await(m_store->save(cluster)).ok());
            QVERIFY(!await(m_store->remove(cluster.name)).ok());
            QVERIFY(!m_store->lock(cluster.name).ok());
        }
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void newerVersion_saysSo()
    {
        QByteArray text = store::encodeCluster(fullCluster(QStringLiteral("desk")));
        text.replace("\"version\": 1", "\"version\": 2");
        write("desk.json", text);
        const auto loaded = await(m_store->load());
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().message.id, std::string("store.version-unknown"));
        QCOMPARE(std::get<std::string>(loaded.error().message.arguments.at("version")), std::string("2"));
    }

    void everyField_isChecked_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *from, const char *to, const char *field) {
            QTest::newRow(QByteArray(to).simplified().constData())
                << QByteArray(from) << QByteArray(to) << QByteArray(field);
        };
        row("\"sparkloom-cluster\"", "\"other\"", "schema");
        row("\"name\": \"desk\"", "\"name\": \"../desk\"", "name");
        row("\"port\": 2222", "\"port\": 0", "port");
        row("\"port\": 2222", "\"port\": 22.5", "port");
        row("\"port\": 2222", "\"port\": \"22\"", "port");
        row("\"host\": \"spark-a.local\"", "\"host\": \"-oProxyCommand=x\"", "host");
        row("\"192.168.1.5\"", "\"1.2.3.4;reboot\"", "addresses");
        row("\"user\": \"nvidia\"", "\"user\": \"$(id)\"", "user");
        row("\"keyInstalled\": true", "\"keyInstalled\": 1", "keyInstalled");
        row("\"goal\": \"ring\"", "\"goal\": \"moebius\"", "goal");
        row("\"mtu\": 1500,\n    \"name\"", "\"mtu\": 100,\n    \"name\"", "mtu");
        row("\"pool\": \"10.100.0.0/16\",\n    \"schema\"", "\"pool\": \"10.100.0.1/16\",\n    \"schema\"", "pool");
        row("\"clusterId\": \"feedface\"", "\"clusterId\": 7", "clusterId");
        row("\"topology\": \"pair\"", "\"topology\": 3", "applied");
        row("\"members\": [", "\"members\": [ 3,", "members");
    }
    void everyField_isChecked()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, field);
        QByteArray text = store::encodeCluster(fullCluster(QStringLiteral("desk")));
        QVERIFY2(text.contains(from), text.constData());
        text.replace(from, to);
        const auto decoded = store::decodeCluster(text, QStringLiteral("desk.json"));
        QVERIFY(!decoded.ok());
        QCOMPARE(decoded.error().message.id, std::string("store.cluster-invalid"));
        QCOMPARE(std::get<std::string>(decoded.error().message.arguments.at("field")), field.toStdString());
    }

    void truncatedOrHugeFile_isAnError_notACrash()
    {
        const QByteArray text = store::encodeCluster(fullCluster(QStringLiteral("desk")));
        for (qsizetype size = 0; size < text.trimmed().size(); size += 7)
            QVERIFY(!store::decodeCluster(text.left(size), QString()).ok());
        QVERIFY(!store::decodeCluster(QByteArray(200'000, '['), QString()).ok());
        write("big.json", QByteArray(store::kMaxClusterFile + 1, ' '));
        QCOMPARE(await(m_store->load()).error().message.id, std::string("store.file-too-large"));
    }

    void memberLimit_isKept()
    {
        Cluster cluster = fullCluster(QStringLiteral("desk"));
        cluster.members.assign(65, cluster.members[0]);
        QVERIFY(!await(m_store->save(cluster)).ok());
        QVERIFY(!QFile::exists(file("desk.json")));
        cluster.members.resize(64);
        QVERIFY(await(m_store->save(cluster)).ok());
    }

    void lock_isExclusive_andTellsWhoHoldsIt()
    {
        auto held = m_store->lock(QStringLiteral("desk"));
        QVERIFY(held.ok());
        FileClusterStore other(
            store::StorePaths::below(m_folder->path()), std::make_shared<store::IoThread>(), QStringLiteral("bob@pc"));
        const auto refused = other.lock(QStringLiteral("desk"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, base::ErrorKind::Refused);
        QCOMPARE(std::get<std::string>(refused.error().message.arguments.at("owner")), std::string("ann@laptop"));
        QVERIFY(!std::get<std::string>(refused.error().message.arguments.at("since")).empty());
        QVERIFY(other.lock(QStringLiteral("lab")).ok());
        held = base::failed(base::Message());
        QVERIFY(other.lock(QStringLiteral("desk")).ok());
    }
};

QTEST_GUILESS_MAIN(TestClusterStore)
#include "tst_clusterstore.moc"
