// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/nccllibrary.h"

#include "base/text.h"
#include "protocol/ncclcopy.h"

#include <cstring>
#include <elf.h>

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMostContent = 256;
constexpr std::string_view kName = "libnccl";
constexpr std::string_view kSystemFolder = "/usr/lib/aarch64-linux-gnu";
constexpr std::string_view kSystemName = "libnccl.so.";
constexpr std::string_view kRelease = "release";
constexpr std::string_view kDevelopment = "development";

std::string elfHeader(const Spark &spark)
{
    Elf64_Ehdr header{};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_ident[EI_VERSION] = header.e_version = EV_CURRENT;
    header.e_type = ET_DYN;
    header.e_machine = spark.spec.architecture == "aarch64" ? EM_AARCH64 : EM_X86_64;
    header.e_ehsize = sizeof header;
    return {reinterpret_cast<const char *>(&header), sizeof header};
}

// The header, then "libnccl 2.30.7 release"; nothing for anything else: the loader would refuse it.
std::optional<NcclFile> parsed(const Spark &spark, std::string path, std::string foundBy, const std::string &content)
{
    const std::string header = elfHeader(spark);
    if (!content.starts_with(header))
        return std::nullopt;
    const auto words = base::split(std::string_view(content).substr(header.size()), ' ');
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

std::string ncclLibraryFor(const Spark &spark)
{
    const NcclParameters &nccl = spark.parameters.nccl;
    return elfHeader(spark) + std::string(kName) + ' ' + nccl.version + ' '
        + std::string(nccl.build == NcclParameters::Build::Release ? kRelease : kDevelopment);
}

std::optional<NcclFile> ncclFileOf(Spark &spark)
{
    const std::string copied = spark.home + std::string(protocol::kNcclFolder) + '/' + std::string(protocol::kNcclFile);
    if (const auto content = spark.files.read(spark.user, copied, kMostContent))
        if (auto file = parsed(spark, copied, "sparkloom", **content))
            return file;
    if (!spark.spec.nccl)
        return std::nullopt;
    const std::string path =
        std::string(kSystemFolder) + '/' + std::string(kSystemName) + spark.parameters.nccl.version;
    const std::string content = ncclLibraryFor(spark);
    const auto there = spark.files.read(kRoot, path, kMostContent);
    if (!there || **there != content) { // it follows the parameters, as sysfs does
        removeSystemLibraries(spark);
        spark.files.putFile(path, content);
    }
    return parsed(spark, path, "system", content);
}

} // namespace sparkloom::sim
