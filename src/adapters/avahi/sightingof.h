// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/discoverybackend.h"

#include <QVariantList>

#include <functional>
#include <optional>

namespace sparkloom::avahi {

// The sighting that the arguments of Avahi's signal `Found` describe, cleaned and bounded; nothing where the address or
// the port cannot be used or is not attached.
std::optional<engine::Sighting> sightingOf(
    const QVariantList &found, bool local, const std::function<bool(const QString &, int)> &isOffered);

} // namespace sparkloom::avahi
