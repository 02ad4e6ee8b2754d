// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/rdma/verbsabi.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace sparkloom::agent {

inline constexpr std::uint8_t kPort = 1; // a Spark's devices have one

// The few functions of libibverbs.so.1 that a run needs. What moves data goes through the context's table.
struct VerbsLibrary {
    // path: of the library; empty: the loader's. Errors: rdma.no-library, rdma.library-broken, rdma.library-old.
    static base::Result<VerbsLibrary> load(const std::string &path);

    std::string path; // of the file, links resolved
    verbs::Device **(*getDeviceList)(int *count) = nullptr;
    void (*freeDeviceList)(verbs::Device **list) = nullptr;
    const char *(*getDeviceName)(verbs::Device *device) = nullptr;
    verbs::Context *(*openDevice)(verbs::Device *device) = nullptr;
    int (*closeDevice)(verbs::Context *context) = nullptr;
    int (*queryDevice)(verbs::Context *context, verbs::DeviceAttributes *attributes) = nullptr;
    int (*queryPort)(verbs::Context *context, std::uint8_t port, verbs::PortAttributes *attributes) = nullptr;
    verbs::Domain *(*allocDomain)(verbs::Context *context) = nullptr;
    int (*freeDomain)(verbs::Domain *domain) = nullptr;
    verbs::Memory *(*registerMemory)(verbs::Domain *domain, void *address, std::size_t size, int access) = nullptr;
    int (*releaseMemory)(verbs::Memory *memory) = nullptr;
    verbs::CompletionQueue *(*createQueue)(
        verbs::Context *context, int entries, void *own, void *channel, int vector) = nullptr;
    int (*destroyQueue)(verbs::CompletionQueue *queue) = nullptr;
    verbs::QueuePair *(*createPair)(verbs::Domain *domain, verbs::QueuePairRequest *request) = nullptr;
    int (*modifyPair)(verbs::QueuePair *pair, verbs::QueuePairAttributes *attributes, int mask) = nullptr;
    int (*destroyPair)(verbs::QueuePair *pair) = nullptr;
    int (*getAsyncEvent)(verbs::Context *context, verbs::AsyncEvent *event) = nullptr;
    void (*acknowledge)(verbs::AsyncEvent *event) = nullptr;
    const char *(*eventText)(std::uint32_t type) = nullptr;
    const char *(*statusText)(std::uint32_t status) = nullptr;
};

// A device that was opened, with its protection domain. Closed when it goes.
class VerbsDevice {
public:
    // Errors: rdma.no-kernel-support, rdma.no-provider, rdma.no-permission, rdma.cannot-open.
    static base::Result<VerbsDevice> open(const VerbsLibrary &library, const std::string &name);
    VerbsDevice(VerbsDevice &&other) noexcept;
    VerbsDevice &operator=(VerbsDevice &&) = delete;
    ~VerbsDevice();

    const std::string &name() const { return m_name; }
    const VerbsLibrary &library() const { return *m_library; }
    verbs::Context *context() const { return m_context; }
    verbs::Domain *domain() const { return m_domain; }
    // Errors: rdma.port-down.
    base::Result<int> activeMtu() const; // bytes
    // Whether this is soft RoCE (rdma_rxe) and no NIC.
    bool isSoftRoce() const;

private:
    VerbsDevice(const VerbsLibrary &library, std::string name, verbs::Context *context, verbs::Domain *domain);

    const VerbsLibrary *m_library;
    std::string m_name;
    verbs::Context *m_context;
    verbs::Domain *m_domain;
};

// RLIMIT_MEMLOCK in bytes, -1 for none.
long long memlockLimit();

} // namespace sparkloom::agent
