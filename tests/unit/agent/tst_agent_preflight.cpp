// SPDX-License-Identifier: GPL-3.0-or-later
// What runs on the fabric, and what packet filters say.
#include "agent/fabricsockets.h"
#include "agent/firewallrules.h"
#include "agent/jobs.h"
#include "base/text.h"
#include "harness.h"

#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sparkloom;
using namespace sparkloom::test;
using Kind = domain::FabricJob::Kind;

namespace {

std::vector<std::string> wordsOf(const char *line)
{
    std::vector<std::string> words;
    for (const std::string_view word : base::split(line, ' '))
        words.emplace_back(word);
    return words;
}

void run(FakeSystem &system, int pid, std::string line)
{
    std::replace(line.begin(), line.end(), ' ', '\0');
    system.files().put("/proc/" + std::to_string(pid) + "/cmdline", line + '\0', 0444);
}

protocol::PreflightAnswer look(FakeSystem &system, Mode mode = Mode::User)
{
    Harness harness(system, mode);
    return protocol::decode<protocol::PreflightAnswer>(harness.ask(protocol::verb::kPreflight).body).value();
}

} // namespace

class TestAgentPreflight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Command lines as NVIDIA's playbooks and the servers' own manuals give them.
    void programs_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind"); // -1: nothing to tell
        QTest::addColumn<QByteArray>("program");
        const auto row = [](const char *line, int kind, const char *program) {
            QTest::newRow(line) << QByteArray(line) << kind << QByteArray(program);
        };
        row("mpirun -np 2 -H 192.168.100.10:1,192.168.100.11:1 ./build/all_gather_perf -b 16G", 0, "mpirun");
        row("/home/nvidia/nccl-tests/build/all_gather_perf -b 16G -e 16G -f 2", 0, "all_gather_perf");
        row("all_reduce_perf_mpi -b 8", 0, "all_reduce_perf_mpi");
        row("/usr/bin/python3 -m torch.distributed.run --nnodes 2 train.py", 0, "torch.distributed.run");
        row("/opt/venv/bin/torchrun --nnodes 2 train.py", 0, "torchrun");
        row("ib_write_bw -d rocep1s0f0 --report_gbits 192.168.100.11", 1, "ib_write_bw");
        row("/usr/bin/python3 /usr/local/bin/vllm serve meta-llama/Llama-3.3-70B-Instruct", 2, "vllm");
        row("python3 -m vllm.entrypoints.openai.api_server --model m", 2, "vllm.entrypoints.openai.api_server");
        row("python3 -m sglang.launch_server --nnodes 2 --node-rank 0", 2, "sglang.launch_server");
        row("trtllm-serve nvidia/Qwen3-235B-A22B-FP4 --tp_size 2", 2, "trtllm-serve");
        row("VLLM::Worker_TP0", 2, "VLLM::Worker_TP0");
        row("ray::RayWorkerWrapper.execute_method", 2, "ray::RayWorkerWrapper.execute_method");
        row("/opt/ray/raylet --raylet_socket_name=x", 2, "raylet");
        row("./rpc-server -H 0.0.0.0 -p 50052", 2, "rpc-server");
        row("/usr/local/bin/ollama serve", 2, "ollama");
        row("vim all_gather_perf.cu", -1, "");
        row("grep vllm /var/log/syslog", -1, "");
        row("bash -c vllm", -1, "");
        row("/usr/bin/python3 backup.py vllm", -1, "");
        row("/usr/sbin/sshd -D", -1, "");
    }
    void programs()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QFETCH(QByteArray, program);
        const auto known = knownProgram(wordsOf(line.constData()));
        QCOMPARE(known.has_value(), kind >= 0);
        if (known) {
            QCOMPARE(static_cast<int>(known->kind), kind);
            QCOMPARE(QByteArray::fromStdString(known->program), program);
        }
    }

    void jobs_whoUsesTheFabric()
    {
        FakeSystem system;
        addHalves(system);
        system.network().give("enp1s0f0np0", "10.100.0.1/24");
        run(system, 101, "/usr/sbin/sshd -D");
        run(system, 102, "ollama serve");
        run(system, 103, "vllm serve m --data-parallel-address 10.100.0.1");
        run(system, 104, "all_gather_perf -b 8");
        run(system, 105, "my-own-trainer");
        system.files().putLink("/proc/105/fd/7", "/dev/infiniband/uverbs0");
        run(system, 106, "/usr/sbin/ibacm --systemd");
        system.files().putLink("/proc/106/fd/3", "/dev/infiniband/uverbs1");
        run(system, 107, "vllm serve m --data-parallel-address 10.100.0.11");
        system.files().put("/proc/108/cmdline", "", 0444); // a thread of the kernel
        const auto found = look(system).occupation;
        std::vector<std::pair<std::int64_t, bool>> seen;
        for (const domain::FabricJob &job : found.jobs)
            seen.emplace_back(job.pid, job.usesFabric);
        const std::vector<std::pair<std::int64_t, bool>> wanted = {
            {102, false}, {103, true}, {104, true}, {105, true}, {107, false}};
        QVERIFY(seen == wanted);
        QCOMPARE(found.jobs[3].program, std::string("my-own-trainer"));
        QVERIFY(found.jobs[3].kind == Kind::Other);
        QVERIFY(!found.sawEveryProcess && look(system, Mode::Root).occupation.sawEveryProcess);
    }

    // A server that names no address, but is spoken to over the fabric: IPv4, or IPv4 within IPv6 as Python has it.
    void jobs_whoIsConnectedOverTheFabric()
    {
        FakeSystem system;
        addHalves(system);
        system.network().give("enp1s0f0np0", "10.100.0.1/24");
        const std::string head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid\n";
        const std::string tail = " 00000000:00000000 00:00000000 00000000  1000        0 ";
        const std::string mapped = "0000000000000000FFFF0000";
        system.files().put("/proc/net/tcp",
            head + "   0: 0100640A:C383 0200640A:9C40 01" + tail + "4711 1 0 20 4 30 10 -1\n" // both ends on the fabric
                + "   1: 00000000:C383 00000000:0000 0A" + tail + "4712 1\n"                  // listens
                + "   2: 0100640A:C383 0100640A:9C42 01" + tail + "4713 1\n"                  // with itself
                + "   3: 0C01A8C0:C383 0D01A8C0:9C42 01" + tail + "4714 1\n"                  // over management
                + "   4: 0100640A:C383 0200640A:9C44 06" + tail + "4715 1\n",                 // ended
            0444);
        system.files().put("/proc/net/tcp6",
            head + "   0: " + mapped + "0100640A:1F40 " + mapped + "0300640A:9C40 01" + tail + "4716 1\n", 0444);
        for (int pid = 201; pid <= 206; ++pid) {
            run(system, pid, "rpc-server -H 0.0.0.0");
            system.files().putLink(
                "/proc/" + std::to_string(pid) + "/fd/5", "socket:[" + std::to_string(4711 + pid - 201) + "]");
        }
        run(system, 207, "/usr/sbin/sshd -D"); // what can reconnect is nobody's work
        system.files().putLink("/proc/207/fd/5", "socket:[4711]");
        std::vector<std::int64_t> busy;
        for (const domain::FabricJob &job : look(system).occupation.jobs)
            if (job.usesFabric)
                busy.push_back(job.pid);
        QVERIFY(busy == std::vector<std::int64_t>({201, 206}));
    }

    // As this kernel writes it.
    void sockets_areFoundInTheKernelsTable()
    {
        const auto at = [](std::uint32_t address) {
            sockaddr_in place{};
            place.sin_family = AF_INET;
            place.sin_addr.s_addr = htonl(address);
            return place;
        };
        const auto plain = [](sockaddr_in &place) { return reinterpret_cast<sockaddr *>(&place); };
        sockaddr_in serving = at(0x7f000001), calling = at(0x7f000002);
        socklen_t size = sizeof serving;
        const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto closed = qScopeGuard([=] { close(server), close(client); });
        QVERIFY(bind(server, plain(serving), size) == 0 && listen(server, 1) == 0
            && getsockname(server, plain(serving), &size) == 0);
        QVERIFY(bind(client, plain(calling), size) == 0 && ::connect(client, plain(serving), size) == 0);
        const auto inodeOf = [](int socket) {
            std::array<char, 64> target{};
            const std::string path = "/proc/self/fd/" + std::to_string(socket);
            return readlink(path.c_str(), target.data(), target.size() - 1) > 0 ? socketOfLink(target.data()) : 0;
        };
        QFile table(QStringLiteral("/proc/self/net/tcp"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const std::string text = table.readAll().toStdString();
        const std::array own = {domain::Ipv4Address{0x7f000002}};
        QVERIFY(inodeOf(client) > 0);
        QVERIFY(socketsInTable(text, own).contains(inodeOf(client)));
        QVERIFY(!socketsInTable(text, own).contains(inodeOf(server)));
        QCOMPARE(socketOfLink("socket:[]"), std::uint64_t(0));
        QCOMPARE(socketOfLink("pipe:[7]"), std::uint64_t(0));
    }

    void jobs_hostileNamesAndNumbersAreBounded()
    {
        FakeSystem system;
        for (int pid = 1; pid <= 200; ++pid)
            run(system, pid, "vllm serve");
        run(system, 500, "all_gather_perf\x1b[31m\xe2\x80\xae" + std::string(5000, 'x'));
        system.files().put("/proc/12345678901234567890/cmdline", "vllm", 0444);
        system.files().put("/proc/501/cmdline", std::string(200 * 1024, 'v'), 0444);
        const auto jobs = look(system).occupation.jobs;
        QCOMPARE(jobs.size(), std::size_t(64));
        QCOMPARE(jobs.back().pid, std::int64_t(500)); // what matters is not among those left out
        QVERIFY(jobs.back().program.size() <= 64 && jobs.back().program.find('\x1b') == std::string::npos);
    }

    void traffic_isARateOfTheLargerDirection()
    {
        FakeSystem system;
        addHalves(system);
        const std::string counters = "/sys/class/infiniband/rocep1s0f0/ports/1/counters/";
        system.files().put("/sys/class/infiniband/rocep1s0f0/ports/1/gid_attrs/ndevs/0", "enp1s0f0np0\n");
        system.files().put(counters + "port_xmit_data", "1000\n");
        system.files().put(counters + "port_rcv_data", "5000\n");
        Harness harness(system);
        const auto id = harness.send(protocol::verb::kPreflight);
        QCOMPARE(harness.terminal(id).type, std::string());
        // 125 MB sent (in words of four bytes) and less received within half a second: 2 Gb/s.
        system.files().put(counters + "port_xmit_data", std::to_string(1000 + 125'000'000 / 4) + '\n');
        system.files().put(counters + "port_rcv_data", "9000\n");
        system.loop().advance(std::chrono::milliseconds(500));
        const auto answer = protocol::decode<protocol::PreflightAnswer>(harness.terminal(id).body);
        QVERIFY(answer.ok() && answer->occupation.traffic.size() == 1);
        QCOMPARE(answer->occupation.traffic[0].gigabitsPerSecond, 2.0);
        QCOMPARE(answer->occupation.traffic[0].netdev, std::string("enp1s0f0np0"));
        QCOMPARE(answer->clockUtcMs, system.loop().utcMs());
    }

    void ufw_printsAndCommands()
    {
        QVERIFY(ufwIsActive("Status: active\n\nTo                         Action      From\n"));
        QVERIFY(!ufwIsActive("Status: inactive\n") && !ufwIsActive(""));
        const std::string added =
            "Added user rules (see 'ufw status' for running firewall):\n"
            "ufw allow 22/tcp\nufw allow in on enp1s0f0np0\nufw allow in on enP2p1s0f0np0 comment 'sparkloom'\n"
            "ufw allow in on enp1s0f1np1 to any port 22\nufw deny in on enP2p1s0f1np1\nufw allow in on ../x\n";
        QCOMPARE(ufwAllowedNetdevs(added), (std::vector<std::string>{"enP2p1s0f0np0", "enp1s0f0np0"}));
        QCOMPARE(ufwAllowedNetdevs("Added user rules:\n(None)\n").size(), std::size_t(0));
        QCOMPARE(ufwCommand("enp1s0f0np0", false), wordsOf("ufw --force delete allow in on enp1s0f0np0"));
        QCOMPARE(chainPolicy("-P FORWARD DROP\n-A FORWARD -j DOCKER-USER\n"), std::string("DROP"));
        QCOMPARE(chainPolicy("iptables: No chain/target/match by that name.\n"), std::string());
    }

    void readConfig_tellsTheFirewall()
    {
        FakeSystem system;
        system.firewall().now = {true, {"enp1s0f0np0"}, true, "DROP"};
        Harness harness(system, Mode::Root);
        const auto answer = protocol::decode<protocol::ReadConfigAnswer>(harness.ask(protocol::verb::kReadConfig).body);
        QVERIFY(answer.ok() && answer->firewall == system.firewall().now);
    }
};

QTEST_GUILESS_MAIN(TestAgentPreflight)
#include "tst_agent_preflight.moc"
