// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/desktop/portalsettings.h"

#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::desktop {

namespace {

constexpr std::chrono::milliseconds kAtMost{2'000}; // that the end of the program waits for a bus that hangs
constexpr char kService[] = "org.freedesktop.portal.Desktop";
constexpr char kPath[] = "/org/freedesktop/portal/desktop";
constexpr char kInterface[] = "org.freedesktop.portal.Settings";
constexpr char kReadOld[] = "Read"; // what all versions of the portal know; the newest call it old
constexpr char kReadNew[] = "ReadOne";

struct Wish {
    const char16_t *space;
    const char16_t *key;
};
constexpr Wish kGnome{u"org.gnome.desktop.interface", u"enable-animations"};
constexpr Wish kKde{u"org.kde.kdeglobals.KDE", u"AnimationDurationFactor"};
constexpr std::array kWishes = {kGnome, kKde};

bool isWish(const Wish &wish, const QString &space, const QString &key)
{
    return space == wish.space && key == wish.key;
}

// Read wraps the value twice, ReadOne once.
QVariant plain(QVariant value)
{
    for (int layer = 0; layer < 3 && value.metaType() == QMetaType::fromType<QDBusVariant>(); ++layer)
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

PortalSettings::PortalSettings(Connect connect, QObject *parent)
    : DesktopSettings(parent), m_connect(std::move(connect))
{}

PortalSettings::~PortalSettings()
{
    if (m_thread && !m_thread->wait(kAtMost))
        m_thread.release()->setParent(nullptr); // it waits for a bus that hangs, and ends with the program
}

std::optional<QDBusConnection> PortalSettings::sessionBus()
{
    // Without an address the library would start a bus of its own.
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && !QFile::exists(folder + u"/bus"_s))
        return std::nullopt;
    return QDBusConnection::sessionBus();
}

void PortalSettings::look()
{
    if (m_thread || m_bus)
        return;
    const auto made = std::make_shared<std::optional<QDBusConnection>>();
    m_thread.reset(QThread::create([made, connect = m_connect] { *made = connect(); }));
    connect(m_thread.get(), &QThread::finished, this, [this, made] {
        if (*made && (*made)->isConnected())
            listen(**made);
    });
    m_thread->start(QThread::LowPriority);
}

void PortalSettings::listen(const QDBusConnection &bus)
{
    m_bus = bus;
    m_bus->connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kInterface), u"SettingChanged"_s, this,
        SLOT(handleChange(QString, QString, QDBusVariant)));
    for (const Wish &wish : kWishes)
        ask(QString::fromUtf16(wish.space), QString::fromUtf16(wish.key), kReadOld);
}

void PortalSettings::ask(const QString &space, const QString &key, const char *method)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QLatin1String(kService), QLatin1String(kPath), QLatin1String(kInterface), QLatin1String(method));
    call << space << key;
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, space, key, method](auto *done) {
        done->deleteLater();
        const QDBusMessage reply = done->reply();
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty())
            take(space, key, reply.arguments().front());
        else if (done->error().type() == QDBusError::UnknownMethod && method == kReadOld)
            ask(space, key, kReadNew);
    });
}

void PortalSettings::handleChange(const QString &space, const QString &key, const QDBusVariant &value)
{
    take(space, key, value.variant());
}

void PortalSettings::take(const QString &space, const QString &key, const QVariant &told)
{
    const QVariant value = plain(told);
    bool isNumber = false;
    if (isWish(kGnome, space, key) && value.metaType().id() == QMetaType::Bool)
        m_calm[key] = !value.toBool();
    else if (const double factor = value.toDouble(&isNumber); isWish(kKde, space, key) && isNumber)
        m_calm[key] = factor <= 0;
    else
        return; // another setting, or a value that means nothing here
    const bool less = std::any_of(m_calm.begin(), m_calm.end(), [](const auto &each) { return each.second; });
    if (std::exchange(m_lessMotion, less) != less)
        Q_EMIT changed();
}

} // namespace sparkloom::desktop
