// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/cuda.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// CUdevice_attribute of cuda.h
constexpr int kIntegrated = 18;
constexpr int kCapabilityMajor = 75;
constexpr int kCapabilityMinor = 76;
constexpr int kGpuDirectRdma = 116;
constexpr int kDmaBuf = 124;
constexpr unsigned kNonBlockingStream = 1;
constexpr int kMostGpus = 64;

} // namespace

base::Result<Cuda> Cuda::load(const std::string &givenPath)
{
    const std::vector<std::string> paths = !givenPath.empty()
        ? std::vector<std::string>{givenPath}
        : std::vector<std::string>{"libcuda.so.1", "/usr/lib/aarch64-linux-gnu/libcuda.so.1",
            "/usr/lib/x86_64-linux-gnu/libcuda.so.1", "/usr/local/nvidia/lib64/libcuda.so.1",
            "/usr/lib/wsl/lib/libcuda.so.1"};
    auto library = SharedLibrary::open(paths, "nccl.cuda-missing"_msg);
    if (!library)
        return library.error();
    Cuda cuda;
    cuda.m_library = std::move(library).value();
    if (const auto bound = cuda.bind(); !bound)
        return bound.error();
    return cuda;
}

base::Result<void> Cuda::bind()
{
    m_library.need("cuInit", m_init);
    m_library.need("cuDriverGetVersion", m_driverVersion);
    m_library.need("cuDeviceGetCount", m_deviceCount);
    m_library.need("cuDeviceGet", m_device);
    m_library.need("cuDeviceGetName", m_deviceName);
    m_library.need("cuDeviceTotalMem_v2", m_deviceMemory);
    m_library.need("cuDeviceGetAttribute", m_deviceAttribute);
    m_library.need("cuDeviceGetPCIBusId", m_pciAddress);
    m_library.need("cuDevicePrimaryCtxRetain", m_retainContext);
    m_library.need("cuCtxSetCurrent", m_setContext);
    m_library.need("cuMemGetInfo_v2", m_memoryInfo);
    m_library.need("cuStreamCreate", m_createStream);
    m_library.need("cuGetErrorName", m_errorName);
    m_library.need("cuStreamQuery", streamQuery);
    m_library.need("cuMemcpyHtoD_v2", copyToDevice);
    m_library.need("cuMemcpyDtoH_v2", copyToHost);
    m_library.need("cuMemcpyDtoD_v2", copyOnDevice);
    m_library.need("cuMemsetD32_v2", fill);
    m_library.need("cuMemAlloc_v2", allocate);
    m_library.need("cuCtxSynchronize", synchronize);
    if (!m_library.missing().empty())
        return base::failed(base::Message("nccl.symbol-missing"_msg)
                                .with("symbol", m_library.missing())
                                .with("library", base::cleanText(m_library.path(), 200)));
    if (const CudaResult result = m_init(0))
        return error(result, "cuInit");
    return {};
}

std::string Cuda::driverVersion() const
{
    int version = 0;
    m_driverVersion(&version);
    return std::to_string(version / 1000) + '.' + std::to_string(version % 1000 / 10);
}

base::Result<std::vector<protocol::NcclGpu>> Cuda::gpus() const
{
    int count = 0;
    if (const CudaResult result = m_deviceCount(&count))
        return error(result, "cuDeviceGetCount");
    std::vector<protocol::NcclGpu> list;
    for (int index = 0; index < std::min(count, kMostGpus); ++index) {
        CudaDevice device = 0;
        if (const CudaResult result = m_device(&device, index))
            return error(result, "cuDeviceGet");
        char name[256] = "", pci[32] = "";
        std::size_t bytes = 0;
        m_deviceName(name, sizeof name - 1, device);
        m_pciAddress(pci, sizeof pci - 1, device);
        m_deviceMemory(&bytes, device);
        // An attribute that this driver does not know stays 0: not there.
        const auto attribute = [&](int which) {
            int value = 0;
            return m_deviceAttribute(&value, which, device) == 0 ? value : 0;
        };
        protocol::NcclGpu gpu;
        gpu.index = index;
        gpu.name = base::cleanText(name, 128);
        gpu.pciAddress = base::cleanText(pci, 32);
        gpu.capability =
            std::to_string(attribute(kCapabilityMajor)) + '.' + std::to_string(attribute(kCapabilityMinor));
        gpu.memoryBytes = static_cast<std::int64_t>(bytes);
        gpu.integrated = attribute(kIntegrated) != 0;
        gpu.gpuDirectRdma = attribute(kGpuDirectRdma) != 0;
        gpu.dmaBuf = attribute(kDmaBuf) != 0;
        list.push_back(std::move(gpu));
    }
    return list;
}

base::Result<void> Cuda::use(int index)
{
    int count = 0;
    CudaDevice device = 0;
    CudaContext context = nullptr;
    if (m_deviceCount(&count) != 0 || index >= count)
        return base::failed(base::Message("nccl.no-gpu"_msg).with("device", index).with("count", count));
    if (const CudaResult result = m_device(&device, index))
        return error(result, "cuDeviceGet");
    if (const CudaResult result = m_retainContext(&context, device))
        return error(result, "cuDevicePrimaryCtxRetain");
    if (const CudaResult result = m_setContext(context))
        return error(result, "cuCtxSetCurrent");
    return {};
}

base::Result<CudaStream> Cuda::makeStream() const
{
    CudaStream stream = nullptr;
    if (const CudaResult result = m_createStream(&stream, kNonBlockingStream))
        return error(result, "cuStreamCreate");
    return stream;
}

base::Error Cuda::error(CudaResult result, const char *call) const
{
    if (result == kCudaOutOfMemory) {
        std::size_t free = 0, total = 0;
        m_memoryInfo(&free, &total);
        return base::failed(
            base::Message("nccl.out-of-memory"_msg).with("free", static_cast<std::int64_t>(free >> 20)), call);
    }
    const char *name = nullptr;
    m_errorName(result, &name);
    return base::failed(base::Message("nccl.cuda-error"_msg)
                            .with("call", call)
                            .with("error", name ? base::cleanText(name, 100) : std::to_string(result)));
}

} // namespace sparkloom::agent
