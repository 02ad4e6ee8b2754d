// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/cablemap.h"
#include "engine/ports/agentimages.h"
#include "engine/ports/remotehost.h"
#include "protocol/codec.h"
#include "protocol/commandlines.h"
#include "protocol/messages_plugs.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

// Sparks in memory for tests of the engine: they answer the command lines of protocol/ and the agent's verbs with
// values, keep a log of what was asked, and can be told to fail, to fall silent or to lose the connection at any verb.
namespace sparkloom::test {

using namespace engine;

class FakeHost;
class FakeProcess;
class FakeSparks;

// One machine.
struct FakeSpark {
    std::string name;
    domain::SparkFacts facts;
    domain::SparkFacts before; // facts as they were when the open transaction began
    domain::SparkFacts undoTo; // facts that an undo goes back to
    std::string password = "sign-in";
    std::string sudoPassword = "root-please"; // empty: sudo asks for nothing
    bool maySudo = true;
    bool lecture = false;
    std::set<std::string> authorizedKeys;
    bool acceptsAgent = false; // a key of the person's SSH agent signs in
    QString keyFile;           // one that signs in, with this passphrase
    std::string keyPassphrase;
    HostKey hostKey;
    std::string storedAgent; // hash
    protocol::TransactionPhase phase = protocol::TransactionPhase::None;
    protocol::TransactionBegin begin;
    std::string transactionId; // of the newest transaction, apply or undo
    std::string owner;         // who made it
    int lockedFor = 0;         // rollback and commit are refused that many times: another session holds the lock
    std::string lockedWhy = "remote.locked";
    bool undoing = false;
    bool undoAvailable = false;
    domain::SshTrustState trust;
    domain::Occupation occupation; // what runs on it
    domain::FirewallState firewall;
    std::vector<domain::NetplanText> netplan = {
        {"/etc/netplan/50-cloud-init.yaml", "network:\n  version: 2\n  ethernets:\n    enP7s7:\n      dhcp4: true\n"}};
    std::string hosts = "127.0.0.1 localhost\n"; // /etc/hosts
    std::optional<domain::CageIndex> blinking;   // the socket whose light somebody lets blink
    bool rightLane = true;                       // the neighbour's MAC is that of the intended half
    int largestPayload = 8972;                   // through the switch
    bool reachable = true;
    bool deaf = false;                                        // no probe without root hears anything
    bool directDeaf = false;                                  // takes no frames that a switch would not pass on
    bool rawDeaf = false;                                     // nor does a raw frame
    std::vector<protocol::RawProbeAnswer::Neighbour> devices; // that say who they are, by LLDP
    std::map<domain::CageIndex, domain::CableModule> plugs;   // what the plugs say of themselves
    // What happens at a verb or command ("probe", "upload", "serve", "privileged"): once where an error is given.
    std::map<std::string, base::Error> failAt;
    std::set<std::string> silentAt;
    std::set<std::string> cutAt;    // before the verb does anything
    std::set<std::string> cutAfter; // the verb has done what it does, its answer is lost
    std::vector<std::string> log;   // commands and verbs, "root:" before those of the root agent
    std::string secretsSeen;        // all that was written into stdin of anything

    int count(const std::string &entry) const;
    // A cage gets or loses its link.
    void setLit(domain::CageIndex cage, bool lit);
};

class FakeSparks : public RemoteHostFactory, public AgentImages {
public:
    FakeSparks();
    // Named spark-a, spark-b, ...; on 10.0.0.N, reached by that address.
    FakeSpark &add();
    FakeSpark &spark(std::size_t index) { return *m_sparks.at(index); }
    std::size_t count() const { return m_sparks.size(); }
    void plug(std::size_t a, domain::CageIndex cageA, std::size_t b, domain::CageIndex cageB);
    void plugIntoSwitch(std::size_t a, domain::CageIndex cage);
    void unplug(std::size_t a, domain::CageIndex cageA);
    // Halves without an address go down, as networkd leaves them, and their cables dark; or up again.
    void setAsleep(FakeSpark &spark, bool asleep);
    // The cages at the other end of a cable: one, or all others on the switch.
    std::vector<domain::CageRef> peers(const domain::CageRef &cage) const;
    bool isOnSwitch(const domain::CageRef &cage) const { return m_onSwitch.contains(cage); }
    FakeSpark *byAddress(const QString &host);
    FakeSpark *byId(const domain::SparkId &id);
    // Tells every agent that watches.
    void tellWatchers();

    std::unique_ptr<RemoteHost> create() override;
    base::Result<void> libraryCheck() const override { return {}; }
    std::optional<Image> forMachine(const QString &machine) const override;

    std::set<FakeProcess *> processes;
    std::set<FakeHost *> hosts;

private:
    std::vector<std::unique_ptr<FakeSpark>> m_sparks;
    std::vector<std::pair<domain::CageRef, domain::CageRef>> m_cables;
    std::set<domain::CageRef> m_onSwitch;
};

class FakeHost : public RemoteHost {
    Q_OBJECT
public:
    explicit FakeHost(FakeSparks &sparks);
    ~FakeHost() override;
    QFuture<base::Result<Greeting>> connectToHost(const Endpoint &endpoint) override;
    QFuture<base::Result<SignIn>> signIn(const Credentials &credentials) override;
    std::unique_ptr<RemoteProcess> start(const QString &commandLine, bool unlimitedOutput) override;
    void disconnectFromHost() override;
    bool isConnected() const override { return m_connected; }
    void cut(); // the connection is lost

    FakeSparks &sparks;
    FakeSpark *spark = nullptr;

private:
    void endProcesses(const ProcessExit &exit, bool root);
    bool m_connected = false;
    bool m_signedIn = false;
};

// One command: small ones answer at once, serve and privileged become an agent.
class FakeProcess : public RemoteProcess {
    Q_OBJECT
public:
    FakeProcess(FakeHost &host, std::optional<protocol::CommandLine> command);
    ~FakeProcess() override;
    void write(const QByteArray &bytes) override;
    void writeSecret(const base::Secret &secret) override;
    void closeInput() override;
    void cancel() override;
    bool isRunning() const override { return m_running; }
    void end(const ProcessExit &exit);
    void tellWatch();
    FakeHost *host() const { return m_host; }
    bool isRoot() const { return m_root; }

private:
    void later(std::function<void()> action);
    void begin();
    void takeInput(const QByteArray &bytes);
    void takeLine(const std::string &line);
    void answer(std::int64_t id, const std::string &verb, const std::string &body);
    void answerRoot(std::int64_t id, const std::string &verb, const std::string &body);
    std::optional<std::string> userAnswer(const std::string &verb, const std::string &body);
    void hear(std::int64_t id);
    std::string plugsAnswer() const;
    std::string rawProbeAnswer() const;
    void exitWith(int code, const QByteArray &errors = {});
    void startAgent(const std::string &mode);
    void startPrivileged();
    void say(const std::string &line);
    void channelGone();

    FakeHost *m_host;
    FakeSpark *m_spark;
    std::optional<protocol::CommandLine> m_command;
    QByteArray m_input;
    bool m_running = true;
    bool m_agent = false;
    bool m_root = false;
    bool m_unheard = false; // what it says does not arrive any more
    bool m_askedPassword = false;
    std::int64_t m_watchId = 0;
    std::int64_t m_wakeId = 0;
};

} // namespace sparkloom::test
