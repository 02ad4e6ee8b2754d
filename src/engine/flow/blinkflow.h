// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include <chrono>
#include <functional>
#include <memory>

namespace sparkloom::engine {

// Lets the light of one socket blink for that long (1 to 60 s); `begun` is called with the netdev once it does.
// Cancelling puts it out. Changes nothing else; needs root. Errors: Usage, Unreachable, Refused, NotKnown where the
// card cannot.
QCoro::Task<base::Result<void>> blinkSocket(std::shared_ptr<SessionCore> core, QString name, domain::CageIndex cage,
    std::chrono::seconds time, std::function<void(const QString &netdev)> begun);

} // namespace sparkloom::engine
