// SPDX-License-Identifier: Apache-2.0
#include "base/threadend.h"

#include <csignal>
#include <thread>
#include <unistd.h>

namespace sparkloom::base {

void ThreadEnd::begin()
{
    m_thread.store(gettid());
}

void ThreadEnd::wait() const
{
    const int thread = m_thread.load();
    while (thread != 0 && tgkill(getpid(), thread, 0) == 0)
        std::this_thread::yield();
}

} // namespace sparkloom::base
