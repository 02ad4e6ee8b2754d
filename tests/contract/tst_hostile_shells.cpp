// SPDX-License-Identifier: GPL-3.0-or-later
// Login shells that are none of POSIX, and profiles that print: probe, upload, agent and removal through the real
// sshd, with the real agent, in a home folder of the test's own.
#include "opensshserver.h"

#include "../support/await.h"
#include "../support/finish.h"
#include "../support/sample.h"
#include "adapters/ssh/hostfactory.h"
#include "base/sha256.h"
#include "engine/hosts/agentdeployer.h"
#include "engine/hosts/remotecommand.h"
#include "protocol/codec.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using test::await;

namespace {

// This machine's own agent, whatever machine it is.
class BuiltAgent : public engine::AgentImages {
public:
    BuiltAgent()
    {
        QFile file(qEnvironmentVariable("SPARKLOOM_BIN_DIR") + QStringLiteral("/sparkloom-agent"));
        if (file.open(QIODevice::ReadOnly))
            m_image.bytes = file.readAll();
        const std::string_view bytes(m_image.bytes.constData(), static_cast<std::size_t>(m_image.bytes.size()));
        m_image.sha256 = QString::fromStdString(base::sha256Hex(bytes));
    }
    std::optional<Image> forMachine(const QString &) const override { return m_image; }

private:
    Image m_image;
};

std::string problemOf(const base::Error &error)
{
    const auto code = error.message.arguments.find("code");
    const auto *number = code == error.message.arguments.end() ? nullptr : std::get_if<std::int64_t>(&code->second);
    return error.message.id + (number ? " " + std::to_string(*number) : std::string()) + ": " + error.detail;
}

// What sshd runs as the login shell: says something first, then gives the command line to a shell as sshd would.
QByteArray loginShell(const QString &home, const char *before, const char *shell)
{
    return "ForceCommand export HOME=" + home.toUtf8() + "; " + before + " exec " + shell
        + " -c \"$SSH_ORIGINAL_COMMAND\"\n";
}

} // namespace

class TestShells : public QObject {
    Q_OBJECT

    // Everything that the engine does with a shell; the message that it ends with, "" when all went well.
    QCoro::Task<std::string> wholeWay(std::shared_ptr<engine::RemoteHost> host)
    {
        const base::Result<engine::RunningAgent> agent =
            co_await engine::startAgent(host, &m_images, engine::CancelToken());
        if (!agent)
            co_return problemOf(agent.error());
        const std::shared_ptr<engine::AgentClient> client = agent->client;
        const std::string question = protocol::encode(protocol::InventoryRequest{});
        const base::Result<std::string> facts =
            co_await client->request("inventory", question, std::chrono::seconds(20), engine::CancelToken());
        if (!facts)
            co_return facts.error().message.id;
        client->close();
        const base::Result<engine::CommandOutput> checked = co_await engine::runCommand(
            host, protocol::SudoCheckCommand(), {}, std::chrono::seconds(20), engine::CancelToken());
        if (!checked)
            co_return checked.error().message.id;
        const base::Result<engine::CommandOutput> removed = co_await engine::runCommand(
            host, protocol::RemoveAgentCommand(), {}, std::chrono::seconds(20), engine::CancelToken());
        if (!removed || removed->exitCode != 0)
            co_return "not removed";
        co_return std::string();
    }
    BuiltAgent m_images;

private Q_SLOTS:
    void shell_servesTheAgent_data()
    {
        QTest::addColumn<QByteArray>("shell");
        QTest::addColumn<QByteArray>("before");
        const QByteArray noisy =
            "printf 'Welcome to your Spark\\n{ \\033[31mno json\\033[0m\\n'; head -c 3000 /dev/urandom;";
        for (const char *shell : {"sh", "bash", "fish", "tcsh"}) {
            if (test::isFull())
                QTest::addRow("%s", shell) << QByteArray(shell) << QByteArray();
            QTest::addRow("%s with a profile that prints", shell) << QByteArray(shell) << noisy;
        }
    }
    void shell_servesTheAgent()
    {
        QFETCH(QByteArray, shell);
        QFETCH(QByteArray, before);
        if (QStandardPaths::findExecutable(QString::fromLatin1(shell)).isEmpty())
            QSKIP((shell + " is not installed here").constData());
        const QTemporaryDir home;
        const test::OpenSshServer server(loginShell(home.path(), before.constData(), shell.constData()));
        ssh::SshHostFactory factory;
        const std::shared_ptr<engine::RemoteHost> host = factory.create();
        QVERIFY(await(host->connectToHost(server.endpoint())).ok());
        QVERIFY(await(host->signIn(server.credentials())).ok());
        const auto problem = test::finish(wholeWay(host));
        QVERIFY(problem);
        QVERIFY2(problem->empty(), problem->c_str());
        // fish keeps a history and settings of its own there; nothing of ours may stay.
        QVERIFY(!QDir(home.path()).exists(QStringLiteral(".cache/sparkloom")));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const test::OpenSshServer server;
    if (!server.problem().isEmpty()) {
        qWarning("skipped: %s", qPrintable(server.problem()));
        return 77;
    }
    TestShells test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hostile_shells.moc"
