// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/isolates.h"
#include "engine/text/pseudolocale.h"

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace sparkloom::engine::text {

// The language of window or command line: ours and Qt's own translations. English has a file too, for its plurals.
// Main thread; lives as long as something is said. May be changed at any time: Qt then tells every window.
class Language {
public:
    // What is put into sentences read from right to left: isolated (isolates.h) for the window; plain for the command
    // line, whose words may go into a file or a pipe.
    enum class Arguments { Plain, Isolated };
    explicit Language(Arguments arguments = Arguments::Plain);

    // Only for tests, and never offered: longer texts, read from right to left (PseudoLocale).
    static constexpr char16_t kPseudo[] = u"pseudo";

    // code: "de", "en_GB", "pseudo"; empty: as the desktop or the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)
    // says. Returns false where there is no translation; English is used then.
    bool use(const QString &code);
    // The codes that have a translation, in order: "de", "en".
    static QStringList available();

private:
    Arguments m_arguments;
    QTranslator m_plurals;
    IsolatingTranslator m_ours;
    QTranslator m_qt;
    PseudoLocale m_pseudo;
};

} // namespace sparkloom::engine::text
