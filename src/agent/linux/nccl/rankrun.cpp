// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/rankrun.h"

#include "agent/linux/nccl/filehash.h"
#include "agent/nccl/pattern.h"
#include "protocol/codec.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <sched.h>
#include <utility>

namespace sparkloom::agent {

using namespace base::literals;
using protocol::NcclCollective;
using protocol::NcclPhase;

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kPollsBetweenLooks = 64; // at the library's state and at stdin; each costs more than a look at the stream
constexpr std::size_t kBarrierBytes = 4096;
constexpr std::size_t kPiece = (16 << 20) / kNcclElement; // of a result, looked at in one go
constexpr unsigned kPoison = 0x7fc0dead;                  // a NaN: nothing that a rank sends looks like it

std::string toHex(const NcclUniqueId &id)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const char c : id.bytes) {
        text += kDigits[static_cast<unsigned char>(c) >> 4];
        text += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

// text: 256 hex digits, checked by the codec.
NcclUniqueId fromHex(const std::string &text)
{
    NcclUniqueId id{};
    for (std::size_t i = 0; i < sizeof id.bytes; ++i)
        id.bytes[i] = static_cast<char>(std::strtoul(text.substr(2 * i, 2).c_str(), nullptr, 16));
    return id;
}

void flipBit(float &value)
{
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    bits ^= 1;
    std::memcpy(&value, &bits, sizeof bits);
}

void *pointer(CudaAddress address)
{
    return reinterpret_cast<void *>(static_cast<std::uintptr_t>(address));
}

} // namespace

base::Result<protocol::NcclRunAnswer> RankRun::run()
{
    for (const auto step : {&RankRun::load, &RankRun::join, &RankRun::makeBuffers})
        if (const Done done = (this->*step)(); !done)
            return done.error();
    for (const NcclCollective each : m_request.collectives)
        if (const Done done = collective(each); !done)
            return done.error();
    return protocol::NcclRunAnswer(m_answer);
}

void RankRun::leave(bool good)
{
    m_voice.enter(NcclPhase::Leave);
    if (!m_comm)
        return;
    if (good)
        m_nccl.destroy(m_comm);
    else
        m_nccl.abort(m_comm);
}

base::Error RankRun::unwanted() const
{
    return {base::ErrorKind::Cancelled, "nccl.cancelled"_msg, {}};
}

RankRun::Done RankRun::load()
{
    m_voice.enter(NcclPhase::Find);
    auto nccl = NcclApi::load(m_request.library, homeFolder());
    if (!nccl)
        return nccl.error();
    m_nccl = std::move(nccl).value();
    m_answer.library = m_nccl.description();
    if (!m_request.sha256.empty()) {
        m_answer.library.sha256 = fileHash(m_answer.library.path);
        if (m_answer.library.sha256 != m_request.sha256)
            return base::refused(base::Message("nccl.library-differs"_msg).with("library", m_answer.library.path));
    }
    auto cuda = Cuda::load(m_request.cuda);
    if (!cuda)
        return cuda.error();
    m_cuda = std::move(cuda).value();
    if (const Done used = m_cuda.use(m_request.device); !used)
        return used.error();
    auto stream = m_cuda.makeStream();
    if (!stream)
        return stream.error();
    m_stream = *stream;
    return {};
}

// Every rank meets the others. Rank 0 makes the id, and with it the listening socket: it must stay the same process.
RankRun::Done RankRun::join()
{
    m_voice.enter(NcclPhase::Init);
    NcclUniqueId id{};
    if (m_request.rank != 0)
        id = fromHex(m_request.uniqueId);
    else if (const NcclResult result = m_nccl.getUniqueId(&id))
        return m_nccl.error(result, "ncclGetUniqueId", nullptr);
    else
        m_voice.event(protocol::event::kNcclId, protocol::encode(protocol::NcclId{toHex(id)}));
    NcclConfig config;
    config.version = static_cast<unsigned>(m_nccl.version());
    config.blocking = m_request.nonBlocking ? 0 : 1;
    // as nccl-tests sets them (src/common.cu, src/sendrecv.cu)
    if (m_nccl.version() >= ncclVersionCode(2, 28, 0))
        config.nvlinkCentricSched = 1;
    const auto &list = m_request.collectives;
    if (m_nccl.version() >= ncclVersionCode(2, 30, 0)
        && std::all_of(list.begin(), list.end(), [](NcclCollective each) { return each == NcclCollective::SendRecv; }))
        config.maxP2pPeers = 2;
    return settled(m_nccl.initRank(&m_comm, m_request.ranks, id, m_request.rank, &config), "ncclCommInitRankConfig");
}

RankRun::Done RankRun::makeBuffers()
{
    const auto bytes = static_cast<std::size_t>(m_request.maxBytes);
    for (CudaAddress *address : {&m_input, &m_output})
        if (const Done done = allocate(*address, bytes); !done)
            return done.error();
    if (const CudaResult result = m_cuda.allocate(&m_scratch, kBarrierBytes))
        return m_cuda.error(result, "cuMemAlloc");
    // What is timed before the first check is no zeros: hardware may move those faster.
    const auto block = ncclInput(m_request.rank, 0, bytes / kNcclElement);
    for (const CudaAddress address : {m_input, m_output})
        if (const Done done = upload(address, block, bytes / kNcclElement); !done)
            return done.error();
    if (const CudaResult result = m_cuda.fill(m_scratch, 0, kBarrierBytes / kNcclElement))
        return m_cuda.error(result, "cuMemsetD32");
    return {};
}

// By the library where it can, as nccl-tests does.
RankRun::Done RankRun::allocate(CudaAddress &address, std::size_t bytes)
{
    if (m_nccl.allocate) {
        void *memory = nullptr;
        const NcclResult result = m_nccl.allocate(&memory, bytes);
        address = static_cast<CudaAddress>(reinterpret_cast<std::uintptr_t>(memory));
        if (result == kNcclCudaError)
            return m_cuda.error(kCudaOutOfMemory, "ncclMemAlloc");
        return result == kNcclSuccess ? Done() : Done(m_nccl.error(result, "ncclMemAlloc", m_comm));
    }
    const CudaResult result = m_cuda.allocate(&address, bytes);
    return result == 0 ? Done() : Done(m_cuda.error(result, "cuMemAlloc"));
}

RankRun::Done RankRun::collective(NcclCollective collective)
{
    if (const Done done = warmUp(collective); !done)
        return done.error();
    for (const std::int64_t size : ncclSizes(m_request.minBytes, m_request.maxBytes, m_request.factor)) {
        const NcclShape shape = ncclShape(collective, static_cast<std::size_t>(size), m_request.ranks);
        for (const bool inPlace : {false, true})
            if (!inPlace || m_request.inPlace)
                if (const Done done = measure({collective, shape, inPlace}); !done)
                    return done.error();
    }
    return {};
}

RankRun::Done RankRun::warmUp(NcclCollective collective)
{
    if (m_request.warmUps == 0)
        return {};
    for (const std::int64_t size : ncclSizes(m_request.minBytes, m_request.maxBytes, 2)) {
        const Job job{collective, ncclShape(collective, static_cast<std::size_t>(size), m_request.ranks), false};
        m_voice.enter(NcclPhase::WarmUp, label(job));
        for (int i = 0; i < m_request.warmUps; ++i)
            if (const Done done = enqueue(job, i); !done)
                return done.error();
        if (const Done done = completed(); !done)
            return done.error();
    }
    return {};
}

RankRun::Done RankRun::measure(const Job &job)
{
    m_voice.enter(NcclPhase::Timed, label(job));
    const auto seconds = time(job);
    if (!seconds)
        return seconds.error();
    protocol::NcclRow row;
    row.collective = job.collective;
    row.inPlace = job.inPlace;
    row.bytes = job.shape.bytes();
    row.count = static_cast<std::int64_t>(job.shape.count);
    row.timeUs = *seconds * 1e6;
    row.algBw = static_cast<double>(row.bytes) / 1e9 / *seconds;
    row.busBw = row.algBw * ncclBusFactor(job.collective, m_request.ranks);
    if (m_request.verify && ncclCheckable(job.collective, job.inPlace)) {
        m_voice.enter(NcclPhase::Verify, label(job));
        if (const Done done = verify(job, row); !done)
            return done.error();
        m_answer.wrong += *row.wrong;
    }
    ++m_answer.rows;
    m_voice.event(protocol::event::kNcclRow, protocol::encode(row));
    return {};
}

base::Result<double> RankRun::time(const Job &job)
{
    // nccl-tests does one untimed operation here. Its check runs on the GPU, ours on the host: meanwhile the GPU
    // sleeps.
    for (int i = 0; i < std::max(m_request.warmUps, 1); ++i)
        if (const Done done = enqueue(job, i); !done)
            return done.error();
    if (const Done done = completed(); !done)
        return done.error();
    if (const Done done = barrier(job.collective); !done)
        return done.error();
    const auto begin = Clock::now();
    for (int i = 0; i < m_request.iterations; ++i)
        if (const Done done = enqueue(job, i); !done)
            return done.error();
    if (const Done done = completed(); !done)
        return done.error();
    return std::chrono::duration<double>(Clock::now() - begin).count() / m_request.iterations;
}

// Nobody begins before everybody is ready: a tiny operation of the library itself. One of the same kind as what is
// timed: with an all_reduce between point-to-point operations, some of these took 70 to 650 us more (two H200,
// NCCL 2.28.9).
RankRun::Done RankRun::barrier(NcclCollective collective)
{
    char *scratch = static_cast<char *>(pointer(m_scratch));
    if (collective == NcclCollective::SendRecv || collective == NcclCollective::AllToAll) {
        // once around: who has heard of the one before so often has heard of all
        const Job pass{NcclCollective::SendRecv, {1, 1, 1, 0, 0}, false};
        for (int hop = 1; hop < m_request.ranks; ++hop)
            if (const Done done = settled(exchangeParts(pass, scratch, scratch + kBarrierBytes / 2), "ncclSend"); !done)
                return done;
    } else {
        const NcclResult result =
            m_nccl.allReduce(scratch, scratch, 1, kNcclFloat, kNcclSumOperation, m_comm, m_stream);
        if (const Done done = settled(result, "ncclAllReduce"); !done)
            return done;
    }
    return completed();
}

RankRun::Done RankRun::enqueue(const Job &job, int iteration)
{
    // Another place each time, so that small sizes do not stay in a cache.
    const auto bytes = static_cast<std::size_t>(job.shape.bytes());
    const std::size_t places = bytes ? static_cast<std::size_t>(m_request.maxBytes) / bytes : 1;
    const std::size_t shift = bytes * (static_cast<std::size_t>(iteration) % places);
    const auto rank = static_cast<std::size_t>(m_request.rank);
    char *output = static_cast<char *>(pointer(m_output)) + shift;
    const char *input = static_cast<const char *>(pointer(m_input)) + shift;
    if (job.inPlace) {
        input = output + rank * bytesOf(job.shape.sendInPlace);
        output += rank * bytesOf(job.shape.receiveInPlace);
    }
    const NcclResult result = call(job, input, output);
    return result == kNcclSuccess ? Done() : settled(result, job.name());
}

const char *RankRun::Job::name() const
{
    return ncclName(collective).data();
}

NcclResult RankRun::call(const Job &job, const void *input, void *output)
{
    const std::size_t count = job.shape.count;
    switch (job.collective) {
    case NcclCollective::AllReduce:
        return m_nccl.allReduce(input, output, count, kNcclFloat, kNcclSumOperation, m_comm, m_stream);
    case NcclCollective::AllGather: return m_nccl.allGather(input, output, count, kNcclFloat, m_comm, m_stream);
    case NcclCollective::ReduceScatter:
        return m_nccl.reduceScatter(input, output, count, kNcclFloat, kNcclSumOperation, m_comm, m_stream);
    case NcclCollective::Broadcast: return m_nccl.broadcast(input, output, count, kNcclFloat, 0, m_comm, m_stream);
    case NcclCollective::AllToAll:
        if (m_nccl.allToAll)
            return m_nccl.allToAll(input, output, count, kNcclFloat, m_comm, m_stream);
        break;
    case NcclCollective::SendRecv: break;
    }
    return exchangeParts(job, static_cast<const char *>(input), static_cast<char *>(output));
}

// alltoall of older libraries, and sendrecv: to the next rank, from the one before.
NcclResult RankRun::exchangeParts(const Job &job, const char *input, char *output)
{
    const std::size_t count = job.shape.count;
    NcclResult result = m_nccl.groupStart();
    const auto step = [&](NcclResult next) {
        result = result == kNcclSuccess || result == kNcclInProgress ? next : result;
    };
    if (job.collective == NcclCollective::SendRecv) {
        step(m_nccl.send(input, count, kNcclFloat, (m_request.rank + 1) % m_request.ranks, m_comm, m_stream));
        step(m_nccl.receive(
            output, count, kNcclFloat, (m_request.rank + m_request.ranks - 1) % m_request.ranks, m_comm, m_stream));
    } else {
        for (int peer = 0; peer < m_request.ranks; ++peer) {
            const std::size_t offset = static_cast<std::size_t>(peer) * bytesOf(count);
            step(m_nccl.send(input + offset, count, kNcclFloat, peer, m_comm, m_stream));
            step(m_nccl.receive(output + offset, count, kNcclFloat, peer, m_comm, m_stream));
        }
    }
    step(m_nccl.groupEnd());
    return result;
}

// In non-blocking mode a call may still be under way in a thread of the library.
RankRun::Done RankRun::settled(NcclResult result, const char *what)
{
    while (result == kNcclInProgress && m_comm) {
        if (!m_voice.wanted())
            return unwanted();
        sched_yield();
        if (const NcclResult asked = m_nccl.asyncError(m_comm, &result))
            result = asked;
    }
    return result == kNcclSuccess ? Done() : Done(m_nccl.error(result, what, m_comm));
}

// Until the stream is empty.
RankRun::Done RankRun::completed()
{
    for (int polls = 1;; ++polls) {
        const CudaResult state = m_cuda.streamQuery(m_stream);
        if (state == 0)
            return {};
        if (state != kCudaNotReady)
            return m_cuda.error(state, "cuStreamQuery");
        if (polls % kPollsBetweenLooks != 0)
            continue;
        NcclResult result = kNcclSuccess;
        if (m_nccl.asyncError(m_comm, &result) != kNcclSuccess || (result != kNcclSuccess && result != kNcclInProgress))
            return m_nccl.error(result, "ncclCommGetAsyncError", m_comm);
        if (!m_voice.wanted())
            return unwanted();
        sched_yield(); // the library's own threads may need this core
    }
}

CudaAddress RankRun::outputOf(const Job &job) const
{
    return m_output + (job.inPlace ? static_cast<std::size_t>(m_request.rank) * bytesOf(job.shape.receiveInPlace) : 0);
}

std::string RankRun::label(const Job &job) const
{
    return std::string(ncclName(job.collective)) + ' ' + std::to_string(job.shape.bytes())
        + (job.inPlace ? " in-place" : " out-of-place");
}

// One more operation on data that only this check has, and a look at what came out.
RankRun::Done RankRun::verify(const Job &job, protocol::NcclRow &row)
{
    ++m_checks;
    const auto rank = static_cast<std::size_t>(m_request.rank);
    if (const CudaResult result = m_cuda.fill(m_output, kPoison, std::max(job.shape.receive, std::size_t(1))))
        return m_cuda.error(result, "cuMemsetD32");
    const CudaAddress input = job.inPlace ? m_output + rank * bytesOf(job.shape.sendInPlace) : m_input;
    if (job.collective != NcclCollective::Broadcast || m_request.rank == 0)
        if (const Done done = upload(input, ncclInput(m_request.rank, m_checks, job.shape.send), job.shape.send); !done)
            return done;
    if (const CudaResult result = m_cuda.synchronize())
        return m_cuda.error(result, "cuCtxSynchronize");
    if (const Done done = enqueue(job, 0); !done)
        return done;
    if (const Done done = completed(); !done)
        return done;
    return compare(job, outputOf(job), row);
}

RankRun::Done RankRun::compare(const Job &job, CudaAddress output, protocol::NcclRow &row)
{
    row.wrong = 0;
    std::vector<float> seen;
    bool damage = m_checks == m_request.damageCheck;
    for (const NcclSegment &segment : ncclExpected(job.collective, job.shape, m_request.rank, m_request.ranks)) {
        const std::size_t reach = segment.from + segment.count;
        const auto block = segment.source == kNcclSum ? ncclSum(m_request.ranks, m_checks, reach)
                                                      : ncclInput(segment.source, m_checks, reach);
        for (const NcclWindow &window : ncclWindows(segment.count, m_checks)) {
            if (window.count == 0)
                continue;
            if (!m_voice.wanted())
                return unwanted();
            for (std::size_t done = 0; done < window.count; done += seen.size()) {
                seen.resize(std::min(window.count - done, kPiece));
                const std::size_t at = window.at + done;
                if (const CudaResult result =
                        m_cuda.copyToHost(seen.data(), output + bytesOf(segment.at + at), bytesOf(seen.size())))
                    return m_cuda.error(result, "cuMemcpyDtoH");
                if (std::exchange(damage, false))
                    flipBit(seen[seen.size() / 2]);
                *row.wrong += ncclDifferences(seen.data(), seen.size(), block, segment.from + at);
                row.checkedBytes += static_cast<std::int64_t>(bytesOf(seen.size()));
            }
        }
    }
    return {};
}

// The block, again and again: each copy doubles what is there.
RankRun::Done RankRun::upload(CudaAddress target, const std::vector<float> &block, std::size_t count)
{
    std::size_t there = std::min(block.size(), count);
    if (there == 0)
        return {};
    if (const CudaResult result = m_cuda.copyToDevice(target, block.data(), bytesOf(there)))
        return m_cuda.error(result, "cuMemcpyHtoD");
    while (there < count) {
        const std::size_t more = std::min(there, count - there);
        if (const CudaResult result = m_cuda.copyOnDevice(target + bytesOf(there), target, bytesOf(more)))
            return m_cuda.error(result, "cuMemcpyDtoD");
        there += more;
    }
    return {};
}

} // namespace sparkloom::agent
