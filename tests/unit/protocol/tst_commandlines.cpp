// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "protocol/commandlines.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

using namespace sparkloom;
using namespace sparkloom::protocol;

namespace {

const std::string kHash(64, 'a');
const std::string kNonce = "0123456789abcdef0123456789abcdef";
const std::string kPrompt = "fedcba9876543210fedcba9876543210";

struct Ran {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

// Runs a command line as sshd does: by the login shell, with its -c option.
Ran runIn(const QString &home, const std::string &command, const QByteArray &input = {},
    const QString &shell = QStringLiteral("/bin/sh"))
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(shell, {QStringLiteral("-c"), QString::fromStdString(command)});
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (!process.waitForFinished(20000)) {
        process.kill();
        process.waitForFinished();
        return ran;
    }
    ran.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128;
    ran.output = process.readAllStandardOutput();
    ran.errors = process.readAllStandardError();
    return ran;
}

std::string hashOf(const QByteArray &bytes)
{
    return base::sha256Hex(bytes.toStdString());
}

QString agentPath(const QString &home, const std::string &hash)
{
    return home + QStringLiteral("/.cache/sparkloom/agent-") + QString::fromStdString(hash.substr(0, 16))
        + QStringLiteral("/sparkloom-agent");
}

unsigned modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(path.toLocal8Bit().constData(), &info) == 0 ? info.st_mode & 07777u : 0xffffu;
}

// A stand-in for the agent: says how it was started and what it can read.
QByteArray fakeAgent()
{
    return "#!/bin/sh\nprintf 'AGENT %s umask=%s\\n' \"$*\" \"$(umask)\"\ncat\n";
}

bool canUnshare()
{
    return ::geteuid() == 0
        && QProcess::execute(QStringLiteral("/usr/bin/unshare"), {QStringLiteral("-m"), QStringLiteral("true")}) == 0;
}

std::vector<CommandLine> everyCommand()
{
    return {ProbeCommand{kNonce}, UploadCommand{kHash}, ServeCommand{kHash}, SudoCheckCommand{},
        PrivilegedCommand{kHash, kNonce, std::nullopt}, PrivilegedCommand{kHash, kNonce, kPrompt},
        RemoveAgentCommand{}};
}

} // namespace

class TestCommandLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renderAndParseAreInverse();
    void nothingElseIsParsed();
    void wrongValuesRenderToNothing();
    void textIsSafeForEveryShell();
    void probe();
    void uploadAndServe();
    void uploadRefusals();
    void uploadToNoexecFolder();
    void serveRefusals();
    void removeAgent();
    void privileged_data();
    void privileged();
};

void TestCommandLines::renderAndParseAreInverse()
{
    std::set<std::string> seen;
    for (const CommandLine &command : everyCommand()) {
        const std::string text = render(command);
        QVERIFY(!text.empty());
        QVERIFY2(seen.insert(text).second, text.c_str());
        const auto parsed = parseCommandLine(text);
        QVERIFY2(parsed && *parsed == command, text.c_str());
    }
    QCOMPARE(rootAgentPath(kHash), std::string("/usr/local/libexec/sparkloom/sparkloom-agent-aaaaaaaaaaaaaaaa"));
}

void TestCommandLines::nothingElseIsParsed()
{
    std::mt19937 random(2);
    for (const CommandLine &command : everyCommand()) {
        const std::string text = render(command);
        QVERIFY(!parseCommandLine(text + ' ') && !parseCommandLine(' ' + text) && !parseCommandLine(text + "; id"));
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string changed = text;
            changed[i] = static_cast<char>(changed[i] ^ (1 + random() % 127));
            // Another hex digit may give another valid command; it must then be that command.
            if (const auto parsed = parseCommandLine(changed))
                QCOMPARE(render(*parsed), changed);
            QVERIFY(!parseCommandLine(std::string_view(text).substr(0, i)));
        }
    }
    QVERIFY(!parseCommandLine("") && !parseCommandLine("id"));
    // The folder's digits must belong to the hash.
    std::string text = render(ServeCommand{kHash});
    text.replace(text.find("agent-aaaa") + 6, 1, "b");
    QVERIFY(!parseCommandLine(text));
}

void TestCommandLines::wrongValuesRenderToNothing()
{
    for (const std::string &bad :
        {std::string(), std::string("a"), std::string(64, 'A'), std::string(64, 'g'), std::string("';id;'")}) {
        QVERIFY(render(UploadCommand{bad}).empty());
        QVERIFY(render(ServeCommand{bad}).empty());
        QVERIFY(render(ProbeCommand{bad}).empty());
        QVERIFY(render(PrivilegedCommand{kHash, bad, std::nullopt}).empty());
        QVERIFY(render(PrivilegedCommand{kHash, kNonce, bad}).empty());
    }
}

// csh expands '!' even in single quotes, fish reads \\ and \' there, and a newline ends a quoted text in csh.
void TestCommandLines::textIsSafeForEveryShell()
{
    for (const CommandLine &command : everyCommand()) {
        const std::string text = render(command);
        QVERIFY(text.starts_with("exec /bin/sh -c '"));
        QVERIFY(text.find_first_of("!\n\r\t") == std::string::npos);
        QVERIFY(text.find("\\\\") == std::string::npos && text.find("\\'") == std::string::npos);
        for (const char c : text)
            QVERIFY(c >= 0x20 && c < 0x7f);
        QVERIFY(text.size() < 4000);
    }
}

void TestCommandLines::probe()
{
    QTemporaryDir home;
    for (const char *shell : {"/bin/sh", "/bin/bash"}) {
        const Ran ran = runIn(home.path(), render(ProbeCommand{kNonce}), {}, QString::fromLatin1(shell));
        QCOMPARE(ran.exitCode, 0);
        const QList<QByteArray> lines = ran.output.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], QByteArray("SPARKLOOM-PROBE ") + kNonce.c_str());
        QVERIFY(lines[1] == "x86_64" || lines[1] == "aarch64");
        QCOMPARE(lines[3], QByteArray::number(::getuid()));
        QCOMPARE(lines[4], home.path().toLocal8Bit());
    }
}

void TestCommandLines::uploadAndServe()
{
    QTemporaryDir home;
    const QByteArray agent = fakeAgent();
    const std::string hash = hashOf(agent);
    for (int round = 0; round < 2; ++round) { // the second upload replaces the first
        const Ran stored = runIn(home.path(), render(UploadCommand{hash}), agent);
        QVERIFY2(stored.exitCode == 0, stored.errors.constData());
        QCOMPARE(stored.output, QByteArray("STORED ") + hash.c_str() + "\n");
    }
    const QString path = agentPath(home.path(), hash);
    QCOMPARE(modeOf(path), 0700u);
    QCOMPARE(modeOf(QFileInfo(path).path()), 0700u);
    QCOMPARE(modeOf(home.path() + QStringLiteral("/.cache/sparkloom")), 0700u);
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);

    const Ran served = runIn(home.path(), render(ServeCommand{hash}), "hello\n");
    QVERIFY2(served.exitCode == 0, served.errors.constData());
    QCOMPARE(served.output, QByteArray("AGENT serve umask=0022\nhello\n"));
}

void TestCommandLines::uploadRefusals()
{
    QTemporaryDir home;
    const QByteArray agent = fakeAgent();
    const std::string hash = hashOf(agent);
    QCOMPARE(runIn(home.path(), render(UploadCommand{hash}), agent + "x").exitCode, 3);
    QCOMPARE(runIn(home.path(), render(UploadCommand{hash}), agent.chopped(1)).exitCode, 3);
    const QString folder = QFileInfo(agentPath(home.path(), hash)).path();
    QVERIFY(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());

    QCOMPARE(runIn(QStringLiteral("relative"), render(UploadCommand{hash}), agent).exitCode, 4);
    QCOMPARE(runIn(QStringLiteral("/proc/self"), render(UploadCommand{hash}), agent).exitCode, 4);
    // A link in the place of our folder is not followed.
    QTemporaryDir other, target;
    QVERIFY(QDir(other.path()).mkpath(QStringLiteral(".cache")));
    QVERIFY(QFile::link(target.path(), other.path() + QStringLiteral("/.cache/sparkloom")));
    QCOMPARE(runIn(other.path(), render(UploadCommand{hash}), agent).exitCode, 4);
    QVERIFY(QDir(target.path()).isEmpty());
}

void TestCommandLines::uploadToNoexecFolder()
{
    if (!canUnshare())
        QSKIP("a mount namespace needs root");
    QTemporaryDir home;
    const QByteArray agent = fakeAgent();
    QFile command(home.path() + QStringLiteral("/command"));
    QVERIFY(command.open(QIODevice::WriteOnly)
        && command.write(QByteArray::fromStdString(render(UploadCommand{hashOf(agent)}))) > 0);
    command.close();
    const std::string inside =
        "exec unshare -m /bin/sh -c 'mkdir \"$HOME/m\"; mount -t tmpfs -o noexec tmpfs \"$HOME/m\"; "
        "C=\"$HOME/command\"; "
        "HOME=\"$HOME/m\"; export HOME; /bin/sh \"$C\"; echo \"exit $?\"; find \"$HOME\" -name sparkloom-agent -o "
        "-name .upload*'";
    const Ran ran = runIn(home.path(), inside, agent);
    QCOMPARE(ran.output, QByteArray("exit 5\n"));
}

void TestCommandLines::serveRefusals()
{
    QTemporaryDir home;
    const QByteArray agent = fakeAgent();
    const std::string hash = hashOf(agent);
    QCOMPARE(runIn(home.path(), render(ServeCommand{hash})).exitCode, 3);
    QCOMPARE(runIn(home.path(), render(UploadCommand{hash}), agent).exitCode, 0);
    QFile file(agentPath(home.path(), hash));
    QVERIFY(file.open(QIODevice::Append) && file.write("# swapped\n") > 0);
    file.close();
    const Ran ran = runIn(home.path(), render(ServeCommand{hash}), "hello\n");
    QCOMPARE(ran.exitCode, 3);
    QVERIFY(ran.output.isEmpty());
}

// ~/.cache goes with it only where the upload made it and nothing else is in it.
void TestCommandLines::removeAgent()
{
    const QByteArray agent = fakeAgent();
    QTemporaryDir fresh, shared, older;
    QVERIFY(QDir(older.path()).mkpath(QStringLiteral(".cache")));
    for (const QString &home : {fresh.path(), shared.path(), older.path()})
        QCOMPARE(runIn(home, render(UploadCommand{hashOf(agent)}), agent).exitCode, 0);
    QVERIFY(QDir(shared.path()).mkpath(QStringLiteral(".cache/other")));
    for (int round = 0; round < 2; ++round)
        for (const QString &home : {fresh.path(), shared.path(), older.path()})
            QCOMPARE(runIn(home, render(RemoveAgentCommand{})).exitCode, 0);
    QVERIFY(!QFile::exists(fresh.path() + QStringLiteral("/.cache")));
    QCOMPARE(QDir(shared.path() + QStringLiteral("/.cache"))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("other")});
    QVERIFY(QDir(older.path() + QStringLiteral("/.cache")).isEmpty());
}

void TestCommandLines::privileged_data()
{
    QTest::addColumn<bool>("withPassword");
    QTest::newRow("no password needed") << false;
    QTest::newRow("with password") << true;
}

// Runs the real script as root in a mount namespace of its own, where /usr/local is empty and sudo is a stand-in that
// keeps to the part of sudo's behaviour that matters: prompt on stderr, one line of stdin, then the command.
void TestCommandLines::privileged()
{
    QFETCH(bool, withPassword);
    if (!canUnshare())
        QSKIP("a mount namespace needs root");
    QTemporaryDir home;
    const QByteArray agent = fakeAgent();
    const std::string hash = hashOf(agent);
    QCOMPARE(runIn(home.path(), render(UploadCommand{hash}), agent).exitCode, 0);

    QFile sudo(home.path() + QStringLiteral("/sudo"));
    QVERIFY(sudo.open(QIODevice::WriteOnly));
    sudo.write(
        "#!/bin/sh\nprompt=\nwhile [ \"$1\" != -- ]; do [ \"$1\" = -p ] && { prompt=$2; shift; }; shift; done\nshift\n"
        "if [ -n \"$prompt\" ]; then printf %s \"$prompt\" >&2; read -r password; [ \"$password\" = canary ] || exit "
        "1; fi\n"
        "exec env -i SUDO_UID=4711 \"$@\"\n");
    sudo.close();
    QVERIFY(sudo.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const CommandLine command = PrivilegedCommand{hash, kNonce, withPassword ? std::optional(kPrompt) : std::nullopt};
    QFile script(home.path() + QStringLiteral("/command"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(QByteArray::fromStdString(render(command)));
    script.close();
    // One folder per run of the namespace: /usr/local, sudo in /usr/sbin, and a user 4711 whose home is ours.
    const QString prepare = QStringLiteral("set -e; H='%1'; mount -t tmpfs tmpfs /usr/local; mount -t tmpfs tmpfs "
                                           "/usr/sbin; cp \"$H/sudo\" /usr/sbin/sudo; "
                                           "cp /etc/passwd \"$H/passwd\"; echo \"tester:x:4711:4711::$H:/bin/sh\" >> "
                                           "\"$H/passwd\"; mount --bind \"$H/passwd\" /etc/passwd; "
                                           "run() { if [ -n '%2' ]; then { echo canary; echo data; } | /bin/sh "
                                           "\"$H/command\"; else echo data | /bin/sh \"$H/command\"; fi; }; ")
                                .arg(home.path(), withPassword ? QStringLiteral("yes") : QString());
    const auto inside = [&](const QString &steps) {
        return runIn(home.path(),
            "exec unshare -m /bin/sh -c \"$(cat <<'EOS'\n" + (prepare + steps).toStdString() + "\nEOS\n)\"");
    };
    const QByteArray started = QByteArray("OK-") + kNonce.c_str() + "\nAGENT privileged umask=0022\ndata\n";

    const QString root = QString::fromStdString(rootAgentPath(hash));
    Ran ran = inside(
        QStringLiteral("run; stat -c '%a %U' %1 /usr/local/libexec/sparkloom; ls -A /usr/local/libexec/sparkloom")
            .arg(root));
    QVERIFY2(ran.exitCode == 0, ran.errors.constData());
    QCOMPARE(
        ran.output, started + "755 root\n755 root\n.made-parent\nsparkloom-agent-" + hash.substr(0, 16).c_str() + "\n");
    QCOMPARE(ran.errors.contains(kPrompt.c_str()), withPassword);
    QVERIFY(!ran.output.contains("canary"));

    // With the right copy there the user's file is not looked at any more.
    ran = inside(QStringLiteral("run; rm -r \"$H/.cache\"; run; find /usr/local -newer %1 -type f | wc -l").arg(root));
    QCOMPARE(ran.output, started + started + "0\n");
    QCOMPARE(runIn(home.path(), render(UploadCommand{hash}), agent).exitCode, 0);

    // A copy that somebody changed is replaced; a link is not followed; a swapped user file is refused.
    ran = inside(QStringLiteral(
        "mkdir -p /usr/local/libexec/sparkloom; echo bad > %1; chmod 755 %1; run; ls -A /usr/local/libexec/sparkloom")
                     .arg(root));
    QCOMPARE(ran.output, started + "sparkloom-agent-" + hash.substr(0, 16).c_str() + "\n");
    ran = inside(QStringLiteral("mkdir -p /usr/local/libexec \"$H/evil\"; ln -s \"$H/evil\" "
                                "/usr/local/libexec/sparkloom; set +e; run; echo \"exit $?\"; ls -A \"$H/evil\""));
    QCOMPARE(ran.output, QByteArray("OK-") + kNonce.c_str() + "\nexit 4\n");
    ran = inside(QStringLiteral("echo '# swapped' >> '%1'; set +e; run; echo \"exit $?\"; find /usr/local -type f "
                                "-name '*agent*' -o -name '.new*'")
                     .arg(agentPath(home.path(), hash)));
    QCOMPARE(ran.output, QByteArray("OK-") + kNonce.c_str() + "\nexit 3\n");
}

QTEST_GUILESS_MAIN(TestCommandLines)
#include "tst_commandlines.moc"
