// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/discovery/makerbyname.h"

#include "engine/discovery/discoveryservice.h"

#include <array>
#include <utility>

namespace sparkloom::engine {

domain::Maker makerByHostName(const QString &hostName)
{
    using domain::Maker;
    // Three were seen (facts 1.6); the others are the product names that their makers print on the boxes.
    static constexpr std::array<std::pair<const char *, Maker>, 8> kPrefixes = {{{"spark-", Maker::FoundersEdition},
        {"gx10-", Maker::Asus}, {"promaxgb10-", Maker::Dell}, {"zgx-", Maker::Hp}, {"pgx-", Maker::Lenovo},
        {"edgexpert-", Maker::Msi}, {"aitopatom-", Maker::Gigabyte}, {"gn100-", Maker::Acer}}};
    if (!looksLikeSpark(hostName))
        return Maker::Unknown;
    for (const auto &[prefix, maker] : kPrefixes)
        if (hostName.startsWith(QLatin1String(prefix), Qt::CaseInsensitive))
            return maker;
    return Maker::Unknown;
}

} // namespace sparkloom::engine
