// SPDX-License-Identifier: GPL-3.0-or-later
// A Spark that means harm, up to the sign-in: each thing it does has a name, ends within its bound, and gets no secret
// that it was not owed (measurement-and-safety 8.2 and 11).
#include "../support/await.h"
#include "../support/malicious/maliciousspark.h"
#include "../support/sample.h"
#include "adapters/ssh/hostfactory.h"

#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test::malicious;
using test::await;

namespace {

ssh::Timings shortTimings()
{
    ssh::Timings timings;
    timings.connect = std::chrono::milliseconds(5'000);
    timings.keyExchange = std::chrono::milliseconds(400);
    timings.signIn = std::chrono::milliseconds(400);
    return timings;
}

// A script and the message that it must end with; several where the version of libssh decides.
struct Case {
    const char *name;
    Script script;
    std::vector<std::string> ends;
};

const std::vector<std::string> kNoKeys = {"ssh.key-exchange-failed"};
const std::vector<std::string> kNotSsh = {"ssh.not-ssh"};
// libssh loses its own words for it when it also wants to write at that moment.
const std::vector<std::string> kNoAlgorithm = {"ssh.no-common-algorithm", "ssh.key-exchange-failed"};
const std::vector<std::string> kClosed = {"ssh.auth-closed", "ssh.auth-failed", "ssh.auth-timeout"};

std::string longText(std::size_t size)
{
    return std::string(size, 'x');
}

// What is sent instead of the answer to the client's half of the key exchange.
Script insteadOfReply(std::string payload)
{
    return [payload](Wire &wire) {
        Offer offer;
        offer.insteadOfReply = payload;
        if (wire.greet() && wire.exchangeKeys(offer))
            wire.idle();
    };
}

Script offering(void (*spoil)(Offer &))
{
    return [spoil](Wire &wire) {
        Offer offer;
        spoil(offer);
        if (wire.greet() && wire.exchangeKeys(offer))
            wire.idle();
    };
}

// Unencrypted bytes after the banner.
Script rawAfterBanner(std::string bytes)
{
    return [bytes](Wire &wire) {
        if (wire.greet() && wire.sendRaw(bytes))
            wire.idle();
    };
}

std::vector<Case> greetings()
{
    return {
        {"a banner without end",
            [](Wire &wire) {
                while (wire.sendRaw(longText(4096))) {
                }
            },
            kNotSsh},
        {"lines without end before the banner",
            [](Wire &wire) {
                while (wire.sendRaw("hello\r\n")) {
                }
            },
            kNotSsh},
        {"binary before the banner",
            [](Wire &wire) {
                wire.sendRaw(std::string(300, '\0'));
                wire.idle();
            },
            {"ssh.not-ssh", "ssh.key-exchange-timeout"}},
        {"a byte now and then",
            [](Wire &wire) {
                while (wire.sendRaw("S"))
                    wire.pause(40);
            },
            kNotSsh},
        {"SSH 1.5",
            [](Wire &wire) {
                wire.sendRaw("SSH-1.5-old\r\n");
                wire.idle();
            },
            {"ssh.key-exchange-failed", "ssh.not-ssh"}},
        {"a packet of 4 GiB", rawAfterBanner("\xff\xff\xff\xff" + longText(4096)), kNoKeys},
        {"a packet of nothing", rawAfterBanner(std::string(64, '\0')),
            {"ssh.key-exchange-failed", "ssh.key-exchange-timeout"}},
        {"more padding than packet", rawAfterBanner(Packet().u32(12).byte(255).raw(longText(11)).bytes()), kNoKeys},
        {"a name list of 4 GiB",
            rawAfterBanner(
                Packet().u32(28).byte(4).byte(kKexInit).raw(longText(16)).u32(0xffffffff).raw("pppppp").bytes()),
            {"ssh.key-exchange-failed", "ssh.key-exchange-timeout"}},
        {"silence after the banner",
            [](Wire &wire) {
                if (wire.greet())
                    wire.idle();
            },
            {"ssh.key-exchange-timeout"}},
        {"nothing but packets to ignore",
            [](Wire &wire) {
                if (wire.greet())
                    wire.repeat(Packet(kIgnore).string(longText(1000)));
            },
            {"ssh.key-exchange-timeout", "ssh.key-exchange-failed"}},
        {"signed in before any key",
            [](Wire &wire) {
                if (wire.greet()) {
                    wire.send(Packet(kAuthSuccess));
                    wire.idle();
                }
            },
            {"ssh.key-exchange-failed", "ssh.key-exchange-timeout"}},
        {"a good-bye with escapes",
            [](Wire &wire) {
                if (wire.greet())
                    wire.send(Packet(kDisconnect).u32(2).string("\x1b]52;c;ZXZpbA==\a\u202ebye").string(""));
            },
            kNoKeys},
    };
}

std::vector<Case> exchanges()
{
    return {
        {"algorithms of long ago", offering([](Offer &offer) {
             offer.keyExchange = "diffie-hellman-group1-sha1";
             offer.hostKey = "ssh-dss";
         }),
            kNoAlgorithm},
        {"a GSS key exchange only",
            offering([](Offer &offer) { offer.keyExchange = "gss-group14-sha256-toWM5Slw5Ew8Mqkay+al2g=="; }),
            kNoAlgorithm},
        {"a weak cipher only", offering([](Offer &offer) { offer.cipher = "3des-cbc"; }), kNoAlgorithm},
        {"no cipher at all", offering([](Offer &offer) { offer.cipher = "none"; }), kNoAlgorithm},
        {"a guess that is wrong", offering([](Offer &offer) {
             offer.keyExchange = "diffie-hellman-group1-sha1,curve25519-sha256";
             offer.wrongGuess = true;
         }),
            kNoKeys},
        {"ten thousand algorithms", offering([](Offer &offer) {
             for (int i = 0; i < 10'000; ++i)
                 offer.keyExchange += ",x" + std::to_string(i);
         }),
            {}},
        {"a packet slipped into an exchange of old", offering([](Offer &offer) { offer.stray = true; }), {}},
        {"a packet slipped into a strict exchange", offering([](Offer &offer) { offer.strict = offer.stray = true; }),
            kNoKeys},
        {"a signature of somebody else", offering([](Offer &offer) { offer.wrongSignature = true; }), kNoKeys},
        {"a shared secret of zero", offering([](Offer &offer) { offer.zeroPoint = true; }), kNoKeys},
        {"a host key of another type",
            offering([](Offer &offer) { offer.hostKeyBlob = Packet().string("ssh-dss").string(longText(40)).bytes(); }),
            kNoKeys},
        {"a host key of rubbish", offering([](Offer &offer) { offer.hostKeyBlob = longText(200'000); }), kNoKeys},
        {"a short host key",
            offering([](Offer &offer) { offer.hostKeyBlob = Packet().string("ssh-ed25519").string("").bytes(); }),
            kNoKeys},
        {"an answer cut short", insteadOfReply(Packet(kEcdhReply).u32(0xfffffff0).bytes()), kNoKeys},
        {"an empty answer", insteadOfReply(Packet(kEcdhReply).bytes()), kNoKeys},
        {"keys in use before they are made", insteadOfReply(Packet(kNewKeys).bytes()), kNoKeys},
        {"another beginning of the exchange", insteadOfReply(Packet(kKexInit).raw(longText(16)).bytes()),
            {"ssh.key-exchange-failed", "ssh.key-exchange-timeout", "ssh.no-common-algorithm"}},
        {"the client's own half back", insteadOfReply(Packet(kEcdhInit).string(longText(32)).bytes()),
            {"ssh.key-exchange-failed", "ssh.key-exchange-timeout"}},
    };
}

// Answers every try to sign in with the same packet.
Script always(Packet answer)
{
    return [answer](Wire &wire) {
        if (!wire.start() || !awaitSignIn(wire))
            return;
        while (wire.send(answer) && wire.receive(kAuthRequest)) {
        }
    };
}

// The same packet without end instead of an answer.
Script flooding(Packet packet)
{
    return [packet](Wire &wire) {
        if (wire.start() && awaitSignIn(wire))
            wire.repeat(packet);
    };
}

// The good news, but with a check that is wrong.
Script touched(std::string cipher)
{
    return [cipher](Wire &wire) {
        Offer offer;
        offer.cipher = cipher;
        if (wire.greet() && wire.exchangeKeys(offer) && awaitSignIn(wire))
            wire.send(Packet(kAuthSuccess), true);
        wire.idle();
    };
}

Packet questions(std::uint32_t count, const std::string &text)
{
    Packet packet(kInfoRequest);
    packet.string("name\x1b[2J").string("do this").string("").u32(count);
    for (std::uint32_t i = 0; i < std::min<std::uint32_t>(count, 4000); ++i)
        packet.string(text).byte(0);
    return packet;
}

std::vector<Case> signIns()
{
    const Packet partly = Packet(kAuthFailure).string("publickey,password,keyboard-interactive").byte(1);
    return {
        {"signed in without a word",
            [](Wire &wire) {
                if (wire.start() && wire.receive(kServiceRequest)) {
                    wire.send(Packet(kServiceAccept).string("ssh-userauth"));
                    wire.send(Packet(kAuthSuccess));
                    wire.idle();
                }
            },
            {"ssh.auth-open"}},
        {"signed in before the service",
            [](Wire &wire) {
                if (wire.start()) {
                    wire.send(Packet(kAuthSuccess));
                    wire.idle();
                }
            },
            {"ssh.auth-open", "ssh.auth-timeout", "ssh.auth-failed", "ssh.auth-closed"}},
        {"partly signed in for ever", always(partly), {"ssh.auth-partial"}},
        {"questions without a question", always(questions(0, "")),
            {"ssh.auth-denied", "ssh.auth-failed", "ssh.auth-closed", "ssh.auth-timeout"}},
        {"four billion questions", always(questions(0xffffffff, "Password: ")),
            {"ssh.auth-failed", "ssh.auth-closed", "ssh.auth-timeout", "ssh.auth-denied"}},
        {"banners without end", flooding(Packet(kAuthBanner).string(longText(1000)).string("")), {"ssh.auth-timeout"}},
        {"nothing but packets to ignore", flooding(Packet(kIgnore).string(longText(1000))), {"ssh.auth-timeout"}},
        {"debug talk without end", flooding(Packet(kDebug).byte(1).string("\x1b[2Jx").string("")),
            {"ssh.auth-timeout"}},
        {"methods without end", always(Packet(kAuthFailure).string(longText(200'000)).byte(0)),
            {"ssh.auth-denied", "ssh.auth-failed", "ssh.auth-closed"}},
        {"an answer cut short", always(Packet(kAuthFailure).u32(0xffffff00)),
            {"ssh.auth-denied", "ssh.auth-failed", "ssh.auth-closed", "ssh.auth-timeout"}},
        {"no answer",
            [](Wire &wire) {
                if (wire.start() && awaitSignIn(wire))
                    wire.idle();
            },
            {"ssh.auth-timeout"}},
        {"gone at the password",
            [](Wire &wire) {
                if (wire.start())
                    awaitSignIn(wire);
            },
            {"ssh.auth-lost"}},
        {"a touched packet, CTR with HMAC", touched("aes256-ctr"), kClosed},
        {"a touched packet, GCM", touched("aes256-gcm@openssh.com"), kClosed}, // CVE-2026-59847
        {"a touched packet, ChaCha20-Poly1305", touched("chacha20-poly1305@openssh.com"), kClosed},
        {"a packet of 4 GiB",
            [](Wire &wire) {
                if (wire.start() && awaitSignIn(wire))
                    wire.sendFrame(Packet().u32(0xfffffff0).raw(longText(28)).bytes());
                wire.idle();
            },
            kClosed},
        {"a channel before the sign-in",
            [](Wire &wire) {
                if (wire.start() && awaitSignIn(wire)) {
                    wire.send(Packet(kChannelOpen).string("session").u32(1).u32(1).u32(1));
                    wire.send(Packet(kData).u32(0).string(longText(100)));
                }
                wire.idle();
            },
            kClosed},
    };
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestHostileHandshake : public QObject {
    Q_OBJECT

    static void addRows(const std::vector<Case> &cases)
    {
        QTest::addColumn<Case>("play");
        int number = 0;
        for (const Case &one : cases)
            if (test::isInRun(number++))
                QTest::newRow(one.name) << one;
    }
    static bool endsWell(const Case &play, const base::Error &error)
    {
        const QByteArray seen = QByteArray::fromStdString(error.message.id + ": " + error.detail);
        if (error.detail.find('\x1b') != std::string::npos || error.detail.size() > 400)
            qWarning("unclean: %s", seen.constData());
        else if (std::find(play.ends.begin(), play.ends.end(), error.message.id) != play.ends.end())
            return true;
        qWarning("%s ended as %s", play.name, seen.constData());
        return false;
    }
    ssh::SshHostFactory m_factory{shortTimings()};

private Q_SLOTS:
    void keyExchange_hasItsNameAndItsBound_data()
    {
        auto cases = greetings();
        for (Case &one : exchanges())
            cases.push_back(std::move(one));
        addRows(cases);
    }
    void keyExchange_hasItsNameAndItsBound()
    {
        QFETCH(Case, play);
        const MaliciousSpark spark(play.script);
        const auto host = m_factory.create();
        const auto greeting = await(host->connectToHost({QStringLiteral("127.0.0.1"), spark.port(), {}}));
        if (play.ends.empty()) { // strange, but no reason to refuse
            QVERIFY(greeting.ok());
            return;
        }
        QVERIFY(!greeting.ok());
        QVERIFY(endsWell(play, greeting.error()));
        QVERIFY(!host->isConnected());
    }

    void signIn_hasItsNameAndItsBound_data() { addRows(signIns()); }
    void signIn_hasItsNameAndItsBound()
    {
        QFETCH(Case, play);
        const MaliciousSpark spark(play.script);
        const auto host = m_factory.create();
        QVERIFY(await(host->connectToHost({QStringLiteral("127.0.0.1"), spark.port(), {}})).ok());
        engine::Credentials credentials;
        credentials.user = QStringLiteral("nvidia");
        credentials.password = base::Secret("spark");
        const auto result = await(host->signIn(credentials));
        QVERIFY(!result.ok());
        QVERIFY(endsWell(play, result.error()));
    }

    // The exchange that the scripts spoil is right when they do not.
    void honestScript_signsIn_data()
    {
        QTest::addColumn<QByteArray>("cipher");
        QTest::addColumn<bool>("strict");
        for (const char *cipher : {"aes256-ctr", "aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com"})
            for (const bool strict : {false, true})
                QTest::addRow("%s%s", cipher, strict ? ", strict" : "") << QByteArray(cipher) << strict;
    }
    void honestScript_signsIn()
    {
        QFETCH(QByteArray, cipher);
        QFETCH(bool, strict);
        const MaliciousSpark spark([&](Wire &wire) {
            Offer offer;
            offer.cipher = cipher.toStdString();
            offer.strict = strict;
            if (wire.greet() && wire.exchangeKeys(offer) && letIn(wire))
                wire.idle();
        });
        const auto host = m_factory.create();
        QVERIFY(await(host->connectToHost({QStringLiteral("127.0.0.1"), spark.port(), {}})).ok());
        engine::Credentials credentials;
        credentials.user = QStringLiteral("nvidia");
        credentials.password = base::Secret("spark");
        QVERIFY(await(host->signIn(credentials)).ok());
    }
};

QTEST_GUILESS_MAIN(TestHostileHandshake)
#include "tst_hostile_handshake.moc"
