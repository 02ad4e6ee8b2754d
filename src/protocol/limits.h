// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

// Bounds of everything that passes between application and agent (measurement-and-safety 6.2 and 11).
namespace sparkloom::protocol {

inline constexpr int kVersion = 1;
inline constexpr std::size_t kMaxLineBytes = 64 * 1024;
// A whole message: one line, longer than that only where it carries netplan texts.
inline constexpr std::size_t kMaxMessageBytes = 4 * 1024 * 1024;
inline constexpr int kMaxDepth = 32;
inline constexpr std::size_t kMaxElements = 4096;
inline constexpr std::size_t kMaxNoiseBytes = 64 * 1024; // shell chatter before hello
inline constexpr std::size_t kMaxStderrKept = 64 * 1024;
inline constexpr std::size_t kMaxCommandOutput = 8 * 1024 * 1024;
inline constexpr int kMaxLinesPerSecond = 2000; // averaged, token bucket
inline constexpr std::chrono::seconds kHelloTimeout{10};
inline constexpr std::chrono::seconds kHeartbeatTimeout{15}; // user agent ends when the application is silent that long
inline constexpr std::size_t kMaxNetplanFile = 1024 * 1024;

} // namespace sparkloom::protocol
