// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/nccl/cuda.h"
#include "agent/linux/nccl/ncclapi.h"
#include "agent/linux/nccl/rankvoice.h"
#include "agent/nccl/collective.h"
#include "base/result.h"
#include "protocol/messages_nccl.h"

namespace sparkloom::agent {

// One rank of a run, from loading the libraries to the last row. Measures by the method of nccl-tests, so that the
// figures compare: the same shapes, warm-up over all sizes and one more operation before each, a barrier, all
// iterations enqueued on one non-blocking stream with rotating offsets, and the host's clock until the stream is empty.
class RankRun {
public:
    RankRun(RankVoice &voice, const protocol::NcclRunRequest &request) : m_voice(voice), m_request(request) {}
    // Everything; the answer lacks what only the agent knows.
    base::Result<protocol::NcclRunAnswer> run();
    // Gives the communicator back: in peace after a good run, else torn down. May never return.
    void leave(bool good);

private:
    struct Job { // one size of one collective, one way
        protocol::NcclCollective collective;
        NcclShape shape;
        bool inPlace;
        const char *name() const;
    };
    using Done = base::Result<void>;

    Done load();
    Done join();
    Done makeBuffers();
    Done allocate(CudaAddress &address, std::size_t bytes);
    Done collective(protocol::NcclCollective collective);
    Done warmUp(protocol::NcclCollective collective);
    Done measure(const Job &job);
    base::Result<double> time(const Job &job);
    Done verify(const Job &job, protocol::NcclRow &row);
    Done compare(const Job &job, CudaAddress output, protocol::NcclRow &row);
    Done upload(CudaAddress target, const std::vector<float> &block, std::size_t count);
    Done barrier(protocol::NcclCollective collective);
    Done enqueue(const Job &job, int iteration);
    NcclResult call(const Job &job, const void *input, void *output);
    NcclResult exchangeParts(const Job &job, const char *input, char *output);
    Done settled(NcclResult result, const char *what);
    Done completed();
    CudaAddress outputOf(const Job &job) const;
    std::string label(const Job &job) const;
    std::size_t bytesOf(std::size_t elements) const { return elements * kNcclElement; }
    base::Error unwanted() const;

    RankVoice &m_voice;
    const protocol::NcclRunRequest &m_request;
    Cuda m_cuda;
    NcclApi m_nccl;
    NcclComm m_comm = nullptr;
    CudaStream m_stream = nullptr;
    CudaAddress m_input = 0;
    CudaAddress m_output = 0;
    CudaAddress m_scratch = 0; // of the barrier
    int m_checks = 0;
    protocol::NcclRunAnswer m_answer;
};

} // namespace sparkloom::agent
