// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeavahi.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace sparkloom::test {
namespace {

constexpr char kService[] = "org.freedesktop.Avahi";
constexpr char kBrowser[] = "org.freedesktop.Avahi.ServiceBrowser";
constexpr char kResolver[] = "org.freedesktop.Avahi.ServiceResolver";
constexpr uint kLocalFlag = 8;
constexpr int kAny = -1; // interface or family, in a question
constexpr int kRunning = 2;

bool isSame(const Announcement &a, const Announcement &b)
{
    return a.interfaceIndex == b.interfaceIndex && a.ipv6 == b.ipv6 && a.name == b.name && a.type == b.type;
}

} // namespace

PrivateBus::PrivateBus()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty() || !m_folder.isValid())
        return;
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write("<busconfig><type>session</type><listen>unix:path=" + m_folder.path().toUtf8()
        + "/bus</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow own=\"*\"/>"
          "<allow receive_sender=\"*\"/></policy>"
          "<limit name=\"max_incoming_bytes\">1000000000</limit></busconfig>\n");
    config.close();
    m_daemon.start(program,
        {QStringLiteral("--nofork"), QStringLiteral("--print-address"), QStringLiteral("--config-file"),
            config.fileName()});
    if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead(20'000))
        m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
}

PrivateBus::~PrivateBus()
{
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(5'000))
        m_daemon.kill();
    m_daemon.waitForFinished(5'000);
}

QDBusConnection PrivateBus::connectAs(const QString &name) const
{
    return QDBusConnection::connectToBus(m_address, name);
}

FakeAvahi::FakeAvahi(const PrivateBus &bus) : m_connection(bus.connectAs(QStringLiteral("fake-avahi")))
{
    qDBusRegisterMetaType<QList<QByteArray>>(); // TXT records
    m_connection.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
    appear();
}

FakeAvahi::~FakeAvahi()
{
    m_connection.unregisterObject(QStringLiteral("/"));
    QDBusConnection::disconnectFromBus(QStringLiteral("fake-avahi"));
}

void FakeAvahi::appear()
{
    m_connection.registerService(QLatin1String(kService));
}

void FakeAvahi::vanish()
{
    m_connection.unregisterService(QLatin1String(kService));
    m_browsers.clear();
    m_resolvers.clear();
}

void FakeAvahi::clear()
{
    vanish();
    m_announcements.clear();
    m_failuresLeft = 0;
    appear();
}

void FakeAvahi::announce(const Announcement &announcement)
{
    m_announcements.push_back(announcement);
    for (auto browser = m_browsers.constBegin(); browser != m_browsers.constEnd(); ++browser)
        if (browser->type == announcement.type)
            emitItem(browser.key(), *browser, announcement, "ItemNew");
}

void FakeAvahi::withdraw(const Announcement &announcement)
{
    std::erase_if(m_announcements, [&](const Announcement &one) { return isSame(one, announcement); });
    for (auto browser = m_browsers.constBegin(); browser != m_browsers.constEnd(); ++browser)
        if (browser->type == announcement.type)
            emitItem(browser.key(), *browser, announcement, "ItemRemove");
}

void FakeAvahi::changeAddress(const QString &name, const QString &address)
{
    for (Announcement &announcement : m_announcements) {
        if (announcement.name != name)
            continue;
        announcement.address = address;
        for (auto resolver = m_resolvers.constBegin(); resolver != m_resolvers.constEnd(); ++resolver)
            if (isSame(resolver->asked, announcement))
                emitFound(resolver.key(), *resolver, announcement);
    }
}

bool FakeAvahi::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.member() == QLatin1String("ServiceBrowserNew"))
        makeBrowser(message);
    else if (message.member() == QLatin1String("ServiceResolverNew"))
        makeResolver(message);
    else if (message.member() == QLatin1String("GetState"))
        m_connection.send(message.createReply(kRunning));
    else if (message.member() == QLatin1String("Free"))
        m_browsers.remove(message.path()) || m_resolvers.remove(message.path());
    else
        return false;
    return true;
}

void FakeAvahi::makeBrowser(const QDBusMessage &message)
{
    const QString path = QStringLiteral("/Client0/ServiceBrowser%1").arg(++m_lastObject);
    const Client browser{message.service(), message.arguments().value(2).toString(), {}};
    m_browsers.insert(path, browser);
    const auto sendReply = [&] { m_connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path)))); };
    // Every other time the news overtakes the reply.
    if (m_lastObject % 2)
        sendReply();
    for (const Announcement &announcement : m_announcements)
        if (announcement.type == browser.type)
            emitItem(path, browser, announcement, "ItemNew");
    send(browser.name, path, kBrowser, "AllForNow", {});
    if (!(m_lastObject % 2))
        sendReply();
}

void FakeAvahi::makeResolver(const QDBusMessage &message)
{
    const QString path = QStringLiteral("/Client0/ServiceResolver%1").arg(++m_lastObject);
    const QVariantList arguments = message.arguments();
    Client resolver{message.service(), {}, {}};
    resolver.asked.interfaceIndex = arguments.value(0).toInt();
    resolver.asked.ipv6 = arguments.value(1).toInt() == 1;
    resolver.asked.name = arguments.value(2).toString();
    resolver.asked.type = arguments.value(3).toString();
    m_resolvers.insert(path, resolver);
    const bool anyCopy = arguments.value(0).toInt() == kAny && arguments.value(1).toInt() == kAny;
    const bool replyFirst = m_lastObject % 2 || m_failuresLeft > 0;
    const auto sendReply = [&] { m_connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path)))); };
    if (replyFirst)
        sendReply();
    const auto known = std::find_if(m_announcements.begin(), m_announcements.end(), [&](const Announcement &one) {
        return anyCopy ? one.name == resolver.asked.name && one.type == resolver.asked.type
                       : isSame(one, resolver.asked);
    });
    if (m_failuresLeft > 0) {
        --m_failuresLeft;
        send(resolver.name, path, kResolver, "Failure", {QStringLiteral("Timeout reached")});
    } else if (known != m_announcements.end()) {
        emitFound(path, resolver, *known);
    }
    if (!replyFirst)
        sendReply();
}

void FakeAvahi::emitItem(const QString &path, const Client &browser, const Announcement &one, const char *signal)
{
    send(browser.name, path, kBrowser, signal,
        {one.interfaceIndex, one.ipv6 ? 1 : 0, one.name, one.type, QStringLiteral("local"),
            4u | (one.local ? kLocalFlag : 0u)});
}

void FakeAvahi::emitFound(const QString &path, const Client &resolver, const Announcement &one)
{
    send(resolver.name, path, kResolver, "Found",
        {one.interfaceIndex, one.ipv6 ? 1 : 0, one.name, one.type, QStringLiteral("local"), one.host, one.ipv6 ? 1 : 0,
            one.address, QVariant::fromValue(one.port), QVariant::fromValue(one.txt), 4u});
}

void FakeAvahi::send(const QString &client, const QString &path, const char *interface, const char *signal,
    const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createTargetedSignal(client, path, QLatin1String(interface), QLatin1String(signal));
    message.setArguments(arguments);
    m_connection.send(message);
}

} // namespace sparkloom::test
