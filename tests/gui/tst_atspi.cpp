// SPDX-License-Identifier: GPL-3.0-or-later
// The application as a screen reader meets it: another process, on a display, through AT-SPI on the accessibility bus.
// It is found there by its name, and the wizard is completed by names and actions alone. Started by atspi.sh, which
// gives it a bus and a display of its own.
#include <QTest>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 60000; // of one step; nothing is asserted about time
constexpr int kLookMs = 100;
const QString kAccessible = u"org.a11y.atspi.Accessible"_s;
// Of atspi-constants.h.
constexpr uint kStateEnabled = 8, kStatePressed = 20, kStateSensitive = 24, kStateShowing = 25;

// An object on the accessibility bus.
struct Thing {
    QString service;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Thing &thing)
{
    argument.beginStructure();
    argument << thing.service << thing.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Thing &thing)
{
    argument.beginStructure();
    argument >> thing.service >> thing.path;
    argument.endStructure();
    return argument;
}

} // namespace

Q_DECLARE_METATYPE(Thing)

class TestAtSpi : public QObject {
    Q_OBJECT

    QDBusConnection m_bus{u"none"_s};
    QTemporaryDir m_home;
    QProcess m_application;
    std::optional<Thing> m_root;

    QDBusMessage call(
        const Thing &thing, const QString &interface, const QString &method, const QVariantList &args = {})
    {
        QDBusMessage message = QDBusMessage::createMethodCall(thing.service, thing.path.path(), interface, method);
        message.setArguments(args);
        return m_bus.call(message);
    }

    QString nameOf(const Thing &thing)
    {
        const QDBusReply<QVariant> reply =
            call(thing, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {kAccessible, u"Name"_s});
        return reply.isValid() ? reply.value().toString() : QString();
    }

    QList<Thing> childrenOf(const Thing &thing)
    {
        const QDBusReply<QList<Thing>> reply = call(thing, kAccessible, u"GetChildren"_s);
        return reply.isValid() ? reply.value() : QList<Thing>();
    }

    QString roleOf(const Thing &thing)
    {
        const QDBusReply<QString> reply = call(thing, kAccessible, u"GetRoleName"_s);
        return reply.isValid() ? reply.value() : QString();
    }

    bool hasState(const Thing &thing, uint state)
    {
        const QDBusReply<QList<uint>> reply = call(thing, kAccessible, u"GetState"_s);
        const QList<uint> words = reply.isValid() ? reply.value() : QList<uint>();
        return words.size() == 2 && (words[state / 32] >> (state % 32) & 1U);
    }

    bool search(const Thing &from, const std::function<bool(const Thing &, const QString &)> &wanted, int depth = 0)
    {
        if (depth > 0 && !hasState(from, kStateShowing))
            return false;
        if (wanted(from, nameOf(from)))
            return true;
        const QString role = depth > 0 ? roleOf(from) : QString();
        if (role == u"table"_s || role == u"tree"_s || depth > 40)
            return false;
        for (const Thing &child : childrenOf(from))
            if (search(child, wanted, depth + 1))
                return true;
        return false;
    }

    static bool isCalled(const QString &name, const QString &wanted)
    {
        return wanted.endsWith(u'…') ? name.startsWith(wanted.chopped(1)) : name == wanted;
    }

    bool presses(const QString &wanted)
    {
        return search(*m_root, [&](const Thing &thing, const QString &name) {
            if (!isCalled(name, wanted) || !hasState(thing, kStateSensitive) || !hasState(thing, kStateEnabled))
                return false;
            const QDBusReply<bool> done = call(thing, u"org.a11y.atspi.Action"_s, u"DoAction"_s, {0});
            // A button is down for a moment; what it does, it does when it comes up.
            return done.isValid() && done.value() && eventually([&] { return !hasState(thing, kStatePressed); });
        });
    }

    bool reads(const QString &wanted)
    {
        return search(*m_root, [&](const Thing &, const QString &name) { return isCalled(name, wanted); });
    }

    QString everything()
    {
        QStringList lines;
        search(*m_root, [&](const Thing &thing, const QString &name) {
            if (!name.isEmpty())
                lines << roleOf(thing) + u": "_s + name;
            return false;
        });
        return lines.join(u'\n');
    }

    bool eventually(const std::function<bool()> &holds)
    {
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < kPatienceMs; QTest::qWait(kLookMs))
            if (holds())
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<Thing>();
        qDBusRegisterMetaType<QList<Thing>>();
        QDBusInterface launcher(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s);
        const QDBusReply<QString> address = launcher.call(u"GetAddress"_s);
        QVERIFY2(address.isValid(), qPrintable(address.error().message()));
        m_bus = QDBusConnection::connectToBus(address.value(), u"a11y"_s);
        QVERIFY2(m_bus.isConnected(), qPrintable(m_bus.lastError().message()));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home.path());
        for (const QString &name : {u"CONFIG"_s, u"DATA"_s, u"STATE"_s, u"CACHE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(name), m_home.filePath(name.toLower()));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
        m_application.setProcessEnvironment(environment);
        m_application.setProcessChannelMode(QProcess::ForwardedChannels);
        m_application.start(qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u"/sparkloom"_s,
            {u"--language"_s, u"en"_s, u"--speed"_s, u"20"_s});
        QVERIFY(m_application.waitForStarted());
    }

    void cleanupTestCase()
    {
        m_application.terminate(); // it closes in order
        QVERIFY(m_application.waitForFinished(kPatienceMs));
        QCOMPARE(m_application.exitStatus(), QProcess::NormalExit);
    }

    void wizard_isCompletedByNamesAlone()
    {
        const Thing registry{u"org.a11y.atspi.Registry"_s, QDBusObjectPath(u"/org/a11y/atspi/accessible/root"_s)};
        QVERIFY(eventually([&] {
            for (const Thing &application : childrenOf(registry))
                if (nameOf(application) == u"sparkloom"_s)
                    m_root = application;
            return m_root.has_value();
        }));
        for (const QString &name : {u"A sealed pair…"_s, u"Continue"_s, u"Continue"_s, u"Pair, one cable…"_s,
                 u"Continue"_s, u"As a table"_s, u"Plug cable 1"_s})
            QVERIFY2(eventually([&] { return presses(name); }), qPrintable(name + u'\n' + everything()));
        QVERIFY2(eventually([&] { return reads(u"All cables are in place."_s); }), qPrintable(everything()));
        for (const QString &name : {u"Continue"_s, u"Apply to 2 Sparks"_s, u"Prove it"_s})
            QVERIFY2(eventually([&] { return presses(name); }), qPrintable(name + u'\n' + everything()));
        QVERIFY2(eventually([&] { return reads(u"Your Sparks are one fabric."_s); }), qPrintable(everything()));
    }
};

QTEST_GUILESS_MAIN(TestAtSpi)
#include "tst_atspi.moc"
