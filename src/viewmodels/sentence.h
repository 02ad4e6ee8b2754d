// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

namespace sparkloom::viewmodels {

// Words that stay while they are shown: made anew each time they are asked for, in the language of then. Empty: none.
using Sentence = std::function<QString()>;

inline QString said(const Sentence &sentence)
{
    return sentence ? sentence() : QString();
}

// What was seen, what it means, what to do: one line of plain text.
Sentence inLine(const base::Error &error);
// The same without what it means.
Sentence inShort(const base::Error &error);

} // namespace sparkloom::viewmodels
