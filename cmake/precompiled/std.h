// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled where SPARKLOOM_PRECOMPILE is on: what most files include anyway. Never included by hand.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>
