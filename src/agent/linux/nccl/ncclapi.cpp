// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/ncclapi.h"

#include "agent/nccl/fatbinary.h"
#include "base/text.h"
#include "protocol/ncclcopy.h"

#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMostCandidates = 16;
constexpr std::size_t kMostNames = 4096;
constexpr const char *kFile = "libnccl.so.2";

bool exists(const std::string &path)
{
    return access(path.c_str(), F_OK) == 0;
}

// Folders in a folder whose name begins so.
std::vector<std::string> foldersIn(const std::string &folder, std::string_view prefix)
{
    std::vector<std::string> found;
    DIR *open = opendir(folder.c_str());
    if (!open)
        return found;
    std::size_t seen = 0;
    while (const dirent *entry = readdir(open)) {
        if (++seen > kMostNames)
            break;
        const std::string_view name = entry->d_name;
        if (name.starts_with(prefix) && !name.starts_with('.'))
            found.push_back(folder + '/' + entry->d_name);
    }
    closedir(open);
    std::sort(found.begin(), found.end());
    return found;
}

// Where pip puts NVIDIA's wheels: PREFIX/lib/pythonX.Y/site-packages/nvidia/nccl/lib.
std::vector<std::string> pythonFiles(const std::string &home)
{
    std::vector<std::string> prefixes = {"/usr/local/lib", "/usr/lib", "/opt/conda/lib"};
    if (!home.empty()) {
        prefixes.insert(prefixes.begin(), home + "/.local/lib");
        for (const std::string &folder : foldersIn(home, "")) // virtual environments beside each other
            if (exists(folder + "/pyvenv.cfg"))
                prefixes.push_back(folder + "/lib");
        if (exists(home + "/.venv/pyvenv.cfg"))
            prefixes.push_back(home + "/.venv/lib");
    }
    std::vector<std::string> files;
    for (const std::string &prefix : prefixes)
        for (const std::string &python : foldersIn(prefix, "python3"))
            for (const char *packages : {"/site-packages", "/dist-packages"}) {
                std::string path = python + packages + "/nvidia/nccl/lib/" + kFile;
                if (exists(path))
                    files.push_back(std::move(path));
            }
    return files;
}

std::vector<std::string> codeOf(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    if (file < 0 || fstat(file, &info) != 0 || info.st_size <= 0) {
        if (file >= 0)
            close(file);
        return {};
    }
    const auto size = static_cast<std::size_t>(info.st_size);
    void *bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (bytes == MAP_FAILED)
        return {};
    auto code = gpuCodeIn({static_cast<const char *>(bytes), size});
    munmap(bytes, size);
    return code;
}

std::string versionText(int code)
{
    return std::to_string(code / 10000) + '.' + std::to_string(code / 100 % 100) + '.' + std::to_string(code % 100);
}

} // namespace

std::vector<NcclApi::Found> NcclApi::candidates(const std::string &given, const std::string &home)
{
    if (!given.empty()) {
        struct stat info {};
        const bool isFolder = stat(given.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
        return {{isFolder ? given + '/' + kFile : given, "given"}};
    }
    std::vector<Found> found;
    // What was copied here for these tests is what all Sparks are to have.
    if (std::string copied = home + std::string(protocol::kNcclFolder) + '/' + kFile; exists(copied))
        found.push_back({std::move(copied), "sparkloom"});
    found.push_back({kFile, "system"}); // ldconfig's cache
    for (const char *folder : {"/usr/lib/aarch64-linux-gnu/", "/usr/lib/x86_64-linux-gnu/", "/usr/local/lib/",
             "/usr/local/cuda/lib64/", "/usr/lib64/"})
        if (exists(std::string(folder) + kFile))
            found.push_back({std::string(folder) + kFile, "system"});
    for (std::string &path : pythonFiles(home))
        found.push_back({std::move(path), "python"});
    found.resize(std::min(found.size(), kMostCandidates));
    return found;
}

base::Result<NcclApi> NcclApi::load(const std::string &given, const std::string &home)
{
    const auto found = candidates(given, home);
    std::vector<std::string> paths;
    for (const Found &candidate : found)
        paths.push_back(candidate.path);
    auto library = SharedLibrary::open(paths, "nccl.library-missing"_msg);
    if (!library)
        return library.error();
    NcclApi api;
    api.m_library = std::move(library).value();
    api.m_foundBy = found.front().by;
    for (const Found &candidate : found) {
        char resolved[PATH_MAX];
        if (realpath(candidate.path.c_str(), resolved) && api.m_library.path() == resolved) {
            api.m_foundBy = candidate.by;
            break;
        }
    }
    if (const auto bound = api.bind(); !bound)
        return bound.error();
    return api;
}

base::Result<void> NcclApi::bind()
{
    const std::string path = base::cleanText(m_library.path(), 200);
    if (!m_library.get("ncclGetVersion", m_getVersion) || m_getVersion(&m_version) != kNcclSuccess)
        return base::failed(
            base::Message("nccl.symbol-missing"_msg).with("symbol", "ncclGetVersion").with("library", path));
    if (m_version < ncclVersionCode(2, 14, 0))
        return base::failed(
            base::Message("nccl.library-old"_msg)
                .with(
                    "version", m_version < 10000 ? "2." + std::to_string(m_version / 100 % 10) : versionText(m_version))
                .with("needed", "2.14")
                .with("library", path));
    m_library.need("ncclGetUniqueId", getUniqueId);
    m_library.need("ncclCommInitRankConfig", initRank);
    m_library.need("ncclCommGetAsyncError", asyncError);
    m_library.need("ncclCommAbort", abort);
    m_library.need("ncclCommDestroy", destroy);
    m_library.need("ncclGetErrorString", m_errorString);
    m_library.need("ncclAllReduce", allReduce);
    m_library.need("ncclAllGather", allGather);
    m_library.need("ncclReduceScatter", reduceScatter);
    m_library.need("ncclBroadcast", broadcast);
    m_library.need("ncclSend", send);
    m_library.need("ncclRecv", receive);
    m_library.need("ncclGroupStart", groupStart);
    m_library.need("ncclGroupEnd", groupEnd);
    m_library.get("ncclAlltoAll", allToAll);
    m_library.get("ncclMemAlloc", allocate);
    m_library.get("ncclGetLastError", m_lastError);
    if (!m_library.missing().empty())
        return base::failed(
            base::Message("nccl.symbol-missing"_msg).with("symbol", m_library.missing()).with("library", path));
    return {};
}

protocol::NcclLibrary NcclApi::description() const
{
    return {m_library.path(), m_foundBy, {}, versionText(m_version), codeOf(m_library.path())};
}

base::Error NcclApi::error(NcclResult result, const char *call, NcclComm comm) const
{
    const char *text = m_errorString(result);
    const char *last = m_lastError ? m_lastError(comm) : nullptr;
    std::string detail = std::string(call) + ": " + (last && *last ? last : text ? text : "");
    detail = base::cleanText(detail, 400);
    if (result == kNcclRemoteError || result == kNcclSystemError)
        return base::failed("nccl.peer-lost"_msg, detail);
    return base::failed(
        base::Message("nccl.library-error"_msg).with("error", base::cleanText(text ? text : "", 100)), detail);
}

} // namespace sparkloom::agent
