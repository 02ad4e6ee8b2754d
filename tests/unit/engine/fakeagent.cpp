// SPDX-License-Identifier: GPL-3.0-or-later
// The commands and verbs of a FakeSpark.
#include "fakespark.h"

#include "base/sha256.h"
#include "domain/plan/hostsfile.h"
#include "protocol/blink.h"
#include "protocol/hostsfile.h"
#include "protocol/ncclcopy.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::test {

namespace verb = protocol::verb;

FakeProcess::FakeProcess(FakeHost &host, std::optional<protocol::CommandLine> command)
    : m_host(&host), m_spark(host.spark), m_command(std::move(command))
{
    host.sparks.processes.insert(this);
    later([this] { begin(); });
}

FakeProcess::~FakeProcess()
{
    m_host->sparks.processes.erase(this);
    if (m_running)
        channelGone();
}

void FakeProcess::later(std::function<void()> action)
{
    QTimer::singleShot(0, this, [this, action] {
        if (m_running)
            action();
    });
}

void FakeProcess::end(const ProcessExit &exit)
{
    if (!m_running)
        return;
    channelGone();
    m_running = false;
    Q_EMIT finished(exit);
}

void FakeProcess::exitWith(int code, const QByteArray &errors)
{
    if (!errors.isEmpty())
        Q_EMIT errorReceived(errors);
    end({ProcessExit::Kind::Exited, code, {}});
}

void FakeProcess::cancel()
{
    end({ProcessExit::Kind::Cancelled, -1, {base::ErrorKind::Cancelled, base::Message("ssh.cancelled"_msg), {}}});
}

// What the agent does when its stdin ends: a root agent takes back what is not persisted.
void FakeProcess::channelGone()
{
    using Phase = protocol::TransactionPhase;
    if (m_root && (m_spark->phase == Phase::Begun || m_spark->phase == Phase::Trial)) {
        m_spark->facts = m_spark->before;
        m_spark->phase = Phase::RolledBack;
        m_spark->log.push_back("root:eof-rollback");
    }
    m_root = false;
}

void FakeProcess::closeInput()
{
    if (m_command && std::holds_alternative<protocol::UploadCommand>(*m_command)) {
        later([this] {
            const std::string hash = base::sha256Hex(m_input.toStdString());
            if (hash != std::get<protocol::UploadCommand>(*m_command).hash)
                return exitWith(3);
            m_spark->storedAgent = hash;
            exitWith(0);
        });
    } else if (m_agent) {
        later([this] { exitWith(0); });
    }
}

void FakeProcess::writeSecret(const base::Secret &secret)
{
    write(QByteArray(secret.reveal().data(), qsizetype(secret.reveal().size())));
}

void FakeProcess::write(const QByteArray &bytes)
{
    m_spark->secretsSeen += bytes.toStdString();
    m_input += bytes;
    if (m_agent)
        later([this] { takeInput({}); });
    else if (m_askedPassword && m_input.endsWith('\n'))
        later([this] {
            if (!m_askedPassword)
                return;
            m_askedPassword = false;
            const bool right = m_input.toStdString() == m_spark->sudoPassword + "\n";
            m_input.clear();
            const auto &command = std::get<protocol::PrivilegedCommand>(*m_command);
            if (!right) {
                Q_EMIT errorReceived(QByteArray("Sorry, try again.\n") + command.passwordNonce->c_str());
            } else if (!m_spark->maySudo) {
                exitWith(1, "ann is not in the sudoers file.\n");
            } else {
                m_spark->log.push_back("sudo:password");
                startPrivileged();
            }
        });
}

void FakeProcess::begin()
{
    if (!m_command)
        return exitWith(127);
    if (const auto *probe = std::get_if<protocol::ProbeCommand>(&*m_command)) {
        m_spark->log.push_back("probe");
        Q_EMIT outputReceived(
            QByteArray("Welcome!\nSPARKLOOM-PROBE ") + probe->nonce.c_str() + "\naarch64\nann\n1000\n/home/ann\n");
        exitWith(0);
    } else if (std::holds_alternative<protocol::UploadCommand>(*m_command)) {
        m_spark->log.push_back("upload");
    } else if (const auto *serve = std::get_if<protocol::ServeCommand>(&*m_command)) {
        m_spark->log.push_back("serve");
        if (serve->hash != m_spark->storedAgent)
            exitWith(3);
        else
            startAgent("user");
    } else if (std::holds_alternative<protocol::SudoCheckCommand>(*m_command)) {
        m_spark->log.push_back("sudo-check");
        exitWith(m_spark->sudoPassword.empty() ? 0 : 1);
    } else if (const auto *privileged = std::get_if<protocol::PrivilegedCommand>(&*m_command)) {
        m_spark->log.push_back("privileged");
        if (!privileged->passwordNonce)
            return m_spark->sudoPassword.empty() ? startPrivileged() : exitWith(1, "sudo: a password is required\n");
        m_askedPassword = true;
        if (m_spark->lecture)
            Q_EMIT errorReceived("We trust you have received the usual lecture from the local System Administrator.\n");
        Q_EMIT errorReceived(privileged->passwordNonce->c_str());
    } else {
        m_spark->log.push_back("remove-agent");
        m_spark->storedAgent.clear();
        exitWith(0);
    }
}

void FakeProcess::startPrivileged()
{
    Q_EMIT outputReceived(
        QByteArray("OK-") + std::get<protocol::PrivilegedCommand>(*m_command).startNonce.c_str() + "\n");
    m_root = true;
    m_spark->facts.rootHelperInstalled = true;
    startAgent("root");
}

void FakeProcess::startAgent(const std::string &mode)
{
    m_agent = true;
    if (mode == "user")
        Q_EMIT outputReceived("some shell says hello\n");
    say(protocol::helloLine({"0.1.0", mode, 4711, m_spark->facts.virtualSpark}));
}

void FakeProcess::say(const std::string &line)
{
    if (m_running && !m_unheard)
        Q_EMIT outputReceived(QByteArray::fromStdString(line) + '\n');
}

void FakeProcess::takeInput(const QByteArray &)
{
    const QPointer<FakeProcess> self(this);
    for (qsizetype newline = m_input.indexOf('\n'); newline >= 0; newline = m_input.indexOf('\n')) {
        const std::string line = m_input.left(newline).toStdString();
        m_input.remove(0, newline + 1);
        takeLine(line);
        if (!self || !m_running)
            return;
    }
}

void FakeProcess::takeLine(const std::string &line)
{
    const auto envelope = protocol::decodeLine(line);
    if (!envelope || envelope->type == verb::kHeartbeat)
        return;
    if (envelope->type == verb::kStop) {
        if (envelope->id == std::exchange(m_wakeId, 0) && envelope->id != 0)
            m_host->sparks.setAsleep(*m_spark, true);
        return;
    }
    const std::string logged = (m_root ? "root:" : "") + envelope->type;
    m_spark->log.push_back(logged);
    if (m_spark->silentAt.contains(envelope->type))
        return;
    if (m_spark->cutAt.erase(envelope->type)) {
        FakeHost *host = m_host;
        QTimer::singleShot(0, host, [host] { host->cut(); });
        return;
    }
    if (const auto failure = m_spark->failAt.find(envelope->type); failure != m_spark->failAt.end()) {
        say(protocol::errorLine(envelope->id, failure->second));
        m_spark->failAt.erase(failure);
        return;
    }
    if (m_spark->cutAfter.erase(envelope->type)) {
        m_unheard = true;
        FakeHost *host = m_host;
        QTimer::singleShot(0, host, [host] { host->cut(); });
    }
    if (m_root)
        answerRoot(envelope->id, envelope->type, envelope->body);
    else
        answer(envelope->id, envelope->type, envelope->body);
}

void FakeProcess::tellWatch()
{
    if (m_watchId == 0)
        return;
    protocol::WatchEvent event;
    for (const domain::HalfFacts &half : m_spark->facts.halves)
        event.halves.push_back({half.id, half.netdev, half.adminUp, half.carrier, !half.addresses.empty(), half.mtu});
    say(protocol::eventLine(m_watchId, protocol::event::kWatch, protocol::encode(event)));
    hear(m_watchId + 1);
}

// The engine asks for neighbours right after watch: every lit half hears both halves of the other end.
void FakeProcess::hear(std::int64_t id)
{
    if (m_spark->deaf)
        return;
    for (const domain::HalfFacts &half : m_spark->facts.halves) {
        if (!half.carrier)
            continue;
        for (const domain::CageRef &other : m_host->sparks.peers({m_spark->facts.id, half.id.cage}))
            for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
                protocol::NeighbourHeard heard;
                heard.at = half.id;
                heard.from = domain::HalfRef{other.spark, {other.cage, side}};
                say(protocol::eventLine(id, protocol::event::kHeard, protocol::encode(heard)));
            }
    }
}

std::string FakeProcess::plugsAnswer() const
{
    protocol::ModulesAnswer answer;
    for (const auto &[cage, module] : m_spark->plugs)
        answer.modules.push_back({{cage, domain::Side::A}, module});
    return protocol::encode(answer);
}

std::string FakeProcess::rawProbeAnswer() const
{
    protocol::RawProbeAnswer answer;
    for (const domain::CageIndex cage : domain::kAllCages) {
        const domain::CageRef here{m_spark->facts.id, cage};
        const domain::HalfId half{cage, domain::Side::A};
        answer.direct.push_back(half);
        for (const domain::CageRef &other : m_host->sparks.peers(here)) {
            answer.heard.push_back({half, {other.spark, {other.cage, domain::Side::A}}, false});
            if (!m_host->sparks.isOnSwitch(here) && !m_spark->directDeaf)
                answer.heard.push_back({half, {other.spark, {other.cage, domain::Side::A}}, true});
        }
    }
    answer.neighbours = m_spark->devices;
    if (m_spark->rawDeaf)
        answer.heard.clear();
    return protocol::encode(answer);
}

void FakeProcess::answer(std::int64_t id, const std::string &verbName, const std::string &body)
{
    if (verbName == verb::kWatch) {
        m_watchId = id;
        tellWatch();
    } else if (verbName == verb::kNeighbours) {
        hear(id);
    } else if (const auto text = userAnswer(verbName, body)) {
        say(protocol::doneLine(id, *text));
    } else {
        say(protocol::errorLine(id, base::protocolError(base::Message("remote.unknown-verb"_msg))));
    }
}

std::optional<std::string> FakeProcess::userAnswer(const std::string &verbName, const std::string &body)
{
    if (verbName == verb::kInventory)
        return protocol::encode(protocol::InventoryAnswer{m_spark->facts});
    if (verbName == verb::kPreflight) {
        protocol::PreflightAnswer answer{m_spark->occupation, m_spark->facts.clockUtcMs};
        answer.occupation.sawEveryProcess = m_root;
        return protocol::encode(answer);
    }
    if (verbName == verb::kInstallKey) {
        const auto request = protocol::decode<protocol::InstallKeyRequest>(body);
        return protocol::encode(protocol::InstallKeyAnswer{m_spark->authorizedKeys.insert(request->publicKey).second});
    }
    if (verbName == verb::kRemoveKey) {
        m_spark->authorizedKeys.erase(protocol::decode<protocol::RemoveKeyRequest>(body)->publicKey);
        return "{}";
    }
    if (verbName == verb::kClusterKey) {
        const bool created = m_spark->facts.clusterPublicKey.empty();
        m_spark->facts.clusterPublicKey = "ssh-ed25519 " + m_spark->facts.hostKeys.front().base64;
        m_spark->trust.hasClusterKey = true;
        return protocol::encode(protocol::ClusterKeyAnswer{m_spark->facts.clusterPublicKey, created});
    }
    if (verbName == verb::kTrustState)
        return protocol::encode(m_spark->trust);
    if (verbName == verb::kTrustApply) {
        const auto request = protocol::decode<protocol::TrustApplyRequest>(body);
        m_spark->trust = {true, domain::renderKnownHosts(request->trust), domain::renderSshConfig(request->trust), true,
            domain::renderAuthorizedLines(request->trust)};
        return "{}";
    }
    if (verbName == verb::kTrustRemove) {
        m_spark->trust = {};
        m_spark->facts.clusterPublicKey.clear();
        return "{}";
    }
    if (verbName == verb::kSshCheck) {
        const auto request = protocol::decode<protocol::SshCheckRequest>(body);
        for (std::size_t i = 0; i < m_host->sparks.count(); ++i) {
            const FakeSpark &other = m_host->sparks.spark(i);
            bool named = request->name == other.name
                || m_host->sparks.byAddress(QString::fromStdString(request->name)) == &other;
            for (const domain::HalfFacts &half : other.facts.halves)
                for (const domain::Ipv4Interface &address : half.addresses)
                    named |= half.carrier && address.address.toString() == request->name;
            if (named)
                return protocol::encode(protocol::SshCheckAnswer{m_spark->trust.hasClusterKey, other.name, {}});
        }
        const bool address = domain::Ipv4Address::parse(request->name).has_value();
        return protocol::encode(
            protocol::SshCheckAnswer{false, {}, address ? "No route to host" : "Could not resolve hostname"});
    }
    if (verbName == verb::kNcclDrop)
        return protocol::encode(protocol::NcclDropAnswer{});
    if (verbName == verb::kHostsFile)
        return protocol::encode(protocol::HostsFileAnswer{m_spark->hosts});
    if (verbName == verb::kPing) {
        const auto request = protocol::decode<protocol::PingRequest>(body);
        protocol::PingAnswer answer;
        const domain::HalfFacts *half = m_spark->facts.half(request->half);
        const bool up = half && half->carrier && !half->addresses.empty();
        for (const int payload : request->payloadSizes)
            answer.sizes.push_back(
                {payload, request->count, up && payload <= m_spark->largestPayload ? request->count : 0, 0.2, {}});
        if (up)
            answer.neighbourMac = m_spark->rightLane ? request->expectedMac : request->expectedMac.plus(4);
        // Without a link the kernel takes the way that it has for everything.
        answer.routeInterface = half && half->carrier ? half->netdev : m_spark->facts.managementInterface;
        return protocol::encode(answer);
    }
    return std::nullopt;
}

void FakeProcess::answerRoot(std::int64_t id, const std::string &verbName, const std::string &body)
{
    using Phase = protocol::TransactionPhase;
    FakeSpark &spark = *m_spark;
    if (verbName == verb::kPreflight)
        return say(protocol::doneLine(id, *userAnswer(verbName, body)));
    const auto configure = [&spark](const domain::NetworkConfig &config) {
        for (domain::HalfFacts &half : spark.facts.halves) {
            const auto isHalf = [&half](const domain::HalfConfig &wanted) { return wanted.half == half.id; };
            if (std::none_of(config.halves.begin(), config.halves.end(), isHalf))
                half.addresses.clear();
            for (const domain::HalfConfig &wanted : config.halves)
                if (half.id == wanted.half) {
                    half.addresses = {wanted.address};
                    half.mtu = wanted.mtu;
                    half.sysctls = {1, 2, 2, 1};
                    half.hasIpv6LinkLocal = false;
                }
        }
    };
    if (verbName == verb::kReadConfig)
        return say(protocol::doneLine(id, protocol::encode(protocol::ReadConfigAnswer{spark.netplan, spark.firewall})));
    if (verbName == verb::kModules)
        return say(protocol::doneLine(id, plugsAnswer()));
    if (verbName == verb::kRawProbe)
        return say(protocol::doneLine(id, rawProbeAnswer()));
    if (verbName == verb::kWake) {
        m_wakeId = id;
        say(protocol::doneLine(id, protocol::encode(protocol::WakeAnswer{})));
        return m_host->sparks.setAsleep(spark, false);
    }
    if (verbName == verb::kBlink) {
        const auto request = protocol::decode<protocol::BlinkRequest>(body);
        spark.blinking = request->seconds == 0 ? std::nullopt : std::optional(request->cage);
        return say(protocol::doneLine(
            id, protocol::encode(protocol::BlinkAnswer{request->seconds == 0 ? "" : "enp1s0f0np0"})));
    }
    if (verbName == verb::kForget) {
        spark.facts.rootHelperInstalled = false;
        spark.facts.receipt.reset();
        return say(protocol::doneLine(id, protocol::encode(protocol::ForgetAnswer{{"/var/lib/sparkloom"}})));
    }
    if ((verbName == verb::kTransactionRollback || verbName == verb::kTransactionCommit) && spark.lockedFor > 0) {
        --spark.lockedFor;
        base::Error locked = base::refused(base::Message());
        locked.message.id = spark.lockedWhy;
        return say(protocol::errorLine(id, locked));
    }
    if (verbName == verb::kTransactionBegin) {
        spark.begin = *protocol::decode<protocol::TransactionBegin>(body);
        spark.before = spark.facts;
        spark.undoing = false;
        spark.transactionId = spark.begin.transactionId;
        spark.owner = spark.begin.owner;
        spark.phase = Phase::Begun;
    } else if (verbName == verb::kTransactionTrial) {
        configure(spark.begin.config);
        spark.phase = Phase::Trial;
    } else if (verbName == verb::kUndo) {
        spark.transactionId = protocol::decode<protocol::UndoRequest>(body)->transactionId;
        spark.owner = protocol::decode<protocol::UndoRequest>(body)->owner;
        spark.before = spark.facts;
        spark.facts.halves = spark.undoTo.halves;
        spark.undoing = true;
        spark.phase = Phase::Trial;
    } else if (verbName == verb::kTransactionPersist) {
        spark.phase = Phase::Persisted;
    } else if (verbName == verb::kTransactionCommit) {
        domain::Receipt receipt;
        receipt.clusterId = spark.begin.clusterId;
        receipt.planId = spark.undoing ? "" : spark.begin.planId;
        const bool stoodBefore = spark.undoing && spark.undoTo.receipt;
        receipt.config = !spark.undoing ? spark.begin.config
            : stoodBefore               ? spark.undoTo.receipt->config
                                        : domain::NetworkConfig();
        receipt.config.takeOver.clear();
        for (const domain::NetplanFile &file : spark.facts.netplanFiles)
            receipt.files.push_back({file.path, file.size, file.inode, file.modifiedNs, file.changedNs, {}});
        spark.facts.receipt = receipt;
        spark.hosts = domain::withHostsBody(spark.hosts, domain::renderHostsBody(receipt.config.hosts));
        spark.facts.receiptMatchesFiles = true;
        spark.undoTo = spark.before;
        spark.undoAvailable = !spark.undoing;
        spark.phase = Phase::Committed;
    } else if (verbName == verb::kTransactionRollback) {
        spark.facts = spark.before;
        spark.phase = Phase::RolledBack;
    }
    protocol::TransactionStatus status;
    status.transactionId = spark.transactionId;
    status.owner = spark.owner;
    status.phase = spark.phase;
    status.undoAvailable = spark.undoAvailable;
    say(protocol::doneLine(id, protocol::encode(status)));
}

} // namespace sparkloom::test
