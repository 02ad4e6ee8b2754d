// SPDX-License-Identifier: GPL-3.0-or-later
// Lines, dispatch, limits and the end of a session.
#include "harness.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;

class TestAgentSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void start_saysHelloFirst()
    {
        FakeSystem system;
        Harness harness(system, Mode::Root);
        QCOMPARE(harness.lines.size(), std::size_t(1));
        const auto envelope = protocol::decodeLine(harness.lines[0]);
        QVERIFY(envelope.ok());
        QCOMPARE(envelope->type, std::string("hello"));
        const auto hello = protocol::decode<protocol::Hello>(envelope->body);
        QVERIFY(hello.ok());
        QCOMPARE(hello->mode, std::string("root"));
        QCOMPARE(hello->pid, std::int64_t(4711));
    }

    void receive_joinsPiecesOfALine()
    {
        FakeSystem system;
        Harness harness(system);
        const std::string line = protocol::requestLine(7, protocol::verb::kCounters) + "\n";
        for (const char byte : line)
            harness.session->receive(std::string_view(&byte, 1));
        QCOMPARE(harness.terminal(7).type, std::string("done"));
    }

    void receive_answersUnknownVerbsAndRootVerbsInUserMode()
    {
        FakeSystem system;
        Harness harness(system);
        QCOMPARE(harness.ask("format-disk").error->message.id, std::string("remote.unknown-verb"));
        QCOMPARE(harness.ask(protocol::verb::kTransactionBegin).error->message.id, std::string("remote.unknown-verb"));
        Harness root(system, Mode::Root);
        QCOMPARE(root.ask(protocol::verb::kInstallKey).error->message.id, std::string("remote.unknown-verb"));
    }

    void receive_endsAfterManyBadLines()
    {
        FakeSystem system;
        Harness harness(system);
        for (int i = 0; i < 100; ++i)
            harness.session->receive("no json\n");
        system.loop().advance(1ms);
        QVERIFY(harness.session->finished());
        QCOMPARE(harness.session->exitCode(), 1);
        QVERIFY(harness.lines.size() < 80);
    }

    void receive_skipsALineThatIsTooLong()
    {
        FakeSystem system;
        Harness harness(system);
        const std::string chunk(1024 * 1024, 'x');
        for (int i = 0; i < 6; ++i)
            harness.session->receive(chunk);
        harness.session->receive("\n");
        QCOMPARE(protocol::decodeLine(harness.lines.back())->error->message.id, std::string("remote.line-too-long"));
        QCOMPARE(harness.ask(protocol::verb::kCounters).type, std::string("done"));
    }

    void inputEnded_finishesOnceAndTellsSo()
    {
        FakeSystem system;
        Harness harness(system);
        int told = 0;
        harness.session->onFinished([&] { ++told; });
        harness.session->inputEnded();
        QVERIFY(!harness.session->finished()); // said from the loop, never from inside the call
        harness.session->inputEnded();
        system.loop().advance(1ms);
        QVERIFY(harness.session->finished());
        QCOMPARE(told, 1);
        QCOMPARE(harness.session->exitCode(), 0);
    }

    void silence_endsAStreamingUserAgent()
    {
        FakeSystem system;
        Harness harness(system);
        harness.send(protocol::verb::kWatch);
        for (int i = 0; i < 10; ++i) {
            system.loop().advance(10s);
            harness.session->receive(protocol::requestLine(0, protocol::verb::kHeartbeat) + "\n");
        }
        QVERIFY(!harness.session->finished());
        system.loop().advance(17s);
        QVERIFY(harness.session->finished());
    }

    void silence_endsAnIdleAgentWhoseApplicationWasHeard()
    {
        FakeSystem system;
        Harness harness(system);
        harness.session->receive(protocol::requestLine(0, protocol::verb::kHeartbeat) + "\n");
        system.loop().advance(14s);
        QVERIFY(!harness.session->finished());
        system.loop().advance(3s);
        QVERIFY(harness.session->finished());
    }

    void silence_leavesAnIdleAgentAlone()
    {
        FakeSystem system;
        Harness harness(system);
        system.loop().advance(600s);
        QVERIFY(!harness.session->finished());
    }
};

QTEST_GUILESS_MAIN(TestAgentSession)
#include "tst_agent_session.moc"
