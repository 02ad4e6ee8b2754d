// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace sparkloom::widgets {

class PlainLabel;

// A text whose lines that begin with two blanks are commands to be typed at a Spark.
struct CommandLines {
    QString words;
    QString commands; // without the blanks, a line for each; empty: there are none
};
CommandLines commandLinesOf(const QString &text);

// For the commands: monospaced, to be copied; hidden while it is empty.
PlainLabel *makeCommandLabel(QWidget *parent = nullptr);

} // namespace sparkloom::widgets
