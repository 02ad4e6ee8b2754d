// SPDX-License-Identifier: GPL-3.0-or-later
// What virtual Sparks cost on this computer: time until all accept SSH, memory and CPU for each at rest and while their
// counters stream 20 times a second, how long it takes to sign in to many at once, and what the application itself
// needs to connect, inspect, map and stream a whole class. Prints figures and ratios; fails only when something does
// not work.
#include <QTest>

#include "agentuser.h"
#include "simulatorrun.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHertz = 20;
constexpr int kPatienceMs = 120'000;

// CPU of the simulator where it is said; it is less disturbed by what else runs on the machine than time is.
struct Cost {
    int sparks = 0;
    int users = 0;
    double upSeconds = 0, acceptSeconds = 0, startCpuMs = 0; // CPU for each Spark
    double restMib = 0, restCpu = 0;                         // CPU in percent of one core
    double inspectSeconds = 0, inspectCpuMs = 0;             // until all users have their inventory; CPU for each
    double streamMib = 0, streamCpu = 0;                     // CPU in percent of one core
    double samplesPerSecond = 0;                             // of each user
    double sampleCpuMs = 0;
    double delayMs = 0; // 99th percentile, from reading to arrival
};

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

// CPU in percent of one core over this time.
double cpuOver(const SimulatorRun &run, double seconds)
{
    const double before = run.cpuSeconds();
    const std::int64_t begin = nowNs();
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    return 100 * (run.cpuSeconds() - before) / (static_cast<double>(nowNs() - begin) / 1e9);
}

} // namespace

class BenchVirtual : public QObject {
    Q_OBJECT

public:
    static inline bool full = false;

private:
    Cost measure(int sparks, double seconds)
    {
        Cost cost{.sparks = sparks, .users = std::min(sparks, 64)};
        SimulatorRun run(sparks);
        cost.upSeconds = run.secondsUntilUp();
        cost.acceptSeconds = run.isUp() ? run.secondsUntilAllAccept() : 0;
        if (cost.acceptSeconds == 0)
            return cost;
        cost.startCpuMs = 1000 * run.cpuSeconds() / sparks;
        cost.restCpu = cpuOver(run, seconds);
        cost.restMib = run.anonymousMib();

        std::vector<AgentUser> users(static_cast<std::size_t>(cost.users));
        std::vector<std::thread> threads;
        std::atomic<bool> stream = false, counting = false, end = false;
        std::atomic<int> ready = 0;
        const std::int64_t begin = nowNs();
        const double cpuBefore = run.cpuSeconds();
        for (std::size_t i = 0; i < users.size(); ++i) {
            users[i].port = run.port(static_cast<int>(i));
            threads.emplace_back([&, i] { users[i].run(kHertz, stream, counting, end, ready); });
        }
        while (ready < cost.users)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        cost.inspectSeconds = static_cast<double>(nowNs() - begin) / 1e9;
        cost.inspectCpuMs = 1000 * (run.cpuSeconds() - cpuBefore) / cost.users;
        stream = true;
        stream.notify_all();
        std::this_thread::sleep_for(std::chrono::milliseconds(200)); // all have begun
        counting = true;
        const std::int64_t counted = nowNs();
        cost.streamCpu = cpuOver(run, seconds);
        counting = false;
        const double countedSeconds = static_cast<double>(nowNs() - counted) / 1e9;
        cost.streamMib = run.anonymousMib();
        end = true;
        for (std::thread &thread : threads)
            thread.join();
        std::vector<double> delays;
        std::uint64_t samples = 0;
        for (const AgentUser &user : users) {
            if (!user.inspected || !user.problem.empty())
                std::printf("seat on port %d: %s\n", user.port, user.problem.c_str());
            m_failed += !user.inspected || !user.problem.empty();
            samples += user.samples;
            delays.insert(delays.end(), user.delaysMs.begin(), user.delaysMs.end());
        }
        cost.samplesPerSecond = static_cast<double>(samples) / cost.users / countedSeconds;
        cost.sampleCpuMs =
            samples > 0 ? 10 * countedSeconds * (cost.streamCpu - cost.restCpu) / static_cast<double>(samples) : 0;
        cost.delayMs = percentile(std::move(delays), 0.99);
        return cost;
    }

    int m_failed = 0;

private Q_SLOTS:
    void costPerSpark()
    {
        std::vector<Cost> costs;
        for (const int sparks : full ? std::vector<int>{2, 8, 64, 256} : std::vector<int>{2, 8}) {
            costs.push_back(measure(sparks, full ? 5 : 0.5));
            QVERIFY2(costs.back().acceptSeconds > 0, "not every Spark accepted a connection");
            QCOMPARE(m_failed, 0);
        }
        std::printf("\nvirtual Sparks on %u cores, counters %d times a second; CPU of the simulator, in percent of "
                    "one core\n\n"
                    "               start                            rest                   sign in and inspect        "
                    "   counters\n"
                    "Sparks users | up       all accept  CPU each  | memory each  CPU     | all      CPU each          "
                    "| memory each"
                    "  CPU      got      CPU each  99 %% within\n",
            std::thread::hardware_concurrency(), kHertz);
        for (const Cost &c : costs)
            std::printf("%6d %5d | %6.2f s %6.2f s %7.1f ms | %6.2f MiB %6.2f %% | %6.2f s %7.1f ms        | %6.2f MiB "
                        "%7.2f %% %6.1f Hz "
                        "%7.2f ms %7.1f ms\n",
                c.sparks, c.users, c.upSeconds, c.acceptSeconds, c.startCpuMs, c.restMib / c.sparks, c.restCpu,
                c.inspectSeconds, c.inspectCpuMs, (c.streamMib - c.restMib) / c.users, c.streamCpu, c.samplesPerSecond,
                c.sampleCpuMs, c.delayMs);
        // The first Sparks carry what the program itself needs, so memory is told by what each further one takes.
        const Cost &small = costs[costs.size() > 2 ? 1 : 0];
        for (std::size_t i = 1; i < costs.size(); ++i) {
            const Cost &c = costs[i], &before = costs[i - 1];
            std::printf("%d Sparks: each further one %.2f MiB", c.sparks,
                (c.restMib - before.restMib) / (c.sparks - before.sparks));
            if (c.sparks > small.sparks)
                std::printf(
                    "; CPU for each, against %d Sparks: start x %.2f, sign in and inspect x %.2f, counters x %.2f",
                    small.sparks, c.startCpuMs / small.startCpuMs, c.inspectCpuMs / small.inspectCpuMs,
                    c.sampleCpuMs / small.sampleCpuMs);
            std::printf("\n");
        }
        std::fflush(stdout);
    }

    // sparkloomctl watch: signs in, inspects, finds the cables, and takes a stream from each Spark.
    void application()
    {
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s})
            environment.insert(name, home.path());
        QProcess watch;
        watch.setProcessEnvironment(environment);
        const int seconds = full ? 12 : 2;
        const std::int64_t begin = nowNs();
        watch.start(qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u"/sparkloomctl"_s,
            {u"--virtual"_s, full ? u"class-64"_s : u"pair-ready"_s, u"--yes"_s, u"--json"_s, u"watch"_s,
                u"--seconds"_s, QString::number(seconds)});
        QVERIFY(watch.waitForStarted());
        const auto next = [&watch] {
            while (!watch.canReadLine())
                if (!watch.waitForReadyRead(kPatienceMs))
                    return QJsonObject();
            return QJsonDocument::fromJson(watch.readLine()).object();
        };
        QVERIFY2(!next().isEmpty(), watch.readAllStandardError().constData());
        const double untilFirst = static_cast<double>(nowNs() - begin) / 1e9;
        QFile children(u"/proc/%1/task/%1/children"_s.arg(watch.processId()));
        QVERIFY(children.open(QIODevice::ReadOnly));
        const qint64 simulator = children.readAll().simplified().split(' ').first().toLongLong();
        std::this_thread::sleep_for(std::chrono::milliseconds(full ? 2000 : 250)); // until all streams run
        while (watch.canReadLine())
            watch.readLine();
        const QJsonObject first = next();
        const std::int64_t counted = nowNs();
        const double ours = cpuSecondsOf(watch.processId()), theirs = cpuSecondsOf(simulator);
        const double wanted = full ? 7 : 0.5;
        QJsonObject last = first;
        while (static_cast<double>(nowNs() - counted) / 1e9 < wanted && !last.isEmpty())
            last = next();
        const double passed = static_cast<double>(nowNs() - counted) / 1e9;
        const double ourCpu = cpuSecondsOf(watch.processId()) - ours, theirCpu = cpuSecondsOf(simulator) - theirs;
        // Documents may have waited in the pipe: their own clock says how far apart they are.
        const auto timeOf = [](const QJsonObject &document) {
            return QDateTime::fromString(document[u"time"_s].toString(), Qt::ISODateWithMs);
        };
        const double shown = static_cast<double>(timeOf(first).msecsTo(timeOf(last))) / 1000;
        QVERIFY(shown > 0);
        const QJsonArray before = first[u"sparks"_s].toArray(), after = last[u"sparks"_s].toArray();
        QVERIFY(!before.isEmpty());
        QCOMPARE(after.size(), before.size());
        std::vector<double> hertz;
        for (qsizetype i = 0; i < after.size(); ++i) {
            QVERIFY2(after[i][u"samples"_s].toInt() > 0, qPrintable(after[i][u"name"_s].toString()));
            hertz.push_back((after[i][u"samples"_s].toDouble() - before[i][u"samples"_s].toDouble()) / shown);
        }
        const auto sparks = static_cast<double>(after.size());
        double samples = 0;
        for (const double each : hertz)
            samples += each * passed;
        std::printf("\nsparkloomctl watch on %.0f: first figures after %.2f s; %.1f Hz from each (%.1f the slowest); "
                    "CPU in percent of one core: application %.1f (%.2f ms a sample), simulator %.1f (%.2f ms)\n",
            sparks, untilFirst, samples / sparks / passed, percentile(hertz, 0), 100 * ourCpu / passed,
            1000 * ourCpu / samples, 100 * theirCpu / passed, 1000 * theirCpu / samples);
        std::fflush(stdout);
        watch.waitForFinished(kPatienceMs);
        QVERIFY2(watch.exitCode() == 0, watch.readAllStandardError().right(800).constData());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    BenchVirtual::full = arguments.removeAll(QStringLiteral("--full")) > 0;
    BenchVirtual bench;
    return QTest::qExec(&bench, arguments);
}
#include "bench_virtual.moc"
