// SPDX-License-Identifier: GPL-3.0-or-later
// Plays libibverbs.so.1 with two devices, rocep1s0f0 and rocep1s0f1. Queue pairs of one process reach each other; what
// is written really is copied. How it behaves otherwise: words in the file "behaviour" beside it
// (fakenccl/behaviour.h).
#include "../fakenccl/behaviour.h"
#include "agent/linux/rdma/verbsabi.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <sys/eventfd.h>
#include <thread>
#include <vector>

namespace v = sparkloom::agent::verbs;
using sparkloom::test::behaves;
using sparkloom::test::hang;

namespace sparkloom::agent::verbs {

struct Device {
    const char *name;
};
struct Domain {
    Context *context;
};

} // namespace sparkloom::agent::verbs

namespace {

constexpr std::uint32_t kFirstNumber = 0x100;
constexpr std::uint32_t kSuccess = 0, kLocalLength = 1, kFlushed = 5, kRemoteAccess = 10, kRetries = 12, kNotReady = 13;
constexpr int kNotReadyTurns = 1'000'000;
constexpr int kBeforeFailure = 40; // messages of a queue pair that go well first

struct Queue : v::CompletionQueue {
    std::deque<v::WorkCompletion> done;
};

struct Pair : v::QueuePair {
    std::uint32_t state = v::kReset;
    std::uint32_t peer = 0;
    std::deque<v::ReceiveWork> waiting;
    std::deque<v::Piece> places; // of those
    int sent = 0;
    bool broken = false;
};

v::Device devices[] = {{"rocep1s0f0"}, {"rocep1s0f1"}};
std::mutex mutex;
std::map<std::uint32_t, Pair *> pairs;
std::map<std::uint32_t, v::Memory *> memories;
std::uint32_t lastNumber = kFirstNumber;
v::AsyncEvent pendingEvent{};

void *self()
{
    return reinterpret_cast<void *>(&sparkloom::test::folderOf);
}

bool is(const char *behaviour)
{
    static std::map<std::string, bool> known;
    static std::mutex ours;
    const std::lock_guard lock(ours);
    const auto it = known.find(behaviour);
    return it != known.end() ? it->second : known.emplace(behaviour, behaves(self(), behaviour)).first->second;
}

void complete(Queue *queue, std::uint64_t id, std::uint32_t status, std::uint32_t opcode, std::uint32_t number)
{
    v::WorkCompletion completion{};
    completion.id = id;
    completion.status = status;
    completion.opcode = opcode;
    completion.queuePair = number;
    completion.vendorCode = status == kSuccess ? 0 : 0x81;
    queue->done.push_back(completion);
}

// The memory behind a key, when all of it lies within.
std::byte *placeOf(std::uint32_t key, std::uint64_t address, std::size_t size)
{
    const auto it = memories.find(key);
    if (it == memories.end())
        return nullptr;
    const auto begin = reinterpret_cast<std::uint64_t>(it->second->address);
    const bool within = address >= begin && address + size <= begin + it->second->length;
    return within ? reinterpret_cast<std::byte *>(address) : nullptr;
}

// What a message comes to: copies its data.
std::uint32_t deliver(Pair &from, const v::SendWork &work)
{
    const auto found = pairs.find(from.peer);
    if (found == pairs.end() || found->second->state < v::kReadyToReceive)
        return kRetries;
    Pair &to = *found->second;
    const v::Piece &piece = *work.pieces;
    auto *const own = reinterpret_cast<std::byte *>(piece.address);
    if (work.operation == v::kSend) {
        if (to.waiting.empty())
            return kNotReady;
        const v::Piece place = to.places.front();
        if (place.length < piece.length)
            return kLocalLength;
        std::memcpy(reinterpret_cast<void *>(place.address), own, piece.length);
        complete(static_cast<Queue *>(to.receiveQueue), to.waiting.front().id, kSuccess, v::kReceived, to.number);
        to.waiting.pop_front();
        to.places.pop_front();
        return kSuccess;
    }
    std::byte *const other = placeOf(work.remote.key, work.remote.address, piece.length);
    if (!other)
        return kRemoteAccess;
    if (work.operation == v::kRead) {
        std::memcpy(own, other, piece.length);
        return kSuccess;
    }
    if (piece.length == sizeof(std::uint64_t)) { // as a NIC does: eight bytes at once
        std::uint64_t word = 0;
        std::memcpy(&word, own, sizeof word);
        __atomic_store_n(reinterpret_cast<std::uint64_t *>(other), word, __ATOMIC_RELEASE);
        return kSuccess;
    }
    std::memcpy(other, own, piece.length);
    if (is("wrong-data"))
        other[piece.length / 2] ^= std::byte(0x10);
    return kSuccess;
}

std::uint32_t outcomeOf(Pair &pair, const v::SendWork &work)
{
    if (pair.broken)
        return kFlushed;
    if (++pair.sent > kBeforeFailure) {
        if (is("retry-exceeded"))
            return kRetries;
        if (is("remote-access"))
            return kRemoteAccess;
        if (is("flushed"))
            return kFlushed;
        if (is("unplugged")) {
            pendingEvent.port = 1;
            pendingEvent.type = v::kPortError;
            const std::uint64_t one = 1;
            [[maybe_unused]] const ssize_t written = write(pair.context->asyncFile, &one, sizeof one);
            return kRetries;
        }
        if (is("device-fatal")) {
            pendingEvent.type = v::kDeviceFatal;
            const std::uint64_t one = 1;
            [[maybe_unused]] const ssize_t written = write(pair.context->asyncFile, &one, sizeof one);
            return kFlushed;
        }
    }
    return deliver(pair, work);
}

int postSend(v::QueuePair *to, v::SendWork *work, v::SendWork **)
{
    if (is("hang-posting"))
        hang();
    if (is("slow-half") && std::strcmp(to->context->device->name, "rocep1s0f1") == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // what makes it slow
    std::unique_lock lock(mutex);
    auto &pair = *static_cast<Pair *>(to);
    for (; work; work = work->next) {
        std::uint32_t status = outcomeOf(pair, *work);
        for (int i = 0; status == kNotReady && i < kNotReadyTurns; ++i) { // tries again for as long as it likes
            lock.unlock();
            std::this_thread::yield();
            lock.lock();
            status = outcomeOf(pair, *work);
        }
        pair.broken |= status != kSuccess;
        if (status != kSuccess || (work->flags & v::kSignaled) != 0)
            complete(static_cast<Queue *>(pair.sendQueue), work->id, status, 0, pair.number);
    }
    return 0;
}

int postReceive(v::QueuePair *to, v::ReceiveWork *work, v::ReceiveWork **)
{
    const std::lock_guard lock(mutex);
    auto &pair = *static_cast<Pair *>(to);
    for (; work; work = work->next) {
        pair.waiting.push_back(*work);
        pair.places.push_back(*work->pieces);
    }
    return 0;
}

int pollQueue(v::CompletionQueue *from, int count, v::WorkCompletion *completions)
{
    const std::lock_guard lock(mutex);
    auto &queue = *static_cast<Queue *>(from);
    int taken = 0;
    for (; taken < count && !queue.done.empty(); ++taken) {
        completions[taken] = queue.done.front();
        queue.done.pop_front();
    }
    return taken;
}

} // namespace

#pragma GCC diagnostic ignored "-Wmissing-declarations"

extern "C" {

v::Device **ibv_get_device_list(int *count)
{
    if (is("no-kernel")) {
        errno = ENOSYS;
        return nullptr;
    }
    auto **const list = static_cast<v::Device **>(std::calloc(3, sizeof(v::Device *)));
    if (!is("no-devices")) {
        list[0] = &devices[0];
        list[1] = &devices[1];
    }
    if (count)
        *count = list[0] ? 2 : 0;
    return list;
}

void ibv_free_device_list(v::Device **list)
{
    std::free(list);
}

const char *ibv_get_device_name(v::Device *device)
{
    return device->name;
}

v::Context *ibv_open_device(v::Device *device)
{
    if (is("hang-opening"))
        hang();
    if (is("forbidden")) {
        errno = EACCES;
        return nullptr;
    }
    auto *const context = new v::Context{};
    context->device = device;
    context->operations.postSend = postSend;
    context->operations.postReceive = postReceive;
    context->operations.pollQueue = pollQueue;
    context->asyncFile = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return context;
}

int ibv_close_device(v::Context *context)
{
    close(context->asyncFile);
    delete context;
    return 0;
}

int ibv_query_device(v::Context *, v::DeviceAttributes *attributes)
{
    attributes->vendor = is("soft") ? v::kSoftRoceVendor : 0x02c9;
    return 0;
}

int ibv_query_port(v::Context *, std::uint8_t, v::PortAttributes *attributes)
{
    // The symbol knows the older, shorter structure only: what comes after its flags stays as it is.
    attributes->state = is("port-down") ? 1 : v::kPortActive;
    attributes->maxMtu = v::kMtu4096;
    attributes->activeMtu = is("small-mtu") ? v::kMtu1024 : v::kMtu4096;
    attributes->linkLayer = 2;
    return 0;
}

v::Domain *ibv_alloc_pd(v::Context *context)
{
    return new v::Domain{context};
}

int ibv_dealloc_pd(v::Domain *domain)
{
    delete domain;
    return 0;
}

v::Memory *ibv_reg_mr(v::Domain *domain, void *address, std::size_t size, int)
{
    if (is("memlock") || is("no-memory")) {
        errno = ENOMEM;
        return nullptr;
    }
    const std::lock_guard lock(mutex);
    const std::uint32_t key = ++lastNumber;
    return memories[key] = new v::Memory{domain->context, domain, address, size, 0, key, key};
}

int ibv_dereg_mr(v::Memory *memory)
{
    const std::lock_guard lock(mutex);
    memories.erase(memory->remoteKey);
    delete memory;
    return 0;
}

v::CompletionQueue *ibv_create_cq(v::Context *context, int, void *, void *, int)
{
    auto *const queue = new Queue;
    queue->context = context;
    return queue;
}

int ibv_destroy_cq(v::CompletionQueue *queue)
{
    delete static_cast<Queue *>(queue);
    return 0;
}

#ifndef FAKE_INCOMPLETE
v::QueuePair *ibv_create_qp(v::Domain *domain, v::QueuePairRequest *request)
{
    auto *const pair = new Pair;
    pair->context = domain->context;
    pair->domain = domain;
    pair->sendQueue = request->sendQueue;
    pair->receiveQueue = request->receiveQueue;
    const std::lock_guard lock(mutex);
    pair->number = ++lastNumber;
    pairs[pair->number] = pair;
    return pair;
}
#endif

int ibv_modify_qp(v::QueuePair *which, v::QueuePairAttributes *attributes, int)
{
    if (attributes->state == v::kReadyToReceive) {
        if (is("hang-connecting"))
            hang();
        if (is("no-answer"))
            return ETIMEDOUT;
        if (is("wrong-gid"))
            return EINVAL;
    }
    // Soft RoCE takes seven retries for endless ones, and its host may be slow; a NIC's peer that is gone is told soon.
    const bool patient = attributes->timeout >= 18 && attributes->retries < 7;
    if (attributes->state == v::kReadyToSend && patient != is("soft"))
        return EINVAL;
    const std::lock_guard lock(mutex);
    auto &pair = *static_cast<Pair *>(which);
    pair.state = attributes->state;
    if (attributes->state == v::kReadyToReceive)
        pair.peer = attributes->peer;
    return 0;
}

int ibv_destroy_qp(v::QueuePair *which)
{
    const std::lock_guard lock(mutex);
    pairs.erase(which->number);
    delete static_cast<Pair *>(which);
    return 0;
}

int ibv_get_async_event(v::Context *context, v::AsyncEvent *event)
{
    std::uint64_t count = 0;
    if (read(context->asyncFile, &count, sizeof count) != sizeof count)
        return -1;
    const std::lock_guard lock(mutex);
    *event = pendingEvent;
    return 0;
}

void ibv_ack_async_event(v::AsyncEvent *) {}

const char *ibv_event_type_str(std::uint32_t type)
{
    return type == v::kPortError ? "port error" : "local catastrophic error";
}

const char *ibv_wc_status_str(std::uint32_t status)
{
    return status == kRetries ? "transport retry counter exceeded" : "some other error";
}

} // extern "C"
