// SPDX-License-Identifier: GPL-3.0-or-later
// The real agent program with libraries that play NCCL and CUDA: what it says when they are missing, old, broken, hang
// or lie, and that nothing of it runs afterwards. Bounds are short deadlines in the request; no test looks at a clock.
#include <QTest>

#include "../../support/sanitized.h"
#include "agent/nccl/collective.h"
#include "protocol/codec.h"
#include "protocol/messages_nccl.h"
#include "protocol/ncclcopy.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <memory>
#include <optional>
#include <vector>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using protocol::NcclCollective;

namespace {

constexpr int kPatience = 60'000; // ms; only a broken program ever needs it

// Our copies of the fake libraries, with a way to behave.
struct Libraries {
    explicit Libraries(const QByteArray &behaviour, const char *nccl = FAKE_NCCL)
    {
        valid = QFile::copy(QString::fromLatin1(nccl), folder.filePath(u"libnccl.so.2"_s))
            && QFile::copy(QString::fromLatin1(FAKE_CUDA), folder.filePath(u"libcuda.so.1"_s));
        QFile file(folder.filePath(u"behaviour"_s));
        valid = valid && file.open(QIODevice::WriteOnly) && file.write(behaviour) == behaviour.size();
    }
    std::string path(const char *name) const { return folder.filePath(QString::fromLatin1(name)).toStdString(); }

    QTemporaryDir folder;
    bool valid = false;
};

// One agent process, spoken to over its pipes.
class Agent {
public:
    Agent() { m_process.start(QStringLiteral(AGENT_PROGRAM), {u"serve"_s}); }
    ~Agent()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(kPatience))
            m_process.kill();
    }
    void send(std::string_view verb, const std::string &body)
    {
        m_process.write(QByteArray::fromStdString(protocol::requestLine(1, verb, body) + "\n"));
        m_process.waitForBytesWritten(kPatience); // no event loop does it while another agent is waited for
    }
    void stop() { m_process.write(QByteArray::fromStdString(protocol::requestLine(1, protocol::verb::kStop) + "\n")); }
    void endInput() { m_process.closeWriteChannel(); }
    qint64 pid() const { return m_process.processId(); }
    bool finished() { return m_process.waitForFinished(kPatience); }

    // The next line of our request; nothing when the agent is gone.
    std::optional<protocol::Envelope> next()
    {
        for (;;) {
            while (!m_process.canReadLine())
                if (!m_process.waitForReadyRead(kPatience))
                    return std::nullopt;
            const auto line = protocol::decodeLine(m_process.readLine().trimmed().toStdString());
            if (!line || line->id != 1)
                continue;
            // As the application does: on a slow machine a run outlives the agent's patience with a silent one.
            if (line->type == protocol::event::kNcclBeat)
                m_process.write(QByteArray::fromStdString(protocol::requestLine(2, protocol::verb::kHeartbeat) + "\n"));
            return *line;
        }
    }
    // Lines until one of this type, or until the last one; those before are dropped.
    std::optional<protocol::Envelope> until(std::string_view type)
    {
        for (;;) {
            const auto line = next();
            if (line && line->type == protocol::event::kNcclBeat)
                if (const auto beat = protocol::decode<protocol::NcclBeat>(line->body))
                    rankPid = beat->pid;
            if (line && line->type == protocol::event::kNcclRow)
                rows.push_back(*protocol::decode<protocol::NcclRow>(line->body));
            if (!line || line->type == type || line->type == "done" || line->type == "error")
                return line;
        }
    }
    std::optional<protocol::Envelope> last() { return until("done"); }

    std::int64_t rankPid = 0;
    std::vector<protocol::NcclRow> rows;

private:
    QProcess m_process;
};

// The largest memory of some processes together: a control group of their own (version 1 or 2) where this user can make
// one. Where not, value() is none.
class MemoryPeak {
public:
    explicit MemoryPeak(qint64 pid)
    {
        struct Kind {
            QString parent, peak;
        };
        for (const Kind &kind : {Kind{u"/sys/fs/cgroup/memory"_s, u"memory.max_usage_in_bytes"_s},
                 Kind{u"/sys/fs/cgroup"_s, u"memory.peak"_s}}) {
            const QString folder = kind.parent + u"/sparkloom-test-"_s + QString::number(pid);
            if (!QFile::exists(kind.parent + u"/cgroup.procs"_s) || !QDir().mkdir(folder))
                continue;
            m_folder = folder;
            m_peak = folder + u'/' + kind.peak;
            QFile processes(folder + u"/cgroup.procs"_s);
            if (QFile::exists(m_peak) && processes.open(QIODevice::WriteOnly)
                && processes.write(QByteArray::number(pid)) > 0 && processes.flush())
                return;
            QDir().rmdir(folder);
            m_folder.clear();
        }
    }
    // After the processes are gone.
    ~MemoryPeak()
    {
        if (!m_folder.isEmpty())
            QDir().rmdir(m_folder);
    }
    std::optional<qint64> value() const
    {
        QFile file(m_peak);
        if (m_folder.isEmpty() || !file.open(QIODevice::ReadOnly))
            return std::nullopt;
        return file.readAll().trimmed().toLongLong();
    }

private:
    QString m_folder;
    QString m_peak;
};

// The largest resident memory that this process had so far.
qint64 highWater(std::int64_t pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').front().toLongLong() * 1024;
    return 0;
}

bool isGone(std::int64_t pid)
{
    return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH;
}

protocol::NcclRunRequest smallRun(const Libraries &libraries)
{
    protocol::NcclRunRequest request;
    request.ranks = 1;
    request.library = libraries.path("libnccl.so.2");
    request.cuda = libraries.path("libcuda.so.1");
    request.collectives = {NcclCollective::AllReduce};
    request.minBytes = 1024;
    request.maxBytes = 4096;
    request.iterations = 2;
    request.warmUps = 1;
    request.evenIfBusy = true; // what else this machine does is not our matter
    request.deadlines.leave = 300;
    return request;
}

std::string problemOf(const std::optional<protocol::Envelope> &line)
{
    return line && line->error ? line->error->message.id : line ? line->type : "no answer";
}

} // namespace

class TestAgentNcclProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void look_saysWhatIsThere()
    {
        const Libraries libraries("");
        QVERIFY(libraries.valid);
        Agent agent;
        agent.send(protocol::verb::kNcclLook,
            protocol::encode(protocol::NcclLookRequest{
                libraries.folder.path().toStdString(), libraries.path("libcuda.so.1"), 60000}));
        const auto line = agent.last();
        QCOMPARE(problemOf(line), std::string("done"));
        const auto answer = protocol::decode<protocol::NcclLookAnswer>(line->body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->library.version, std::string("2.28.9"));
        QCOMPARE(answer->library.foundBy, std::string("given"));
        QCOMPARE(answer->library.sha256.size(), std::size_t(64));
        QVERIFY(answer->library.code.empty()); // a fake has no code for any GPU, and nothing is made up
        QCOMPARE(answer->gpus.size(), std::size_t(2));
        QCOMPARE(answer->gpus[1].capability, std::string("12.1"));
        QVERIFY(answer->gpus[1].integrated && !answer->gpus[1].gpuDirectRdma && !answer->gpus[1].dmaBuf);
        QVERIFY(isGone(agent.rankPid));
    }

    void run_twoRanks_everyCollective_nothingWrong()
    {
        const Libraries libraries("");
        QVERIFY(libraries.valid);
        auto request = smallRun(libraries);
        request.ranks = 2;
        request.collectives = {NcclCollective::AllReduce, NcclCollective::AllGather, NcclCollective::ReduceScatter,
            NcclCollective::Broadcast, NcclCollective::AllToAll, NcclCollective::SendRecv};
        Agent first, second;
        first.send(protocol::verb::kNcclRun, protocol::encode(request));
        const auto id = first.until(protocol::event::kNcclId);
        QCOMPARE(problemOf(id), std::string(protocol::event::kNcclId));
        request.rank = 1;
        request.device = 1;
        request.uniqueId = protocol::decode<protocol::NcclId>(id->body)->uniqueId;
        second.send(protocol::verb::kNcclRun, protocol::encode(request));
        for (Agent *agent : {&first, &second}) {
            const auto line = agent->last();
            QVERIFY2(problemOf(line) == "done", problemOf(line).c_str());
            const auto answer = protocol::decode<protocol::NcclRunAnswer>(line->body);
            QVERIFY(answer.ok());
            QCOMPARE(answer->wrong, std::int64_t(0));
            QCOMPARE(answer->rows, 6 * 3 * 2);
            QCOMPARE(answer->transport.network, std::string("IB"));
            QCOMPARE(answer->transport.devices.size(), std::size_t(2));
            QCOMPARE(agent->rows.size(), std::size_t(36));
            for (const protocol::NcclRow &row : agent->rows) {
                QCOMPARE(row.wrong.has_value(), agent::ncclCheckable(row.collective, row.inPlace));
                QVERIFY(row.timeUs > 0 && row.algBw > 0);
                QVERIFY(!row.wrong || row.checkedBytes > 0);
            }
            QVERIFY(isGone(agent->rankPid));
        }
    }

    void run_problems_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *behaviour, const char *problem) {
            QTest::newRow(behaviour) << QByteArray(behaviour) << QString::fromLatin1(problem);
        };
        row("nccl-old", "nccl.library-old");
        row("nccl-out-of-memory", "nccl.out-of-memory");
        row("nccl-peer-lost", "nccl.peer-lost");
        row("nccl-crash", "nccl.rank-killed");
        row("nccl-hang-init", "nccl.late-init");
        row("nccl-hang-collective", "nccl.late-warm-up");
        row("cuda-never-done", "nccl.late-warm-up");
        row("cuda-never-done nccl-hang-abort", "nccl.late-warm-up");
        row("cuda-hang-init", "nccl.late-find");
        row("cuda-no-device", "nccl.cuda-error");
        row("cuda-out-of-memory", "nccl.out-of-memory");
    }
    void run_problems()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QString, problem);
        const Libraries libraries(behaviour);
        QVERIFY(libraries.valid);
        auto request = smallRun(libraries);
        // Short only where the test wants to see it expire: a busy machine must not look like a hang.
        if (problem == u"nccl.late-find"_s)
            request.deadlines.find = 400;
        if (problem == u"nccl.late-init"_s)
            request.deadlines.init = 400;
        if (problem == u"nccl.late-warm-up"_s)
            request.deadlines.warmUp = 400;
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(request));
        QCOMPARE(QString::fromStdString(problemOf(agent.last())), problem);
        QVERIFY(isGone(agent.rankPid));
    }

    void run_aHangOnLeaving_isEnded_andTheResultStands()
    {
        const Libraries libraries("nccl-hang-abort");
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(smallRun(libraries)));
        QCOMPARE(problemOf(agent.last()), std::string("done"));
        QCOMPARE(agent.rows.size(), std::size_t(6));
        QVERIFY(isGone(agent.rankPid));
    }

    void run_aWrongResultIsCounted()
    {
        const Libraries libraries("nccl-wrong");
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(smallRun(libraries)));
        const auto line = agent.last();
        QCOMPARE(problemOf(line), std::string("done"));
        QCOMPARE(
            protocol::decode<protocol::NcclRunAnswer>(line->body)->wrong, std::int64_t(6)); // one in each of six rows
    }

    void run_aDamagedResultIsCounted()
    {
        const Libraries libraries("");
        auto request = smallRun(libraries);
        request.damageCheck = 3;
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(request));
        const auto line = agent.last();
        QCOMPARE(problemOf(line), std::string("done"));
        QCOMPARE(protocol::decode<protocol::NcclRunAnswer>(line->body)->wrong, std::int64_t(1));
        QCOMPARE(agent.rows[2].wrong.value_or(0), std::int64_t(1));
    }

    void run_missingAndBrokenLibraries()
    {
        const Libraries libraries("");
        const Libraries incomplete("", FAKE_NCCL_INCOMPLETE);
        QFile text(libraries.folder.filePath(u"libtext.so"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no library") > 0);
        text.close();
        const auto problem = [&](auto change) {
            auto request = smallRun(libraries);
            change(request);
            Agent agent;
            agent.send(protocol::verb::kNcclRun, protocol::encode(request));
            return problemOf(agent.last());
        };
        QCOMPARE(problem([](auto &request) { request.library = "/nowhere/libnccl.so.2"; }),
            std::string("nccl.library-missing"));
        QCOMPARE(
            problem([](auto &request) { request.cuda = "/nowhere/libcuda.so.1"; }), std::string("nccl.cuda-missing"));
        QCOMPARE(problem([&](auto &request) { request.library = libraries.path("libtext.so"); }),
            std::string("nccl.library-broken"));
        QCOMPARE(problem([&](auto &request) { request.library = incomplete.path("libnccl.so.2"); }),
            std::string("nccl.symbol-missing"));
        QCOMPARE(
            problem([](auto &request) { request.sha256 = std::string(64, '0'); }), std::string("nccl.library-differs"));
        QCOMPARE(problem([](auto &request) { request.device = 5; }), std::string("nccl.no-gpu"));
    }

    // Two buffers, and what making and comparing data needs beside them (agent/nccl/nccl.cpp): never more.
    void run_memoryStaysBelowWhatWasSaid()
    {
        constexpr qint64 kLargest = 64 << 20;
        constexpr qint64 kSaid = 2 * kLargest + (48 << 20);
        constexpr qint64 kPrograms = 24 << 20; // the agent and the rank themselves, and pages of files
        const Libraries libraries("");
        auto request = smallRun(libraries);
        request.collectives = {NcclCollective::Broadcast};
        request.minBytes = 1 << 20;
        request.maxBytes = kLargest;
        request.factor = 8;
        request.inPlace = true;
        request.memoryCap = kSaid;
        Agent agent;
        const MemoryPeak peak(agent.pid());
        agent.send(protocol::verb::kNcclRun, protocol::encode(request));
        qint64 high = 0;
        for (auto line = agent.until(protocol::event::kNcclRow); line; line = agent.until(protocol::event::kNcclRow)) {
            if (line->type != protocol::event::kNcclRow) {
                QVERIFY2(problemOf(line) == "done", problemOf(line).c_str());
                break;
            }
            high = std::max(high, highWater(agent.rankPid)); // 0 once it is gone
        }
        const qint64 most = peak.value().value_or(high);
        qInfo("%s: %lld MiB at most, %lld were said", peak.value() ? "control group" : "no control group here, VmHWM",
            static_cast<long long>(most >> 20), static_cast<long long>(kSaid >> 20));
        QVERIFY2(most >= 2 * kLargest, "the buffers were not even used");
        QVERIFY2(test::kSanitized || most <= kSaid + kPrograms, qPrintable(QString::number(most >> 20)));
        request.maxBytes *= 2;
        agent.send(protocol::verb::kNcclRun, protocol::encode(request));
        QCOMPARE(problemOf(agent.last()), std::string("nccl.memory-cap"));
        agent.endInput();
        QVERIFY(agent.finished());
    }

    void run_cancelled_nothingIsLeft()
    {
        const Libraries libraries("nccl-hang-init");
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(smallRun(libraries)));
        QVERIFY(agent.until(protocol::event::kNcclId).has_value());
        agent.stop();
        QCOMPARE(problemOf(agent.last()), std::string("nccl.cancelled"));
        QVERIFY(isGone(agent.rankPid));
    }

    void run_applicationGone_nothingIsLeft()
    {
        const Libraries libraries("nccl-hang-init");
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(smallRun(libraries)));
        QVERIFY(agent.until(protocol::event::kNcclId).has_value());
        agent.endInput();
        QVERIFY(agent.finished());
        QVERIFY(isGone(agent.rankPid));
    }

    void run_agentKilled_nothingIsLeft()
    {
        const Libraries libraries("nccl-hang-init");
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(smallRun(libraries)));
        QVERIFY(agent.until(protocol::event::kNcclId).has_value());
        ::kill(static_cast<pid_t>(agent.pid()), SIGKILL);
        QVERIFY(agent.finished());
        // The kernel kills the rank with its parent; a moment later it is a process of init, or nothing.
        QTRY_VERIFY_WITH_TIMEOUT(isGone(agent.rankPid) || isZombie(agent.rankPid), kPatience);
    }

    // Takes three seconds: so long a rank must be silent before the agent looks whether it was stopped.
    void run_rankStopped_isNamed()
    {
        const Libraries libraries("nccl-hang-init");
        Agent agent;
        agent.send(protocol::verb::kNcclRun, protocol::encode(smallRun(libraries)));
        QVERIFY(agent.until(protocol::event::kNcclId).has_value());
        ::kill(static_cast<pid_t>(agent.rankPid), SIGSTOP);
        QCOMPARE(problemOf(agent.last()), std::string("nccl.rank-stopped"));
        QVERIFY(isGone(agent.rankPid));
    }

private:
    static bool isZombie(std::int64_t pid)
    {
        QFile file(u"/proc/%1/stat"_s.arg(pid));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(") Z ");
    }
};

QTEST_GUILESS_MAIN(TestAgentNcclProgram)

#include "tst_agent_ncclprogram.moc"
