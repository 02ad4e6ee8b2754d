// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace/libraries.h"

#include "adapters/ssh/librarycheck.h"

#include <QtGlobal>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::workplace {

std::vector<LibraryInfo> libraries()
{
    const QString qt = QString::fromLatin1(qVersion());
    return {{u"Qt"_s, qt, u"LGPL-3.0-only"_s}, {u"Qt Charts"_s, qt, u"GPL-3.0-only"_s},
        {u"libssh"_s, QString::fromStdString(ssh::libraryVersion()), u"LGPL-2.1-or-later"_s},
        {u"QCoro"_s, QStringLiteral(SPARKLOOM_QCORO_VERSION), u"MIT"_s},
        {u"JSON for Modern C++"_s, QStringLiteral(SPARKLOOM_JSON_VERSION), u"MIT"_s},
        {u"Avahi"_s, {}, u"LGPL-2.1-or-later"_s}}; // a service, spoken to over D-Bus
}

} // namespace sparkloom::workplace
