// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "engine/flow/clustersession.h"
#include "engine/ports/virtualsparks.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace sparkloom::cli {

// The place where adapters are made: the real ones, or a simulator of our own with everything that is remembered in a
// temporary folder. Lives as long as the process does. Main thread.
class Workplace {
public:
    Workplace();
    ~Workplace();

    // Before environment(). With --virtual: starts the simulator. Errors: the simulator cannot be started.
    QCoro::Task<base::Result<void>> open(GlobalOptions options);

    // prompter is left empty.
    engine::Environment environment() const;
    // Empty where real Sparks are used.
    const std::vector<engine::VirtualSpark> &virtualSparks() const;
    // Null where real Sparks are used.
    engine::VirtualSparks *simulator() const;

private:
    class Private;
    std::unique_ptr<Private> m;
};

} // namespace sparkloom::cli
