// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/ncclenvironment.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

enum class Form { Number, Devices, Words };
struct Allowed {
    std::string_view name;
    Form form;
};
constexpr std::array kAllowed = {
    // where it goes
    Allowed{"NCCL_SOCKET_IFNAME", Form::Devices}, Allowed{"NCCL_SOCKET_FAMILY", Form::Words},
    Allowed{"NCCL_IB_HCA", Form::Devices}, Allowed{"NCCL_IB_GID_INDEX", Form::Number}, Allowed{"NCCL_NET", Form::Words},
    Allowed{"NCCL_IB_DISABLE", Form::Number}, Allowed{"NCCL_P2P_DISABLE", Form::Number},
    Allowed{"NCCL_SHM_DISABLE", Form::Number}, Allowed{"NCCL_P2P_LEVEL", Form::Words},
    Allowed{"NCCL_NET_GDR_LEVEL", Form::Words}, Allowed{"NCCL_CROSS_NIC", Form::Number},
    Allowed{"NCCL_IB_MERGE_NICS", Form::Number}, Allowed{"NCCL_NET_MERGE_LEVEL", Form::Words},
    Allowed{"NCCL_IB_SUBNET_AWARE_ROUTING", Form::Number}, Allowed{"NCCL_IB_SUBNET_PREFIX_LEN", Form::Number},
    // how
    Allowed{"NCCL_ALGO", Form::Devices}, Allowed{"NCCL_PROTO", Form::Devices},
    Allowed{"NCCL_MIN_NCHANNELS", Form::Number}, Allowed{"NCCL_MAX_NCHANNELS", Form::Number},
    Allowed{"NCCL_NCHANNELS_PER_NET_PEER", Form::Number}, Allowed{"NCCL_BUFFSIZE", Form::Number},
    Allowed{"NCCL_IB_QPS_PER_CONNECTION", Form::Number}, Allowed{"NCCL_IB_SPLIT_DATA_ON_QPS", Form::Number},
    Allowed{"NCCL_IB_TC", Form::Number}, Allowed{"NCCL_IB_SL", Form::Number},
    Allowed{"NCCL_SOCKET_NTHREADS", Form::Number}, Allowed{"NCCL_NSOCKS_PERTHREAD", Form::Number},
    Allowed{"NCCL_CUMEM_ENABLE", Form::Number}, Allowed{"NCCL_RUNTIME_CONNECT", Form::Number},
    Allowed{"NCCL_NVLS_ENABLE", Form::Number},
    // how long it waits
    Allowed{"NCCL_IB_TIMEOUT", Form::Number}, Allowed{"NCCL_IB_RETRY_CNT", Form::Number}};

constexpr std::size_t kMaxRemoved = 256;

bool isOf(std::string_view text, std::string_view signs)
{
    return std::all_of(text.begin(), text.end(), [signs](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || signs.find(c) != std::string_view::npos;
    });
}

bool fits(Form form, std::string_view value)
{
    switch (form) {
    case Form::Number:
        return base::parseInteger(value.starts_with('-') ? value.substr(1) : value, 0, 1LL << 40).has_value();
    // "=rocep1s0f1,roceP2p1s0f1:1", "^docker", "Ring"; the sign in front means exactly or not
    case Form::Devices: return !value.empty() && value.size() <= 256 && isOf(value, "_-.,:;=^@");
    case Form::Words: return !value.empty() && value.size() <= 32 && isOf(value, "_");
    }
    return false;
}

} // namespace

bool ncclSettingAllowed(const protocol::NcclSetting &setting)
{
    const auto found = std::find_if(
        kAllowed.begin(), kAllowed.end(), [&](const Allowed &entry) { return entry.name == setting.name; });
    return found != kAllowed.end() && fits(found->form, setting.value);
}

base::Result<std::vector<std::string>> ncclEnvironment(const std::vector<protocol::NcclSetting> &settings)
{
    std::vector<std::string> environment = {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C", "NCCL_DEBUG=INFO",
        "NCCL_DEBUG_FILE=/dev/stderr", "NCCL_NET_PLUGIN=none", "NCCL_RAS_ENABLE=0", "NCCL_CONF_FILE=/dev/null"};
    for (const protocol::NcclSetting &setting : settings) {
        if (!ncclSettingAllowed(setting))
            return base::refused(
                base::Message("nccl.setting-refused"_msg).with("name", base::cleanText(setting.name, 64)));
        environment.push_back(setting.name + '=' + setting.value);
    }
    return environment;
}

std::vector<std::string> ncclRemoved(const std::vector<std::string> &inherited)
{
    std::vector<std::string> names;
    for (const std::string &entry : inherited) {
        const std::string name = entry.substr(0, entry.find('='));
        if (name.starts_with("NCCL_") || name.starts_with("UCX_") || name == "CUDA_VISIBLE_DEVICES"
            || name == "LD_PRELOAD" || name == "LD_LIBRARY_PATH")
            names.push_back(base::cleanText(name, 128));
    }
    std::sort(names.begin(), names.end());
    names.resize(std::min(names.size(), kMaxRemoved));
    return names;
}

} // namespace sparkloom::agent
