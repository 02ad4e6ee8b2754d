// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// Tables of cases that take long as a whole: some of them in every run, all of them with the label full.
namespace sparkloom::test {

inline bool isFull()
{
    return qEnvironmentVariableIsSet("SPARKLOOM_FULL");
}

// Whether this case is played: one of `oneOf`, or all.
inline bool isInRun(int number, int oneOf = 4)
{
    return isFull() || number % oneOf == 0;
}

} // namespace sparkloom::test
