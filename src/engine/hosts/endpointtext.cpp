// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/endpointtext.h"

#include "base/text.h"
#include "domain/hardware/address.h"

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr qsizetype kLongest = 320;

base::Error usage(base::MessageId id, const QString &text)
{
    return {base::ErrorKind::Usage, base::Message(id).with("text", base::cleanText(text.toStdString(), 80)), {}};
}

} // namespace

bool HostText::isAddress() const
{
    return domain::Ipv4Address::parse(host.toStdString()) || host.contains(u':');
}

base::Result<HostText> parseHostText(const QString &text)
{
    const QString whole = text.trimmed();
    HostText result;
    QString rest = whole;
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        result.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (!domain::isUserName(result.user.toStdString()))
            return usage("hosts.bad-user"_msg, result.user);
    }
    QString port;
    if (rest.startsWith(u'[')) {
        const qsizetype close = rest.indexOf(u']');
        if (close < 0)
            return usage("hosts.bad-address"_msg, whole);
        const QString after = rest.mid(close + 1);
        result.host = rest.mid(1, close - 1);
        if (!after.isEmpty() && !after.startsWith(u':'))
            return usage("hosts.bad-address"_msg, whole);
        port = after.mid(1);
        if (!after.isEmpty() && port.isEmpty())
            return usage("hosts.bad-port"_msg, whole);
    } else if (rest.count(u':') == 1) {
        result.host = rest.section(u':', 0, 0);
        port = rest.section(u':', 1);
        if (port.isEmpty())
            return usage("hosts.bad-port"_msg, whole);
    } else {
        result.host = rest;
    }
    if (!port.isEmpty()) {
        const auto number = base::parseInteger(port.toStdString(), 1, 65535);
        if (!number)
            return usage("hosts.bad-port"_msg, port);
        result.port = static_cast<quint16>(*number);
    }
    if (result.host.size() > kLongest || !domain::isHostNameOrAddress(result.host.toStdString()))
        return usage("hosts.bad-address"_msg, whole);
    return result;
}

} // namespace sparkloom::engine
