// SPDX-License-Identifier: GPL-3.0-or-later
// Real sockets on loopback: what travels, who is let in, and that nothing stays open.
#include "agent/linux/descriptor.h"
#include "agent/linux/linuxsystem.h"
#include "agent/linux/linuxtcp.h"
#include "protocol/messages_iperf.h"

#include <QTest>

#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <optional>
#include <string>

using namespace sparkloom;
using namespace sparkloom::agent;
using namespace std::chrono_literals;

namespace {

const std::string kToken = std::string(32, '1') + std::string(32, '2');
const std::string kGreeting = "SPARKLOOM-TCP " + std::string(32, '1');

domain::Ipv4Address address(const char *text)
{
    return *domain::Ipv4Address::parse(text);
}

// Two addresses of loopback play the two Sparks.
TcpFlowSpec toHere(int flow = 0, int streams = 2)
{
    return {flow, "lo", address("127.0.0.1"), address("127.0.0.2"), 0, streams};
}
TcpFlowSpec fromThere(const TcpFlowSpec &listening)
{
    return {listening.flow, "lo", listening.peer, listening.local, listening.port, listening.streams};
}

// One end, and what it said.
struct Told {
    bool started = false;
    bool ended = false;
    std::optional<base::Error> error;
    TcpEvents events()
    {
        return {[this] { started = true; }, [this](const base::Error &why) { error = why; }, [this] { ended = true; }};
    }
};

// A socket of somebody who connects by hand.
class Stranger {
public:
    Stranger(const char *from, const TcpFlowSpec &to) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in own = place(address(from), 0);
        const sockaddr_in other = place(to.local, to.port);
        m_connected = ::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&own), sizeof own) == 0
            && ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&other), sizeof other) == 0;
    }
    bool connected() const { return m_connected; }
    void say(const std::string &text)
    {
        QCOMPARE(::send(m_socket.get(), text.data(), text.size(), MSG_NOSIGNAL), ssize_t(text.size()));
    }
    // Whether the other side has closed.
    bool turnedAway()
    {
        char byte = 0;
        const ssize_t got = ::recv(m_socket.get(), &byte, 1, MSG_DONTWAIT);
        return got == 0 || (got < 0 && errno == ECONNRESET);
    }

private:
    static sockaddr_in place(domain::Ipv4Address address, int port)
    {
        sockaddr_in result{};
        result.sin_family = AF_INET;
        result.sin_port = htons(static_cast<std::uint16_t>(port));
        result.sin_addr.s_addr = htonl(address.value);
        return result;
    }
    Descriptor m_socket;
    bool m_connected = false;
};

int entriesOf(const char *folder)
{
    int count = 0;
    DIR *const opened = opendir(folder);
    while (opened && readdir(opened))
        ++count;
    if (opened)
        closedir(opened);
    return count;
}

// Whether the kernel has a socket of this port in one of these states ("0A": listens).
bool isThere(int port, const std::vector<std::string> &states)
{
    char wanted[16];
    std::snprintf(wanted, sizeof wanted, ":%04X ", static_cast<unsigned>(port));
    std::ifstream table("/proc/self/net/tcp");
    for (std::string line; std::getline(table, line);)
        for (const std::string &state : states)
            if (line.find(wanted) != std::string::npos && line.find(' ' + state + ' ') != std::string::npos)
                return true;
    return false;
}
bool listens(int port)
{
    return isThere(port, {"0A"});
}
// Established, or closing with bytes that nobody takes: all but "time wait".
bool isConnected(int port)
{
    return isThere(port, {"01", "02", "03", "04", "05", "08", "09", "0B"});
}

} // namespace

class TestAgentTcpSockets : public QObject {
    Q_OBJECT

    EpollLoop m_loop;
    LinuxTcp m_tcp{m_loop};
    int m_descriptors = 0;
    int m_threads = 0;

    // Runs the loop until this holds; false after ten seconds.
    static bool until(EpollLoop &loop, const std::function<bool()> &holds)
    {
        const auto deadline = loop.monotonic() + 10s;
        while (!holds() && loop.monotonic() < deadline) {
            loop.after(5ms, [&loop] { loop.stop(); });
            loop.run();
        }
        return holds();
    }
    static bool until(LinuxSystem &system, const std::function<bool()> &holds)
    {
        return until(dynamic_cast<EpollLoop &>(system.loop()), holds);
    }
    bool until(const std::function<bool()> &holds) { return until(m_loop, holds); }

    std::unique_ptr<TcpEnd> receive(Told &told, std::vector<TcpFlowSpec> flows = {toHere()})
    {
        auto end = m_tcp.receive(kToken, std::move(flows), told.events());
        return end ? std::move(end).value() : nullptr;
    }
    std::unique_ptr<TcpEnd> send(
        Told &told, const TcpEnd &to, const std::string &token = kToken, std::chrono::milliseconds patience = 5s)
    {
        std::vector<TcpFlowSpec> flows;
        for (const TcpFlowSpec &flow : to.flows())
            flows.push_back(fromThere(flow));
        auto end = m_tcp.send(token, std::move(flows), patience, told.events());
        return end ? std::move(end).value() : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_descriptors = entriesOf("/proc/self/fd");
        m_threads = entriesOf("/proc/self/task");
    }
    void cleanup()
    {
        QCOMPARE(entriesOf("/proc/self/fd"), m_descriptors);
        QCOMPARE(entriesOf("/proc/self/task"), m_threads);
    }

    void bytesArrive_andTheReceiverGetsAllThatWasSent()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 2), toHere(7, 1)});
        QVERIFY(receiver);
        auto sender = send(there, *receiver);
        QVERIFY(until([&] { return here.started && there.started; }));
        for (const TcpFlowSpec &flow : receiver->flows())
            QVERIFY(!listens(flow.port)); // everybody is in: the door is shut
        QVERIFY(until([&] {
            const auto now = receiver->read();
            return now.flows[0].bytes > 10'000'000 && now.flows[1].bytes > 10'000'000;
        }));
        const TcpReading running = receiver->read();
        QCOMPARE(running.flows[0].flow, 0);
        QCOMPARE(running.flows[0].open, 2);
        QCOMPARE(running.flows[1].open, 1);
        QVERIFY(running.cpu > 0ns);
        QVERIFY(!here.ended);
        sender->finish();
        QVERIFY(until([&] { return here.ended; }));
        const TcpReading last = receiver->read();
        QCOMPARE(last.flows[0].bytes, sender->read().flows[0].bytes); // what was sent has arrived
        receiver.reset();
        QVERIFY(until([&] { return there.ended; }));
        QVERIFY(!there.error);
        QCOMPARE(last.flows[0].open, 0);
        QVERIFY(last.cpu >= running.cpu);
        QVERIFY(!here.error);
    }

    void aReceiverThatHasSeenEnoughEndsBoth()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 3)});
        auto sender = send(there, *receiver);
        QVERIFY(
            until([&] { return here.started && there.started && receiver->read().flows.front().bytes > 10'000'000; }));
        receiver->finish();
        QVERIFY(until([&] { return here.ended && there.ended; }));
        QVERIFY(!here.error && !there.error);
        const TcpReading sent = sender->read();
        QCOMPARE(receiver->read().flows.front().bytes, sent.flows.front().bytes); // in order, to the last byte
        QCOMPARE(sent.flows.front().open, 0);
        QVERIFY(sent.cpu > 0ns);
    }

    void ofTwoReceiversOneHasSeenEnough()
    {
        Told one, other, there;
        auto first = receive(one, {toHere(0, 2)});
        auto second = receive(other, {toHere(1, 2)});
        auto opened = m_tcp.send(
            kToken, {fromThere(first->flows().front()), fromThere(second->flows().front())}, 5s, there.events());
        QVERIFY(opened.ok());
        const auto sender = std::move(opened).value();
        QVERIFY(until([&] { return one.started && other.started && there.started; }));
        first->finish();
        QVERIFY(until([&] { return one.ended; }));
        const std::uint64_t then = second->read().flows.front().bytes;
        QVERIFY(until([&] { return second->read().flows.front().bytes > then + 10'000'000; }));
        QVERIFY(until([&] { return sender->read().flows[0].open == 0; }));
        QCOMPARE(sender->read().flows[1].open, 2);
        QVERIFY(!there.ended);
        second->finish();
        QVERIFY(until([&] { return other.ended && there.ended; }));
        QVERIFY(!one.error && !other.error && !there.error);
    }

    // The owner's program where this machine has it, else what is said of its absence.
    void iperf_measuresAndLeavesNothing()
    {
        LinuxSystem system{AGENT_PROGRAM};
        const auto port = system.freePort(address("127.0.0.1"));
        QVERIFY(port.ok() && *port > 1023);
        std::string server, client, errors;
        std::optional<int> served, measured;
        const std::string number = std::to_string(*port);
        auto serving = system.startProgram({{"iperf3", "-s", "-1", "-B", "127.0.0.1", "-p", number, "--forceflush"}},
            {[&](std::string_view line) { server.append(line); },
                [&](int code, const std::string &words) { served = code, errors = words; }});
        QVERIFY(serving.ok());
        QVERIFY(until(system, [&] { return served || server.find("Server listening") != std::string::npos; }));
        if (served) {
            QCOMPARE(*served, 127);
            QVERIFY2(errors.find("iperf3: ") == 0, errors.c_str());
            return;
        }
        auto measuring = system.startProgram(
            {{"iperf3", "-c", "127.0.0.1", "-B", "127.0.0.1", "-p", number, "-P", "2", "-n", "200M", "-i", "0", "-J"}},
            {[&](std::string_view line) { client.append(line).append(1, '\n'); },
                [&](int code, const std::string &) { measured = code; }});
        QVERIFY(measuring.ok());
        QVERIFY(until(system, [&] { return measured && served; }));
        const auto result = protocol::iperfResultIn(client);
        QVERIFY2(result.ok(), client.c_str());
        QVERIFY(result->gbps > 0 && result->bytes > 0);
        QCOMPARE(result->streams, 2);
        QVERIFY(!isThere(*port, {"0A"}));
        // A server that waits for nobody any more is gone at once, with whoever wanted it.
        served.reset();
        server.clear();
        serving = system.startProgram({{"iperf3", "-s", "-1", "-B", "127.0.0.1", "-p", number, "--forceflush"}},
            {[&](std::string_view line) { server.append(line); },
                [&](int code, const std::string &words) { served = code, errors = words; }});
        QVERIFY(until(system, [&] { return served || server.find("Server listening") != std::string::npos; }));
        QVERIFY2(!served, errors.c_str());
        QVERIFY(isThere(*port, {"0A"}));
        *serving = nullptr;
        QVERIFY(!isThere(*port, {"0A"}));
    }

    void onlyThePeerIsLetIn()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 1)});
        const TcpFlowSpec door = receiver->flows().front();
        Stranger other("127.0.0.3", door);
        other.say(kGreeting); // even with the right token
        QVERIFY(until([&] { return receiver->strangers() == 1; }));
        QVERIFY(other.turnedAway());
        Stranger liar("127.0.0.2", door);
        liar.say("SPARKLOOM-TCP " + std::string(32, '3'));
        QVERIFY(until([&] { return receiver->strangers() == 2; }));
        QVERIFY(liar.turnedAway());
        Stranger hasty("127.0.0.2", door);
        hasty.say("GET / HTTP/1.1\r\n\r\n" + std::string(500, 'x'));
        QVERIFY(until([&] { return receiver->strangers() == 3; }));
        auto sender = send(there, *receiver); // and the right one still comes in
        QVERIFY(until([&] { return here.started && there.started; }));
    }

    void whoSaysNothingKeepsNobodyOut()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 1)});
        std::vector<std::unique_ptr<Stranger>> silent;
        for (int i = 0; i < 70; ++i) {
            silent.push_back(std::make_unique<Stranger>("127.0.0.2", receiver->flows().front()));
            m_loop.after(0ms, [this] { m_loop.stop(); });
            m_loop.run();
        }
        auto sender = send(there, *receiver);
        QVERIFY(until([&] { return here.started && there.started; }));
        QVERIFY(receiver->strangers() >= 6); // the first ones made way, the rest came too late
        QVERIFY(until([&] { return silent.front()->turnedAway() && silent.back()->turnedAway(); }));
    }

    void whoLeavesBeforeTheStartIsMissed()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 2)});
        {
            Stranger half("127.0.0.2", receiver->flows().front());
            half.say(kGreeting.substr(0, 10));
            QVERIFY(until([&] { return receiver->read().flows.front().open == 0; }));
        }
        QVERIFY(until([&] { return receiver->strangers() == 1; }));
        auto sender = send(there, *receiver);
        QVERIFY(until([&] { return here.started && there.started; }));
    }

    void aReceiverThatIsNoneIsNoticed()
    {
        const Descriptor door(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in own{};
        own.sin_family = AF_INET;
        own.sin_addr.s_addr = htonl(address("127.0.0.1").value);
        socklen_t size = sizeof own;
        QCOMPARE(::bind(door.get(), reinterpret_cast<sockaddr *>(&own), size), 0);
        QCOMPARE(::listen(door.get(), 5), 0);
        QCOMPARE(::getsockname(door.get(), reinterpret_cast<sockaddr *>(&own), &size), 0);
        Told there;
        TcpFlowSpec flow = fromThere(toHere(0, 1));
        flow.port = ntohs(own.sin_port);
        auto sender = m_tcp.send(kToken, {flow}, 5s, there.events());
        QVERIFY(sender.ok());
        const Descriptor caller(::accept4(door.get(), nullptr, nullptr, SOCK_CLOEXEC));
        const std::string answer(32, 'z');
        QCOMPARE(::send(caller.get(), answer.data(), answer.size(), MSG_NOSIGNAL), ssize_t(answer.size()));
        QVERIFY(until([&] { return there.error.has_value(); }));
        QCOMPARE(there.error->message.id, std::string("tcp.wrong-peer"));
        QVERIFY(!there.started);
    }

    void aQueueThatIsFull_timesOut_andCanBeCancelled()
    {
        // Whoever finds the queue of a listening socket full gets no answer, as from a firewall.
        const Descriptor door(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in own{};
        own.sin_family = AF_INET;
        own.sin_addr.s_addr = htonl(address("127.0.0.1").value);
        socklen_t size = sizeof own;
        QCOMPARE(::bind(door.get(), reinterpret_cast<sockaddr *>(&own), size), 0);
        QCOMPARE(::listen(door.get(), 0), 0);
        QCOMPARE(::getsockname(door.get(), reinterpret_cast<sockaddr *>(&own), &size), 0);
        std::vector<Descriptor> waiting;
        for (int i = 0; i < 4; ++i) {
            waiting.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
            ::connect(waiting.back().get(), reinterpret_cast<sockaddr *>(&own), size);
        }
        TcpFlowSpec flow = fromThere(toHere(0, 1));
        flow.port = ntohs(own.sin_port);
        Told impatient, cancelled;
        auto first = m_tcp.send(kToken, {flow}, 50ms, impatient.events());
        QVERIFY(until([&] { return impatient.error.has_value(); }));
        QCOMPARE(impatient.error->message.id, std::string("tcp.connect-timeout"));
        auto second = m_tcp.send(kToken, {flow}, 1h, cancelled.events());
        m_loop.after(20ms, [this] { m_loop.stop(); });
        m_loop.run();
        QVERIFY(second.ok());
        const auto gone = std::move(second).value(); // and at the end of this: the thread does not wait for its hour
    }

    void aReceiverThatSaysNothingIsGivenUp()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 2)}); // waits for two, one comes
        TcpFlowSpec flow = fromThere(receiver->flows().front());
        flow.streams = 1;
        auto sender = m_tcp.send(kToken, {flow}, 50ms, there.events());
        QVERIFY(until([&] { return there.error.has_value(); }));
        QCOMPARE(there.error->message.id, std::string("tcp.connect-timeout"));
    }

    void aWrongTokenEndsTheSender()
    {
        Told here, there;
        auto receiver = receive(here, {toHere(0, 1)});
        auto sender = send(there, *receiver, std::string(64, '9'));
        QVERIFY(until([&] { return there.error.has_value(); }));
        QCOMPARE(there.error->message.id, std::string("tcp.turned-away"));
        QCOMPARE(receiver->strangers(), 1);
    }

    void nobodyListens()
    {
        Told there;
        TcpFlowSpec flow = fromThere(toHere(0, 1));
        {
            Told here;
            flow.port = receive(here)->flows().front().port;
        }
        QVERIFY(!listens(flow.port));
        auto sender = m_tcp.send(kToken, {flow}, 5s, there.events());
        QVERIFY(until([&] { return there.error.has_value(); }));
        QCOMPARE(there.error->message.id, std::string("tcp.connect-refused"));
    }

    void aReceiverThatIsDestroyedEndsTheSender()
    {
        Told here, there;
        auto receiver = receive(here);
        auto sender = send(there, *receiver);
        QVERIFY(until([&] { return here.started && there.started; }));
        receiver.reset();
        QVERIFY(until([&] { return there.error.has_value() || there.ended; }));
        QCOMPARE(there.error->message.id, std::string("tcp.stream-broke"));
    }

    void cancelInEveryPhase_leavesNothing()
    {
        Told here, there;
        receive(here); // listening
        {
            auto receiver = receive(here);
            auto sender = send(there, *receiver); // connecting: gone before anybody looked
        }
        {
            auto receiver = receive(here, {toHere(0, 2)});
            TcpFlowSpec flow = fromThere(receiver->flows().front());
            flow.streams = 1;
            auto sender = m_tcp.send(kToken, {flow}, 5s, there.events()); // waits for the other stream
            QVERIFY(until([&] { return receiver->read().flows.front().open == 1; }));
        }
        {
            Told one, two;
            auto receiver = receive(one);
            const int port = receiver->flows().front().port;
            auto sender = send(two, *receiver);
            QVERIFY(until(
                [&] { return one.started && two.started && receiver->read().flows.front().bytes > 0; })); // sending
            receiver.reset();
            sender.reset();
            QVERIFY(until([&] { return !isConnected(port); })); // not even in the kernel
        }
        {
            Told one, two;
            auto receiver = receive(one);
            const int port = receiver->flows().front().port;
            auto sender = send(two, *receiver);
            QVERIFY(until([&] { return one.started && two.started && receiver->read().flows.front().bytes > 0; }));
            sender.reset(); // the other way round
            receiver.reset();
            QVERIFY(until([&] { return !isConnected(port); }));
        }
    }

    void anAddressThatIsNotHere()
    {
        Told here;
        const auto end =
            m_tcp.receive(kToken, {{0, "lo", address("192.0.2.1"), address("127.0.0.2"), 0, 1}}, here.events());
        QVERIFY(!end.ok());
        QCOMPARE(end.error().message.id, std::string("system.call-failed"));
    }
};

QTEST_GUILESS_MAIN(TestAgentTcpSockets)
#include "tst_agent_tcpsockets.moc"
