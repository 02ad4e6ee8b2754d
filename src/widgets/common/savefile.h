// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace sparkloom::widgets {

// Asks where a text is to be kept and writes it there, as a whole or not at all; nothing waits meanwhile. done() gets
// what went wrong, or nothing; it is not called where the person chose no place or `parent` is gone by then.
void saveTextAs(QWidget *parent, const QString &title, const QString &suggestedName, const QString &text,
    const std::function<void(const QString &path, const QString &problem)> &done);

// Into the clipboard, as plain as into a file: without what only the order of letters on the screen needs.
void copyText(const QString &text);
// The same of what a person selects and copies, in any window of this program, while `owner` lives.
void copySelectedTextPlain(QObject *owner);

} // namespace sparkloom::widgets
