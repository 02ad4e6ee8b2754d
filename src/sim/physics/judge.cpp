// SPDX-License-Identifier: GPL-3.0-or-later
// What the model says of a published measurement.
#include "sim/physics/table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sparkloom::sim::physics {

namespace {

using Layer = SetUp::Layer;
using Reading = Row::Reading;

struct Answer {
    double value = 0;   // payload in Gb/s, GB/s or us as the row's unit asks
    double ceiling = 0; // of the wire
    std::string limitedBy;
};

SparkParameters sparkOf(const SetUp &setUp)
{
    SparkParameters spark;
    spark.nic.share = setUp.share;
    spark.nic.initialisationCapGbps = setUp.capGbps;
    spark.pcie[1].width = setUp.widthB;
    spark.processor.tcpWindowBytes = setUp.windowBytes;
    return spark;
}

std::vector<Machine> machinesOf(const SetUp &setUp, const SparkParameters &spark)
{
    std::vector<Machine> machines;
    for (const char *name : {"a", "b", "c"})
        if (machines.size() < (setUp.ring ? 3U : 2U))
            machines.push_back({name, &spark, {setUp.linkGbps, setUp.linkGbps}});
    return machines;
}

double wireCeiling(const SetUp &setUp, const Packets &packets)
{
    bool used[2] = {setUp.halves.empty(), false};
    for (const domain::HalfId half : setUp.halves)
        used[static_cast<std::size_t>(half.cage)] = true;
    const double link = setUp.halves.empty() ? kManagementGbps : setUp.linkGbps;
    return payloadCeiling(link, packets) * (used[0] + used[1]);
}

Answer plainAnswer(const SetUp &setUp)
{
    const SparkParameters spark = sparkOf(setUp);
    std::vector<Flow> flows;
    for (const domain::HalfId half : setUp.halves) {
        Flow flow;
        flow.protocol = setUp.layer == Layer::Tcp ? Protocol::Tcp : Protocol::Rdma;
        flow.operation = setUp.operation;
        flow.from = {0, half};
        flow.to = {1, half};
        flow.mtu = setUp.mtu;
        flow.channels = setUp.channels;
        flow.messageBytes = setUp.messageBytes;
        flows.push_back(flow);
    }
    Answer answer;
    for (const Rate &rate : throughputOf(machinesOf(setUp, spark), flows)) {
        answer.value += rate.gbps;
        answer.limitedBy = rate.text;
    }
    answer.ceiling = wireCeiling(setUp, flows.front().packets());
    return answer;
}

// The halves of the hop from one rank to the next: in a ring of three the cable of cage 0 leads on to cage 1.
void addHop(const SetUp &setUp, std::size_t from, std::size_t to, Collective &collective, std::vector<Flow> &flows)
{
    std::vector<std::size_t> hop;
    const auto add = [&](const FlowEnd &a, const FlowEnd &b) {
        hop.push_back(flows.size());
        flows.push_back(hopFlow(collective, a, b, setUp.halves.empty() ? kManagementMtu : setUp.mtu));
    };
    if (setUp.halves.empty())
        add({from, std::nullopt}, {to, std::nullopt});
    for (const domain::HalfId half : setUp.halves) {
        if (collective.transport == Transport::Sockets && !hop.empty())
            break; // one connection
        add({from, half}, {to, domain::HalfId{setUp.ring ? domain::CageIndex::One : half.cage, half.side}});
    }
    collective.hops.push_back(std::move(hop));
}

Answer ncclAnswer(const SetUp &setUp)
{
    const SparkParameters spark = sparkOf(setUp);
    const std::vector<Machine> machines = machinesOf(setUp, spark);
    Collective collective{setUp.collective, setUp.transport, setUp.bytes, setUp.ring, {}};
    std::vector<Flow> flows;
    for (std::size_t i = 0; i < machines.size(); ++i)
        addHop(setUp, i, (i + 1) % machines.size(), collective, flows);
    const std::vector<Rate> rates = throughputOf(machines, flows, {collective});
    const Packets packets = flows.front().packets();
    using Count = SetUp::Count;
    const bool wire = setUp.count == Count::Wire || setUp.count == Count::WireDuplex;
    const double directions = setUp.count == Count::Duplex || setUp.count == Count::WireDuplex ? 2 : 1;
    const double counted = directions * (wire ? packets.portOctets() / packets.payload : 1);
    Answer answer;
    answer.value = busBandwidth(collective, rates) * 8 * counted;
    answer.ceiling = wireCeiling(setUp, packets) * counted;
    answer.limitedBy = rates.front().text;
    return answer;
}

Answer answerOf(const Row &row)
{
    Answer answer;
    switch (row.setUp.layer) {
    case Layer::Nothing: return answer;
    case Layer::Latency: answer.value = writeLatencyUs(row.setUp.throughSwitch); return answer;
    case Layer::Nccl: answer = ncclAnswer(row.setUp); break;
    case Layer::Tcp:
    case Layer::Rdma: answer = plainAnswer(row.setUp); break;
    }
    if (row.unit == "GB/s") {
        answer.value /= 8;
        answer.ceiling /= 8;
    }
    return answer;
}

// 0 inside the range that was measured, else how far its nearer end lies from the model.
double deviationOf(const Row &row, double model)
{
    if (model >= row.measured && model <= row.upTo)
        return 0;
    return (model > row.upTo ? row.upTo : row.measured) / model - 1;
}

std::string number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, value < 30 ? "%.2f" : "%.1f", value);
    return text;
}

const Row *rowNamed(const std::vector<Row> &rows, const std::string &id)
{
    const auto it = std::ranges::find(rows, id, &Row::id);
    return it == rows.end() ? nullptr : &*it;
}

void judgeAgainst(const Row &row, const std::vector<Row> &rows, Verdict &verdict)
{
    const Row *const other = rowNamed(rows, row.against);
    if (!other) {
        verdict.text = "names a row that is not there";
        return;
    }
    const double ratio = std::max(row.measured, other->measured) / std::min(row.measured, other->measured);
    if (row.reading == Reading::Doubled) {
        verdict.model = 2 * other->measured;
        verdict.deviation = row.measured / verdict.model - 1;
        verdict.holds = row.measured == verdict.model;
        verdict.text = "2 x " + number(other->measured) + ": " + row.reason;
        return;
    }
    // No single figure lies within the tolerance of both.
    verdict.holds = ratio > (1 + kTolerance) / (1 - kTolerance) && !row.reason.empty();
    verdict.text =
        "contradicts " + number(other->measured) + ' ' + other->unit + " of " + other->source + ": " + row.reason;
}

// What the model was told, for a person.
std::string describe(const SetUp &setUp)
{
    if (setUp.layer == Layer::Nothing)
        return "-";
    if (setUp.layer == Layer::Latency)
        return "2 bytes, direct cable";
    std::string text;
    for (const domain::HalfId half : setUp.halves)
        text += domain::toText(half) + ' ';
    text += setUp.halves.empty() ? "RJ45" : "MTU " + std::to_string(setUp.mtu);
    if (setUp.layer != Layer::Nccl)
        text += " x" + std::to_string(setUp.channels);
    const auto add = [&text](bool holds, const std::string &what) { text += holds ? ", " + what : std::string(); };
    add(setUp.share == NicParameters::Share::Fixed, "fixed");
    add(setUp.ring, "ring of 3");
    add(setUp.linkGbps < 200, number(setUp.linkGbps) + "G link");
    add(setUp.widthB < 4, "link B x" + std::to_string(setUp.widthB));
    add(setUp.capGbps > 0, "NIC capped at " + number(setUp.capGbps));
    add(setUp.operation == Operation::Read, "READ");
    add(setUp.transport == Transport::Sockets, "sockets");
    add(setUp.transport == Transport::RdmaDevelopmentBuild, "dev build");
    return text;
}

} // namespace

Verdict judge(const Row &row, const std::vector<Row> &rows)
{
    const Answer answer = answerOf(row);
    Verdict verdict;
    verdict.model = answer.value;
    verdict.ceiling = answer.ceiling;
    verdict.limitedBy = answer.limitedBy;
    verdict.deviation = answer.value > 0 ? deviationOf(row, answer.value) : 0;
    const bool above = answer.ceiling > 0 && row.measured > kAboveTheWire * answer.ceiling;
    const bool fits = answer.value > 0 && std::abs(verdict.deviation) <= kTolerance && !above;
    switch (row.reading) {
    case Reading::Healthy:
    case Reading::Explained:
        verdict.holds = fits;
        verdict.text = above ? "above the wire" : fits ? "fits" : "does not fit";
        break;
    case Reading::Ceiling:
        verdict.holds = std::abs(row.measured / answer.ceiling - 1) < 0.001;
        verdict.text = verdict.holds ? "the wire, as computed" : "another ceiling";
        break;
    case Reading::Invalid:
        verdict.holds = above;
        verdict.text =
            above ? "invalid, above the wire (" + number(answer.ceiling) + "): " + row.reason : "not above the wire";
        break;
    case Reading::Limit:
        verdict.holds = answer.value >= row.measured;
        verdict.text = verdict.holds ? "pass mark, cleared" : "pass mark, missed";
        break;
    case Reading::Band:
        verdict.holds =
            std::min(row.measured, answer.value) >= kRingLeast && std::max(row.measured, answer.value) <= kRingMost;
        verdict.text = verdict.holds ? "within 10 to 22, the band of a ring of three" : "outside the band of 10 to 22";
        break;
    case Reading::Contradiction:
    case Reading::Doubled: judgeAgainst(row, rows, verdict); break;
    }
    return verdict;
}

std::string tableText(const std::vector<Row> &rows)
{
    std::string text = "Published measurements of DGX Sparks beside the model (dev.: measured against model;\n"
                       "fixed: a NIC whose halves keep to their 100 Gb/s of the wire)\n\n";
    char line[1000];
    std::snprintf(line, sizeof line, "%-46s %-20s %-34s %12s %8s %8s  %s\n", "row", "source", "the model was told",
        "measured", "model", "dev.", "verdict");
    text += line;
    std::size_t holding = 0;
    for (const Row &row : rows) {
        const Verdict verdict = judge(row, rows);
        const bool compares = row.reading != Reading::Limit && row.reading != Reading::Doubled;
        char deviation[16] = "";
        if (compares)
            std::snprintf(deviation, sizeof deviation, "%+.1f %%", verdict.deviation * 100);
        const std::string measured = number(row.measured) + ' ' + row.unit;
        std::snprintf(line, sizeof line, "%-46.46s %-20.20s %-34.34s %12s %8s %8s  %s%s\n", row.what.c_str(),
            row.source.c_str(), describe(row.setUp).c_str(), measured.c_str(), number(verdict.model).c_str(), deviation,
            verdict.holds ? "" : "FAILS: ", verdict.text.c_str());
        text += line;
        holding += verdict.holds;
    }
    return text + '\n' + std::to_string(holding) + " of " + std::to_string(rows.size())
        + " rows are what they are said to be.\n";
}

} // namespace sparkloom::sim::physics
