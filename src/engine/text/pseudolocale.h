// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace sparkloom::engine::text {

// A language that nobody speaks, for tests: every text is longer than its English source, written with accents and
// between brackets, and read from right to left. What is cut off, what was never to be translated and what is not
// mirrored shows at a glance. Placeholders, mnemonics and line breaks stay as they are; arguments are isolated, as in
// the window in every language that is read from right to left.
class PseudoLocale : public QTranslator {
public:
    void setIsolating(bool on) { m_isolating = on; }
    bool isEmpty() const override { return false; }
    QString translate(
        const char *context, const char *sourceText, const char *disambiguation = nullptr, int n = -1) const override;

private:
    bool m_isolating = true;
};

// The text as the pseudo-locale says it.
QString pseudoText(const QString &source);

} // namespace sparkloom::engine::text
