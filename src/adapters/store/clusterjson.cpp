// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/clusterjson.h"

#include "base/text.h"
#include "domain/hardware/address.h"
#include "protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace sparkloom::store {
using namespace base::literals;
using engine::Cluster;
using engine::ClusterMember;
namespace {

constexpr QLatin1String kSchema("sparkloom-cluster");
constexpr qsizetype kMaxText = 255;
constexpr qsizetype kMaxAddresses = 16;
constexpr qsizetype kMaxNames = 64;
constexpr qsizetype kMaxDrift = 32;

QJsonArray arrayOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject memberObject(const ClusterMember &member)
{
    const QStringList addresses(member.endpoint.addresses.begin(), member.endpoint.addresses.end());
    return {{QStringLiteral("sparkId"), member.sparkId}, {QStringLiteral("name"), member.name},
        {QStringLiteral("host"), member.endpoint.host}, {QStringLiteral("port"), member.endpoint.port},
        {QStringLiteral("addresses"), arrayOf(addresses)}, {QStringLiteral("user"), member.user},
        {QStringLiteral("hostKeyType"), member.hostKeyType},
        {QStringLiteral("hostKeyFingerprint"), member.hostKeyFingerprint},
        {QStringLiteral("knownAs"), arrayOf(member.knownAs)}, {QStringLiteral("keyInstalled"), member.keyInstalled},
        {QStringLiteral("virtual"), member.virtualSpark}};
}

// Reads fields of one object; the first field that is missing or wrong is remembered and stops nothing.
class Reader {
public:
    Reader(const QJsonObject &object, QString &badField) : m_object(object), m_bad(badField) {}

    QString text(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isString() || value.toString().size() > kMaxText)
            return fail(name), QString();
        return value.toString();
    }
    int number(QLatin1String name, int min, int max)
    {
        const double value = m_object.value(name).toDouble(min - 1.0);
        if (!m_object.value(name).isDouble() || value < min || value > max || value != static_cast<int>(value))
            return fail(name), min;
        return static_cast<int>(value);
    }
    // Milliseconds since 1970 (UTC).
    qint64 moment(QLatin1String name)
    {
        constexpr double kLatest = 9'007'199'254'740'991; // what a JSON number holds exactly
        const double value = m_object.value(name).toDouble(-1.0);
        if (!m_object.value(name).isDouble() || value < 0 || value > kLatest || value != std::floor(value))
            return fail(name), 0;
        return static_cast<qint64>(value);
    }
    bool flag(QLatin1String name)
    {
        if (!m_object.value(name).isBool())
            fail(name);
        return m_object.value(name).toBool();
    }
    QJsonArray array(QLatin1String name, qsizetype limit)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isArray() || value.toArray().size() > limit)
            return fail(name), QJsonArray();
        return value.toArray();
    }
    QStringList texts(QLatin1String name, qsizetype limit)
    {
        QStringList found;
        for (const QJsonValue &value : array(name, limit)) {
            if (!value.isString() || value.toString().size() > kMaxText)
                return fail(name), QStringList();
            found.append(value.toString());
        }
        return found;
    }
    void require(bool condition, QLatin1String name)
    {
        if (!condition)
            fail(name);
    }
    bool has(QLatin1String name) const { return m_object.contains(name); }
    QJsonObject object(QLatin1String name)
    {
        require(m_object.value(name).isObject(), name);
        return m_object.value(name).toObject();
    }

private:
    void fail(QLatin1String name)
    {
        if (m_bad.isEmpty())
            m_bad = name;
    }
    const QJsonObject &m_object;
    QString &m_bad;
};

ClusterMember readMember(const QJsonObject &object, QString &bad)
{
    Reader reader(object, bad);
    ClusterMember member;
    member.sparkId = reader.text(QLatin1String("sparkId"));
    member.name = reader.text(QLatin1String("name"));
    member.endpoint.host = reader.text(QLatin1String("host"));
    member.endpoint.port = static_cast<quint16>(reader.number(QLatin1String("port"), 1, 65535));
    for (const QString &address : reader.texts(QLatin1String("addresses"), kMaxAddresses))
        member.endpoint.addresses.push_back(address);
    member.user = reader.text(QLatin1String("user"));
    member.hostKeyType = reader.text(QLatin1String("hostKeyType"));
    member.hostKeyFingerprint = reader.text(QLatin1String("hostKeyFingerprint"));
    member.knownAs = reader.texts(QLatin1String("knownAs"), kMaxNames);
    member.keyInstalled = reader.flag(QLatin1String("keyInstalled"));
    member.virtualSpark = reader.flag(QLatin1String("virtual"));
    reader.require(domain::isHostNameOrAddress(member.endpoint.host.toStdString()), QLatin1String("host"));
    for (const QString &address : member.endpoint.addresses)
        reader.require(domain::isHostNameOrAddress(address.toStdString()), QLatin1String("addresses"));
    reader.require(member.user.isEmpty() || domain::isUserName(member.user.toStdString()), QLatin1String("user"));
    return member;
}

QJsonObject looksObject(const std::map<QString, engine::DriftMemory> &looks)
{
    QJsonObject object;
    for (const auto &[sparkId, look] : looks) {
        QJsonArray drift;
        for (const engine::KnownDrift &known : look.known)
            drift.append(QJsonObject{{QStringLiteral("key"), known.key}, {QStringLiteral("notYet"), known.notYetUtcMs},
                {QStringLiteral("firstSeen"), known.firstSeenUtcMs}, {QStringLiteral("kept"), known.kept}});
        object.insert(sparkId, QJsonObject{{QStringLiteral("at"), look.lookedUtcMs}, {QStringLiteral("drift"), drift}});
    }
    return object;
}

engine::DriftMemory readLook(const QJsonObject &object, QString &bad)
{
    Reader reader(object, bad);
    engine::DriftMemory look;
    look.lookedUtcMs = reader.moment(QLatin1String("at"));
    for (const QJsonValue &value : reader.array(QLatin1String("drift"), kMaxDrift)) {
        reader.require(value.isObject(), QLatin1String("drift"));
        const QJsonObject entry = value.toObject();
        Reader known(entry, bad);
        look.known.push_back({known.text(QLatin1String("key")), known.moment(QLatin1String("notYet")),
            known.moment(QLatin1String("firstSeen")), known.flag(QLatin1String("kept"))});
    }
    return look;
}

base::Error invalid(const QString &path, const std::string &field)
{
    return base::protocolError(base::Message("store.cluster-invalid"_msg)
                                   .with("path", base::cleanText(path.toStdString(), 400))
                                   .with("field", base::cleanText(field, 100)));
}

} // namespace

bool isClusterName(const QString &name)
{
    static const QRegularExpression kName(QStringLiteral("\\A[a-z0-9][a-z0-9-]{0,31}\\z"));
    return kName.match(name).hasMatch();
}

QByteArray encodeCluster(const Cluster &cluster)
{
    QJsonArray members;
    for (const ClusterMember &member : cluster.members)
        members.append(memberObject(member));
    QJsonObject object{{QStringLiteral("schema"), kSchema}, {QStringLiteral("version"), Cluster::kSchemaVersion},
        {QStringLiteral("name"), cluster.name}, {QStringLiteral("members"), members},
        {QStringLiteral("mtu"), cluster.mtu}, {QStringLiteral("clusterId"), cluster.clusterId}};
    if (cluster.goal)
        object.insert(QStringLiteral("goal"),
            QString::fromUtf8(
                domain::toText(*cluster.goal).data(), static_cast<qsizetype>(domain::toText(*cluster.goal).size())));
    // Only where they are on: files of before have neither.
    if (cluster.hostsNames)
        object.insert(QStringLiteral("hostsNames"), true);
    if (cluster.sshAliases)
        object.insert(QStringLiteral("sshAliases"), true);
    if (cluster.pool)
        object.insert(QStringLiteral("pool"), *cluster.pool);
    if (!cluster.looks.empty())
        object.insert(QStringLiteral("looks"), looksObject(cluster.looks));
    if (cluster.applied)
        object.insert(QStringLiteral("applied"),
            QJsonDocument::fromJson(QByteArray::fromStdString(protocol::encode(*cluster.applied))).object());
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

base::Result<Cluster> decodeCluster(const QByteArray &text, const QString &path)
{
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    if (const auto checked = protocol::checkJson(view, kMaxClusterFile); !checked)
        return invalid(path, "JSON");
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const QJsonObject object = document.object();
    if (object.value(QLatin1String("schema")).toString() != kSchema)
        return invalid(path, "schema");
    const int version = object.value(QLatin1String("version")).toInt(-1);
    if (version != Cluster::kSchemaVersion)
        return base::failed(base::Message("store.version-unknown"_msg)
                                .with("path", base::cleanText(path.toStdString(), 400))
                                .with("version", std::to_string(version))
                                .with("known", Cluster::kSchemaVersion));
    QString bad;
    Reader reader(object, bad);
    Cluster cluster;
    cluster.name = reader.text(QLatin1String("name"));
    reader.require(isClusterName(cluster.name), QLatin1String("name"));
    for (const QJsonValue &value : reader.array(QLatin1String("members"), kMaxMembers)) {
        reader.require(value.isObject(), QLatin1String("members"));
        cluster.members.push_back(readMember(value.toObject(), bad));
    }
    cluster.mtu = reader.number(QLatin1String("mtu"), 1280, 9216);
    cluster.clusterId = reader.text(QLatin1String("clusterId"));
    if (reader.has(QLatin1String("hostsNames")))
        cluster.hostsNames = reader.flag(QLatin1String("hostsNames"));
    if (reader.has(QLatin1String("sshAliases")))
        cluster.sshAliases = reader.flag(QLatin1String("sshAliases"));
    if (reader.has(QLatin1String("goal"))) {
        cluster.goal = domain::topologyFromText(reader.text(QLatin1String("goal")).toStdString());
        reader.require(cluster.goal.has_value(), QLatin1String("goal"));
    }
    if (reader.has(QLatin1String("pool"))) {
        cluster.pool = reader.text(QLatin1String("pool"));
        reader.require(domain::Ipv4Prefix::parse(cluster.pool->toStdString()).has_value(), QLatin1String("pool"));
    }
    if (reader.has(QLatin1String("applied"))) {
        const QByteArray plan = QJsonDocument(reader.object(QLatin1String("applied"))).toJson(QJsonDocument::Compact);
        auto decoded = protocol::decode<domain::AddressPlan>(plan.toStdString());
        if (decoded)
            cluster.applied = std::move(decoded).value();
        reader.require(cluster.applied.has_value(), QLatin1String("applied"));
    }
    if (reader.has(QLatin1String("looks"))) {
        const QJsonObject looks = reader.object(QLatin1String("looks"));
        reader.require(looks.size() <= kMaxMembers, QLatin1String("looks"));
        for (auto it = looks.begin(); it != looks.end(); ++it) {
            reader.require(it.value().isObject() && it.key().size() <= kMaxText, QLatin1String("looks"));
            cluster.looks.insert_or_assign(it.key(), readLook(it.value().toObject(), bad));
        }
    }
    if (!bad.isEmpty())
        return invalid(path, bad.toStdString());
    return cluster;
}

} // namespace sparkloom::store
