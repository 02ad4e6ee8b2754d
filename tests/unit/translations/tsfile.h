// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// One <message> of a .ts file.
struct TsMessage {
    QString context;
    QString source;
    QString comment;          // tells two uses of one source apart
    bool counts = false;      // numerus="yes": one translation per grammatical number
    QString state;            // "", "unfinished", "vanished", "obsolete"
    QStringList translations; // one, or one per number

    // Under what lupdate and the translators know it.
    QString key() const { return context + QChar(4) + source + QChar(4) + comment; }
};

// The messages of a .ts file; problem (not null) says why there are none.
QList<TsMessage> readTs(const QByteArray &xml, QString *problem);

// What is wrong with a translation, empty where nothing is. forms: how many grammatical numbers the language has.
// Looked at: it is there and finished, has every form, keeps {placeholders}, %1 and %n, keeps blanks and line breaks at
// its ends, and is not the source over again where that is a sentence.
QStringList problemsOf(const TsMessage &message, int forms);
