// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "protocol/limits.h"
#include "protocol/messages.h"

#include <string>
#include <string_view>

// JSON text of every message and of every domain value that travels or is stored (design section 5).
// decode<T> fails with ErrorKind::Protocol on text that is no JSON, too deep, too large, has a repeated key, a missing
// or mistyped field or a value out of range; unknown fields are ignored. encode and decode are inverse. Instantiated in
// codec*.cpp for the types listed at the end; no other header includes nlohmann/json.
namespace sparkloom::protocol {

template <typename T>
std::string encode(const T &value); // compact JSON object, one line
template <typename T>
std::string encodePretty(const T &value); // the same with two blanks of indent, for files and --json
template <typename T>
base::Result<T> decode(std::string_view text);

// Lines.
std::string helloLine(const Hello &hello);
std::string requestLine(std::int64_t id, std::string_view verb, std::string_view body = "{}");
std::string eventLine(std::int64_t id, std::string_view type, std::string_view body);
std::string doneLine(std::int64_t id, std::string_view body = "{}");
std::string errorLine(std::int64_t id, const base::Error &error);
// One line without its newline, at most kMaxMessageBytes.
base::Result<Envelope> decodeLine(std::string_view line);

// Whether text is JSON within the limits of limits.h: depth, elements per container, no repeated keys.
base::Result<void> checkJson(std::string_view text, std::size_t maxBytes = kMaxMessageBytes);

// Types: Hello, InventoryRequest, InventoryAnswer, WatchEvent, NeighboursRequest, NeighbourHeard, NeighbourMethods,
// PingRequest, PingAnswer, CounterSnapshot, PreflightAnswer, InstallKeyRequest, InstallKeyAnswer, RemoveKeyRequest,
// ClusterKeyAnswer, TrustStateRequest, TrustApplyRequest, TrustRemoveRequest, SshCheckRequest, SshCheckAnswer,
// ReadConfigAnswer, WakeRequest, WakeAnswer, TransactionBegin, TransactionStatus, UndoRequest, ForgetAnswer,
// domain::SshTrustState, domain::SparkFacts, domain::CableMap, domain::CablingStatus, domain::AddressPlan,
// domain::Plan, domain::Receipt, domain::NetworkConfig, base::Message; base::Error only encodes (it arrives in
// Envelope::error).

} // namespace sparkloom::protocol
