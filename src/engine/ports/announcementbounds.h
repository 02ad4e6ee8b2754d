// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

// What is the same for every discovery backend. Anybody on the network can announce as much as he likes
// (measurement-and-safety 11): so many announcements are kept, so many are looked up at once, and so many a second from
// then on.
namespace sparkloom::engine {

inline constexpr int kMostAnnouncements = 500;
inline constexpr int kLookUpBurst = 100;
inline constexpr int kLookUpsPerSecond = 50;

// Which names are looked up first, and find room where strangers have taken it all.
using PreferredNames = std::function<bool(const QString &name)>;

// A workstation announces itself as "name [MAC]".
inline bool isPreferred(const PreferredNames &preferred, const QString &announced)
{
    return preferred && preferred(announced.section(QLatin1Char(' '), 0, 0));
}

} // namespace sparkloom::engine
