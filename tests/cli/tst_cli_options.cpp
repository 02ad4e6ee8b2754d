// SPDX-License-Identifier: GPL-3.0-or-later
// What command lines mean, and which are refused.
#include <QTest>

#include "cli/exitcode.h"
#include "cli/options.h"
#include "cli/table.h"

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::cli;

namespace {

const QString kPrint = u"SHA256:"_s + QString(43, u'A');

std::vector<CommandSyntax> syntax()
{
    return {{u"setup"_s, u"[HOST...]"_s, u"all"_s, u"long"_s,
                {{u"topology"_s, u"form"_s, u"FORM"_s}, {u"timeout"_s, u"wait"_s, u"SECONDS"_s}}, 0, 3},
        {u"add"_s, u"HOST..."_s, u"add"_s, u"long"_s, {}, 1, 2}, {u"status"_s, {}, u"state"_s, u"long"_s, {}}};
}

base::Result<Invocation> parse(const QString &line, const GlobalOptions &defaults = {})
{
    return parseCommandLine(line.split(u' ', Qt::SkipEmptyParts), syntax(), defaults);
}

std::string idOf(const base::Result<Invocation> &result)
{
    return result.ok() ? "ok" : result.error().message.id;
}

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void globalOptions_beforeAndAfterTheCommand()
    {
        for (const QString &line : {u"--yes --json --cluster lab setup a b --topology ring"_s,
                 u"setup --topology=ring a --yes b --json --cluster=lab"_s}) {
            const auto parsed = parse(line);
            QVERIFY2(parsed.ok(), idOf(parsed).c_str());
            QCOMPARE(parsed->command, u"setup"_s);
            QVERIFY(parsed->options.yes && parsed->options.json);
            QCOMPARE(parsed->options.cluster, u"lab"_s);
            QCOMPARE(parsed->arguments, (QStringList{u"a"_s, u"b"_s}));
            QCOMPARE(parsed->value(u"topology"_s), u"ring"_s);
        }
    }

    void valueOfAGlobalOption_isNotTakenForTheCommand()
    {
        const auto parsed = parse(u"--virtual pair --user setup status"_s);
        QVERIFY2(parsed.ok(), idOf(parsed).c_str());
        QCOMPARE(parsed->command, u"status"_s);
        QCOMPARE(parsed->options.virtualScenario, u"pair"_s);
        QCOMPARE(parsed->options.user, u"setup"_s);
    }

    void hostkey_severalWithFullFingerprints()
    {
        const auto parsed = parse(u"setup --hostkey spark-a=%1 --hostkey 192.168.1.7=%1"_s.arg(kPrint));
        QVERIFY2(parsed.ok(), idOf(parsed).c_str());
        QCOMPARE(parsed->options.hostKeys.size(), std::size_t(2));
        QCOMPARE(parsed->options.hostKeys[1].host, u"192.168.1.7"_s);
        QCOMPARE(parsed->options.hostKeys[1].fingerprint, kPrint);
    }

    void wrongLines_areUsageErrors_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("id");
        QTest::newRow("nothing") << u""_s << u"cli.no-command"_s;
        QTest::newRow("options only") << u"--json"_s << u"cli.no-command"_s;
        QTest::newRow("unknown command") << u"frobnicate"_s << u"cli.unknown-command"_s;
        QTest::newRow("unknown option") << u"setup --frobnicate"_s << u"cli.usage"_s;
        QTest::newRow("option of another command") << u"status --topology ring"_s << u"cli.usage"_s;
        QTest::newRow("value missing") << u"setup --topology"_s << u"cli.usage"_s;
        QTest::newRow("no accept-all") << u"setup --hostkey all"_s << u"cli.option-value"_s;
        QTest::newRow("short fingerprint") << u"setup --hostkey a=SHA256:abc"_s << u"cli.option-value"_s;
        QTest::newRow("other digest") << u"setup --hostkey a=MD5:00"_s << u"cli.option-value"_s;
        QTest::newRow("cluster with path") << u"--cluster ../x status"_s << u"cli.option-value"_s;
        QTest::newRow("user with shell text") << u"--user $(id) status"_s << u"cli.option-value"_s;
        QTest::newRow("descriptor is a word") << u"--secrets-fd three status"_s << u"cli.option-value"_s;
        QTest::newRow("negative descriptor") << u"--secrets-fd -1 status"_s << u"cli.option-value"_s;
        QTest::newRow("speed of nothing") << u"--speed 0 status"_s << u"cli.option-value"_s;
        QTest::newRow("too few") << u"add"_s << u"cli.too-few-arguments"_s;
        QTest::newRow("too many") << u"add a b c"_s << u"cli.too-many-arguments"_s;
        QTest::newRow("argument where none is taken") << u"status now"_s << u"cli.too-many-arguments"_s;
    }

    void wrongLines_areUsageErrors()
    {
        QFETCH(QString, line);
        QFETCH(QString, id);
        const auto parsed = parse(line);
        QCOMPARE(QString::fromStdString(idOf(parsed)), id);
        QVERIFY(parsed.error().kind == base::ErrorKind::Usage);
    }

    void help_needsNothingElse()
    {
        QVERIFY(parse(u"add --help"_s).ok());
        QVERIFY(parse(u"--help"_s).ok());
        QVERIFY(parse(u"--version"_s)->options.version);
        const QString help = commandHelp(syntax()[1]);
        QVERIFY(help.contains(u"Usage: sparkloomctl [OPTIONS] add HOST..."_s) && help.contains(u"--hostkey"_s));
        QVERIFY(overviewHelp(syntax()).contains(u"  status     state"_s));
    }

    void timeout_isBounded()
    {
        QVERIFY(!parse(u"setup"_s)->timeout()->has_value());
        QCOMPARE(**parse(u"setup --timeout 3"_s)->timeout(), std::chrono::milliseconds(3000));
        QVERIFY(!parse(u"setup --timeout 0"_s)->timeout().ok());
        QVERIFY(!parse(u"setup --timeout soon"_s)->timeout().ok());
    }

    void defaultsOfTheShell_holdForItsLines()
    {
        GlobalOptions defaults;
        defaults.yes = true;
        defaults.virtualScenario = u"ring"_s;
        const auto parsed = parse(u"status"_s, defaults);
        QVERIFY(parsed->options.yes);
        QCOMPARE(parsed->options.virtualScenario, u"ring"_s);
    }

    void splitLine_quotes()
    {
        QCOMPARE(
            *splitLine(u"  plug  spark-a:0\t'b c' \"\" "_s), (QStringList{u"plug"_s, u"spark-a:0"_s, u"b c"_s, u""_s}));
        QVERIFY(splitLine(u""_s)->isEmpty());
        QVERIFY(!splitLine(u"say 'x"_s).ok());
    }

    void exitCodes_areThoseOfTheManPage()
    {
        using base::ErrorKind;
        const std::pair<ErrorKind, int> table[] = {{ErrorKind::Failed, 1}, {ErrorKind::Usage, 2},
            {ErrorKind::NotKnown, 3}, {ErrorKind::Unreachable, 4}, {ErrorKind::SignIn, 4}, {ErrorKind::Refused, 5},
            {ErrorKind::Cancelled, 1}, {ErrorKind::Protocol, 1}, {ErrorKind::Internal, 1}};
        for (const auto &[kind, code] : table)
            QCOMPARE(static_cast<int>(exitCodeOf(kind)), code);
    }

    void table_alignsItsColumns()
    {
        Table table({u"NAME"_s, u"STATE"_s});
        table.add({u"spark-a"_s, u"ready"_s});
        table.add({u"b"_s, u""_s});
        QCOMPARE(table.lines(), (QStringList{u"NAME     STATE"_s, u"spark-a  ready"_s, u"b"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_cli_options.moc"
