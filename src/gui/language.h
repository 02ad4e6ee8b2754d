// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace sparkloom::gui {

// The language of the window: ours and Qt's own translations. English has a file too, for its plurals.
class Language {
public:
    // code: "de", "en_GB"; empty: as the desktop says. Returns false where there is no translation; English is used then.
    bool use(const QString &code);

private:
    QTranslator m_plurals;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace sparkloom::gui
