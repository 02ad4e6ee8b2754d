// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/practicecontrol.h"

#include <QCoreApplication>

namespace sparkloom::viewmodels {

// What can go wrong with virtual Sparks, and where, in words.
class FaultWords {
    Q_DECLARE_TR_FUNCTIONS(sparkloom::viewmodels::FaultWords)
public:
    // One sentence; what the simulator says of a fault that is not known here.
    static QString sentence(const engine::VirtualFaultKind &kind);
    // "spark-a, cage 0, half B", for a place as VirtualSparks::setFault takes it; for a cable both of its ends. A text
    // that is no place stays as it is.
    static QString place(const QString &place, const std::vector<engine::VirtualCable> &cables);
    // "spark-a, cage 0 – spark-b, cage 1"
    static QString cable(const engine::VirtualCable &cable);
};

} // namespace sparkloom::viewmodels
