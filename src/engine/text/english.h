// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace sparkloom::engine::text {

// While one lives, every sentence is English, whatever language the window speaks: for documents that programs read.
// Main thread; for the length of one call.
class InEnglish {
public:
    InEnglish();
    ~InEnglish();
    InEnglish(const InEnglish &) = delete;
    InEnglish &operator=(const InEnglish &) = delete;
};

// A text of this folder in the language that is wanted now; n for texts with %n.
QString translated(const char *source, int n = -1);
// How numbers are written in these texts; and dates, which otherwise are written as the desktop does. At first as in
// English; set by who changes the language.
QLocale numbersWanted();
QLocale datesWanted();
void writeNumbersAs(const QLocale &locale);

} // namespace sparkloom::engine::text
