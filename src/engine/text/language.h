// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace sparkloom::engine::text {

// The language of window or command line: ours and Qt's own translations. English has a file too, for its plurals.
// Main thread; lives as long as something is said.
class Language {
public:
    // code: "de", "en_GB"; empty: as the desktop or the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) says. Returns
    // false where there is no translation; English is used then.
    bool use(const QString &code);

private:
    QTranslator m_plurals;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace sparkloom::engine::text
