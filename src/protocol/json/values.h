// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/json/node.h"
#include "protocol/messages.h"

#include "domain/fabric/cablemap.h"
#include "domain/fabric/topology.h"
#include "domain/plan/plan.h"

// The JSON form of domain and base values that messages are made of.
namespace sparkloom::protocol::json {

inline constexpr std::size_t kMaxSparks = 1024;
inline constexpr std::size_t kMaxName = 255;
inline constexpr std::size_t kMaxText = 4096;
inline constexpr std::size_t kHalves = domain::kAllHalves.size();
inline constexpr Range kFlowNumber{0, 9999}; // of a test
inline constexpr double kMostGbps = 1e6;

void exchange(Node &node, base::Message &value);
void exchange(Node &node, base::Error &value);

void exchange(Node &node, domain::SparkId &value);
void exchange(Node &node, domain::HalfId &value);
void exchange(Node &node, domain::CageIndex &value);
void exchange(Node &node, domain::Side &value);
void exchange(Node &node, domain::MacAddress &value);
void exchange(Node &node, domain::Ipv4Address &value);
void exchange(Node &node, domain::Ipv4Prefix &value);
void exchange(Node &node, domain::Ipv4Interface &value);
void exchange(Node &node, domain::HostKeyLine &value);
void exchange(Node &node, domain::NetplanFile &value);
void exchange(Node &node, domain::SparkFacts &value);

void exchange(Node &node, domain::CageRef &value);
void exchange(Node &node, domain::HalfRef &value);
void exchange(Node &node, domain::NeighbourEntry &value);
void exchange(Node &node, domain::EvidenceKind &value);
void exchange(Node &node, domain::Topology &value);
void exchange(Node &node, domain::CableMap &value);
void exchange(Node &node, domain::CablingStatus &value);

void exchange(Node &node, domain::HalfConfig &value);
void exchange(Node &node, domain::NetworkConfig &value);
void exchange(Node &node, domain::Receipt &value);
void exchange(Node &node, domain::AddressPlan &value);
void exchange(Node &node, domain::NetplanText &value);
void exchange(Node &node, domain::SshTrust &value);
void exchange(Node &node, domain::SshTrustState &value);
void exchange(Node &node, domain::Plan &value);

} // namespace sparkloom::protocol::json
