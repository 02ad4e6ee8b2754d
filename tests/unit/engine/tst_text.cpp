// SPDX-License-Identifier: GPL-3.0-or-later
// Every message id in the sources has text, every text is used, and every placeholder has an argument somewhere.
#include "engine/text/catalogue.h"
#include "engine/text/english.h"
#include "engine/text/fill.h"
#include "engine/text/language.h"
#include "engine/text/reader.h"
#include "engine/text/text.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::base::literals;

namespace {

// What the sources say, comments left out.
struct Sources {
    QSet<QString> ids;
    QSet<QString> errorIds;  // made into an error where they stand
    QSet<QString> arguments; // names given to with()
};

QString withoutComments(const QString &text)
{
    QString out;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype comment = line.indexOf(u"//"_s);
        out += comment >= 0 && !line.left(comment).contains(u'"') ? line.left(comment) : line;
        out += u'\n';
    }
    return out;
}

void collect(const QString &text, const QString &pattern, QSet<QString> &into)
{
    const QRegularExpression expression(pattern);
    for (auto it = expression.globalMatch(text); it.hasNext();)
        into.insert(it.next().captured(1));
}

Sources readSources()
{
    Sources sources;
    QDirIterator it(QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR")) + u"/src"_s, {u"*.cpp"_s, u"*.h"_s},
        QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = withoutComments(QString::fromUtf8(file.readAll()));
        collect(text, u"\"([a-z0-9.-]+)\"_msg"_s, sources.ids);
        collect(text,
            u"\\b(?:failed|refused|protocolError|usageError|unreachable|signInError)\\(\\s*(?:base::)?(?:Message\\(|told\\()?\\s*\"([a-z0-9.-]+)\"_msg"_s,
            sources.errorIds);
        collect(text, u"ErrorKind::\\w+,\\s*(?:base::)?(?:Message\\()?\\s*\"([a-z0-9.-]+)\"_msg"_s, sources.errorIds);
        collect(text, u"\\bwith\\(\\s*\"([A-Za-z0-9-]+)\""_s, sources.arguments);
    }
    return sources;
}

template <typename Look>
void forEachEntry(Look look)
{
    for (const auto entries : engine::text::allEntries())
        for (const engine::text::Entry &entry : entries)
            look(entry);
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

// One translation with plural forms, as a .qm file would bring it.
class OneTranslation : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        if (qstrcmp(context, "text") != 0)
            return {};
        if (QLatin1StringView(source).startsWith("Let %n other"_L1))
            return n == 1 ? u"Ein anderer ({file})"_s : u"%n andere ({file})"_s;
        return {};
    }
};

} // namespace

class TestText : public QObject {
    Q_OBJECT

    Sources m_sources;

private Q_SLOTS:
    void initTestCase()
    {
        m_sources = readSources();
        QVERIFY(m_sources.ids.size() > 150);
        QVERIFY(m_sources.errorIds.size() > 50);
    }

    void everyId_hasText()
    {
        const QStringList known = engine::text::knownIds();
        const QSet<QString> missing = m_sources.ids - QSet<QString>(known.begin(), known.end());
        QVERIFY2(missing.isEmpty(), qPrintable(u"no text for:\n"_s + sorted(missing).join(u'\n')));
    }

    void everyText_isUsed()
    {
        const QStringList known = engine::text::knownIds();
        const QSet<QString> unused = QSet<QString>(known.begin(), known.end()) - m_sources.ids;
        QVERIFY2(unused.isEmpty(), qPrintable(u"no use of:\n"_s + sorted(unused).join(u'\n')));
    }

    void everyId_standsOnce()
    {
        QSet<QString> seen;
        forEachEntry([&](const engine::text::Entry &entry) {
            const QString id = QString::fromLatin1(entry.id);
            QVERIFY2(!seen.contains(id), entry.id);
            seen.insert(id);
        });
    }

    void everyError_saysWhatItMeansAndWhatToDo()
    {
        QStringList poor;
        forEachEntry([&](const engine::text::Entry &entry) {
            const QString id = QString::fromLatin1(entry.id);
            const bool cancelled = id.endsWith(u"cancelled"_s);
            if (m_sources.errorIds.contains(id) && !cancelled && (!entry.meaning || !entry.remedy))
                poor << id;
        });
        QVERIFY2(poor.isEmpty(), qPrintable(u"errors without meaning and remedy:\n"_s + poor.join(u'\n')));
    }

    void everyPlaceholder_hasAnArgumentSomewhere()
    {
        static const QRegularExpression placeholder(u"\\{([A-Za-z0-9-]+)(?::([a-z]+))?\\}"_s);
        static const QStringList formats = {
            u"socket"_s, u"topology"_s, u"seconds"_s, u"unsafe"_s, u"taken"_s, u"secret"_s, u"moment"_s};
        QStringList problems;
        forEachEntry([&](const engine::text::Entry &entry) {
            for (const char *part : {entry.seen, entry.meaning, entry.remedy, entry.one}) {
                const QString text = QString::fromUtf8(part);
                if (text.count(u'{') != text.count(u'}'))
                    problems << u"%1: braces"_s.arg(QLatin1StringView(entry.id));
                for (auto it = placeholder.globalMatch(text); it.hasNext();) {
                    const auto match = it.next();
                    if (!m_sources.arguments.contains(match.captured(1)))
                        problems << u"%1: nobody gives {%2}"_s.arg(QLatin1StringView(entry.id), match.captured(1));
                    if (match.hasCaptured(2) && !formats.contains(match.captured(2)))
                        problems << u"%1: no format %2"_s.arg(QLatin1StringView(entry.id), match.captured(2));
                }
            }
            if (QByteArrayView(entry.seen).contains("%n") != (entry.one != nullptr))
                problems << u"%1: %n and singular go together"_s.arg(QLatin1StringView(entry.id));
        });
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void sentence_fillsInWhatIsGiven()
    {
        const base::Message message = base::Message("ssh.refused"_msg).with("host", "spark-a").with("port", 22);
        QCOMPARE(engine::text::sentence(message), u"spark-a is there, but nothing answers at port 22."_s);
        QCOMPARE(
            engine::text::sentence(base::Message("ssh.refused"_msg)), u"? is there, but nothing answers at port ?."_s);
    }

    void sentence_writesNumbersAsItsLanguageDoes()
    {
        engine::text::Language language;
        const base::Message message = base::Message("preflight.rdma-traffic"_msg).with("spark", "a").with("gbps", 41.5);
        const auto says = [&](const QString &number) { return engine::text::sentence(message).contains(number); };
        QVERIFY(language.use(u"de"_s));
        QVERIFY2(says(u"41,5"_s), qPrintable(engine::text::sentence(message)));
        {
            const engine::text::InEnglish forPrograms;
            QVERIFY(says(u"41.5"_s));
        }
        QVERIFY2(!language.use(u"fr"_s), "a desktop of which there is no translation");
        QVERIFY2(says(u"41.5"_s), qPrintable(engine::text::sentence(message)));
        QVERIFY(language.use(u"en"_s));
        QVERIFY(says(u"41.5"_s));
    }

    void sentence_wordsForASocket()
    {
        const base::Message message =
            base::Message("cabling.plug-switch"_msg).with("number", 2).with("spark", "spark-b").with("cage", 0);
        QCOMPARE(engine::text::sentence(message),
            u"Plug cable 2 into spark-b, the socket next to the network plug, and into the switch."_s);
    }

    void sentence_doesNotReadWhatAnArgumentSays()
    {
        const base::Message message = base::Message("ssh.refused"_msg).with("host", "{port}{x}").with("port", 22);
        QCOMPARE(engine::text::sentence(message), u"{port}{x} is there, but nothing answers at port 22."_s);
    }

    void sentence_cleansAndBoundsArguments()
    {
        const std::string wild = "a\x1b]0;title\x07\xe2\x80\xae" + std::string(5000, 'x');
        const QString text =
            engine::text::sentence(base::Message("ssh.refused"_msg).with("host", wild).with("port", 22));
        QVERIFY(text.size() < 400);
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)));
        QVERIFY(text.contains(u"\\x1b"_s));
    }

    void sentence_ofAnUnknownId_isTheId()
    {
        base::Message message;
        message.id = "nobody.knows";
        QCOMPARE(engine::text::sentence(message), u"[nobody.knows]"_s);
        QVERIFY(engine::text::sentence(base::Message()).isEmpty());
    }

    void sentence_pluralInEnglish_withoutAnyTranslation()
    {
        const auto text = [](int count) {
            return engine::text::sentence(
                base::Message("plan.authorized-title"_msg).with("count", count).with("file", "f"));
        };
        QCOMPARE(text(1), u"Let one other Spark log in (f)"_s);
        QCOMPARE(text(3), u"Let 3 other Sparks log in (f)"_s);
    }

    void sentence_pluralOfATranslation_isUsed()
    {
        OneTranslation translation;
        QCoreApplication::installTranslator(&translation);
        const auto text = [](int count) {
            return engine::text::sentence(
                base::Message("plan.authorized-title"_msg).with("count", count).with("file", "f"));
        };
        const QString one = text(1), many = text(3);
        QCoreApplication::removeTranslator(&translation);
        QCOMPARE(one, u"Ein anderer (f)"_s);
        QCOMPARE(many, u"3 andere (f)"_s);
    }

    void arguments_areIsolated_andWhatIsJoinedStaysTogether()
    {
        using engine::text::isolatePlaceholders;
        const auto shown = [](const QString &text) { // brackets can be read
            return isolatePlaceholders(text).replace(QChar(0x2068), u'<').replace(QChar(0x2069), u'>');
        };
        QCOMPARE(shown(u"Cable %1: %2 to %L13."_s), u"Cable <%1>: <%2> to <%L13>."_s);
        QCOMPARE(shown(u"{spark} of {count:seconds} s"_s), u"<{spark}> of <{count:seconds}> s"_s);
        QCOMPARE(shown(u"in {host}:{path} (%1/%2)"_s), u"in <{host}:{path}> (<%1/%2>)"_s);
        QCOMPARE(shown(u"%n Sparks, 100% of them, {"_s), u"%n Sparks, 100% of them, {"_s);
        QCOMPARE(engine::text::withoutIsolates(isolatePlaceholders(u"{a} and %1"_s)), u"{a} and %1"_s);
        // Who is asked about may not end the isolation: such characters of others are never shown.
        const base::Message hostile = base::Message("ssh.refused"_msg).with("host", "a\u2069\u2068b").with("port", 22);
        QVERIFY(!engine::text::sentence(hostile).contains(QChar(0x2069)));
    }

    // In the window, and only where texts are read from right to left; German has none of it, nor has a document.
    void joinedParts_areIsolated_whereTextIsReadFromRightToLeft()
    {
        using engine::text::Language;
        const QStringList parts{u"DGX Spark"_s, u"/etc/netplan/40-cx7.yaml"_s};
        const auto joined = [&] { return engine::text::joined(parts, u" · "_s); };
        Language window(Language::Arguments::Isolated);
        QVERIFY(window.use(QString::fromUtf16(Language::kPseudo)));
        const QString mirrored = joined();
        QVERIFY2(engine::text::joined({}, u" · "_s).isEmpty(), "what is not there has no line");
        QVERIFY(window.use(u"de"_s));
        const QString german = joined();
        QVERIFY(window.use(u"en"_s));
        QCOMPARE(mirrored, u"\u200F\u2068DGX Spark\u2069 · \u2068/etc/netplan/40-cx7.yaml\u2069"_s);
        QVERIFY2(mirrored.isRightToLeft(), "though it begins with a name in Latin letters");
        QCOMPARE(german, u"DGX Spark · /etc/netplan/40-cx7.yaml"_s);
        QCOMPARE(joined(), german);
    }

    void arguments_areIsolated_whereTextIsReadFromRightToLeft()
    {
        using engine::text::Language;
        const base::Message message = base::Message("ssh.refused"_msg).with("host", "spark-a").with("port", 22);
        const auto isolated = [&] { return engine::text::sentence(message).contains(u"\u2068spark-a\u2069"_s); };
        const QString pseudo = QString::fromUtf16(Language::kPseudo);
        Language window(Language::Arguments::Isolated), commandLine;
        QVERIFY(window.use(pseudo));
        QVERIFY2(isolated(), qPrintable(engine::text::sentence(message)));
        {
            const engine::text::InEnglish english;
            QVERIFY(!isolated());
        }
        QVERIFY(window.use(u"de"_s));
        QVERIFY(!isolated() && engine::text::sentence(message).contains(u"spark-a"_s));
        QVERIFY(window.use(u"en"_s));
        QVERIFY(commandLine.use(pseudo));
        QVERIFY(!isolated());
        QVERIFY(commandLine.use(u"en"_s));
        // As for a language with a file of its own.
        engine::text::IsolatingTranslator translator;
        QVERIFY(translator.load(u":/i18n/sparkloom_de.qm"_s));
        translator.setIsolating(true);
        QCoreApplication::installTranslator(&translator);
        const bool done = isolated();
        QCoreApplication::removeTranslator(&translator);
        QVERIFY(done);
    }

    // Commands and options are the command line's way; entries that only it can show are left out.
    void window_namesNoCommand()
    {
        const QRegularExpression command(
            u"sparkloomctl|--(cable|host|mtu|pool|timer|cluster|insist|qps|yes|without|ssh-aliases)\\b"_s);
        QSet<QByteArrayView> commandLineOnly;
        for (const engine::text::Entry &entry : engine::text::commandLineEntries())
            commandLineOnly.insert(entry.id);
        for (const engine::text::Entry &entry : engine::text::membershipEntries())
            if (QByteArrayView(entry.id).startsWith("cli.") || QByteArrayView(entry.id).startsWith("prompt."))
                commandLineOnly.insert(entry.id);
        const auto restored = qScopeGuard([] { engine::text::setReader(engine::text::Reader::CommandLine); });
        int ownWords = 0;
        for (const auto entries : engine::text::allEntries())
            for (const engine::text::Entry &entry : entries) {
                base::Error error;
                error.message.id = entry.id;
                engine::text::setReader(engine::text::Reader::CommandLine);
                const QString typed = engine::text::explanationText(error);
                engine::text::setReader(engine::text::Reader::Window);
                const QString shown = engine::text::explanationText(error);
                ownWords += shown != typed;
                // An error comes along: what one page shows first, another one tells of later.
                QVERIFY2(!shown.contains(u"this page"_s), qPrintable(shown));
                if (!commandLineOnly.contains(entry.id))
                    QVERIFY2(!command.match(shown).hasMatch(), qPrintable(QLatin1String(entry.id) + u": "_s + shown));
            }
        QVERIFY(ownWords > 40);
    }

    void explanation_hasThreeParts()
    {
        const base::Error error{base::ErrorKind::Unreachable,
            base::Message("ssh.refused"_msg).with("host", "h").with("port", 22), "detail"};
        const engine::text::Explanation explanation = engine::text::explain(error);
        QVERIFY(!explanation.seen.isEmpty() && !explanation.meaning.isEmpty() && !explanation.remedy.isEmpty());
        QCOMPARE(engine::text::explanationText(error).split(u'\n').size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
