// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulatorrun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <arpa/inet.h>
#include <chrono>
#include <ctime>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 60000;

QByteArray scenarioOf(int sparks)
{
    QJsonArray hosts, cables;
    for (int i = 0; i < sparks; ++i) {
        const QString name = u"seat-%1"_s.arg(i + 1);
        hosts.append(QJsonObject{{u"name"_s, name}});
        cables.append(QJsonObject{{u"a"_s, QJsonObject{{u"spark"_s, name}, {u"cage"_s, 0}}},
            {u"b"_s, QJsonObject{{u"switch"_s, u"switch"_s}}}});
    }
    return QJsonDocument(
        QJsonObject{{u"schema"_s, u"sparkloom-scenario-1"_s}, {u"name"_s, u"bench"_s}, {u"title"_s, u"bench"_s},
            {u"hosts"_s, hosts}, {u"switches"_s, QJsonArray{QJsonObject{{u"name"_s, u"switch"_s}}}},
            {u"cables"_s, cables}, {u"verdict"_s, QJsonObject{{u"topology"_s, u"star"_s}}}})
        .toJson();
}

bool sendsABanner(int port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{kPatienceMs / 1000, 0};
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    char banner[4] = {};
    const bool said = connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && recv(descriptor, banner, sizeof banner, MSG_WAITALL) == sizeof banner;
    close(descriptor);
    return said && std::equal(banner, banner + 4, "SSH-");
}

} // namespace

std::int64_t nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

SimulatorRun::SimulatorRun(int sparks)
{
    QFile scenario(m_folder.filePath(u"bench.json"_s));
    if (!scenario.open(QIODevice::WriteOnly))
        return;
    scenario.write(scenarioOf(sparks));
    scenario.close();
    m_startedNs = nowNs();
    m_process.start(
        qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u"/sparkloom-sim"_s, {u"--scenario"_s, scenario.fileName()});
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(kPatienceMs))
            return;
    m_first = QJsonDocument::fromJson(m_process.readLine()).object();
    m_upSeconds = static_cast<double>(nowNs() - m_startedNs) / 1e9;
}

SimulatorRun::~SimulatorRun()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(kPatienceMs);
}

int SimulatorRun::port(int spark) const
{
    return m_first[u"sparks"_s][spark][u"port"_s].toInt();
}

double SimulatorRun::secondsUntilAllAccept()
{
    const qsizetype sparks = m_first[u"sparks"_s].toArray().size();
    for (int i = 0; i < sparks; ++i)
        if (!sendsABanner(port(i)))
            return 0;
    return static_cast<double>(nowNs() - m_startedNs) / 1e9;
}

QByteArray SimulatorRun::procFile(const char *name) const
{
    QFile file(u"/proc/%1/%2"_s.arg(m_process.processId()).arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double SimulatorRun::anonymousMib() const
{
    for (const QByteArray &line : procFile("status").split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

double SimulatorRun::cpuSeconds() const
{
    return cpuSecondsOf(m_process.processId());
}

double cpuSecondsOf(qint64 process)
{
    clockid_t clock = 0;
    timespec used{};
    if (clock_getcpuclockid(static_cast<pid_t>(process), &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0;
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}
