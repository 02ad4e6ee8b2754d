// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sparkloom::cli {

// Cli::tr("...") is a text of the command line: help, table headings, labels. lupdate finds it by this class, under the
// context "cli"; a function of our own would hide it. Sentences about what happened come from engine/text.
class Cli {
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace sparkloom::cli
