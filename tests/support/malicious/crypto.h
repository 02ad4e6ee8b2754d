// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

// How libcrypto is used here: what it makes is released, what it refuses is thrown, and bytes are unsigned to it.
namespace sparkloom::test::malicious {

template <typename T, void (*release)(T *)>
struct Releaser {
    void operator()(T *object) const { release(object); }
};

inline void must(bool good)
{
    if (!good)
        throw std::runtime_error("libcrypto refuses");
}

inline unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}
inline const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace sparkloom::test::malicious
