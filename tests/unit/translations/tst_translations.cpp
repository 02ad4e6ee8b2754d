// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of window, command line and engine/text is translated in every language that is shipped. What there is to
// translate is asked of lupdate, which reads the sources as they are now.
#include "tsfile.h"

#include "engine/text/language.h"
#include "engine/text/text.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::base::literals;

namespace {

constexpr int kForms = 2; // English and German: one, many

QString sourceRoot()
{
    return QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR"));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<TsMessage> messagesOf(const QString &path)
{
    QString problem;
    const QList<TsMessage> messages = readTs(contentOf(path), &problem);
    if (!problem.isEmpty())
        qWarning("%s: %s", qPrintable(path), qPrintable(problem));
    return messages;
}

QString shown(const TsMessage &message)
{
    return u"[%1] %2"_s.arg(message.context, message.source.left(120));
}

// A .ts file with one message.
QByteArray ts(const QByteArray &message)
{
    return "<?xml version=\"1.0\"?><!DOCTYPE TS><TS version=\"2.1\"><context><name>text</name>" + message
        + "</context></TS>";
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QList<TsMessage> m_sources;

private Q_SLOTS:
    void initTestCase()
    {
        QProcess lupdate;
        lupdate.setWorkingDirectory(sourceRoot());
        const QString fresh = m_folder.filePath(u"fresh.ts"_s);
        QStringList arguments = QString::fromLocal8Bit(SPARKLOOM_LUPDATE_ARGUMENTS).split(u' ');
        arguments << u"-target-language"_s << u"de_DE"_s << u"-ts"_s << fresh;
        lupdate.start(QString::fromLocal8Bit(SPARKLOOM_LUPDATE), arguments);
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
        m_sources = messagesOf(fresh);
        QVERIFY(m_sources.size() > 1000);
    }

    void everyPlace_isRead_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<int>("least");
        QTest::newRow("sentences") << u"text"_s << 700;
        QTest::newRow("command line") << u"cli"_s << 140;
        QTest::newRow("a page from a form") << u"sparkloom::widgets::FindPage"_s << 8;
        QTest::newRow("a view-model") << u"sparkloom::viewmodels::SignInViewModel"_s << 10;
    }

    // tr() in a function that lupdate cannot place is not extracted; nobody would miss its texts.
    void everyPlace_isRead()
    {
        QFETCH(QString, context);
        QFETCH(int, least);
        const auto count = std::count_if(
            m_sources.begin(), m_sources.end(), [&](const TsMessage &message) { return message.context == context; });
        QVERIFY2(count >= least, qPrintable(u"only %1"_s.arg(count)));
    }

    // A function of that name outside a class looks extracted, but lupdate and the program then use different contexts.
    void commandLine_hasOneContext()
    {
        QStringList strangers;
        for (const TsMessage &message : m_sources)
            if (message.context.startsWith(u"sparkloom::cli"_s))
                strangers << shown(message);
        const QString advice = u"\nwrite Cli::tr(\"...\") instead of tr(\"...\"):\n"_s;
        QVERIFY2(strangers.isEmpty(), qPrintable(advice + strangers.join(u'\n')));
    }

    void everyText_isTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::newRow("German") << u"sparkloom_de.ts"_s << false;
        QTest::newRow("English plurals") << u"sparkloom_en.ts"_s << true;
    }

    void everyText_isTranslated()
    {
        QFETCH(QString, file);
        QFETCH(bool, pluralsOnly);
        QHash<QString, TsMessage> known;
        for (const TsMessage &message : messagesOf(sourceRoot() + u"/translations/"_s + file))
            known.insert(message.key(), message);
        QStringList problems;
        for (const TsMessage &wanted : m_sources) {
            if (pluralsOnly && !wanted.counts)
                continue;
            const auto found = known.constFind(wanted.key());
            if (found == known.constEnd())
                problems << shown(wanted) + u": missing"_s;
            else if (found->counts != wanted.counts)
                problems << shown(wanted) + u": plural forms wanted or not wanted"_s;
            else
                for (const QString &problem : problemsOf(*found, kForms))
                    if (!pluralsOnly || problem != u"is the source"_s)
                        problems << shown(wanted) + u": "_s + problem;
        }
        const QString advice =
            u"\nBuild the target update_translations, then translate in translations/%1:\n"_s.arg(file);
        QVERIFY2(problems.isEmpty(), qPrintable(advice + problems.join(u'\n')));
    }

    void glossary_holds_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("never");
        QTest::newRow("storage is not memory") << uR"(\b[Ss]torage\b)"_s << uR"(\bSpeicher)"_s;
        QTest::newRow("network plug") << u"network plug"_s << u"Netzwerkbuchse"_s;
        QTest::newRow("not seen lately") << u"not seen lately"_s << u"zuletzt nicht gesehen"_s;
        QTest::newRow("counts agree") << u"%1 of %n cable"_s << uR"(\bsitz(t|en)\b)"_s;
        QTest::newRow("a button says what it does") << u"^(Do not|Refuse)$"_s << u"^Nicht$"_s;
    }

    // translations/glossary.md: one word for one thing.
    void glossary_holds()
    {
        QFETCH(QString, english);
        QFETCH(QString, never);
        const QRegularExpression about(english), wrong(never);
        QStringList problems;
        int found = 0;
        for (const TsMessage &message : messagesOf(sourceRoot() + u"/translations/sparkloom_de.ts"_s)) {
            if (!message.source.contains(about))
                continue;
            ++found;
            for (const QString &translation : message.translations)
                if (translation.contains(wrong))
                    problems << shown(message) + u": "_s + translation;
        }
        QVERIFY(found > 0);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void mistakes_areSeen_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("problem");
        const QByteArray one = "<message><source>{host} has %1 of them now</source>";
        const QByteArray many = "<message numerus=\"yes\"><source>%n Sparks of {name}</source>";
        QTest::newRow("right") << QByteArray(one + "<translation>{host} hat %1</translation></message>") << QString();
        QTest::newRow("order may change")
            << QByteArray(one + "<translation>%1 hat {host}</translation></message>") << QString();
        QTest::newRow("unfinished") << QByteArray(
            one + "<translation type=\"unfinished\">{host} hat %1</translation></message>")
                                    << u"unfinished"_s;
        QTest::newRow("empty") << QByteArray(one + "<translation></translation></message>") << u"empty"_s;
        QTest::newRow("name lost") << QByteArray(one + "<translation>%1 da</translation></message>")
                                   << u"has %1 instead of %1 {host}"_s;
        QTest::newRow("name misspelt") << QByteArray(one + "<translation>{hosts} hat %1</translation></message>")
                                       << u"has %1 {hosts} instead of %1 {host}"_s;
        QTest::newRow("blank more") << QByteArray(one + "<translation>{host} hat %1 </translation></message>")
                                    << u"blanks at its ends"_s;
        QTest::newRow("not translated") << QByteArray(
            "<message><source>this was not translated at all</source>"
            "<translation>this was not translated at all</translation></message>")
                                        << u"is the source"_s;
        QTest::newRow("plural right") << QByteArray(many
            + "<translation><numerusform>Ein Spark von {name}</numerusform>"
              "<numerusform>%n Sparks von {name}</numerusform></translation></message>")
                                      << QString();
        QTest::newRow("plural missing") << QByteArray(
            many + "<translation><numerusform>%n Sparks von {name}</numerusform></translation></message>")
                                        << u"1 plural forms"_s;
        QTest::newRow("plural without number") << QByteArray(many
            + "<translation><numerusform>Ein Spark von {name}</numerusform>"
              "<numerusform>Sparks von {name}</numerusform></translation></message>")
                                               << u"%n"_s;
    }

    void mistakes_areSeen()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, problem);
        QString unreadable;
        const QList<TsMessage> messages = readTs(ts(message), &unreadable);
        QCOMPARE(unreadable, QString());
        QCOMPARE(messages.size(), 1);
        QCOMPARE(problemsOf(messages.front(), kForms).join(u", "_s), problem);
    }

    // The whole way: .ts, .qm, resource, translator, sentence with words for values in it.
    void sentences_areGerman()
    {
        engine::text::Language language;
        QVERIFY(language.use(u"de"_s));
        const auto letIn = [](int count) {
            return engine::text::sentence(
                base::Message("plan.authorized-title"_msg).with("count", count).with("file", "f"));
        };
        const auto answer = engine::text::sentence(
            base::Message("cli.answer-needed"_msg).with("what", "sudo password").with("host", "spark-a"));
        const auto one = letIn(1);
        const auto many = letIn(3);
        QVERIFY(language.use(u"en"_s));
        QCOMPARE(answer, u"Für spark-a wird das sudo-Passwort gebraucht, und niemand kann gefragt werden."_s);
        QCOMPARE(one, u"Einen anderen Spark hereinlassen (f)"_s);
        QCOMPARE(many, u"3 andere Sparks hereinlassen (f)"_s);
        QCOMPARE(letIn(3), u"Let 3 other Sparks log in (f)"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
