// SPDX-License-Identifier: GPL-3.0-or-later
// A Spark whose shell and agent mean harm: each stream has a name and a bound (measurement-and-safety 11).
#include "../support/await.h"
#include "../support/finish.h"
#include "../support/malicious/agentplay.h"
#include "../support/sample.h"
#include "adapters/ssh/hostfactory.h"
#include "engine/hosts/agentdeployer.h"
#include "hostileguest.h"
#include "protocol/limits.h"

#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test::malicious;
using test::await;

namespace {

constexpr std::chrono::milliseconds kAnswerTimeout{600};

class OneImage : public engine::AgentImages {
public:
    std::optional<Image> forMachine(const QString &machine) const override
    {
        if (machine != QStringLiteral("x86_64"))
            return std::nullopt;
        return Image{QByteArray(100'000, 'a'), QString(64, QLatin1Char('1'))};
    }
};

struct Case {
    const char *name;
    AgentPlay play;
    std::vector<std::string> ends; // "" stands for an answer in order
};

std::string longText(std::size_t size, char sign = 'x')
{
    return std::string(size, sign);
}

// The agent says these bytes once; or again and again.
AgentPlay saying(const std::string &bytes)
{
    AgentPlay play;
    play.agent = [bytes](Wire &wire, const Command &command) {
        for (std::size_t at = 0; at < bytes.size(); at += 30'000)
            wire.send(data(command, bytes.substr(at, 30'000)));
    };
    return play;
}
AgentPlay repeating(const std::string &first, const std::string &again)
{
    AgentPlay play;
    play.agent = [first, again](Wire &wire, const Command &command) {
        if (!first.empty())
            wire.send(data(command, first));
        wire.repeat(data(command, again));
    };
    return play;
}
AgentPlay polite(const std::string &noise)
{
    AgentPlay play;
    play.noise = noise;
    play.agent = politeAgent;
    return play;
}

std::string nested(int depth)
{
    return "{\"v\":1,\"id\":1,\"t\":\"done\",\"body\":{\"a\":" + longText(static_cast<std::size_t>(depth), '[')
        + longText(static_cast<std::size_t>(depth), ']') + "}}\n";
}

std::string answer(const std::string &body)
{
    return helloLine() + "{\"v\":1,\"id\":1,\"t\":\"done\",\"body\":" + body + "}\n";
}

std::string manyLines()
{
    std::string lines;
    for (int i = 0; i < 500; ++i)
        lines += "{\"v\":1,\"id\":9,\"t\":\"watch\",\"body\":{}}\n";
    return lines;
}

std::string manyElements()
{
    std::string list = "[0";
    for (std::size_t i = 0; i <= protocol::kMaxElements; ++i)
        list += ",0";
    return "{\"a\":" + list + "]}";
}

std::vector<Case> shells()
{
    AgentPlay silentProbe = polite({}), strange = polite({}), missing = polite({}), never = polite({}),
              broken = polite({});
    silentProbe.probeAnswers = false;
    strange.machine = "../../x86_64\x1b[31m";
    missing.serveStatus = 3;
    never.serveStatus = 3;
    never.uploadStores = false;
    broken.serveStatus = 139;
    return {
        {"an agent in order", polite({}), {""}},
        {"a profile that prints", polite("Welcome to your Spark!\r\n\x1b[31mLast login: today\x1b[0m\n{ not json\n"),
            {""}},
        {"a profile that ends in the middle of a line", polite("spark> "), {""}},
        {"a profile that prints binary", polite(longText(3000, '\0') + "\n" + longText(200, '\xff') + "\n"), {""}},
        {"a profile that prints a novel", polite(longText(protocol::kMaxNoiseBytes + 1)), {"agent.too-much-noise"}},
        {"a probe without an answer", silentProbe, {"hosts.probe-failed"}},
        {"a machine that cannot be", strange, {"hosts.no-agent-for-machine"}},
        {"an agent that has to be copied", missing, {""}},
        {"an agent that is never there", never, {"hosts.agent-missing"}},
        {"an agent that crashes", broken, {"agent.ended"}},
    };
}

std::vector<Case> streams()
{
    const std::vector<std::string> kNoJson = {"protocol.not-json"};
    return {
        {"noise without end", repeating({}, longText(30'000)), {"agent.too-much-noise"}},
        {"lines of noise without end", repeating({}, "hello there\n"),
            {"agent.too-much-noise", "agent.too-many-lines"}},
        {"binary without end", repeating({}, longText(30'000, '\0')), {"agent.too-much-noise"}},
        {"lines of the protocol without end", repeating(helloLine(), manyLines()), {"agent.too-many-lines"}},
        {"one line without end", repeating(helloLine() + "{\"v\":1,\"id\":1,\"t\":\"", longText(30'000)),
            {"agent.line-too-long"}},
        {"deeply nested", saying(helloLine() + nested(protocol::kMaxDepth)), {"protocol.too-deep"}},
        {"very deeply nested", saying(helloLine() + nested(500'000)), {"protocol.too-deep"}},
        {"too many elements", saying(answer(manyElements())), {"protocol.too-many-elements"}},
        {"the same key twice", saying(answer("{\"a\":1,\"a\":2}")), {"protocol.repeated-key"}},
        {"not a number", saying(answer("{\"a\":NaN}")), kNoJson},
        {"a huge number", saying(answer("{\"a\":1e999}")), kNoJson},
        {"half a text", saying(answer("{\"a\":\"\\ud800\"}")), kNoJson},
        {"bytes that are no UTF-8", saying(answer("{\"a\":\"\xc3\x28\xff\"}")), kNoJson},
        {"a zero byte", saying(answer("{\"a\":\"" + std::string(1, '\0') + "\"}")), kNoJson},
        {"binary after hello", saying(helloLine() + longText(100, '\xff') + "\n"), kNoJson},
        {"half a line, then nothing", saying(helloLine() + "{\"v\":1,\"id\":1,\"t\":\"do"), {"agent.no-answer"}},
        {"an answer to nobody", saying(helloLine() + "{\"v\":1,\"id\":77,\"t\":\"done\",\"body\":{}}\n"),
            {"agent.no-answer"}},
        {"an error without a reason", saying(helloLine() + "{\"v\":1,\"id\":1,\"t\":\"error\"}\n"),
            {"protocol.bad-field"}},
        {"the wrong agent", saying(helloLine("root")), {"agent.wrong-mode"}},
        {"another version", saying("{\"v\":999,\"id\":0,\"t\":\"hello\",\"body\":{}}\n"), {"protocol.version"}},
        {"hello twice", saying(helloLine() + helloLine()), {"agent.no-answer"}},
    };
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestHostileAgent : public QObject {
    Q_OBJECT

    test::HostPointer signedIn(std::uint16_t port)
    {
        const test::HostPointer host = m_factory.create();
        if (!await(host->connectToHost({QStringLiteral("127.0.0.1"), port, {}}))
            || !await(host->signIn(test::guestCredentials())))
            return nullptr;
        return host;
    }
    // Starts the agent and asks it one thing; the message that this ends with, "" for an answer.
    QCoro::Task<std::string> useAgent(test::HostPointer host)
    {
        const base::Result<engine::RunningAgent> agent =
            co_await engine::startAgent(host, &m_images, engine::CancelToken());
        if (!agent)
            co_return agent.error().message.id;
        const std::shared_ptr<engine::AgentClient> client = agent->client;
        const base::Result<std::string> answer =
            co_await client->request("inventory", "{}", kAnswerTimeout, engine::CancelToken());
        co_return answer ? std::string() : answer.error().message.id;
    }

    OneImage m_images;
    ssh::SshHostFactory m_factory;

private Q_SLOTS:
    void stream_hasItsNameAndItsBound_data()
    {
        QTest::addColumn<Case>("play");
        int number = 0;
        for (const auto &cases : {shells(), streams()})
            for (const Case &one : cases)
                if (test::isInRun(number++))
                    QTest::newRow(one.name) << one;
    }
    void stream_hasItsNameAndItsBound()
    {
        QFETCH(Case, play);
        const MaliciousSpark spark(playing(play.play));
        const test::HostPointer host = signedIn(spark.port());
        QVERIFY(host);
        const auto id = test::finish(useAgent(host));
        QVERIFY(id);
        QVERIFY2(std::find(play.ends.begin(), play.ends.end(), *id) != play.ends.end(), id->c_str());
    }
};

QTEST_GUILESS_MAIN(TestHostileAgent)
#include "tst_hostile_agent.moc"
