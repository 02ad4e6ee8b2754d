// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

// Message ids to translated sentences, for window and command line alike (design decision 20). Main thread.
namespace sparkloom::engine::text {

// The sentence; arguments from outside are cleaned and bounded. An unknown id yields the id itself in brackets and is a
// test failure (tests/unit/engine/tst_text).
QString sentence(const base::Message &message);

// What was seen, what it means, what to do (design section 7). meaning and remedy may be empty for a plain failure.
struct Explanation {
    QString seen;
    QString meaning;
    QString remedy;
};
Explanation explain(const base::Error &error);
// The three parts as one plain-text block for a terminal.
QString explanationText(const base::Error &error);

// Every id that has text.
QStringList knownIds();

} // namespace sparkloom::engine::text
