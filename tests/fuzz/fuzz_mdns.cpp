// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "adapters/avahi/sightingof.h"
#include "domain/hardware/address.h"
#include "engine/hosts/endpointtext.h"

#include <QVariant>

using namespace sparkloom;

namespace {

void requireShowable(const QString &text, qsizetype maxBytes)
{
    fuzz::require(text.toUtf8().size() <= maxBytes, "it is bounded");
    for (const QChar c : text)
        fuzz::require(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format,
            "nothing acts on what shows it");
}

} // namespace

// An announcement: name, host name, address, type and port at zero bytes; and the same text as a person might type it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QList<QByteArray> parts = bytes.split('\0');
    const auto part = [&](qsizetype number) { return QString::fromUtf8(parts.value(number)); };
    const QString address = part(2);
    const QVariantList found = {1, address.contains(QLatin1Char(':')) ? 1 : 0, part(0), part(3),
        QStringLiteral("local"), part(1), address.contains(QLatin1Char(':')) ? 1 : 0, address, parts.value(4).toUInt(),
        QVariant(), 0u};
    const auto sighting = avahi::sightingOf(found, false, [](const QString &, int) { return true; });
    if (sighting) {
        requireShowable(sighting->name, 63);
        requireShowable(sighting->hostName, 253);
        fuzz::require(sighting->port > 0, "there is a port");
        fuzz::require(domain::isHostNameOrAddress(sighting->address.toStdString()), "the address is one");
        fuzz::require(sighting->hostName.isEmpty() || domain::isHostNameOrAddress(sighting->hostName.toStdString()),
            "a name is one");
    }
    if (const auto typed = engine::parseHostText(part(0))) {
        fuzz::require(domain::isHostNameOrAddress(typed->host.toStdString()), "what was typed names a machine");
        fuzz::require(typed->user.isEmpty() || domain::isUserName(typed->user.toStdString()), "and a user");
        fuzz::require(typed->port > 0, "and a port");
    }
    return 0;
}
