// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/english.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::text {

namespace {
int english = 0; // how many of them live

QLocale &numbers()
{
    static QLocale locale(QLocale::English);
    return locale;
}
} // namespace

InEnglish::InEnglish()
{
    ++english;
}

InEnglish::~InEnglish()
{
    --english;
}

QLocale numbersWanted()
{
    return english == 0 ? numbers() : QLocale(QLocale::English);
}

QLocale datesWanted()
{
    return english == 0 ? QLocale() : QLocale(QLocale::English);
}

void writeNumbersAs(const QLocale &locale)
{
    numbers() = locale;
}

QString translated(const char *source, int n)
{
    if (english == 0)
        return QCoreApplication::translate("text", source, nullptr, n);
    QString text = QString::fromUtf8(source);
    return n < 0 ? text : text.replace(u"%n"_s, QString::number(n));
}

} // namespace sparkloom::engine::text
