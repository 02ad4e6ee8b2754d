// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/physics/ceilings.h"

// Bit errors of a cable, what FEC makes of them, and what that does to throughput.
namespace sparkloom::sim::physics {

struct LineErrors {
    double correctedBitsPerSecond = 0;
    double lostWordsPerSecond = 0; // code words beyond correction (symbol errors); without FEC single bit errors
    double lostWordChance = 0;     // of one code word
    double wordBits = 1;           // payload bits of a code word
};
// linkGbps: speed of the port. Errors come whether or not frames travel.
LineErrors lineErrors(double linkGbps, double bitErrorRate, Fec fec);
// The chance that a frame of this size is lost to them.
double frameLoss(const LineErrors &errors, double frameBytes);

// What is left of the rate when packets are lost. RDMA sends everything again from the lost packet on.
double rdmaGoodput(double packetLoss, double gbps, const Packets &packets);
// The most that this many TCP connections reach with it (Mathis).
double tcpLossCeiling(double packetLoss, int connections, const Packets &packets);

} // namespace sparkloom::sim::physics
