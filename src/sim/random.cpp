// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random.h"

namespace sparkloom::sim {

namespace {

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

} // namespace

SeededRandom::SeededRandom(std::uint64_t seed, std::string_view name)
    : m_state(seed * 0x9e3779b97f4a7c15ULL ^ fnv1a(name))
{}

std::uint64_t SeededRandom::next()
{
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::uint64_t SeededRandom::below(std::uint64_t bound)
{
    return next() % bound;
}

std::string SeededRandom::hex(int digits)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int i = 0; i < digits; ++i)
        text += kDigits[next() >> 60];
    return text;
}

} // namespace sparkloom::sim
