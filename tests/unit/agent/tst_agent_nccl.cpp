// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the NCCL engine that need no GPU: columns, data, log, environment, and the watch over a rank.
#include <QTest>

#include "agent/nccl/collective.h"
#include "agent/nccl/fatbinary.h"
#include "agent/nccl/nccl.h"
#include "agent/nccl/ncclenvironment.h"
#include "agent/nccl/nccllog.h"
#include "agent/nccl/pattern.h"
#include "agent/nccl/rankhost.h"
#include "fakesystem.h"
#include "protocol/codec.h"

#include <algorithm>
#include <cstring>
#include <elf.h>
#include <memory>

using namespace sparkloom;
using namespace sparkloom::agent;
using namespace std::chrono_literals;
using protocol::NcclCollective;
using protocol::NcclPhase;

namespace {

// A machine that can run ranks: they do and say what the test wants.
class RankSystem : public test::FakeSystem, public RankHost {
public:
    struct State {
        Callbacks callbacks;
        std::vector<std::string> environment;
        std::string document;
        bool asked = false, killed = false, stopped = false, dies = true;
    };
    class FakeRank : public Rank {
    public:
        FakeRank(RankSystem &system, std::shared_ptr<State> state) : m_system(system), m_state(std::move(state)) {}
        std::int64_t pid() const override { return 4711; }
        void leave() override { m_state->asked = true; }
        void kill() override
        {
            m_state->killed = true;
            if (m_state->dies)
                m_system.loop().after(0ms, [state = m_state] { state->callbacks.ended(137); });
        }
        bool stopped() const override { return m_state->stopped; }

    private:
        RankSystem &m_system;
        std::shared_ptr<State> m_state;
    };

    base::Result<std::unique_ptr<Rank>> startRank(
        std::vector<std::string> environment, std::string document, Callbacks callbacks) override
    {
        state = std::make_shared<State>();
        state->callbacks = std::move(callbacks);
        state->environment = std::move(environment);
        state->document = std::move(document);
        return std::unique_ptr<Rank>(std::make_unique<FakeRank>(*this, state));
    }
    std::vector<std::string> inheritedEnvironment() const override
    {
        return {"NCCL_DEBUG=TRACE", "HOME=/home/x", "UCX_TLS=tcp"};
    }

    void says(const std::string &line) const { state->callbacks.line(line); }
    void beats(NcclPhase phase, const std::string &what = {}) const
    {
        says(protocol::eventLine(
            1, protocol::event::kNcclBeat, protocol::encode(protocol::NcclBeat{phase, what, 4711})));
    }

    std::shared_ptr<State> state;
};

protocol::NcclRunRequest smallRun()
{
    protocol::NcclRunRequest request;
    request.collectives = {NcclCollective::AllReduce};
    request.maxBytes = 1 << 20;
    request.deadlines = {2000, 3000, 4000, 5000, 6000, 1000, 60000};
    return request;
}

// A handler over such a machine, and the lines that it sends.
struct Bench {
    Bench()
    {
        system.files().put("/proc/meminfo", "MemTotal: 125000000 kB\nMemAvailable:   100000000 kB\n");
        handler = makeNcclHandler({system, Mode::User, [this] { ++settled; }});
    }
    void run(const protocol::NcclRunRequest &request)
    {
        handler->handle({7, std::string(protocol::verb::kNcclRun), protocol::encode(request), {}},
            Reply(7, [this](std::string line) { lines.push_back(*protocol::decodeLine(line)); }));
    }
    std::string problem() const
    {
        return lines.empty() || !lines.back().error ? std::string() : lines.back().error->message.id;
    }

    RankSystem system;
    std::vector<protocol::Envelope> lines;
    std::shared_ptr<Handler> handler;
    int settled = 0;
};

// What rank `rank` has in its output when all goes well, made the slow way.
std::vector<float> played(NcclCollective collective, const NcclShape &shape, int rank, int ranks)
{
    std::vector<float> output;
    for (const NcclSegment &segment : ncclExpected(collective, shape, rank, ranks)) {
        const auto block = segment.source == kNcclSum ? ncclSum(ranks, 3, segment.from + segment.count)
                                                      : ncclInput(segment.source, 3, segment.from + segment.count);
        output.insert(output.end(), block.begin() + static_cast<std::ptrdiff_t>(segment.from), block.end());
    }
    return output;
}

} // namespace

class TestAgentNccl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Sizes and factors of a real nccl-tests run (2.19.6, two ranks and others).
    void columns_areThoseOfNcclTests()
    {
        QCOMPARE(ncclShape(NcclCollective::AllReduce, 8, 2).bytes(), std::int64_t(8));
        QCOMPARE(ncclShape(NcclCollective::AllGather, 16, 2).bytes(), std::int64_t(0));
        QCOMPARE(ncclShape(NcclCollective::AllGather, 1 << 20, 2).count, std::size_t(131072));
        QCOMPARE(ncclShape(NcclCollective::AllGather, 1 << 20, 3).bytes(),
            std::int64_t(1048560)); // a third, rounded down to 16 bytes
        QCOMPARE(ncclShape(NcclCollective::ReduceScatter, 1 << 20, 3).bytes(), std::int64_t(1048560));
        QCOMPARE(ncclShape(NcclCollective::AllToAll, 1 << 20, 4).count, std::size_t(65536));
        QCOMPARE(ncclShape(NcclCollective::SendRecv, 1 << 20, 4).count, std::size_t(262144));
        QCOMPARE(ncclBusFactor(NcclCollective::AllReduce, 4), 1.5);
        QCOMPARE(ncclBusFactor(NcclCollective::AllGather, 4), 0.75);
        QCOMPARE(ncclBusFactor(NcclCollective::ReduceScatter, 8), 0.875);
        QCOMPARE(ncclBusFactor(NcclCollective::AllToAll, 2), 0.5);
        QCOMPARE(ncclBusFactor(NcclCollective::Broadcast, 8), 1.0);
        QCOMPARE(ncclBusFactor(NcclCollective::SendRecv, 8), 1.0);
        QCOMPARE(ncclSizes(8, 1 << 30, 2).size(), std::size_t(28));
        QCOMPARE(ncclSizes(100, 99, 2).size(), std::size_t(0));
    }

    void data_eachCheckHasItsOwn_andEveryDifferenceCounts()
    {
        const auto one = ncclInput(0, 1, 1000), other = ncclInput(1, 1, 1000), next = ncclInput(0, 2, 1000);
        QVERIFY(one != other && one != next);
        QCOMPARE(ncclInput(0, 1, kNcclPeriod + 5).size(), kNcclPeriod);
        const auto sum = ncclSum(2, 1, 1000);
        for (std::size_t i = 0; i < sum.size(); ++i)
            QCOMPARE(sum[i], one[i] + other[i]);
        std::vector<float> seen(one.begin() + 100, one.end());
        QCOMPARE(ncclDifferences(seen.data(), seen.size(), one, 100), std::int64_t(0));
        QVERIFY(ncclDifferences(seen.data(), seen.size(), one, 99) > 800); // in the wrong place
        seen[7] = -0.0F;
        seen[8] += 1;
        QCOMPARE(ncclDifferences(seen.data(), seen.size(), one, 100), std::int64_t(2));
        QCOMPARE(ncclDifferences(seen.data(), seen.size(), {}, 0),
            std::int64_t(900)); // nothing to compare with: nothing is right
    }

    void data_repeatsAfterAPrime()
    {
        const auto block = ncclInput(0, 1, kNcclPeriod);
        std::vector<float> seen(block.begin(), block.end());
        seen.insert(seen.end(), block.begin(), block.begin() + 10);
        QCOMPARE(ncclDifferences(seen.data(), seen.size(), block, 0), std::int64_t(0));
        QCOMPARE(ncclDifferences(seen.data() + 4, 10, block, 2 * kNcclPeriod + 4), std::int64_t(0));
    }

    void windows_coverAllOrBothEndsAndPlacesBetween()
    {
        QCOMPARE(ncclWindows(16 << 20, 1).size(), std::size_t(1));
        const std::size_t large = std::size_t(256) << 20;
        const auto windows = ncclWindows(large, 1);
        QCOMPARE(windows.front().at, std::size_t(0));
        QCOMPARE(windows.back().at + windows.back().count, large);
        std::size_t end = 0;
        for (const NcclWindow &window : windows) {
            QVERIFY(window.at >= end && window.count > 0);
            end = window.at + window.count;
        }
        QVERIFY(ncclWindows(large, 2)[5].at != windows[5].at);
    }

    // Each collective, played on a table of all ranks' inputs, gives what the engine expects.
    void expected_isWhatTheCollectiveDoes()
    {
        const int ranks = 3;
        const auto input = [](int rank) { return ncclInput(rank, 3, 300); };
        for (int rank = 0; rank < ranks; ++rank) {
            const auto mine = static_cast<std::size_t>(rank);
            const NcclShape gather = ncclShape(NcclCollective::AllGather, 400, ranks);
            const auto gathered = played(NcclCollective::AllGather, gather, rank, ranks);
            QCOMPARE(gathered.size(), gather.receive);
            QCOMPARE(gathered[2 * gather.count + 5], input(2)[5]);
            const NcclShape scatter = ncclShape(NcclCollective::ReduceScatter, 400, ranks);
            const std::size_t place = mine * scatter.count + 1;
            QCOMPARE(played(NcclCollective::ReduceScatter, scatter, rank, ranks)[1],
                input(0)[place] + input(1)[place] + input(2)[place]);
            const NcclShape all = ncclShape(NcclCollective::AllToAll, 400, ranks);
            QCOMPARE(played(NcclCollective::AllToAll, all, rank, ranks)[all.count + 4], input(1)[mine * all.count + 4]);
            const NcclShape whole = ncclShape(NcclCollective::SendRecv, 400, ranks);
            QCOMPARE(played(NcclCollective::SendRecv, whole, rank, ranks)[9], input((rank + 2) % 3)[9]);
            QCOMPARE(played(NcclCollective::Broadcast, whole, rank, ranks)[9], input(0)[9]);
            QCOMPARE(played(NcclCollective::AllReduce, whole, rank, ranks)[9], input(0)[9] + input(1)[9] + input(2)[9]);
        }
    }

    // Lines of NCCL 2.28.9 on two H200, and the form of NET/IB's from its source.
    void log_tellsNetworkDevicesAndRoutes()
    {
        NcclLog log;
        const std::string text = "vm:1:1 [0] NCCL INFO Bootstrap: Using eth0:192.0.2.2<0>\n"
                                 "vm:1:1 [0] NCCL INFO NET/IB : No device found.\n"
                                 "vm:1:1 [0] NCCL INFO NET/IB : Using [RO]; OOB eth0:192.0.2.2<0>\n"
                                 "vm:1:1 [0] NCCL INFO NET/Socket : Using [0]eth0:192.0.2.2<0>\n"
                                 "vm:1:1 [0] NCCL INFO Using network Socket\n"
                                 "vm:1:1 [0] NCCL INFO Channel 00/02 : 0 1\n"
                                 "vm:1:1 [0] NCCL INFO Channel 00/0 : 1[1] -> 0[0] [receive] via NET/Socket/0\n"
                                 "vm:1:1 [0] NCCL INFO Channel 00/0 : 0[0] -> 1[1] [send] via NET/Socket/0\n"
                                 "vm:1:1 [0] NCCL INFO Channel 01/0 : 0[0] -> 1[1] via P2P/CUMEM\n";
        for (const char c : text)
            log.add({&c, 1});
        const auto &seen = log.transport();
        QCOMPARE(seen.network, std::string("Socket"));
        QCOMPARE(seen.bootstrap, std::string("eth0:192.0.2.2"));
        QCOMPARE(seen.devices, std::vector<std::string>{"eth0:192.0.2.2"});
        QCOMPARE(seen.routes.size(), std::size_t(2));
        QCOMPARE(seen.routes[0].kind, std::string("NET/Socket/0"));
        QCOMPARE(seen.routes[0].channels, 2);
        QVERIFY(!seen.gpuDirect);

        NcclLog spark;
        spark.add("s:1:1 [0] NCCL INFO NET/IB : Using [0]rocep1s0f1:1/RoCE [1]roceP2p1s0f1:1/RoCE [RO]; OOB "
                  "enP7s7:192.168.1.40<0>\n"
                  "s:1:1 [0] NCCL INFO Channel 00/0 : 0[0] -> 1[0] [send] via NET/IB/0/GDRDMA\n"
                  "s:1:1 [0] misc/socket.cc:1 NCCL WARN socketProgress: Connection closed by remote peer\x1b[31m\n");
        QCOMPARE(spark.transport().devices, (std::vector<std::string>{"rocep1s0f1:1/RoCE", "roceP2p1s0f1:1/RoCE"}));
        QVERIFY(spark.transport().gpuDirect);
        QCOMPARE(spark.transport().routes[0].kind, std::string("NET/IB/0"));
        QVERIFY(spark.lastWarning().starts_with("socketProgress"));
        QVERIFY(spark.lastWarning().find('\x1b') == std::string::npos);
    }

    void log_isBounded()
    {
        NcclLog log;
        log.add(std::string(100'000, 'x'));
        log.add("\n");
        for (int i = 0; i < 100; ++i) {
            log.add("h:1:1 [0] NCCL INFO Channel 0 : 0 -> 1 via NET/Own" + std::to_string(i) + "\n");
            log.add("h:1:1 [0] NCCL WARN trouble " + std::to_string(i) + "\n");
        }
        QVERIFY(log.transport().routes.size() <= 32);
        QVERIFY(log.transport().warnings.size() <= 8);
        QCOMPARE(log.lastWarning(), std::string("trouble 99"));
        QVERIFY(log.lastForeign().size() <= 512);
    }

    void environment_hasOnlyWhatIsAllowed()
    {
        const auto good =
            ncclEnvironment({{"NCCL_SOCKET_IFNAME", "=enP7s7"}, {"NCCL_IB_HCA", "=rocep1s0f1,roceP2p1s0f1:1"},
                {"NCCL_P2P_DISABLE", "1"}, {"NCCL_IB_GID_INDEX", "-1"}, {"NCCL_ALGO", "Ring"}});
        QVERIFY(good.ok());
        QVERIFY(std::find(good->begin(), good->end(), "NCCL_IB_HCA==rocep1s0f1,roceP2p1s0f1:1") != good->end());
        QVERIFY(std::find(good->begin(), good->end(), "NCCL_NET_PLUGIN=none") != good->end());
        const std::vector<protocol::NcclSetting> refused = {{"NCCL_TOPO_FILE", "/tmp/x"}, {"NCCL_NET_PLUGIN", "mine"},
            {"LD_PRELOAD", "x"}, {"NCCL_DEBUG_FILE", "x"}, {"NCCL_P2P_DISABLE", "yes"}, {"NCCL_NET", "../x"},
            {"NCCL_IB_HCA", "a b"}, {"NCCL_IB_HCA", ""}};
        for (const protocol::NcclSetting &setting : refused) {
            const auto bad = ncclEnvironment({setting});
            QVERIFY2(!bad.ok() && bad.error().message.id == "nccl.setting-refused", setting.name.c_str());
        }
        QCOMPARE(ncclRemoved({"NCCL_IB_HCA=x", "HOME=/x", "UCX_TLS=tcp", "LD_PRELOAD=y", "PATH=/bin"}),
            (std::vector<std::string>{"LD_PRELOAD", "NCCL_IB_HCA", "UCX_TLS"}));
    }

    // A made-up library with the layout of NVIDIA's.
    void fatBinary_tellsForWhichGpusItHasCode()
    {
        const auto number = [](auto value) {
            return std::string(reinterpret_cast<const char *>(&value), sizeof value);
        };
        const auto entry = [&](std::uint16_t kind, std::uint32_t architecture) {
            return number(kind) + number(std::uint16_t(0x101)) + number(std::uint32_t(64)) + number(std::uint64_t(8))
                + std::string(12, '\0') + number(architecture) + std::string(32, '\0') + "contents";
        };
        const std::string entries = entry(2, 90) + entry(2, 121) + entry(1, 120);
        const std::string section = number(std::uint32_t(0xba55ed50)) + number(std::uint16_t(1))
            + number(std::uint16_t(16)) + number(std::uint64_t(entries.size())) + entries;
        const std::string names = std::string("\0.nv_fatbin\0", 12);
        Elf64_Ehdr header{};
        std::memcpy(header.e_ident, ELFMAG, SELFMAG);
        header.e_ident[EI_CLASS] = ELFCLASS64;
        header.e_shentsize = sizeof(Elf64_Shdr);
        header.e_shnum = 2;
        header.e_shstrndx = 0;
        header.e_shoff = sizeof header + names.size() + section.size();
        Elf64_Shdr namesAt{}, sectionAt{};
        namesAt.sh_offset = sizeof header;
        namesAt.sh_size = names.size();
        sectionAt.sh_name = 1;
        sectionAt.sh_offset = sizeof header + names.size();
        sectionAt.sh_size = section.size();
        const std::string file = number(header) + names + section + number(namesAt) + number(sectionAt);
        QCOMPARE(gpuCodeIn(file), (std::vector<std::string>{"sm_90", "sm_121", "compute_120"}));
        for (std::size_t size = 0; size < file.size(); ++size) // cut anywhere: no crash, nothing invented
            QVERIFY(gpuCodeIn(std::string_view(file).substr(0, size)).size() <= 3);
    }

    // --- the watch

    void run_relaysAndAnswersAfterTheEndOfTheProcess()
    {
        Bench bench;
        bench.run(smallRun());
        QVERIFY(bench.system.state);
        QVERIFY(bench.handler->busy());
        bench.system.beats(NcclPhase::Init);
        bench.system.says("library chatter");
        protocol::NcclRunAnswer answer;
        answer.rows = 3;
        bench.system.state->callbacks.log("h:1:1 [0] NCCL INFO Using network IB\n");
        bench.system.says(protocol::doneLine(1, protocol::encode(answer)));
        bench.system.loop().advance(10ms);
        QVERIFY(bench.lines.back().type != "done"); // the process is still there
        bench.system.state->callbacks.ended(0);
        bench.system.loop().advance(1ms);
        QCOMPARE(bench.lines.back().type, std::string("done"));
        const auto said = protocol::decode<protocol::NcclRunAnswer>(bench.lines.back().body);
        QVERIFY(said.ok());
        QCOMPARE(said->rows, 3);
        QCOMPARE(said->transport.network, std::string("IB"));
        QCOMPARE(said->removed, (std::vector<std::string>{"NCCL_DEBUG", "UCX_TLS"}));
        QVERIFY(!bench.handler->busy() && bench.settled == 1);
    }

    void run_eachPhaseHasItsDeadline_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("problem");
        QTest::newRow("find") << int(NcclPhase::Find) << 2000 << "nccl.late-find";
        QTest::newRow("init") << int(NcclPhase::Init) << 3000 << "nccl.late-init";
        QTest::newRow("warm-up") << int(NcclPhase::WarmUp) << 4000 << "nccl.late-warm-up";
        QTest::newRow("timed") << int(NcclPhase::Timed) << 5000 << "nccl.late-timed";
        QTest::newRow("verify") << int(NcclPhase::Verify) << 6000 << "nccl.late-verify";
    }
    void run_eachPhaseHasItsDeadline()
    {
        QFETCH(int, phase);
        QFETCH(int, limit);
        QFETCH(QString, problem);
        Bench bench;
        bench.run(smallRun());
        bench.system.beats(NcclPhase(phase), "x");
        for (int at = 0; at < limit - 100; at += 100) { // it lives, and does not move
            bench.system.beats(NcclPhase(phase), "x");
            bench.system.loop().advance(100ms);
        }
        QVERIFY(!bench.system.state->asked);
        bench.system.loop().advance(200ms);
        QVERIFY(bench.system.state->asked && !bench.system.state->killed);
        bench.system.loop().advance(1100ms); // and does not leave either
        QVERIFY(bench.system.state->killed);
        QCOMPARE(QString::fromStdString(bench.problem()), problem);
        QVERIFY(!bench.handler->busy());
    }

    void run_aStoppedRankIsNamedAndKilled()
    {
        Bench bench;
        auto request = smallRun();
        request.deadlines.find = 20000;
        bench.run(request);
        bench.system.beats(NcclPhase::Find);
        bench.system.state->stopped = true;
        bench.system.loop().advance(4000ms);
        QVERIFY(bench.system.state->killed);
        QCOMPARE(bench.problem(), std::string("nccl.rank-stopped"));
    }

    void run_aKilledRankIsNamed_withTheLastWords()
    {
        Bench bench;
        bench.run(smallRun());
        bench.system.state->callbacks.log("terminate called after throwing\n");
        bench.system.state->callbacks.ended(134);
        bench.system.loop().advance(1ms);
        QCOMPARE(bench.problem(), std::string("nccl.rank-killed"));
        QCOMPARE(bench.lines.back().error->detail, std::string("terminate called after throwing"));
    }

    void run_oneThatTheKernelCannotEnd_isSaid()
    {
        Bench bench;
        bench.run(smallRun());
        bench.system.state->dies = false;
        bench.handler->stop(7);
        bench.system.loop().advance(20s);
        QCOMPARE(bench.problem(), std::string("nccl.unkillable"));
        QVERIFY(!bench.handler->busy());
    }

    void run_theEndOfTheApplicationEndsTheRank()
    {
        Bench bench;
        bench.run(smallRun());
        QVERIFY(bench.handler->needsHeartbeat());
        bench.handler->inputEnded();
        QVERIFY(bench.system.state->asked && bench.handler->busy());
        bench.system.loop().advance(1100ms);
        QCOMPARE(bench.problem(), std::string("nccl.cancelled"));
        QVERIFY(!bench.handler->busy() && bench.settled == 1);
    }

    void run_memoryIsCapped()
    {
        Bench bench;
        auto request = smallRun();
        request.maxBytes = std::int64_t(2) << 30;
        bench.run(request);
        QCOMPARE(bench.problem(), std::string("nccl.memory-cap"));
        request.maxBytes = std::int64_t(1) << 30;
        request.memoryCap = std::int64_t(1) << 30;
        bench.run(request);
        QCOMPARE(bench.problem(), std::string("nccl.memory-cap"));
        bench.system.files().put("/proc/meminfo", "MemAvailable:   3000000 kB\n");
        bench.run(smallRun());
        QCOMPARE(bench.problem(), std::string("nccl.memory-low"));
        QVERIFY(!bench.system.state); // nothing was started
    }

    void run_refusesBesideAModelServerUnlessTold()
    {
        Bench bench;
        bench.system.files().put("/proc/99/cmdline", std::string("vllm\0serve\0", 11));
        bench.run(smallRun());
        QCOMPARE(bench.problem(), std::string("nccl.busy"));
        auto request = smallRun();
        request.evenIfBusy = true;
        bench.run(request);
        QVERIFY(bench.system.state);
    }

    void run_refusesWhatMakesNoSense()
    {
        const auto problemOf = [](auto change) {
            Bench bench;
            auto request = smallRun();
            change(request);
            bench.run(request);
            return bench.problem();
        };
        const std::string range = "remote.value-out-of-range";
        QCOMPARE(problemOf([](auto &request) { request.rank = 1; }), range); // without an id
        QCOMPARE(problemOf([](auto &request) { request.uniqueId = std::string(256, 'a'); }), range);
        QCOMPARE(problemOf([](auto &request) { request.collectives.clear(); }), range);
        QCOMPARE(problemOf([](auto &request) { request.minBytes = request.maxBytes + 1; }), range);
        QCOMPARE(problemOf([](auto &request) {
            request.settings = {{"NCCL_TOPO_FILE", "x"}};
        }),
            std::string("nccl.setting-refused"));
    }

    void virtualSparks_sayThatTheyHaveNone()
    {
        test::FakeSystem system;
        std::vector<protocol::Envelope> lines;
        const auto handler = makeNcclHandler({system, Mode::User, [] {}});
        handler->handle({1, std::string(protocol::verb::kNcclRun), protocol::encode(smallRun()), {}},
            Reply(1, [&](std::string line) { lines.push_back(*protocol::decodeLine(line)); }));
        QCOMPARE(lines.back().error->message.id, std::string("nccl.not-here"));
    }
};

QTEST_GUILESS_MAIN(TestAgentNccl)

#include "tst_agent_nccl.moc"
