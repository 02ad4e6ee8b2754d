// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the Sparks in ~/.ssh on a real file system: links, modes, other people's files, and what ssh itself makes of
// it.
#include "../../../support/await.h"
#include "adapters/store/sshaliasstore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sparkloom;
using store::FileSshAliasStore;
using test::await;
using namespace Qt::Literals::StringLiterals;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status;
    return lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class TestSshAliasStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    store::StorePaths m_paths;
    std::unique_ptr<FileSshAliasStore> m_store;

    QString config() const { return m_paths.ssh + u"/config"_s; }
    QString names() const { return m_paths.ssh + u"/sparkloom_aliases"_s; }
    static void put(const QString &path, const QByteArray &text, mode_t mode = 0600)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        QCOMPARE(chmod(QFile::encodeName(path).constData(), mode), 0);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    std::string section(const char *host = "192.168.77.11")
    {
        const auto state = await(m_store->read());
        const std::vector<domain::SshAlias> aliases = {{"spark-a", host, 2222, "ann"}};
        return domain::renderAliases(aliases, state.value());
    }
    base::Result<void> write(const std::string &text) { return await(m_store->write("default", text)); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = store::StorePaths::below(m_folder->path());
        m_store = std::make_unique<FileSshAliasStore>(m_paths, std::make_shared<store::IoThread>());
    }

    void withoutAnyConfiguration_allComesAndGoes()
    {
        QVERIFY(write(section()).ok());
        QCOMPARE(modeOf(m_paths.ssh), mode_t(0700));
        QCOMPARE(modeOf(config()), mode_t(0600));
        QCOMPARE(modeOf(names()), mode_t(0600));
        QVERIFY(read(names()).contains("HostName 192.168.77.11"));
        QVERIFY(write({}).ok());
        QVERIFY(!QDir(m_paths.ssh).exists());
    }

    void ownConfiguration_comesBack_withItsMode()
    {
        QVERIFY(QDir().mkpath(m_paths.ssh));
        put(config(), "Host *\n  User bob", 0644);
        QVERIFY(write(section()).ok());
        QCOMPARE(modeOf(config()), mode_t(0644));
        QVERIFY(read(config()).endsWith("Host *\n  User bob"));
        QVERIFY(write({}).ok());
        QCOMPARE(read(config()), QByteArray("Host *\n  User bob"));
        QCOMPARE(modeOf(config()), mode_t(0644));
        QCOMPARE(
            QDir(m_paths.ssh).entryList(QDir::Files | QDir::Hidden), QStringList{u"config"_s}); // nothing else is left
    }

    void link_staysALink()
    {
        QVERIFY(QDir().mkpath(m_paths.ssh) && QDir().mkpath(m_folder->filePath(u"dotfiles"_s)));
        const QString target = m_folder->filePath(u"dotfiles/ssh-config"_s);
        put(target, "Host x\n");
        QVERIFY(QFile::link(target, config()));
        QVERIFY(write(section()).ok());
        QCOMPARE(QFile::symLinkTarget(config()), target);
        QVERIFY(read(target).contains("sparkloom_aliases"));
        QVERIFY(write({}).ok());
        QCOMPARE(QFile::symLinkTarget(config()), target);
        QCOMPARE(read(target), QByteArray("Host x\n"));
    }

    void configuration_thatSshWouldRefuse_isLeftAlone()
    {
        QVERIFY(QDir().mkpath(m_paths.ssh));
        put(config(), "Host x\n", 0666);
        const auto refused = write("Host spark-a\n");
        QCOMPARE(refused.error().message.id, std::string("aliases.config-open"));
        QVERIFY(refused.error().kind == base::ErrorKind::Refused);
        QCOMPARE(read(config()), QByteArray("Host x\n"));
        QVERIFY(!QFile::exists(names()));
        QVERIFY(QFile::remove(config()) && QFile::link(m_folder->filePath(u"nowhere"_s), config()));
        QCOMPARE(write("Host spark-a\n").error().message.id, std::string("aliases.config-not-plain"));
        QVERIFY(QFile::remove(config()) && QDir().mkdir(config()));
        QCOMPARE(write("Host spark-a\n").error().message.id, std::string("aliases.config-not-plain"));
    }

    void includedFiles_areRead()
    {
        QVERIFY(QDir().mkpath(m_paths.ssh + u"/config.d"_s));
        put(config(), "Include config.d/*.conf\n");
        put(m_paths.ssh + u"/config.d/work.conf"_s, "Host spark-a\n");
        put(m_paths.ssh + u"/config.d/other"_s, "Host spark-b\n");
        const auto state = await(m_store->read());
        QCOMPARE(state->included, std::vector<std::string>{"Host spark-a\n"});
    }

    // The judge is ssh: what it would do for that name, before, while and after.
    void ssh_understandsIt()
    {
        const QString program = QStandardPaths::findExecutable(u"ssh"_s);
        if (program.isEmpty())
            QSKIP("no ssh here");
        const auto resolved = [&](const QByteArray &key) {
            QProcess ssh;
            ssh.start(program, {u"-G"_s, u"-F"_s, config(), u"spark-a"_s});
            if (!ssh.waitForFinished(20'000) || ssh.exitCode() != 0)
                qFatal("ssh -G: %s", ssh.readAllStandardError().constData());
            for (const QByteArray &line : ssh.readAllStandardOutput().split('\n'))
                if (line.startsWith(key + ' '))
                    return line.mid(key.size() + 1);
            return QByteArray();
        };
        QVERIFY(QDir().mkpath(m_paths.ssh));
        put(config(), "Host *\n  User bob\n  Port 22\n");
        QCOMPARE(resolved("hostname"), QByteArray("spark-a"));
        QVERIFY(write(section()).ok());
        QCOMPARE(resolved("hostname"), QByteArray("192.168.77.11"));
        QCOMPARE(resolved("user"), QByteArray("ann"));
        QCOMPARE(resolved("port"), QByteArray("2222"));
        QCOMPARE(resolved("identityfile"), QFile::encodeName(m_paths.data) + "/key/id_ed25519");
        QVERIFY(resolved("userknownhostsfile").endsWith(QFile::encodeName(m_paths.data) + "/known_hosts"));
        QVERIFY(write({}).ok());
        QCOMPARE(resolved("hostname"), QByteArray("spark-a"));
        QCOMPARE(resolved("user"), QByteArray("bob"));
    }
};

QTEST_GUILESS_MAIN(TestSshAliasStore)
#include "tst_sshaliasstore.moc"
