// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace/discovery.h"

#ifdef SPARKLOOM_KDNSSD
#include "adapters/kdnssd/kdnssdbackend.h"
#else
#include "adapters/avahi/avahibackend.h"
#endif

namespace sparkloom::workplace {

std::unique_ptr<engine::DiscoveryBackend> makeDiscovery(engine::PreferredNames preferred)
{
#ifdef SPARKLOOM_KDNSSD
    auto backend = std::make_unique<kdnssd::KdnssdBackend>();
#else
    auto backend = std::make_unique<avahi::AvahiBackend>();
#endif
    backend->setPreferred(std::move(preferred));
    return backend;
}

} // namespace sparkloom::workplace
