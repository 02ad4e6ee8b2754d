// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/steps.h"

#include <QString>

#include <vector>

namespace sparkloom::viewmodels {

// What a page is for, how it goes, and what can go wrong on it.
struct HelpText {
    struct Trouble {
        QString seen;
        QString remedy;
    };
    QString title; // "Cable: which plug goes where"
    QString purpose;
    QString how;
    std::vector<Trouble> troubles;
};

// Of the page of a step; keys and windows, which are the same everywhere, are told for one without a text of its own.
HelpText helpFor(Step step);
// The keys that work on every page.
std::vector<HelpText::Trouble> helpKeys();

} // namespace sparkloom::viewmodels
