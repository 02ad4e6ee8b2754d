// SPDX-License-Identifier: GPL-3.0-or-later
// 1,000 announcements with markup, control and bidirectional characters: what comes out is bounded plain text, and the
// one honest Spark among them is there (measurement-and-safety 11, T16).
#include "fakeavahi.h"

#include "adapters/avahi/avahibackend.h"
#include "domain/hardware/address.h"
#include "engine/discovery/discoveryservice.h"

#include <QCoreApplication>
#include <QTest>

using namespace sparkloom;
using engine::FoundHost;

namespace {

bool isOffered(const QString &address, int interfaceIndex)
{
    return interfaceIndex == 1 && address.startsWith(QLatin1String("192.168.77."));
}

const QStringList &spoils()
{
    static const QStringList kSpoils = {QStringLiteral("<img src=http://x>"),
        QStringLiteral("<a href='file:///etc'>spark</a>"), QStringLiteral("&lt;b&gt;"),
        QStringLiteral("\x1b]52;c;ZXZpbA==\x07"), QStringLiteral("\x1b[2J\x1b[31m"),
        QStringLiteral("\u202egnp.krapS\u202c"), QStringLiteral("\u2066spark\u2069\u200f\u061c"),
        QStringLiteral("spark\u200b\u00ad\ufeffa"), QStringLiteral("a\r\nb\tc\x7f"),
        QStringLiteral("\u2028\u2029\u0085"), QStringLiteral("$(reboot);`id`|x"), QStringLiteral("../../etc/passwd"),
        QString(300, QLatin1Char('w')), QStringLiteral("\U0001F4A3\U000E0041"), QStringLiteral("-oProxyCommand=id")};
    return kSpoils;
}

test::Announcement hostile(int number)
{
    const QString &spoil = spoils().at(number % spoils().size());
    test::Announcement one;
    one.name = (QString::number(number) + spoil).left(200);
    one.host = number % 3 == 0 ? spoil : QStringLiteral("fake%1.local").arg(number);
    one.address = number % 7 == 0 ? spoil : QStringLiteral("192.168.77.%1").arg(number % 200 + 20);
    one.port = static_cast<quint16>(number % 11 == 0 ? 0 : 22);
    if (number % 5 == 0) // nobody reads it: it only has to do no harm
        one.txt = {
            QByteArray(number % 50 == 0 ? 60'000 : 100, '\0'), "no equal sign", "=", "\xff\xfe=\x1b[31m", "port=1"};
    one.type = number % 2 ? QStringLiteral("_ssh._tcp") : QStringLiteral("_workstation._tcp");
    return one;
}

bool isPlain(const QString &text)
{
    for (const uint c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            return false;
    }
    return true;
}

} // namespace

class TestHostileAnnouncements : public QObject {
    Q_OBJECT
public:
    explicit TestHostileAnnouncements(const test::PrivateBus &bus) : m_bus(bus), m_avahi(bus) {}

private Q_SLOTS:
    void announcements_becomeBoundedPlainText()
    {
        test::Announcement honest;
        honest.name = QStringLiteral("spark-5c2d");
        honest.host = QStringLiteral("spark-5c2d.local");
        honest.address = QStringLiteral("192.168.77.11");
        for (int i = 0; i < 1000; ++i)
            m_avahi.announce(hostile(i));
        m_avahi.announce(honest); // when all room is taken
        avahi::AvahiBackend backend(m_bus.connectAs(QStringLiteral("backend")), isOffered);
        backend.setPreferred(engine::looksLikeSpark);
        engine::DiscoveryService service({&backend});
        service.start();
        // Beyond the first burst they are looked at slowly, by design.
        QTRY_VERIFY_WITH_TIMEOUT(service.found().size() >= 200, 40'000);
        const auto found = service.found();
        QVERIFY(found.size() <= engine::DiscoveryService::kMostHosts);
        QCOMPARE(found.front().name, QStringLiteral("spark-5c2d")); // the only one that is named like a Spark
        QVERIFY(found.front().likelySpark);
        for (const FoundHost &host : found) {
            QVERIFY2(isPlain(host.name) && isPlain(host.key) && isPlain(host.hostName), qPrintable(host.name));
            QVERIFY(!host.name.isEmpty() && host.name.toUtf8().size() <= 63 && host.hostName.toUtf8().size() <= 253);
            QVERIFY(host.hostName.isEmpty() || domain::isHostNameOrAddress(host.hostName.toStdString()));
            QVERIFY(!host.addresses.isEmpty() && host.port > 0);
            for (const QString &address : host.addresses)
                QVERIFY2(
                    isOffered(address, 1) && domain::isHostNameOrAddress(address.toStdString()), qPrintable(address));
            QVERIFY(&host == &found.front() || !host.likelySpark);
        }
    }

private:
    const test::PrivateBus &m_bus;
    test::FakeAvahi m_avahi;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const test::PrivateBus bus;
    if (!bus.isUsable()) {
        qWarning("skipped: no dbus-daemon");
        return 77;
    }
    TestHostileAnnouncements test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hostile_announcements.moc"
