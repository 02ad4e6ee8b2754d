// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/packagetext.h"

#include "agent/smallfiles.h"
#include "base/text.h"
#include "protocol/ncclcopy.h"

#include <algorithm>
#include <cstring>
#include <elf.h>
#include <set>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMostPackageEntries = 1000; // of a package; NCCL's has about ten
constexpr std::int64_t kMostUnpacked = 2 * protocol::kMostNcclLibrary;
constexpr std::size_t kColumns = 5; // of a line of contents before the name
constexpr std::size_t kModes = 10;
constexpr std::size_t kMostRepository = 300;
constexpr std::size_t kMostDetail = 300;
constexpr std::string_view kLibraryName = "libnccl.so.";

std::string_view afterSpaces(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

// The first word, which is taken off.
std::string_view nextWord(std::string_view &text)
{
    text = afterSpaces(text);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

// "https://host/x ./" of "https://host/x  ./ Packages".
std::string sourceName(std::string_view source)
{
    std::vector<std::string> words;
    for (std::string_view word = nextWord(source); !word.empty(); word = nextWord(source))
        words.emplace_back(word);
    if (words.size() > 1 && words.back() == "Packages")
        words.pop_back();
    return base::joined(words, " ");
}

bool isNumber(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// "2.28.9" of "libnccl.so.2.28.9"; empty for any other name, those of links ("libnccl.so.2") too.
std::string versionOf(std::string_view name)
{
    if (!name.starts_with(kLibraryName))
        return {};
    const std::string_view version = name.substr(kLibraryName.size());
    const auto parts = base::split(version, '.');
    return parts.size() >= 2 && parts.size() <= 4 && parts[0] == "2"
            && std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return isNumber(part); })
        ? std::string(version)
        : std::string();
}

struct ContentsLine {
    char kind = 0;
    std::string mode;
    std::int64_t size = 0;
    std::string path; // without "./"; empty: the root
};

// "-rw-r--r-- root/root 12345 2025-01-01 10:00 ./usr/lib/libnccl.so.2.28.9", a link with " -> TARGET".
std::optional<ContentsLine> contentsLine(std::string_view line)
{
    ContentsLine entry;
    const std::string_view mode = nextWord(line);
    nextWord(line); // owner
    const std::string_view size = nextWord(line);
    for (std::size_t i = 3; i < kColumns; ++i)
        nextWord(line);
    const auto number = base::parseInteger(size, 0, kMostUnpacked);
    if (mode.size() != kModes || !number || line.size() < 2)
        return std::nullopt;
    entry.kind = mode.front();
    entry.mode = mode;
    entry.size = *number;
    std::string_view path = line.substr(1);
    if (entry.kind == 'l')
        path = path.substr(0, path.find(" -> "));
    while (path.starts_with("./"))
        path.remove_prefix(2);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    entry.path = path == "." ? std::string() : std::string(path);
    return entry;
}

bool leadsOut(const std::string &path)
{
    const auto parts = base::split(path, '/');
    return !path.empty() && std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        return part.empty() || part == ".." || part == ".";
    });
}

// Whether one of the folders that it lies in is a link.
bool liesBehind(const std::set<std::string> &links, const std::string &path)
{
    for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1))
        if (links.contains(path.substr(0, at)))
            return true;
    return false;
}

base::Error odd(std::string_view entry)
{
    return base::refused(base::Message("nccl.package-odd"_msg).with("entry", base::cleanText(entry, 200)));
}

} // namespace

std::optional<PackageCandidate> candidateIn(std::string_view policy)
{
    PackageCandidate found;
    bool inTable = false, ofCandidate = false;
    for (const std::string_view line : base::split(policy, '\n')) {
        std::string_view rest = line;
        const std::string_view first = nextWord(rest);
        if (first == "Candidate:") {
            found.version = nextWord(rest);
        } else if (first == "Version") {
            inTable = true;
        } else if (inTable && isNumber(first)) { // a source: its priority, address and part
            const std::string_view source = base::trimmed(rest);
            if (ofCandidate && source.find("/dpkg/status") == std::string_view::npos) {
                found.repository = base::cleanText(sourceName(source), kMostRepository);
                break;
            }
        } else if (inTable) { // a version, "***" before the installed one
            ofCandidate = (first == "***" ? nextWord(rest) : first) == found.version;
        }
    }
    if (!protocol::isPackageVersion(found.version) || found.repository.empty())
        return std::nullopt;
    return found;
}

// "'https://.../libnccl2_2.28.9-1%2bcuda13.0_arm64.deb' libnccl2_2.28.9-1+cuda13.0_arm64.deb 128012345 SHA256:..."
std::optional<std::int64_t> packageSizeIn(std::string_view uris)
{
    for (const std::string_view line : base::split(uris, '\n')) {
        const std::size_t end = line.starts_with('\'') ? line.find('\'', 1) : std::string_view::npos;
        if (end == std::string_view::npos)
            continue;
        std::string_view rest = line.substr(end + 1);
        nextWord(rest); // name
        if (const auto size = base::parseInteger(nextWord(rest), 1, protocol::kMostNcclPackage))
            return *size;
    }
    return std::nullopt;
}

base::Result<PackageContents> packageContents(const std::vector<std::string> &lines)
{
    PackageContents contents;
    std::set<std::string> links;
    std::vector<std::string> paths;
    for (const std::string &line : lines) {
        const auto entry = contentsLine(line);
        if (!entry || lines.size() > kMostPackageEntries || leadsOut(entry->path))
            return odd(line);
        const bool folder = entry->kind == 'd', link = entry->kind == 'l', file = entry->kind == '-';
        if ((!folder && !link && !file) || (folder && !entry->mode.starts_with("drwx")))
            return odd(line);
        contents.unpacked += file ? entry->size : 0;
        if (contents.unpacked > kMostUnpacked)
            return odd(line);
        if (link && !links.insert(entry->path).second)
            return odd(line);
        paths.push_back(entry->path);
        const std::string version = file ? versionOf(baseName(entry->path)) : std::string();
        if (version.empty())
            continue;
        if (!contents.library.empty() || entry->size == 0 || entry->size > protocol::kMostNcclLibrary)
            return odd(line);
        contents.library = entry->path;
        contents.version = version;
        contents.size = entry->size;
    }
    for (const std::string &path : paths)
        if (liesBehind(links, path) || (links.contains(path) && std::count(paths.begin(), paths.end(), path) > 1))
            return odd(path);
    if (contents.library.empty())
        return base::failed("nccl.package-no-library"_msg);
    return contents;
}

bool isLibraryFor(std::string_view head, std::string_view architecture)
{
    Elf64_Ehdr header;
    if (head.size() < sizeof header)
        return false;
    std::memcpy(&header, head.data(), sizeof header);
    const int machine = architecture == "aarch64" ? EM_AARCH64 : architecture == "x86_64" ? EM_X86_64 : EM_NONE;
    return std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0 && header.e_ident[EI_CLASS] == ELFCLASS64
        && header.e_ident[EI_DATA] == ELFDATA2LSB && header.e_type == ET_DYN && machine != EM_NONE
        && header.e_machine == machine;
}

base::Error packageError(std::string_view errors)
{
    struct Mark {
        std::string_view words;
        base::MessageId id;
    };
    // The more telling ones first: a failed download is followed by lines that say little.
    static constexpr Mark kMarks[] = {
        {"No space left on device", "nccl.package-no-room"_msg},
        {"enough free space", "nccl.package-no-room"_msg},
        {"not be authenticated", "nccl.package-unsigned"_msg},
        {"unauthenticated packages", "nccl.package-unsigned"_msg},
        {"NO_PUBKEY", "nccl.package-unsigned"_msg},
        {"is not signed", "nccl.package-unsigned"_msg},
        {"Hash Sum mismatch", "nccl.package-unsigned"_msg},
        {"unexpected size", "nccl.package-unsigned"_msg},
        {"  404  ", "nccl.package-gone"_msg},
        {"was not found", "nccl.package-gone"_msg},
        {"Can't find a source", "nccl.package-gone"_msg},
        {"Unable to locate package", "nccl.package-gone"_msg},
        {"resolv", "nccl.package-no-internet"_msg},
        {"Could not connect", "nccl.package-no-internet"_msg},
        {"Cannot initiate the connection", "nccl.package-no-internet"_msg},
        {"onnection failed", "nccl.package-no-internet"_msg},
        {"onnection timed out", "nccl.package-no-internet"_msg},
        {"unreachable", "nccl.package-no-internet"_msg},
    };
    std::string detail; // the first error, else the last word
    for (const std::string_view line : base::split(errors, '\n'))
        if (!detail.starts_with("E: ") && !base::trimmed(line).empty())
            detail = line;
    detail = base::cleanText(detail, kMostDetail);
    for (const Mark &mark : kMarks)
        if (errors.find(mark.words) != std::string_view::npos)
            return base::failed(base::Message(mark.id), detail);
    return base::failed("nccl.package-failed"_msg, detail);
}

} // namespace sparkloom::agent
