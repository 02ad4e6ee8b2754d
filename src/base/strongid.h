// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef> // first: moc 6.4 does not get over <compare> as the first header of the C++ library that it reads

#include <compare>
#include <functional>
#include <string>

namespace sparkloom::base {

// A string that is an id of one kind only; ids of different tags do not mix.
template <typename Tag>
struct StrongId {
    std::string value;

    bool empty() const { return value.empty(); }
    friend auto operator<=>(const StrongId &, const StrongId &) = default;
};

} // namespace sparkloom::base

template <typename Tag>
struct std::hash<sparkloom::base::StrongId<Tag>> {
    std::size_t operator()(const sparkloom::base::StrongId<Tag> &id) const noexcept
    {
        return std::hash<std::string>()(id.value);
    }
};
