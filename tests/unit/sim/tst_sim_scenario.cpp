// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/options.h"
#include "sim/world/builtin.h"
#include "sim/world/maker.h"
#include "sim/world/scenario.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::sim;

namespace {

std::string with(const std::string &fields)
{
    return R"({"schema":"sparkloom-scenario-1","name":"x","title":"t","verdict":{"topology":"pair"},)" + fields + "}";
}
const std::string kTwo = R"("hosts":[{"name":"a"},{"name":"b"}],"switches":[{"name":"s"}])";

} // namespace

class TestScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBuiltIn_isReadable()
    {
        QVERIFY(builtInScenarioTexts().size() >= 5);
        for (const std::string_view text : builtInScenarioTexts()) {
            const auto scenario = parseScenario(text);
            QVERIFY2(scenario.ok(), scenario.ok() ? "" : scenario.error().detail.c_str());
            QVERIFY(!scenario->story.empty());
            QVERIFY(scenario->title.size() <= 80);
        }
    }

    void builtIns_haveTheirCables_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<int>("hosts");
        QTest::addColumn<int>("cables");
        QTest::newRow("sealed-pair") << std::string("sealed-pair") << 2 << 0;
        QTest::newRow("pair") << std::string("pair") << 2 << 1;
        QTest::newRow("pair2") << std::string("pair2") << 2 << 2;
        QTest::newRow("ring") << std::string("ring") << 3 << 3;
        QTest::newRow("star") << std::string("star") << 4 << 4;
    }
    void builtIns_haveTheirCables()
    {
        QFETCH(std::string, name);
        const auto scenario = loadScenario(name);
        QVERIFY(scenario.ok());
        QTEST(static_cast<int>(scenario->hosts.size()), "hosts");
        QTEST(static_cast<int>(scenario->cables.size()), "cables");
    }

    void defaults_areThoseOfASpark()
    {
        const auto scenario = parseScenario(with(kTwo));
        QVERIFY(scenario.ok());
        const HostSpec &host = scenario->hosts.front();
        QCOMPARE(host.user, std::string("nvidia"));
        QVERIFY(host.renderer == domain::Renderer::NetworkManager);
        QVERIFY(host.maker->maker == domain::Maker::FoundersEdition);
        QVERIFY(host.sudo == SudoPolicy::Password);
    }

    void mistakes_areNamed_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no json") << std::string("{") << "parse error";
        QTest::newRow("schema") << std::string(R"({"schema":"other"})") << "schema";
        QTest::newRow("no hosts") << with(R"("hosts":[])") << "hosts must hold";
        QTest::newRow("twice") << with(R"("hosts":[{"name":"a"},{"name":"a"}])") << "two hosts are called a";
        QTest::newRow("name") << with(R"("hosts":[{"name":"A B"}])") << "name must be";
        QTest::newRow("maker") << with(R"("hosts":[{"name":"a","maker":"x"}])") << "maker is not known";
        QTest::newRow("root") << with(R"("hosts":[{"name":"a","user":"root"}])") << "user is no user name";
        QTest::newRow("field") << with(kTwo + R"(,"colour":1)") << "colour is not known";
        QTest::newRow("end") << with(kTwo + R"(,"cables":[{"a":{"spark":"a","cage":0}}])") << "two ends";
        QTest::newRow("stranger") << with(
            kTwo + R"(,"cables":[{"a":{"spark":"a","cage":0},"b":{"spark":"c","cage":0}}])")
                                  << "names c";
        QTest::newRow("cage") << with(kTwo + R"(,"cables":[{"a":{"spark":"a","cage":2},"b":{"spark":"b","cage":0}}])")
                              << "cage must be";
        QTest::newRow("used") << with(kTwo
            + R"(,"cables":[{"a":{"spark":"a","cage":0},"b":{"spark":"b","cage":0}},)"
                   R"({"a":{"spark":"a","cage":0},"b":{"switch":"s"}}])")
                              << "in one cage of a";
        QTest::newRow("switches") << with(kTwo + R"(,"cables":[{"a":{"switch":"s"},"b":{"switch":"s"}}])")
                                  << "needs the cage of a Spark";
    }
    void mistakes_areNamed()
    {
        QFETCH(std::string, text);
        QFETCH(QString, reason);
        const auto scenario = parseScenario(text);
        QVERIFY(!scenario.ok());
        QVERIFY2(QString::fromStdString(scenario.error().detail).contains(reason), scenario.error().detail.c_str());
        QVERIFY(scenario.error().kind == base::ErrorKind::Usage);
    }

    void options_areChecked()
    {
        const auto options = parseOptions({"--scenario", "ring", "--speed", "50", "--seed", "7"});
        QVERIFY(options.ok());
        QCOMPARE(options->scenario, std::string("ring"));
        QCOMPARE(options->world.speed, 50.0);
        QCOMPARE(options->world.seed, std::uint64_t(7));
        for (const std::vector<std::string> &wrong :
            {std::vector<std::string>{"--speed", "0"}, {"--speed", "nan"}, {"--seed", "-1"}, {"--scenario"}, {"x"}})
            QVERIFY(!parseOptions(wrong).ok());
        QVERIFY(parseOptions({"--list"})->what == Options::What::List);
        QCOMPARE(QString::fromStdString(listText()).count(u'\n'), static_cast<qsizetype>(builtInScenarios().size()));
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_sim_scenario.moc"
