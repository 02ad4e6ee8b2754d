// SPDX-License-Identifier: GPL-3.0-or-later
// sparkloomctl in German: help, sentences and tables; documents for programs stay as they are in every language.
#include <QTest>

#include "program.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

// A home whose owner reads this language, and no other variable says otherwise.
class Speaker : public Home {
public:
    explicit Speaker(const QString &language)
    {
        for (const QString &variable : {u"LC_ALL"_s, u"LC_MESSAGES"_s, u"LANGUAGE"_s})
            environment.remove(variable);
        environment.insert(u"LANG"_s, language);
    }
};

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void help_isGerman_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("as desktops say it") << u"de_DE.UTF-8"_s;
        QTest::newRow("short") << u"de"_s;
        QTest::newRow("Austria") << u"de_AT.UTF-8"_s;
    }

    void help_isGerman()
    {
        QFETCH(QString, language);
        const Run run = Speaker(language).run({u"--help"_s});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.startsWith("Aufruf: sparkloomctl [OPTIONEN] BEFEHL"), run.out.constData());
        QVERIFY(text(run.out).contains(u"Alles tun: finden, anmelden, verkabeln, planen, anwenden, nachweisen."_s));
        // Options keep their names; what they do is said in German.
        QVERIFY(QRegularExpression(u"--json +Ein JSON-Dokument"_s).match(text(run.out)).hasMatch());
    }

    void helpOfACommand_listsItsOptions_inBothLanguages()
    {
        static const QRegularExpression option(u"^  (?:-\\w, )?--[a-z-]+"_s, QRegularExpression::MultilineOption);
        const auto options = [](const Run &run) {
            QStringList names;
            for (auto it = option.globalMatch(text(run.out)); it.hasNext();)
                names << it.next().captured(0);
            return names;
        };
        const Run english = Speaker(u"C.UTF-8"_s).run({u"setup"_s, u"--help"_s});
        const Run german = Speaker(u"de_DE.UTF-8"_s).run({u"setup"_s, u"--help"_s});
        QVERIFY(options(english).size() > 15);
        QCOMPARE(options(german), options(english));
        QVERIFY(german.out != english.out);
    }

    void mistake_isExplainedInGerman()
    {
        const Run run = Speaker(u"de_DE.UTF-8"_s).run({u"frobnicate"_s});
        QCOMPARE(run.code, 2);
        QVERIFY2(text(run.err).contains(u"Einen Befehl frobnicate gibt es nicht."_s), run.err.constData());
    }

    void wrongValue_isNamedInGerman()
    {
        const Run run = Speaker(u"de_DE.UTF-8"_s).run({u"--virtual"_s, u"two words"_s, u"status"_s});
        QCOMPARE(run.code, 2);
        QVERIFY2(text(run.err).contains(u"two words ist kein erlaubter Wert für --virtual."_s), run.err.constData());
    }

    void otherLanguages_areEnglish()
    {
        for (const QString &language : {u"C"_s, u"C.UTF-8"_s, u"en_US.UTF-8"_s, u"fr_FR.UTF-8"_s}) {
            const Run run = Speaker(language).run({u"frobnicate"_s});
            QVERIFY2(run.err.contains("There is no command frobnicate."), qPrintable(language));
        }
    }

    void document_isTheSameInEveryLanguage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
        QTest::newRow("wrong value") << QStringList{u"setup"_s, u"--mtu"_s, u"9978"_s};
        QTest::newRow("no member") << QStringList{u"status"_s};
        QTest::newRow("nobody to ask") << QStringList{u"setup"_s};
        QTest::newRow("shell on real Sparks") << QStringList{u"shell"_s};
    }

    void document_isTheSameInEveryLanguage()
    {
        QFETCH(QStringList, arguments);
        const Run english = Speaker(u"C.UTF-8"_s).run(arguments + QStringList{u"--json"_s});
        const Run german = Speaker(u"de_DE.UTF-8"_s).run(arguments + QStringList{u"--json"_s});
        QCOMPARE(german.code, english.code);
        QCOMPARE(german.json()[u"schema"_s], english.json()[u"schema"_s]);
        QVERIFY(!german.json()[u"error"_s][u"seen"_s].toString().isEmpty());
        QCOMPARE(text(german.out), text(english.out));
    }

    // One document after sentences in the same process, and sentences after it.
    void shell_changesLanguageWithTheLine()
    {
        const Run run = Speaker(u"de_DE.UTF-8"_s)
                            .run({u"--virtual"_s, u"sealed-pair"_s, u"shell"_s},
                                "frobnicate\nplug nowhere nothing --json\nfrobnicate\n");
        QCOMPARE(run.code, 2);
        QCOMPARE(text(run.err).count(u"Einen Befehl frobnicate gibt es nicht."_s), 2);
        QCOMPARE(run.json()[u"error"_s][u"seen"_s].toString(), u"nowhere names no socket."_s);
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_cli_language.moc"
