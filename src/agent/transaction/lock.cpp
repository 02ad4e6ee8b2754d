// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/lock.h"

#include "agent/transaction/paths.h"
#include "base/text.h"

namespace sparkloom::agent {

base::Result<std::unique_ptr<Files::Lock>> takeLock(System &system, std::string_view owner)
{
    if (auto made = system.files().makeFolder(std::string(kRunFolder), 0755); !made)
        return made.error();
    return system.files().lock(std::string(kLockPath), base::cleanText(owner, 200));
}

void releaseLock(System &system, std::unique_ptr<Files::Lock> lock)
{
    // Removed while it is held, so that nobody else's lock is taken away.
    (void)system.files().remove(std::string(kLockPath));
    lock.reset();
    const auto names = system.files().list(std::string(kRunFolder));
    if (names && names->empty())
        (void)system.files().remove(std::string(kRunFolder));
}

} // namespace sparkloom::agent
