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

// The environment for jobs started on one Spark of this fabric. managementInterface of that Spark carries the
// bootstrap. NCCL_IB_GID_INDEX is deliberately never set (facts 4.5).
std::vector<EnvironmentVariable> clusterEnvironment(const AddressPlan &plan, const SparkFacts &spark);

// What a person should know before using it: that it is experimental (a ring of four or more, a line) and why, and that
// the halves of the storage are left out of it.
std::vector<base::Message> environmentNotes(const AddressPlan &plan);

// Text forms: `export NAME='value'  # reason` needs sentences, so the caller passes one reason text per variable, and
// the texts of the notes, which become comments before the first line.
std::string environmentAsShell(std::span<const EnvironmentVariable> variables, std::span<const std::string> reasons,
    std::span<const std::string> notes = {});
// A complete `docker run` command line prefix with the devices and limits that RDMA needs (facts 2.8).
std::string environmentAsDockerRun(std::span<const EnvironmentVariable> variables);
// Open MPI host file: one management address (or name) per Spark, slots=1.
std::string hostfile(std::span<const std::string> addresses);

} // namespace sparkloom::domain
