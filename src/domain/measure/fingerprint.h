// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/sparkfacts.h"

#include <span>
#include <string>

namespace sparkloom::domain {

// What figures may hang on, of all Sparks of a measurement, one line each: kernel, driver, BIOS, NIC firmware, MTU,
// speed and PCIe link of every half. The same Sparks in another order give the same text.
std::string environmentText(std::span<const SparkFacts> sparks);
// 16 hex digits of its SHA-256: two measurements with the same one may be compared.
std::string environmentFingerprint(std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
