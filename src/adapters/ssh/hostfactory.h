// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/timings.h"
#include "engine/ports/remotehost.h"

namespace sparkloom::ssh {

class ThreadGate;

// Makes hosts that share the limit of 64 threads. Main thread.
class SshHostFactory : public engine::RemoteHostFactory {
public:
    explicit SshHostFactory(const Timings &timings = {}, std::size_t maxThreads = 64);
    ~SshHostFactory() override;

    std::unique_ptr<engine::RemoteHost> create() override;
    base::Result<void> libraryCheck() const override;

private:
    std::shared_ptr<ThreadGate> m_gate;
};

} // namespace sparkloom::ssh
