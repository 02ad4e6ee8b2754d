// SPDX-License-Identifier: GPL-3.0-or-later
// The real process of an RDMA end with a library that plays libibverbs: data, latency and figures of a Spark that is
// cabled to itself, and what is said when the library is missing, old, forbidden, broken, hangs or lies. No test looks
// at a clock: what hangs is ended by the test.
#include <QTest>

#include "agent/linux/linuxsystem.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <functional>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace sparkloom;
using namespace sparkloom::agent;
using namespace Qt::Literals::StringLiterals;
using protocol::RdmaKind;
using protocol::RdmaOperation;

namespace {

constexpr std::chrono::seconds kPatience{50}; // only a broken program ever needs it

struct Library {
    explicit Library(const QByteArray &behaviour, const char *fake = FAKE_IBVERBS)
    {
        path = folder.filePath(u"libibverbs.so.1"_s);
        QFile file(folder.filePath(u"behaviour"_s));
        valid = QFile::copy(QString::fromLatin1(fake), path) && file.open(QIODevice::WriteOnly)
            && file.write(behaviour) == behaviour.size();
    }
    QTemporaryDir folder;
    QString path;
    bool valid = false;
};

// Lane n from rocep1s0f0 to rocep1s0f1 or back: its active end is flow 2 n, its passive one 2 n + 1.
class Bench {
public:
    explicit Bench(const Library &library)
    {
        plan.request.token = std::string(protocol::kRdmaTokenDigits, 'a');
        plan.request.library = library.path.toStdString();
        plan.request.messageBytes = 4096;
        plan.request.warmUpMs = 0;
        plan.request.measureMs = 250; // long enough for a thread that waits for a busy machine
        plan.request.intervalMs = 50;
        plan.request.rounds = 200;
    }

    void addLane(RdmaKind kind = RdmaKind::Bandwidth, int queuePairs = 2, bool back = false)
    {
        for (const bool active : {true, false}) {
            protocol::RdmaFlow flow;
            flow.flow = static_cast<int>(plan.request.flows.size());
            flow.active = active;
            flow.kind = kind;
            flow.queuePairs = queuePairs;
            plan.devices.push_back({flow.flow, active != back ? "rocep1s0f0" : "rocep1s0f1", 3, std::string(32, '0')});
            plan.request.flows.push_back(flow);
        }
    }

    // Runs until the check or a failure, or until the given step was begun.
    enum class Until { End, Opening, Connecting, Running };
    void run(Until until = Until::End)
    {
        RdmaEvents events;
        events.ready = [&](const protocol::RdmaReady &said) {
            ready = said;
            end->connect(peers());
            stopAt(until, Until::Connecting);
        };
        events.connected = [&] {
            end->start();
            stopAt(until, Until::Running);
        };
        events.interval = [&](const protocol::RdmaInterval &said) { intervals.push_back(said); };
        events.async = [&](const protocol::RdmaAsync &said) { asyncs.push_back(said); };
        events.measured = [&] { end->finish(); };
        events.result = [&](const protocol::RdmaResult &said) {
            result = said;
            end->check();
        };
        events.checked = [&](const protocol::RdmaCheckAnswer &said) {
            checked = said;
            system.loop().after(std::chrono::milliseconds(0), [this] { loop().stop(); });
        };
        events.failed = [&](const base::Error &why) {
            error = why;
            system.loop().after(std::chrono::milliseconds(0), [this] { loop().stop(); });
        };
        auto opened = system.openRdma(plan, events);
        QVERIFY(opened.ok());
        end = std::move(opened).value();
        stopAt(until, Until::Opening);
        system.loop().after(kPatience, [this] { loop().stop(); });
        loop().run();
        end.reset();
    }

    std::string problem() const { return error ? error->message.id : std::string(); }
    double gbpsOf(int flow) const
    {
        for (const auto &each : result->flows)
            if (each.flow == flow)
                return double(each.windowBytes) * 8 / double(result->endNs - result->beginNs);
        return -1;
    }

    LinuxSystem system{AGENT_PROGRAM};
    protocol::RdmaPlan plan;
    std::unique_ptr<RdmaEnd> end;
    std::optional<protocol::RdmaReady> ready;
    std::vector<protocol::RdmaInterval> intervals;
    std::vector<protocol::RdmaAsync> asyncs;
    std::optional<protocol::RdmaResult> result;
    std::optional<protocol::RdmaCheckAnswer> checked;
    std::optional<base::Error> error;

private:
    EpollLoop &loop() { return dynamic_cast<EpollLoop &>(system.loop()); }
    // A while after the step was begun, so that the process sits in it.
    void stopAt(Until wanted, Until now)
    {
        if (wanted == now)
            system.loop().after(std::chrono::milliseconds(300), [this] { loop().stop(); });
    }
    protocol::RdmaConnectRequest peers() const
    {
        protocol::RdmaConnectRequest request{plan.request.token, ready->endpoints};
        for (protocol::RdmaEndpoint &endpoint : request.peers)
            endpoint.flow ^= 1; // the other end of the same lane
        return request;
    }
};

} // namespace

class TestAgentRdmaProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { signal(SIGPIPE, SIG_IGN); } // as the agent does

    void data_arriveAndAreVerified_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("depth");
        QTest::newRow("write") << int(RdmaOperation::Write) << 4096 << 16;
        QTest::newRow("read") << int(RdmaOperation::Read) << 4096 << 16;
        QTest::newRow("send") << int(RdmaOperation::Send) << 4096 << 16;
        QTest::newRow("one at a time") << int(RdmaOperation::Send) << 4096 << 1;
        QTest::newRow("odd sizes") << int(RdmaOperation::Write) << 1003 << 7;
        QTest::newRow("one byte") << int(RdmaOperation::Write) << 1 << 4;
    }
    void data_arriveAndAreVerified()
    {
        QFETCH(int, operation);
        QFETCH(int, bytes);
        QFETCH(int, depth);
        const Library library("");
        QVERIFY(library.valid);
        Bench bench(library);
        bench.plan.request.operation = RdmaOperation(operation);
        bench.plan.request.messageBytes = bytes;
        bench.plan.request.depth = depth;
        bench.addLane();
        bench.addLane(RdmaKind::Bandwidth, 3, true); // the other direction at the same time
        bench.run();
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(bench.checked);
        QCOMPARE(bench.ready->library, library.path.toStdString());
        QCOMPARE(bench.ready->endpoints.front().mtu, 4096);
        QCOMPARE(bench.checked->flows.size(), std::size_t(2)); // one for each direction
        for (const auto &flow : bench.checked->flows) {
            QCOMPARE(flow.wrong, std::uint64_t(0));
            const int pairs = flow.flow < 2 ? 2 : 3;
            QCOMPARE(flow.bytes, std::uint64_t(protocol::kRdmaSlots * pairs * bytes));
            QCOMPARE(flow.flow % 2, RdmaOperation(operation) == RdmaOperation::Read ? 0 : 1);
        }
        QCOMPARE(bench.result->flows.size(), std::size_t(2));
        for (const auto &flow : bench.result->flows) {
            QVERIFY(flow.windowBytes > 0);
            QVERIFY(flow.totalBytes > flow.windowBytes);
            QCOMPARE(flow.windowBytes, flow.messages * std::uint64_t(bytes));
        }
        QVERIFY(bench.result->endNs - bench.result->beginNs >= 250'000'000);
        QVERIFY(!bench.intervals.empty());
    }

    // The fake refuses a queue pair that is too patient for a NIC, or not patient enough for soft RoCE.
    void softRoce_isGivenTime()
    {
        const Library library("soft");
        Bench bench(library);
        bench.addLane();
        bench.run();
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(bench.checked);
    }

    void latency_hasItsPercentiles()
    {
        const Library library("");
        Bench bench(library);
        bench.addLane(RdmaKind::Latency, 1);
        bench.run();
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(bench.result);
        QCOMPARE(bench.result->latencies.size(), std::size_t(1));
        const auto &latency = bench.result->latencies.front();
        QVERIFY(latency.rounds > 0 && latency.rounds <= 200);
        QVERIFY(latency.least > 0 && latency.least <= latency.p50 && latency.p50 <= latency.p99);
        QVERIFY(latency.p99 <= latency.p999 && latency.p999 <= latency.most);
    }

    void latency_underLoad()
    {
        const Library library("");
        Bench bench(library);
        bench.addLane();
        bench.addLane(RdmaKind::Latency, 1);
        bench.run();
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(bench.checked);
        QCOMPARE(bench.result->flows.size(), std::size_t(1));
        QVERIFY(bench.result->flows.front().windowBytes > 0);
        QVERIFY(bench.result->latencies.front().rounds > 0);
    }

    // Every message on one half takes 2 ms before it is accepted: at most 16 kB in that time.
    void aSlowHalf_isSeenAsOne()
    {
        const Library library("slow-half");
        Bench bench(library);
        bench.addLane();
        bench.addLane(RdmaKind::Bandwidth, 2, true);
        bench.run();
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(bench.result);
        QVERIFY2(bench.gbpsOf(2) <= 4096 * 8 * 4 / 2e6 * 1.5, qPrintable(QString::number(bench.gbpsOf(2))));
        QVERIFY2(bench.gbpsOf(0) > bench.gbpsOf(2), qPrintable(QString::number(bench.gbpsOf(0))));
    }

    void wrongData_areCounted()
    {
        const Library library("wrong-data");
        Bench bench(library);
        bench.addLane();
        bench.run();
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(bench.checked);
        QCOMPARE(bench.checked->flows.front().wrong, std::uint64_t(2 * protocol::kRdmaSlots)); // one in each message
        QCOMPARE(bench.checked->flows.front().firstWrong, std::int64_t(2048));
    }

    void failures_haveTheirCause_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("retry exceeded") << QByteArray("retry-exceeded") << QByteArray("rdma.retry-exceeded");
        QTest::newRow("remote access") << QByteArray("remote-access") << QByteArray("rdma.remote-access");
        QTest::newRow("flushed") << QByteArray("flushed") << QByteArray("rdma.flushed");
        QTest::newRow("unplugged") << QByteArray("unplugged") << QByteArray("rdma.link-lost");
        QTest::newRow("device gone") << QByteArray("device-fatal") << QByteArray("rdma.device-lost");
        QTest::newRow("no neighbour") << QByteArray("no-answer") << QByteArray("rdma.no-neighbour");
        QTest::newRow("wrong GID") << QByteArray("wrong-gid") << QByteArray("rdma.wrong-gid");
        QTest::newRow("no devices") << QByteArray("no-devices") << QByteArray("rdma.no-provider");
        QTest::newRow("no kernel") << QByteArray("no-kernel") << QByteArray("rdma.no-kernel-support");
        QTest::newRow("forbidden") << QByteArray("forbidden") << QByteArray("rdma.no-permission");
        QTest::newRow("port down") << QByteArray("port-down") << QByteArray("rdma.port-down");
    }
    void failures_haveTheirCause()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, problem);
        const Library library(behaviour);
        Bench bench(library);
        bench.addLane();
        bench.run();
        QCOMPARE(bench.problem(), problem.toStdString());
        if (behaviour == "unplugged")
            QVERIFY(!bench.asyncs.empty() && bench.asyncs.front().what == protocol::RdmaAsync::What::PortDown);
    }

    // The limit of this process is the child's too.
    void memlock_namesLimitAndNeed()
    {
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_MEMLOCK, &old), 0);
        rlimit small = old;
        small.rlim_cur = 8 * 1024;
        QCOMPARE(setrlimit(RLIMIT_MEMLOCK, &small), 0);
        const Library library("memlock");
        Bench bench(library);
        bench.addLane();
        bench.run();
        QCOMPARE(setrlimit(RLIMIT_MEMLOCK, &old), 0);
        QCOMPARE(bench.problem(), std::string("rdma.memlock"));
        QCOMPARE(std::get<std::int64_t>(bench.error->message.arguments.at("limit")), std::int64_t(8));
        QCOMPARE(std::get<std::int64_t>(bench.error->message.arguments.at("needed")), std::int64_t(32));
    }

    void libraries_thatCannotBeUsed()
    {
        const Library none("");
        Bench missing(none);
        missing.plan.request.library = none.folder.filePath(u"nowhere.so.1"_s).toStdString();
        missing.addLane();
        missing.run();
        QCOMPARE(missing.problem(), std::string("rdma.no-library"));

        const Library oldVersion("", FAKE_IBVERBS_OLD);
        Bench old(oldVersion);
        old.addLane();
        old.run();
        QCOMPARE(old.problem(), std::string("rdma.library-old"));

        const Library incomplete("", FAKE_IBVERBS_INCOMPLETE);
        Bench without(incomplete);
        without.addLane();
        without.run();
        QCOMPARE(without.problem(), std::string("rdma.library-old"));
        QCOMPARE(std::get<std::string>(without.error->message.arguments.at("symbol")),
            std::string("ibv_create_qp@IBVERBS_1.1"));

        const Library broken("");
        QFile file(broken.path);
        QVERIFY(file.remove() && file.open(QIODevice::WriteOnly) && file.write("no library") > 0);
        file.close();
        Bench bench(broken);
        bench.addLane();
        bench.run();
        QCOMPARE(bench.problem(), std::string("rdma.library-broken"));
    }

    // Whatever it hangs in, its process is gone when the end is.
    void hangs_areEnded_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<int>("until");
        QTest::newRow("opening") << QByteArray("hang-opening") << int(Bench::Until::Opening);
        QTest::newRow("connecting") << QByteArray("hang-connecting") << int(Bench::Until::Connecting);
        QTest::newRow("posting") << QByteArray("hang-posting") << int(Bench::Until::Running);
    }
    void hangs_areEnded()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(int, until);
        const Library library(behaviour);
        Bench bench(library);
        bench.addLane();
        bench.run(Bench::Until(until));
        QCOMPARE(bench.problem(), std::string());
        QVERIFY(!bench.result);
        // Its copy of the library is mapped by nobody any more.
        QFile maps(u"/proc/self/maps"_s);
        QVERIFY(maps.open(QIODevice::ReadOnly));
        QVERIFY(!maps.readAll().contains(library.path.toUtf8())); // and never was here
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), pid_t(-1));       // no child is left, running or not
    }
};

QTEST_MAIN(TestAgentRdmaProgram)
#include "tst_agent_rdmaprogram.moc"
