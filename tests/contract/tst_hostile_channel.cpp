// SPDX-License-Identifier: GPL-3.0-or-later
// A Spark that let us in and then means harm: what it does to a command has a name and a bound, costs a bounded amount
// of memory, and leaves our side able to go on (measurement-and-safety 8.2 and 11).
#include "../support/await.h"
#include "../support/finish.h"
#include "../support/malicious/maliciousspark.h"
#include "../support/processwatch.h"
#include "../support/sample.h"
#include "../support/sanitized.h"
#include "adapters/ssh/hostfactory.h"
#include "engine/hosts/remotecommand.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <future>

using namespace sparkloom;
using namespace sparkloom::test::malicious;
using test::await;

namespace {

constexpr std::chrono::milliseconds kCommandTimeout{500};
// 32 MiB for the Spark, and what the allocator keeps; the address sanitizer keeps 256 MiB of what is free.
constexpr std::size_t kMostMemory = (test::kSanitized ? 512 : 48) * std::size_t(1024 * 1024);

ssh::Timings shortTimings()
{
    ssh::Timings timings;
    timings.openChannel = std::chrono::milliseconds(300);
    timings.keepAlive = std::chrono::milliseconds(100);
    timings.silence = std::chrono::milliseconds(10'000);
    return timings;
}

// A script and the message that its command must end with; "" stands for an ordinary end.
struct Case {
    const char *name;
    Script script;
    std::vector<std::string> ends;
};

const std::vector<std::string> kLost = {"ssh.connection-lost", "ssh.closed-without-status", "hosts.command-timeout"};
const std::vector<std::string> kTimeout = {"hosts.command-timeout"};
const std::vector<std::string> kFine = {""};
const std::vector<std::string> kFineOrLost = {
    "", "ssh.connection-lost", "ssh.closed-without-status", "hosts.command-timeout"};

std::string longText(std::size_t size)
{
    return std::string(size, 'x');
}

// After the command was granted.
Script onCommand(std::function<void(Wire &, const Command &)> act, ChannelTerms terms = {})
{
    return [act = std::move(act), terms](Wire &wire) {
        if (!wire.start())
            return;
        if (const auto command = awaitCommand(wire, terms))
            act(wire, *command);
        wire.idle();
    };
}

// An ordinary answer, then what is sent after it or before it.
Script around(Packet before, Packet after)
{
    return onCommand([before, after](Wire &wire, const Command &command) {
        if (!before.bytes().empty())
            wire.send(before);
        wire.send(data(command, "fine\n"));
        endCommand(wire, command);
        if (!after.bytes().empty())
            wire.send(after);
    });
}

Script flooding(std::function<Packet(const Command &)> packet)
{
    return onCommand([packet](Wire &wire, const Command &command) { wire.repeat(packet(command)); });
}

Packet request(std::uint32_t channel, std::string_view name, bool wantsReply)
{
    return Packet(kChannelRequest).u32(channel).string(name).byte(wantsReply);
}

// Instead of the confirmation.
Script insteadOfChannel(std::function<void(Wire &, std::uint32_t channel)> act)
{
    return [act](Wire &wire) {
        if (!wire.start() || !letIn(wire))
            return;
        if (const auto open = wire.receive(kChannelOpen)) {
            PacketReader reader(*open);
            reader.byte();
            (void)reader.string();
            act(wire, reader.u32());
        }
        wire.idle();
    };
}

std::vector<Case> openings()
{
    return {
        {"no channel", insteadOfChannel([](Wire &wire, std::uint32_t channel) {
             wire.send(Packet(kOpenFailure).u32(channel).u32(4).string("\x1b[31mno\u202e").string(""));
         }),
            {"ssh.channel-refused"}},
        {"no answer to the channel", insteadOfChannel([](Wire &, std::uint32_t) {}), {"ssh.channel-timeout"}},
        {"a channel with a largest packet of 0", insteadOfChannel([](Wire &wire, std::uint32_t channel) {
             wire.send(Packet(kOpenConfirmation).u32(channel).u32(7).u32(1000).u32(0));
         }),
            {"ssh.channel-refused", "ssh.connection-lost", "ssh.channel-timeout"}},
        {"a channel that nobody asked for", insteadOfChannel([](Wire &wire, std::uint32_t channel) {
             wire.send(Packet(kOpenConfirmation).u32(channel + 1000).u32(7).u32(1000).u32(1000));
         }),
            {"ssh.channel-timeout", "ssh.connection-lost", "ssh.channel-refused"}},
        {"a confirmation cut short", insteadOfChannel([](Wire &wire, std::uint32_t channel) {
             wire.send(Packet(kOpenConfirmation).u32(channel));
         }),
            {"ssh.channel-timeout", "ssh.connection-lost", "ssh.channel-refused"}},
        {"a command that is denied", insteadOfChannel([](Wire &wire, std::uint32_t channel) {
             wire.send(Packet(kOpenConfirmation).u32(channel).u32(7).u32(1000).u32(1000));
             if (wire.receive(kChannelRequest))
                 wire.send(Packet(kChannelFailure).u32(channel));
         }),
            {"ssh.command-refused"}},
        {"a command without an answer", insteadOfChannel([](Wire &wire, std::uint32_t channel) {
             wire.send(Packet(kOpenConfirmation).u32(channel).u32(7).u32(1000).u32(1000));
         }),
            {"ssh.channel-timeout"}},
        {"chatter instead of a channel",
            insteadOfChannel([](Wire &wire, std::uint32_t) { wire.repeat(Packet(kIgnore).string(longText(1000))); }),
            {"ssh.channel-timeout", "hosts.command-timeout"}},
    };
}

std::vector<Case> streams()
{
    return {
        {"output without end", flooding([](const Command &command) { return data(command, longText(32'000)); }),
            {"ssh.output-limit"}},
        {"output byte by byte", flooding([](const Command &command) { return data(command, "x"); }), kTimeout},
        {"empty output without end", flooding([](const Command &command) { return data(command, ""); }), kTimeout},
        {"errors without end", flooding([](const Command &command) {
             return Packet(kExtendedData).u32(command.channel).u32(1).string(longText(32'000));
         }),
            kTimeout},
        {"a stream that does not exist", flooding([](const Command &command) {
             return Packet(kExtendedData).u32(command.channel).u32(7).string(longText(32'000));
         }),
            {"hosts.command-timeout", "ssh.connection-lost", "ssh.output-limit"}},
        {"output for another channel", flooding([](const Command &command) {
             return Packet(kData).u32(command.channel + 1000).string(longText(32'000));
         }),
            {"hosts.command-timeout", "ssh.connection-lost", "ssh.closed-without-status"}},
        {"requests that want an answer",
            flooding([](const Command &command) { return request(command.channel, "what", true); }), kTimeout},
        {"global requests that want an answer",
            flooding([](const Command &) { return Packet(kGlobalRequest).string("keepalive@openssh.com").byte(1); }),
            kTimeout},
        {"packets to ignore", flooding([](const Command &) { return Packet(kIgnore).string(longText(30'000)); }),
            kTimeout},
        {"debug talk", flooding([](const Command &) { return Packet(kDebug).byte(1).string("\x1b[2J").string(""); }),
            kTimeout},
        {"windows that grow and grow",
            flooding([](const Command &command) { return Packet(kWindowAdjust).u32(command.channel).u32(0xffffffff); }),
            {"hosts.command-timeout", "ssh.connection-lost"}},
        {"keys for ever", onCommand([](Wire &wire, const Command &) {
             while (wire.exchangeKeys()) {
             }
         }),
            {"hosts.command-timeout", "ssh.connection-lost"}},
        {"keys for ever, with wrong guesses", onCommand([](Wire &wire, const Command &) {
             Offer offer;
             offer.keyExchange = "diffie-hellman-group1-sha1,curve25519-sha256";
             offer.wrongGuess = true;
             while (wire.exchangeKeys(offer)) {
             }
         }),
            {"hosts.command-timeout", "ssh.connection-lost"}},
        {"silence", onCommand([](Wire &, const Command &) {}), kTimeout},
        {"no more reading", onCommand([](Wire &wire, const Command &) {
             while (!wire.stopping())
                 wire.pause(20);
         }),
            kTimeout},
        {"a byte now and then", onCommand([](Wire &wire, const Command &command) {
             while (wire.send(data(command, "x")))
                 wire.pause(40);
         }),
            kTimeout},
        {"no window", onCommand([](Wire &, const Command &) {}, {0, 32768}), kTimeout},
    };
}

std::vector<Case> oddities()
{
    const std::uint32_t open = 3;
    return {
        {"an ordinary answer", around({}, {}), kFine},
        {"a channel of its own: x11",
            around(Packet(kChannelOpen).string("x11").u32(open).u32(9999).u32(9999).string("h").u32(1), {}), kFine},
        {"a channel of its own: our ssh-agent",
            around(Packet(kChannelOpen).string("auth-agent@openssh.com").u32(open).u32(9999).u32(9999), {}), kFine},
        {"a channel of its own: forwarded",
            around(Packet(kChannelOpen)
                       .string("forwarded-tcpip")
                       .u32(open)
                       .u32(9999)
                       .u32(9999)
                       .string("127.0.0.1")
                       .u32(22)
                       .string("127.0.0.1")
                       .u32(22),
                {}),
            kFine},
        {"a channel of its own: session", around(Packet(kChannelOpen).string("session").u32(open).u32(9999).u32(0), {}),
            kFine},
        {"a second granting", around(Packet(kChannelSuccess).u32(0), {}), kFineOrLost},
        {"signed in again", around(Packet(kAuthSuccess), {}), kFineOrLost},
        {"a number that means nothing", around(Packet(199).string(longText(100)), {}), kFineOrLost},
        {"a good-bye with escapes", onCommand([](Wire &wire, const Command &) {
             wire.send(Packet(kDisconnect).u32(2).string("\x1b]52;c;ZXZpbA==\a\u202ebye").string(""));
         }),
            kLost},
        {"a packet that was touched", onCommand([](Wire &wire, const Command &command) {
             wire.sendFrame(
                 Packet().u32(28).byte(4).raw(data(command, longText(14)).bytes()).raw("pppp").bytes(), true);
         }),
            kLost},
        {"a packet of 4 GiB", onCommand([](Wire &wire, const Command &) {
             wire.sendFrame(Packet().u32(0xfffffff0).raw(longText(28)).bytes());
         }),
            kLost},
        {"keys in the middle", onCommand([](Wire &wire, const Command &command) {
             wire.exchangeKeys();
             wire.send(data(command, "fine\n"));
             endCommand(wire, command);
         }),
            kFine},
        {"data after the end", onCommand([](Wire &wire, const Command &command) {
             wire.send(data(command, "fine\n"));
             wire.send(Packet(kEof).u32(command.channel));
             wire.send(data(command, longText(1000)));
             endCommand(wire, command);
             wire.repeat(data(command, longText(1000)), 50);
         }),
            kFineOrLost},
        {"closed without a word",
            onCommand([](Wire &wire, const Command &command) { wire.send(Packet(kClose).u32(command.channel)); }),
            {"ssh.closed-without-status"}},
        {"closed twice", onCommand([](Wire &wire, const Command &command) {
             wire.send(Packet(kClose).u32(command.channel));
             wire.send(Packet(kClose).u32(command.channel));
             wire.send(Packet(kEof).u32(command.channel));
         }),
            kLost},
        {"a signal with a long name", onCommand([](Wire &wire, const Command &command) {
             wire.send(request(command.channel, "exit-signal", false)
                           .raw(Packet().string("\x1b[31m" + longText(20'000)).byte(0).string("x").string("").bytes()));
             wire.send(Packet(kClose).u32(command.channel));
         }),
            {"ssh.killed-by-signal"}},
        {"an exit status cut short", onCommand([](Wire &wire, const Command &command) {
             wire.send(request(command.channel, "exit-status", false));
             wire.send(Packet(kClose).u32(command.channel));
         }),
            {"ssh.closed-without-status", "", "ssh.connection-lost"}},
        {"an exit status out of range", onCommand([](Wire &wire, const Command &command) {
             wire.send(data(command, "fine\n"));
             wire.send(request(command.channel, "exit-status", false).u32(0xffffff00));
             wire.send(Packet(kClose).u32(command.channel));
         }),
            kFine},
    };
}

// Resident memory of this process, in bytes.
std::size_t residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toULongLong() * 4096;
}

// Of this process.
int openSockets()
{
    int sockets = 0;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::Hidden))
        sockets += QFile::symLinkTarget(folder.filePath(name)).contains(QStringLiteral("socket:"));
    return sockets;
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestHostileChannel : public QObject {
    Q_OBJECT

    std::shared_ptr<engine::RemoteHost> signedIn(const MaliciousSpark &spark) { return signedIn(spark, m_factory); }
    static std::shared_ptr<engine::RemoteHost> connected(const MaliciousSpark &spark, ssh::SshHostFactory &factory)
    {
        const std::shared_ptr<engine::RemoteHost> host = factory.create();
        return await(host->connectToHost({QStringLiteral("127.0.0.1"), spark.port(), {}})) ? host : nullptr;
    }
    static std::shared_ptr<engine::RemoteHost> signedIn(const MaliciousSpark &spark, ssh::SshHostFactory &factory)
    {
        const std::shared_ptr<engine::RemoteHost> host = connected(spark, factory);
        if (!host)
            return nullptr;
        engine::Credentials credentials;
        credentials.user = QStringLiteral("nvidia");
        credentials.password = base::Secret("spark");
        return await(host->signIn(credentials)) ? host : nullptr;
    }
    ssh::SshHostFactory m_factory{shortTimings()};

private Q_SLOTS:
    void command_hasItsNameAndItsBound_data()
    {
        QTest::addColumn<Case>("play");
        int number = 0;
        for (const auto &cases : {openings(), streams(), oddities()})
            for (const Case &one : cases)
                if (test::isInRun(number++))
                    QTest::newRow(one.name) << one;
    }
    void command_hasItsNameAndItsBound()
    {
        QFETCH(Case, play);
        const MaliciousSpark spark(play.script);
        const auto host = signedIn(spark);
        QVERIFY(host);
        const std::size_t before = residentMemory();
        const QByteArray input(100'000, 'i'); // more than a small window takes
        const auto result = test::finish(
            engine::runCommand(host, protocol::SudoCheckCommand(), input, kCommandTimeout, engine::CancelToken()));
        QVERIFY(result);
        const std::string id = result->ok() ? std::string() : result->error().message.id;
        const std::string detail = result->ok() ? std::string() : result->error().detail;
        QVERIFY2(std::find(play.ends.begin(), play.ends.end(), id) != play.ends.end(), (id + ": " + detail).c_str());
        QVERIFY(detail.find('\x1b') == std::string::npos && detail.size() <= 400);
        if (play.ends == kFine) {
            QCOMPARE((*result)->output, QByteArray("fine\n"));
            QCOMPARE((*result)->exitCode, 0);
        }
        const std::size_t now = residentMemory();
        QVERIFY2(now < before + kMostMemory, qPrintable(QString::number(now - before)));
        host->disconnectFromHost();
        QVERIFY(!host->isConnected());
    }

    // A host that ignores our good-bye is rid of us nevertheless, and we of its socket.
    void disconnecting_endsTheConnection_data()
    {
        QTest::addColumn<bool>("signsIn");
        QTest::newRow("signed in") << true;
        QTest::newRow("not signed in") << false;
    }
    void disconnecting_endsTheConnection()
    {
        QFETCH(bool, signsIn);
        std::promise<void> over;
        const MaliciousSpark spark([&over, signsIn](Wire &wire) {
            if (wire.start() && (!signsIn || letIn(wire)))
                wire.idle(); // to the end of the connection
            over.set_value();
        });
        const int before = openSockets();
        QVERIFY(before > 0); // it listens
        const auto host = signsIn ? signedIn(spark) : connected(spark, m_factory);
        QVERIFY(host);
        host->disconnectFromHost();
        QVERIFY(over.get_future().wait_for(test::kPatience) == std::future_status::ready);
        QTRY_VERIFY_WITH_TIMEOUT(openSockets() <= before, 40'000); // the Spark's end and ours
    }

    // The window is ours to give; who sends beyond it while nobody takes anything costs no more memory for it.
    void outputBeyondTheWindow_isBounded()
    {
        constexpr std::size_t kFarMore = 128 * 1024 * 1024;
        std::promise<void> over;
        const MaliciousSpark spark(onCommand([&over](Wire &wire, const Command &command) {
            const std::string block = longText(32'000);
            for (std::size_t sent = 0; sent < kFarMore && wire.send(data(command, block));)
                sent += block.size();
            over.set_value();
        }));
        const auto host = signedIn(spark);
        QVERIFY(host);
        const std::size_t before = residentMemory();
        const auto process = host->start(QStringLiteral("flood"), true);
        test::ProcessWatch watch(*process);
        QVERIFY(watch.waitForOutput("x"));
        // This thread takes nothing until all was sent, or until nobody took it any more.
        QVERIFY(over.get_future().wait_for(std::chrono::seconds(40)) == std::future_status::ready);
        const std::size_t now = residentMemory();
        qInfo("memory for a flood that nobody takes: %.1f MiB", double(now - std::min(now, before)) / 1048576);
        QVERIFY2(now < before + kMostMemory, qPrintable(QString::number(now - before)));
        process->cancel();
        QVERIFY(watch.waitForEnd());
    }

    // Whoever asks and asks and never reads the answers gets no more of them, and is given up.
    void requestsWithoutReading_areBounded()
    {
        const MaliciousSpark spark(
            flooding([](const Command &) { return Packet(kGlobalRequest).string("keepalive@openssh.com").byte(1); }));
        ssh::Timings timings = shortTimings();
        timings.silence = std::chrono::milliseconds(1'500);
        ssh::SshHostFactory factory(timings);
        const auto host = signedIn(spark, factory);
        QVERIFY(host);
        QSignalSpy lost(host.get(), &engine::RemoteHost::connectionLost);
        const std::size_t before = residentMemory();
        const auto process = host->start(QStringLiteral("flood"), true);
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 40'000);
        const std::size_t now = residentMemory();
        qInfo("memory for answers that nobody reads: %.1f MiB", double(now - std::min(now, before)) / 1048576);
        QVERIFY2(now < before + kMostMemory, qPrintable(QString::number(now - before)));
    }

    // A channel that we gave up does not go on filling memory either.
    void outputAfterTheLimit_isBounded()
    {
        const MaliciousSpark spark(flooding([](const Command &command) { return data(command, longText(32'000)); }));
        const auto host = signedIn(spark);
        QVERIFY(host);
        QSignalSpy lost(host.get(), &engine::RemoteHost::connectionLost);
        const auto process = host->start(QStringLiteral("flood"), false);
        test::ProcessWatch watch(*process);
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), engine::ProcessExit::Kind::LimitExceeded);
        const std::size_t before = residentMemory();
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 40'000);
        const std::size_t now = residentMemory();
        qInfo("memory for a flood after its limit: %.1f MiB", double(now - std::min(now, before)) / 1048576);
        QVERIFY2(now < before + kMostMemory, qPrintable(QString::number(now - before)));
    }
};

QTEST_GUILESS_MAIN(TestHostileChannel)
#include "tst_hostile_channel.moc"
