// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/environment.h"

#include "base/text.h"
#include "domain/plan/shellword.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

// Where a job of several Sparks meets: the management network, as NVIDIA's newer launchers do (facts 2.8).
void addBootstrap(std::vector<EnvironmentVariable> &variables, const std::string &interface)
{
    if (!isInterfaceName(interface))
        return;
    const auto add = [&](const char *name, base::MessageId reason) {
        variables.push_back({name, interface, Message(reason).with("interface", interface)});
    };
    add("NCCL_SOCKET_IFNAME", "environment.nccl-socket"_msg);
    add("GLOO_SOCKET_IFNAME", "environment.gloo-socket"_msg);
    add("TP_SOCKET_IFNAME", "environment.tensorpipe-socket"_msg);
    add("UCX_NET_DEVICES", "environment.ucx-devices"_msg);
    add("OMPI_MCA_btl_tcp_if_include", "environment.openmpi-interface"_msg);
}

bool hasStorage(const AddressPlan &plan)
{
    return std::any_of(
        plan.lanes.begin(), plan.lanes.end(), [](const Lane &lane) { return lane.role == Lane::Role::Storage; });
}

// The halves that carry jobs, in order.
std::vector<HalfId> clusterHalves(const AddressPlan &plan, const SparkId &spark)
{
    std::vector<HalfId> halves;
    for (const Lane &lane : plan.lanes)
        for (const LaneEnd &end : lane.ends)
            if (lane.role == Lane::Role::Cluster && end.half.spark == spark)
                halves.push_back(end.half.half);
    std::sort(halves.begin(), halves.end());
    return halves;
}

// The RoCE devices of the halves that carry jobs as NCCL's exact list; empty where one of them has none.
std::string exactDevices(const AddressPlan &plan, const SparkFacts &spark)
{
    std::vector<std::string> devices;
    for (const HalfId id : clusterHalves(plan, spark.id)) {
        const HalfFacts *half = spark.half(id);
        if (!half || !isHostNameOrAddress(half->rdmaDevice))
            return {};
        devices.push_back(half->rdmaDevice);
    }
    return devices.empty() ? std::string() : '=' + base::joined(devices, ",");
}

bool isPlain(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::size_t sparksOf(const AddressPlan &plan)
{
    std::vector<SparkId> sparks;
    for (const Lane &lane : plan.lanes)
        for (const LaneEnd &end : lane.ends)
            sparks.push_back(end.half.spark);
    std::sort(sparks.begin(), sparks.end());
    return static_cast<std::size_t>(std::unique(sparks.begin(), sparks.end()) - sparks.begin());
}

// Not every Spark is a neighbour of every other, and RDMA does not pass through a Spark (facts 2.5).
bool neighboursOnly(const AddressPlan &plan)
{
    return plan.topology == Topology::Line || (plan.topology == Topology::Ring && sparksOf(plan) > 3);
}

} // namespace

std::vector<EnvironmentVariable> clusterEnvironment(const AddressPlan &plan, const SparkFacts &spark)
{
    std::vector<EnvironmentVariable> variables;
    addBootstrap(variables, spark.managementInterface);
    if (const std::string devices = exactDevices(plan, spark); !devices.empty())
        variables.push_back({"NCCL_IB_HCA", devices,
            Message(hasStorage(plan) ? "environment.nccl-devices-no-storage"_msg : "environment.nccl-devices"_msg)
                .with("devices", devices.substr(1))});
    variables.push_back({"NCCL_IB_SUBNET_AWARE_ROUTING", "1", "environment.nccl-subnet-aware"_msg});
    if (plan.topology != Topology::Ring && plan.topology != Topology::Line)
        return variables;
    variables.push_back({"NCCL_IB_MERGE_NICS", "0", "environment.nccl-merge-nics"_msg});
    variables.push_back({"NCCL_NET_PLUGIN", "none", "environment.nccl-net-plugin"_msg});
    if (neighboursOnly(plan)) {
        if (plan.topology == Topology::Ring) // a line has no ring
            variables.push_back({"NCCL_ALGO", "Ring", "environment.nccl-algo-ring"_msg});
        variables.push_back({"NCCL_CUMEM_ENABLE", "1", "environment.nccl-cumem"_msg});
        variables.push_back({"NCCL_RUNTIME_CONNECT", "1", "environment.nccl-runtime-connect"_msg});
    }
    return variables;
}

std::vector<Message> environmentNotes(const AddressPlan &plan)
{
    std::vector<Message> notes;
    if (plan.topology == Topology::Line)
        notes.push_back("environment.line"_msg);
    else if (neighboursOnly(plan))
        notes.push_back(Message("environment.large-ring"_msg).with("count", static_cast<std::int64_t>(sparksOf(plan))));
    if (hasStorage(plan))
        notes.push_back("environment.storage-left-out"_msg);
    return notes;
}

std::string environmentAsShell(std::span<const EnvironmentVariable> variables, std::span<const std::string> reasons,
    std::span<const std::string> notes)
{
    std::string out;
    for (const std::string &note : notes)
        out += "# " + base::cleanText(note, 500) + '\n';
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (!isPlain(variables[i].name))
            continue;
        out += "export " + variables[i].name + '=' + shellQuoted(variables[i].value);
        if (i < reasons.size() && !reasons[i].empty())
            out += "  # " + base::cleanText(reasons[i], 500);
        out += '\n';
    }
    return out;
}

std::string environmentAsDockerRun(std::span<const EnvironmentVariable> variables)
{
    std::string out =
        "docker run --rm -it --gpus all --network host --ipc host --device /dev/infiniband --ulimit memlock=-1"
        " --ulimit stack=67108864";
    for (const EnvironmentVariable &variable : variables)
        if (isPlain(variable.name))
            out += " \\\n    -e " + variable.name + '=' + shellQuoted(variable.value);
    return out;
}

std::string hostfile(std::span<const std::string> addresses)
{
    std::string out;
    for (const std::string &address : addresses)
        if (isHostNameOrAddress(address))
            out += address + " slots=1\n";
    return out;
}

} // namespace sparkloom::domain
