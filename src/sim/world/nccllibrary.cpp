// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/nccllibrary.h"

#include "base/text.h"
#include "protocol/ncclcopy.h"

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMostContent = 256;
constexpr std::string_view kName = "libnccl";
constexpr std::string_view kSystemFolder = "/usr/lib/aarch64-linux-gnu";
constexpr std::string_view kSystemName = "libnccl.so.";
constexpr std::string_view kRelease = "release";
constexpr std::string_view kDevelopment = "development";

// "libnccl 2.30.7 release"; nothing for any other text: the loader would refuse it.
std::optional<NcclFile> parsed(std::string path, std::string foundBy, const std::string &content)
{
    const auto words = base::split(content, ' ');
    if (words.size() != 3 || words[0] != kName || (words[2] != kRelease && words[2] != kDevelopment))
        return std::nullopt;
    return NcclFile{std::move(path), std::move(foundBy), content, std::string(words[1]),
        words[2] == kRelease ? NcclParameters::Build::Release : NcclParameters::Build::Development};
}

// A package of another version replaces the one before.
void removeSystemLibraries(Spark &spark)
{
    const std::string folder(kSystemFolder);
    if (const auto names = spark.files.list(kRoot, folder))
        for (const std::string &name : *names)
            if (name.starts_with(kSystemName))
                spark.files.removeTree(folder + '/' + name);
}

} // namespace

std::optional<NcclFile> ncclFileOf(Spark &spark)
{
    const std::string copied = spark.home + std::string(protocol::kNcclFolder) + '/' + std::string(protocol::kNcclFile);
    if (const auto content = spark.files.read(spark.user, copied, kMostContent))
        if (auto file = parsed(copied, "sparkloom", **content))
            return file;
    if (!spark.spec.nccl)
        return std::nullopt;
    const NcclParameters &nccl = spark.parameters.nccl;
    const std::string path = std::string(kSystemFolder) + '/' + std::string(kSystemName) + nccl.version;
    const std::string content = std::string(kName) + ' ' + nccl.version + ' '
        + std::string(nccl.build == NcclParameters::Build::Release ? kRelease : kDevelopment);
    const auto there = spark.files.read(kRoot, path, kMostContent);
    if (!there || **there != content) { // it follows the parameters, as sysfs does
        removeSystemLibraries(spark);
        spark.files.putFile(path, content);
    }
    return parsed(path, "system", content);
}

} // namespace sparkloom::sim
