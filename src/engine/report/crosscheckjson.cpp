// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/crosscheckjson.h"

#include "engine/report/errorjson.h"
#include "engine/report/figurejson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {

QJsonObject crossCheckJson(const CrossCheckReport &report)
{
    QJsonArray programs, lanes;
    bool installed = true;
    for (const CrossCheckReport::Program &program : report.programs) {
        QJsonObject json{{u"spark"_s, program.spark}};
        if (!program.version.isEmpty())
            json.insert(u"version"_s, program.version);
        installed &= !program.version.isEmpty();
        programs << json;
    }
    for (const CrossCheckLane &lane : report.lanes) {
        QJsonObject json{{u"from"_s, lane.from}, {u"to"_s, lane.to}, {u"cable"_s, lane.lane.cable},
            {u"half"_s, QString::fromStdString(domain::toText(lane.lane.from.half.half))}};
        if (lane.gbps > 0)
            json.insert(u"gbps"_s, lane.gbps);
        if (lane.iperfGbps > 0) {
            json.insert(u"iperf3Gbps"_s, lane.iperfGbps);
            json.insert(u"iperf3Cores"_s, lane.iperfCores);
            json.insert(u"iperf3Retransmits"_s, qint64(lane.iperfRetransmits));
        }
        if (const auto ratio = lane.ratio())
            json.insert(u"ratio"_s, *ratio);
        if (lane.error)
            json.insert(u"error"_s, errorJson(*lane.error));
        lanes << json;
    }
    return {{u"installed"_s, installed}, {u"programs"_s, programs}, {u"lanes"_s, lanes},
        {u"said"_s, sentencesJson(report.said)}};
}

} // namespace sparkloom::engine::report
