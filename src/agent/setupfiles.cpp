// SPDX-License-Identifier: Apache-2.0
#include "agent/setupfiles.h"

#include "agent/homefiles.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"
#include "domain/plan/sshtrust.h"
#include "protocol/setupfiles.h"

#include <array>

namespace sparkloom::agent {

namespace {

constexpr std::array<std::string_view, 5> kSshFiles = {
    "authorized_keys", "config", domain::kClusterKnownHostsFile, domain::kClusterConfigFile, domain::kClusterKeyFile};

domain::SetUpFile lookAt(Files &files, std::string shown, const std::string &path)
{
    const FileInfo info = files.info(path);
    const bool present = info.kind != FileInfo::Kind::Missing;
    return {std::move(shown), present, info.size, info.inode, info.modifiedNs, info.changedNs};
}

class SetUpFilesHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &, Reply reply) override
    {
        const HomeFiles home(system());
        const std::string sysctl(domain::kSysctlPath);
        protocol::SetUpFilesAnswer answer;
        answer.files.push_back(lookAt(system().files(), sysctl, sysctl));
        const std::string hosts(domain::kHostsPath);
        answer.files.push_back(lookAt(system().files(), hosts, hosts));
        for (const std::string_view name : kSshFiles)
            answer.files.push_back(lookAt(system().files(), "~/.ssh/" + std::string(name), home.path(name)));
        reply.done(protocol::encode(answer));
    }
};

} // namespace

std::shared_ptr<Handler> makeSetUpFilesHandler(const Context &context)
{
    return std::make_shared<SetUpFilesHandler>(context);
}

} // namespace sparkloom::agent
