// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensshserver.h"

#include "adapters/ssh/keygen.h"
#include "base/sha256.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkloom::test {

OpenSshServer::OpenSshServer(const QByteArray &moreConfig)
{
    m_program = QStandardPaths::findExecutable(QStringLiteral("sshd"),
        {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/bin")});
    if (m_program.isEmpty())
        m_problem = QStringLiteral("sshd is not installed");
    else if (!m_folder.isValid() || !prepare(moreConfig) || !listen())
        m_problem = QStringLiteral("cannot prepare sshd in ") + m_folder.path();
}

OpenSshServer::~OpenSshServer()
{
    m_notifier.reset();
    for (const auto &process : m_processes) {
        process->disconnect();
        process->terminate();
        if (!process->waitForFinished(5'000))
            process->kill();
        process->waitForFinished(5'000);
    }
    if (m_listener >= 0)
        close(m_listener);
}

bool OpenSshServer::writeFile(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size();
}

bool OpenSshServer::prepare(const QByteArray &moreConfig)
{
    const auto hostKey = ssh::generateKeyPair();
    const auto key = ssh::generateKeyPair();
    const auto other = ssh::generateKeyPair();
    if (!hostKey || !key || !other)
        return false;
    m_key = *key;
    m_otherKey = *other;
    const QByteArray blob = QByteArray::fromBase64(hostKey->publicKey.section(QLatin1Char(' '), 1, 1).toLatin1());
    m_fingerprint = QStringLiteral("SHA256:")
        + QString::fromLatin1(
            QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals));
    const QByteArray folder = m_folder.path().toUtf8();
    const QByteArray config = "HostKey " + folder + "/host_key\nAuthorizedKeysFile " + folder
        + "/authorized_keys\n"
          "StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
          "PidFile none\nPermitRootLogin yes\nPrintMotd no\nMaxSessions 32\n"
        + moreConfig;
    return writeFile(QStringLiteral("host_key"), hostKey->privateKey)
        && writeFile(QStringLiteral("authorized_keys"), m_key.publicKey.toUtf8() + '\n')
        && writeFile(QStringLiteral("sshd_config"), config);
}

bool OpenSshServer::listen()
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return false;
    m_port = ntohs(address.sin_port);
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, this, &OpenSshServer::acceptOne);
    return true;
}

void OpenSshServer::acceptOne()
{
    const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0)
        return;
    auto process = std::make_unique<QProcess>();
    process->setProgram(m_program);
    process->setArguments({QStringLiteral("-i"), QStringLiteral("-e"), QStringLiteral("-f"),
        m_folder.filePath(QStringLiteral("sshd_config"))});
    process->setStandardErrorFile(m_folder.filePath(QStringLiteral("sshd.log")), QIODevice::Append);
    // sshd wants /run/sshd when root starts it; it gets one in a mount namespace of its own.
    const bool needsFolder = geteuid() == 0 && !QFileInfo::exists(QStringLiteral("/run/sshd"));
    process->setChildProcessModifier([client, needsFolder] {
        if (needsFolder) {
            if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || mount("none", "/run", "tmpfs", 0, nullptr) != 0 || mkdir("/run/sshd", 0755) != 0)
                _exit(1);
        }
        dup2(client, STDIN_FILENO);
        dup2(client, STDOUT_FILENO);
    });
    process->start();
    close(client);
    m_processes.push_back(std::move(process));
}

engine::Endpoint OpenSshServer::endpoint() const
{
    return {QStringLiteral("127.0.0.1"), m_port, {}};
}

engine::Credentials OpenSshServer::credentials() const
{
    engine::Credentials credentials;
    const passwd *entry = getpwuid(geteuid());
    credentials.user = QString::fromUtf8(entry ? entry->pw_name : "nobody");
    credentials.ownKey = m_key;
    return credentials;
}

engine::Credentials OpenSshServer::wrongCredentials() const
{
    engine::Credentials wrong = credentials();
    wrong.ownKey = m_otherKey;
    return wrong;
}

QString OpenSshServer::command(Command command) const
{
    switch (command) {
    case Command::Print: return QStringLiteral("exec /bin/sh -c 'printf \"one\\ntwo\\n\"'");
    case Command::Fail: return QStringLiteral("exec /bin/sh -c 'echo problem >&2; exit 3'");
    case Command::Kill: return QStringLiteral("exec /bin/sh -c 'kill -KILL $$'");
    case Command::Echo: return QStringLiteral("exec cat");
    case Command::Hang: return QStringLiteral("exec /bin/sh -c 'echo ready; exec sleep 600'");
    case Command::Flood: return QStringLiteral("exec head -c 200000000 /dev/zero");
    case Command::LargeOutput: return QStringLiteral("exec head -c 20000000 /dev/zero");
    }
    return {};
}

} // namespace sparkloom::test
