// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simpackages.h"

#include "base/sha256.h"
#include "base/text.h"
#include "protocol/ncclcopy.h"
#include "sim/world/nccllibrary.h"

#include <algorithm>

namespace sparkloom::sim {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLooks{300};
constexpr milliseconds kDownloads{4000}; // each half of the package
constexpr milliseconds kUnpacks{2000};
constexpr std::string_view kRepository = "https://developer.download.nvidia.com/compute/cuda/repos/ubuntu2404/sbsa";
constexpr std::string_view kMagic = "!<arch>\n";
constexpr std::size_t kMostPackage = 4096;
constexpr std::uint32_t kMode = 0644;
constexpr std::uint32_t kFolderMode = 0755;

} // namespace

SimPackages::SimPackages(
    World &world, Spark &spark, Credentials who, agent::ProgramCall call, agent::ProgramHost::Callbacks callbacks)
    : m_world(world), m_spark(spark), m_who(who), m_call(std::move(call)), m_callbacks(std::move(callbacks))
{
    later(kLooks, &SimPackages::begin);
}

void SimPackages::later(milliseconds delay, void (SimPackages::*what)())
{
    m_world.loop().after(m_world.scaled(delay), [life = std::weak_ptr<int>(m_life), this, what] {
        if (!life.expired())
            (this->*what)();
    });
}

void SimPackages::end(int exitCode, const std::string &errors)
{
    m_callbacks.ended(exitCode, errors);
}

void SimPackages::say(const std::string &text)
{
    for (const std::string_view line : base::split(text, '\n'))
        m_callbacks.line(line);
}

bool SimPackages::has(std::string_view word) const
{
    return std::find(m_call.argv.begin(), m_call.argv.end(), word) != m_call.argv.end();
}

std::string SimPackages::version() const
{
    return m_spark.parameters.nccl.version + "-1+cuda13.0";
}

std::string SimPackages::fileName() const
{
    const std::string architecture = m_spark.spec.architecture == "aarch64" ? "arm64" : "amd64";
    return std::string(protocol::kNcclPackage) + '_' + version() + '_' + architecture + ".deb";
}

std::string SimPackages::package() const
{
    return std::string(kMagic) + fileName() + '\n' + ncclLibraryFor(m_spark);
}

std::string SimPackages::libraryPath() const
{
    return "usr/lib/" + m_spark.spec.architecture + "-linux-gnu/libnccl.so." + m_spark.parameters.nccl.version;
}

void SimPackages::begin()
{
    const std::string program = m_call.argv.empty() ? std::string() : m_call.argv.front();
    const bool knows = m_spark.spec.ncclRepository != NcclRepository::Nothing;
    if (program == "apt-cache" && has("policy"))
        return knows ? policy() : end(0);
    if (program == "apt-get" && has("download"))
        return has("--print-uris") ? uris() : download();
    if (program == "dpkg-deb" && has("--contents") && m_call.argv.size() == 3)
        return contents();
    if (program == "dpkg-deb" && has("--extract") && m_call.argv.size() == 4)
        return later(kUnpacks, &SimPackages::extract);
    end(127, program + ": No such file or directory\n");
}

void SimPackages::policy()
{
    say(std::string(protocol::kNcclPackage) + ":\n  Installed: (none)\n  Candidate: " + version()
        + "\n  Version table:\n     " + version() + " 600\n        600 " + std::string(kRepository) + "  Packages");
    end(0);
}

bool SimPackages::takesCandidate() const
{
    return m_spark.spec.ncclRepository != NcclRepository::Nothing
        && has(std::string(protocol::kNcclPackage) + '=' + version());
}

void SimPackages::uris()
{
    if (!takesCandidate())
        return end(100, "E: Unable to locate package libnccl2\n");
    const std::string bytes = package();
    say("'" + std::string(kRepository) + '/' + fileName() + "' " + fileName() + ' ' + std::to_string(bytes.size())
        + " SHA256:" + base::sha256Hex(bytes));
    end(0);
}

void SimPackages::download()
{
    if (!takesCandidate())
        return end(100, "E: Version for 'libnccl2' was not found\n");
    if (m_spark.spec.ncclRepository == NcclRepository::Unreachable)
        return end(100,
            "E: Failed to fetch " + std::string(kRepository) + '/' + fileName()
                + "  Temporary failure resolving 'developer.download.nvidia.com'\n"
                  "E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n");
    if (m_spark.spec.ncclRepository == NcclRepository::Unsigned)
        return end(100, "E: Some packages could not be authenticated\n");
    const std::string bytes = package();
    const auto half = m_spark.files.writeAtomic(
        m_who, m_call.folder + '/' + fileName(), bytes.substr(0, bytes.size() / 2), kMode, std::nullopt);
    if (!half)
        return end(100, "E: " + half.error().detail + '\n');
    later(kDownloads, &SimPackages::downloaded);
}

void SimPackages::downloaded()
{
    const auto whole =
        m_spark.files.writeAtomic(m_who, m_call.folder + '/' + fileName(), package(), kMode, std::nullopt);
    end(whole ? 0 : 100, whole ? std::string() : "E: " + whole.error().detail + '\n');
}

bool SimPackages::readsPackage()
{
    const auto bytes = m_spark.files.read(m_who, m_call.argv[2], kMostPackage);
    if (bytes && **bytes == package())
        return true;
    end(2, "dpkg-deb: error: '" + m_call.argv[2] + "' is not a Debian format archive\n");
    return false;
}

void SimPackages::contents()
{
    if (!readsPackage())
        return;
    const std::string folder = "drwxr-xr-x root/root         0 2026-01-01 00:00 ./";
    const std::string path = libraryPath();
    std::string text = folder;
    for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1))
        text += '\n' + folder + path.substr(0, at + 1);
    text += "\n-rw-r--r-- root/root " + std::to_string(ncclLibraryFor(m_spark).size()) + " 2026-01-01 00:00 ./" + path;
    say(text);
    end(0);
}

void SimPackages::extract()
{
    if (!readsPackage())
        return;
    const std::string path = m_call.argv[3] + '/' + libraryPath();
    const auto folder = m_spark.files.makeFolder(m_who, path.substr(0, path.rfind('/')), kFolderMode);
    const auto file =
        folder ? m_spark.files.writeAtomic(m_who, path, ncclLibraryFor(m_spark), kMode, std::nullopt) : folder;
    end(file ? 0 : 2, file ? std::string() : "dpkg-deb: error: " + file.error().detail + '\n');
}

} // namespace sparkloom::sim
