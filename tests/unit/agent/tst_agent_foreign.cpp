// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign netplan files in a transaction: one that also configures the management, one that is right already.
#include "agent/inventory.h"
#include "agent/netplanfiles.h"
#include "agent/nmprofiles.h"
#include "base/sha256.h"
#include "bonded.h"
#include "cutting.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/render.h"
#include "txn.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
namespace verb = protocol::verb;

namespace {

const std::string kPath = "/etc/netplan/50-cloud-init.yaml";
const std::string kRest =
    "# by the installer\nnetwork:\n  version: 2\n  ethernets:\n    enP7s7:\n      dhcp4: true # the desk\n";
const std::string kHalf = "    enp1s0f0np0:\n      addresses:\n        - 10.9.9.1/24\n      mtu: 4000\n";
const std::string kMixed = kRest + kHalf;

// The foreign file of this machine configures its management too; its mode is not the usual one.
struct Mixed : Machine {
    Mixed()
    {
        system.files().nodes.erase("/etc/netplan/40-cx7.yaml");
        system.files().put(kPath, kMixed, 0640);
    }

    protocol::TransactionBegin plan(const std::string &id = "00000000000000a1") const
    {
        protocol::TransactionBegin request = begin(id);
        request.config.takeOver = {{kPath, base::sha256Hex(kMixed), base::sha256Hex(kRest)}};
        return request;
    }

    bool apply(const std::string &id = "00000000000000a1")
    {
        Harness harness(system, Mode::Root);
        return step(harness, verb::kTransactionBegin, protocol::encode(plan(id)))
            && step(harness, verb::kTransactionTrial) && step(harness, verb::kTransactionPersist)
            && step(harness, verb::kTransactionCommit);
    }
};

// The foreign file does for half 0A what the plan wants.
struct Right : Machine {
    const std::string path = "/etc/netplan/98-spark-vllm-docker.yaml";
    const std::string text =
        "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      addresses:\n        - 10.100.0.1/24\n"
        "      link-local: []\n      mtu: 9000\n";
    Right()
    {
        system.files().nodes.erase("/etc/netplan/40-cx7.yaml");
        system.files().put(path, text, 0600);
        system.network().give("enp1s0f0np0", "10.100.0.1/24");
        const auto stale = *domain::Ipv4Interface::parse("10.9.9.1/24");
        auto &half = system.network().link("enp1s0f0np0");
        (void)system.network().removeAddress(half.index, stale);
        half.mtu = 9000;
    }

    protocol::TransactionBegin plan() const
    {
        protocol::TransactionBegin request = begin();
        request.config.adopted = {{path, base::sha256Hex(text), {{domain::CageIndex::Zero, domain::Side::A}}}};
        return request;
    }
};

// Somebody made a profile of NetworkManager for half 0A, and one with a password for the Wi-Fi.
struct Profiled : Machine {
    const std::string path = "/etc/NetworkManager/system-connections/fabric by hand.nmconnection";
    const std::string aside = "/etc/NetworkManager/system-connections/.fabric by hand.nmconnection.kept-by-sparkloom";
    const std::string text = "[connection]\nid=fabric by hand\ntype=ethernet\ninterface-name=enp1s0f0np0\n";
    Profiled()
    {
        system.files().put(path, text, 0600);
        system.files().put("/etc/NetworkManager/system-connections/home.nmconnection",
            "[connection]\ntype=wifi\n[wifi-security]\npsk=canary\n", 0600);
    }

    protocol::TransactionBegin plan() const
    {
        protocol::TransactionBegin request = begin();
        request.config.takeOver.push_back({path, base::sha256Hex(text), {}});
        return request;
    }
};

} // namespace

class TestAgentForeign : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mixed_onlyTheHalvesAreCutOut()
    {
        Mixed machine;
        const std::string before = machine.state();
        QVERIFY2(machine.apply(), machine.error ? machine.error->message.id.c_str() : "");
        auto &files = machine.system.files();
        QCOMPARE(files.text(kPath), kRest);
        QCOMPARE(files.info(kPath).mode, 0640u);
        QVERIFY(!files.exists("/run/netplan/50-cloud-init.yaml"));
        QCOMPARE(machine.system.network().addressesOf("enp1s0f0np0"), std::vector<std::string>{"10.100.0.1/24"});
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(files.text(kPath), kMixed);
        QCOMPARE(machine.state(), before);
    }

    void mixed_trialShadowsWithTheRest()
    {
        Mixed machine;
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.plan())));
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        QCOMPARE(machine.system.files().text("/run/netplan/50-cloud-init.yaml"), kRest);
        QCOMPARE(machine.system.files().text(kPath), kMixed);
    }

    void profile_isReadAloneHiddenWhileItIsAwayAndComesBack()
    {
        Profiled machine;
        const std::string before = machine.state();
        Harness harness(machine.system, Mode::Root);
        const auto read =
            protocol::decode<protocol::ReadConfigAnswer>(harness.ask(verb::kReadConfig, std::string("{}")).body);
        QVERIFY(read.ok());
        QCOMPARE(read->files.back().path, machine.path);
        QCOMPARE(read->files.back().text, machine.text);
        QVERIFY(std::ranges::none_of(
            read->files, [](const auto &file) { return file.text.find("canary") != file.text.npos; }));
        auto &files = machine.system.files();
        QVERIFY2(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.plan())),
            machine.error ? machine.error->message.id.c_str() : "");
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        QCOMPARE(files.text(machine.path), machine.text); // a reboot now finds all as it was
        QVERIFY(machine.step(harness, verb::kTransactionPersist));
        QVERIFY(!files.exists(machine.path) && files.exists(machine.aside));
        QVERIFY(machine.step(harness, verb::kTransactionCommit));
        QVERIFY(!files.exists(machine.aside));
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.state(), before);
    }

    void profile_thatChangedOrIsElsewhereIsRefused()
    {
        Profiled machine;
        const std::string before = machine.state();
        Harness harness(machine.system, Mode::Root);
        auto plan = machine.plan();
        plan.config.takeOver.back().sha256 = base::sha256Hex("another");
        QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
        QCOMPARE(machine.error->message.id, std::string("remote.stale-plan"));
        for (const char *path : {"/etc/NetworkManager/NetworkManager.conf", "/etc/shadow.nmconnection",
                 "/etc/NetworkManager/system-connections/.x.nmconnection"}) {
            plan.config.takeOver.back() = {path, base::sha256Hex(machine.text), {}};
            QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
            QCOMPARE(machine.error->message.id, std::string("remote.value-out-of-range"));
        }
        plan.config.takeOver.back() = {machine.path, base::sha256Hex(machine.text), base::sha256Hex("rest")};
        QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(plan))); // as a whole or not at all
        QCOMPARE(machine.state(), before);
    }

    void portOfABond_isRefusedByName()
    {
        Machine machine;
        machine.system.files().putLink("/sys/class/net/enP2p1s0f0np0/master", "../../virtual/net/bond0");
        const std::string before = machine.state();
        QVERIFY(!machine.setUp());
        QCOMPARE(machine.error->message.id, std::string("remote.half-is-port"));
        QCOMPARE(std::get<std::string>(machine.error->message.arguments.at("master")), std::string("bond0"));
        QCOMPARE(machine.state(), before);
        QVERIFY(machine.nothingLeftBehind());
    }

    void bond_isTakenApartAndComesBack()
    {
        Bonded machine;
        const std::string before = machine.whole();
        auto &files = machine.system.files();
        {
            Harness harness(machine.system, Mode::Root);
            QVERIFY2(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.plan())),
                machine.error ? machine.error->message.id.c_str() : "");
            QVERIFY(machine.bonding.exists("bond0"));
            QVERIFY(machine.step(harness, verb::kTransactionTrial));
            QVERIFY(!machine.bonding.exists("bond0") && !files.exists("/sys/class/net/enp1s0f0np0/master"));
            QCOMPARE(machine.system.network().addressesOf("enp1s0f0np0"), std::vector<std::string>{"10.100.0.1/24"});
            QCOMPARE(files.text(machine.path), machine.text);
            QVERIFY(machine.step(harness, verb::kTransactionPersist));
            QCOMPARE(files.text(machine.path), machine.rest);
            QVERIFY(machine.step(harness, verb::kTransactionCommit));
        }
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.whole(), before);
        QCOMPARE(machine.system.network().addressesOf("bond0"), std::vector<std::string>{"10.8.8.1/24"});
        QVERIFY(machine.nothingLeftBehind());
    }

    void bond_everyChangeFailsOrIsTheLast_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::addColumn<bool>("undoing");
        for (const bool undoing : {false, true})
            for (const bool killed : {false, true})
                QTest::addRow("%s, %s", undoing ? "undo" : "set-up", killed ? "killed" : "fails") << killed << undoing;
    }

    // The bond is there whole, or taken apart whole.
    void bond_everyChangeFailsOrIsTheLast()
    {
        QFETCH(bool, killed);
        QFETCH(bool, undoing);
        Bonded reference;
        const std::string bonded = reference.whole();
        QVERIFY(reference.apply());
        const std::string configured = reference.whole();
        Tally tally;
        for (int point = 1; point < kMaxPoints; ++point) {
            Bonded machine;
            QVERIFY(!undoing || machine.apply());
            machine.system.faults = {};
            (killed ? machine.system.faults.killAt : machine.system.faults.failAt) = point;
            (void)(undoing ? machine.undoWhole() : machine.apply());
            if (machine.system.faults.changes < point)
                break;
            const QByteArray where = QByteArray::number(point) + ' ' + machine.system.faults.what.c_str();
            machine.system.faults = {};
            fireTimers(machine);
            const std::string now = machine.whole();
            QVERIFY2(tally.count(now, undoing ? configured : bonded, undoing ? bonded : configured), where.constData());
            if (now == bonded)
                QVERIFY2(machine.apply("00000000000000a9"), where.constData());
            QVERIFY2(machine.whole() == configured, where.constData());
        }
        tally.print(undoing ? "undo of a bond" : "set-up over a bond", killed ? "killed" : "one change fails");
        QVERIFY(tally.points > 25);
    }

    // What is live counts, not what the file says: somebody typed one more port.
    void bond_withAnotherPortIsRefused()
    {
        Bonded machine;
        machine.system.network().link("enP7s7").adminUp = false;
        (void)machine.system.files().writeSpecial("/sys/class/net/bond0/bonding/slaves", "+enP7s7");
        const std::string before = machine.whole();
        QVERIFY(!machine.apply());
        QCOMPARE(machine.error->message.id, std::string("remote.bond-has-others"));
        QCOMPARE(machine.whole(), before);
    }

    // A bond of that name which is not the one of the file: somebody's management.
    void bond_ofOthersUnderTheSameNameStays()
    {
        Bonded machine;
        auto &files = machine.system.files();
        (void)files.writeSpecial("/sys/class/net/bonding_masters", "-bond0");
        machine.bonding.make("bond0");
        machine.system.network().link("enP7s7").adminUp = false;
        (void)files.writeSpecial("/sys/class/net/bond0/bonding/slaves", "+enP7s7");
        const std::string before = machine.whole();
        QVERIFY(!machine.apply());
        QCOMPARE(machine.error->message.id, std::string("remote.bond-has-others"));
        QCOMPARE(machine.whole(), before);
    }

    // NetworkManager's way of writing the same: the profile of the bond is shown only with ports that are halves.
    void bondProfiles_areShownAndTakenOver()
    {
        Bonded machine;
        auto &files = machine.system.files();
        files.nodes.erase(machine.path);
        const std::string folder = "/etc/NetworkManager/system-connections/";
        const std::string bond = "[connection]\nid=fast\nuuid=u1\ntype=bond\ninterface-name=bond0\n[bond]\nmode=0\n";
        files.put(folder + "fast.nmconnection", bond, 0600);
        const auto port = [](const std::string &netdev) {
            return "[connection]\ntype=ethernet\ncontroller=u1\nport-type=bond\ninterface-name=" + netdev + '\n';
        };
        files.put(folder + "p1.nmconnection", port("enp1s0f0np0"), 0600);
        files.put(folder + "p2.nmconnection", port("enP2p1s0f0np0"), 0600);
        const std::string before = machine.whole();
        const auto shown = [&] {
            Harness harness(machine.system, Mode::Root);
            const auto read =
                protocol::decode<protocol::ReadConfigAnswer>(harness.ask(verb::kReadConfig, std::string("{}")).body);
            return std::ranges::count_if(read->files, [&](const auto &file) { return file.text == bond; });
        };
        QCOMPARE(shown(), 1);
        files.put(folder + "p3.nmconnection", port("enP7s7"), 0600);
        QCOMPARE(shown(), 0);
        files.nodes.erase(folder + "p3.nmconnection");
        files.put(folder + "v.nmconnection", "[connection]\ntype=vlan\n[vlan]\nparent=bond0\n", 0600);
        QCOMPARE(shown(), 0);
        files.nodes.erase(folder + "v.nmconnection");
        protocol::TransactionBegin request = machine.begin();
        request.config.takeOver.clear();
        for (const char *name : {"fast", "p1", "p2"})
            request.config.takeOver.push_back(
                {folder + name + ".nmconnection", base::sha256Hex(files.text(folder + name + ".nmconnection")), {}});
        Harness harness(machine.system, Mode::Root);
        for (const std::string_view one :
            {verb::kTransactionBegin, verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit})
            QVERIFY2(machine.step(harness, one, one == verb::kTransactionBegin ? protocol::encode(request) : "{}"),
                machine.error ? machine.error->message.id.c_str() : "");
        QVERIFY(!machine.bonding.exists("bond0") && !files.exists(folder + "fast.nmconnection"));
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.whole(), before);
    }

    // What the application would like to stay is never taken from it: the root agent cuts the file itself.
    void mixed_anotherRestIsRefused()
    {
        Mixed machine;
        const std::string before = machine.state();
        auto plan = machine.plan();
        plan.config.takeOver[0].restSha256 = base::sha256Hex("network: {}\n");
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
        QVERIFY(!machine.step(harness, verb::kTransactionTrial));
        QCOMPARE(machine.error->message.id, std::string("remote.stale-plan"));
        QCOMPARE(machine.state(), before);
    }

    void mixed_newerContentIsNotOverwrittenByUndo()
    {
        Mixed machine;
        QVERIFY(machine.apply());
        const std::string edited = kRest + "    eth5:\n      dhcp4: true\n";
        machine.system.files().put(kPath, edited, 0640);
        QVERIFY(!machine.undoWhole());
        QCOMPARE(machine.error->message.id, std::string("remote.undo-conflict"));
        QCOMPARE(machine.system.files().text(kPath), edited);
    }

    void mixed_everyChangeFailsOnce()
    {
        Mixed reference;
        QVERIFY(reference.apply());
        const std::string configured = reference.state();
        int points = 0;
        for (int failAt = 1;; ++failAt) {
            Mixed machine;
            const std::string before = machine.state();
            machine.system.faults.failAt = failAt;
            const bool done = machine.apply();
            if (!machine.system.faults.hit)
                break;
            ++points;
            const QByteArray where = QByteArray::number(failAt) + ' ' + machine.system.faults.what.c_str();
            QVERIFY2(machine.state() == (done ? configured : before), where.constData());
            machine.system.faults = {};
            machine.system.services().timers.clear();
            if (!done)
                QVERIFY2(machine.apply("00000000000000a9"), where.constData());
            QVERIFY2(machine.state() == configured, where.constData());
        }
        QVERIFY2(points > 25, QByteArray::number(points).constData());
    }

    void adopted_bytesStayAndUndoLeavesThem()
    {
        Right machine;
        const std::string before = machine.state();
        const auto plan = machine.plan();
        {
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
            QVERIFY(machine.step(harness, verb::kTransactionTrial));
            QVERIFY(machine.step(harness, verb::kTransactionPersist));
            QVERIFY(machine.step(harness, verb::kTransactionCommit));
        }
        auto &files = machine.system.files();
        QCOMPARE(files.text(machine.path), machine.text);
        QCOMPARE(plan.config.written().size(), std::size_t(1));
        QCOMPARE(files.text(std::string(domain::kNetplanPath)), domain::renderNetplan(plan.config.written()));
        QCOMPARE(files.text(std::string(domain::kSysctlPath)), domain::renderSysctl(plan.config.halves));
        const auto receipt = readReceipt(files);
        QVERIFY(receipt && receipt->config.adopted == plan.config.adopted);
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.state(), before);
        QVERIFY(readReceipt(files)->config.adopted.empty());
    }

    // A profile of NetworkManager that is right and not up is brought up by its file: no name of ours is on it.
    void adopted_profileThatIsNotUpIsBroughtUp()
    {
        Machine machine;
        auto &files = machine.system.files();
        files.nodes.erase("/etc/netplan/40-cx7.yaml");
        const std::string path = "/etc/NetworkManager/system-connections/fabric.nmconnection";
        const std::string text = "[connection]\nid=fabric\ntype=ethernet\ninterface-name=enp1s0f0np0\n"
                                 "[ethernet]\nmtu=9000\n[ipv4]\naddress1=10.100.0.1/24\nmethod=manual\n";
        files.put(path, text, 0600);
        protocol::TransactionBegin request = machine.begin();
        request.config.takeOver.clear();
        request.config.adopted = {{path, base::sha256Hex(text), {{domain::CageIndex::Zero, domain::Side::A}}}};
        Harness harness(machine.system, Mode::Root);
        for (const std::string_view one :
            {verb::kTransactionBegin, verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit})
            QVERIFY2(machine.step(harness, one, one == verb::kTransactionBegin ? protocol::encode(request) : "{}"),
                machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.system.activation().kept, (std::vector<Activation::Kept>{{"enp1s0f0np0", path}}));
        QCOMPARE(machine.system.network().addressesOf("enp1s0f0np0"), std::vector<std::string>{"10.100.0.1/24"});
        QCOMPARE(files.text(path), text);
    }

    // Which connection of NetworkManager a kept file is: `nmcli -t -f UUID,FILENAME connection show`.
    void kept_isFoundByItsFileOrByWhatItMakes()
    {
        Faults faults;
        FakeFiles files(faults);
        const std::string etc = "/etc/NetworkManager/system-connections/",
                          run = "/run/NetworkManager/system-connections/";
        files.put(
            run + "netplan-desk.nmconnection", "[connection]\nid=netplan-desk\ntype=ethernet\ninterface-name=eth9\n");
        files.put(run + "netplan-fabric.nmconnection",
            "[connection]\nid=netplan-fabric\ntype=ethernet\n[ethernet]\nmac-address=4C:BB:47:00:01:00\n");
        const std::string listing = "u0:" + run + "netplan-desk.nmconnection\nu1:" + run
            + "netplan-fabric.nmconnection\nu2:" + etc + "a\\:b 1.nmconnection\nu3:\n";
        const auto uuid = [&](const std::string &path, const char *mac = "4c:bb:47:00:01:00") {
            return uuidOfKept(files, listing, {"enp1s0f0np0", path}, mac);
        };
        QCOMPARE(uuid(etc + "a:b 1.nmconnection"), std::string("u2"));
        QCOMPARE(uuid(etc + "gone.nmconnection"), std::string());
        QCOMPARE(uuid("/etc/netplan/40-cx7.yaml"), std::string("u1"));
        QCOMPARE(uuid("/etc/netplan/40-cx7.yaml", "4c:bb:47:00:01:99"), std::string());
    }

    // netplan reads "*.yaml" of glob(3): names with blanks, too, and no hidden ones.
    void netplanNames_areThoseThatNetplanReads()
    {
        const std::string folder = "/etc/netplan/";
        for (const char *name : {"40-cx7.yaml", "40 cx7 old.yaml", "a'b$(x);.yaml", "f\xc3\xbcr.yaml"})
            QVERIFY2(isEtcNetplanPath(folder + name), name);
        for (const char *name : {".40-cx7.yaml", ".yaml", "../x.yaml", "a/b.yaml", "a\nb.yaml", "x.yml", ""})
            QVERIFY2(!isEtcNetplanPath(folder + name), name);
        QVERIFY(!isEtcNetplanPath(folder + std::string(300, 'a') + ".yaml"));
        QVERIFY(!isEtcNetplanPath("/run/netplan/40-cx7.yaml"));

        Machine machine;
        auto &files = machine.system.files();
        files.nodes.erase("/etc/netplan/40-cx7.yaml");
        files.put(folder + ".40-cx7.yaml", kMixed, 0600);
        const std::string path = folder + "40 cx7 old.yaml";
        files.put(path, kMixed, 0600);
        const std::vector<domain::NetplanFile> listed = netplanFiles(files);
        QVERIFY(std::ranges::any_of(listed, [&](const auto &file) { return file.path == path; }));
        QVERIFY(std::ranges::none_of(listed, [&](const auto &file) { return file.path == folder + ".40-cx7.yaml"; }));
        const std::string before = machine.state();
        protocol::TransactionBegin request = machine.begin();
        request.config.takeOver = {{path, base::sha256Hex(kMixed), base::sha256Hex(kRest)}};
        {
            Harness harness(machine.system, Mode::Root);
            for (const std::string_view one :
                {verb::kTransactionBegin, verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit})
                QVERIFY2(machine.step(harness, one, one == verb::kTransactionBegin ? protocol::encode(request) : "{}"),
                    machine.error ? machine.error->message.id.c_str() : "");
        }
        QCOMPARE(files.text(path), kRest);
        QVERIFY(!files.exists("/run/netplan/40 cx7 old.yaml"));
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.state(), before);
    }

    void ufw_rulesComeWithPersistAndGoWithUndo()
    {
        Machine machine;
        auto &rules = machine.system.firewall().now.ufwAllows;
        rules = {"eth9"}; // somebody else's
        const std::string before = machine.state();
        auto plan = machine.begin();
        plan.config.firewall = {"enP2p1s0f0np0", "enp1s0f0np0"};
        {
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
            QVERIFY(machine.step(harness, verb::kTransactionTrial));
            QCOMPARE(rules, std::vector<std::string>{"eth9"});
            QVERIFY(machine.step(harness, verb::kTransactionPersist));
            QCOMPARE(rules, (std::vector<std::string>{"enP2p1s0f0np0", "enp1s0f0np0", "eth9"}));
            QVERIFY(machine.step(harness, verb::kTransactionCommit));
        }
        QCOMPARE(readReceipt(machine.system.files())->config.firewall, plan.config.firewall);
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(rules, std::vector<std::string>{"eth9"});
        QCOMPARE(machine.state(), before);
    }

    void ufw_ruleThatFailsTakesEverythingBack()
    {
        bool reached = false;
        for (int failAt = 1; failAt < 100 && !reached; ++failAt) {
            Machine machine;
            const std::string before = machine.state();
            auto plan = machine.begin();
            plan.config.firewall = {"enP2p1s0f0np0", "enp1s0f0np0"};
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
            QVERIFY(machine.step(harness, verb::kTransactionTrial));
            machine.system.faults = {};
            machine.system.faults.failAt = failAt;
            const bool persisted = machine.step(harness, verb::kTransactionPersist).has_value();
            reached = machine.system.faults.what == "ufw enp1s0f0np0"; // the second of the two
            if (!reached)
                continue;
            QVERIFY(!persisted);
            QVERIFY(machine.system.firewall().now.ufwAllows.empty());
            QCOMPARE(machine.state(), before);
        }
        QVERIFY(reached);
    }

    // Rules are for halves of the plan, whatever the application says.
    void ufw_otherInterfacesAreRefused()
    {
        Machine machine;
        auto plan = machine.begin();
        plan.config.firewall = {"enP7s7"};
        Harness harness(machine.system, Mode::Root);
        QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
        QCOMPARE(machine.error->message.id, std::string("remote.value-out-of-range"));
    }

    void adopted_changedSinceIsStale()
    {
        Right machine;
        auto plan = machine.plan();
        plan.config.adopted[0].sha256 = std::string(64, '0');
        Harness harness(machine.system, Mode::Root);
        QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(plan)));
        QCOMPARE(machine.error->message.id, std::string("remote.stale-plan"));
    }
};

QTEST_GUILESS_MAIN(TestAgentForeign)
#include "tst_agent_foreign.moc"
