// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace sparkloom::engine::text {

// A language that nobody speaks, for tests: every text is longer than its English source, written with accents and
// between brackets, and read from right to left. What is cut off, what was never to be translated and what is not
// mirrored shows at a glance. Placeholders, mnemonics and line breaks stay as they are.
class PseudoLocale : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(
        const char *context, const char *sourceText, const char *disambiguation = nullptr, int n = -1) const override;
};

// The text as the pseudo-locale says it.
QString pseudoText(const QString &source);

} // namespace sparkloom::engine::text
