// SPDX-License-Identifier: GPL-3.0-or-later
// A libnccl for tests: the collectives over a shared file, for ranks on one machine. FAKE_INCOMPLETE leaves a function
// out.
#include "behaviour.h"

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sched.h>
#include <sys/mman.h>
#include <vector>

using namespace sparkloom::test;

namespace {

constexpr int kSuccess = 0;
constexpr int kCudaError = 1;
constexpr int kRemoteError = 6;
constexpr std::size_t kSlot = 1 << 20; // bytes of a rank's part of the shared file
constexpr int kMostRanks = 8;

const void *here()
{
    return reinterpret_cast<const void *>(&here);
}

struct Shared {
    std::atomic<int> arrived;
    std::atomic<int> generation;
    char slots[kMostRanks][kSlot];
};

struct Id {
    char bytes[128];
};

struct Part {
    const char *input;
    char *output;
    std::size_t bytes;
    int peer;
};

} // namespace

struct FakeComm {
    int rank = 0;
    int ranks = 1;
    Shared *shared = nullptr;

    void barrier() const
    {
        const int before = shared->generation;
        if (++shared->arrived == ranks) {
            shared->arrived = 0;
            ++shared->generation;
            return;
        }
        while (shared->generation == before)
            sched_yield();
    }

    // Shows everybody what this rank gives, and takes from all what read wants.
    template <typename Read>
    int exchange(const void *input, std::size_t bytes, Read read) const
    {
        if (bytes > kSlot)
            std::abort();
        if (behaves(here(), "nccl-hang-collective"))
            hang();
        if (behaves(here(), "nccl-crash"))
            std::abort();
        if (behaves(here(), "nccl-peer-lost"))
            return kRemoteError;
        std::memcpy(shared->slots[rank], input, bytes);
        barrier();
        read();
        barrier();
        return kSuccess;
    }

    void sum(float *output, std::size_t from, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; ++i) {
            output[i] = 0;
            for (int peer = 0; peer < ranks; ++peer) {
                float value = 0;
                std::memcpy(&value, shared->slots[peer] + 4 * (from + i), 4);
                output[i] += value;
            }
        }
        if (behaves(here(), "nccl-wrong") && count > 1)
            output[count / 2] += 1;
    }
};

namespace {

std::vector<Part> sends, receives;
FakeComm *grouped = nullptr;

} // namespace

extern "C" {

int ncclGetVersion(int *version)
{
    *version = behaves(here(), "nccl-old") ? 21100 : 22809;
    return kSuccess;
}
const char *ncclGetErrorString(int result)
{
    return result == kRemoteError ? "remote process exited or there was a network error" : "fake error";
}
const char *ncclGetLastError(FakeComm *)
{
    return "the last words of the fake";
}

int ncclGetUniqueId(Id *id)
{
    std::random_device random;
    for (char &byte : id->bytes)
        byte = static_cast<char>(random());
    return kSuccess;
}

int ncclCommInitRankConfig(FakeComm **comm, int ranks, Id id, int rank, const void *)
{
    std::fputs("fake:1:1 [0] NCCL INFO NET/IB : Using [0]rocep1s0f1:1/RoCE [1]roceP2p1s0f1:1/RoCE [RO]; OOB "
               "enP7s7:192.168.1.40<0>\n"
               "fake:1:1 [0] NCCL INFO Using network IB\n"
               "fake:1:1 [0] NCCL INFO Channel 00/0 : 0[0] -> 1[0] [send] via NET/IB/0\n",
        stderr);
    if (behaves(here(), "nccl-hang-init"))
        hang();
    char name[33] = "";
    for (int i = 0; i < 16; ++i)
        std::snprintf(name + 2 * i, 3, "%02x", static_cast<unsigned>(static_cast<unsigned char>(id.bytes[i])));
    const std::string path = folderOf(here()) + "/world-" + name;
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, sizeof(Shared)) != 0)
        return kCudaError;
    void *memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    *comm = new FakeComm{rank, ranks, static_cast<Shared *>(memory)};
    (*comm)->barrier();
    return kSuccess;
}
int ncclCommGetAsyncError(FakeComm *, int *result)
{
    return *result = kSuccess;
}
int ncclCommAbort(FakeComm *)
{
    if (behaves(here(), "nccl-hang-abort"))
        hang();
    return kSuccess;
}
int ncclCommDestroy(FakeComm *)
{
    if (behaves(here(), "nccl-hang-abort"))
        hang();
    return kSuccess;
}
int ncclMemAlloc(void **address, std::size_t bytes)
{
    if (behaves(here(), "nccl-out-of-memory"))
        return kCudaError;
    *address = std::calloc(1, bytes);
    return kSuccess;
}

int ncclAllReduce(const void *input, void *output, std::size_t count, int, int, FakeComm *comm, void *)
{
    return comm->exchange(input, 4 * count, [=] { comm->sum(static_cast<float *>(output), 0, count); });
}
int ncclReduceScatter(const void *input, void *output, std::size_t count, int, int, FakeComm *comm, void *)
{
    return comm->exchange(input, 4 * count * static_cast<std::size_t>(comm->ranks),
        [=] { comm->sum(static_cast<float *>(output), count * static_cast<std::size_t>(comm->rank), count); });
}
int ncclAllGather(const void *input, void *output, std::size_t count, int, FakeComm *comm, void *)
{
    return comm->exchange(input, 4 * count, [=] {
        for (int peer = 0; peer < comm->ranks; ++peer)
            std::memcpy(static_cast<char *>(output) + 4 * count * static_cast<std::size_t>(peer),
                comm->shared->slots[peer], 4 * count);
    });
}
#ifndef FAKE_INCOMPLETE
int ncclBroadcast(const void *input, void *output, std::size_t count, int, int root, FakeComm *comm, void *)
{
    if (comm->ranks == 1) // nobody to meet, and no bound on the size
        return std::memmove(output, input, 4 * count), kSuccess;
    return comm->exchange(input, 4 * count, [=] { std::memcpy(output, comm->shared->slots[root], 4 * count); });
}
#endif

int ncclGroupStart()
{
    return kSuccess;
}
int ncclSend(const void *input, std::size_t count, int, int peer, FakeComm *comm, void *)
{
    grouped = comm;
    sends.push_back({static_cast<const char *>(input), nullptr, 4 * count, peer});
    return kSuccess;
}
int ncclRecv(void *output, std::size_t count, int, int peer, FakeComm *comm, void *)
{
    grouped = comm;
    receives.push_back({nullptr, static_cast<char *>(output), 4 * count, peer});
    return kSuccess;
}
int ncclGroupEnd()
{
    if (!grouped || sends.empty())
        return kSuccess;
    const std::size_t bytes = sends[0].bytes;
    std::vector<char> all(bytes * static_cast<std::size_t>(grouped->ranks));
    for (const Part &part : sends)
        std::memcpy(all.data() + bytes * static_cast<std::size_t>(part.peer), part.input, bytes);
    const FakeComm *comm = grouped;
    const int result = comm->exchange(all.data(), all.size(), [comm, bytes] {
        for (const Part &part : receives)
            std::memcpy(
                part.output, comm->shared->slots[part.peer] + bytes * static_cast<std::size_t>(comm->rank), bytes);
    });
    sends.clear();
    receives.clear();
    grouped = nullptr;
    return result;
}
}
