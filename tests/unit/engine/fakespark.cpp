// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakespark.h"

#include "base/sha256.h"

#include <QFutureInterface>
#include <QPromise>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::test {

namespace {

const QByteArray kImage = "not really a program";

template <typename T>
QFuture<base::Result<T>> soon(base::Result<T> result)
{
    QFutureInterface<base::Result<T>> interface;
    interface.reportStarted();
    QTimer::singleShot(0, [interface, result]() mutable { interface.reportFinished(&result); });
    return interface.future();
}

domain::HalfFacts halfFacts(domain::HalfId id, int spark)
{
    domain::HalfFacts half;
    half.id = id;
    half.netdev = domain::documentedNetdev(id);
    half.rdmaDevice = domain::documentedRdmaDevice(id);
    half.pciAddress = domain::documentedPciAddress(id);
    half.interfaceIndex = 10 + 2 * domain::number(id.cage) + int(id.side);
    half.mac =
        domain::MacAddress{{0x4c, 0xbb, 0x47, 0, static_cast<std::uint8_t>(spark), 0}}.plus(domain::macOffset(id));
    half.adminUp = true;
    half.mtu = 1500;
    half.maxMtu = 9978;
    half.sysctls = {0, 0, 2, 0};
    half.hasIpv6LinkLocal = true;
    return half;
}

} // namespace

int FakeSpark::count(const std::string &entry) const
{
    return static_cast<int>(std::count(log.begin(), log.end(), entry));
}

void FakeSpark::setLit(domain::CageIndex cage, bool lit)
{
    for (domain::HalfFacts &half : facts.halves)
        if (half.id.cage == cage)
            half.carrier = lit;
}

FakeSparks::FakeSparks() = default;

FakeSpark &FakeSparks::add()
{
    const int number = static_cast<int>(m_sparks.size()) + 1;
    auto spark = std::make_unique<FakeSpark>();
    spark->name = std::string("spark-") + static_cast<char>('a' + number - 1);
    domain::SparkFacts &facts = spark->facts;
    facts.id = domain::SparkId{base::sha256Hex(spark->name).substr(0, 32)};
    facts.hostname = spark->name;
    facts.maker = domain::Maker::FoundersEdition;
    facts.architecture = "aarch64";
    facts.bootId = "boot-1";
    facts.user = "ann";
    facts.uid = 1000;
    for (const domain::HalfId id : domain::kAllHalves)
        facts.halves.push_back(halfFacts(id, number));
    domain::OtherInterface management;
    management.name = "enP7s7";
    management.up = true;
    management.addresses = {*domain::Ipv4Interface::parse("10.0.0." + std::to_string(number) + "/24")};
    facts.others = {management};
    facts.routes = {{*domain::Ipv4Prefix::parse("10.0.0.0/24"), "enP7s7"}};
    facts.managementInterface = "enP7s7";
    domain::NetplanFile file; // readable by root only, as on a real Spark
    file.path = "/etc/netplan/50-cloud-init.yaml";
    file.size = 80;
    file.inode = 7;
    file.mode = 0600;
    facts.netplanFiles = {file};
    facts.renderer = domain::Renderer::Networkd;
    facts.hostKeys = {{"ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAI" + std::string(43, static_cast<char>('A' + number))}};
    spark->hostKey.type = u"ssh-ed25519"_s;
    spark->hostKey.blob = QByteArray("key of ") + spark->name.c_str();
    spark->hostKey.fingerprint = u"SHA256:"_s + QString::fromStdString(base::sha256Hex(spark->name).substr(0, 43));
    m_sparks.push_back(std::move(spark));
    return *m_sparks.back();
}

void FakeSparks::plug(std::size_t a, domain::CageIndex cageA, std::size_t b, domain::CageIndex cageB)
{
    m_cables.push_back({{spark(a).facts.id, cageA}, {spark(b).facts.id, cageB}});
    spark(a).setLit(cageA, true);
    spark(b).setLit(cageB, true);
    tellWatchers();
}

void FakeSparks::plugIntoSwitch(std::size_t a, domain::CageIndex cage)
{
    m_onSwitch.insert({spark(a).facts.id, cage});
    spark(a).setLit(cage, true);
    tellWatchers();
}

void FakeSparks::unplug(std::size_t a, domain::CageIndex cageA)
{
    const domain::CageRef end{spark(a).facts.id, cageA};
    const std::vector<domain::CageRef> others = peers(end);
    std::erase_if(m_cables, [&end](const auto &cable) { return cable.first == end || cable.second == end; });
    spark(a).setLit(cageA, false);
    for (const domain::CageRef &other : others)
        byId(other.spark)->setLit(other.cage, false);
    tellWatchers();
}

void FakeSparks::setAsleep(FakeSpark &spark, bool asleep)
{
    const auto isUp = [](const FakeSpark &one, const domain::HalfId &id) {
        const domain::HalfFacts *half = one.facts.half(id);
        return half && half->adminUp;
    };
    for (domain::HalfFacts &half : spark.facts.halves)
        if (half.addresses.empty())
            half.adminUp = !asleep;
    for (const auto &one : m_sparks)
        for (domain::HalfFacts &half : one->facts.halves) {
            const std::vector<domain::CageRef> others = peers({one->facts.id, half.id.cage});
            half.carrier = half.adminUp && std::any_of(others.begin(), others.end(), [&](const domain::CageRef &other) {
                return isUp(*byId(other.spark), {other.cage, half.id.side});
            });
        }
    tellWatchers();
}

std::vector<domain::CageRef> FakeSparks::peers(const domain::CageRef &cage) const
{
    for (const auto &[a, b] : m_cables) {
        if (a == cage)
            return {b};
        if (b == cage)
            return {a};
    }
    std::vector<domain::CageRef> others;
    if (m_onSwitch.contains(cage))
        std::copy_if(m_onSwitch.begin(), m_onSwitch.end(), std::back_inserter(others),
            [&cage](const auto &other) { return other != cage; });
    return others;
}

FakeSpark *FakeSparks::byAddress(const QString &host)
{
    for (const auto &spark : m_sparks)
        if (host.toStdString() == spark->facts.others.front().addresses.front().address.toString()
            || host.toStdString() == spark->name)
            return spark.get();
    return nullptr;
}

FakeSpark *FakeSparks::byId(const domain::SparkId &id)
{
    for (const auto &spark : m_sparks)
        if (spark->facts.id == id)
            return spark.get();
    return nullptr;
}

void FakeSparks::tellWatchers()
{
    const std::set<FakeProcess *> all = processes;
    for (FakeProcess *process : all)
        process->tellWatch();
}

std::unique_ptr<RemoteHost> FakeSparks::create()
{
    return std::make_unique<FakeHost>(*this);
}

std::optional<AgentImages::Image> FakeSparks::forMachine(const QString &machine) const
{
    if (machine != "aarch64"_L1)
        return std::nullopt;
    return Image{kImage, QString::fromStdString(base::sha256Hex(kImage.toStdString()))};
}

// --- host

FakeHost::FakeHost(FakeSparks &all) : sparks(all)
{
    sparks.hosts.insert(this);
}

FakeHost::~FakeHost()
{
    sparks.hosts.erase(this);
}

QFuture<base::Result<Greeting>> FakeHost::connectToHost(const Endpoint &endpoint)
{
    spark = sparks.byAddress(endpoint.host);
    if (!spark || !spark->reachable)
        return soon(
            base::Result<Greeting>(base::Error{base::ErrorKind::Unreachable, base::Message("ssh.refused"_msg), {}}));
    m_connected = true;
    spark->log.push_back("connect");
    Greeting greeting;
    greeting.hostKey = spark->hostKey;
    greeting.peerAddress = QString::fromStdString(spark->facts.others.front().addresses.front().address.toString());
    greeting.localAddress = u"10.0.0.250"_s;
    return soon(base::Result<Greeting>(greeting));
}

QFuture<base::Result<SignIn>> FakeHost::signIn(const Credentials &credentials)
{
    SignIn result;
    if (credentials.ownKey && spark->authorizedKeys.contains(credentials.ownKey->publicKey.toStdString()))
        result.method = SignIn::Method::OwnKey;
    else if (credentials.useAgent && spark->acceptsAgent)
        result.method = SignIn::Method::Agent;
    else if (!credentials.keyFile.isEmpty() && credentials.keyFile == spark->keyFile
        && credentials.keyPassphrase.reveal() == spark->keyPassphrase)
        result.method = SignIn::Method::KeyFile;
    else if (!credentials.password.empty() && credentials.password.reveal() == spark->password)
        result.method = SignIn::Method::Password;
    else
        return soon(
            base::Result<SignIn>(base::Error{base::ErrorKind::SignIn, base::Message("ssh.not-accepted"_msg), {}}));
    const bool own = result.method == SignIn::Method::OwnKey, agent = result.method == SignIn::Method::Agent;
    spark->log.push_back(own                           ? "login:key"
            : agent                                    ? "login:agent"
            : result.method == SignIn::Method::KeyFile ? "login:file"
                                                       : "login:password");
    m_signedIn = true;
    return soon(base::Result<SignIn>(result));
}

std::unique_ptr<RemoteProcess> FakeHost::start(const QString &commandLine, bool)
{
    auto process = std::make_unique<FakeProcess>(*this, protocol::parseCommandLine(commandLine.toStdString()));
    return process;
}

void FakeHost::disconnectFromHost()
{
    m_connected = false;
    const std::set<FakeProcess *> all = sparks.processes;
    for (FakeProcess *process : all)
        if (sparks.processes.contains(process) && process->host() == this)
            process->cancel();
}

// As the thread of a real connection tells it: one process after the other; who hears of the first may hang up before
// the end of the next is told.
void FakeHost::cut()
{
    if (!m_connected)
        return;
    m_connected = false;
    const ProcessExit exit{
        ProcessExit::Kind::ConnectionLost, -1, {base::ErrorKind::Unreachable, base::Message("ssh.lost"_msg), {}}};
    endProcesses(exit, false);
    QTimer::singleShot(0, this, [this, exit] {
        endProcesses(exit, true);
        Q_EMIT connectionLost(exit.error);
    });
}

void FakeHost::endProcesses(const ProcessExit &exit, bool root)
{
    const std::set<FakeProcess *> all = sparks.processes;
    for (FakeProcess *process : all)
        if (sparks.processes.contains(process) && process->host() == this && process->isRoot() == root)
            process->end(exit);
}

} // namespace sparkloom::test
