// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "adapters/ssh/librarycheck.h"

#include <string>
#include <sys/mman.h>
#include <unistd.h>

using namespace sparkloom;

namespace {

// A file in memory with this text, written anew for every input.
class MemoryFile {
public:
    MemoryFile() : m_descriptor(memfd_create("fuzz", MFD_CLOEXEC))
    {
        fuzz::require(m_descriptor >= 0, "a memory file");
    }
    std::string with(std::string_view text)
    {
        const bool written = ftruncate(m_descriptor, 0) == 0
            && pwrite(m_descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
        fuzz::require(written, "a memory file is written");
        return "/proc/self/fd/" + std::to_string(m_descriptor);
    }

private:
    const int m_descriptor;
};

} // namespace

// os-release and dpkg's status file of this computer (split at a zero byte), and Debian's order of versions.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static MemoryFile release, status;
    const std::string_view text = fuzz::asText(data, size);
    const std::size_t zero = text.find('\0');
    const std::string_view before = text.substr(0, zero),
                           after = zero == text.npos ? std::string_view() : text.substr(zero + 1);
    const ssh::LibraryFacts facts = ssh::installedLibrary(release.with(before), status.with(after));
    for (const std::string &word : {facts.distribution, facts.release, facts.packageVersion})
        fuzz::require(
            word.size() <= 64 && word.find_first_of("\n\r\x1b\x7f") == std::string::npos, "clean and bounded");
    (void)ssh::checkLibrary(facts);
    const int order = ssh::compareDebianVersions(before, after), back = ssh::compareDebianVersions(after, before);
    fuzz::require((order < 0) == (back > 0) && (order == 0) == (back == 0), "the order has two sides");
    fuzz::require(ssh::compareDebianVersions(before, before) == 0, "a version is itself");
    return 0;
}
