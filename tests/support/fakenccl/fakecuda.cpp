// SPDX-License-Identifier: GPL-3.0-or-later
// A CUDA driver for tests: one GPU, whose memory is that of the process, and whose streams are always done.
#include "behaviour.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace sparkloom::test;

namespace {

constexpr int kOutOfMemory = 2;
constexpr int kNoDevice = 100;
constexpr int kNotReady = 600;

const void *here()
{
    return reinterpret_cast<const void *>(&here);
}
void *memory(unsigned long long address)
{
    return reinterpret_cast<void *>(static_cast<std::uintptr_t>(address));
}

} // namespace

extern "C" {

int cuInit(unsigned int)
{
    if (behaves(here(), "cuda-hang-init"))
        hang();
    return behaves(here(), "cuda-no-device") ? kNoDevice : 0;
}
int cuDriverGetVersion(int *version)
{
    return *version = 13000, 0;
}
int cuDeviceGetCount(int *count)
{
    return *count = 2, 0;
}
int cuDeviceGet(int *device, int index)
{
    return *device = index, 0;
}
int cuDeviceGetName(char *name, int size, int)
{
    return std::snprintf(name, static_cast<std::size_t>(size), "Fake GB10"), 0;
}
int cuDeviceTotalMem_v2(std::size_t *bytes, int)
{
    return *bytes = std::size_t(1) << 30, 0;
}
int cuDeviceGetAttribute(int *value, int which, int)
{
    // integrated, capability 12.1; no GPUDirect, as on GB10
    *value = which == 18 ? 1 : which == 75 ? 12 : which == 76 ? 1 : 0;
    return 0;
}
int cuDeviceGetPCIBusId(char *text, int size, int)
{
    return std::snprintf(text, static_cast<std::size_t>(size), "000F:01:00.0"), 0;
}
int cuDevicePrimaryCtxRetain(void **context, int)
{
    return *context = nullptr, 0;
}
int cuCtxSetCurrent(void *)
{
    return 0;
}
int cuCtxSynchronize()
{
    return 0;
}
int cuMemGetInfo_v2(std::size_t *free, std::size_t *total)
{
    return *free = 5 << 20, *total = std::size_t(1) << 30, 0;
}
int cuStreamCreate(void **stream, unsigned int)
{
    return *stream = nullptr, 0;
}
int cuStreamQuery(void *)
{
    return behaves(here(), "cuda-never-done") ? kNotReady : 0;
}
int cuMemcpyHtoD_v2(unsigned long long to, const void *from, std::size_t bytes)
{
    return std::memcpy(memory(to), from, bytes), 0;
}
int cuMemcpyDtoH_v2(void *to, unsigned long long from, std::size_t bytes)
{
    return std::memcpy(to, memory(from), bytes), 0;
}
int cuMemcpyDtoD_v2(unsigned long long to, unsigned long long from, std::size_t bytes)
{
    return std::memmove(memory(to), memory(from), bytes), 0;
}
int cuMemsetD32_v2(unsigned long long to, unsigned int value, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        std::memcpy(static_cast<char *>(memory(to)) + 4 * i, &value, 4);
    return 0;
}
int cuMemAlloc_v2(unsigned long long *address, std::size_t bytes)
{
    if (behaves(here(), "cuda-out-of-memory"))
        return kOutOfMemory;
    *address = reinterpret_cast<std::uintptr_t>(std::calloc(1, bytes));
    return 0;
}
int cuGetErrorName(int error, const char **name)
{
    *name = error == kNoDevice ? "CUDA_ERROR_NO_DEVICE" : "CUDA_ERROR_UNKNOWN";
    return 0;
}
}
