// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/local/embeddedagentimages.h"
#include "adapters/local/routes.h"
#include "adapters/local/thiscomputer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <arpa/inet.h>
#include <cstring>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

using namespace sparkloom;
using domain::Ipv4Prefix;

namespace {

struct Route {
    const char *network;
    unsigned char length;
    unsigned char type = RTN_UNICAST;
    unsigned char table = RT_TABLE_MAIN;
};

void append(std::vector<std::byte> &bytes, const void *data, std::size_t size)
{
    const auto *begin = static_cast<const std::byte *>(data);
    bytes.insert(bytes.end(), begin, begin + size);
}

// One RTM_NEWROUTE message as the kernel writes it.
void appendRoute(std::vector<std::byte> &bytes, const Route &route)
{
    nlmsghdr header{};
    header.nlmsg_type = RTM_NEWROUTE;
    header.nlmsg_len = NLMSG_LENGTH(sizeof(rtmsg)) + RTA_LENGTH(4);
    rtmsg body{};
    body.rtm_family = AF_INET;
    body.rtm_dst_len = route.length;
    body.rtm_type = route.type;
    body.rtm_table = route.table;
    rtattr attribute{RTA_LENGTH(4), RTA_DST};
    in_addr address{};
    inet_pton(AF_INET, route.network, &address);
    append(bytes, &header, sizeof header);
    append(bytes, &body, sizeof body);
    append(bytes, &attribute, sizeof attribute);
    append(bytes, &address, 4);
}

QStringList texts(const std::vector<Ipv4Prefix> &routes)
{
    QStringList list;
    for (const Ipv4Prefix &route : routes)
        list.append(QString::fromStdString(route.toString()));
    return list;
}

} // namespace

class TestThisComputer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routes_ofAllTables_withoutDefaultsAndLocalOnes()
    {
        std::vector<std::byte> dump;
        for (const Route &route :
            {Route{"192.168.2.0", 24}, Route{"0.0.0.0", 0}, Route{"100.64.0.0", 10, RTN_UNICAST, 52},
                Route{"0.0.0.0", 1}, Route{"128.0.0.0", 1}, Route{"127.0.0.1", 32, RTN_LOCAL, RT_TABLE_LOCAL},
                Route{"192.168.2.255", 32, RTN_BROADCAST, RT_TABLE_LOCAL}, Route{"192.168.2.0", 24},
                Route{"10.66.0.0", 16, RTN_BLACKHOLE}})
            appendRoute(dump, route);
        std::vector<Ipv4Prefix> routes;
        bool done = false;
        local::readRoutes(dump, routes, done);
        QCOMPARE(texts(routes),
            QStringList(
                {QStringLiteral("10.66.0.0/16"), QStringLiteral("100.64.0.0/10"), QStringLiteral("192.168.2.0/24")}));
        QVERIFY(!done);
        nlmsghdr end{sizeof(nlmsghdr), NLMSG_DONE, 0, 0, 0};
        std::vector<std::byte> last;
        append(last, &end, sizeof end);
        local::readRoutes(last, routes, done);
        QVERIFY(done);
    }

    void brokenMessages_areLeft_atEveryLength()
    {
        std::vector<std::byte> dump;
        appendRoute(dump, {"192.168.2.0", 24});
        for (std::size_t size = 0; size < dump.size(); ++size) {
            std::vector<Ipv4Prefix> routes;
            bool done = false;
            local::readRoutes(std::span(dump).first(size), routes, done);
            QVERIFY(routes.empty());
        }
        for (std::size_t at = 0; at < 4; ++at) { // lengths that lie
            std::vector<std::byte> lying = dump;
            lying[at] = std::byte(0xff);
            std::vector<Ipv4Prefix> routes;
            bool done = false;
            local::readRoutes(lying, routes, done);
            lying = dump;
            lying[NLMSG_SPACE(sizeof(rtmsg)) + at % 2] = std::byte(0xff);
            local::readRoutes(lying, routes, done);
            QVERIFY(routes.empty());
        }
    }

    // The kernel's own text form has the main table only: all of that must be there.
    void routesOfThisComputer_includeWhatTheKernelPrints()
    {
        QFile file(QStringLiteral("/proc/net/route"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("no /proc/net/route here");
        const QStringList found = texts(local::ThisComputer().routes());
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 8 || fields[7].toUInt(nullptr, 16) == 0)
                continue;
            const auto address = ntohl(fields[1].toUInt(nullptr, 16));
            const int length = qPopulationCount(fields[7].toUInt(nullptr, 16));
            const QString text = QString::fromStdString(Ipv4Prefix::of({address}, length).toString());
            QVERIFY2(length < 5 || found.contains(text), qPrintable(text));
        }
    }

    void userAtComputer_isOneLineOfText()
    {
        const QString text = local::ThisComputer().userAtComputer();
        QVERIFY(!text.isEmpty() && text.size() <= 128);
        QVERIFY(!text.contains(QLatin1Char('\n')));
    }

    void agents_areFoundByMachine_withTheirHash()
    {
        static const unsigned char program[] = "not really a program";
        static const local::EmbeddedAgent agents[] = {
            {"x86_64", program, program + 20}, {"aarch64", program, program}, {nullptr, nullptr, nullptr}};
        const local::EmbeddedAgentImages images(agents);
        const auto image = images.forMachine(QStringLiteral("x86_64"));
        QVERIFY(image.has_value());
        QCOMPARE(image->bytes, QByteArray("not really a program"));
        QCOMPARE(image->sha256,
            QString::fromLatin1(QCryptographicHash::hash(image->bytes, QCryptographicHash::Sha256).toHex()));
        QVERIFY(!images.forMachine(QStringLiteral("aarch64")));
        QVERIFY(!images.forMachine(QStringLiteral("riscv64")));
        QVERIFY(!images.forMachine(QString()));
    }

    void carriedAgents_areProgramsOfTheirMachine()
    {
        const local::EmbeddedAgentImages images;
        for (const local::EmbeddedAgent *agent = local::embeddedAgents(); agent->machine; ++agent) {
            const auto image = images.forMachine(QString::fromLatin1(agent->machine));
            QVERIFY(image.has_value());
            QVERIFY(image->bytes.startsWith("\x7f"
                                            "ELF"));
            const int kind = static_cast<unsigned char>(image->bytes[18]); // e_machine: 62 x86-64, 183 AArch64
            QCOMPARE(kind, QByteArray(agent->machine) == "aarch64" ? 183 : 62);
        }
    }
};

QTEST_GUILESS_MAIN(TestThisComputer)
#include "tst_thiscomputer.moc"
