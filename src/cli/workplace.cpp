// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workplace.h"

#include "adapters/avahi/avahibackend.h"
#include "adapters/local/embeddedagentimages.h"
#include "adapters/local/thiscomputer.h"
#include "adapters/ssh/hostfactory.h"
#include "adapters/ssh/keygen.h"
#include "adapters/store/appkeystore.h"
#include "adapters/store/clusterstore.h"
#include "adapters/store/hostkeystore.h"
#include "adapters/store/journal.h"
#include "adapters/virtualsparks/simulatorfactory.h"

#include <QCoroFuture>
#include <QDir>
#include <QTemporaryDir>

namespace sparkloom::cli {
using namespace base::literals;

// In the order in which they need each other; destroyed in the reverse one. The I/O thread finishes what is queued.
class Workplace::Private {
public:
    void makeStores(const store::StorePaths &paths)
    {
        io = std::make_shared<store::IoThread>();
        hostKeys = std::make_unique<store::FileHostKeyStore>(paths, io);
        appKey = std::make_unique<store::FileAppKeyStore>(paths, io, ssh::generateKeyPair);
        clusters = std::make_unique<store::FileClusterStore>(paths, io, computer.userAtComputer());
        journal = std::make_unique<store::FileJournal>(paths, io);
    }

    std::unique_ptr<QTemporaryDir> folder; // virtual Sparks only
    local::ThisComputer computer;
    local::EmbeddedAgentImages agents;
    std::shared_ptr<store::IoThread> io;
    std::unique_ptr<store::FileHostKeyStore> hostKeys;
    std::unique_ptr<store::FileAppKeyStore> appKey;
    std::unique_ptr<store::FileClusterStore> clusters;
    std::unique_ptr<store::FileJournal> journal;
    ssh::SshHostFactory hosts;
    std::unique_ptr<avahi::AvahiBackend> discovery; // real Sparks only
    std::unique_ptr<engine::VirtualSparks> simulator;
    std::vector<engine::VirtualSpark> sparks;
};

Workplace::Workplace() : m(std::make_unique<Private>()) {}
Workplace::~Workplace() = default;

QCoro::Task<base::Result<void>> Workplace::open(GlobalOptions options)
{
    if (!options.isVirtual()) {
        m->makeStores(store::StorePaths::standard());
        m->discovery = std::make_unique<avahi::AvahiBackend>();
        co_return base::Result<void>();
    }
    m->folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/sparkloom-virtual-XXXXXX"));
    if (!m->folder->isValid())
        co_return base::failed(base::Message("cli.no-temporary-folder"_msg).with("reason", m->folder->errorString().toStdString()));
    m->makeStores(store::StorePaths::below(m->folder->path()));

    virtualsparks::SimulatorSettings settings;
    settings.speed = options.speed;
    // A build without a cross compiler carries the helper program of this computer's kind only.
    if (!m->agents.forMachine(QStringLiteral("aarch64")))
        settings.architecture = QStringLiteral("x86_64");
    m->simulator = virtualsparks::SimulatorFactory(settings).create();
    const QFuture<base::Result<std::vector<engine::VirtualSpark>>> starting = m->simulator->start(options.virtualScenario);
    const base::Result<std::vector<engine::VirtualSpark>> sparks = co_await starting;
    if (!sparks)
        co_return sparks.error();
    m->sparks = sparks.value();
    co_return base::Result<void>();
}

engine::Environment Workplace::environment() const
{
    engine::Environment environment;
    environment.hosts = &m->hosts;
    environment.hostKeys = m->hostKeys.get();
    environment.appKey = m->appKey.get();
    environment.clusters = m->clusters.get();
    environment.journal = m->journal.get();
    environment.agents = &m->agents;
    environment.local = &m->computer;
    if (m->discovery)
        environment.discovery.push_back(m->discovery.get());
    environment.virtualSparks = m->simulator.get();
    return environment;
}

const std::vector<engine::VirtualSpark> &Workplace::virtualSparks() const
{
    return m->sparks;
}

engine::VirtualSparks *Workplace::simulator() const
{
    return m->simulator.get();
}

} // namespace sparkloom::cli
