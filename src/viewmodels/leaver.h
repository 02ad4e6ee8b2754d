// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sparkloom::viewmodels {

// The Spark that leaves the cluster, while a person decides on it and while it is carried out.
struct Leaver {
    QString name;
    bool gone = false;       // nothing is asked of it and nothing is done on it
    bool othersStay = false; // a cable joins some of the others: they stay a cluster
    friend bool operator==(const Leaver &, const Leaver &) = default;
};

} // namespace sparkloom::viewmodels
