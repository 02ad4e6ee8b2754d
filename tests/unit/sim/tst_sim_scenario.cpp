// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/options.h"
#include "sim/world/builtin.h"
#include "sim/world/maker.h"
#include "sim/world/scenario.h"

#include <QTest>

#include <algorithm>
#include <set>

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
        QVERIFY(builtInScenarioTexts().size() >= 22);
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
        QTest::newRow("fault") << with(kTwo + R"(,"faults":[{"fault":"F-99","place":"a"}])")
                               << "there is no fault F-99";
        QTest::newRow("place") << with(kTwo + R"(,"faults":[{"fault":"F-01","place":"c"}])") << "there is no Spark c";
        QTest::newRow("scope") << with(kTwo + R"(,"faults":[{"fault":"F-01","place":"a:0A"}])")
                               << "F-01 sits at a Spark, not at a half";
        QTest::newRow("until") << with(kTwo + R"(,"faults":[{"fault":"F-01","place":"a","from":5,"until":5}])")
                               << "until must come after";
        QTest::newRow("seconds") << with(kTwo + R"(,"faults":[{"fault":"F-01","place":"a","from":-1}])")
                                 << "from must be a number";
        QTest::newRow("step") << with(kTwo + R"(,"timeline":[{"at":1,"do":"dance"}])") << "do must be plug";
        QTest::newRow("gbps") << with(kTwo + R"(,"timeline":[{"do":"slow","a":{"spark":"a","cage":0}}])")
                              << "gbps must be a number";
        QTest::newRow("since") << with(
            kTwo + R"(,"timeline":[{"since":"noon","do":"unplug","a":{"spark":"a","cage":0}}])")
                               << "since has a value";
        QTest::newRow("file") << with(R"("hosts":[{"name":"a","files":[{"path":"/etc/../root/x"}]}])")
                              << "path must lie below";
        QTest::newRow("elsewhere") << with(R"("hosts":[{"name":"a","files":[{"path":"/usr/bin/x"}]}])")
                                   << "path must lie below";
        QTest::newRow("mode") << with(R"("hosts":[{"name":"a","files":[{"path":"/etc/x","mode":"9"}]}])")
                              << "four octal digits";
        QTest::newRow("mtu") << with(kTwo + R"(,"setUp":{"mtu":100})") << "mtu must be a number";
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

    void facesOfAScenario_areRead()
    {
        const auto scenario = parseScenario(R"({"schema":"sparkloom-scenario-1","name":"x","title":"t",
            "hosts":[{"name":"a","files":[{"path":"/etc/x","lines":["1","2"],"mode":"0600"}]},{"name":"b"}],
            "cables":[{"a":{"spark":"a","cage":0},"b":{"spark":"b","cage":1}}],"setUp":{},
            "faults":[{"fault":"bad-cable","place":"cable:a:0"},{"fault":"F-09","place":"cable:a:0","from":2.5,"until":10}],
            "timeline":[{"since":"traffic","at":1,"do":"slow","a":{"spark":"a","cage":0},"gbps":40}],
            "verdict":{"topology":"pair","healthy":false,"speed":"degraded","findings":[{"fault":"F-08","place":"cable:a:0"}]}})");
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : scenario.error().detail.c_str());
        QCOMPARE(scenario->hosts[0].files.at(0).text, std::string("1\n2\n"));
        QCOMPARE(scenario->hosts[0].files.at(0).mode, 0600u);
        QCOMPARE(scenario->setUpMtu.value_or(0), 9000);
        QCOMPARE(scenario->faults.size(), std::size_t(1));
        QVERIFY(
            scenario->faults[0].fault == Fault::BadCable && scenario->faults[0].place.kind == FaultPlace::Kind::Cable);
        QCOMPARE(scenario->timeline.size(), std::size_t(3));
        QCOMPARE(scenario->timeline[0].at.count(), 2500);
        QVERIFY(scenario->timeline[0].action.on && !scenario->timeline[1].action.on);
        QVERIFY(scenario->timeline[2].since == TimelineStep::Since::Traffic);
        QCOMPARE(scenario->timeline[2].action.gbps, 40.0);
        QVERIFY(scenario->verdict.speed == Verdict::Speed::Degraded && !scenario->verdict.healthy);
        QVERIFY(scenario->verdict.findings == std::vector<FaultSpec>{scenario->faults[0]});
    }

    // A scenario that is sick says with what; one that is healthy has no fault at any time.
    void verdicts_agreeWithTheirStories()
    {
        for (const Scenario &scenario : builtInScenarios()) {
            QVERIFY2(scenario.verdict.healthy == scenario.verdict.findings.empty(), scenario.name.c_str());
            QVERIFY2(!scenario.verdict.healthy || (scenario.faults.empty() && scenario.timeline.empty()),
                scenario.name.c_str());
            for (const FaultSpec &fault : scenario.faults)
                QVERIFY2(std::ranges::find(scenario.verdict.findings, fault) != scenario.verdict.findings.end(),
                    scenario.name.c_str());
        }
        for (const char *name : {"pair-ready", "ring-ready", "star-ready", "one-half", "stale-init", "mtu-mismatch",
                 "wrong-nic", "ring-wrong-plug", "ring-missing-plug", "star-untuned", "bios-x2", "dying-cable",
                 "mixed-kernels", "foreign-netplan", "pulled-cable", "star-8", "class-64"})
            QVERIFY2(loadScenario(name).ok(), name);
    }

    void faults_areListedOnePerLine()
    {
        const QString text = QString::fromStdString(faultsText());
        QCOMPARE(text.count(u'\n'), static_cast<qsizetype>(faultCatalogue().size()));
        std::set<std::string> seen;
        for (const FaultKind &kind : faultCatalogue()) {
            QVERIFY(kind.scopes != 0 && seen.insert(std::string(kind.id)).second
                && seen.insert(std::string(kind.name)).second);
            QVERIFY(faultNamed(kind.id) == &kind && faultNamed(kind.name) == &kind && &kindOf(kind.fault) == &kind);
        }
        QVERIFY(!faultNamed("") && !faultNamed("F-1"));
        QVERIFY(parseOptions({"--faults"})->what == Options::What::Faults);
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
