// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/plan/addressplan.h"

#include <span>
#include <string>
#include <vector>

namespace sparkloom::domain {

// One environment variable of NCCL, UCX, Gloo or Open MPI with the reason why it is set (facts 2.8).
struct EnvironmentVariable {
    std::string name;
    std::string value;
    base::Message reason;
    friend bool operator==(const EnvironmentVariable &, const EnvironmentVariable &) = default;
};

// The environment for jobs started on one Spark of this fabric. managementInterface of that Spark carries the bootstrap.
// NCCL_IB_GID_INDEX is deliberately never set (facts 4.5).
std::vector<EnvironmentVariable> clusterEnvironment(const AddressPlan &plan, const SparkFacts &spark);

// Text forms: `export NAME='value'  # reason` needs sentences, so the caller passes one reason text per variable.
std::string environmentAsShell(std::span<const EnvironmentVariable> variables, std::span<const std::string> reasons);
// A complete `docker run` command line prefix with the devices and limits that RDMA needs (facts 2.8).
std::string environmentAsDockerRun(std::span<const EnvironmentVariable> variables);
// Open MPI host file: one management address (or name) per Spark, slots=1.
std::string hostfile(std::span<const std::string> addresses);

} // namespace sparkloom::domain
