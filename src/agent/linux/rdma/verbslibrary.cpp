// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/verbslibrary.h"

#include "agent/linux/nccl/sharedlibrary.h"
#include "agent/rdma/completion.h"
#include "base/text.h"

#include <cerrno>
#include <cstring>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr const char *kVersion = "IBVERBS_1.1"; // since 2007; 1.0 has other structures

std::string errnoText(int number)
{
    return base::cleanText(std::strerror(number), 100);
}

// The device of this name, out of a list that stays valid.
base::Result<verbs::Device *> find(const VerbsLibrary &library, verbs::Device **list, const std::string &name)
{
    for (verbs::Device **each = list; *each; ++each)
        if (name == library.getDeviceName(*each))
            return *each;
    const base::MessageId id = list[0] ? "rdma.cannot-open"_msg : "rdma.no-provider"_msg;
    return base::failed(base::Message(id).with("device", name).with("text", "it is not in the list of libibverbs"),
        "ibv_get_device_list");
}

// /dev/infiniband is missing in containers; its files are 0666 by the kernel's own rule.
base::Error cannotOpen(const std::string &name, int number)
{
    const bool forbidden = number == EACCES || number == EPERM;
    const base::MessageId id = forbidden       ? "rdma.no-permission"_msg
        : access("/dev/infiniband", F_OK) != 0 ? "rdma.no-device-file"_msg
                                               : "rdma.cannot-open"_msg;
    return base::failed(base::Message(id).with("device", name).with("text", errnoText(number)),
        "ibv_open_device: errno " + std::to_string(number));
}

} // namespace

base::Result<VerbsLibrary> VerbsLibrary::load(const std::string &path)
{
    auto opened = SharedLibrary::open({path.empty() ? "libibverbs.so.1" : path}, "rdma.no-library"_msg);
    if (!opened) {
        base::Error error = opened.error();
        if (error.message.id == "nccl.library-broken")
            error.message.id = base::MessageId("rdma.library-broken"_msg).text();
        return error;
    }
    SharedLibrary file = std::move(opened).value();
    VerbsLibrary library;
    library.path = file.path();
    const auto need = [&](const char *name, auto *&function) { file.need(name, kVersion, function); };
    need("ibv_get_device_list", library.getDeviceList);
    need("ibv_free_device_list", library.freeDeviceList);
    need("ibv_get_device_name", library.getDeviceName);
    need("ibv_open_device", library.openDevice);
    need("ibv_close_device", library.closeDevice);
    need("ibv_query_device", library.queryDevice);
    need("ibv_query_port", library.queryPort);
    need("ibv_alloc_pd", library.allocDomain);
    need("ibv_dealloc_pd", library.freeDomain);
    need("ibv_reg_mr", library.registerMemory);
    need("ibv_dereg_mr", library.releaseMemory);
    need("ibv_create_cq", library.createQueue);
    need("ibv_destroy_cq", library.destroyQueue);
    need("ibv_create_qp", library.createPair);
    need("ibv_modify_qp", library.modifyPair);
    need("ibv_destroy_qp", library.destroyPair);
    need("ibv_get_async_event", library.getAsyncEvent);
    need("ibv_ack_async_event", library.acknowledge);
    need("ibv_event_type_str", library.eventText);
    need("ibv_wc_status_str", library.statusText);
    if (!file.missing().empty())
        return base::failed(base::Message("rdma.library-old"_msg)
                                .with("library", base::cleanText(library.path, 200))
                                .with("symbol", file.missing() + "@" + kVersion));
    return library;
}

base::Result<VerbsDevice> VerbsDevice::open(const VerbsLibrary &library, const std::string &name)
{
    errno = 0;
    verbs::Device **const list = library.getDeviceList(nullptr);
    if (!list) {
        const int number = errno;
        // ENOSYS: the kernel has no uverbs, which is what a container without the devices sees, too.
        return base::failed(base::Message(number == ENOSYS ? "rdma.no-kernel-support"_msg : "rdma.cannot-open"_msg)
                                .with("device", name)
                                .with("text", errnoText(number)),
            "ibv_get_device_list: errno " + std::to_string(number));
    }
    const auto device = find(library, list, name);
    errno = 0;
    verbs::Context *const context = device ? library.openDevice(*device) : nullptr;
    const int number = errno;
    library.freeDeviceList(list);
    if (!device)
        return device.error();
    if (!context)
        return cannotOpen(name, number);
    errno = 0;
    verbs::Domain *const domain = library.allocDomain(context);
    if (!domain) {
        const base::Error error = resourceError(errno, "ibv_alloc_pd", name, memlockLimit(), 0);
        library.closeDevice(context);
        return error;
    }
    return VerbsDevice(library, name, context, domain);
}

VerbsDevice::VerbsDevice(const VerbsLibrary &library, std::string name, verbs::Context *context, verbs::Domain *domain)
    : m_library(&library), m_name(std::move(name)), m_context(context), m_domain(domain)
{}

VerbsDevice::VerbsDevice(VerbsDevice &&other) noexcept
    : m_library(other.m_library), m_name(std::move(other.m_name)), m_context(std::exchange(other.m_context, nullptr)),
      m_domain(std::exchange(other.m_domain, nullptr))
{}

VerbsDevice::~VerbsDevice()
{
    if (m_domain)
        m_library->freeDomain(m_domain);
    if (m_context)
        m_library->closeDevice(m_context);
}

base::Result<int> VerbsDevice::activeMtu() const
{
    verbs::PortAttributes port{};
    if (const int number = m_library->queryPort(m_context, kPort, &port))
        return base::failed(
            base::Message("rdma.cannot-open"_msg).with("device", m_name).with("text", errnoText(number)),
            "ibv_query_port: errno " + std::to_string(number));
    if (port.state != verbs::kPortActive)
        return base::failed(
            base::Message("rdma.port-down"_msg).with("device", m_name).with("half", "").with("address", ""),
            "port state " + std::to_string(port.state));
    const std::uint32_t code = port.activeMtu;
    return code >= verbs::kMtu256 && code <= verbs::kMtu4096 ? 128 << code : 1024;
}

bool VerbsDevice::isSoftRoce() const
{
    verbs::DeviceAttributes attributes{};
    return m_library->queryDevice(m_context, &attributes) == 0 && attributes.vendor == verbs::kSoftRoceVendor;
}

long long memlockLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return -1;
    return static_cast<long long>(limit.rlim_cur);
}

} // namespace sparkloom::agent
