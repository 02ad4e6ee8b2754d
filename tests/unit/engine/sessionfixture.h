// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../support/finish.h"
#include "engine/flow/clustersession.h"
#include "engine/ports/sshaliases.h"
#include "fakespark.h"

#include <algorithm>
#include <memory>

// A session on fake Sparks, with stores in memory and a person who answers as told.
namespace sparkloom::test {

template <typename T>
QFuture<T> readyFuture(T value)
{
    QFutureInterface<T> interface;
    interface.reportStarted();
    interface.reportFinished(&value);
    return interface.future();
}

class FakeHostKeys : public HostKeyStore {
public:
    Answer check(const QStringList &names, quint16, const HostKey &key) const override
    {
        for (const QString &name : names)
            if (known.contains(name))
                return {known.value(name).fingerprint == key.fingerprint ? Verdict::Known : Verdict::Changed,
                    known.value(name).fingerprint, false};
        return {};
    }
    QFuture<base::Result<void>> accept(const QStringList &names, quint16, const HostKey &key) override
    {
        for (const QString &name : names)
            known.insert(name, key);
        return readyFuture(base::Result<void>());
    }
    QFuture<base::Result<void>> replace(const QStringList &names, quint16 port, const HostKey &key) override
    {
        return accept(names, port, key);
    }
    QFuture<base::Result<void>> forget(const QStringList &names, quint16) override
    {
        for (const QString &name : names)
            known.remove(name);
        return readyFuture(base::Result<void>());
    }
    QStringList namesOf(const HostKey &key) const override
    {
        QStringList names;
        for (auto it = known.begin(); it != known.end(); ++it)
            if (it->fingerprint == key.fingerprint)
                names << it.key();
        return names;
    }
    QMap<QString, HostKey> known;
};

class FakeAppKey : public AppKeyStore {
public:
    QFuture<base::Result<KeyPair>> key() override
    {
        KeyPair pair;
        pair.privateKey = "private";
        pair.publicKey =
            QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEBn3q4ZTBTRNMfpQFNtC4nYgSJ8r2LCnZiuBkJ0j1pz");
        return readyFuture(base::Result<KeyPair>(pair));
    }
    QString keyId() const override { return QStringLiteral("abcd1234"); }
};

class FakeClusters : public ClusterStore {
public:
    QFuture<base::Result<std::vector<Cluster>>> load() override
    {
        return readyFuture(base::Result<std::vector<Cluster>>(std::vector<Cluster>{}));
    }
    QFuture<base::Result<void>> save(const Cluster &cluster) override
    {
        saved = cluster;
        ++saves;
        return readyFuture(base::Result<void>());
    }
    QFuture<base::Result<void>> remove(const QString &) override { return readyFuture(base::Result<void>()); }
    base::Result<std::shared_ptr<Lock>> lock(const QString &) override { return std::shared_ptr<Lock>(); }
    Cluster saved;
    int saves = 0;
};

class FakeJournal : public Journal {
public:
    QFuture<base::Result<void>> append(const JournalEntry &entry) override
    {
        if (entry.step == failAt && entry.intent)
            return readyFuture(base::Result<void>(base::failed(base::Message())));
        entries.push_back(entry);
        if (onAppend)
            onAppend(entry);
        return readyFuture(base::Result<void>());
    }
    std::vector<JournalEntry> open(const QString &) const override
    {
        std::vector<JournalEntry> open = entries;
        for (const JournalEntry &entry : entries)
            if (entry.step == QStringLiteral("closed"))
                std::erase_if(
                    open, [&entry](const JournalEntry &other) { return other.transactionId == entry.transactionId; });
        return open;
    }
    std::vector<JournalEntry> entries;
    QString failAt;
    std::function<void(const JournalEntry &)> onAppend;
};

class FakeLocal : public LocalSystem {
public:
    std::vector<domain::Ipv4Prefix> routes() const override { return known; }
    QString userAtComputer() const override { return QStringLiteral("ann@laptop"); }
    std::vector<domain::Ipv4Prefix> known = {*domain::Ipv4Prefix::parse("10.0.0.0/24")};
};

// The owner's SSH configuration, in memory.
class FakeAliases : public SshAliasStore {
public:
    FakeAliases()
    {
        state.folder = "/home/ann/.ssh";
        state.identity = "/home/ann/key";
        state.knownHosts = "/home/ann/known_hosts";
    }
    QFuture<base::Result<domain::SshAliasState>> read() override
    {
        return readyFuture(base::Result<domain::SshAliasState>(state));
    }
    QFuture<base::Result<void>> write(const std::string &cluster, const std::string &section) override
    {
        if (fails)
            return readyFuture(base::Result<void>(base::failed(base::Message())));
        const domain::AliasTexts texts = domain::withAliases(state, cluster, section);
        state.config = texts.config;
        state.file = texts.file;
        ++writes;
        return readyFuture(base::Result<void>());
    }
    domain::SshAliasState state;
    bool fails = false;
    int writes = 0;
};

class FakePerson : public Prompter {
public:
    QFuture<std::vector<bool>> acceptHostKeys(const std::vector<HostKeyQuestion> &questions) override
    {
        tables.push_back(questions);
        return readyFuture(std::vector<bool>(questions.size(), acceptsKeys));
    }
    QFuture<std::optional<Credentials>> credentials(const QString &name, const base::Message &) override
    {
        ++credentialsAsked[name];
        if (!signsIn)
            return readyFuture(std::optional<Credentials>());
        Credentials credentials;
        credentials.user = QStringLiteral("ann");
        credentials.useAgent = usesAgent;
        credentials.keyFile = keyFile;
        credentials.keyPassphrase = base::Secret(keyPassphrase);
        if (!usesAgent && keyFile.isEmpty())
            credentials.password = base::Secret(password);
        return readyFuture(std::optional<Credentials>(credentials));
    }
    QFuture<std::optional<base::Secret>> sudoPassword(const QString &name, SudoReason reason, bool wrongBefore) override
    {
        sudoAsked[name].push_back({reason, wrongBefore});
        return readyFuture(
            sudo.empty() ? std::optional<base::Secret>() : std::optional<base::Secret>(base::Secret(sudo)));
    }
    QFuture<bool> confirmPlan(const domain::Plan &) override { return readyFuture(true); }

    bool acceptsKeys = true;
    bool signsIn = true;
    std::string password = "sign-in";
    bool usesAgent = false; // or the key file, in place of the password
    QString keyFile;
    std::string keyPassphrase;
    std::string sudo = "root-please";
    std::vector<std::vector<HostKeyQuestion>> tables;
    std::map<QString, int> credentialsAsked;
    std::map<QString, std::vector<std::pair<SudoReason, bool>>> sudoAsked;
};

inline PlanOptions quick()
{
    PlanOptions options;
    options.timerSeconds = 6; // short, so that a proof that cannot succeed gives up soon
    return options;
}

inline bool isConfigured(const FakeSpark &spark)
{
    return std::any_of(
        spark.facts.halves.begin(), spark.facts.halves.end(), [](const auto &half) { return !half.addresses.empty(); });
}

// How it ended, for a comparison that fails: "done", or the id of what went wrong.
template <typename T>
QByteArray why(const std::optional<base::Result<T>> &result)
{
    return !result ? QByteArray("no end")
        : *result  ? QByteArray("done")
                   : QByteArray(result->error().message.id.c_str());
}

struct SessionFixture {
    FakeSparks sparks;
    FakeHostKeys hostKeys;
    FakeAppKey appKey;
    FakeClusters clusters;
    FakeJournal journal;
    FakeLocal local;
    FakeAliases aliases;
    FakePerson person;
    Paces paces = quickPaces();
    QDateTime time{QDate(2026, 11, 22), QTime(14, 3), Qt::UTC}; // what the clock says
    std::unique_ptr<ClusterSession> session;

    // Sparks in memory answer within some turns of the event loop; news of the cables are put together within 40 ms.
    static Paces quickPaces()
    {
        using std::chrono::milliseconds;
        Paces paces;
        paces.mapQuiet = milliseconds(100);
        paces.mapPatience = milliseconds(700);
        paces.proveAtMost = paces.jumboPatience = milliseconds(300);
        paces.provePause = paces.comeBackFirst = paces.lookAgain = milliseconds(30);
        return paces;
    }
    Environment environment()
    {
        Environment environment;
        environment.hosts = &sparks;
        environment.hostKeys = &hostKeys;
        environment.appKey = &appKey;
        environment.clusters = &clusters;
        environment.journal = &journal;
        environment.agents = &sparks;
        environment.local = &local;
        environment.sshAliases = &aliases;
        environment.prompter = &person;
        environment.paces = paces;
        environment.now = [this] { return time; };
        return environment;
    }
    // count Sparks, not cabled, all members of a new session.
    void begin(int count)
    {
        for (int i = 0; i < count; ++i)
            sparks.add();
        session = std::make_unique<ClusterSession>(environment(), Cluster());
        for (int i = 0; i < count; ++i)
            if (const auto added = session->addHost(QStringLiteral("10.0.0.%1").arg(i + 1)); !added)
                qFatal("a test host was refused");
    }
    // The same cluster opened anew.
    void reopen()
    {
        const Cluster cluster = session->cluster();
        session.reset();
        session = std::make_unique<ClusterSession>(environment(), cluster);
    }
};

} // namespace sparkloom::test
