// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

namespace sparkloom::engine {

// The sentence of a verdict about all that was tested.
base::Message sentenceOf(domain::Verdict verdict);

// Sets verdict, sentence, and what was proven and what was not, from shots or steps.
void conclude(TestReport &report);

} // namespace sparkloom::engine
