// SPDX-License-Identifier: Apache-2.0
#include "agent/jobs.h"

#include "agent/fabricsockets.h"
#include "agent/smallfiles.h"
#include "base/text.h"
#include "domain/plan/netplanscan.h"

#include <algorithm>
#include <array>

namespace sparkloom::agent {

namespace {

using Kind = domain::FabricJob::Kind;

constexpr std::size_t kMaxProcesses = 32768;
constexpr std::size_t kMaxCommandLine = 128 * 1024;
constexpr std::size_t kMaxFiles = 1024; // open files looked at, per process
constexpr std::size_t kMaxJobs = 64;

// A program by the name of its file, of a Python module (-m), or of its process title ("VLLM::Worker"). '*' at the end
// stands for anything.
struct Mark {
    std::string_view name;
    Kind kind;
};
constexpr std::array kMarks = {Mark{"all_reduce_perf*", Kind::Nccl}, Mark{"all_gather_perf*", Kind::Nccl},
    Mark{"alltoall_perf*", Kind::Nccl}, Mark{"broadcast_perf*", Kind::Nccl}, Mark{"gather_perf*", Kind::Nccl},
    Mark{"hypercube_perf*", Kind::Nccl}, Mark{"reduce_perf*", Kind::Nccl}, Mark{"reduce_scatter_perf*", Kind::Nccl},
    Mark{"scatter_perf*", Kind::Nccl}, Mark{"sendrecv_perf*", Kind::Nccl}, Mark{"mpirun*", Kind::Nccl},
    Mark{"mpiexec*", Kind::Nccl}, Mark{"orterun", Kind::Nccl}, Mark{"prterun", Kind::Nccl},
    Mark{"torchrun", Kind::Nccl}, Mark{"torch.distributed.*", Kind::Nccl}, Mark{"deepspeed", Kind::Nccl},
    Mark{"ib_write_*", Kind::RdmaTest}, Mark{"ib_read_*", Kind::RdmaTest}, Mark{"ib_send_*", Kind::RdmaTest},
    Mark{"ib_atomic_*", Kind::RdmaTest}, Mark{"raw_ethernet_*", Kind::RdmaTest}, Mark{"vllm", Kind::ModelServer},
    Mark{"vllm.*", Kind::ModelServer}, Mark{"VLLM::*", Kind::ModelServer}, Mark{"sglang", Kind::ModelServer},
    Mark{"sglang.*", Kind::ModelServer}, Mark{"sglang::*", Kind::ModelServer}, Mark{"trtllm-*", Kind::ModelServer},
    Mark{"tensorrt_llm.*", Kind::ModelServer}, Mark{"tritonserver", Kind::ModelServer},
    Mark{"llama-server", Kind::ModelServer}, Mark{"rpc-server", Kind::ModelServer}, Mark{"ollama", Kind::ModelServer},
    Mark{"lmdeploy", Kind::ModelServer}, Mark{"text-generation-launcher", Kind::ModelServer},
    Mark{"raylet", Kind::ModelServer}, Mark{"ray", Kind::ModelServer}, Mark{"ray::*", Kind::ModelServer}};

// Programs that hold an RDMA device open without moving anything over it.
constexpr std::array<std::string_view, 4> kHarmless = {"ibacm", "opensm", "srp_daemon", "rdma-ndd"};

const Mark *markOf(std::string_view name)
{
    for (const Mark &mark : kMarks)
        if (mark.name.ends_with('*') ? name.starts_with(mark.name.substr(0, mark.name.size() - 1)) : name == mark.name)
            return &mark;
    return nullptr;
}

// What starts another program that stands among its arguments.
bool isInterpreter(std::string_view name)
{
    return name.starts_with("python") || name == "uv" || name == "env" || name == "numactl";
}

std::vector<std::string> wordsOf(std::string_view commandLine)
{
    std::vector<std::string> words;
    for (const std::string_view word : base::split(commandLine, '\0'))
        if (!word.empty())
            words.emplace_back(word);
    return words;
}

class ProcessTable {
public:
    ProcessTable(System &system, const std::vector<std::string> &addresses)
        : m_files(system.files()), m_self(system.identity().pid), m_addresses(addresses)
    {
        std::vector<domain::Ipv4Address> own;
        for (const std::string &address : addresses)
            if (const auto parsed = domain::Ipv4Address::parse(address))
                own.push_back(*parsed);
        m_sockets = fabricSockets(m_files, own);
    }

    std::vector<domain::FabricJob> read() const
    {
        std::vector<domain::FabricJob> jobs;
        for (const std::string &name : listNames(m_files, "/proc", kMaxProcesses)) {
            const auto pid = base::parseInteger(name, 1, 1LL << 32);
            if (pid && *pid != m_self)
                if (auto job = jobOf(*pid))
                    jobs.push_back(std::move(*job));
        }
        std::sort(jobs.begin(), jobs.end(), [](const auto &a, const auto &b) { return a.pid < b.pid; });
        // Those that matter come first when there are too many.
        std::stable_partition(jobs.begin(), jobs.end(), [](const auto &job) { return job.usesFabric; });
        jobs.resize(std::min(jobs.size(), kMaxJobs));
        std::sort(jobs.begin(), jobs.end(), [](const auto &a, const auto &b) { return a.pid < b.pid; });
        return jobs;
    }

private:
    std::optional<domain::FabricJob> jobOf(long long pid) const
    {
        const std::string folder = "/proc/" + std::to_string(pid);
        const auto text = m_files.read(folder + "/cmdline", kMaxCommandLine);
        const auto words = wordsOf(text ? *text : std::string());
        if (words.empty())
            return std::nullopt; // a thread of the kernel, or gone already
        const auto known = knownProgram(words);
        const std::string own = baseName(words[0]);
        const Held held = heldBy(folder);
        const bool holds = std::find(kHarmless.begin(), kHarmless.end(), own) == kHarmless.end() && held.device;
        if (!known && !holds)
            return std::nullopt;
        domain::FabricJob job;
        job.pid = pid;
        job.kind = known ? known->kind : Kind::Other;
        job.program = base::cleanText(known ? known->program : own, 64);
        job.usesFabric =
            holds || held.connection || job.kind == Kind::Nccl || job.kind == Kind::RdmaTest || namesAddress(*text);
        return job;
    }

    // RDMA is worked through /dev/infiniband/uverbsN; a model server may also be spoken to over TCP.
    struct Held {
        bool device = false;
        bool connection = false; // with another machine, over the fabric
    };
    // Only root may look at the open files of others.
    Held heldBy(const std::string &folder) const
    {
        Held held;
        const auto names = m_files.list(folder + "/fd");
        for (std::size_t i = 0; names && i < names->size() && i < kMaxFiles; ++i) {
            const auto target = m_files.readLink(folder + "/fd/" + (*names)[i]);
            held.device |= target && target->starts_with("/dev/infiniband/uverbs");
            held.connection |= target && m_sockets.contains(socketOfLink(*target));
        }
        return held;
    }

    bool namesAddress(const std::string &commandLine) const
    {
        return std::any_of(m_addresses.begin(), m_addresses.end(),
            [&](const std::string &address) { return domain::mentionsWord(commandLine, address); });
    }

    Files &m_files;
    std::int64_t m_self;
    const std::vector<std::string> &m_addresses;
    std::set<std::uint64_t> m_sockets; // connections over the fabric
};

} // namespace

std::optional<KnownProgram> knownProgram(const std::vector<std::string> &words)
{
    // A title that was set by the program itself is one word, blanks and all.
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string name = baseName(words[i]);
        if (i == 0)
            name = name.substr(0, name.find(' '));
        if (const Mark *mark = markOf(name))
            return KnownProgram{mark->kind, name};
        // Behind an interpreter come its options, then a module or a script; a script's own arguments say nothing.
        const bool isOption = words[i].starts_with('-') || words[i].find('=') != std::string::npos;
        if (!isInterpreter(name) && !isOption)
            return std::nullopt;
    }
    return std::nullopt;
}

std::vector<domain::FabricJob> fabricJobs(System &system, const std::vector<std::string> &fabricAddresses)
{
    return ProcessTable(system, fabricAddresses).read();
}

} // namespace sparkloom::agent
