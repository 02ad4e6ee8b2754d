// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the SSH channels of a virtual Spark, without SSH: commands, sudo, keys, ssh between Sparks; and
// how its server ends.
#include "virtualhands.h"

#include "agent/clusterkey.h"
#include "agent/privatekey.h"
#include "agent/sshcheck.h"
#include "base/sha256.h"
#include "protocol/commandlines.h"
#include "sim/ssh/command.h"
#include "sim/ssh/keys.h"
#include "sim/ssh/server.h"
#include "sim/system/access.h"
#include "sim/system/opensshclient.h"

#include <arpa/inet.h>
#include <atomic>
#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

std::atomic<int> threadsThatServed{0}, threadsGone{0};

} // namespace

// Takes the place of libssh's: a thread that serves keeps something then, as OpenSSL does, which goes after its last
// words.
extern "C" int ssh_handle_key_exchange(ssh_session_struct *session)
{
    struct Kept {
        Kept() { ++threadsThatServed; }
        ~Kept()
        {
            for (int i = 0; i < 100; ++i)
                std::this_thread::yield();
            ++threadsGone;
        }
    };
    static thread_local const Kept kept;
    using Function = int (*)(ssh_session_struct *);
    static const auto libssh = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "ssh_handle_key_exchange"));
    return libssh(session);
}

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;

namespace {

const std::string kAgentBytes = "not really an agent";
const std::string kNonce(32, 'c');
const std::string kPrompt(32, 'd');

struct Run {
    std::string out, err;
    std::optional<int> code;
};

// Command channels of one virtual Spark.
struct Desk {
    explicit Desk(sim::SudoPolicy sudo = sim::SudoPolicy::Password) : plain("pair")
    {
        sim::Scenario scenario = plain.world->scenario();
        scenario.hosts[0].sudo = sudo;
        world = std::make_unique<sim::World>(
            plain.loop, scenario, sim::WorldOptions{}, std::vector<std::string>{"ssh-ed25519 A", "ssh-ed25519 B"});
        table = std::make_unique<sim::CommandTable>(*world);
    }
    std::shared_ptr<Run> start(const std::string &line)
    {
        auto run = std::make_shared<Run>();
        table->start(++last, 0, line,
            {[run](std::string text) { run->out += text; }, [run](std::string text) { run->err += text; },
                [run](int code) { run->code = code; }});
        pass();
        return run;
    }
    std::shared_ptr<Run> start(const protocol::CommandLine &command) { return start(protocol::render(command)); }
    void input(std::string_view text)
    {
        table->input(last, text);
        pass();
    }
    void upload()
    {
        const auto run = start(protocol::UploadCommand{hash});
        input(kAgentBytes);
        table->inputEnded(last);
        pass();
        QCOMPARE(run->out, "STORED " + hash + '\n');
        QCOMPARE(run->code.value_or(-1), 0);
    }
    std::shared_ptr<Run> privileged(bool withPassword)
    {
        return start(protocol::PrivilegedCommand{hash, kNonce, withPassword ? std::optional(kPrompt) : std::nullopt});
    }
    void pass() { plain.loop.pass(milliseconds(20)); }

    VirtualWorld plain;
    std::unique_ptr<sim::World> world;
    std::unique_ptr<sim::CommandTable> table;
    std::uint64_t last = 0;
    const std::string hash = base::sha256Hex(kAgentBytes);
};

// Connects, hears the greeting, which comes from the thread that serves it, and says nothing.
class SilentClient {
public:
    explicit SilentClient(int port) : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        char byte = 0;
        greeted = connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && read(m_socket, &byte, 1) == 1;
    }
    ~SilentClient() { close(m_socket); }
    SilentClient(const SilentClient &) = delete;
    SilentClient &operator=(const SilentClient &) = delete;

    bool greeted = false;

private:
    const int m_socket;
};

} // namespace

class TestSshInside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anythingElse_is127_data()
    {
        QTest::addColumn<std::string>("line");
        QTest::newRow("ls") << std::string("ls");
        QTest::newRow("empty") << std::string();
        QTest::newRow("probe and more") << protocol::render(protocol::ProbeCommand{kNonce}) + "; id";
        QTest::newRow("upload with a blank") << protocol::render(protocol::UploadCommand{base::sha256Hex("x")}) + ' ';
        QTest::newRow("sh") << std::string("exec /bin/sh -c 'reboot'");
    }
    void anythingElse_is127()
    {
        QFETCH(std::string, line);
        Desk desk;
        const auto run = desk.start(line);
        QCOMPARE(run->code.value_or(-1), 127);
        QVERIFY(run->out.empty());
        QCOMPARE(desk.table->size(), std::size_t(0));
    }

    void probe_namesTheSpark()
    {
        Desk desk;
        const auto run = desk.start(protocol::ProbeCommand{kNonce});
        QCOMPARE(run->out, "SPARKLOOM-PROBE " + kNonce + "\naarch64\nnvidia\n1000\n/home/nvidia\n");
        QCOMPARE(run->code.value_or(-1), 0);
    }

    void upload_checksTheHash()
    {
        Desk desk;
        const auto run = desk.start(protocol::UploadCommand{base::sha256Hex("something else")});
        desk.input(kAgentBytes);
        desk.table->inputEnded(desk.last);
        desk.pass();
        QCOMPARE(run->code.value_or(-1), 3);
        QVERIFY(run->out.empty());
        desk.upload();
        const auto stored = desk.world->spark(0).files.info(
            sim::kRoot, "/home/nvidia/.cache/sparkloom/agent-" + desk.hash.substr(0, 16) + "/sparkloom-agent");
        QCOMPARE(stored.mode, 0700u);
        QCOMPARE(stored.uid, 1000u);
        QCOMPARE(desk.start(protocol::RemoveAgentCommand{})->code.value_or(-1), 0);
        QCOMPARE(desk.start(protocol::ServeCommand{desk.hash})->code.value_or(-1), 3);
    }

    void serve_startsTheAgentAndEndsWithItsInput()
    {
        Desk desk;
        QCOMPARE(desk.start(protocol::ServeCommand{desk.hash})->code.value_or(-1), 3);
        desk.upload();
        const auto run = desk.start(protocol::ServeCommand{desk.hash});
        QVERIFY(QString::fromStdString(run->out).contains(u"hello"));
        QVERIFY(!run->code);
        desk.table->inputEnded(desk.last);
        desk.pass();
        QCOMPARE(run->code.value_or(-1), 0);
        QCOMPARE(desk.table->size(), std::size_t(0));
    }

    void hangUp_endsTheAgentToo()
    {
        Desk desk;
        desk.upload();
        const auto run = desk.start(protocol::ServeCommand{desk.hash});
        desk.table->hangUp(desk.last);
        desk.pass();
        QCOMPARE(desk.table->size(), std::size_t(0));
    }

    void sudo_asksWithItsNonce()
    {
        Desk desk;
        desk.upload();
        QCOMPARE(desk.start(protocol::SudoCheckCommand{})->code.value_or(-1), 1);
        QCOMPARE(desk.privileged(false)->code.value_or(-1), 1);
        const auto run = desk.privileged(true);
        QCOMPARE(run->err, kPrompt);
        QVERIFY(run->out.empty());
        desk.input("spark\n");
        QVERIFY(run->out.starts_with("OK-" + kNonce + "\n{"));
        QVERIFY(run->out.find("\"root\"") != std::string::npos);
        const auto copy = desk.world->spark(0).files.info(sim::kRoot, protocol::rootAgentPath(desk.hash));
        QCOMPARE(copy.mode, 0755u);
        QCOMPARE(copy.uid, 0u);
        // Neither the password nor the nonce lies anywhere.
        QCOMPARE(run->err, kPrompt);
    }

    void sudo_asksAgainAfterAWrongPassword()
    {
        Desk desk;
        desk.upload();
        const auto run = desk.privileged(true);
        desk.input("wrong\n");
        QCOMPARE(run->err, kPrompt + "Sorry, try again.\n" + kPrompt);
        QVERIFY(!run->code && run->out.empty());
        desk.input("wrong\nwrong\n");
        QCOMPARE(run->code.value_or(-1), 1);
        QVERIFY(run->out.empty());
    }

    void sudo_withoutPasswordAtTheEndOfInput()
    {
        Desk desk;
        desk.upload();
        const auto run = desk.privileged(true);
        desk.table->inputEnded(desk.last);
        desk.pass();
        QCOMPARE(run->code.value_or(-1), 1);
    }

    void sudo_policies()
    {
        Desk free(sim::SudoPolicy::Passwordless);
        free.upload();
        QCOMPARE(free.start(protocol::SudoCheckCommand{})->code.value_or(-1), 0);
        QVERIFY(free.privileged(false)->out.starts_with("OK-"));
        QVERIFY(free.privileged(true)->err.empty()); // the classic leak: sudo -S that does not ask
        Desk cached(sim::SudoPolicy::Cached);
        cached.upload();
        QCOMPARE(cached.start(protocol::SudoCheckCommand{})->code.value_or(-1), 0);
        QVERIFY(cached.privileged(false)->out.starts_with("OK-"));
        QCOMPARE(cached.privileged(true)->err, kPrompt); // -k asks in any case
        Desk lecture(sim::SudoPolicy::Lecture);
        lecture.upload();
        QVERIFY(lecture.privileged(true)->err.size() > kPrompt.size() + 100);
        QCOMPARE(lecture.privileged(true)->err, kPrompt);
        Desk none(sim::SudoPolicy::NotAllowed);
        none.upload();
        const auto run = none.privileged(true);
        none.input("spark\n");
        QCOMPARE(run->code.value_or(-1), 1);
        QVERIFY(run->err.ends_with("nvidia is not in the sudoers file.\n"));
        QVERIFY(run->out.empty());
    }

    void authorizedKeys_lines_data()
    {
        QTest::addColumn<std::string>("line");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("plain") << std::string("ssh-ed25519 KEY me@home") << true;
        QTest::newRow("comment") << std::string("# ssh-ed25519 KEY") << false;
        QTest::newRow("other key") << std::string("ssh-ed25519 OTHER") << false;
        QTest::newRow("from fits") << std::string("from=\"10.0.0.0/24,192.168.77.1\",no-pty ssh-ed25519 KEY x") << true;
        QTest::newRow("from differs") << std::string("no-pty,from=\"10.0.0.0/24\" ssh-ed25519 KEY x") << false;
        QTest::newRow("prefix") << std::string("from=\"192.168.76.0/22\" ssh-ed25519 KEY") << true;
        QTest::newRow("blank in an option") << std::string("command=\"a b\",from=\"*\" ssh-ed25519 KEY") << true;
        QTest::newRow("key in the comment") << std::string("ssh-ed25519 OTHER KEY") << false;
    }
    void authorizedKeys_lines()
    {
        QFETCH(std::string, line);
        QTEST(sim::lineAccepts(line, "KEY", ip("192.168.77.1")), "accepted");
    }

    void strictModes_ignoreAnUnsafeFile()
    {
        VirtualWorld v("pair");
        sim::Spark &spark = v.spark(0);
        const auto accepted = [&] { return sim::keyAccepted(spark, "nvidia", "KEY", ip("192.168.77.1")); };
        QVERIFY(!accepted());
        spark.files.putFolder("/home/nvidia/.ssh", 0700, spark.user);
        spark.files.putFile("/home/nvidia/.ssh/authorized_keys", "ssh-ed25519 KEY\n", 0600, spark.user);
        QVERIFY(accepted());
        QVERIFY(!sim::keyAccepted(spark, "root", "KEY", ip("192.168.77.1")));
        spark.files.putFolder("/home/nvidia/.ssh", 0770, spark.user);
        QVERIFY(!accepted());
        spark.files.putFolder("/home/nvidia/.ssh", 0700, spark.user);
        spark.files.putFile("/home/nvidia/.ssh/authorized_keys", "ssh-ed25519 KEY\n", 0600, {1001, 1001});
        QVERIFY(!accepted());
    }

    void sshBetweenSparks_checksEveryFile()
    {
        VirtualWorld v("pair");
        sim::Spark &a = v.spark(0), &b = v.spark(1);
        for (sim::Spark *spark : {&a, &b})
            spark->files.putFolder("/home/nvidia/.ssh", 0700, spark->user);
        const std::string keyFile = "/home/nvidia/.ssh/sparkloom_cluster";
        QCOMPARE(sim::runKeygen(a, a.user, agent::keygenCommand("spark-a", keyFile)).exitCode, 0);
        QCOMPARE(a.files.info(sim::kRoot, keyFile).mode, 0600u);
        const std::string publicText = **a.files.read(a.user, keyFile + ".pub", 1000);
        QVERIFY(publicText.starts_with("ssh-ed25519 AAAA") && publicText.ends_with(" sparkloom@spark-a\n"));
        QCOMPARE(agent::publicHalfOf(**a.files.read(a.user, keyFile, 4096)).value_or("") + " sparkloom@spark-a\n",
            publicText);

        const auto check = [&](const std::string &name) {
            protocol::SshCheckRequest request;
            request.user = "nvidia";
            request.name = name;
            return sim::runOpenSshClient(*v.world, a, *agent::sshCheckCommand(request));
        };
        const std::string address = b.managementAddress.toString();
        QVERIFY(check(address).errors.find("Host key verification failed") != std::string::npos);
        a.files.putFile("/home/nvidia/.ssh/known_hosts", "spark-b," + address + ' ' + b.hostKey + '\n', 0600, a.user);
        QVERIFY(check(address).errors.find("Permission denied") != std::string::npos);
        a.files.putFile("/home/nvidia/.ssh/config", "Include ~/.ssh/ours\n", 0600, a.user);
        a.files.putFile("/home/nvidia/.ssh/ours",
            "Host spark-b\n    HostName " + address + "\nHost spark-b " + address
                + "\n    IdentityFile ~/.ssh/sparkloom_cluster\n",
            0600, a.user);
        QVERIFY(check(address).errors.find("Permission denied") != std::string::npos);
        b.files.putFile("/home/nvidia/.ssh/authorized_keys",
            "from=\"" + a.managementAddress.toString() + "\" " + publicText, 0600, b.user);
        QCOMPARE(check(address).exitCode, 0);
        QCOMPARE(check(address).output, std::string("spark-b\n"));
        QCOMPARE(check("spark-b").output, std::string("spark-b\n"));
        QCOMPARE(check("spark-z").exitCode, 255);
        QCOMPARE(check("10.100.0.2").exitCode, 255);
        b.files.putFile("/home/nvidia/.ssh/authorized_keys", "from=\"10.9.9.9\" " + publicText, 0600, b.user);
        QCOMPARE(check(address).exitCode, 255);
        a.files.putFile("/home/nvidia/.ssh/known_hosts", address + " ssh-ed25519 AAAAother\n", 0600, a.user);
        QVERIFY(check(address).errors.find("CHANGED") != std::string::npos);
    }

    void server_endsWithItsThreads_whileNobodyHasSignedInYet()
    {
        constexpr int kClients = 8;
        Desk desk;
        sim::EventLoop loop;
        std::vector<sim::KeyPointer> keys;
        for (int i = 0; i < 2; ++i)
            keys.push_back(sim::generateKey());
        sim::SshServer server({loop, *desk.world, *desk.table}, std::move(keys));
        QVERIFY(server.start().ok());
        std::vector<std::unique_ptr<SilentClient>> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(std::make_unique<SilentClient>(server.port(i % 2)));
            QVERIFY(clients.back()->greeted);
        }
        QVERIFY2(server.stop(), "it waited for a silent client");
        QCOMPARE(threadsThatServed.load(), kClients);
        QCOMPARE(threadsGone.load(), kClients);
    }

    void otherCalls_areNotSimulated()
    {
        VirtualWorld v("pair");
        QCOMPARE(sim::runOpenSshClient(*v.world, v.spark(0), {"ssh", "spark-b", "reboot"}).exitCode, 127);
        QCOMPARE(sim::runKeygen(v.spark(0), v.spark(0).user, {"ssh-keygen", "-R", "x"}).exitCode, 127);
    }
};

QTEST_GUILESS_MAIN(TestSshInside)
#include "tst_sim_sshinside.moc"
