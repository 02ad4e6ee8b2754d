// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/fatbinary.h"

#include <cstdint>
#include <cstring>
#include <elf.h>
#include <optional>
#include <set>

namespace sparkloom::agent {

namespace {

constexpr std::uint32_t kMagic = 0xba55ed50;
constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kMostSections = 4096;
constexpr std::uint16_t kPtx = 1; // kinds of an entry
constexpr std::uint16_t kMachineCode = 2;

// Copies a structure out of bytes that may end too early or be unaligned.
template <typename T>
std::optional<T> at(std::string_view bytes, std::uint64_t offset)
{
    if (offset > bytes.size() || bytes.size() - offset < sizeof(T))
        return std::nullopt;
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

struct Header { // of one fat binary
    std::uint32_t magic;
    std::uint16_t version;
    std::uint16_t headerSize;
    std::uint64_t size; // of all entries together
};
struct Entry {
    std::uint16_t kind;
    std::uint16_t version;
    std::uint32_t headerSize;
    std::uint64_t size; // of what follows the header
    std::uint32_t other[3];
    std::uint32_t architecture;
};
static_assert(sizeof(Header) == 16 && sizeof(Entry) == 32);

std::string_view sectionNamed(std::string_view elf, std::string_view wanted)
{
    const auto header = at<Elf64_Ehdr>(elf, 0);
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64
        || header->e_shentsize != sizeof(Elf64_Shdr) || header->e_shnum > kMostSections)
        return {};
    const auto section = [&](std::size_t index) {
        return at<Elf64_Shdr>(elf, header->e_shoff + index * sizeof(Elf64_Shdr));
    };
    const auto names = section(header->e_shstrndx);
    for (std::size_t i = 0; names && i < header->e_shnum; ++i) {
        const auto candidate = section(i);
        if (!candidate)
            return {};
        const std::uint64_t nameAt = names->sh_offset + candidate->sh_name;
        if (nameAt >= elf.size() || elf.substr(nameAt, wanted.size() + 1) != std::string(wanted) + '\0')
            continue;
        if (candidate->sh_offset > elf.size() || elf.size() - candidate->sh_offset < candidate->sh_size)
            return {};
        return elf.substr(candidate->sh_offset, candidate->sh_size);
    }
    return {};
}

} // namespace

std::vector<std::string> gpuCodeIn(std::string_view elf)
{
    const std::string_view all = sectionNamed(elf, ".nv_fatbin");
    std::set<std::uint32_t> machine, translated;
    std::size_t budget = kMostEntries;
    for (std::uint64_t offset = 0; budget > 0;) {
        const auto header = at<Header>(all, offset);
        if (!header)
            break;
        if (header->magic != kMagic) { // padding between two
            offset += 8;
            --budget;
            continue;
        }
        const std::uint64_t begin = offset + header->headerSize;
        if (header->headerSize < sizeof(Header) || begin > all.size() || header->size > all.size() - begin)
            break;
        for (std::uint64_t place = begin; place < begin + header->size && budget > 0; --budget) {
            const auto entry = at<Entry>(all, place);
            if (!entry || entry->headerSize < sizeof(Entry) || entry->size > all.size())
                break;
            if (entry->kind == kMachineCode)
                machine.insert(entry->architecture);
            else if (entry->kind == kPtx)
                translated.insert(entry->architecture);
            place += entry->headerSize + entry->size;
        }
        offset = begin + header->size;
        --budget;
    }
    std::vector<std::string> code;
    for (const std::uint32_t number : machine)
        code.push_back("sm_" + std::to_string(number));
    for (const std::uint32_t number : translated)
        code.push_back("compute_" + std::to_string(number));
    if (code.size() > 64) // no real file has so many: not the layout that this reads
        return {};
    return code;
}

} // namespace sparkloom::agent
