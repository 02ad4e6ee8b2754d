// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/queuepairs.h"

#include "agent/rdma/completion.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sys/mman.h>
#include <sys/random.h>

namespace sparkloom::agent {

namespace {

// How long a packet may go without an answer (4.096 us x 2^timeout), and how often it is sent again.
struct Patience {
    std::uint8_t timeout;
    std::uint8_t retries;
};
// As perftest has it (measurement-and-safety 2.3): 67 ms, seven times, so that a peer that is gone is told after about
// half a second.
constexpr Patience kNic{14, 7};
// rdma_rxe answers when its host's processor gets to it, on a busy one later than after 67 ms, and what it then sends
// again, though nothing was lost, can break the queue pair: the other end finds a packet with the right number and the
// wrong length and refuses it as invalid (seen with Linux 6.1: retransmit_timer, then ERR_LENGTH; ib_write_bw fails
// alike). So it gets 1.07 s. Seven retries would mean for ever to it, six are counted.
constexpr Patience kSoftRoce{18, 6};
constexpr std::uint8_t kForEver = 7;        // for a receiver that is not ready
constexpr std::uint8_t kNotReadyTimer = 12; // 640 us
constexpr std::uint8_t kHops = 64;
constexpr std::uint8_t kReadsAtOnce = 16; // what mlx5 and rxe can do at least
constexpr std::uint32_t kSequenceMask = 0xffffff;

std::uint32_t randomSequence()
{
    std::uint32_t number = 0;
    if (getrandom(&number, sizeof number, 0) != sizeof number)
        std::abort(); // cannot happen for so few bytes
    return number & kSequenceMask;
}

std::uint32_t mtuCode(int bytes)
{
    std::uint32_t code = verbs::kMtu256;
    while (code < verbs::kMtu4096 && (128 << (code + 1)) <= bytes)
        ++code;
    return code;
}

verbs::Gid gidOf(const std::string &digits)
{
    verbs::Gid gid{};
    for (std::size_t i = 0; i < sizeof gid.raw && 2 * i + 1 < digits.size(); ++i)
        gid.raw[i] = static_cast<std::uint8_t>(std::strtoul(digits.substr(2 * i, 2).c_str(), nullptr, 16));
    return gid;
}

} // namespace

QueuePairs::~QueuePairs()
{
    const VerbsLibrary &library = m_device.library();
    for (verbs::QueuePair *pair : m_pairs)
        library.destroyPair(pair);
    if (m_queue)
        library.destroyQueue(m_queue);
    if (m_memory)
        library.releaseMemory(m_memory);
    if (m_bytes)
        munmap(m_bytes, m_wish.bytes);
}

base::Result<void> QueuePairs::open()
{
    const VerbsLibrary &library = m_device.library();
    const auto failed = [&](const char *what, int number) {
        return resourceError(number, what, m_device.name(), memlockLimit(), m_wish.allBytes);
    };
    void *const memory =
        mmap(nullptr, m_wish.bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (memory == MAP_FAILED)
        return failed("mmap", errno);
    m_bytes = static_cast<std::byte *>(memory);
    errno = 0;
    m_memory = library.registerMemory(
        m_device.domain(), m_bytes, m_wish.bytes, verbs::kLocalWrite | verbs::kRemoteWrite | verbs::kRemoteRead);
    if (!m_memory)
        return failed("ibv_reg_mr", errno);
    errno = 0;
    m_queue = library.createQueue(
        m_device.context(), std::max(1, m_wish.pairs * (m_wish.sends + m_wish.receives)), nullptr, nullptr, 0);
    if (!m_queue)
        return failed("ibv_create_cq", errno);
    for (int i = 0; i < m_wish.pairs; ++i)
        if (auto opened = openPair(); !opened)
            return opened;
    return {};
}

base::Result<void> QueuePairs::openPair()
{
    const VerbsLibrary &library = m_device.library();
    verbs::QueuePairRequest request{};
    request.sendQueue = request.receiveQueue = m_queue;
    request.type = verbs::kReliableConnection;
    request.limits = {static_cast<std::uint32_t>(std::max(1, m_wish.sends)),
        static_cast<std::uint32_t>(std::max(1, m_wish.receives)), 1, 1, static_cast<std::uint32_t>(m_wish.inlineBytes)};
    errno = 0;
    verbs::QueuePair *const pair = library.createPair(m_device.domain(), &request);
    if (!pair)
        return resourceError(errno, "ibv_create_qp", m_device.name(), memlockLimit(), m_wish.allBytes);
    m_pairs.push_back(pair);
    m_sequences.push_back(randomSequence());
    verbs::QueuePairAttributes init{};
    init.state = verbs::kInit;
    init.port = kPort;
    init.access = verbs::kLocalWrite | verbs::kRemoteWrite | verbs::kRemoteRead;
    if (const int number = library.modifyPair(
            pair, &init, verbs::kMaskState | verbs::kMaskPkey | verbs::kMaskPort | verbs::kMaskAccess))
        return resourceError(number, "ibv_modify_qp to INIT", m_device.name(), memlockLimit(), m_wish.allBytes);
    return {};
}

base::Result<void> QueuePairs::connect(const protocol::RdmaEndpoint &peer, int gidIndex)
{
    const VerbsLibrary &library = m_device.library();
    const bool read = m_wish.operation == protocol::RdmaOperation::Read;
    const Patience patience = m_device.isSoftRoce() ? kSoftRoce : kNic;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        verbs::QueuePairAttributes receive{};
        receive.state = verbs::kReadyToReceive;
        receive.mtu = mtuCode(peer.mtu);
        receive.peer = peer.queuePairs[i].number;
        receive.receiveSequence = peer.queuePairs[i].sequence;
        receive.readsIn = read ? kReadsAtOnce : 1;
        receive.notReadyTimer = kNotReadyTimer;
        receive.path.isGlobal = 1;
        receive.path.port = kPort;
        receive.path.peer = gidOf(peer.gid);
        receive.path.ownIndex = static_cast<std::uint8_t>(gidIndex);
        receive.path.hopLimit = kHops;
        if (const int number = library.modifyPair(m_pairs[i], &receive,
                verbs::kMaskState | verbs::kMaskPath | verbs::kMaskMtu | verbs::kMaskPeer | verbs::kMaskReceiveSequence
                    | verbs::kMaskReadsIn | verbs::kMaskNotReadyTimer))
            return connectError(number, m_device.name());
        verbs::QueuePairAttributes send{};
        send.state = verbs::kReadyToSend;
        send.timeout = patience.timeout;
        send.retries = patience.retries;
        send.notReadyRetries = kForEver;
        send.sendSequence = m_sequences[i];
        send.readsOut = read ? kReadsAtOnce : 1;
        if (const int number = library.modifyPair(m_pairs[i], &send,
                verbs::kMaskState | verbs::kMaskTimeout | verbs::kMaskRetries | verbs::kMaskNotReadyRetries
                    | verbs::kMaskSendSequence | verbs::kMaskReadsOut))
            return connectError(number, m_device.name());
    }
    return {};
}

protocol::RdmaEndpoint QueuePairs::endpoint(int flow, const std::string &gid, int mtu) const
{
    protocol::RdmaEndpoint endpoint;
    endpoint.flow = flow;
    endpoint.gid = gid;
    endpoint.mtu = mtu;
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
        endpoint.queuePairs.push_back({m_pairs[i]->number & kSequenceMask, m_sequences[i]});
    endpoint.address = reinterpret_cast<std::uintptr_t>(m_bytes);
    endpoint.key = m_memory->remoteKey;
    endpoint.bytes = m_wish.bytes;
    return endpoint;
}

std::size_t QueuePairs::placeOf(std::uint32_t number) const
{
    const auto it = std::find_if(
        m_pairs.begin(), m_pairs.end(), [number](const verbs::QueuePair *pair) { return pair->number == number; });
    return static_cast<std::size_t>(it - m_pairs.begin());
}

int QueuePairs::post(std::size_t pair, verbs::SendWork &first) const
{
    verbs::SendWork *bad = nullptr;
    return m_device.context()->operations.postSend(m_pairs[pair], &first, &bad);
}

int QueuePairs::post(std::size_t pair, verbs::ReceiveWork &first) const
{
    verbs::ReceiveWork *bad = nullptr;
    return m_device.context()->operations.postReceive(m_pairs[pair], &first, &bad);
}

int QueuePairs::poll(std::span<verbs::WorkCompletion> completions) const
{
    return m_device.context()->operations.pollQueue(m_queue, static_cast<int>(completions.size()), completions.data());
}

} // namespace sparkloom::agent
