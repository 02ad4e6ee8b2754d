// SPDX-License-Identifier: GPL-3.0-or-later
// The house rules of design.md section 4, checked on the sources themselves.
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// A folder of the house and what its files may include. Longest prefix wins.
struct Room {
    QString folder;
    QStringList ours;  // folders below src/ whose headers may be included, beside its own
    QStringList outer; // prefixes of <...> headers beyond the standard library
};

const QList<Room> &rooms()
{
    static const QStringList qtCore = {u"Q"_s, u"qcoro"_s};
    static const QList<Room> table = {
        {u"base"_s, {}, {}},
        {u"domain"_s, {u"base"_s}, {}},
        {u"protocol"_s, {u"base"_s, u"domain"_s}, {u"nlohmann/"_s}},
        {u"agent"_s, {u"base"_s, u"domain"_s, u"protocol"_s},
            {u"nlohmann/"_s, u"dlfcn.h"_s}}, // libraries that a Spark may lack
        {u"engine"_s, {u"base"_s, u"domain"_s, u"protocol"_s}, qtCore},
        {u"adapters/ssh"_s, {u"base"_s, u"domain"_s, u"protocol"_s, u"engine"_s},
            {u"Q"_s, u"libssh/"_s, u"dlfcn.h"_s}}, // loaded with its first call
        {u"adapters"_s, {u"base"_s, u"domain"_s, u"protocol"_s, u"engine"_s}, {u"Q"_s, u"KDNSSD/"_s}},
        {u"sim"_s, {u"base"_s, u"domain"_s, u"protocol"_s, u"agent"_s}, {u"nlohmann/"_s, u"libssh/"_s}},
        {u"viewmodels"_s, {u"base"_s, u"domain"_s, u"protocol"_s, u"engine"_s}, qtCore},
        {u"widgets"_s, {u"base"_s, u"domain"_s, u"engine"_s, u"viewmodels"_s}, {u"Q"_s}},
        {u"workplace"_s, {u"base"_s, u"engine"_s, u"adapters"_s}, {u"Q"_s}},
        {u"gui"_s, {u"base"_s, u"domain"_s, u"protocol"_s, u"engine"_s, u"workplace"_s, u"viewmodels"_s, u"widgets"_s},
            {u"Q"_s, u"qcoro"_s}},
        {u"cli"_s, {u"base"_s, u"domain"_s, u"protocol"_s, u"engine"_s, u"workplace"_s}, qtCore},
    };
    return table;
}

// Headers that are neither ours nor the C++ library: Qt, and libraries in folders.
bool isStandard(const QString &header)
{
    static const QStringList systemFolders = {u"sys/"_s, u"linux/"_s, u"net/"_s, u"netinet/"_s, u"arpa/"_s};
    if (!header.contains(u'/'))
        return !header.startsWith(u'Q') && header != u"dlfcn.h"_s && !header.startsWith(u"qcoro"_s);
    for (const QString &folder : systemFolders)
        if (header.startsWith(folder))
            return true;
    return false;
}

QString sourceRoot()
{
    return QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR"));
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator it(sourceRoot() + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

QString relative(const QString &path)
{
    return QDir(sourceRoot()).relativeFilePath(path);
}

const Room *roomOf(const QString &pathBelowSrc)
{
    const Room *best = nullptr;
    for (const Room &room : rooms())
        if (pathBelowSrc.startsWith(room.folder + u'/') && (!best || room.folder.size() > best->folder.size()))
            best = &room;
    return best;
}

// What is wrong with one include, empty where nothing is.
QString includeProblem(const Room &room, const QString &pathBelowSrc, bool quoted, const QString &header)
{
    if (quoted) {
        const QString folder = header.section(u'/', 0, 0);
        if (!header.contains(u'/') || folder == pathBelowSrc.section(u'/', 0, 0)) {
            // Adapters never include each other.
            if (folder == u"adapters"_s && header.section(u'/', 0, 1) != pathBelowSrc.section(u'/', 0, 1))
                return u"an adapter includes another adapter"_s;
            return {};
        }
        if (!QFile::exists(sourceRoot() + u"/src/"_s + header))
            return {}; // generated (ui_*.h, moc)
        return room.ours.contains(folder) ? QString() : u"layer %1 may not include %2"_s.arg(room.folder, folder);
    }
    if (isStandard(header))
        return {};
    for (const QString &prefix : room.outer)
        if (header.startsWith(prefix))
            return {};
    return u"layer %1 may not include <%2>"_s.arg(room.folder, header);
}

// Qt headers of the window that engine and view-models must not know.
const QStringList kWindowHeaders = {u"QWidget"_s, u"QApplication"_s, u"QGuiApplication"_s, u"QPainter"_s, u"QColor"_s,
    u"QIcon"_s, u"QPixmap"_s, u"QtWidgets"_s, u"QtGui"_s, u"QtCharts"_s, u"QChart"_s};

} // namespace

class TestArch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(sourceRoot() + u"/src/base/result.h"_s), "SPARKLOOM_SOURCE_DIR does not name the tree");
    }

    void layers_includesFollowTheTable()
    {
        static const QRegularExpression include(
            u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s, QRegularExpression::MultilineOption);
        QStringList problems;
        int seen = 0;
        for (const QString &path : filesBelow(u"src"_s, {u"*.h"_s, u"*.cpp"_s})) {
            const QString below = relative(path).mid(4);
            const Room *room = roomOf(below);
            if (!room) {
                problems << u"%1: no layer"_s.arg(below);
                continue;
            }
            for (auto it = include.globalMatch(readText(path)); it.hasNext();) {
                const auto match = it.next();
                ++seen;
                const QString problem = includeProblem(*room, below, match.captured(1) == u"\""_s, match.captured(2));
                if (!problem.isEmpty())
                    problems << u"%1: %2 (%3)"_s.arg(below, problem, match.captured(2));
            }
        }
        QVERIFY(seen > 100);
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void engineAndViewModels_knowNoWindow()
    {
        QStringList problems;
        for (const QString &folder : {u"src/engine"_s, u"src/viewmodels"_s, u"src/workplace"_s, u"src/cli"_s})
            for (const QString &path : filesBelow(folder, {u"*.h"_s, u"*.cpp"_s})) {
                const QString text = readText(path);
                for (const QString &header : kWindowHeaders)
                    if (text.contains(u"#include <%1"_s.arg(header)))
                        problems << u"%1 includes %2"_s.arg(relative(path), header);
            }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void onlyTheCompositionRoot_includesAdapters()
    {
        QStringList problems;
        for (const QString &path : filesBelow(u"src"_s, {u"*.h"_s, u"*.cpp"_s})) {
            const QString below = relative(path).mid(4);
            if (below.startsWith(u"adapters/"_s) || below.startsWith(u"workplace/"_s))
                continue;
            if (readText(path).contains(u"#include \"adapters/"_s))
                problems << below;
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void libsshHeaders_onlyInTheSshAdapterAndTheSimulator()
    {
        QStringList problems;
        for (const QString &path : filesBelow(u"src"_s, {u"*.h"_s, u"*.cpp"_s})) {
            const QString below = relative(path).mid(4);
            if (!below.startsWith(u"adapters/ssh/"_s) && !below.startsWith(u"sim/"_s)
                && readText(path).contains(u"#include <libssh"_s))
                problems << below;
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    // Calls into libssh that a hostile server has been able to abuse, and that nothing here needs.
    void libssh_isCalledForNothingRisky()
    {
        static const QRegularExpression risky(
            u"\\b(ssh_scp_\\w+|sftp_\\w+|ssh_get_hexa|ssh_userauth_gssapi|ssh_options_parse_config)\\s*\\("_s);
        for (const QString &path : filesBelow(u"src/adapters/ssh"_s, {u"*.h"_s, u"*.cpp"_s}))
            QVERIFY2(!readText(path).contains(risky), qPrintable(relative(path)));
    }

    // Names come from the network: nothing in the window may take them for HTML.
    void shownText_isPlain()
    {
        static const QRegularExpression guessing(
            u"(?<!Plain)\\bsetToolTip\\(|\\bnew QLabel\\b|\\bQLabel \\w|QTextBrowser|setHtml\\(|QToolTip::showText"_s);
        QStringList problems;
        for (const QString &folder : {u"src/widgets"_s, u"src/gui"_s})
            for (const QString &path : filesBelow(folder, {u"*.h"_s, u"*.cpp"_s})) {
                const QString text = readText(path);
                const bool boxMayGuess =
                    text.contains(u"new QMessageBox"_s) && !text.contains(u"setTextFormat(Qt::PlainText)"_s);
                if (!path.contains(u"/common/plain"_s) && (boxMayGuess || text.contains(guessing)))
                    problems << relative(path);
            }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void everySource_beginsWithItsLicence()
    {
        const QStringList apache = {u"src/base/"_s, u"src/domain/"_s, u"src/protocol/"_s, u"src/agent/"_s};
        QStringList problems;
        for (const QString &folder : {u"src"_s, u"tests"_s, u"cmake"_s, u"packaging"_s})
            for (const QString &path :
                filesBelow(folder, {u"*.h"_s, u"*.cpp"_s, u"*.cmake"_s, u"CMakeLists.txt"_s, u"*.sh"_s})) {
                const QString head = readText(path).left(300);
                bool wantsApache = false;
                for (const QString &prefix : apache)
                    wantsApache |= relative(path).startsWith(prefix);
                const QString licence = wantsApache ? u"Apache-2.0"_s : u"GPL-3.0-or-later"_s;
                if (!head.contains(u"SPDX-License-Identifier: "_s + licence))
                    problems << u"%1: no %2"_s.arg(relative(path), licence);
            }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void files_holdOneConcern()
    {
        // About 500 lines (working rules); a tenth of slack so that a small fix needs no move.
        constexpr int kMost = 550;
        QStringList problems;
        for (const QString &folder : {u"src"_s, u"tests"_s})
            for (const QString &path : filesBelow(folder, {u"*.h"_s, u"*.cpp"_s})) {
                const auto lines = readText(path).count(u'\n');
                if (lines > kMost)
                    problems << u"%1: %2 lines"_s.arg(relative(path)).arg(lines);
            }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void lines_fitAReader()
    {
        constexpr int kColumns = 120; // .clang-format
        QStringList problems;
        for (const QString &path : filesBelow(u"src"_s, {u"*.h"_s, u"*.cpp"_s})) {
            const QStringList lines = readText(path).split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i)
                if (lines.at(i).size() > kColumns)
                    problems << u"%1:%2"_s.arg(relative(path)).arg(i + 1);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void tree_carriesNoMarksOfUnfinishedWork()
    {
        static const QRegularExpression marks(u"\\b(TODO|FIXME|XXX|HACK)\\b"_s);
        QStringList problems;
        for (const QString &folder : {u"src"_s, u"ui"_s, u"packaging"_s})
            for (const QString &path : filesBelow(
                     folder, {u"*.h"_s, u"*.cpp"_s, u"*.ui"_s, u"*.sh"_s, u"*.md"_s, u"*.py"_s, u"CMakeLists.txt"_s}))
                if (marks.match(readText(path)).hasMatch())
                    problems << relative(path);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void programs_linkOnlyWhatTheyMay_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("forbidden");
        QTest::newRow("command line without window") << u"sparkloomctl"_s << u"libQt6(Widgets|Gui|Charts)|libssh"_s;
        QTest::newRow("agent without Qt and C++ runtime")
            << u"sparkloom-agent"_s << u"libQt6|libstdc\\+\\+|libgcc_s|libssh"_s;
        QTest::newRow("simulator without Qt") << u"sparkloom-sim"_s << u"libQt6"_s;
        QTest::newRow("window without CUDA, and its first frame without OpenSSL")
            << u"sparkloom"_s << u"libcuda|libnccl|libssh|libcrypto"_s;
    }

    void programs_linkOnlyWhatTheyMay()
    {
        QFETCH(QString, program);
        QFETCH(QString, forbidden);
        const QString path = QString::fromLocal8Bit(qgetenv("SPARKLOOM_BIN_DIR")) + u'/' + program;
        if (!QFile::exists(path))
            QSKIP("not part of this build");
        QProcess readelf;
        readelf.start(u"readelf"_s, {u"-d"_s, path});
        QVERIFY(readelf.waitForFinished());
        const QString output = QString::fromUtf8(readelf.readAllStandardOutput());
        QVERIFY(output.contains(u"NEEDED"_s));
        QVERIFY2(!QRegularExpression(forbidden).match(output).hasMatch(), qPrintable(output));
    }
};

QTEST_GUILESS_MAIN(TestArch)
#include "tst_arch.moc"
