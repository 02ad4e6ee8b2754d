// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <concepts>
#include <cstddef>
#include <optional>
#include <tuple>
#include <vector>

// Field by field comparison of messages, which have no operator==. A new field does not compile until it is counted
// here, so that a field without JSON form is noticed.
namespace sparkloom::test {

template <typename T>
inline constexpr std::size_t kFields = 0;

template <>
inline constexpr std::size_t kFields<protocol::Hello> = 4;
template <>
inline constexpr std::size_t kFields<protocol::InventoryRequest> = 2;
template <>
inline constexpr std::size_t kFields<protocol::InventoryAnswer> = 1;
template <>
inline constexpr std::size_t kFields<protocol::WatchEvent> = 3;
template <>
inline constexpr std::size_t kFields<protocol::WatchEvent::Half> = 6;
template <>
inline constexpr std::size_t kFields<protocol::NeighboursRequest> = 4;
template <>
inline constexpr std::size_t kFields<protocol::NeighbourHeard> = 4;
template <>
inline constexpr std::size_t kFields<protocol::NeighbourMethods> = 1;
template <>
inline constexpr std::size_t kFields<protocol::NeighbourMethods::Half> = 4;
template <>
inline constexpr std::size_t kFields<protocol::PingRequest> = 6;
template <>
inline constexpr std::size_t kFields<protocol::PingAnswer> = 3;
template <>
inline constexpr std::size_t kFields<protocol::PingAnswer::Size> = 5;
template <>
inline constexpr std::size_t kFields<protocol::CounterSnapshot> = 2;
template <>
inline constexpr std::size_t kFields<protocol::CounterSnapshot::Half> = 8;
template <>
inline constexpr std::size_t kFields<protocol::InstallKeyRequest> = 2;
template <>
inline constexpr std::size_t kFields<protocol::InstallKeyAnswer> = 1;
template <>
inline constexpr std::size_t kFields<protocol::RemoveKeyRequest> = 2;
template <>
inline constexpr std::size_t kFields<protocol::ClusterKeyAnswer> = 2;
template <>
inline constexpr std::size_t kFields<protocol::TrustStateRequest> = 1;
template <>
inline constexpr std::size_t kFields<protocol::TrustApplyRequest> = 1;
template <>
inline constexpr std::size_t kFields<protocol::TrustRemoveRequest> = 2;
template <>
inline constexpr std::size_t kFields<protocol::SshCheckRequest> = 3;
template <>
inline constexpr std::size_t kFields<protocol::SshCheckAnswer> = 3;
template <>
inline constexpr std::size_t kFields<protocol::ReadConfigAnswer> = 2;
template <>
inline constexpr std::size_t kFields<protocol::PreflightAnswer> = 2;
template <>
inline constexpr std::size_t kFields<protocol::WakeRequest> = 1;
template <>
inline constexpr std::size_t kFields<protocol::WakeAnswer> = 1;
template <>
inline constexpr std::size_t kFields<protocol::TransactionBegin> = 9;
template <>
inline constexpr std::size_t kFields<protocol::TransactionStatus> = 7;
template <>
inline constexpr std::size_t kFields<protocol::UndoRequest> = 3;
template <>
inline constexpr std::size_t kFields<protocol::ForgetAnswer> = 1;

template <std::size_t N, typename T>
auto fieldsOf(const T &v)
{
    if constexpr (N == 1) {
        const auto &[a] = v;
        return std::tie(a);
    } else if constexpr (N == 2) {
        const auto &[a, b] = v;
        return std::tie(a, b);
    } else if constexpr (N == 3) {
        const auto &[a, b, c] = v;
        return std::tie(a, b, c);
    } else if constexpr (N == 4) {
        const auto &[a, b, c, d] = v;
        return std::tie(a, b, c, d);
    } else if constexpr (N == 5) {
        const auto &[a, b, c, d, e] = v;
        return std::tie(a, b, c, d, e);
    } else if constexpr (N == 6) {
        const auto &[a, b, c, d, e, f] = v;
        return std::tie(a, b, c, d, e, f);
    } else if constexpr (N == 7) {
        const auto &[a, b, c, d, e, f, g] = v;
        return std::tie(a, b, c, d, e, f, g);
    } else if constexpr (N == 8) {
        const auto &[a, b, c, d, e, f, g, h] = v;
        return std::tie(a, b, c, d, e, f, g, h);
    } else {
        const auto &[a, b, c, d, e, f, g, h, i] = v;
        return std::tie(a, b, c, d, e, f, g, h, i);
    }
}

template <typename T>
bool same(const T &a, const T &b);

template <typename T>
bool same(const std::vector<T> &a, const std::vector<T> &b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same(a[i], b[i]))
            return false;
    return true;
}

template <typename T>
bool same(const T &a, const T &b)
{
    if constexpr (kFields<T> == 0) {
        return a == b;
    } else {
        const auto x = fieldsOf<kFields<T>>(a), y = fieldsOf<kFields<T>>(b);
        return [&]<std::size_t... I>(std::index_sequence<I...>)
        {
            return (same(std::get<I>(x), std::get<I>(y)) && ...);
        }
        (std::make_index_sequence<kFields<T>>());
    }
}

} // namespace sparkloom::test
