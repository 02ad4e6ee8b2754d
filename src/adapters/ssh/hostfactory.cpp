// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/hostfactory.h"

#include "adapters/ssh/hostthread.h"
#include "adapters/ssh/lazylibssh.h"
#include "adapters/ssh/librarycheck.h"
#include "adapters/ssh/remotehost.h"

namespace sparkloom::ssh {

SshHostFactory::SshHostFactory(const Timings &timings, std::size_t maxThreads)
    : m_gate(std::make_shared<ThreadGate>(timings, maxThreads))
{
    ssh_init(); // counted by libssh; needed where it is linked statically
}

SshHostFactory::~SshHostFactory()
{
    m_gate.reset();
    ssh_finalize();
}

std::unique_ptr<engine::RemoteHost> SshHostFactory::create()
{
    return std::make_unique<SshRemoteHost>(m_gate);
}

base::Result<void> SshHostFactory::libraryCheck() const
{
    return checkLibrary(installedLibrary());
}

} // namespace sparkloom::ssh
