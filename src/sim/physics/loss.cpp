// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/loss.h"

#include <cmath>
#include <limits>

namespace sparkloom::sim::physics {

namespace {

// RS(544,514): words of 544 symbols of 10 bits, 514 of them payload; 15 bad symbols can be corrected. PAM4 lanes run at
// 53.125 Gb/s for each 50 Gb/s.
constexpr int kSymbols = 544;
constexpr int kSymbolBits = 10;
constexpr int kPayloadBits = 514 * kSymbolBits;
constexpr int kCorrectable = 15;
constexpr double kLineCoding = 1.0625;
// Fire code: blocks of 2112 bits, one burst can be corrected.
constexpr int kFireBits = 2112;

constexpr double kRdmaRoundTrip = 8e-6; // seconds, loaded
constexpr double kTcpRoundTrip = 0.2e-3;
constexpr double kMathis = 1.22;

// The chance of more than `most` events where `mean` are expected (Poisson).
double chanceOfMoreThan(int most, double mean)
{
    if (mean <= 0)
        return 0;
    double term = std::exp(-mean);
    double sum = 0;
    for (int k = 0; k <= most; ++k) {
        sum += term;
        term *= mean / (k + 1);
    }
    if (sum < 0.999999)
        return 1 - sum;
    double tail = 0; // 1 - sum would be rounding only
    for (int k = most + 1; k < most + 60; ++k) {
        tail += term;
        term *= mean / (k + 1);
    }
    return tail;
}

} // namespace

LineErrors lineErrors(double linkGbps, double bitErrorRate, Fec fec)
{
    const double bitsPerSecond = linkGbps * 1e9 * kLineCoding;
    LineErrors errors;
    if (fec == Fec::None) {
        errors.lostWordsPerSecond = bitsPerSecond * bitErrorRate;
        errors.lostWordChance = bitErrorRate;
        return errors;
    }
    const bool rs = fec == Fec::Rs;
    const double wordBits = rs ? kSymbols * kSymbolBits : kFireBits;
    const double mean = rs ? kSymbols * -std::expm1(kSymbolBits * std::log1p(-bitErrorRate)) : wordBits * bitErrorRate;
    errors.lostWordChance = chanceOfMoreThan(rs ? kCorrectable : 1, mean);
    errors.lostWordsPerSecond = bitsPerSecond / wordBits * errors.lostWordChance;
    errors.correctedBitsPerSecond = bitsPerSecond * bitErrorRate * (1 - errors.lostWordChance);
    errors.wordBits = rs ? kPayloadBits : kFireBits;
    return errors;
}

double frameLoss(const LineErrors &errors, double frameBytes)
{
    const double words = frameBytes * 8 / errors.wordBits + (errors.wordBits > 1 ? 1 : 0);
    return -std::expm1(words * std::log1p(-errors.lostWordChance));
}

double rdmaGoodput(double packetLoss, double gbps, const Packets &packets)
{
    const double inFlight = gbps * packets.perGigabit() * kRdmaRoundTrip;
    return 1 / (1 + packetLoss * (1 + inFlight));
}

double tcpLossCeiling(double packetLoss, int connections, const Packets &packets)
{
    if (packetLoss <= 0)
        return std::numeric_limits<double>::infinity();
    return connections * kMathis * packets.payload * 8 / 1e9 / (kTcpRoundTrip * std::sqrt(packetLoss));
}

} // namespace sparkloom::sim::physics
