// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/errorjson.h"

#include "base/text.h"
#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
namespace {

constexpr std::size_t kMaxDetailBytes = 500;

QString word(base::ErrorKind kind)
{
    switch (kind) {
    case base::ErrorKind::Failed: return u"failed"_s;
    case base::ErrorKind::Usage: return u"usage"_s;
    case base::ErrorKind::NotKnown: return u"not-known"_s;
    case base::ErrorKind::Unreachable: return u"unreachable"_s;
    case base::ErrorKind::Refused: return u"refused"_s;
    case base::ErrorKind::SignIn: return u"sign-in"_s;
    case base::ErrorKind::Cancelled: return u"cancelled"_s;
    case base::ErrorKind::Protocol: return u"protocol"_s;
    case base::ErrorKind::Internal: break;
    }
    return u"internal"_s;
}

} // namespace

QJsonObject errorJson(const base::Error &error)
{
    const text::Explanation explanation = text::explain(error);
    return {{u"kind"_s, word(error.kind)}, {u"id"_s, QString::fromStdString(error.message.id)},
        {u"seen"_s, explanation.seen}, {u"meaning"_s, explanation.meaning}, {u"remedy"_s, explanation.remedy},
        {u"detail"_s, QString::fromStdString(base::cleanText(error.detail, kMaxDetailBytes))}};
}

} // namespace sparkloom::engine::report
