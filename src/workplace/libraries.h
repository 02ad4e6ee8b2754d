// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace sparkloom::workplace {

// A library that this program is made with. Where it is loaded at run time, the version is that of what was loaded.
struct LibraryInfo {
    QString name;
    QString version; // empty: not known
    QString licence; // SPDX
};
std::vector<LibraryInfo> libraries();

} // namespace sparkloom::workplace
