// SPDX-License-Identifier: Apache-2.0
// iperf-look, iperf-serve and iperf-run (protocol/messages_iperf.h).
#include "agent/handlers.h"

#include "agent/halves.h"
#include "agent/iperfhost.h"
#include "agent/runshandler.h"
#include "base/text.h"
#include "protocol/messages_iperf.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t kMaxRuns = 4; // of one session at once
constexpr milliseconds kLookPatience{5000};
constexpr milliseconds kConnects{3000};
// Beyond the time that a client was told to take: to connect, and to fetch the server's figures.
constexpr milliseconds kSlack{10'000};
constexpr std::size_t kWords = 300; // of what the program says that are kept
constexpr std::string_view kListening = "Server listening on ";

milliseconds patienceOf(const protocol::IperfServeRequest &request)
{
    return milliseconds(request.patienceMs);
}

milliseconds patienceOf(const protocol::IperfRunRequest &request)
{
    return std::chrono::seconds(request.warmUpSeconds + request.seconds) + kConnects + kSlack;
}

// One iperf3 from its request to its answer.
class IperfRun {
public:
    // over: called from the loop, once, when the answer was sent; it destroys this.
    IperfRun(System &system, Reply reply, std::function<void()> over)
        : m_system(system), m_reply(std::move(reply)), m_over(std::move(over))
    {}
    virtual ~IperfRun() { m_system.loop().cancel(m_deadline); }
    IperfRun(const IperfRun &) = delete;
    IperfRun &operator=(const IperfRun &) = delete;

    const Reply &reply() const { return m_reply; }

    base::Result<void> start(IperfHost &host, std::vector<std::string> arguments, milliseconds patience)
    {
        auto child = host.startProgram({std::move(arguments)},
            {[this](std::string_view line) { hear(line); },
                [this](int exitCode, const std::string &errors) { ended(exitCode, errors); }});
        if (!child)
            return child.error();
        m_child = std::move(child).value();
        m_deadline = m_system.loop().after(patience, [this] {
            m_deadline = 0;
            finish(base::failed("iperf.late"_msg));
        });
        return {};
    }

protected:
    virtual void hear(std::string_view line) = 0;
    virtual void ended(int exitCode, const std::string &errors) = 0;

    void finish(const base::Result<void> &result)
    {
        if (result)
            m_reply.done();
        else
            m_reply.fail(result.error());
        m_system.loop().after(milliseconds(0), m_over);
    }
    static base::Error failed(std::string_view words)
    {
        return base::failed("iperf.failed"_msg, base::cleanText(words, kWords));
    }

    System &m_system;

private:
    const Reply m_reply;
    std::function<void()> m_over;
    std::unique_ptr<ProgramHost::Child> m_child;
    Loop::TimerId m_deadline = 0;
};

// Says the port once the program listens on it, and not before.
class IperfServer : public IperfRun {
public:
    IperfServer(System &system, Reply reply, std::function<void()> over, int port)
        : IperfRun(system, std::move(reply), std::move(over)), m_port(port)
    {}

private:
    void hear(std::string_view line) override
    {
        if (!line.starts_with(kListening) || std::exchange(m_listens, true))
            return;
        reply().event(protocol::event::kIperfListening, protocol::encode(protocol::IperfListening{m_port}));
    }

    void ended(int exitCode, const std::string &errors) override
    {
        const bool served = m_listens && exitCode == 0;
        finish(served ? base::Result<void>() : base::Result<void>(failed(errors)));
    }

    const int m_port;
    bool m_listens = false;
};

class IperfClient : public IperfRun {
public:
    using IperfRun::IperfRun;

private:
    void hear(std::string_view line) override
    {
        if (m_document.size() + line.size() < protocol::kMaxIperfDocument)
            m_document.append(line).append(1, '\n');
    }

    // It ends with 0 also where it could not connect: what counts is what its document says.
    void ended(int, const std::string &errors) override
    {
        const auto result = protocol::iperfResultIn(m_document);
        if (!result && result.error().message.id == "iperf.no-result" && !errors.empty())
            return finish(failed(errors));
        if (!result)
            return finish(result.error());
        reply().event(protocol::event::kIperfResult, protocol::encode(*result));
        finish({});
    }

    std::string m_document;
};

class IperfHandler : public RunsHandler<IperfRun> {
public:
    explicit IperfHandler(const Context &context) : RunsHandler(context, kMaxRuns) {}

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kIperfLook)
            look(reply);
        else if (request.type == protocol::verb::kIperfServe)
            serve(request, reply);
        else
            run(request, reply);
    }

private:
    void look(const Reply &reply)
    {
        system().processes().run(
            {"iperf3", "--version"}, {}, kLookPatience, guarded([reply](const ProcessResult &result) {
                const std::string version =
                    result.exitCode == 0 ? protocol::iperfVersionIn(result.output) : std::string();
                reply.done(protocol::encode(protocol::IperfLookAnswer{!version.empty(), version}));
            }));
    }

    void serve(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::IperfServeRequest>(request, reply);
        IperfHost *const host = body ? hostFor(body->half, body->local, reply) : nullptr;
        if (!host)
            return;
        const auto port = host->freePort(body->local);
        if (!port)
            return reply.fail(port.error());
        auto server = std::make_unique<IperfServer>(system(), reply, whenOver(reply), *port);
        begin(std::move(server), *host,
            {"iperf3", "-s", "-1", "-B", body->local.toString(), "-p", std::to_string(*port), "--forceflush"},
            patienceOf(*body));
    }

    void run(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::IperfRunRequest>(request, reply);
        IperfHost *const host = body ? hostFor(body->half, body->local, reply) : nullptr;
        if (!host)
            return;
        auto client = std::make_unique<IperfClient>(system(), reply, whenOver(reply));
        begin(std::move(client), *host,
            {"iperf3", "-c", body->peer.toString(), "-B", body->local.toString(), "-p", std::to_string(body->port),
                "-P", std::to_string(body->streams), "-t", std::to_string(body->seconds), "-O",
                std::to_string(body->warmUpSeconds), "--connect-timeout", std::to_string(kConnects.count()), "-i", "0",
                "-J"},
            patienceOf(*body));
    }

    // Null where it was answered.
    IperfHost *hostFor(domain::HalfId half, domain::Ipv4Address local, const Reply &reply)
    {
        auto *const host = dynamic_cast<IperfHost *>(&system());
        const auto addresses = system().network().addresses();
        const auto halves = findHalves(system());
        const PresentHalf *const present = halfOf(halves, half);
        const bool own =
            present && addresses && std::any_of(addresses->begin(), addresses->end(), [&](const AddressInfo &address) {
                return address.index == present->link.index && address.v4 && address.v4->address == local;
            });
        if (!host)
            reply.fail({base::ErrorKind::NotKnown, "iperf.not-here"_msg, {}});
        else if (full())
            reply.fail(base::refused("remote.too-many-streams"_msg));
        else if (!present)
            reply.fail(base::failed(base::Message("remote.half-missing"_msg).with("half", domain::toText(half))));
        else if (!own)
            reply.fail(base::failed(base::Message("tcp.not-own-address"_msg)
                                        .with("address", local.toString())
                                        .with("half", domain::toText(half))));
        else
            return host;
        return nullptr;
    }

    void begin(
        std::unique_ptr<IperfRun> run, IperfHost &host, std::vector<std::string> arguments, milliseconds patience)
    {
        if (const auto started = run->start(host, std::move(arguments), patience); !started)
            return run->reply().fail(started.error());
        keep(std::move(run));
    }
};

} // namespace

std::shared_ptr<Handler> makeIperfHandler(const Context &context)
{
    return std::make_shared<IperfHandler>(context);
}

} // namespace sparkloom::agent
