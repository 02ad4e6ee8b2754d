// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace/workplace.h"

#include "adapters/desktop/portalsettings.h"
#include "adapters/local/embeddedagentimages.h"
#include "adapters/local/thiscomputer.h"
#include "adapters/ssh/hostfactory.h"
#include "adapters/ssh/keygen.h"
#include "adapters/store/appkeystore.h"
#include "adapters/store/clusterstore.h"
#include "adapters/store/hostkeystore.h"
#include "adapters/store/journal.h"
#include "adapters/store/sshaliasstore.h"
#include "adapters/store/testresultstore.h"
#include "adapters/virtualsparks/simulatorfactory.h"
#include "engine/discovery/discoveryservice.h"
#include "workplace/discovery.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::workplace {
using namespace base::literals;

// In the order in which they need each other; destroyed in the reverse one. The I/O thread finishes what is queued.
class Workplace::Private {
public:
    void makeStores(const store::StorePaths &paths)
    {
        folders = {paths.config + u"/clusters"_s, paths.data, paths.state};
        io = std::make_shared<store::IoThread>();
        hostKeys = std::make_unique<store::FileHostKeyStore>(paths, io);
        appKey = std::make_unique<store::FileAppKeyStore>(paths, io, ssh::generateKeyPair);
        clusters = std::make_unique<store::FileClusterStore>(paths, io, computer.userAtComputer());
        journal = std::make_unique<store::FileJournal>(paths, io);
        aliases = std::make_unique<store::FileSshAliasStore>(paths, io);
        results = std::make_unique<store::FileTestResults>(paths, io);
    }

    Folders folders;
    std::unique_ptr<QTemporaryDir> folder; // virtual Sparks only
    local::ThisComputer computer;
    local::EmbeddedAgentImages agents;
    std::shared_ptr<store::IoThread> io;
    std::unique_ptr<store::FileHostKeyStore> hostKeys;
    std::unique_ptr<store::FileAppKeyStore> appKey;
    std::unique_ptr<store::FileClusterStore> clusters;
    std::unique_ptr<store::FileJournal> journal;
    std::unique_ptr<store::FileSshAliasStore> aliases;
    std::unique_ptr<store::FileTestResults> results;
    ssh::SshHostFactory hosts;
    std::unique_ptr<engine::DiscoveryBackend> discovery; // real Sparks only
    std::unique_ptr<engine::VirtualSparks> simulator;
};

Workplace::Workplace(std::unique_ptr<Private> content) : m(std::move(content)) {}

Workplace::Workplace(const QString &folder) : m(std::make_unique<Private>())
{
    m->makeStores(folder.isEmpty() ? store::StorePaths::standard() : store::StorePaths::below(folder));
    m->discovery = makeDiscovery(engine::looksLikeSpark);
}

Workplace::~Workplace() = default;

base::Result<std::unique_ptr<Workplace>> Workplace::forPractice(double speed)
{
    auto content = std::make_unique<Private>();
    content->folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/sparkloom-virtual-XXXXXX"_s);
    if (!content->folder->isValid()) {
        const std::string reason = content->folder->errorString().toStdString();
        return base::failed(base::Message("virtual.no-temporary-folder"_msg).with("reason", reason));
    }
    content->makeStores(store::StorePaths::below(content->folder->path()));
    virtualsparks::SimulatorSettings settings;
    settings.speed = speed;
    // A build without a cross compiler carries the helper program of this computer's kind only.
    if (!content->agents.carries(u"aarch64"_s))
        settings.architecture = u"x86_64"_s;
    content->simulator = virtualsparks::SimulatorFactory(settings).create();
    return std::unique_ptr<Workplace>(new Workplace(std::move(content)));
}

engine::Environment Workplace::environment(engine::Prompter *prompter) const
{
    engine::Environment environment;
    environment.hosts = &m->hosts;
    environment.hostKeys = m->hostKeys.get();
    environment.appKey = m->appKey.get();
    environment.clusters = m->clusters.get();
    environment.journal = m->journal.get();
    environment.sshAliases = m->aliases.get();
    environment.agents = &m->agents;
    environment.local = &m->computer;
    environment.prompter = prompter;
    if (m->discovery)
        environment.discovery.push_back(m->discovery.get());
    environment.virtualSparks = m->simulator.get();
    return environment;
}

engine::VirtualSparks *Workplace::simulator() const
{
    return m->simulator.get();
}

engine::TestResults &Workplace::testResults() const
{
    return *m->results;
}

QFuture<std::map<QString, QDateTime>> Workplace::clustersStoredAt() const
{
    return m->clusters->storedAt();
}

QFuture<std::vector<engine::JournalEntry>> Workplace::journalOf(const QString &cluster) const
{
    return m->journal->all(cluster);
}

Workplace::Folders Workplace::folders() const
{
    return m->folders;
}

std::unique_ptr<engine::DesktopSettings> desktopSettings()
{
    return std::make_unique<desktop::PortalSettings>();
}

std::vector<engine::ScenarioInfo> scenarios()
{
    return virtualsparks::SimulatorFactory().scenarios();
}

std::vector<engine::ClusterMember> membersFor(const std::vector<engine::VirtualSpark> &sparks)
{
    std::vector<engine::ClusterMember> members;
    for (const engine::VirtualSpark &spark : sparks) {
        engine::ClusterMember member;
        member.name = spark.name;
        member.endpoint = spark.endpoint;
        member.user = spark.user;
        member.hostKeyFingerprint = spark.fingerprint;
        member.virtualSpark = true;
        members.push_back(std::move(member));
    }
    return members;
}

} // namespace sparkloom::workplace
