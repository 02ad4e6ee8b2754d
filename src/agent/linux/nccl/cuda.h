// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/nccl/sharedlibrary.h"
#include "base/result.h"
#include "protocol/messages_nccl.h"

#include <cstddef>
#include <cstdint>

// The few functions of the CUDA driver (libcuda.so.1) that a rank needs, with our own declarations of its public binary
// interface: the agent is built without NVIDIA's headers and starts where there is no driver.
namespace sparkloom::agent {

using CudaResult = int; // CUresult; 0 is success
inline constexpr CudaResult kCudaOutOfMemory = 2;
inline constexpr CudaResult kCudaNotReady = 600;
using CudaDevice = int;
using CudaAddress = unsigned long long; // CUdeviceptr
struct CudaContextTag;
using CudaContext = CudaContextTag *;
struct CudaStreamTag;
using CudaStream = CudaStreamTag *;

class Cuda {
public:
    // Loads the driver from this path, or from where it usually is.
    static base::Result<Cuda> load(const std::string &givenPath);

    base::Result<std::vector<protocol::NcclGpu>> gpus() const;
    std::string driverVersion() const; // "13.0"
    // Makes the GPU that of this thread. Its primary context stays until the process ends.
    base::Result<void> use(int device);
    base::Result<CudaStream> makeStream() const;

    // An Error for a failed call, with the driver's own name of it; kCudaOutOfMemory is nccl.out-of-memory.
    base::Error error(CudaResult result, const char *call) const;

    CudaResult (*streamQuery)(CudaStream) = nullptr;
    CudaResult (*copyToDevice)(CudaAddress, const void *, std::size_t) = nullptr;
    CudaResult (*copyToHost)(void *, CudaAddress, std::size_t) = nullptr;
    CudaResult (*copyOnDevice)(CudaAddress, CudaAddress, std::size_t) = nullptr;
    CudaResult (*fill)(CudaAddress, unsigned int, std::size_t) = nullptr; // count of 32-bit words
    CudaResult (*allocate)(CudaAddress *, std::size_t) = nullptr;
    CudaResult (*synchronize)() = nullptr;

private:
    base::Result<void> bind();

    SharedLibrary m_library;
    CudaResult (*m_init)(unsigned int) = nullptr;
    CudaResult (*m_driverVersion)(int *) = nullptr;
    CudaResult (*m_deviceCount)(int *) = nullptr;
    CudaResult (*m_device)(CudaDevice *, int) = nullptr;
    CudaResult (*m_deviceName)(char *, int, CudaDevice) = nullptr;
    CudaResult (*m_deviceMemory)(std::size_t *, CudaDevice) = nullptr;
    CudaResult (*m_deviceAttribute)(int *, int, CudaDevice) = nullptr;
    CudaResult (*m_pciAddress)(char *, int, CudaDevice) = nullptr;
    CudaResult (*m_retainContext)(CudaContext *, CudaDevice) = nullptr;
    CudaResult (*m_setContext)(CudaContext) = nullptr;
    CudaResult (*m_memoryInfo)(std::size_t *, std::size_t *) = nullptr;
    CudaResult (*m_createStream)(CudaStream *, unsigned int) = nullptr;
    CudaResult (*m_errorName)(CudaResult, const char **) = nullptr;
};

} // namespace sparkloom::agent
