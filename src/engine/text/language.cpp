// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/language.h"

#include "engine/text/english.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

void initSparkloomTranslations()
{
    Q_INIT_RESOURCE(sparkloom_translations);
}

namespace sparkloom::engine::text {

Language::Language(Arguments arguments) : m_arguments(arguments)
{
    m_pseudo.setIsolating(arguments == Arguments::Isolated);
}

bool Language::use(const QString &code)
{
    initSparkloomTranslations();
    for (QTranslator *translator : std::initializer_list<QTranslator *>{&m_plurals, &m_ours, &m_qt, &m_pseudo})
        QCoreApplication::removeTranslator(translator);
    if (code == QStringView(kPseudo)) {
        QLocale::setDefault(QLocale(QLocale::English));
        writeNumbersAs(QLocale());
        return QCoreApplication::installTranslator(&m_pseudo);
    }
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    if (m_plurals.load(u":/i18n/sparkloom_en.qm"_s))
        QCoreApplication::installTranslator(&m_plurals);
    const bool found = m_ours.load(locale, u"sparkloom"_s, u"_"_s, u":/i18n"_s);
    m_ours.setIsolating(m_arguments == Arguments::Isolated && locale.textDirection() == Qt::RightToLeft);
    if (found)
        QCoreApplication::installTranslator(&m_ours);
    writeNumbersAs(found ? locale : QLocale(QLocale::English)); // those of a sentence, whatever the desktop speaks
    // Qt's words, and with them the direction of the window, only beside ours: English is not mirrored.
    if (found && m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    return found;
}

QStringList Language::available()
{
    initSparkloomTranslations();
    QStringList codes;
    for (const QString &file : QDir(u":/i18n"_s).entryList({u"sparkloom_*.qm"_s}, QDir::Files, QDir::Name))
        codes << file.mid(10).chopped(3);
    return codes;
}

} // namespace sparkloom::engine::text
