// SPDX-License-Identifier: GPL-3.0-or-later
#include "portaltests.h"

#include "adapters/desktop/portalsettings.h"

#include "fakeavahi.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using desktop::PortalSettings;

namespace {

constexpr char kPath[] = "/org/freedesktop/portal/desktop";
const QString kGnome = u"org.gnome.desktop.interface"_s;
const QString kKde = u"org.kde.kdeglobals.KDE"_s;

// The portal's interface Settings, as its versions 1 and 2 have it and as a later one may.
class FakePortal : public QDBusVirtualObject {
public:
    explicit FakePortal(const test::PrivateBus &bus) : m_connection(bus.connectAs(u"fake-portal"_s))
    {
        m_connection.registerVirtualObject(QLatin1String(kPath), this);
        m_connection.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override
    {
        m_connection.unregisterObject(QLatin1String(kPath));
        QDBusConnection::disconnectFromBus(u"fake-portal"_s);
    }

    void put(const QString &space, const QString &key, const QVariant &value) { m_values[space + key] = value; }
    void change(const QString &space, const QString &key, const QVariant &value)
    {
        put(space, key, value);
        QDBusMessage signal = QDBusMessage::createSignal(
            QLatin1String(kPath), u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << space << key << QVariant::fromValue(QDBusVariant(value));
        m_connection.send(signal);
    }
    void forgetRead() { m_knowsRead = false; }
    int asked() const { return m_asked; }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != u"Read" && message.member() != u"ReadOne")
            return false;
        ++m_asked;
        if (message.member() == u"Read" && !m_knowsRead) {
            connection.send(message.createErrorReply(QDBusError::UnknownMethod, u"no such method"_s));
            return true;
        }
        const QVariantList asked = message.arguments();
        const auto value = m_values.constFind(asked.at(0).toString() + asked.at(1).toString());
        if (value == m_values.constEnd()) {
            connection.send(message.createErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"not found"_s));
            return true;
        }
        const QVariant once = QVariant::fromValue(QDBusVariant(*value));
        const QVariant twice = QVariant::fromValue(QDBusVariant(once));
        connection.send(message.createReply(message.member() == u"Read" ? twice : once));
        return true;
    }

private:
    QDBusConnection m_connection;
    QHash<QString, QVariant> m_values;
    bool m_knowsRead = true;
    int m_asked = 0;
};

} // namespace

class TestPortal : public QObject {
    Q_OBJECT
public:
    explicit TestPortal(const test::PrivateBus &bus) : m_bus(bus) {}

private Q_SLOTS:
    void cleanup() { QDBusConnection::disconnectFromBus(u"desktop"_s); }

    void nothingIsAsked_beforeItIsLooked()
    {
        FakePortal portal(m_bus);
        portal.put(kGnome, u"enable-animations"_s, false);
        bool connected = false;
        PortalSettings settings([&] {
            connected = true;
            return std::optional(m_bus.connectAs(u"desktop"_s));
        });
        QCoreApplication::processEvents();
        QVERIFY(!connected && !settings.lessMotion() && portal.asked() == 0);
        settings.look();
        settings.look();
        QTRY_VERIFY(settings.lessMotion());
        QTRY_COMPARE(portal.asked(), 2); // one question for each desktop
    }

    void eitherDesktop_canAskForLess_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("moving");
        QTest::addColumn<QVariant>("still");
        QTest::newRow("gnome") << kGnome << u"enable-animations"_s << QVariant(true) << QVariant(false);
        QTest::newRow("kde, a word") << kKde << u"AnimationDurationFactor"_s << QVariant(u"1.5"_s) << QVariant(u"0"_s);
        QTest::newRow("kde, a number") << kKde << u"AnimationDurationFactor"_s << QVariant(1.0) << QVariant(0.0);
    }

    void eitherDesktop_canAskForLess()
    {
        QFETCH(QString, space);
        QFETCH(QString, key);
        QFETCH(QVariant, moving);
        QFETCH(QVariant, still);
        for (const bool reads : {true, false}) {
            FakePortal portal(m_bus);
            if (!reads)
                portal.forgetRead();
            portal.put(space, key, still);
            PortalSettings settings([&] { return std::optional(m_bus.connectAs(u"desktop"_s)); });
            QSignalSpy changed(&settings, &engine::DesktopSettings::changed);
            settings.look();
            QTRY_COMPARE(changed.size(), 1);
            QVERIFY(settings.lessMotion());
            portal.change(space, key, moving);
            QTRY_COMPARE(changed.size(), 2);
            QVERIFY(!settings.lessMotion());
            // What is no answer to the question changes nothing.
            portal.change(space, u"cursor-size"_s, 24);
            portal.change(space, key, QStringList{u"many"_s});
            portal.change(space, key, still);
            QTRY_COMPARE(changed.size(), 3);
            QVERIFY(settings.lessMotion());
            QDBusConnection::disconnectFromBus(u"desktop"_s);
        }
    }

    void withoutBusOrPortal_itMovesAsBefore()
    {
        PortalSettings noBus([] { return std::optional<QDBusConnection>(); });
        noBus.look();
        bool connected = false;
        PortalSettings noPortal([&] {
            connected = true;
            return std::optional(m_bus.connectAs(u"desktop"_s));
        });
        noPortal.look();
        QTRY_VERIFY(connected);
        QCoreApplication::processEvents();
        QVERIFY(!noBus.lessMotion() && !noPortal.lessMotion());
        // It appears later, and says so.
        FakePortal portal(m_bus);
        QTRY_VERIFY([&] {
            portal.change(kGnome, u"enable-animations"_s, false);
            return noPortal.lessMotion();
        }());
    }

private:
    const test::PrivateBus &m_bus;
};

int runPortalTests(const test::PrivateBus &bus, const QStringList &arguments)
{
    TestPortal test(bus);
    return QTest::qExec(&test, arguments);
}

#include "portaltests.moc"
