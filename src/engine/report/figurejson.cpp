// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/figurejson.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
namespace {

QString jsonWord(domain::WireVerdict verdict)
{
    using enum domain::WireVerdict;
    switch (verdict) {
    case Agrees: return u"agrees"_s;
    case NotMeasured: return u"not-measured"_s;
    case AboveWire: return u"above-wire"_s;
    case CountedTwice: return u"counted-twice"_s;
    case SiblingsAdded: return u"siblings-added"_s;
    case NotOnCable: return u"not-on-cable"_s;
    case LessThanWire: break;
    }
    return u"other-traffic"_s;
}

QString jsonWord(domain::WireSource source)
{
    return source == domain::WireSource::Port  ? u"port"_s
        : source == domain::WireSource::Netdev ? u"netdev"_s
                                               : u"none"_s;
}

} // namespace

QString jsonWord(domain::Verdict verdict)
{
    return QString::fromUtf8(domain::toText(verdict).data(), qsizetype(domain::toText(verdict).size()))
        .replace(u' ', u'-');
}

QJsonObject runJson(const domain::RunFigure &run)
{
    QJsonArray shares;
    for (const double share : run.shares)
        shares << share;
    // Bytes as text: many readers of JSON keep only 53 bits.
    QJsonObject json{{u"gbps"_s, run.gbps}, {u"payloadBytes"_s, QString::number(run.payloadBytes)},
        {u"wireSource"_s, jsonWord(run.source)}, {u"wire"_s, jsonWord(run.wire)},
        {u"retransmits"_s, qint64(run.retransmits)}, {u"senderCores"_s, run.senderCores},
        {u"receiverCores"_s, run.receiverCores}, {u"streamsLost"_s, run.streamsLost}, {u"laneGbps"_s, shares}};
    if (run.wireBytes)
        json.insert(u"wireBytes"_s, QString::number(*run.wireBytes));
    return json;
}

QJsonObject bandJson(const domain::Band &band)
{
    return {{u"good"_s, band.good}, {u"ok"_s, band.ok}, {u"broken"_s, band.broken}, {u"impossible"_s, band.impossible},
        {u"reason"_s, text::sentence(band.reason)}};
}

} // namespace sparkloom::engine::report
